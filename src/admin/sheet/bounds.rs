//! How much of a workbook is read: a file of a few kilobytes may fill the last cell of a sheet, say one cell a million times, or
//! unpack to gigabytes. What has more is refused before it costs memory, with a sentence that says what.
//!
//! Start with [`Bounds`]. What a file says of itself is looked at first and then not trusted.

use std::{
    fmt,
    fs::File,
    io::{self, BufReader, Cursor, Read},
    path::Path,
};

use quick_xml::{
    Reader as Xml,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

/// Columns of a sheet: `A` to `IV`, as many as an old Excel had.
const COLUMNS: u64 = 256;
const MIB: u64 = 1 << 20;

/// How much is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// Rows of a sheet, counted from its first.
    pub(super) rows: u64,
    /// Cells of all sheets, those counted that are empty beside others.
    pub(super) cells: u64,
    /// Bytes of the file, of what is packed in it, and of the texts of its cells.
    pub(super) bytes: u64,
}

/// More is no list of areas any more.
pub(crate) const LIST: Bounds = Bounds {
    rows: 20_000,
    cells: 1_000_000,
    bytes: 64 * MIB,
};

/// A register of many years; more is taken in in parts.
pub(crate) const REGISTER: Bounds = Bounds {
    rows: 100_000,
    cells: 5_000_000,
    bytes: 512 * MIB,
};

/// Where a cell stands, counted from 0, as people say it: `C7`.
pub(super) struct Called(pub(super) u64, pub(super) u64);

impl fmt::Display for Called {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.1 + 1;
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
            letters.push(char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        write!(f, "{letters}{}", self.0 + 1)
    }
}

impl Bounds {
    /// The bytes of a file.
    ///
    /// # Errors
    /// Why they cannot be read, or that they are too many.
    pub(crate) fn read(self, file: &Path) -> Result<Vec<u8>, String> {
        let open = || -> io::Result<Vec<u8>> {
            let mut bytes = Vec::new();
            File::open(file)?
                .take(self.bytes + 1)
                .read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        let bytes = open().map_err(|error| error.to_string())?;
        if bytes.len() as u64 > self.bytes {
            let most = self.bytes / MIB;
            return Err(format!(
                "is larger than {most} MiB, and no file larger than that is read"
            ));
        }
        Ok(bytes)
    }

    /// Whether what is packed in a workbook (.xlsx, .ods) is within bounds, by what it says and by what it is.
    ///
    /// # Errors
    /// That it is not, or cannot be unpacked.
    pub(super) fn check_packed(self, bytes: &[u8]) -> Result<(), String> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
        let mut said: u64 = 0;
        for at in 0..archive.len() {
            let part = archive.by_index_raw(at).map_err(unreadable)?;
            said = said.saturating_add(part.size());
        }
        let mut left = self.bytes;
        if said > left {
            return Err(self.unpacks_to_too_much());
        }
        for at in 0..archive.len() {
            let part = archive.by_index(at).map_err(unreadable)?;
            let unpacked = io::copy(&mut part.take(left + 1), &mut io::sink());
            left = left
                .checked_sub(unpacked.map_err(unreadable)?)
                .ok_or_else(|| self.unpacks_to_too_much())?;
        }
        Ok(())
    }

    fn unpacks_to_too_much(self) -> String {
        let most = self.bytes / MIB;
        format!("unpacks to more than {most} MiB, and no workbook larger than that is read")
    }

    pub(super) fn are_too_many_cells(self) -> String {
        format!("has more than {} cells, and no more are read", self.cells)
    }

    pub(super) fn is_too_much_text(self) -> String {
        let most = self.bytes / MIB;
        format!("has more than {most} MiB of text, and no more is read")
    }

    pub(super) fn check_place(self, sheet: &str, (row, column): (u64, u64)) -> Result<(), String> {
        if row < self.rows && column < COLUMNS {
            return Ok(());
        }
        let (called, rows) = (Called(row, column), self.rows);
        Err(format!(
            "{sheet}!{called}: is filled, and no more than {rows} rows and {COLUMNS} columns are read"
        ))
    }
}

pub(super) fn unreadable(error: impl fmt::Display) -> String {
    format!("cannot be read: {error}")
}

/// Counts what was read.
#[derive(Debug)]
pub(super) struct Tally {
    bounds: Bounds,
    cells: u64,
    bytes: u64,
    /// The last cell.
    last: Option<(u64, u64)>,
}

impl Tally {
    pub(super) fn new(bounds: Bounds) -> Self {
        Self {
            bounds,
            cells: 0,
            bytes: 0,
            last: None,
        }
    }

    /// Another sheet begins.
    pub(super) fn next_sheet(&mut self) {
        self.last = None;
    }

    /// A cell with these words, and the empty ones before it in its row.
    ///
    /// # Errors
    /// That this one is too many.
    pub(super) fn take(&mut self, sheet: &str, at: (u64, u64), words: &str) -> Result<(), String> {
        self.bounds.check_place(sheet, at)?;
        self.cells += match self.last {
            Some((row, column)) if row == at.0 => at.1.saturating_sub(column).max(1),
            _ => at.1 + 1,
        };
        self.last = Some(at);
        self.bytes += words.len() as u64;
        if self.cells > self.bounds.cells {
            return Err(self.bounds.are_too_many_cells());
        }
        if self.bytes > self.bounds.bytes {
            return Err(self.bounds.is_too_much_text());
        }
        Ok(())
    }
}

/// Whether the parts of a workbook (.xlsx) mean what they say of themselves: `calamine` makes room for as many texts as the list of
/// texts announces.
///
/// # Errors
/// That they do not.
pub(super) fn check_texts(bytes: &[u8]) -> Result<(), String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(unreadable)?;
        let name = part.name().map_err(unreadable)?.to_lowercase();
        if !name.ends_with("sharedstrings.xml") {
            continue;
        }
        let most = part.size();
        let mut xml = lenient(part);
        let mut buffer = Vec::new();
        let announced = loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(tag) | Event::Empty(tag)) if tag.local_name().as_ref() == "sst" => {
                    break most_of(&tag, "uniqueCount");
                }
                Ok(Event::Eof) | Err(_) => break None,
                Ok(_) => {}
            }
        };
        if announced.is_some_and(|announced| announced > most) {
            return Err("cannot be read: its list of texts is not what it says".to_owned());
        }
    }
    Ok(())
}

/// As `calamine` reads: names at the ends and comments are not looked at.
pub(super) fn lenient<R: Read>(part: R) -> Xml<BufReader<R>> {
    let mut xml = Xml::from_reader(BufReader::new(part));
    let config = xml.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    config.trim_text(false);
    xml
}

/// The number of this attribute; of several the largest, and what is no number is as many as there can be.
pub(super) fn most_of(tag: &BytesStart<'_>, name: &str) -> Option<u64> {
    let mut attributes = tag.attributes();
    let values = attributes.with_checks(false).flatten();
    let values = values.filter(|attribute| attribute.key.as_ref() == name);
    values
        .map(|attribute| attribute.value.parse().unwrap_or(u64::MAX))
        .max()
}

#[cfg(test)]
#[path = "bounds_tests.rs"]
mod tests;
