//! Words held at the gate: no petition, unless their author says so. One a person, for a day at most.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{
    categorise::Kind,
    gate::{Held, Instead},
    ids::UserId,
};
use crate::store::{Result, StoreError, WriteTx};

/// So long held words are kept, in seconds.
const KEPT_SECONDS: i64 = 86_400;

/// Holds words; earlier ones are forgotten.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn hold(tx: &WriteTx<'_>, user: UserId, held: &Held, now: Timestamp) -> Result<()> {
    tx.execute(
        "insert into held_text (user_id, kind, text, replaces_draft, held_at) values (?1, ?2, ?3, ?4, ?5)
         on conflict (user_id) do update set kind = ?2, text = ?3, replaces_draft = ?4, held_at = ?5, in_danger = 0",
        params![
            user.0,
            held.kind.as_str(),
            held.text,
            held.instead == Instead::OfTheDraft,
            now.as_second()
        ],
    )?;
    Ok(())
}

/// Their author says that somebody is in danger right now. `false`: none are held.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn mark_in_danger(tx: &WriteTx<'_>, user: UserId) -> Result<bool> {
    Ok(tx.execute(
        "update held_text set in_danger = 1 where user_id = ?",
        [user.0],
    )? > 0)
}

/// Gives the held words and forgets them.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn take(tx: &WriteTx<'_>, user: UserId) -> Result<Option<Held>> {
    tx.optional(
        "delete from held_text where user_id = ? returning kind, text, replaces_draft, in_danger",
        [user.0],
        |row| {
            let kind: String = row.get("kind")?;
            Ok(Held {
                kind: Kind::ALL
                    .into_iter()
                    .find(|known| known.as_str() == kind)
                    .ok_or_else(|| StoreError::impossible("held_text", "unknown kind"))?,
                text: row.get("text")?,
                in_danger: row.get("in_danger")?,
                instead: if row.get("replaces_draft")? {
                    Instead::OfTheDraft
                } else {
                    Instead::OfNothing
                },
            })
        },
    )
}

/// Forgets the held words.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget(tx: &WriteTx<'_>, user: UserId) -> Result<bool> {
    Ok(tx.execute("delete from held_text where user_id = ?", [user.0])? > 0)
}

/// Whether words of this person are held since this second or later.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn were_held_since(tx: &WriteTx<'_>, user: UserId, second: i64) -> Result<bool> {
    tx.one(
        "select exists (select 1 from held_text where user_id = ? and held_at >= ?)",
        [user.0, second],
        |row| Ok(row.get(0)?),
    )
}

/// Whether words have been held for longer than a day.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn has_old(tx: &WriteTx<'_>, now: Timestamp) -> Result<bool> {
    tx.one(
        "select exists (select 1 from held_text indexed by held_text_by_age where held_at < ?)",
        [now.as_second() - KEPT_SECONDS],
        |row| Ok(row.get(0)?),
    )
}

/// Forgets words held for longer than a day, and says whose they were.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget_old(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<UserId>> {
    tx.all(
        "delete from held_text where held_at < ? returning user_id",
        [now.as_second() - KEPT_SECONDS],
        |row| Ok(UserId(row.get(0)?)),
    )
}
