//! What is due by now: the same shape as a handler, driven by the schedule. Doing it twice changes nothing:
//! what was done is gone from the tables in the same transaction.

use jiff::Timestamp;

use super::{
    Facts, HandlerError, announce,
    context::{Cx, Outcome, Placing},
    draft_timers,
    give_seats::{end_expired_offers, words_of},
    notices,
};
use crate::{
    chat::outgoing::Lane,
    domain::{
        ids::MeetingCode,
        meeting::{
            fill::{self, TOO_FEW},
            seats::{Room, Standing},
        },
    },
    messages::{plan as say_plan, ticket as say},
    store::{WriteTx, meetings, registrations, reminders},
};

/// Ends offers that have expired, sends reminders that are due, goes on with announcements.
///
/// # Errors
/// When the database fails; nothing is done then, and the next tick tries again.
pub fn do_what_is_due(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    now: Timestamp,
) -> Result<(), HandlerError> {
    let council = facts.council();
    let mut cx = Cx::new(tx, facts, &council, now);
    end_expired_offers(&mut cx)?;
    for meeting in reminders::take_due(cx.tx, now)? {
        remind(&mut cx, &meeting)?;
    }
    announce::go_on(&mut cx)?;
    draft_timers::run(&mut cx)
}

/// Reminds everybody who has a seat. A meeting that has begun or was called off reminds nobody.
fn remind(cx: &mut Cx<'_, '_>, code: &MeetingCode) -> Outcome {
    let Some(planned) = meetings::find(cx.tx, code)? else {
        return Ok(());
    };
    if planned.is_to_come(cx.now).is_err() || planned.meeting.starts_at <= cx.now {
        return Ok(());
    }
    let taken = registrations::taken(cx.tx, code)?;
    let per_cent = fill::per_cent(Room::of(&planned.meeting), taken);
    if per_cent.is_some_and(|per_cent| per_cent < TOO_FEW) {
        let few = say_plan::too_few(cx.group_words(), &planned.meeting, taken.open);
        notices::tell_office(cx, few)?;
    }
    for registration in registrations::standing(cx.tx, code, Standing::Seated)? {
        let words = words_of(cx, registration.person)?;
        let message = say::reminder(words, &planned.meeting, &registration);
        let chat = registration.person.private_chat();
        cx.send(chat, Lane::Digest, message, Placing::default())?;
    }
    Ok(())
}
