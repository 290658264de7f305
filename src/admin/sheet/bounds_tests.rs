//! Workbooks that would cost more memory than they look like.

use std::{io::Write as _, path::Path};

use rust_xlsxwriter::Workbook;
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;
use crate::admin::sheet::cells;

/// A file of these parts.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// What is read of a workbook: the texts of its first sheet.
fn texts(ending: &str, bytes: Vec<u8>) -> Result<Vec<String>, String> {
    let path = Path::new("bang").with_extension(ending);
    let sheets = cells::of_bytes(&path, ending, bytes)?;
    let cells = sheets[0].rows.iter().flatten();
    Ok(cells.map(|cell| cell.text.clone()).collect())
}

/// An .xlsx with these cells.
fn xlsx(cells: &[(u32, u16, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Địa bàn").unwrap();
    for (row, column, words) in cells {
        sheet.write_string(*row, *column, *words).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// An .ods with one sheet of these rows.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Địa bàn\">\
         <table:table-column table:number-columns-repeated=\"16384\"/>{rows}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

const TEXT: &str = "office:value-type=\"string\"><text:p>Thôn</text:p></table:table-cell>";

#[test]
fn a_cell_in_the_last_corner_is_refused_by_its_name() {
    let far = xlsx(&[(0, 0, "Tên"), (1_048_575, 16_383, "x")]);
    let refused = texts("xlsx", far).unwrap_err();
    assert!(
        refused.starts_with("Địa bàn!XFD1048576: is filled"),
        "{refused}"
    );
    let row = |times: u32, cell: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{times}\">{cell}</table:table-row>")
    };
    let (first, blank) = (
        row(1, &format!("<table:table-cell {TEXT}")),
        "<table:table-cell/>",
    );
    let far = format!(
        "{first}{}{}",
        row(1_048_574, blank),
        row(1, &format!("<table:table-cell {TEXT}"))
    );
    let refused = texts("ods", ods(&far)).unwrap_err();
    assert!(refused.starts_with("Địa bàn!A1048576"), "{refused}");
    let wide = format!(
        "<table:table-cell table:number-columns-repeated=\"16383\"/><table:table-cell {TEXT}"
    );
    let refused = texts("ods", ods(&row(1, &wide))).unwrap_err();
    assert!(refused.starts_with("Địa bàn!XFD1"), "{refused}");
}

#[test]
fn blanks_to_the_end_of_a_sheet_are_nothing() {
    let sheet = xlsx(&[(0, 0, "Tên"), (7, 3, "Thôn Đông"), (19_999, 255, " ")]);
    assert_eq!(texts("xlsx", sheet).unwrap(), ["Tên", "Thôn Đông"]);
    let rows = format!(
        "<table:table-row><table:table-cell {TEXT}<table:table-cell table:style-name=\"ce1\" \
         table:number-columns-repeated=\"16383\"></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell \
         table:number-columns-repeated=\"16384\"/></table:table-row>"
    );
    assert_eq!(texts("ods", ods(&rows)).unwrap(), ["Thôn"]);
}

#[test]
fn a_cell_that_is_said_to_be_there_very_often_is_refused() {
    let row = |rows: u32, columns: u32, cell: &str| {
        format!(
            "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell \
             table:number-columns-repeated=\"{columns}\" {cell}</table:table-row>"
        )
    };
    let refused = |rows: &str| texts("ods", ods(rows)).unwrap_err();
    let many = refused(&row(19_000, 200, TEXT));
    assert!(many.contains("more than 1000000 cells"), "{many}");
    let numbers = "office:value-type=\"float\" office:value=\"1\"/>";
    let many = refused(&row(1, 1, numbers).repeat(20_001));
    assert!(many.contains("A20001: is filled"), "{many}");
    let blanks = "office:value-type=\"string\"><text:p><text:s text:c=\"4000000000\"/></text:p></table:table-cell>";
    let long = refused(&row(1, 1, blanks));
    assert!(long.contains("more than 64 MiB of text"), "{long}");
    let long = "x".repeat(100_000);
    let long = format!("office:value-type=\"string\"><text:p>{long}</text:p></table:table-cell>");
    let long = refused(&row(100, 100, &long));
    assert!(long.contains("more than 64 MiB of text"), "{long}");
}

const SMALL: Bounds = Bounds { bytes: MIB, ..LIST };

#[test]
fn what_unpacks_to_too_much_is_refused_whatever_it_says_of_itself() {
    let size = 2_000_000;
    let honest = packed(&[("xl/worksheets/sheet1.xml", &vec![b' '; size])]);
    assert!(honest.len() < 5_000);
    let refused = SMALL.check_packed(&honest).unwrap_err();
    assert!(refused.contains("unpacks to more than 1 MiB"), "{refused}");
    // It says that it is small, wherever it says how large it is.
    let said = u32::try_from(size).unwrap().to_le_bytes();
    let mut lying = honest;
    let places: Vec<usize> = (0..lying.len() - 4)
        .filter(|at| lying[*at..*at + 4] == said)
        .collect();
    assert!(places.len() >= 2, "{places:?}");
    for at in places {
        lying[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert!(SMALL.check_packed(&lying).is_err());
    let zeros = vec![0; 600_000];
    let parts = [("a", zeros.as_slice()), ("b", zeros.as_slice())];
    assert!(SMALL.check_packed(&packed(&parts)).is_err());
    assert!(SMALL.check_packed(&packed(&parts[..1])).is_ok());
    assert_eq!(LIST.check_packed(&xlsx(&[(0, 0, "Tên")])), Ok(()));
}

#[test]
fn a_text_that_many_cells_share_is_counted_in_each() {
    let long = "x".repeat(32_767);
    let cells: Vec<(u32, u16, &str)> = (0..3_000).map(|row| (row, 0, long.as_str())).collect();
    let sheet = xlsx(&cells);
    assert!(sheet.len() < 100_000);
    let refused = texts("xlsx", sheet).unwrap_err();
    assert!(refused.contains("more than 64 MiB of text"), "{refused}");
}

#[test]
fn a_list_of_texts_that_announces_more_than_there_can_be_is_refused() {
    for said in ["99999999999999", "x"] {
        let list =
            format!("<!-- --><sst count=\"1\" uniqueCount=\"{said}\"><si><t>Tên</t></si></sst>");
        let refused = check_texts(&packed(&[("xl/SharedStrings.xml", list.as_bytes())]));
        assert!(refused.is_err(), "{said}");
    }
    assert_eq!(check_texts(&xlsx(&[(0, 0, "Tên")])), Ok(()));
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bang.csv");
    File::create(&path).unwrap().set_len(MIB + 1).unwrap();
    let refused = SMALL.read(&path).unwrap_err();
    assert!(refused.contains("larger than 1 MiB"), "{refused}");
    File::create(&path).unwrap().set_len(MIB).unwrap();
    assert_eq!(SMALL.read(&path).unwrap().len() as u64, MIB);
}
