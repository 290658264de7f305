//! The phone of a question's author, for one officer in private. Whoever shows it checks the right first and writes
//! the look down.
//!
//! A phone is kept in two places: with the resident who shared it, or with a question that a clerk entered for
//! somebody without Telegram.

use crate::domain::question::Question;
use crate::store::{Result, WriteTx, residents};

/// The phone, as it was given.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn of_author(tx: &WriteTx<'_>, question: &Question) -> Result<Option<String>> {
    if let Some(author) = question.author
        && let Some(phone) = residents::phone(tx, author)?
    {
        return Ok(Some(phone.e164().to_owned()));
    }
    let found = tx.optional(
        "select phone from entered_for where question_id = ?",
        [question.id.0],
        |row| Ok(row.get::<_, Option<String>>(0)?),
    )?;
    Ok(found.flatten())
}
