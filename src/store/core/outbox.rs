//! Messages on their way out: written with the change they tell of, gone when Telegram has taken them.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::store::{Queued, Result, StoreError, WriteTx, shown};
use crate::{
    chat::outgoing::Outgoing,
    domain::ids::{BroadcastId, ChatId},
};

/// Puts a message into the outbox, unless it is an edit that changes nothing; delivery hears of it after the commit. To
/// people who were forgotten nothing is sent.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn queue(tx: &mut WriteTx<'_>, outgoing: Outgoing, now: Timestamp) -> Result<()> {
    if !outgoing.chat.is_nobodys() && shown::is_news(tx, &outgoing)? {
        put(tx, outgoing, now)?;
    }
    Ok(())
}

fn put(tx: &mut WriteTx<'_>, outgoing: Outgoing, now: Timestamp) -> Result<()> {
    let message = json(&outgoing)?;
    let id = tx.insert(
        "insert into outbox (chat_id, message, state, queued_at) values (?, ?, 'queued', ?)",
        params![outgoing.chat.0, message, now.as_second()],
    )?;
    let since = tx.since();
    tx.announce(Queued {
        id,
        outgoing,
        since,
    });
    Ok(())
}

/// The number of the message that was queued last: it tells what is queued next from everything else.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn last_number(tx: &WriteTx<'_>) -> Result<i64> {
    let last = tx.optional(
        "select seq from sqlite_sequence where name = 'outbox'",
        [],
        |row| Ok(row.get(0)?),
    )?;
    Ok(last.unwrap_or(0))
}

/// Messages that wait, oldest first, after row `after`, at most `limit`.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn waiting(tx: &WriteTx<'_>, after: i64, limit: usize) -> Result<Vec<Queued>> {
    tx.all(
        "select id, message from outbox where id > ? and state = 'queued' order by id limit ?",
        params![after, i64::try_from(limit).unwrap_or(i64::MAX)],
        queued,
    )
}

/// Messages of one chat that wait, oldest first, after the first of these rows, up to the second, at most `limit`.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn waiting_of(
    tx: &WriteTx<'_>,
    chat: ChatId,
    (after, newest): (i64, i64),
    limit: usize,
) -> Result<Vec<Queued>> {
    tx.all(
        "select id, message from outbox where id > ? and id <= ? and chat_id = ? and state = 'queued' order by id limit ?",
        params![after, newest, chat.0, i64::try_from(limit).unwrap_or(i64::MAX)],
        queued,
    )
}

fn queued(row: &Row<'_>) -> Result<Queued> {
    let message: String = row.get("message")?;
    let outgoing =
        serde_json::from_str(&message).map_err(|error| StoreError::impossible("outbox", error))?;
    Ok(Queued {
        id: row.get("id")?,
        outgoing,
        since: None,
    })
}

/// Whether a message of this announcement waits, or is parked.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn holds_any_of(tx: &WriteTx<'_>, broadcast: BroadcastId) -> Result<bool> {
    // They are the newest while it is sent: the first that is looked at is one.
    let found = tx.optional(
        "select 1 from outbox where json_extract(message, '$.about.broadcast') = ? order by id desc limit 1",
        [broadcast.0],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// The message has left (or need not any more).
///
/// # Errors
/// When SQLite fails.
pub(crate) fn remove(tx: &WriteTx<'_>, id: i64) -> Result<()> {
    tx.execute("delete from outbox where id = ?", [id])?;
    Ok(())
}

/// Telegram will not take the message: it waits for staff, or, where the person blocked the bot, for them.
/// `false`: it is not in the outbox any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn park(tx: &WriteTx<'_>, id: i64, error: &str, cause: ParkedBecause) -> Result<bool> {
    let blocked = matches!(cause, ParkedBecause::Unreachable);
    let parked = tx.execute(
        "update outbox set state = 'parked', error = ?2, blocked = ?3 where id = ?1",
        params![id, error, blocked],
    )?;
    Ok(parked == 1)
}

/// Why a message is parked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ParkedBecause {
    /// The chat cannot be reached now: blocked, left, kicked. It is sent when that ends.
    Unreachable,
    /// Telegram does not accept the message itself.
    Refused,
}

/// The chat can be reached again: what was parked for that reason is queued anew, in order.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn unpark(tx: &mut WriteTx<'_>, chat: ChatId, now: Timestamp) -> Result<usize> {
    let parked = tx.all(
        "delete from outbox where chat_id = ? and state = 'parked' and blocked = 1 returning id, message",
        [chat.0],
        |row| Ok((row.get::<_, i64>("id")?, row.get::<_, String>("message")?)),
    )?;
    requeue(tx, parked, |outgoing| outgoing, now)
}

/// A parked message leaves once more, after everything that waits. `false`: it is not there any more.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn send_again(tx: &mut WriteTx<'_>, id: i64, now: Timestamp) -> Result<bool> {
    let parked = tx.all(
        "delete from outbox where id = ? and state = 'parked' and blocked = 0 returning id, message",
        [id],
        |row| Ok((row.get::<_, i64>("id")?, row.get::<_, String>("message")?)),
    )?;
    Ok(requeue(tx, parked, |outgoing| outgoing, now)? > 0)
}

/// The group has a new id: what waits for it goes there, in order, whether delivery has it in hand or not.
/// Gives the rows that delivery must not send any more.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn redirect(
    tx: &mut WriteTx<'_>,
    from: ChatId,
    to: ChatId,
    now: Timestamp,
) -> Result<usize> {
    let waiting = tx.all(
        "delete from outbox where chat_id = ? returning id, message",
        [from.0],
        |row| Ok((row.get::<_, i64>("id")?, row.get::<_, String>("message")?)),
    )?;
    requeue(
        tx,
        waiting,
        |outgoing| Outgoing {
            chat: to,
            ..outgoing
        },
        now,
    )
}

fn requeue(
    tx: &mut WriteTx<'_>,
    mut rows: Vec<(i64, String)>,
    change: impl Fn(Outgoing) -> Outgoing,
    now: Timestamp,
) -> Result<usize> {
    rows.sort_by_key(|(id, _)| *id);
    let count = rows.len();
    for (_, message) in rows {
        let outgoing = serde_json::from_str(&message)
            .map_err(|error| StoreError::impossible("outbox", error))?;
        put(tx, change(outgoing), now)?;
    }
    Ok(count)
}

/// How many messages wait, how many are parked, and how long the oldest has waited, in seconds.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn counts(tx: &WriteTx<'_>, now: Timestamp) -> Result<(u32, u32, i64)> {
    tx.one(
        "select (select count(*) from outbox indexed by outbox_queued where state = 'queued') as queued,
             (select count(*) from outbox indexed by outbox_parked where state = 'parked') as parked,
             coalesce(?1 - (select min(queued_at) from outbox indexed by outbox_queued where state = 'queued'), 0) as oldest",
        [now.as_second()],
        |row| Ok((row.get("queued")?, row.get("parked")?, row.get("oldest")?)),
    )
}

fn json(outgoing: &Outgoing) -> Result<String> {
    serde_json::to_string(outgoing).map_err(|error| StoreError::impossible("outbox", error))
}
