//! Templates that a body made of its own answers.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::ids::{BodyCode, TemplateId, UserId};
use crate::store::{Result, WriteTx};

/// Keeps one. `false`: the body has this very text, or as many as it may have.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    body: &BodyCode,
    text: &str,
    by: UserId,
    most: usize,
    now: Timestamp,
) -> Result<bool> {
    let all = of_body(tx, body)?;
    if all.len() >= most || all.iter().any(|(_, kept)| kept == text) {
        return Ok(false);
    }
    tx.execute(
        "insert into template (body_code, text, made_by, made_at) values (?, ?, ?, ?)",
        params![body.as_str(), text, by.0, now.as_second()],
    )?;
    Ok(true)
}

/// The body's own, in the order in which they were made.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn of_body(tx: &WriteTx<'_>, body: &BodyCode) -> Result<Vec<(TemplateId, String)>> {
    tx.all(
        "select id, text from template where body_code = ? and removed_at is null order by id",
        [body.as_str()],
        |row| Ok((TemplateId(row.get("id")?), row.get("text")?)),
    )
}

/// The body does not want it any more. `false`: it is not there.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn remove(
    tx: &WriteTx<'_>,
    body: &BodyCode,
    id: TemplateId,
    now: Timestamp,
) -> Result<bool> {
    let removed = tx.execute(
        "update template set removed_at = ? where id = ? and body_code = ? and removed_at is null",
        params![now.as_second(), id.0, body.as_str()],
    )?;
    Ok(removed > 0)
}
