//! Raw updates: kept before Telegram may forget them, emptied once they are handled.
//!
//! Handled updates stay for days, so what looks for others says `state <> 'done'` in so many words: SQLite
//! uses the index of the open ones for no other way to put it.

use std::collections::HashSet;

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::ids::{ChatId, UpdateId};
use crate::store::{Result, StoreError, WriteTx};

/// After so many failed tries an update is set aside where staff can see it.
pub(crate) const MAX_ATTEMPTS: u32 = 3;

/// After so many tries that ended the process. It is one more, because the first was made together with others, of which
/// any may have been at fault.
pub(crate) const MAX_UNENDED: u32 = MAX_ATTEMPTS + 1;

/// Handled updates are remembered this long, against a second delivery. Telegram keeps updates for 24
/// hours; after a quiet week it may use the same numbers again, so it must be less than that.
const REMEMBERED_SECONDS: i64 = 3 * 24 * 3600;

/// So many of the newest updates are remembered in any case.
const REMEMBERED_UPDATES: i64 = 10_000;

/// No update waits longer than this for its next try, in seconds; a later time was set by a clock that has
/// since been put back.
pub(crate) const LONGEST_WAIT_SECONDS: i64 = 60;

/// An update as Telegram gave it.
#[derive(Debug, Clone)]
pub struct RawUpdate {
    /// Its number.
    pub id: UpdateId,
    /// The chat it belongs to, for the order within a chat; none for one without a chat.
    pub chat: Option<ChatId>,
    /// What tells it from another update that once had the same number: kind, chat, message, time.
    pub(crate) mark: String,
    /// Its JSON.
    pub(crate) json: String,
}

/// What became of an update that could not be handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setback {
    /// It is tried again.
    Retry,
    /// It was tried often enough; staff can see it.
    SetAside,
}

/// Keeps an update that is to be handled later. `false`: it was here before.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(tx: &WriteTx<'_>, update: &RawUpdate, now: Timestamp) -> Result<bool> {
    let inserted = tx.execute(
        "insert into inbox (update_id, chat_id, mark, raw, state, attempts, received_at)
         values (?1, ?2, ?3, ?4, 'pending', 0, ?5)
         on conflict (update_id) do update set chat_id = ?2, mark = ?3, raw = ?4, state = 'pending',
             attempts = 0, retry_at = 0, error = null, received_at = ?5
             where state = 'done' and mark <> ?3",
        params![
            update.id.0,
            update.chat.map(|chat| chat.0),
            update.mark,
            update.json,
            now.as_second()
        ],
    )?;
    Ok(inserted == 1)
}

/// Keeps an update that is handled in the same transaction, at the first try, and so needs no words kept;
/// [`set_back`] and [`hold_back`] take that back. `false`: it was here before.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep_handled(tx: &WriteTx<'_>, update: &RawUpdate, now: Timestamp) -> Result<bool> {
    let inserted = tx.execute(
        "insert into inbox (update_id, chat_id, mark, raw, state, attempts, received_at)
         values (?1, ?2, ?3, '', 'done', 1, ?4)
         on conflict (update_id) do update set chat_id = ?2, mark = ?3, attempts = 1, retry_at = 0,
             error = null, received_at = ?4
             where state = 'done' and mark <> ?3",
        params![
            update.id.0,
            update.chat.map(|chat| chat.0),
            update.mark,
            now.as_second()
        ],
    )?;
    Ok(inserted == 1)
}

/// The update is handled; its words are of no further use.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn finish(tx: &WriteTx<'_>, update: UpdateId) -> Result<()> {
    tx.execute(
        "update inbox set state = 'done', raw = '' where update_id = ?",
        [update.0],
    )?;
    Ok(())
}

/// The updates are being tried, written down before the try: one that ends the process is counted too, and waits until
/// `next` for another.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn count_attempts(
    tx: &WriteTx<'_>,
    updates: impl IntoIterator<Item = UpdateId>,
    next: Timestamp,
) -> Result<()> {
    for update in updates {
        tx.execute(
            "update inbox set attempts = attempts + 1, retry_at = ?2 where update_id = ?1",
            [update.0, next.as_second()],
        )?;
    }
    Ok(())
}

/// The update was not tried after all: one before it in its chat has to come first.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn hold_back(tx: &WriteTx<'_>, update: &RawUpdate) -> Result<()> {
    tx.execute(
        "update inbox set state = 'pending', raw = ?2, attempts = max(attempts - 1, 0)
         where update_id = ?1",
        params![update.id.0, update.json],
    )?;
    Ok(())
}

