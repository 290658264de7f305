//! Groups to which somebody without the right added the bot: it stays for a while, in case they are linked.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::ids::{ChatId, UserId};
use crate::store::{Result, WriteTx};

/// The bot leaves this group at `leaves_at`, unless it is linked before.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn begin(
    tx: &WriteTx<'_>,
    chat: ChatId,
    by: UserId,
    leaves_at: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into group_on_trial (chat_id, added_by, leaves_at) values (?1, ?2, ?3)
         on conflict (chat_id) do update set added_by = ?2, leaves_at = ?3",
        params![chat.0, by.0, leaves_at.as_second()],
    )?;
    Ok(())
}

/// The group is linked, or the bot is gone.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn end(tx: &WriteTx<'_>, chat: ChatId) -> Result<()> {
    tx.execute("delete from group_on_trial where chat_id = ?", [chat.0])?;
    Ok(())
}

/// The group got a new id.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn migrate(tx: &WriteTx<'_>, from: ChatId, to: ChatId) -> Result<()> {
    tx.execute(
        "update or replace group_on_trial set chat_id = ?2 where chat_id = ?1",
        [from.0, to.0],
    )?;
    Ok(())
}

/// The groups whose trial is over at `now`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn over(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<ChatId>> {
    tx.all(
        "select chat_id from group_on_trial indexed by group_on_trial_due where leaves_at <= ? order by chat_id",
        [now.as_second()],
        |row| Ok(ChatId(row.get(0)?)),
    )
}
