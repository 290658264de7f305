//! A paper as `WordprocessingML`: every run in Times New Roman, every section with its own page numbers, which stand in the
//! middle of the top margin from page 2 on; the heads of a table on each of its pages.

use super::{
    Align, BOTTOM, Block, Cell, Down, LEFT, Line, RIGHT, Run, Section, Sheet, TOP, Table, package,
    twips, xml::Xml,
};
use crate::reports::Result;

const NS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The font of every run.
pub(super) const FONT: &str = "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" \
    w:cs=\"Times New Roman\" w:eastAsia=\"Times New Roman\"/>";

/// Half points of running text.
const BODY: u8 = 28;

/// The file of a paper.
pub(in crate::reports) fn write(sections: &[Section], title: &str) -> Result<Vec<u8>> {
    let mut xml = Xml::part();
    xml.marks(format_args!(
        "<w:document xmlns:w=\"{NS}\" xmlns:r=\"{RELATIONS}\"><w:body>"
    ));
    for (at, section) in sections.iter().enumerate() {
        for block in &section.blocks {
            write_block(&mut xml, block);
        }
        let is_last = at + 1 == sections.len();
        let ends_in_table = matches!(
            section.blocks.last(),
            Some(Block::Table(_) | Block::Code(..))
        );
        if is_last {
            if ends_in_table {
                xml.raw(
                    "<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p>",
                );
            }
            write_section(&mut xml, section.sheet);
        } else {
            xml.raw("<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>");
            write_section(&mut xml, section.sheet);
            xml.raw("</w:pPr></w:p>");
        }
    }
    xml.raw("</w:body></w:document>");
    package::pack(xml.into_string(), page_number(), title)
}

fn write_section(xml: &mut Xml, sheet: Sheet) {
    let (short, long) = (twips(210), twips(297));
    xml.raw("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>")
        .raw("<w:headerReference w:type=\"first\" r:id=\"rId4\"/><w:type w:val=\"nextPage\"/>");
    match sheet {
        Sheet::Portrait => xml.marks(format_args!("<w:pgSz w:w=\"{short}\" w:h=\"{long}\"/>")),
        Sheet::Landscape => xml.marks(format_args!(
            "<w:pgSz w:w=\"{long}\" w:h=\"{short}\" w:orient=\"landscape\"/>"
        )),
    };
    xml.marks(format_args!(
        "<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"567\" w:footer=\"567\" \
         w:gutter=\"0\"/><w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>",
        twips(TOP),
        twips(RIGHT),
        twips(BOTTOM),
        twips(LEFT)
    ));
}

/// The header of every page but the first of a section.
fn page_number() -> String {
    let mut xml = Xml::part();
    let run = format!("<w:r><w:rPr>{FONT}<w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/></w:rPr>");
    xml.marks(format_args!(
        "<w:hdr xmlns:w=\"{NS}\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{run}<w:fldChar w:fldCharType=\"begin\"/></w:r>\
         {run}<w:instrText xml:space=\"preserve\">PAGE</w:instrText></w:r>{run}<w:fldChar w:fldCharType=\"separate\"/></w:r>\
         {run}<w:t>2</w:t></w:r>{run}<w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>"
    ));
    xml.into_string()
}

fn write_block(xml: &mut Xml, block: &Block) {
    match block {
        Block::Line(line) => write_line(xml, line, BODY),
        Block::Table(table) => write_table(xml, table),
        Block::Rule(millimetres) => write_rule(xml, *millimetres),
        Block::Code(modules, wide) => write_code(xml, modules, *wide),
    }
}

fn write_line(xml: &mut Xml, line: &Line, size: u8) {
    let size = if line.size == 0 { size } else { line.size };
    xml.raw("<w:p><w:pPr>");
    if line.with_next {
        xml.raw("<w:keepNext/>");
    }
    let is_to_fill = line
        .runs
        .last()
        .is_some_and(|run| run.text.ends_with(LEADER));
    if is_to_fill {
        xml.marks(format_args!(
            "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{}\"/></w:tabs>",
            twips(210 - LEFT - RIGHT)
        ));
    }
    if line.above > 0 {
        xml.marks(format_args!(
            "<w:spacing w:before=\"{}\"/>",
            u32::from(line.above) * 20
        ));
    }
    if line.indented {
        xml.marks(format_args!("<w:ind w:firstLine=\"{}\"/>", twips(10)));
    }
    let align = match line.align {
        Align::Both if is_to_fill => "left",
        Align::Both => "both",
        Align::Left => "left",
        Align::Centre => "center",
    };
    xml.marks(format_args!("<w:jc w:val=\"{align}\"/></w:pPr>"));
    for (at, run) in line.runs.iter().enumerate() {
        match run
            .text
            .strip_suffix(LEADER)
            .filter(|_| at + 1 == line.runs.len())
        {
            Some(text) => {
                let text = text.trim_end_matches('…').to_owned();
                write_run(
                    xml,
                    &Run {
                        text,
                        ..run.clone()
                    },
                    size,
                );
                write_leader(xml, size);
            }
            None => write_run(xml, run, size),
        }
    }
    xml.raw("</w:p>");
}

/// What a line to write on ends with.
const LEADER: &str = "……………………";

/// Dots to the end of the line, however long it is.
fn write_leader(xml: &mut Xml, size: u8) {
    xml.raw("<w:r><w:rPr>").raw(FONT).marks(format_args!(
        "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr><w:tab/></w:r>"
    ));
}

