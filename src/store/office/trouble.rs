//! What could not be done and waits for somebody to decide: updates that were given up, messages that did not leave.

use jiff::Timestamp;

use crate::domain::{
    ids::BroadcastId,
    trouble::{Stuck, Trouble},
};
use crate::store::{
    Result, WriteTx,
    backup::HELD,
    broadcasts::{self, Became},
    outbox,
    write_tx::time,
};

/// The oldest of them, at most `limit`, and how many there are in all.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn all(tx: &WriteTx<'_>, limit: usize) -> Result<(Vec<Stuck>, usize)> {
    let updates = tx.all(
        "select update_id, received_at, error from inbox
         where state <> 'done' and state = 'dead' order by update_id",
        [],
        |row| {
            Ok(Stuck {
                what: Trouble::Update,
                number: row.get("update_id")?,
                since: time("inbox", row.get("received_at")?)?,
                why: row.get::<_, Option<String>>("error")?.unwrap_or_default(),
                is_held: false,
            })
        },
    )?;
    let messages = tx.all(
        "select id, queued_at, error from outbox where state = 'parked' and blocked = 0 order by id",
        [],
        |row| {
            let why: String = row.get::<_, Option<String>>("error")?.unwrap_or_default();
            Ok(Stuck {
                what: Trouble::Message,
                number: row.get("id")?,
                since: time("outbox", row.get("queued_at")?)?,
                is_held: why == HELD,
                why,
            })
        },
    )?;
    let mut stuck = updates;
    stuck.extend(messages);
    let count = stuck.len();
    stuck.truncate(limit);
    Ok((stuck, count))
}

/// An update is tried once more, as if it had just come. `false`: it is not given up any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn try_update_again(tx: &WriteTx<'_>, number: i64) -> Result<bool> {
    let changed = tx.execute(
        "update inbox set state = 'pending', attempts = 0, retry_at = 0
         where update_id = ? and state = 'dead'",
        [number],
    )?;
    Ok(changed > 0)
}

/// An update is forgotten, with its words.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget_update(tx: &WriteTx<'_>, number: i64) -> Result<bool> {
    let changed = tx.execute(
        "update inbox set state = 'done', raw = '', error = null where update_id = ? and state = 'dead'",
        [number],
    )?;
    Ok(changed > 0)
}

/// A message leaves once more.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn send_again(tx: &mut WriteTx<'_>, number: i64, now: Timestamp) -> Result<bool> {
    outbox::send_again(tx, number, now)
}

/// A message is forgotten; of an announcement it counts as one that did not arrive.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget_message(tx: &WriteTx<'_>, number: i64) -> Result<bool> {
    let broadcast: Option<Option<i64>> = tx.optional(
        "delete from outbox where id = ? and state = 'parked' and blocked = 0
         returning json_extract(message, '$.about.broadcast')",
        [number],
        |row| Ok(row.get(0)?),
    )?;
    if let Some(broadcast) = broadcast.flatten() {
        broadcasts::count(tx, BroadcastId(broadcast), Became::Failed)?;
    }
    Ok(broadcast.is_some())
}

/// How many things that many people were being told rest since a backup was put back.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn held_rounds(tx: &WriteTx<'_>) -> Result<usize> {
    let count: u32 = tx.one(
        "select (select count(*) from broadcast where is_held = 1)
             + (select count(*) from announcement where is_held = 1)
             + (select count(*) from consultation where is_held = 1)",
        [],
        |row| Ok(row.get(0)?),
    )?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// They go on, each where it stood, or are done with.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn release_rounds(tx: &WriteTx<'_>) -> Result<()> {
    for sql in [
        "update broadcast set is_held = 0 where is_held = 1",
        "update announcement set is_held = 0 where is_held = 1",
        "update consultation set is_held = 0 where is_held = 1",
    ] {
        tx.execute(sql, [])?;
    }
    Ok(())
}

/// The messages that were held when a backup was put back, oldest first.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn held(tx: &WriteTx<'_>) -> Result<Vec<i64>> {
    tx.all(
        "select id from outbox where state = 'parked' and blocked = 0 and error = ? order by id",
        [HELD],
        |row| Ok(row.get(0)?),
    )
}
