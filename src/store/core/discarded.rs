//! Drafts that were thrown away: one a person, the last, to be taken back within a day.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{
    ids::{DraftId, MessageId, UserId},
    question::draft::{Draft, TAKEN_BACK_WITHIN},
};
use crate::store::{Result, WriteTx, conversations};

/// The draft is thrown away; `shown` is the message whose button takes it back. An earlier one is forgotten.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    draft: &Draft,
    shown: Option<MessageId>,
    now: Timestamp,
) -> Result<()> {
    forget(tx, draft.author)?;
    tx.execute(
        "insert into discarded_draft (user_id, draft_id, text, area_code, category_code, meeting_code, kind,
             similar_seen, points_seen, in_danger, discarded_at, message_id)
         select user_id, id, text, area_code, category_code, meeting_code, kind, similar_seen, points_seen, in_danger,
             ?2, ?3
         from draft where id = ?1",
        params![draft.id.0, now.as_second(), shown.map(|shown| shown.0)],
    )?;
    tx.execute("delete from draft where id = ?", [draft.id.0])?;
    Ok(())
}

/// The draft is its author's again, unless they have begun another one or the day is over.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn take_back(
    tx: &WriteTx<'_>,
    user: UserId,
    draft: Option<DraftId>,
    now: Timestamp,
) -> Result<Option<Draft>> {
    if conversations::draft_of(tx, user)?.is_some() {
        return Ok(None);
    }
    let taken = tx.execute(
        "insert into draft (id, user_id, text, area_code, category_code, meeting_code, kind, similar_seen,
             points_seen, in_danger, created_at, updated_at)
         select draft_id, user_id, text, area_code, category_code, meeting_code, kind, similar_seen, points_seen,
             in_danger, ?3, ?3
         from discarded_draft
         where user_id = ?1 and draft_id = coalesce(?2, draft_id) and discarded_at > ?4",
        params![
            user.0,
            draft.map(|draft| draft.0),
            now.as_second(),
            now.as_second() - TAKEN_BACK_WITHIN,
        ],
    )?;
    if taken == 0 {
        return Ok(None);
    }
    tx.execute("delete from discarded_draft where user_id = ?", [user.0])?;
    conversations::draft_of(tx, user)
}

/// The message whose button takes back what this person threw away.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn shown_to(tx: &WriteTx<'_>, user: UserId) -> Result<Option<MessageId>> {
    let shown = tx.optional(
        "select message_id from discarded_draft where user_id = ?",
        [user.0],
        |row| {
            let message: Option<i64> = row.get(0)?;
            Ok(message.map(MessageId))
        },
    )?;
    Ok(shown.flatten())
}

/// Whether a day is over for any of them.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn has_old(tx: &WriteTx<'_>, now: Timestamp) -> Result<bool> {
    tx.one(
        "select exists (select 1 from discarded_draft indexed by discarded_draft_by_age where discarded_at <= ?)",
        [now.as_second() - TAKEN_BACK_WITHIN],
        |row| Ok(row.get(0)?),
    )
}

/// Whose day is over, with the messages whose buttons took them back.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn old(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<(UserId, Option<MessageId>)>> {
    tx.all(
        "select user_id, message_id from discarded_draft where discarded_at <= ? order by user_id limit 100",
        [now.as_second() - TAKEN_BACK_WITHIN],
        |row| {
            let message: Option<i64> = row.get("message_id")?;
            Ok((UserId(row.get("user_id")?), message.map(MessageId)))
        },
    )
}

/// Forgets what this person threw away, with the files that came with it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget(tx: &WriteTx<'_>, user: UserId) -> Result<()> {
    let draft = tx.optional(
        "delete from discarded_draft where user_id = ? returning draft_id",
        [user.0],
        |row| Ok(DraftId(row.get(0)?)),
    )?;
    match draft {
        Some(draft) => conversations::remove_draft(tx, draft),
        None => Ok(()),
    }
}