fn write_run(xml: &mut Xml, run: &Run, size: u8) {
    let size = if run.size == 0 { size } else { run.size };
    xml.raw("<w:r><w:rPr>").raw(FONT);
    if run.bold {
        xml.raw("<w:b/><w:bCs/>");
    }
    if run.italic {
        xml.raw("<w:i/><w:iCs/>");
    }
    xml.marks(format_args!(
        "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr>"
    ));
    for (at, piece) in run.text.split('\n').enumerate() {
        if at > 0 {
            xml.raw("<w:br/>");
        }
        xml.raw("<w:t xml:space=\"preserve\">")
            .text(piece)
            .raw("</w:t>");
    }
    xml.raw("</w:r>");
}

/// A drawn line: the upper border of a paragraph of no height, between equal indents.
fn write_rule(xml: &mut Xml, millimetres: u32) {
    write_rule_in(xml, millimetres, 210 - LEFT - RIGHT);
}

fn write_rule_in(xml: &mut Xml, millimetres: u32, room: u32) {
    let beside = twips(room.saturating_sub(millimetres)) / 2;
    xml.marks(format_args!(
        "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>\
         <w:spacing w:before=\"20\" w:line=\"60\" w:lineRule=\"exact\"/><w:ind w:left=\"{beside}\" w:right=\"{beside}\"/>\
         </w:pPr></w:p>"
    ));
}

fn write_table(xml: &mut Xml, table: &Table) {
    let widths: Vec<u32> = table.widths.iter().map(|width| twips(*width)).collect();
    let whole: u32 = widths.iter().sum();
    xml.marks(format_args!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/>"
    ));
    if !table.bare {
        xml.raw("<w:tblBorders>");
        for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
            xml.marks(format_args!(
                "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
            ));
        }
        xml.raw("</w:tblBorders>");
    }
    let padding = if table.bare { 0 } else { 60 };
    xml.marks(format_args!(
        "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{padding}\" w:type=\"dxa\"/>\
         <w:right w:w=\"{padding}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
    ));
    for width in &widths {
        xml.marks(format_args!("<w:gridCol w:w=\"{width}\"/>"));
    }
    xml.raw("</w:tblGrid>");
    for (rows, is_head) in [(&table.heads, true), (&table.rows, false)] {
        for row in rows {
            xml.raw("<w:tr><w:trPr><w:cantSplit/>");
            if is_head {
                xml.raw("<w:tblHeader/>");
            }
            xml.raw("</w:trPr>");
            let mut at = 0;
            for cell in row {
                let end = (at + 1 + usize::from(cell.more_columns)).min(widths.len());
                let millimetres = table
                    .widths
                    .get(at..end)
                    .map_or(0, |taken| taken.iter().sum());
                write_cell(xml, cell, (table, millimetres, is_head));
                at = end;
            }
            xml.raw("</w:tr>");
        }
    }
    xml.raw("</w:tbl>");
}

fn write_cell(xml: &mut Xml, cell: &Cell, (table, millimetres, is_head): (&Table, u32, bool)) {
    xml.marks(format_args!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>",
        twips(millimetres)
    ));
    if cell.more_columns > 0 {
        xml.marks(format_args!(
            "<w:gridSpan w:val=\"{}\"/>",
            cell.more_columns + 1
        ));
    }
    xml.raw(match cell.down {
        Down::No => "",
        Down::Begins => "<w:vMerge w:val=\"restart\"/>",
        Down::GoesOn => "<w:vMerge/>",
    });
    if is_head && !table.bare {
        xml.raw("<w:vAlign w:val=\"center\"/>");
    }
    xml.raw("</w:tcPr>");
    let size = if table.points == 0 {
        BODY
    } else {
        table.points * 2
    };
    for line in &cell.lines {
        if line.runs.len() == 1 && line.runs[0].text == RULE {
            write_rule_in(xml, u32::from(line.above), millimetres);
        } else {
            write_line(xml, line, size);
        }
    }
    if cell.lines.is_empty() {
        xml.raw("<w:p/>");
    }
    xml.raw("</w:tc>");
}

/// A line of these letters in a cell is a drawn line; its space above is its length in millimetres.
pub(in crate::reports) const RULE: &str = "\u{2500}";

/// Black squares as cells of a table: no picture is needed, and a printer draws them sharp.
fn write_code(xml: &mut Xml, modules: &[u8], wide: u32) {
    let side = modules.len().isqrt();
    let square = twips(wide) / u32::try_from(side.max(1)).unwrap_or(1);
    xml.marks(format_args!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>",
        square * u32::try_from(side).unwrap_or(0)
    ));
    for _ in 0..side {
        xml.marks(format_args!("<w:gridCol w:w=\"{square}\"/>"));
    }
    xml.raw("</w:tblGrid>");
    for row in modules.chunks(side.max(1)) {
        xml.marks(format_args!(
            "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"{square}\" w:hRule=\"exact\"/></w:trPr>"
        ));
        for run in row.chunk_by(|a, b| a == b) {
            let fill = if run[0] == 1 { "000000" } else { "FFFFFF" };
            xml.marks(format_args!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{}\"/>\
                 <w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/></w:tcPr>\
                 <w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p></w:tc>",
                square * u32::try_from(run.len()).unwrap_or(0),
                run.len()
            ));
        }
        xml.raw("</w:tr>");
    }
    xml.raw("</w:tbl>");
}
