//! Who wants the same as a question's author, and what was asked before.

use jiff::Timestamp;
use rusqlite::params;

use super::{Result, WriteTx};
use crate::domain::ids::{QuestionId, UserId};

/// Adds a resident's voice. `false`: it was counted before.
///
/// # Errors
/// When SQLite fails.
pub fn add(tx: &WriteTx<'_>, question: QuestionId, user: UserId, now: Timestamp) -> Result<bool> {
    let added = tx.execute(
        "insert into support (question_id, user_id, supported_at) values (?, ?, ?) on conflict do nothing",
        params![question.0, user.0, now.as_second()],
    )?;
    if added > 0 {
        tx.execute(
            "update question set supporter_count =
                 (select count(*) from support where question_id = ?1) where id = ?1",
            [question.0],
        )?;
    }
    Ok(added > 0)
}

/// Everybody who wants the same, in the order in which they said so.
///
/// # Errors
/// When SQLite fails.
pub fn supporters(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<UserId>> {
    tx.all(
        "select user_id from support where question_id = ? order by supported_at, user_id",
        [question.0],
        |row| Ok(UserId(row.get(0)?)),
    )
}

/// The number of supporters the question's body was last told of.
///
/// # Errors
/// When SQLite fails.
pub fn told(tx: &WriteTx<'_>, question: QuestionId) -> Result<u32> {
    tx.one(
        "select supporters_told from question where id = ?",
        [question.0],
        |row| Ok(row.get(0)?),
    )
}

/// The question's body is told of this number now.
///
/// # Errors
/// When SQLite fails.
pub fn set_told(tx: &WriteTx<'_>, question: QuestionId, count: u32) -> Result<()> {
    tx.execute(
        "update question set supporters_told = ?2 where id = ?1",
        params![question.0, count],
    )?;
    Ok(())
}

/// The question raises again what an earlier one asked.
///
/// # Errors
/// When SQLite fails.
pub fn set_repeats(
    tx: &WriteTx<'_>,
    question: QuestionId,
    earlier: QuestionId,
    times_raised: u32,
) -> Result<()> {
    tx.execute(
        "update question set repeats_id = ?2, times_raised = ?3 where id = ?1",
        params![question.0, earlier.0, times_raised],
    )?;
    Ok(())
}
