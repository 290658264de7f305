//! The files of an answer: Telegram's ids, never bytes.

use rusqlite::params;

use crate::domain::{
    attachment::Media,
    ids::{AnswerId, MessageId},
};
use crate::store::{Result, StoreError, WriteTx};

/// Keeps one with an answer.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn add(
    tx: &WriteTx<'_>,
    answer: AnswerId,
    message: MessageId,
    media: &Media,
) -> Result<()> {
    let json = serde_json::to_string(media)
        .map_err(|error| StoreError::impossible("answer_media", error))?;
    tx.execute(
        "insert into answer_media (answer_id, message_id, media) values (?, ?, ?)",
        params![answer.0, message.0, json],
    )?;
    Ok(())
}

/// All of them, in order.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn of(tx: &WriteTx<'_>, answer: AnswerId) -> Result<Vec<Media>> {
    tx.all(
        "select media from answer_media where answer_id = ? order by id",
        [answer.0],
        |row| {
            let json: String = row.get(0)?;
            serde_json::from_str(&json)
                .map_err(|error| StoreError::impossible("answer_media", error))
        },
    )
}
