//! What goes with a draft, and later with the question made of it.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{
    attachment::Media,
    ids::{DraftId, QuestionId, UserId},
};
use crate::store::{Result, StoreError, WriteTx};

/// Keeps one. `false`: this very file is there already.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn add(tx: &WriteTx<'_>, draft: DraftId, media: &Media, now: Timestamp) -> Result<bool> {
    let json = serde_json::to_string(media)
        .map_err(|error| StoreError::impossible("attachment", error))?;
    let added = tx.execute(
        "insert into attachment (draft_id, media, file_unique_id, added_at) values (?, ?, ?, ?)
         on conflict do nothing",
        params![
            draft.0,
            json,
            media.file().map(|file| file.unique_id.as_str()),
            now.as_second()
        ],
    )?;
    Ok(added > 0)
}

/// Everything that goes with it, in order.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn of(tx: &WriteTx<'_>, draft: DraftId) -> Result<Vec<Media>> {
    tx.all(
        "select media from attachment where draft_id = ? order by id",
        [draft.0],
        |row| {
            let json: String = row.get(0)?;
            serde_json::from_str(&json).map_err(|error| StoreError::impossible("attachment", error))
        },
    )
}

/// Keeps one with a question that was sent. `false`: this very file is there already.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn add_to_question(
    tx: &WriteTx<'_>,
    question: QuestionId,
    media: &Media,
    now: Timestamp,
) -> Result<bool> {
    let draft = tx.one(
        "select draft_id from question where id = ?",
        [question.0],
        |row| Ok(DraftId(row.get(0)?)),
    )?;
    add(tx, draft, media, now)
}

/// Everything that goes with a question, in order.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn of_question(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<Media>> {
    let draft = tx.one(
        "select draft_id from question where id = ?",
        [question.0],
        |row| Ok(DraftId(row.get(0)?)),
    )?;
    of(tx, draft)
}

/// An album is coming in: the next step waits until `at`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn settle_at(tx: &WriteTx<'_>, draft: DraftId, at: Timestamp) -> Result<()> {
    tx.execute(
        "update draft set settles_at = ? where id = ?",
        [at.as_second(), draft.0],
    )?;
    Ok(())
}

/// Whose albums are complete by now.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn settled(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<UserId>> {
    tx.all(
        "select user_id from draft indexed by draft_settles where settles_at <= ? order by id limit 100",
        [now.as_second()],
        |row| Ok(UserId(row.get(0)?)),
    )
}
