//! News about a meeting for many people: a step at a time, each in one transaction with how far it came.

use crate::{
    chat::outgoing::Lane,
    domain::{
        ids::UserId,
        meeting::{
            announcement::{Announcement, Kind, OUTBOX_FULL, STEP},
            registration::{MeetingState, Planned},
            seats::Standing,
        },
    },
    handlers::{
        meeting::{
            register::{hand_over, take_out_of_calendar},
            seats::{tell_waiting, update_ticket, words_of},
        },
        shared::cx::{Cx, Outcome, Placing},
    },
    messages::{meeting as say_meeting, ticket as say_ticket},
    store::{
        announcements, arrivals, meetings, opinions, outbox, outcomes, registrations, residents,
    },
};

/// Takes the next step of the oldest announcement, unless the outbox is full.
pub(crate) fn go_on(cx: &mut Cx<'_, '_>) -> Outcome {
    let (queued, ..) = outbox::counts(cx.tx, cx.now)?;
    if queued >= OUTBOX_FULL {
        return Ok(());
    }
    let Some(open) = announcements::open(cx.tx)? else {
        return Ok(());
    };
    let planned = meetings::find(cx.tx, &open.meeting)?;
    let subject = planned
        .as_ref()
        .and_then(|planned| planned.meeting.subject.as_ref());
    let people = announcements::next_people(cx.tx, &open, subject, STEP)?;
    let (Some(planned), Some(last)) = (planned, people.last().copied()) else {
        return Ok(announcements::finish(cx.tx, open.id, cx.now)?);
    };
    for person in people {
        tell(cx, &open, &planned, person)?;
    }
    Ok(announcements::advance(cx.tx, open.id, last)?)
}

/// Those that rest since a backup was put back are done with: whoever was not told before is not told. Of a meeting that was
/// called off nobody keeps a seat.
pub(crate) fn end_held(cx: &mut Cx<'_, '_>) -> Outcome {
    for held in announcements::held(cx.tx)? {
        if held.kind == Kind::Cancelled {
            for person in announcements::next_people(cx.tx, &held, None, u32::MAX)? {
                if let Some(mine) = registrations::of(cx.tx, &held.meeting, person)? {
                    registrations::move_to(cx.tx, mine.id, Standing::Cancelled, None)?;
                }
            }
        }
        announcements::finish(cx.tx, held.id, cx.now)?;
    }
    Ok(())
}

fn tell(cx: &mut Cx<'_, '_>, open: &Announcement, planned: &Planned, person: UserId) -> Outcome {
    match open.kind {
        Kind::Published => tell_of_new(cx, planned, person),
        Kind::Changed => tell_of_change(cx, planned, person),
        Kind::Cancelled => tell_of_end(cx, planned, person),
        Kind::Held => tell_of_outcome(cx, planned, person),
    }
}

/// A new meeting: to whoever lives where it is held.
fn tell_of_new(cx: &mut Cx<'_, '_>, planned: &Planned, person: UserId) -> Outcome {
    let Some(resident) = residents::find(cx.tx, person)? else {
        return Ok(());
    };
    let words = cx.words_for(person)?;
    let meeting = &planned.meeting;
    let is_mine = residents::areas(cx.tx, resident.id)?
        .iter()
        .any(|own| say_meeting::is_for(words, meeting, &own.area));
    let is_to_come = planned.state == MeetingState::Published && meeting.starts_at > cx.now;
    if !is_mine || !is_to_come {
        return Ok(());
    }
    let message = match &meeting.subject {
        Some(field) if !meetings::follows(cx.tx, person)? => {
            say_meeting::announced_for_subject(words, meeting, field)
        }
        _ => say_meeting::announced(words, meeting),
    };
    let chat = person.private_chat();
    Ok(cx.send(chat, Lane::Broadcast, message, Placing::default())?)
}

/// It moved: whoever wants to come reads what is new, and has a new ticket and calendar file.
fn tell_of_change(cx: &mut Cx<'_, '_>, planned: &Planned, person: UserId) -> Outcome {
    let mine = registrations::of(cx.tx, &planned.meeting.code, person)?;
    let Some(mine) = mine else {
        return Ok(());
    };
    let words = cx.words_for(person)?;
    let chat = person.private_chat();
    if mine.standing == Standing::Seated {
        update_ticket(cx, &mine, say_ticket::outdated(words, &planned.meeting))?;
    }
    let changed = say_ticket::changed(words, &planned.meeting);
    cx.send(chat, Lane::Card, changed, Placing::default())?;
    hand_over(cx, planned, &mine)
}

/// It was called off: nobody has a seat any more.
fn tell_of_end(cx: &mut Cx<'_, '_>, planned: &Planned, person: UserId) -> Outcome {
    let Some(mine) = registrations::of(cx.tx, &planned.meeting.code, person)? else {
        return Ok(());
    };
    let words = words_of(cx, person)?;
    let reason = planned.reason.as_deref().unwrap_or_default();
    let message = say_ticket::called_off(words, &planned.meeting, reason);
    if mine.standing == Standing::Seated {
        update_ticket(cx, &mine, message.clone())?;
    }
    tell_waiting(cx, &mine, Lane::Card, message)?;
    take_out_of_calendar(cx, planned, &mine)?;
    registrations::move_to(cx.tx, mine.id, Standing::Cancelled, None).map_err(Into::into)
}

/// It was held: thanks, and what came of it.
fn tell_of_outcome(cx: &mut Cx<'_, '_>, planned: &Planned, person: UserId) -> Outcome {
    let code = &planned.meeting.code;
    let Some(outcome) = outcomes::find(cx.tx, code)? else {
        return Ok(());
    };
    let count = arrivals::head_count(cx.tx, code)?;
    let codes = opinions::of_person(cx.tx, code, person)?;
    let words = words_of(cx, person)?;
    let message = say_ticket::thanks(words, &planned.meeting, count, outcome, &codes);
    let chat = person.private_chat();
    Ok(cx.send(chat, Lane::Digest, message, Placing::default())?)
}
