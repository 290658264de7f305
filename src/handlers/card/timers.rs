//! What time does to questions that wait: one set aside comes back on its day, a body hears once that no reply came.

use crate::handlers::shared::deed::By;
use crate::{
    domain::{
        council::Council,
        ids::QuestionId,
        question::{
            Question,
            casework::{self, PATIENCE_AFTER_ASKING},
        },
    },
    handlers::{
        card::{oblige, set_aside},
        shared::{
            cx::{Cx, Outcome},
            notices,
        },
    },
    messages::casework as say_case,
    store::{self, WriteTx, ask_backs, questions, support},
};

use jiff::{Timestamp, ToSpan};

/// Whether anything is due at `now`; looks only. Nothing of it is due in the council's quiet hours.
///
/// # Errors
/// When the database fails.
pub(crate) fn are_due(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<bool> {
    Ok(!back_today(tx, council, now)?.is_empty()
        || !silent(tx, council, now)?.is_empty()
        || !to_list(tx, council, now)?.is_empty())
}

fn back_today(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<Vec<Question>> {
    match council.quiet_until(now) {
        None => questions::set_aside_until(tx, council.local_date(now)),
        Some(_) => Ok(Vec::new()),
    }
}

fn to_list(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<Vec<Question>> {
    match council.quiet_until(now) {
        None => support::obliged_and_late(tx, council.local_date(now)),
        Some(_) => Ok(Vec::new()),
    }
}

fn silent(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<Vec<QuestionId>> {
    let hours = (PATIENCE_AFTER_ASKING * 24).hours();
    match (council.quiet_until(now), now.checked_sub(hours)) {
        (None, Ok(before)) => ask_backs::silent_since(tx, before),
        _ => Ok(Vec::new()),
    }
}

/// Does what is due. Done twice, it changes nothing.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    let today = cx.council.local_date(cx.now);
    for question in back_today(cx.tx, cx.council, cx.now)? {
        let calendar = &cx.council.calendar;
        let Ok(back) = casework::bring_back(
            question,
            calendar,
            |at| cx.council.local_date(at),
            today,
            cx.now,
        ) else {
            continue;
        };
        let question = set_aside::came_back(cx, back, By::Time)?;
        let note = say_case::came_back(cx.group_words(), &question);
        notices::note_under_card(cx, &question, note)?;
    }
    if cx.council.quiet_until(cx.now).is_none() {
        oblige::onto_the_list(cx)?;
    }
    for id in silent(cx.tx, cx.council, cx.now)? {
        ask_backs::mark_told(cx.tx, id, cx.now)?;
        if let Some(question) = questions::find(cx.tx, id)? {
            let note = say_case::no_reply(cx.group_words(), &question);
            notices::note_under_card(cx, &question, note)?;
        }
    }
    Ok(())
}
