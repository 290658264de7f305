//! The groups of the bodies, and the messages in them that we may have to find again.

use jiff::Timestamp;
use rusqlite::params;

use crate::chat::outgoing::{revised_slot, words_slots};
use crate::domain::ids::{AnswerId, BodyCode, ChatId, MessageId, QuestionId, UserId};
use crate::store::{Result, WriteTx, write_tx::time};

/// The group of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LinkedChat {
    /// The group.
    pub(crate) chat: ChatId,
    /// Its body.
    pub(crate) body: BodyCode,
    /// Since when.
    pub(crate) linked_at: Timestamp,
    /// Why nothing can be sent there, if so.
    pub(crate) broken: Option<String>,
}

/// The body this group belongs to.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn body_of(tx: &WriteTx<'_>, chat: ChatId) -> Result<Option<BodyCode>> {
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
pub(crate) fn chat_of(tx: &WriteTx<'_>, body: &BodyCode) -> Result<Option<ChatId>> {
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
pub(crate) fn all(tx: &WriteTx<'_>) -> Result<Vec<LinkedChat>> {
    tx.all(
        "select chat_id, body_code, broken, linked_at from chat_link order by body_code",
        [],
        |row| {
            Ok(LinkedChat {
                chat: ChatId(row.get("chat_id")?),
                body: BodyCode::new(row.get::<_, String>("body_code")?),
                linked_at: time("chat_link", row.get("linked_at")?)?,
                broken: row.get("broken")?,
            })
        },
    )
}

/// How many open questions wait for the group of their body: there is none, or nothing can be sent to it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn waiting_for_group(tx: &WriteTx<'_>) -> Result<Vec<(BodyCode, u32)>> {
    tx.all(
        "select body_code, count(*) as waiting from question
         where state in ('forwarded', 'asked_back', 'sent_up', 'set_aside') and not exists (
             select 1 from chat_link
             where chat_link.body_code = question.body_code and broken is null)
         group by body_code order by body_code",
        [],
        |row| {
            Ok((
                BodyCode::new(row.get::<_, String>("body_code")?),
                row.get("waiting")?,
            ))
        },
    )
}

/// This group is now the chat of `body`, whatever it was before; the body's former group is no longer.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn link(
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
pub(crate) fn migrate(tx: &WriteTx<'_>, from: ChatId, to: ChatId) -> Result<bool> {
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
    crate::store::topics::migrate(tx, from)?;
    Ok(moved > 0)
}

/// Nothing can be sent to the group, and why; `None`: it works again. `false`: that was known.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn mark_broken(tx: &WriteTx<'_>, chat: ChatId, why: Option<&str>) -> Result<bool> {
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
pub(crate) fn remember_message(
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

/// The message in this slot says nothing more that changes: it need not be found again.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn leave_slot(tx: &WriteTx<'_>, chat: ChatId, slot: &str) -> Result<()> {
    tx.execute(
        "delete from sent_message where chat_id = ? and slot = ?",
        params![chat.0, slot],
    )?;
    super::shown::forget(tx, chat, slot)
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

/// Messages beside the card of a question that hold words of its author, in the groups of bodies.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn words_of(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<(ChatId, String)>> {
    let (first, after) = words_slots(question);
    tx.all(
        "select chat_id, slot from sent_message
         where chat_id in (select chat_id from chat_link) and (slot >= ?1 and slot < ?2 or slot = ?3)
         order by chat_id, message_id",
        params![first, after, revised_slot(question)],
        |row| Ok((ChatId(row.get("chat_id")?), row.get("slot")?)),
    )
}

/// Whether this message of ours is one that we may have to find again: a card, a receipt, a preview.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_remembered(tx: &WriteTx<'_>, chat: ChatId, message: MessageId) -> Result<bool> {
    tx.one(
        "select exists (select 1 from sent_message where chat_id = ? and message_id = ?)",
        [chat.0, message.0],
        |row| Ok(row.get(0)?),
    )
}

/// The slot this message of ours is in.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn slot_of_message(
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
pub(crate) fn question_of_message(
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
