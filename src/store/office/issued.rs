//! Papers that were issued: kept as they were, so that they can be printed again.

use jiff::{Timestamp, civil::Date};
use rusqlite::params;

use crate::domain::report::ReportWish;
use crate::store::{Result, StoreError, WriteTx};

/// A paper that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedPaper {
    /// Its year.
    pub year: i16,
    /// The number of the issue in that year.
    pub ordinal: u32,
    /// What was counted then, as JSON.
    pub facts: String,
    /// The file.
    pub file: Vec<u8>,
}

/// The paper that was issued on this wish, if one was.
///
/// # Errors
/// When SQLite fails.
pub fn find(tx: &WriteTx<'_>, wish: &ReportWish) -> Result<Option<IssuedPaper>> {
    tx.optional(
        "select year, ordinal, facts, file from issued_paper where wish = ?",
        [json(wish)?],
        |row| {
            Ok(IssuedPaper {
                year: row.get("year")?,
                ordinal: row.get("ordinal")?,
                facts: row.get("facts")?,
                file: row.get("file")?,
            })
        },
    )
}

/// Issues a paper: the next number of its year.
///
/// # Errors
/// When SQLite fails, or when it was issued before.
pub fn issue(
    tx: &WriteTx<'_>,
    wish: &ReportWish,
    (number, dated_on): (Option<&str>, Option<Date>),
    (facts, file): (&str, &[u8]),
    (today, now): (Date, Timestamp),
) -> Result<u32> {
    let year = today.year();
    let ordinal: u32 = tx.one(
        "select coalesce(max(ordinal), 0) + 1 from issued_paper where year = ?",
        [year],
        |row| Ok(row.get(0)?),
    )?;
    tx.execute(
        "insert into issued_paper (wish, year, ordinal, number, dated_on, facts, file, issued_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            json(wish)?,
            year,
            ordinal,
            number,
            dated_on.map(|day| day.to_string()),
            facts,
            file,
            now.as_second()
        ],
    )?;
    Ok(ordinal)
}

fn json(wish: &ReportWish) -> Result<String> {
    serde_json::to_string(wish).map_err(|error| StoreError::impossible("issued_paper", error))
}
