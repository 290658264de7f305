//! Spreadsheets as rows of text with the place of every cell: .xlsx, .xls, .ods, and .csv in any of its dialects.

use std::{fmt, io::Cursor, path::Path, sync::Arc};

use calamine::{Data, Ods, Reader, Xls, Xlsx, open_workbook_from_rs};

use super::{
    bounds::{self, Bounds, Called, LIST, Tally},
    repeated,
};

/// How the names of spreadsheets end.
pub(super) const ENDINGS: [&str; 7] = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt"];

/// A sheet: its name, the row that names the columns, and what stands below it. Empty cells are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// What stands in a cell, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) at: Place,
    pub(super) text: String,
}

/// Where a cell stands, as people say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// As it was given; empty for what a flag or an answer said.
    pub(super) file: Arc<str>,
    pub(super) sheet: Arc<str>,
    /// Counted from 0.
    pub(super) row: usize,
    /// Counted from 0.
    pub(super) column: usize,
}

impl fmt::Display for Place {
    /// `hoi-dong.xlsx: Địa bàn!C7`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What a flag or an answer said is no cell.
        if self.sheet.starts_with("--") {
            return write!(f, "{} ({})", self.sheet, self.row);
        }
        let (file, sheet) = (&self.file, &self.sheet);
        let called = Called(self.row as u64, self.column as u64);
        write!(f, "{file}: {sheet}!{called}")
    }
}

impl Sheet {
    /// What was said elsewhere, as rows below their headings.
    pub(super) fn said(name: &str, flag: &str, rows: Vec<Vec<String>>) -> Self {
        let rows = rows.into_iter().enumerate().map(|(row, texts)| {
            let cells = texts.into_iter().enumerate().map(|(column, text)| Cell {
                at: Place {
                    file: Arc::default(),
                    sheet: flag.into(),
                    row,
                    column,
                },
                text: text.trim().to_owned(),
            });
            cells.collect()
        });
        Self {
            name: name.to_owned(),
            rows: rows.collect(),
        }
    }
}

/// Reads every sheet of the file.
///
/// # Errors
/// Why it cannot be read, without the file's name.
pub(super) fn read(path: &Path) -> Result<Vec<Sheet>, String> {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    let ending = ending.as_deref().unwrap_or_default();
    if !ENDINGS.contains(&ending) {
        return Err("is no spreadsheet (.xlsx, .ods, .csv)".to_owned());
    }
    of_bytes(path, ending, LIST.read(path)?)
}

/// Reads what was in the file of this name and this ending, which is one of [`ENDINGS`].
///
/// # Errors
/// As [`read`].
pub(super) fn of_bytes(path: &Path, ending: &str, bytes: Vec<u8>) -> Result<Vec<Sheet>, String> {
    match ending {
        "xlsx" | "xlsm" => {
            let mut workbook = Workbook::open(bytes, LIST, words)?;
            let mut sheets = Vec::new();
            for name in workbook.names() {
                sheets.push(of_cells(path, workbook.sheet(&name)?, name));
            }
            Ok(sheets)
        }
        "ods" => {
            LIST.check_packed(&bytes)?;
            repeated::check(&bytes, LIST)?;
            of_ranges::<Ods<_>>(path, bytes)
        }
        "xls" => of_ranges::<Xls<_>>(path, bytes),
        _ => Ok(vec![of_csv(path, &bytes)?]),
    }
}

/// A workbook (.xlsx) of which only the cells are read that are filled, one after the other.
pub(crate) struct Workbook {
    xlsx: Xlsx<Cursor<Vec<u8>>>,
    words: fn(&Data) -> String,
    tally: Tally,
}

/// A cell that is filled, in its row and column, counted from 0.
pub(crate) type Filled = (u32, u32, String);

