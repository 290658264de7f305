//! What people were asked to write in a group.

use jiff::Timestamp;
use rusqlite::params;

use super::{Result, StoreError, WriteTx};
use crate::domain::{
    ids::{PromptId, QuestionId, UserId},
    prompt::Prompt,
};

/// Something a person was asked to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its row.
    pub id: PromptId,
    /// Who was asked.
    pub of: UserId,
    /// About which question.
    pub question: Option<QuestionId>,
    /// What for.
    pub prompt: Prompt,
    /// Whether it was answered already.
    pub is_answered: bool,
}

/// Remembers what `of` is asked for.
///
/// # Errors
/// When SQLite fails.
pub fn keep(
    tx: &WriteTx<'_>,
    of: UserId,
    question: Option<QuestionId>,
    prompt: &Prompt,
    now: Timestamp,
) -> Result<PromptId> {
    let wish =
        serde_json::to_string(prompt).map_err(|error| StoreError::impossible("prompt", error))?;
    tx.one(
        "insert into prompt (asked_of, question_id, wish, asked_at) values (?, ?, ?, ?) returning id",
        params![of.0, question.map(|question| question.0), wish, now.as_second()],
        |row| Ok(PromptId(row.get(0)?)),
    )
}

/// The prompt of this row; `None` also for one that an older bot asked and this one does not know.
///
/// # Errors
/// When SQLite fails.
pub fn find(tx: &WriteTx<'_>, id: PromptId) -> Result<Option<Asked>> {
    let row = tx.optional(
        "select asked_of, question_id, wish, answered_at is not null from prompt where id = ?",
        [id.0],
        |row| {
            Ok((
                UserId(row.get(0)?),
                row.get::<_, Option<i64>>(1)?.map(QuestionId),
                row.get::<_, String>(2)?,
                row.get::<_, bool>(3)?,
            ))
        },
    )?;
    Ok(row.and_then(|(of, question, wish, is_answered)| {
        let prompt = serde_json::from_str(&wish).ok()?;
        Some(Asked {
            id,
            of,
            question,
            prompt,
            is_answered,
        })
    }))
}

/// It was answered: the words are on their way through the rules.
///
/// # Errors
/// When SQLite fails.
pub fn close(tx: &WriteTx<'_>, id: PromptId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update prompt set answered_at = ? where id = ?",
        params![now.as_second(), id.0],
    )?;
    Ok(())
}
