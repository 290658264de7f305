//! What is known of whether people are members of groups, and what groups are open to everybody.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{
    ids::{ChatId, UserId},
    membership::Evidence,
};
use crate::store::{Result, StoreError, WriteTx, write_tx::time};

/// The newest that is known of this person in this group.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn evidence(
    tx: &WriteTx<'_>,
    chat: ChatId,
    user: UserId,
) -> Result<Option<(Evidence, Timestamp)>> {
    tx.optional(
        "select evidence, learned_at from member where chat_id = ? and user_id = ?",
        [chat.0, user.0],
        |row| {
            let code: String = row.get("evidence")?;
            let evidence = Evidence::ALL.into_iter().find(|one| one.code() == code);
            let evidence = evidence.ok_or_else(|| StoreError::impossible("member", code))?;
            Ok((evidence, time("member", row.get("learned_at")?)?))
        },
    )
}

/// This is known of them from now on.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn learn(
    tx: &WriteTx<'_>,
    chat: ChatId,
    user: UserId,
    evidence: Evidence,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into member (chat_id, user_id, evidence, learned_at) values (?1, ?2, ?3, ?4)
         on conflict (chat_id, user_id) do update set evidence = ?3, learned_at = ?4",
        params![chat.0, user.0, evidence.code(), now.as_second()],
    )?;
    Ok(())
}

/// The group has another number: whoever was in it is in it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn migrate(tx: &WriteTx<'_>, from: ChatId, to: ChatId) -> Result<()> {
    tx.execute(
        "update or replace member set chat_id = ?2 where chat_id = ?1",
        [from.0, to.0],
    )?;
    Ok(())
}

/// Whether a channel has its comments in this group; `None`: nobody has asked.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_discussion(tx: &WriteTx<'_>, chat: ChatId) -> Result<Option<bool>> {
    let found = tx.optional(
        "select is_discussion from group_chat where chat_id = ?",
        [chat.0],
        |row| Ok(row.get::<_, Option<bool>>(0)?),
    )?;
    Ok(found.flatten())
}

/// A channel has its comments in this group, or not. `false`: that was known.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_discussion(tx: &WriteTx<'_>, chat: ChatId, is_discussion: bool) -> Result<bool> {
    let changed = tx.execute(
        "insert into group_chat (chat_id, is_discussion) values (?1, ?2)
         on conflict (chat_id) do update set is_discussion = ?2 where is_discussion is not ?2",
        params![chat.0, is_discussion],
    )?;
    Ok(changed > 0)
}
