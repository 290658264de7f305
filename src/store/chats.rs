//! The groups of the bodies, and the messages in them that we may have to find again.

use jiff::Timestamp;
use rusqlite::params;

use super::{Result, WriteTx};
use crate::domain::ids::{AnswerId, BodyCode, ChatId, MessageId, QuestionId, UserId};

/// The group of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedChat {
    /// The group.
    pub chat: ChatId,
    /// Its body.
    pub body: BodyCode,
    /// Why nothing can be sent there, if so.
    pub broken: Option<String>,
}

/// The body this group belongs to.
///
/// # Errors
/// When SQLite fails.
pub fn body_of(tx: &WriteTx<'_>, chat: ChatId) -> Result<Option<BodyCode>> {
    tx.optional(
        "select body_code from chat_link where chat_id = ?",
        [chat.0],
        |row| Ok(BodyCode::new(row.get::<_, String>(0)?)),
    )
}

/// The group of this body.
///
/// # Errors
/// When SQLite fails.
pub fn chat_of(tx: &WriteTx<'_>, body: &BodyCode) -> Result<Option<ChatId>> {
    tx.optional(
        "select chat_id from chat_link where body_code = ?",
        [body.as_str()],
        |row| Ok(ChatId(row.get(0)?)),
    )
}

/// Every linked group.
///
/// # Errors
/// When SQLite fails.
pub fn all(tx: &WriteTx<'_>) -> Result<Vec<LinkedChat>> {
    tx.all(
        "select chat_id, body_code, broken from chat_link order by body_code",
        [],
        |row| {
            Ok(LinkedChat {
                chat: ChatId(row.get(0)?),
                body: BodyCode::new(row.get::<_, String>(1)?),
                broken: row.get(2)?,
            })
        },
    )
}

/// This group is now the chat of `body`, whatever it was before; the body's former group is no longer.
///
/// # Errors
/// When SQLite fails.
pub fn link(
    tx: &WriteTx<'_>,
    chat: ChatId,
    title: &str,
    body: &BodyCode,
    by: UserId,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "delete from chat_link where body_code = ? or chat_id = ?",
        params![body.as_str(), chat.0],
    )?;
    tx.execute(
        "insert into chat_link (chat_id, body_code, title, linked_by, linked_at) values (?, ?, ?, ?, ?)",
        params![chat.0, body.as_str(), title, by.0, now.as_second()],
    )?;
    Ok(())
}

/// The group got a new id.
///
/// # Errors
/// When SQLite fails.
pub fn migrate(tx: &WriteTx<'_>, from: ChatId, to: ChatId) -> Result<bool> {
    let moved = tx.execute(
        "update or replace chat_link set chat_id = ?2 where chat_id = ?1",
        [from.0, to.0],
    )?;
    tx.execute(
        "update question set card_chat_id = ?2 where card_chat_id = ?1",
        [from.0, to.0],
    )?;
    tx.execute(
        "update answer set chat_id = ?2 where chat_id = ?1 and state in ('draft', 'note')",
        [from.0, to.0],
    )?;
    super::topics::migrate(tx, from)?;
    Ok(moved > 0)
}

/// Nothing can be sent to the group, and why; `None`: it works again. `false`: that was known.
///
/// # Errors
/// When SQLite fails.
pub fn mark_broken(tx: &WriteTx<'_>, chat: ChatId, why: Option<&str>) -> Result<bool> {
    let changed = tx.execute(
        "update chat_link set broken = ?2 
         where chat_id = ?1 and (broken is null) <> (?2 is null)",
        params![chat.0, why],
    )?;
    Ok(changed > 0)
}

/// Remembers a message for ever: by its id, and by its slot if it has one.
///
/// # Errors
/// When SQLite fails.
pub fn remember_message(
    tx: &WriteTx<'_>,
    chat: ChatId,
    message: MessageId,
    slot: Option<&str>,
    question: Option<QuestionId>,
    answer: Option<AnswerId>,
    now: Timestamp,
) -> Result<()> {
    if slot.is_some() {
        tx.execute(
            "update sent_message set slot = null where chat_id = ? and slot = ?",
            params![chat.0, slot],
        )?;
    }
    tx.execute(
        "insert into sent_message (chat_id, message_id, slot, question_id, answer_id, sent_at)
         values (?1, ?2, ?3, ?4, ?5, ?6)
         on conflict (chat_id, message_id) do update set slot = ?3, question_id = ?4, answer_id = ?5",
        params![
            chat.0,
            message.0,
            slot,
            question.map(|question| question.0),
            answer.map(|answer| answer.0),
            now.as_second(),
        ],
    )?;
    Ok(())
}

/// The message in this slot is gone; the next edit sends a new one.
///
/// # Errors
/// When SQLite fails.
pub fn forget_slot(tx: &WriteTx<'_>, chat: ChatId, slot: &str) -> Result<()> {
    tx.execute(
        "update sent_message set slot = null where chat_id = ? and slot = ?",
        params![chat.0, slot],
    )?;
    Ok(())
}

/// The message that is in this slot now.
///
/// # Errors
/// When SQLite fails.
pub fn message_in_slot(tx: &WriteTx<'_>, chat: ChatId, slot: &str) -> Result<Option<MessageId>> {
    tx.optional(
        "select message_id from sent_message where chat_id = ? and slot = ?",
        params![chat.0, slot],
        |row| Ok(MessageId(row.get(0)?)),
    )
}

/// The slot this message of ours is in.
///
/// # Errors
/// When SQLite fails.
pub fn slot_of_message(
    tx: &WriteTx<'_>,
    chat: ChatId,
    message: MessageId,
) -> Result<Option<String>> {
    let found = tx.optional(
        "select slot from sent_message where chat_id = ? and message_id = ?",
        [chat.0, message.0],
        |row| Ok(row.get::<_, Option<String>>(0)?),
    )?;
    Ok(found.flatten())
}

/// The question this message of ours is about.
///
/// # Errors
/// When SQLite fails.
pub fn question_of_message(
    tx: &WriteTx<'_>,
    chat: ChatId,
    message: MessageId,
) -> Result<Option<QuestionId>> {
    let found = tx.optional(
        "select question_id from sent_message where chat_id = ? and message_id = ?",
        [chat.0, message.0],
        |row| Ok(row.get::<_, Option<i64>>(0)?),
    )?;
    Ok(found.flatten().map(QuestionId))
}
