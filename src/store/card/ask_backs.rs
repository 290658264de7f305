//! What authors were asked back.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    ids::{QuestionId, UserId},
    question::casework::AskBack,
};
use crate::store::{Result, WriteTx, write_tx::time};

/// Keeps what the author is asked; there is one open question of this kind at most.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(tx: &WriteTx<'_>, asked: &AskBack) -> Result<()> {
    end(tx, asked.question, asked.at)?;
    tx.execute(
        "insert into ask_back (question_id, asked_by, asked_name, text, asked_at) values (?, ?, ?, ?, ?)",
        params![
            asked.question.0,
            asked.by.0,
            asked.name,
            asked.text,
            asked.at.as_second()
        ],
    )?;
    Ok(())
}

/// What the author of this question has still to say.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn open_for(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<AskBack>> {
    tx.optional(
        "select question_id, asked_by, asked_name, text, asked_at from ask_back
         where question_id = ? and ended_at is null",
        [question.0],
        read,
    )
}

/// Everything that the author of this question was asked, oldest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn all_for(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<AskBack>> {
    tx.all(
        "select question_id, asked_by, asked_name, text, asked_at from ask_back
         where question_id = ? order by asked_at, id",
        [question.0],
        read,
    )
}

/// They replied, or nobody waits for it any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn end(tx: &WriteTx<'_>, question: QuestionId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update ask_back set ended_at = ? where question_id = ? and ended_at is null",
        params![now.as_second(), question.0],
    )?;
    Ok(())
}

/// Asked before that moment, still not replied to, and nobody was told of it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn silent_since(tx: &WriteTx<'_>, before: Timestamp) -> Result<Vec<QuestionId>> {
    tx.all(
        "select ask_back.question_id from ask_back indexed by ask_back_silent
             cross join question on question.id = ask_back.question_id
         where ended_at is null and told_at is null and asked_at <= ? and question.state = 'asked_back'
         order by ask_back.id",
        [before.as_second()],
        |row| Ok(QuestionId(row.get(0)?)),
    )
}

/// Its body was told that no reply came.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn mark_told(tx: &WriteTx<'_>, question: QuestionId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update ask_back set told_at = ? where question_id = ? and ended_at is null",
        params![now.as_second(), question.0],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<AskBack> {
    Ok(AskBack {
        question: QuestionId(row.get("question_id")?),
        by: UserId(row.get("asked_by")?),
        name: row.get("asked_name")?,
        text: row.get("text")?,
        at: time("ask_back", row.get("asked_at")?)?,
    })
}
