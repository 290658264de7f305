//! Clerks change a meeting, move it, or call it off: everybody who wants to come is told.

use jiff::civil::{DateTime, Time};

use crate::{
    domain::{
        event::Event,
        ids::MeetingCode,
        meeting::{
            Meeting,
            announcement::Kind,
            registration::{MeetingState, Planned, Refusal},
            seats::{Room, Standing},
        },
        planning::form::{self, MAX_VALUE},
        prompt::MeetingPrompt,
        said_day, text,
    },
    handlers::{
        HandlerError,
        meeting::{access::to_come, plan, reserve, seats::give_free_seats},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            prompts::Reply,
        },
    },
    messages::{
        Html, Message, meeting as say_meeting, plan as say_plan, say, ticket as say_ticket,
    },
    store::{announcements, arrivals, meetings, opinions, outcomes, registrations},
};

/// One meeting as clerks see it: its form, its figures, what can be done.
pub(crate) fn page(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    planned: &Planned,
) -> Result<Message, HandlerError> {
    let code = &planned.meeting.code;
    let count = arrivals::head_count(cx.tx, code)?;
    let waiting = registrations::standing(cx.tx, code, Standing::Waiting)?.len();
    let taken = registrations::taken(cx.tx, code)?;
    let seen = say_plan::Seen {
        count,
        waiting,
        free_reserved: Room::of(&planned.meeting).free_reserved(taken),
        outcome: outcomes::find(cx.tx, code)?,
        to_tell: to_tell(cx, actor, planned)?,
        recorded: opinions::of_meeting(cx.tx, code)?.len(),
        now: cx.now,
    };
    let words = actor.words(cx);
    Ok(say_plan::one(words, planned, &seen))
}

/// How many people a draft is told to when it is published.
fn to_tell(cx: &Cx<'_, '_>, actor: &Actor, planned: &Planned) -> Result<u32, HandlerError> {
    if planned.state != MeetingState::Draft {
        return Ok(0);
    }
    let words = actor.words(cx);
    let areas = cx.council.areas.iter().map(|area| &area.code);
    let areas: Vec<_> = areas
        .filter(|area| say_meeting::is_for(words, &planned.meeting, area))
        .collect();
    let subject = planned.meeting.subject.as_ref();
    Ok(announcements::followers_in(cx.tx, &areas, subject)?)
}

/// "Sửa": the lines that change are asked for.
pub(crate) fn ask(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = to_come(cx, actor, code)? else {
        return Ok(());
    };
    let html = say!(
        actor.words(cx),
        "plan-change-ask",
        code = planned.meeting.code.as_str()
    );
    plan::ask(cx, actor, MeetingPrompt::Change(planned.meeting.code), html)
}

/// The lines came. What is wrong with them is named, and they are asked for again.
pub(crate) fn change(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, code: MeetingCode) -> Outcome {
    let actor = reply.actor;
    let Some((planned, clerk)) = to_come(cx, actor, &code)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    let before = &planned.meeting;
    let again = MeetingPrompt::Change(code);
    let meeting = match form::read(cx.council, Some(before), reply.text, cx.now) {
        Ok(meeting) => meeting,
        Err(problems) => return plan::ask(cx, actor, again, say_plan::problems(words, &problems)),
    };
    let taken = registrations::taken(cx.tx, &before.code)?;
    if let Err(no) = Room::of(before).may_become(Room::of(&meeting), taken) {
        let sentence = say_ticket::refusal(words, Refusal::Seats(no));
        return plan::ask(cx, actor, again, Html::text(&sentence));
    }
    if let Some(other) = plan::overlapping(cx, &meeting)? {
        return plan::ask(cx, actor, again, say_plan::overlaps(words, &other));
    }
    let is_moved = before.is_moved_by(&meeting);
    let planned = Planned {
        sequence: planned.sequence + u32::from(is_moved),
        meeting,
        ..planned
    };
    meetings::save(cx.tx, cx.council, &planned, cx.now)?;
    let changed = Event::MeetingChanged {
        meeting: planned.meeting.code.clone(),
    };
    cx.record(&changed, Some(clerk.user()), None)?;
    if is_moved && planned.state == MeetingState::Published {
        announcements::begin(cx.tx, &planned.meeting.code, Kind::Changed, cx.now)?;
    }
    give_free_seats(cx, &planned)?;
    let message = page(cx, actor, &planned)?;
    cx.reply(actor.chat, message)?;
    if is_moved {
        reserve::guests_to_tell(cx, actor, &planned.meeting.code)?;
    }
    Ok(())
}

/// What is chosen for a draft, one after the other, on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    /// The day.
    Day,
    /// The hour.
    Hour,
    /// The place.
    Place,
}

/// A draft of this clerk's council, which nobody has seen yet.
fn draft(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &MeetingCode,
) -> Result<Option<Planned>, HandlerError> {
    let Some((planned, _)) = to_come(cx, actor, code)? else {
        return Ok(None);
    };
    if planned.state == MeetingState::Draft {
        return Ok(Some(planned));
    }
    cx.old_button(actor.words(cx));
    Ok(None)
}

