//! Papers that were issued: kept as they were, so that they can be given out again. On the command line and in a chat the
//! same thing happens: [`issue`].

use jiff::{Timestamp, civil::Date};
use rusqlite::{Row, params};

use crate::domain::{
    event::Event,
    ids::{IssuedId, PaperId, UserId},
    report::{
        ReportWish,
        changes::Kept,
        issue::{DocumentNumber, IssuedLine, IssuedPaper, ReadyPaper},
    },
};
use crate::store::{Result, StoreError, WriteTx, events};

/// What came of issuing a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Issue {
    /// It is issued, and kept.
    New(IssuedLine),
    /// It was issued before, and stays as it was.
    Before(Box<IssuedPaper>),
    /// Another paper of this kind has the number in this year: nothing was issued.
    NumberUsed(IssuedLine),
}

const LINE: &str = "id, wish, year, ordinal, number, dated_on, issued_at";

/// The paper that was issued on this wish, if one was.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn find(tx: &WriteTx<'_>, wish: &ReportWish) -> Result<Option<IssuedPaper>> {
    tx.optional(
        &format!("select {LINE}, facts, file from issued_paper where wish = ?"),
        [json(wish)?],
        |row| {
            Ok(IssuedPaper {
                line: line(row)?,
                kept: Kept::read(&row.get::<_, String>("facts")?),
                file: row.get("file")?,
            })
        },
    )
}

/// The same without its file.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn find_line(tx: &WriteTx<'_>, wish: &ReportWish) -> Result<Option<IssuedLine>> {
    tx.optional(
        &format!("select {LINE} from issued_paper where wish = ?"),
        [json(wish)?],
        line,
    )
}

/// Papers that were issued, the newest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn newest(tx: &WriteTx<'_>, skip: u32, most: u32) -> Result<Vec<IssuedLine>> {
    tx.all(
        &format!("select {LINE} from issued_paper order by id desc limit ?2 offset ?1"),
        [skip, most],
        line,
    )
}

/// The paper of the same kind that has this number in the year of this day. The same paper in another form has the same
/// number.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn with_number(
    tx: &WriteTx<'_>,
    wish: &ReportWish,
    (number, year): (&str, i16),
) -> Result<Option<IssuedLine>> {
    let numbered = tx.all(
        &format!(
            "select {LINE} from issued_paper
             where number is not null and json_extract(wish, '$.kind') = ? order by id"
        ),
        [wish.kind.to_string()],
        line,
    )?;
    let is_same = |other: &str| match DocumentNumber::parse(number) {
        Some(number) => number.is_same(other),
        None => number.trim() == other.trim(),
    };
    Ok(numbered.into_iter().find(|paper| {
        paper.number.as_deref().is_some_and(is_same)
            && paper.year_of_number() == year
            && !paper.wish.is_same_paper(wish)
    }))
}

/// Issues a paper, once: it gets the next number of issue of its year, is kept, and is written down as issued by whoever did
/// it.
///
/// # Errors
/// When SQLite fails.
pub fn issue(
    tx: &mut WriteTx<'_>,
    paper: &ReadyPaper,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<Issue> {
    if let Some(before) = find(tx, &paper.wish)? {
        return Ok(Issue::Before(Box::new(before)));
    }
    let year = paper.today.year();
    if let Some(number) = &paper.number {
        let in_year = paper.dated_on.map_or(year, Date::year);
        if let Some(other) = with_number(tx, &paper.wish, (number, in_year))? {
            return Ok(Issue::NumberUsed(other));
        }
    }
    let ordinal: u32 = tx.one(
        "select coalesce(max(ordinal), 0) + 1 from issued_paper where year = ?",
        [year],
        |row| Ok(row.get(0)?),
    )?;
    let id = tx.insert(
        "insert into issued_paper (wish, year, ordinal, number, dated_on, facts, file, issued_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            json(&paper.wish)?,
            year,
            ordinal,
            paper.number,
            paper.dated_on.map(|day| day.to_string()),
            paper.kept.to_json(),
            paper.file,
            now.as_second()
        ],
    )?;
    let issued = Event::PaperIssued {
        paper: paper.wish.kind,
        number: paper.number.clone(),
    };
    events::record(tx, &issued, by, None, now)?;
    Ok(Issue::New(IssuedLine {
        id: IssuedId(id),
        wish: paper.wish.clone(),
        year,
        ordinal,
        number: paper.number.clone(),
        dated_on: paper.dated_on,
        issued_at: now,
    }))
}

/// The number by which buttons know a paper.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn paper_of(tx: &WriteTx<'_>, wish: &ReportWish) -> Result<PaperId> {
    let wish = json(wish)?;
    tx.execute(
        "insert into paper_wish (wish) values (?) on conflict do nothing",
        [&wish],
    )?;
    tx.one("select id from paper_wish where wish = ?", [&wish], |row| {
        Ok(PaperId(row.get(0)?))
    })
}

/// The paper that a button means.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn wish_of(tx: &WriteTx<'_>, id: PaperId) -> Result<Option<ReportWish>> {
    tx.optional("select wish from paper_wish where id = ?", [id.0], |row| {
        wish(&row.get::<_, String>(0)?)
    })
}

fn line(row: &Row<'_>) -> Result<IssuedLine> {
    let dated_on: Option<String> = row.get("dated_on")?;
    let dated_on = dated_on.map(|day| day.parse()).transpose();
    let issued_at = Timestamp::from_second(row.get("issued_at")?);
    Ok(IssuedLine {
        id: IssuedId(row.get("id")?),
        wish: wish(&row.get::<_, String>("wish")?)?,
        year: row.get("year")?,
        ordinal: row.get("ordinal")?,
        number: row.get("number")?,
        dated_on: dated_on
            .map_err(|error: jiff::Error| StoreError::impossible("issued_paper", error))?,
        issued_at: issued_at.map_err(|error| StoreError::impossible("issued_paper", error))?,
    })
}

fn wish(json: &str) -> Result<ReportWish> {
    serde_json::from_str(json).map_err(|error| StoreError::impossible("issued_paper", error))
}

fn json(wish: &ReportWish) -> Result<String> {
    serde_json::to_string(wish).map_err(|error| StoreError::impossible("issued_paper", error))
}
