//! Who did what with a question that a body has, by the name the group knows, and why.
//!
//! The deed itself is an event; here stands what an event may not hold.

use rusqlite::{Row, params};

use super::{Result, StoreError, WriteTx, write_tx::time};
use crate::domain::{
    event::Step,
    ids::{QuestionId, UserId},
};

const SELECT: &str =
    "select event.at, event.kind, event.data, event.actor_id, case_step.actor_name,
    case_step.words from case_step join event on event.id = case_step.event_id";

/// Keeps who did it and why. The question is saved already: its version is the one the deed led to.
///
/// # Errors
/// When SQLite fails.
pub fn keep(
    tx: &WriteTx<'_>,
    event: i64,
    question: QuestionId,
    name: Option<&str>,
    words: Option<&str>,
) -> Result<()> {
    tx.execute(
        "insert into case_step (event_id, question_id, version, actor_name, words)
         select ?1, id, version, ?3, ?4 from question where id = ?2",
        params![event, question.0, name, words],
    )?;
    Ok(())
}

/// What happened to the question since it had this version, oldest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn since(tx: &WriteTx<'_>, question: QuestionId, version: u32) -> Result<Vec<Step>> {
    tx.all(
        &format!(
            "{SELECT} where case_step.question_id = ? and case_step.version > ? order by event_id"
        ),
        params![question.0, version],
        read,
    )
}

/// What of its life belongs on its card: transfers, extensions, and why it was set aside.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn on_card(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<Step>> {
    tx.all(
        &format!(
            "{SELECT} where case_step.question_id = ? and event.kind in
                 ('question_transferred', 'question_extended', 'question_set_aside') order by event_id"
        ),
        [question.0],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<Step> {
    let impossible = |error: serde_json::Error| StoreError::impossible("event", error);
    let (kind, data): (String, String) = (row.get(1)?, row.get(2)?);
    let mut value: serde_json::Value = serde_json::from_str(&data).map_err(impossible)?;
    if let Some(fields) = value.as_object_mut() {
        fields.insert("kind".to_owned(), kind.into());
    }
    Ok(Step {
        at: time("event", row.get(0)?)?,
        event: serde_json::from_value(value).map_err(impossible)?,
        actor: row.get::<_, Option<i64>>(3)?.map(UserId),
        name: row.get(4)?,
        words: row.get(5)?,
    })
}
