//! What follows the sending of a question: which message became which part of it, its earlier words, what
//! its author added, why they withdrew it.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::ids::{DraftId, MessageId, QuestionId, UserId};
use crate::store::{Result, WriteTx, write_tx::time};

/// The part of a draft or question that a resident's message became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// The draft, also after it was sent.
    pub(crate) draft: DraftId,
    /// The words as they stand in it.
    pub(crate) part: String,
}

/// This message became this part of the draft; or its part has changed.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn remember_source(
    tx: &WriteTx<'_>,
    user: UserId,
    message: MessageId,
    source: &Source,
) -> Result<()> {
    tx.execute(
        "insert into source_message (user_id, message_id, draft_id, part) values (?1, ?2, ?3, ?4)
         on conflict (user_id, message_id) do update set draft_id = ?3, part = ?4",
        params![user.0, message.0, source.draft.0, source.part],
    )?;
    Ok(())
}

/// What this message became.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn source(tx: &WriteTx<'_>, user: UserId, message: MessageId) -> Result<Option<Source>> {
    tx.optional(
        "select draft_id, part from source_message where user_id = ? and message_id = ?",
        [user.0, message.0],
        |row| {
            Ok(Source {
                draft: DraftId(row.get("draft_id")?),
                part: row.get("part")?,
            })
        },
    )
}

/// The draft is gone, or its words are other ones: no message is part of it any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget_sources(tx: &WriteTx<'_>, draft: DraftId) -> Result<()> {
    tx.execute("delete from source_message where draft_id = ?", [draft.0])?;
    Ok(())
}

/// Keeps the words a question had before.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep_revision(
    tx: &WriteTx<'_>,
    question: QuestionId,
    before: &str,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into revision (question_id, text, replaced_at) values (?, ?, ?)",
        params![question.0, before, now.as_second()],
    )?;
    Ok(())
}

/// What the question said before it was changed the last few times, the newest change first, and when.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn latest_revisions(
    tx: &WriteTx<'_>,
    question: QuestionId,
) -> Result<Vec<(String, Timestamp)>> {
    tx.all(
        "select text, replaced_at from revision where question_id = ? order by id desc limit 100",
        [question.0],
        |row| Ok((row.get("text")?, time("revision", row.get("replaced_at")?)?)),
    )
}

/// Keeps what the author added.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn add(
    tx: &WriteTx<'_>,
    question: QuestionId,
    text: &str,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into addition (question_id, kind, text, added_at) values (?, 'more', ?, ?)",
        params![question.0, text, now.as_second()],
    )?;
    Ok(())
}

/// Keeps why the author withdrew it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep_reason(
    tx: &WriteTx<'_>,
    question: QuestionId,
    reason: &str,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into addition (question_id, kind, text, added_at) values (?, 'withdrawal', ?, ?)",
        params![question.0, reason, now.as_second()],
    )?;
    Ok(())
}

/// What the author added, in order.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn additions(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<String>> {
    tx.all(
        "select text from addition where question_id = ? and kind = 'more' order by id",
        [question.0],
        |row| Ok(row.get(0)?),
    )
}
