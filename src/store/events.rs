//! What happened, append-only: audit, statistics and timelines are read from here.
//!
//! An event never holds a person's words, name or phone, so erasing a person need not touch it.

use jiff::Timestamp;
use rusqlite::params;

use super::{Result, StoreError, WriteTx, write_tx::time};
use crate::domain::{
    event::{Event, Recorded},
    ids::{QuestionId, UserId},
};

/// Writes an event down; gives its row.
///
/// # Errors
/// When SQLite fails.
pub fn record(
    tx: &WriteTx<'_>,
    event: &Event,
    actor: Option<UserId>,
    question: Option<QuestionId>,
    now: Timestamp,
) -> Result<i64> {
    let mut data =
        serde_json::to_value(event).map_err(|error| StoreError::impossible("event", error))?;
    let kind = data
        .as_object_mut()
        .and_then(|fields| fields.remove("kind"))
        .and_then(|kind| kind.as_str().map(str::to_owned))
        .ok_or_else(|| StoreError::impossible("event", "an event without a kind"))?;
    tx.insert(
        "insert into event (at, kind, actor_id, question_id, data) values (?, ?, ?, ?, ?)",
        params![
            now.as_second(),
            kind,
            actor.map(|user| user.0),
            question.map(|question| question.0),
            data.to_string(),
        ],
    )
}

/// The life of a question so far, oldest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn timeline(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<Recorded>> {
    tx.all(
        "select at, kind, data from event where question_id = ? order by id",
        [question.0],
        |row| {
            let (kind, data): (String, String) = (row.get(1)?, row.get(2)?);
            let mut value: serde_json::Value = serde_json::from_str(&data)
                .map_err(|error| StoreError::impossible("event", error))?;
            if let Some(fields) = value.as_object_mut() {
                fields.insert("kind".to_owned(), kind.into());
            }
            let event = serde_json::from_value(value)
                .map_err(|error| StoreError::impossible("event", error))?;
            Ok(Recorded {
                at: time("event", row.get(0)?)?,
                event,
            })
        },
    )
}