impl Workbook {
    /// Opens it; `words`: what stands in a cell, empty where nothing does.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub(crate) fn open(
        bytes: Vec<u8>,
        bounds: Bounds,
        words: fn(&Data) -> String,
    ) -> Result<Self, String> {
        bounds.check_packed(&bytes)?;
        bounds::check_texts(&bytes)?;
        let xlsx = Xlsx::new(Cursor::new(bytes));
        Ok(Self {
            xlsx: xlsx.map_err(|error| format!("cannot be read: {error}"))?,
            words,
            tally: Tally::new(bounds),
        })
    }

    /// Its sheets.
    pub(crate) fn names(&self) -> Vec<String> {
        self.xlsx.sheet_names()
    }

    /// The cells of a sheet, row by row.
    ///
    /// # Errors
    /// Why they cannot be read, with the sheet's name.
    pub(crate) fn sheet(&mut self, name: &str) -> Result<Vec<Filled>, String> {
        let broken = |error| format!("{name}: cannot be read: {error}");
        self.tally.next_sheet();
        let mut reader = self.xlsx.worksheet_cells_reader(name).map_err(broken)?;
        let mut cells = Vec::new();
        while let Some(cell) = reader.next_cell().map_err(broken)? {
            let text = (self.words)(&Data::from(cell.get_value().clone()));
            if text.is_empty() {
                continue;
            }
            let (row, column) = cell.get_position();
            let at = (u64::from(row), u64::from(column));
            self.tally.take(name, at, &text)?;
            cells.push((row, column, text));
        }
        cells.sort_by_key(|(row, column, _)| (*row, *column));
        Ok(cells)
    }
}

fn of_cells(path: &Path, cells: Vec<Filled>, name: String) -> Sheet {
    let file: Arc<str> = path.display().to_string().into();
    let sheet: Arc<str> = name.as_str().into();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (row, column, text) in cells {
        let (row, column) = (row as usize, column as usize);
        let at = Place {
            file: Arc::clone(&file),
            sheet: Arc::clone(&sheet),
            row,
            column,
        };
        let cell = Cell { at, text };
        match rows.last_mut() {
            Some(last) if last.first().is_some_and(|first| first.at.row == row) => last.push(cell),
            _ => rows.push(vec![cell]),
        }
    }
    Sheet { name, rows }
}

/// What `calamine` writes out as a whole.
fn of_ranges<R>(path: &Path, bytes: Vec<u8>) -> Result<Vec<Sheet>, String>
where
    R: Reader<Cursor<Vec<u8>>>,
    R::Error: fmt::Display,
{
    let mut workbook: R = open_workbook_from_rs(Cursor::new(bytes))
        .map_err(|error: R::Error| format!("cannot be read: {error}"))?;
    let mut tally = Tally::new(LIST);
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        tally.next_sheet();
        let range = workbook
            .worksheet_range(&name)
            .map_err(|error| format!("{name}: cannot be read: {error}"))?;
        let (top, left) = range.start().unwrap_or((0, 0));
        let mut cells = Vec::new();
        for (row, filled) in (top..).zip(range.rows()) {
            for (column, data) in (left..).zip(filled) {
                let text = words(data);
                if !text.is_empty() {
                    tally.take(&name, (u64::from(row), u64::from(column)), &text)?;
                    cells.push((row, column, text));
                }
            }
        }
        sheets.push(of_cells(path, cells, name));
    }
    Ok(sheets)
}

/// What a person reads in the cell.
fn words(data: &Data) -> String {
    match data {
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number:.0}")
        }
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            if (hour, minute) == (0, 0) {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
            }
        }
        Data::Empty => String::new(),
        other => other.to_string().trim().to_owned(),
    }
}

/// Comma, semicolon (Excel in Vietnam) or tab, whichever the first line that is not blank has most of; UTF-8, with or without
/// its mark, or UTF-16. Rows are counted as a spreadsheet shows them: a blank line is one, a cell of several lines is in one.
fn of_csv(path: &Path, bytes: &[u8]) -> Result<Sheet, String> {
    let file: Arc<str> = path.display().to_string().into();
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let sheet: Arc<str> = name.as_ref().into();
    let text = decoded(bytes)?;
    let first = text.lines().find(|line| !line.trim().is_empty());
    let first = first.unwrap_or_default();
    let delimiter = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|sign| first.bytes().filter(|byte| byte == sign).count())
        .unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut row = 0;
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        if rows.len() as u64 >= LIST.rows {
            return Err(format!("has more than {} rows", LIST.rows));
        }
        row += record
            .position()
            .map_or(0, |at| blank_lines(&text, at.byte()));
        let filled = record.iter().map(str::trim).enumerate();
        let filled = filled.filter(|(_, text)| !text.is_empty());
        let cells = filled.map(|(column, text)| Cell {
            at: Place {
                file: Arc::clone(&file),
                sheet: Arc::clone(&sheet),
                row,
                column,
            },
            text: text.to_owned(),
        });
        rows.push(cells.collect());
        row += 1;
    }
    Ok(Sheet {
        name: name.into_owned(),
        rows,
    })
}

