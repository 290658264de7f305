//! Who may not use the bot for a while.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{ban::Ban, ids::UserId};
use crate::store::{Result, WriteTx, write_tx::time};

/// Somebody is banned from now on; a ban that runs gives way to this one.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn begin(tx: &WriteTx<'_>, ban: &Ban, by: UserId, now: Timestamp) -> Result<()> {
    end(tx, ban.user, by, now)?;
    tx.execute(
        "insert into ban (user_id, is_silent, reason, banned_by, banned_at, ends_at) values (?, ?, ?, ?, ?, ?)",
        params![
            ban.user.0,
            ban.is_silent,
            ban.reason,
            by.0,
            now.as_second(),
            ban.ends_at.as_second()
        ],
    )?;
    Ok(())
}

/// It ends now. `false`: none runs.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn end(tx: &WriteTx<'_>, user: UserId, by: UserId, now: Timestamp) -> Result<bool> {
    let ended = tx.execute(
        "update ban set ended_by = ?2, ended_at = ?3
         where user_id = ?1 and ended_at is null and ends_at > ?3",
        params![user.0, by.0, now.as_second()],
    )?;
    Ok(ended > 0)
}

/// Every ban that runs, the newest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn running(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<Ban>> {
    tx.all(
        "select user_id, is_silent, reason, ends_at, told_at, appeal from ban indexed by ban_ends
         where ended_at is null and ends_at > ? order by id desc",
        [now.as_second()],
        |row| {
            let told: Option<i64> = row.get("told_at")?;
            Ok(Ban {
                user: UserId(row.get("user_id")?),
                is_silent: row.get("is_silent")?,
                reason: row.get("reason")?,
                ends_at: time("ban", row.get("ends_at")?)?,
                told_at: told.map(|at| time("ban", at)).transpose()?,
                appeal: row.get("appeal")?,
            })
        },
    )
}

/// They were told.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn told(tx: &WriteTx<'_>, user: UserId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update ban set told_at = ?2 where user_id = ?1 and ended_at is null",
        params![user.0, now.as_second()],
    )?;
    Ok(())
}

/// What they say against it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn appeal(tx: &WriteTx<'_>, user: UserId, words: &str) -> Result<()> {
    tx.execute(
        "update ban set appeal = ?2 where user_id = ?1 and ended_at is null",
        params![user.0, words],
    )?;
    Ok(())
}
