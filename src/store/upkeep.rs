//! What the operator's side remembers over restarts: one row.

use jiff::{Timestamp, civil::Date};

use super::{Result, WriteTx, write_tx::time};

/// When the file was put in the place of another, if the office has not been told yet.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn restored_at(tx: &WriteTx<'_>) -> Result<Option<Timestamp>> {
    moment(tx, "select restored_at from upkeep where id = 1")
}

/// When the last thing was done that the file knew of when it was put in the place of another.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn restored_from(tx: &WriteTx<'_>) -> Result<Option<Timestamp>> {
    moment(tx, "select restored_from from upkeep where id = 1")
}

/// The office was told.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn restore_told(tx: &WriteTx<'_>) -> Result<()> {
    tx.execute("update upkeep set restored_at = null where id = 1", [])?;
    Ok(())
}

/// Since when Telegram has not answered, as far as was written down.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn unreachable_since(tx: &WriteTx<'_>) -> Result<Option<Timestamp>> {
    moment(tx, "select unreachable_since from upkeep where id = 1")
}

/// Telegram has not answered since then, or (`None`) answers.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_unreachable_since(tx: &WriteTx<'_>, since: Option<Timestamp>) -> Result<()> {
    tx.execute(
        "update upkeep set unreachable_since = ? where id = 1",
        [since.map(Timestamp::as_second)],
    )?;
    Ok(())
}

/// The backup of this night failed. `false`: that was known before.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn failed(tx: &WriteTx<'_>, night: Date) -> Result<bool> {
    let changed = tx.execute(
        "update upkeep set backup_failed_on = ?1 where id = 1 and backup_failed_on is not ?1",
        [night.to_string()],
    )?;
    Ok(changed > 0)
}

fn moment(tx: &WriteTx<'_>, sql: &str) -> Result<Option<Timestamp>> {
    tx.one(sql, [], |row| {
        let at: Option<i64> = row.get(0)?;
        at.map(|at| time("upkeep", at)).transpose()
    })
}