/// How many blank lines follow where a record ended, at this byte: the reader skips them without a word.
fn blank_lines(text: &str, after: u64) -> usize {
    let bytes = text.as_bytes();
    let mut at = usize::try_from(after).unwrap_or(bytes.len());
    // Of the two signs at the end of a record the reader has taken one.
    if at > 0 && bytes.get(at - 1..=at) == Some(b"\r\n") {
        at += 1;
    }
    let mut lines = 0;
    loop {
        at += match bytes.get(at..).unwrap_or_default() {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => return lines,
        };
        lines += 1;
    }
}

fn decoded(bytes: &[u8]) -> Result<String, String> {
    let wide = |from_bytes: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units = bytes
            .chunks_exact(2)
            .map(|pair| from_bytes([pair[0], pair[1]]));
        char::decode_utf16(units)
            .collect::<Result<String, _>>()
            .map_err(|_| "is damaged UTF-16".to_owned())
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => wide(u16::from_be_bytes, rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => String::from_utf8(rest.to_vec())
            .map_err(|_| "is not UTF-8: in Excel save it as \"CSV UTF-8\", or as .xlsx".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(sheet: &Sheet) -> Vec<Vec<&str>> {
        sheet
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| cell.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn every_dialect_of_csv_is_read() {
        let wanted = [vec!["mã", "tên"], vec!["a", "Phường A, cũ"]];
        let plain = "mã,tên\na,\"Phường A, cũ\"\n";
        let excel = "\u{feff}mã;tên\r\na;Phường A, cũ\r\n";
        let tabs = "mã\ttên\na\tPhường A, cũ\n";
        for text in [plain, excel, tabs] {
            assert_eq!(
                texts(&of_csv(Path::new("x.csv"), text.as_bytes()).unwrap()),
                wanted
            );
        }
        let mut utf16 = vec![0xFF, 0xFE];
        utf16.extend(tabs.encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(texts(&of_csv(Path::new("x.csv"), &utf16).unwrap()), wanted);
        let windows = b"m\xE3,t\xEAn\n";
        assert!(
            of_csv(Path::new("x.csv"), windows)
                .unwrap_err()
                .contains("UTF-8")
        );
    }

    #[test]
    fn a_cell_is_called_as_people_call_it() {
        let at = |row, column| Place {
            file: "a.xlsx".into(),
            sheet: "Địa bàn".into(),
            row,
            column,
        };
        assert_eq!(at(6, 2).to_string(), "a.xlsx: Địa bàn!C7");
        assert_eq!(at(0, 27).to_string(), "a.xlsx: Địa bàn!AB1");
    }

    #[test]
    fn a_row_of_csv_has_the_number_that_a_spreadsheet_shows() {
        let lines = [
            "",
            "mã,tên",
            "",
            "",
            "a,\"Phường A\ncũ\"",
            "b,B",
            "",
            "c,C",
            "",
        ];
        for end in ["\n", "\r\n"] {
            let text = lines.join(end);
            let sheet = of_csv(Path::new("x.csv"), text.as_bytes()).unwrap();
            let rows: Vec<usize> = sheet.rows.iter().map(|row| row[0].at.row + 1).collect();
            assert_eq!(rows, [2, 5, 6, 8], "{end:?}");
            let places: Vec<String> = sheet.rows.iter().map(|row| row[1].at.to_string()).collect();
            assert_eq!(places[3], "x.csv: x!B8");
        }
    }
}
