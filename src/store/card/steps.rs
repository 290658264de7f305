//! Who did what with a question that a body has, by the name the group knows, and why.
//!
//! The deed itself is an event; here stands what an event may not hold.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    chain,
    event::{Event, Step},
    ids::{QuestionId, UserId},
    redaction::HIDDEN,
};
use crate::store::{Result, StoreError, WriteTx, events, write_tx::time};

const SELECT: &str =
    "select event.at, event.kind, event.data, event.actor_id, case_step.actor_name,
    case_step.words from case_step join event on event.id = case_step.event_id";

/// Writes an event down with who did it and why. The question is saved already: its version is the one the deed led to.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    event: &Event,
    (actor, question): (Option<UserId>, QuestionId),
    name: Option<&str>,
    words: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    let version: i64 = tx.one(
        "select version from question where id = ?",
        [question.0],
        |row| Ok(row.get(0)?),
    )?;
    let salt = events::salt()?;
    let seal = chain::seal_step(&salt, version, name, words);
    let row = events::append(tx, event, (actor, Some(question)), Some(seal), now)?;
    tx.execute(
        "insert into case_step (event_id, question_id, version, actor_name, words, proof) values (?, ?, ?, ?, ?, ?)",
        params![row, question.0, version, name, words, salt],
    )?;
    Ok(())
}

/// The reasons beside what was done with a question that `tells` says something of somebody are hidden. Their seals stay,
/// so the chain is whole.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn forget_words(
    tx: &WriteTx<'_>,
    question: QuestionId,
    tells: impl Fn(&str) -> bool,
) -> Result<()> {
    let rows = tx.all(
        "select event_id, version, actor_name, words, proof from case_step
         where question_id = ? and words is not null",
        [question.0],
        |row| {
            Ok((
                row.get::<_, i64>("event_id")?,
                row.get::<_, i64>("version")?,
                row.get::<_, Option<String>>("actor_name")?,
                row.get::<_, String>("words")?,
                row.get::<_, Option<Vec<u8>>>("proof")?,
            ))
        },
    )?;
    for (event, version, name, words, proof) in rows {
        if words == HIDDEN || !tells(&words) {
            continue;
        }
        let seal = chain::seal_of(proof.as_deref(), |salt| {
            chain::seal_step(salt, version, name.as_deref(), Some(&words))
        });
        tx.execute(
            "update case_step set words = ?, proof = ? where event_id = ?",
            params![HIDDEN, seal, event],
        )?;
    }
    Ok(())
}

/// What happened to the question since it had this version, oldest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn since(tx: &WriteTx<'_>, question: QuestionId, version: u32) -> Result<Vec<Step>> {
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
pub(crate) fn on_card(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<Step>> {
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
    let (kind, data): (String, String) = (row.get("kind")?, row.get("data")?);
    let mut value: serde_json::Value = serde_json::from_str(&data).map_err(impossible)?;
    if let Some(fields) = value.as_object_mut() {
        fields.insert("kind".to_owned(), kind.into());
    }
    Ok(Step {
        at: time("event", row.get("at")?)?,
        event: serde_json::from_value(value).map_err(impossible)?,
        actor: row.get::<_, Option<i64>>("actor_id")?.map(UserId),
        name: row.get("actor_name")?,
        words: row.get("words")?,
    })
}
