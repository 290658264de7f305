//! Questions as reminders see them: what is owed. Digests, lists and figures are looked up in `reading`.

use rusqlite::params;

use crate::domain::question::{
    ladder::{Horizon, Owed},
    resolution::Resolution,
};
use crate::store::{
    Result, WriteTx,
    questions::{COLUMNS, read},
};

/// The little that reminders need of every question about which somebody owes something up to `horizon`, the most urgent first: open ones, then answers that
/// promise something. Without those of which everybody was reminded, and those that wait for their author.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn owed(tx: &WriteTx<'_>, horizon: Horizon) -> Result<Vec<Owed>> {
    let mut open = received(tx, horizon)?;
    open.extend(forwarded(tx, horizon)?);
    open.sort_by_key(|owed| (owed.times.due_on, owed.id));
    let mut promised = promised(tx, horizon)?;
    promised.extend(denied(tx, horizon)?);
    promised.sort_by_key(|owed| match owed.times.resolution {
        Resolution::Denied { due_on, .. } => (Some(due_on), owed.id),
        Resolution::Open | Resolution::Resolved { .. } => (owed.times.promised_on, owed.id),
    });
    open.extend(promised);
    Ok(open)
}

/// The office owes them the decision who handles them.
fn received(tx: &WriteTx<'_>, horizon: Horizon) -> Result<Vec<Owed>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question where id in (
                 select id from question indexed by question_waiting where state = 'received' and received_at < ?)"
        ),
        [horizon.received_before.as_second()],
        |row| read(row).map(Owed::from),
    )
}

/// Their bodies owe them an answer.
fn forwarded(tx: &WriteTx<'_>, horizon: Horizon) -> Result<Vec<Owed>> {
    due(
        tx,
        "indexed by question_owed
             where state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside') and due_on <= ?1
                 and state <> 'received' and state <> 'asked_back'
                 and not exists (select 1 from reminder where reminder.question_id = question.id and clock = 'answer'
                     and reminder.due_on = question.due_on and reminder.body_code = question.body_code
                     and rung = 'standing_body')",
        horizon,
    )
}

/// Their answers promise something for a day.
fn promised(tx: &WriteTx<'_>, horizon: Horizon) -> Result<Vec<Owed>> {
    due(
        tx,
        "indexed by question_promises
             where promised_on is not null and promised_on <= ?1 and state = 'answered' and resolution <> 'denied'
                 and not exists (select 1 from reminder where reminder.question_id = question.id and clock = 'promise'
                     and reminder.due_on = question.promised_on and reminder.body_code = question.body_code
                     and rung = 'standing_body')",
        horizon,
    )
}

/// What was said to be done, and is not.
fn denied(tx: &WriteTx<'_>, horizon: Horizon) -> Result<Vec<Owed>> {
    due(
        tx,
        "indexed by question_denied
             where resolution = 'denied' and resolution_due_on <= ?1 and state = 'answered'
                 and not exists (select 1 from reminder where reminder.question_id = question.id and clock = 'redo'
                     and reminder.due_on = question.resolution_due_on and reminder.body_code = question.body_code
                     and rung = 'standing_body')",
        horizon,
    )
}

fn due(tx: &WriteTx<'_>, which: &str, horizon: Horizon) -> Result<Vec<Owed>> {
    tx.all(
        &format!("select {COLUMNS} from question {which}"),
        params![horizon.on.to_string()],
        |row| read(row).map(Owed::from),
    )
}
