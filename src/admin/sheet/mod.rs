//! A council from a spreadsheet: areas, bodies, delegates, sessions as an office keeps them, turned into the text of a council
//! file. What is wrong is said of the cell in which it stands. Start with [`Book::read`].

mod book;
mod bounds;
mod cells;
mod council;
mod repeated;
mod words;

pub(crate) use book::{Book, Head, date, days_of};
pub(crate) use bounds::REGISTER;
pub(crate) use cells::{Filled, Workbook};
pub(crate) use council::{kind_in_name, moment};
pub(crate) use words::{code_from, level_of};

use std::path::Path;

/// Whether a file is a spreadsheet, by its name.
pub(crate) fn is_one(path: &Path) -> bool {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    matches!(
        ending.as_deref(),
        Some("xlsx" | "xlsm" | "xls" | "ods" | "csv" | "tsv")
    )
}