/// How often the update was tried.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn attempts(tx: &WriteTx<'_>, update: UpdateId) -> Result<u32> {
    tx.one(
        "select attempts from inbox where update_id = ?",
        [update.0],
        |row| Ok(row.get(0)?),
    )
}

/// Chats in which an update waits for another try: later ones must wait behind it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn held_chats(tx: &WriteTx<'_>) -> Result<HashSet<ChatId>> {
    let chats = tx.all(
        "select chat_id from inbox
         where state <> 'done' and state = 'pending' and chat_id is not null",
        [],
        |row| Ok(ChatId(row.get(0)?)),
    )?;
    Ok(chats.into_iter().collect())
}

/// Whether an earlier update of the same chat still waits.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn waits_behind_another(tx: &WriteTx<'_>, update: &RawUpdate) -> Result<bool> {
    tx.one(
        "select exists (select 1 from inbox
             where state <> 'done' and state = 'pending' and chat_id = ? and update_id < ?)",
        params![update.chat.map(|chat| chat.0), update.id.0],
        |row| Ok(row.get(0)?),
    )
}

/// The try failed (and is counted by now): later again, or set aside after [`MAX_ATTEMPTS`].
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_back(
    tx: &WriteTx<'_>,
    update: &RawUpdate,
    error: &str,
    retry_at: Timestamp,
) -> Result<Setback> {
    let state = tx.one(
        "update inbox set raw = ?2, error = ?3, retry_at = ?4,
             state = case when attempts >= ?5 then 'dead' else 'pending' end
         where update_id = ?1 returning state",
        params![
            update.id.0,
            update.json,
            error,
            retry_at.as_second(),
            MAX_ATTEMPTS
        ],
        |row| Ok(row.get::<_, String>(0)?),
    )?;
    Ok(if state == "dead" {
        Setback::SetAside
    } else {
        Setback::Retry
    })
}

/// Updates that wait for a (further) try, oldest first, with the number of tries so far. Of a chat whose
/// first one has to wait nothing is given: the order within a chat stays.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn pending(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<(RawUpdate, u32)>> {
    tx.all(
        "select update_id, chat_id, mark, raw, attempts from inbox
         where state <> 'done' and state = 'pending'
             and (chat_id is null and retry_at not between ?1 + 1 and ?1 + ?2 or chat_id not in (
                 select chat_id from inbox
                 where state <> 'done' and state = 'pending' and retry_at between ?1 + 1 and ?1 + ?2
                     and chat_id is not null))
         order by update_id",
        [now.as_second(), LONGEST_WAIT_SECONDS],
        |row| {
            let update = RawUpdate {
                id: UpdateId(row.get("update_id")?),
                chat: row.get::<_, Option<i64>>("chat_id")?.map(ChatId),
                mark: row.get("mark")?,
                json: row.get("raw")?,
            };
            Ok((update, row.get("attempts")?))
        },
    )
}

/// How many updates wait, and how many were set aside.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn counts(tx: &WriteTx<'_>) -> Result<(u32, u32)> {
    tx.one(
        "select count(*) filter (where state = 'pending') as pending,
             count(*) filter (where state = 'dead') as dead
         from inbox where state <> 'done'",
        [],
        |row| Ok((row.get("pending")?, row.get("dead")?)),
    )
}

/// Forgets handled updates that Telegram cannot deliver again. The newest stay whatever the clock says: after
/// a jump they may be given once more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget_old(tx: &WriteTx<'_>, now: Timestamp) -> Result<usize> {
    tx.execute(
        "delete from inbox where state = 'done' and received_at < ?1 and not exists (
             select 1 from intake where inbox.update_id between next_offset - ?2 and next_offset)",
        [now.as_second() - REMEMBERED_SECONDS, REMEMBERED_UPDATES],
    )
}

/// Where the next poll starts, and when the last update came.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn offset(tx: &WriteTx<'_>) -> Result<(i64, Timestamp)> {
    tx.one(
        "select next_offset, last_update_at from intake where id = 1",
        [],
        |row| {
            let at = Timestamp::from_second(row.get("last_update_at")?)
                .map_err(|error| StoreError::impossible("intake", error))?;
            Ok((row.get("next_offset")?, at))
        },
    )
}

/// The next poll starts here: everything before is kept.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_offset(tx: &WriteTx<'_>, next: i64, now: Timestamp) -> Result<()> {
    tx.execute(
        "update intake set next_offset = ?, last_update_at = ? where id = 1",
        [next, now.as_second()],
    )?;
    Ok(())
}
