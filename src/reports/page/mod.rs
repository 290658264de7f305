//! A paper as its layout sees it: sections, lines, tables, in the measures of Decree 30/2020/NĐ-CP. Pure data; [`docx`]
//! writes it down.

mod docx;
mod package;
mod xml;

pub(super) use docx::write as docx;

/// Twentieths of a point in a millimetre, times a thousand.
const MILLI_TWIPS: u32 = 56_693;

/// Millimetres as twentieths of a point.
pub(super) const fn twips(millimetres: u32) -> u32 {
    millimetres * MILLI_TWIPS / 1000
}

/// How a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Align {
    /// Both edges straight: running text.
    #[default]
    Both,
    /// From the left.
    Left,
    /// In the middle.
    Centre,
}

/// Letters of one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// In half points; 0: as the line.
    pub(super) size: u8,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    pub(super) align: Align,
    /// In half points; 0: 14 points.
    pub(super) size: u8,
    /// The first line stands 1 cm in.
    pub(super) indented: bool,
    /// Points of space above.
    pub(super) above: u8,
    /// Stays on the page of the next line.
    pub(super) with_next: bool,
}

impl Line {
    /// Running text: both edges straight, the first line in.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self {
            indented: true,
            above: 6,
            ..Self::of(text)
        }
    }

    /// A line as it is.
    pub(super) fn of(text: impl Into<String>) -> Self {
        Self {
            runs: vec![Run {
                text: text.into(),
                bold: false,
                italic: false,
                size: 0,
            }],
            ..Self::default()
        }
    }

    /// From the left.
    pub(super) fn left(text: impl Into<String>) -> Self {
        Self {
            align: Align::Left,
            ..Self::of(text)
        }
    }

    /// In the middle.
    pub(super) fn centred(text: impl Into<String>) -> Self {
        Self {
            align: Align::Centre,
            ..Self::of(text)
        }
    }

    pub(super) fn bold(mut self) -> Self {
        self.runs.iter_mut().for_each(|run| run.bold = true);
        self
    }

    pub(super) fn italic(mut self) -> Self {
        self.runs.iter_mut().for_each(|run| run.italic = true);
        self
    }

    /// Another size, in points.
    pub(super) fn points(mut self, points: u8) -> Self {
        self.size = points * 2;
        self
    }

    pub(super) fn above(mut self, points: u8) -> Self {
        self.above = points;
        self
    }

    pub(super) fn with_next(mut self) -> Self {
        self.with_next = true;
        self
    }

    /// More letters behind it, upright.
    pub(super) fn and(mut self, text: impl Into<String>) -> Self {
        let more = Self::of(text);
        self.runs.extend(more.runs);
        self
    }
}

/// Whether a cell goes on in the row below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Down {
    /// It does not.
    #[default]
    No,
    /// It begins here.
    Begins,
    /// It goes on here.
    GoesOn,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Cell {
    pub(super) lines: Vec<Line>,
    /// Columns it takes beside the first.
    pub(super) more_columns: u8,
    pub(super) down: Down,
}

impl Cell {
    /// Of these lines.
    pub(super) fn of(lines: Vec<Line>) -> Self {
        Self {
            lines,
            ..Self::default()
        }
    }

    /// A head, in the middle and bold.
    pub(super) fn head(text: &str) -> Self {
        Self::of(vec![Line::centred(text).bold()])
    }

    /// Words from the left.
    pub(super) fn words(text: impl Into<String>) -> Self {
        let text: String = text.into();
        Self::of(text.lines().map(Line::left).collect())
    }

    /// A number or a mark, in the middle.
    pub(super) fn mark(text: impl std::fmt::Display) -> Self {
        Self::of(vec![Line::centred(text.to_string())])
    }

    pub(super) fn over(mut self, columns: u8) -> Self {
        self.more_columns = columns - 1;
        self
    }

    pub(super) fn down(mut self, down: Down) -> Self {
        self.down = down;
        self
    }
}

/// A table with lines around its cells; its heads come again on every page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Table {
    /// In millimetres.
    pub(super) widths: Vec<u32>,
    pub(super) heads: Vec<Vec<Cell>>,
    pub(super) rows: Vec<Vec<Cell>>,
    /// In points.
    pub(super) points: u8,
    /// Without lines: what stands side by side.
    pub(super) bare: bool,
}

impl Table {
    /// With one row of heads.
    pub(super) fn new(columns: &[(u32, &str)]) -> Self {
        Self {
            widths: columns.iter().map(|(width, _)| *width).collect(),
            heads: vec![columns.iter().map(|(_, head)| Cell::head(head)).collect()],
            rows: Vec::new(),
            points: 12,
            bare: false,
        }
    }
}

/// What stands on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A paragraph.
    Line(Line),
    /// A table.
    Table(Table),
    /// A line drawn in the middle, so many millimetres long.
    Rule(u32),
    /// A picture of black squares, so many millimetres wide: the modules of a QR code, row by row.
    Code(Vec<u8>, u32),
}

/// How a section's sheets lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    /// Dọc.
    Portrait,
    /// Ngang.
    Landscape,
}

/// Pages with numbers of their own, from 1; none on the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) sheet: Sheet,
    pub(super) blocks: Vec<Block>,
}

impl Section {
    pub(super) fn new(sheet: Sheet) -> Self {
        Self {
            sheet,
            blocks: Vec::new(),
        }
    }

    pub(super) fn line(&mut self, line: Line) {
        self.blocks.push(Block::Line(line));
    }

    pub(super) fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }

    /// The millimetres between the margins.
    pub(super) fn width(&self) -> u32 {
        match self.sheet {
            Sheet::Portrait => 210 - LEFT - RIGHT,
            Sheet::Landscape => 297 - LEFT - RIGHT,
        }
    }
}

/// Margins in millimetres.
pub(super) const LEFT: u32 = 30;
pub(super) const RIGHT: u32 = 15;
pub(super) const TOP: u32 = 20;
pub(super) const BOTTOM: u32 = 20;
