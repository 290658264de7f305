//! Points of a message that wait until the one before is sent.

use rusqlite::params;

use crate::domain::ids::UserId;
use crate::store::{Result, WriteTx};

/// Keeps a point behind those that wait.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn wait(tx: &WriteTx<'_>, user: UserId, text: &str) -> Result<()> {
    tx.execute(
        "insert into waiting_point (user_id, text) values (?, ?)",
        params![user.0, text],
    )?;
    Ok(())
}

/// Gives the next point and forgets it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn next(tx: &WriteTx<'_>, user: UserId) -> Result<Option<String>> {
    tx.optional(
        "delete from waiting_point
         where id = (select min(id) from waiting_point where user_id = ?) returning text",
        [user.0],
        |row| Ok(row.get(0)?),
    )
}

/// How many wait.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn count(tx: &WriteTx<'_>, user: UserId) -> Result<u32> {
    tx.one(
        "select count(*) from waiting_point where user_id = ?",
        [user.0],
        |row| Ok(row.get(0)?),
    )
}

/// Forgets all that wait.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget(tx: &WriteTx<'_>, user: UserId) -> Result<()> {
    tx.execute("delete from waiting_point where user_id = ?", [user.0])?;
    Ok(())
}
