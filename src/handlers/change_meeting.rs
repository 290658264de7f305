//! Clerks change a meeting, move it, or call it off: everybody who wants to come is told.

use super::{
    HandlerError,
    context::{Cx, Outcome},
    give_seats::give_free_seats,
    plan_meetings::{of_clerk, overlapping},
};
use crate::{
    domain::{
        conversation::Conversation,
        event::Event,
        ids::MeetingCode,
        meeting::{
            announcement::Kind,
            form::{self, MAX_VALUE},
            registration::{MeetingState, Planned, Refusal},
            seats::{Room, Standing},
        },
        resident::Resident,
        text,
    },
    messages::{Html, Message, keyboard, label, plan as say_plan, say, ticket as say_ticket},
    store::{announcements, arrivals, conversations, meetings, opinions, outcomes, registrations},
};

/// One meeting as clerks see it: its form, its figures, what can be done.
pub(super) fn page(
    cx: &Cx<'_, '_>,
    resident: &Resident,
    planned: &Planned,
) -> Result<Message, HandlerError> {
    let code = &planned.meeting.code;
    let count = arrivals::head_count(cx.tx, code)?;
    let waiting = registrations::standing(cx.tx, code, Standing::Waiting)?.len();
    let seen = say_plan::Seen {
        count,
        waiting,
        outcome: outcomes::find(cx.tx, code)?,
        recorded: opinions::of_meeting(cx.tx, code)?.len(),
        now: cx.now,
    };
    let words = cx.words(resident.language);
    Ok(say_plan::one(words, planned, &seen))
}

/// "Sửa": the lines that change are asked for.
pub(super) fn ask(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = to_come(cx, resident, code)? else {
        return Ok(());
    };
    let waits = Conversation::ChangingMeeting(planned.meeting.code.clone());
    conversations::set(cx.tx, resident.id, &waits, cx.now)?;
    let words = cx.words(resident.language);
    let html = say!(
        words,
        "plan-change-ask",
        code = planned.meeting.code.as_str()
    );
    Ok(cx.reply(
        resident.id.private_chat(),
        keyboard::with_cancel(words, html),
    )?)
}

/// The lines came.
pub(super) fn change(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
    typed: &str,
) -> Outcome {
    let Some((planned, clerk)) = to_come(cx, resident, code)? else {
        conversations::clear(cx.tx, resident.id)?;
        return Ok(());
    };
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let before = &planned.meeting;
    let read =
        form::lines(typed).and_then(|lines| form::fill(cx.council, Some(before), &lines, cx.now));
    let meeting = match read {
        Ok(meeting) => meeting,
        Err(problems) => return Ok(cx.reply(chat, say_plan::problems(words, &problems))?),
    };
    let taken = registrations::taken(cx.tx, &before.code)?;
    if let Err(no) = Room::of(before).may_become(Room::of(&meeting), taken) {
        let sentence = say_ticket::refusal(words, Refusal::Seats(no));
        return Ok(cx.reply(chat, Message::plain(Html::text(&sentence)))?);
    }
    if let Some(other) = overlapping(cx, &meeting)? {
        return Ok(cx.reply(chat, say_plan::overlaps(words, &other))?);
    }
    conversations::clear(cx.tx, resident.id)?;
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
    let message = page(cx, resident, &planned)?;
    Ok(cx.reply(chat, message)?)
}

/// "Hủy hội nghị": why?
pub(super) fn ask_reason(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = to_come(cx, resident, code)? else {
        return Ok(());
    };
    let waits = Conversation::CallingOffMeeting(planned.meeting.code.clone());
    conversations::set(cx.tx, resident.id, &waits, cx.now)?;
    let words = cx.words(resident.language);
    let html = say!(
        words,
        "plan-reason-ask",
        code = planned.meeting.code.as_str()
    );
    Ok(cx.reply(
        resident.id.private_chat(),
        keyboard::with_cancel(words, html),
    )?)
}

/// The reason came: the meeting is off.
pub(super) fn call_off(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
    typed: &str,
) -> Outcome {
    conversations::clear(cx.tx, resident.id)?;
    let Some((planned, clerk)) = to_come(cx, resident, code)? else {
        return Ok(());
    };
    let was_published = planned.state == MeetingState::Published;
    let planned = Planned {
        state: MeetingState::Cancelled,
        sequence: planned.sequence + 1,
        reason: Some(text::truncate_utf16(&text::clean(typed), MAX_VALUE)),
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
    let message = page(cx, resident, &planned)?;
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// A meeting that can still be changed, for a clerk.
fn to_come(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
) -> Result<Option<(Planned, crate::domain::meeting::check_in::Clerk)>, HandlerError> {
    let Some((planned, clerk)) = of_clerk(cx, resident, code)? else {
        return Ok(None);
    };
    if planned.state != MeetingState::Cancelled && planned.meeting.ends_at > cx.now {
        return Ok(Some((planned, clerk)));
    }
    let words = cx.words(resident.language);
    cx.alert(label!(words, "plan-too-late"));
    let html = say!(words, "plan-too-late");
    cx.reply(resident.id.private_chat(), Message::plain(html))?;
    Ok(None)
}
