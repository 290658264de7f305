//! What Telegram told of groups, and the topics of those that are forums.

use jiff::Timestamp;
use rusqlite::params;

use crate::store::{Result, WriteTx};
use crate::{
    chat::incoming::BotRights,
    domain::ids::{CategoryCode, ChatId, QuestionId},
};

/// A group that refused a reaction is tried again after so many seconds: a week.
const ASKED_AGAIN_AFTER: i64 = 7 * 86_400;

/// What is known of a group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct GroupChat {
    /// Whether it has topics.
    pub(crate) is_forum: bool,
    /// Whether it has a public name.
    pub(crate) is_public: bool,
    /// What the bot may do there.
    pub(crate) rights: BotRights,
    /// Which missing rights the group was told of last.
    pub(crate) told_lacking: Option<String>,
}

/// A topic that a message belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Topic {
    /// Its category.
    pub(crate) category: CategoryCode,
    /// What it is called.
    pub(crate) name: String,
    /// Telegram's number of it; `None`: it has to be made.
    pub(crate) thread: Option<i64>,
}

/// What is known of this group; nothing: the least.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn group(tx: &WriteTx<'_>, chat: ChatId) -> Result<GroupChat> {
    let found = tx.optional(
        "select is_forum, is_public, can_manage_topics, can_pin, told_lacking from group_chat where chat_id = ?",
        [chat.0],
        |row| {
            Ok(GroupChat {
                is_forum: row.get("is_forum")?,
                is_public: row.get("is_public")?,
                rights: BotRights {
                    can_manage_topics: row.get("can_manage_topics")?,
                    can_pin: row.get("can_pin")?,
                },
                told_lacking: row.get("told_lacking")?,
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}

/// Whether the group has topics, as its newest message says.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_forum(tx: &WriteTx<'_>, chat: ChatId, is_forum: bool) -> Result<()> {
    tx.execute(
        "insert into group_chat (chat_id, is_forum) values (?1, ?2)
         on conflict (chat_id) do update set is_forum = ?2",
        params![chat.0, is_forum],
    )?;
    Ok(())
}

/// Whether the group has a public name, as its newest message says.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_public(tx: &WriteTx<'_>, chat: ChatId, is_public: bool) -> Result<()> {
    tx.execute(
        "insert into group_chat (chat_id, is_public) values (?1, ?2)
         on conflict (chat_id) do update set is_public = ?2",
        params![chat.0, is_public],
    )?;
    Ok(())
}

/// What the bot may do in the group, as Telegram told.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_rights(tx: &WriteTx<'_>, chat: ChatId, rights: BotRights) -> Result<()> {
    tx.execute(
        "insert into group_chat (chat_id, can_manage_topics, can_pin) values (?1, ?2, ?3)
         on conflict (chat_id) do update set can_manage_topics = ?2, can_pin = ?3",
        params![chat.0, rights.can_manage_topics, rights.can_pin],
    )?;
    Ok(())
}

/// The group takes none of the bot's reactions, as Telegram has just said.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn refuses_reactions(tx: &WriteTx<'_>, chat: ChatId, now: Timestamp) -> Result<()> {
    tx.execute(
        "insert into group_chat (chat_id, no_reactions_at) values (?1, ?2)
         on conflict (chat_id) do update set no_reactions_at = ?2",
        params![chat.0, now.as_second()],
    )?;
    Ok(())
}

/// Whether the group may take the bot's reactions: it has not refused one lately.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn takes_reactions(tx: &WriteTx<'_>, chat: ChatId, now: Timestamp) -> Result<bool> {
    tx.one(
        "select not exists (select 1 from group_chat where chat_id = ? and no_reactions_at > ?)",
        params![chat.0, now.as_second() - ASKED_AGAIN_AFTER],
        |row| Ok(row.get(0)?),
    )
}

/// The group was told that these rights are missing; `None`: that none is.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_told(tx: &WriteTx<'_>, chat: ChatId, lacking: Option<&str>) -> Result<()> {
    tx.execute(
        "update group_chat set told_lacking = ?2 where chat_id = ?1",
        params![chat.0, lacking],
    )?;
    Ok(())
}

/// The card of this question lies in the topic of its category from now on.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn put_card_into(
    tx: &WriteTx<'_>,
    question: QuestionId,
    chat: ChatId,
    category: &CategoryCode,
    name: &str,
) -> Result<()> {
    tx.execute(
        "insert into topic (chat_id, category_code, name) values (?, ?, ?) on conflict do nothing",
        params![chat.0, category.as_str(), name],
    )?;
    tx.execute(
        "insert into question_topic (question_id, chat_id, category_code) values (?1, ?2, ?3)
         on conflict (question_id, chat_id) do update set category_code = ?3",
        params![question.0, chat.0, category.as_str()],
    )?;
    Ok(())
}

/// The topic in which messages about this question belong; `None`: the group has none for it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn of_question(
    tx: &WriteTx<'_>,
    question: QuestionId,
    chat: ChatId,
) -> Result<Option<Topic>> {
    tx.optional(
        "select topic.category_code, topic.name, topic.thread_id from question_topic
             join topic on topic.chat_id = question_topic.chat_id
                 and topic.category_code = question_topic.category_code
             join group_chat on group_chat.chat_id = question_topic.chat_id and group_chat.is_forum
         where question_topic.question_id = ? and question_topic.chat_id = ?",
        [question.0, chat.0],
        |row| {
            Ok(Topic {
                category: CategoryCode::new(row.get::<_, String>("category_code")?),
                name: row.get("name")?,
                thread: row.get("thread_id")?,
            })
        },
    )
}

/// Telegram made the topic, or (`None`) does not know it any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_thread(
    tx: &WriteTx<'_>,
    chat: ChatId,
    category: &CategoryCode,
    thread: Option<i64>,
) -> Result<()> {
    tx.execute(
        "update topic set thread_id = ?3 where chat_id = ?1 and category_code = ?2",
        params![chat.0, category.as_str(), thread],
    )?;
    Ok(())
}

/// The group has a new id; a basic group had no topics.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn migrate(tx: &WriteTx<'_>, from: ChatId) -> Result<()> {
    tx.execute("delete from group_chat where chat_id = ?", [from.0])?;
    Ok(())
}