/// The days, hours or places to choose from, where the page is.
pub(crate) fn choose(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &MeetingCode,
    choice: Choice,
) -> Outcome {
    let Some(planned) = draft(cx, actor, code)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    let meeting = &planned.meeting;
    let message = match choice {
        Choice::Day => say_plan::days(words, meeting, cx.council.local_date(cx.now)),
        Choice::Hour => say_plan::hours(words, meeting),
        Choice::Place => say_plan::places(words, meeting, &places(cx, meeting)?),
    };
    actor.show(cx, message)
}

/// Rooms in which meetings were held or are planned: those of the same area first.
fn places(cx: &Cx<'_, '_>, meeting: &Meeting) -> Result<Vec<Meeting>, HandlerError> {
    let mut known = plan::earlier(cx)?;
    known.sort_by_key(|other| !other.areas.iter().any(|area| meeting.areas.contains(area)));
    let mut rooms: Vec<Meeting> = Vec::new();
    for other in known {
        let is_new = rooms.iter().all(|room| room.venue != other.venue);
        if other.venue.is_some() && is_new {
            rooms.push(other);
        }
    }
    rooms.truncate(say_plan::PLACES_OFFERED);
    Ok(rooms)
}

pub(crate) fn on_day(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode, day: i64) -> Outcome {
    let Some(planned) = draft(cx, actor, code)? else {
        return Ok(());
    };
    let local = cx.council.timezone.to_datetime(planned.meeting.starts_at);
    let Some(day) = said_day::day_of(day) else {
        return choose(cx, actor, code, Choice::Day);
    };
    starts(cx, planned, day.to_datetime(local.time()))?;
    choose(cx, actor, code, Choice::Place)
}

pub(crate) fn at_hour(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &MeetingCode,
    minutes: u16,
) -> Outcome {
    let Some(planned) = draft(cx, actor, code)? else {
        return Ok(());
    };
    let local = cx.council.timezone.to_datetime(planned.meeting.starts_at);
    let hour = i8::try_from(minutes / 60).unwrap_or(8);
    let minute = i8::try_from(minutes % 60).unwrap_or(0);
    match Time::new(hour, minute, 0, 0) {
        Ok(time) => {
            starts(cx, planned, local.date().to_datetime(time))?;
            plan::show(cx, actor, code)
        }
        Err(_) => choose(cx, actor, code, Choice::Hour),
    }
}

/// The draft begins then; how long it lasts and how long before it registration ends stay.
fn starts(cx: &mut Cx<'_, '_>, planned: Planned, local: DateTime) -> Outcome {
    let Ok(starts_at) = cx.council.timezone.to_timestamp(local) else {
        return Ok(());
    };
    let meeting = planned.meeting.starting(starts_at);
    let session = cx.council.next_session(starts_at);
    let meeting = Meeting {
        session: session.map(|session| session.code.clone()),
        ..meeting
    };
    let planned = Planned { meeting, ..planned };
    Ok(meetings::save(cx.tx, cx.council, &planned, cx.now)?)
}

pub(crate) fn at_place(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &MeetingCode,
    number: u16,
) -> Outcome {
    let Some(planned) = draft(cx, actor, code)? else {
        return Ok(());
    };
    let rooms = places(cx, &planned.meeting)?;
    let Some(room) = rooms.get(usize::from(number)) else {
        return choose(cx, actor, code, Choice::Place);
    };
    let meeting = Meeting {
        venue: room.venue.clone(),
        address: room.address.clone(),
        location: room.location,
        ..planned.meeting
    };
    keep_draft(cx, actor, &Planned { meeting, ..planned })
}

fn keep_draft(cx: &mut Cx<'_, '_>, actor: &Actor, planned: &Planned) -> Outcome {
    meetings::save(cx.tx, cx.council, planned, cx.now)?;
    let message = page(cx, actor, planned)?;
    actor.show(cx, message)
}

/// "Hủy hội nghị": why?
pub(crate) fn ask_reason(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = to_come(cx, actor, code)? else {
        return Ok(());
    };
    let html = say!(
        actor.words(cx),
        "plan-reason-ask",
        code = planned.meeting.code.as_str()
    );
    plan::ask(
        cx,
        actor,
        MeetingPrompt::CallOff(planned.meeting.code),
        html,
    )
}

/// The reason came: the meeting is off.
pub(crate) fn call_off(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, code: &MeetingCode) -> Outcome {
    let actor = reply.actor;
    let Some((planned, clerk)) = to_come(cx, actor, code)? else {
        return Ok(());
    };
    let was_published = planned.state == MeetingState::Published;
    let planned = Planned {
        state: MeetingState::Cancelled,
        sequence: planned.sequence + 1,
        reason: Some(text::truncate_utf16(reply.text, MAX_VALUE)),
        ..planned
    };
    meetings::save(cx.tx, cx.council, &planned, cx.now)?;
    let cancelled = Event::MeetingCancelled {
        meeting: planned.meeting.code.clone(),
    };
    cx.record(&cancelled, Some(clerk.user()), None)?;
    if was_published {
        announcements::begin(cx.tx, &planned.meeting.code, Kind::Cancelled, cx.now)?;
    }
    let message = page(cx, actor, &planned)?;
    cx.reply(actor.chat, message)?;
    reserve::guests_to_tell(cx, actor, code)?;
    Ok(registrations::cancel_guests(cx.tx, code)?)
}
