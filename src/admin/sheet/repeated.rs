//! Rows and cells of a workbook (.ods) that say how often they are there: looked at before `calamine` writes them all out.

use std::io::Cursor;

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::bounds::{Bounds, lenient, most_of, unreadable};

/// Whether the sheets of a workbook (.ods) are within bounds once each row and cell is there as often as it is said to be:
/// `calamine` writes them all out.
///
/// # Errors
/// That they are not.
pub(super) fn check(bytes: &[u8], bounds: Bounds) -> Result<(), String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let Ok(content) = archive.by_name("content.xml") else {
        // Whoever reads it says what is missing.
        return Ok(());
    };
    let mut xml = lenient(content);
    let mut sheets = Repeated {
        bounds,
        sheet: String::new(),
        row: Line::default(),
        rows: 0,
        width: 0,
        height: 0,
        before: 0,
        bytes: 0,
    };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let begins_at = xml.buffer_position();
        let event = match xml.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(error) => return Err(unreadable(error)),
        };
        let length = xml.buffer_position() - begins_at;
        match event {
            Event::Start(tag) => sheets.begins(&tag, length)?,
            Event::Empty(tag) => {
                sheets.begins(&tag, length)?;
                sheets.ends(tag.name().as_ref())?;
            }
            Event::End(tag) => sheets.ends(tag.name().as_ref())?,
            Event::Eof => return Ok(()),
            _ => sheets.row.has(length),
        }
    }
}

const ROW: &str = "table:table-row";
const CELLS: [&str; 2] = ["table:table-cell", "table:covered-table-cell"];

/// A row while it is read.
#[derive(Default)]
struct Line {
    /// The row is there so often.
    times: u64,
    /// Its cells so far, empty ones at the end counted.
    cells: u64,
    /// Its cells up to the last that is filled.
    filled: u64,
    /// The cell that is read is there so often; 0 between cells.
    repeated: u64,
    /// What its cells are made of, so often as each is there.
    bytes: u64,
}

impl Line {
    /// So many bytes in the cell that is read.
    fn has(&mut self, bytes: u64) {
        let bytes = bytes.saturating_mul(self.repeated);
        self.bytes = self.bytes.saturating_add(bytes);
    }
}

/// The sheets of a workbook as they would be written out.
struct Repeated {
    bounds: Bounds,
    sheet: String,
    row: Line,
    /// Of this sheet so far.
    rows: u64,
    /// Its widest row.
    width: u64,
    /// Its last row that is filled.
    height: u64,
    /// Cells of the sheets before.
    before: u64,
    bytes: u64,
}

impl Repeated {
    fn begins(&mut self, tag: &BytesStart<'_>, length: u64) -> Result<(), String> {
        match tag.name().as_ref() {
            "table:table" => {
                self.before += self.width * self.height;
                (self.rows, self.width, self.height) = (0, 0, 0);
                let mut attributes = tag.attributes();
                let mut named = attributes.with_checks(false).flatten();
                let name = named.find(|attribute| attribute.key.as_ref() == "table:name");
                self.sheet = name.map_or_else(String::new, |name| name.value.into_owned());
            }
            ROW => {
                let times = most_of(tag, "table:number-rows-repeated").unwrap_or(1);
                self.row = Line {
                    times: times.max(1),
                    ..Line::default()
                };
            }
            name if CELLS.contains(&name) => {
                let times = most_of(tag, "table:number-columns-repeated").unwrap_or(1);
                let row = &mut self.row;
                row.cells = row.cells.saturating_add(times);
                if is_filled(tag) {
                    row.filled = row.cells;
                    row.repeated = times;
                    row.has(length);
                }
            }
            "text:s" => {
                self.row.has(most_of(tag, "text:c").unwrap_or(1));
            }
            _ => {}
        }
        if self.row.bytes > self.bounds.bytes {
            return Err(self.bounds.is_too_much_text());
        }
        Ok(())
    }

    fn ends(&mut self, name: &str) -> Result<(), String> {
        if CELLS.contains(&name) {
            self.row.repeated = 0;
        }
        if name != ROW {
            return Ok(());
        }
        let row = std::mem::take(&mut self.row);
        self.rows = self.rows.saturating_add(row.times);
        if row.filled == 0 {
            return Ok(());
        }
        self.bounds
            .check_place(&self.sheet, (self.rows - 1, row.filled - 1))?;
        self.height = self.rows;
        self.width = self.width.max(row.filled);
        if self.before + self.width * self.height > self.bounds.cells {
            return Err(self.bounds.are_too_many_cells());
        }
        let bytes = row.bytes.saturating_mul(row.times);
        self.bytes = self.bytes.saturating_add(bytes);
        if self.bytes > self.bounds.bytes {
            return Err(self.bounds.is_too_much_text());
        }
        Ok(())
    }
}

/// Whether there is something in a cell: `calamine` takes what stands in it for its words only if it says that it is text.
fn is_filled(tag: &BytesStart<'_>) -> bool {
    let mut attributes = tag.attributes();
    attributes
        .with_checks(false)
        .flatten()
        .map(|attribute| attribute.key)
        .any(|key| key.as_ref().starts_with("office:") || key.as_ref() == "table:formula")
}
