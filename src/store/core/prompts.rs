//! What people were asked to write in a group.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    ids::{ChatId, PromptId, QuestionId, UserId},
    prompt::Prompt,
};
use crate::store::{Result, StoreError, WriteTx};

/// Something a person was asked to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    /// Its row.
    pub(crate) id: PromptId,
    /// Who was asked.
    pub(crate) of: UserId,
    /// About which question.
    pub(crate) question: Option<QuestionId>,
    /// What for.
    pub(crate) prompt: Prompt,
    /// In which chat.
    pub(crate) chat: Option<ChatId>,
    /// Whether it was answered already.
    pub(crate) is_answered: bool,
}

/// Remembers what `of` is asked for.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    (of, chat): (UserId, ChatId),
    question: Option<QuestionId>,
    prompt: &Prompt,
    now: Timestamp,
) -> Result<PromptId> {
    let wish =
        serde_json::to_string(prompt).map_err(|error| StoreError::impossible("prompt", error))?;
    tx.one(
        "insert into prompt (asked_of, chat_id, question_id, wish, asked_at) values (?, ?, ?, ?, ?)
         returning id",
        params![
            of.0,
            chat.0,
            question.map(|question| question.0),
            wish,
            now.as_second()
        ],
        |row| Ok(PromptId(row.get(0)?)),
    )
}

/// The prompt of this row; `None` also for one that an older bot asked and this one does not know.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn find(tx: &WriteTx<'_>, id: PromptId) -> Result<Option<Asked>> {
    let row = tx.optional(
        &format!("select {COLUMNS} from prompt where id = ?"),
        [id.0],
        read,
    )?;
    Ok(row.flatten())
}

const COLUMNS: &str =
    "id, asked_of, chat_id, question_id, wish, answered_at is not null as is_answered";

/// `None` for what an older bot asked and this one does not know.
fn read(row: &Row<'_>) -> Result<Option<Asked>> {
    let Ok(prompt) = serde_json::from_str(&row.get::<_, String>("wish")?) else {
        return Ok(None);
    };
    Ok(Some(Asked {
        id: PromptId(row.get("id")?),
        of: UserId(row.get("asked_of")?),
        chat: row.get::<_, Option<i64>>("chat_id")?.map(ChatId),
        question: row.get::<_, Option<i64>>("question_id")?.map(QuestionId),
        prompt,
        is_answered: row.get("is_answered")?,
    }))
}

/// What is still asked for about this question, of whomever.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn open_about(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<Asked>> {
    let found = tx.all(
        &format!(
            "select {COLUMNS} from prompt where question_id = ? and answered_at is null order by id"
        ),
        [question.0],
        read,
    )?;
    Ok(found.into_iter().flatten().collect())
}

/// What somebody is still asked for in this chat.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn open_of(tx: &WriteTx<'_>, of: UserId, chat: ChatId) -> Result<Vec<Asked>> {
    let found = tx.all(
        &format!(
            "select {COLUMNS} from prompt
             where asked_of = ? and chat_id = ? and answered_at is null order by id"
        ),
        params![of.0, chat.0],
        read,
    )?;
    Ok(found.into_iter().flatten().collect())
}

/// It was answered: the words are on their way through the rules.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn close(tx: &WriteTx<'_>, id: PromptId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update prompt set answered_at = ? where id = ?",
        params![now.as_second(), id.0],
    )?;
    Ok(())
}
