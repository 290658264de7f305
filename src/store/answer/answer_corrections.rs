//! New words for answers that were sent, and the words before.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::ids::{AnswerId, ChatId, CorrectionId, UserId};
use crate::store::{Result, WriteTx};

/// New words for an answer that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Correction {
    /// Its row.
    pub(crate) id: CorrectionId,
    /// Which answer.
    pub(crate) answer: AnswerId,
    /// The group it was written in.
    pub(crate) chat: ChatId,
    /// Who wrote it.
    pub(crate) author: UserId,
    /// Their name in the group.
    pub(crate) author_name: String,
    /// The new words.
    pub(crate) text: String,
    /// `draft`, `submitted`, `dropped` or `sent`.
    pub(crate) state: String,
}

/// What this person has written to correct this answer and nobody has decided on yet.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn undecided(
    tx: &WriteTx<'_>,
    answer: AnswerId,
    author: UserId,
) -> Result<Vec<Correction>> {
    tx.all(
        "select id, answer_id, chat_id, author_id, author_name, text, state from correction
         where answer_id = ? and author_id = ? and state in ('draft', 'submitted') order by id",
        params![answer.0, author.0],
        read,
    )
}

/// Keeps a new one.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn write(
    tx: &WriteTx<'_>,
    answer: AnswerId,
    chat: ChatId,
    author: (UserId, &str),
    text: &str,
    now: Timestamp,
) -> Result<Correction> {
    let id = tx.insert(
        "insert into correction (answer_id, chat_id, author_id, author_name, text, state, written_at)
         values (?, ?, ?, ?, ?, 'draft', ?)",
        params![
            answer.0,
            chat.0,
            author.0.0,
            author.1,
            text,
            now.as_second()
        ],
    )?;
    Ok(Correction {
        id: CorrectionId(id),
        answer,
        chat,
        author: author.0,
        author_name: author.1.to_owned(),
        text: text.to_owned(),
        state: "draft".to_owned(),
    })
}

/// The correction of this row.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn find(tx: &WriteTx<'_>, id: CorrectionId) -> Result<Option<Correction>> {
    tx.optional(
        "select id, answer_id, chat_id, author_id, author_name, text, state from correction where id = ?",
        [id.0],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<Correction> {
    Ok(Correction {
        id: CorrectionId(row.get("id")?),
        answer: AnswerId(row.get("answer_id")?),
        chat: ChatId(row.get("chat_id")?),
        author: UserId(row.get("author_id")?),
        author_name: row.get("author_name")?,
        text: row.get("text")?,
        state: row.get("state")?,
    })
}

/// It waits for the head.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn submit(tx: &WriteTx<'_>, id: CorrectionId) -> Result<()> {
    tx.execute(
        "update correction set state = 'submitted' where id = ? and state = 'draft'",
        [id.0],
    )?;
    Ok(())
}

/// Nothing becomes of it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn put_away(tx: &WriteTx<'_>, id: CorrectionId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update correction set state = 'dropped', decided_at = ? where id = ?",
        params![now.as_second(), id.0],
    )?;
    Ok(())
}

/// It is on its way; `before` are the words it replaces.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn sent(
    tx: &WriteTx<'_>,
    id: CorrectionId,
    before: &str,
    approved_by: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update correction set state = 'sent', before = ?2, approved_name = ?3, decided_at = ?4 where id = ?1",
        params![id.0, before, approved_by, now.as_second()],
    )?;
    Ok(())
}
