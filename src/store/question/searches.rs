//! The last search of each person, for its further pages.

use jiff::Timestamp;
use rusqlite::params;

use crate::{
    domain::ids::{SearchId, UserId},
    store::{Result, WriteTx},
};

/// A search is forgotten after so many seconds.
const KEPT_SECONDS: i64 = 24 * 3_600;

/// Keeps what somebody looks for, in place of what they looked for before.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    user: UserId,
    words: &str,
    now: Timestamp,
) -> Result<SearchId> {
    tx.execute("delete from search where user_id = ?", [user.0])?;
    let id = tx.insert(
        "insert into search (user_id, words, searched_at) values (?, ?, ?)",
        params![user.0, words, now.as_second()],
    )?;
    Ok(SearchId(id))
}

/// What this person looked for; `None`: it was another person's, or something else since.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn words_of(tx: &WriteTx<'_>, user: UserId, search: SearchId) -> Result<Option<String>> {
    tx.optional(
        "select words from search where id = ? and user_id = ?",
        [search.0, user.0],
        |row| Ok(row.get("words")?),
    )
}

/// Forgets what was looked for a day ago.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget_old(tx: &WriteTx<'_>, now: Timestamp) -> Result<()> {
    let before = now.as_second() - KEPT_SECONDS;
    tx.execute("delete from search where searched_at < ?", [before])?;
    Ok(())
}
