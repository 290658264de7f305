//! `/diemdanh`: the list at the door, tickets by code or QR, people without registration, the head count.
//!
//! Names are shown only in private, to those who may check people in; a group sees figures.

use super::{
    HandlerError,
    context::{Cx, Outcome},
    rights,
};
use crate::{
    chat::incoming::Incoming,
    domain::{
        code::TicketCode,
        event::Event,
        ids::{MeetingCode, MessageId, RegistrationId, UserId},
        meeting::{
            check_in::{self, ChecksIn, Clerk, MAX_WALK_INS},
            registration::{MAX_TOPIC, Planned, Registration},
        },
        resident::Resident,
        text,
    },
    messages::{Html, Message, check_in as say_check_in, label, say},
    store::{arrivals, chats, meetings, registrations},
};

/// `/diemdanh [meeting] [ticket | +number | name]` in private.
pub(super) fn by_command(cx: &mut Cx<'_, '_>, resident: &Resident, typed: &str) -> Outcome {
    if let Ok(ticket) = TicketCode::parse(typed)
        && let Some(registration) = registrations::by_ticket(cx.tx, ticket)?
    {
        return arrive_by_ticket(cx, resident, &registration);
    }
    let (code, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    if code.is_empty() {
        return choose_meeting(cx, resident);
    }
    let Some((planned, who)) = door(cx, resident, &MeetingCode::new(code))? else {
        return Ok(());
    };
    let rest = rest.trim();
    if rest.is_empty() {
        record_view(cx, &planned, who)?;
        let list = list(cx, resident, &planned, 0)?;
        return Ok(cx.reply(resident.id.private_chat(), list)?);
    }
    if let Ok(ticket) = TicketCode::parse(rest)
        && let Some(registration) = registrations::by_ticket(cx.tx, ticket)?
    {
        return arrive_by_ticket(cx, resident, &registration);
    }
    let is_number = rest.starts_with('+') || rest.chars().all(|c| c.is_ascii_digit());
    let (size, name) = if is_number {
        (rest.trim_start_matches('+').parse().unwrap_or(0), None)
    } else {
        (1, Some(text::truncate_utf16(&text::clean(rest), MAX_TOPIC)))
    };
    if !(1..=MAX_WALK_INS).contains(&size) {
        let words = cx.words(resident.language);
        let html = say!(words, "walk-in-number", most = MAX_WALK_INS);
        return Ok(cx.reply(resident.id.private_chat(), Message::plain(html))?);
    }
    count_walk_in(cx, &planned, who, size, name.as_deref())?;
    let list = list(cx, resident, &planned, 0)?;
    Ok(cx.reply(resident.id.private_chat(), list)?)
}

/// `/diemdanh CODE` in a linked group: figures, and the way to the list.
pub(super) fn in_group(cx: &mut Cx<'_, '_>, incoming: &Incoming, typed: &str) -> Outcome {
    let words = cx.group_words();
    if chats::body_of(cx.tx, incoming.chat.id)?.is_none() {
        let html = say!(words, "not-linked");
        return Ok(cx.reply(incoming.chat.id, Message::plain(html))?);
    }
    let planned = meetings::find(cx.tx, &MeetingCode::new(typed.trim()))?;
    let Some(planned) = planned.filter(Planned::is_visible) else {
        let html = say!(words, "check-in-unknown");
        return Ok(cx.reply(incoming.chat.id, Message::plain(html))?);
    };
    let rights = rights::of(cx, incoming.person.id, incoming.chat.id)?;
    if ChecksIn::at(&planned, &rights).is_none() {
        let html = say!(words, "check-in-not-yours");
        return Ok(cx.reply(incoming.chat.id, Message::plain(html))?);
    }
    rights::member(cx, incoming)?;
    let count = arrivals::head_count(cx.tx, &planned.meeting.code)?;
    let bot = cx.facts.bot().username.clone();
    let message = say_check_in::figures(words, &planned.meeting, count, &bot);
    Ok(cx.reply(incoming.chat.id, message)?)
}

/// A ticket was scanned or typed by somebody who may check in; `false`: they may not, nothing was done.
pub(super) fn scanned(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    registration: &Registration,
) -> Result<bool, HandlerError> {
    let Some(planned) = meetings::find(cx.tx, &registration.meeting)? else {
        return Ok(false);
    };
    if may_check_in(cx, resident.id, &planned)?.is_none() {
        return Ok(false);
    }
    arrive_by_ticket(cx, resident, registration)?;
    Ok(true)
}

fn arrive_by_ticket(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    registration: &Registration,
) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let Some((planned, who)) = door(cx, resident, &registration.meeting)? else {
        return Ok(());
    };
    if let Err(refusal) = check_in::may_arrive(&planned, registration, cx.now) {
        let sentence = say_check_in::refusal(words, refusal);
        return Ok(cx.reply(chat, Message::plain(Html::text(&sentence)))?);
    }
    arrive(cx, &planned, who, registration)?;
    let count = arrivals::head_count(cx.tx, &planned.meeting.code)?;
    let Some(guest) = arrivals::guest(cx.tx, registration.id)? else {
        return Ok(());
    };
    let message = say_check_in::arrived(words, &planned.meeting, &guest, count);
    Ok(cx.reply(chat, message)?)
}

/// Another page of the list, or the list as it is now.
pub(super) fn turn_page(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
    page: u16,
    shown: MessageId,
) -> Outcome {
    let Some((planned, who)) = door(cx, resident, code)? else {
        return Ok(());
    };
    record_view(cx, &planned, who)?;
    let list = list(cx, resident, &planned, usize::from(page))?;
    Ok(cx.replace(resident.id.private_chat(), shown, list)?)
}

/// Somebody on the list is here. When another clerk was faster, the list just shows it.
pub(super) fn mark_arrived(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    id: RegistrationId,
    page: u16,
    shown: MessageId,
) -> Outcome {
    let Some((planned, who, registration)) = of_list(cx, resident, id)? else {
        return Ok(());
    };
    let words = cx.words(resident.language);
    match check_in::may_arrive(&planned, &registration, cx.now) {
        Ok(()) => arrive(cx, &planned, who, &registration)?,
        Err(refusal) => cx.alert(say_check_in::refusal(words, refusal)),
    }
    let list = list(cx, resident, &planned, usize::from(page))?;
    Ok(cx.replace(resident.id.private_chat(), shown, list)?)
}

/// That was a mistake: they are not here.
pub(super) fn mark_absent(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    id: RegistrationId,
    page: u16,
    shown: MessageId,
) -> Outcome {
    let Some((planned, who, _)) = of_list(cx, resident, id)? else {
        return Ok(());
    };
    if arrivals::undo(cx.tx, id)? {
        let undone = Event::ArrivalUndone {
            meeting: planned.meeting.code.clone(),
        };
        cx.record(&undone, Some(who.user()), None)?;
    }
    let list = list(cx, resident, &planned, usize::from(page))?;
    Ok(cx.replace(resident.id.private_chat(), shown, list)?)
}

/// So many of the party came.
pub(super) fn recount(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    id: RegistrationId,
    size: u32,
    shown: MessageId,
) -> Outcome {
    let Some((planned, _, registration)) = of_list(cx, resident, id)? else {
        return Ok(());
    };
    let words = cx.words(resident.language);
    if !(1..=registration.size).contains(&size) || registration.arrived_at.is_none() {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    }
    arrivals::recount(cx.tx, id, size)?;
    let count = arrivals::head_count(cx.tx, &planned.meeting.code)?;
    let Some(guest) = arrivals::guest(cx.tx, id)? else {
        return Ok(());
    };
    let message = say_check_in::arrived(words, &planned.meeting, &guest, count);
    Ok(cx.replace(resident.id.private_chat(), shown, message)?)
}

/// People without registration: so many came, or (0) the last entry was a mistake.
pub(super) fn walk_ins(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
    size: u32,
    shown: MessageId,
) -> Outcome {
    let Some((planned, who)) = door(cx, resident, code)? else {
        return Ok(());
    };
    let words = cx.words(resident.language);
    if size > MAX_WALK_INS {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    }
    if size == 0 {
        let undone = arrivals::undo_walk_in(cx.tx, &planned.meeting.code, who.user(), cx.now)?;
        cx.toast(match undone {
            Some(size) => label!(words, "walk-in-undone", size = size),
            None => label!(words, "walk-in-nothing"),
        });
    } else {
        count_walk_in(cx, &planned, who, size, None)?;
    }
    let list = list(cx, resident, &planned, 0)?;
    Ok(cx.replace(resident.id.private_chat(), shown, list)?)
}

fn arrive(
    cx: &mut Cx<'_, '_>,
    planned: &Planned,
    who: ChecksIn,
    registration: &Registration,
) -> Outcome {
    let (id, size) = (registration.id, registration.size);
    if arrivals::arrive(cx.tx, id, size, who.user(), cx.now)? {
        let arrived = Event::Arrived {
            meeting: planned.meeting.code.clone(),
        };
        cx.record(&arrived, Some(who.user()), None)?;
    }
    Ok(())
}

/// Somebody looks at the names on a list.
pub(super) fn record_view(cx: &mut Cx<'_, '_>, planned: &Planned, who: ChecksIn) -> Outcome {
    let viewed = Event::GuestListViewed {
        meeting: planned.meeting.code.clone(),
    };
    Ok(cx.record(&viewed, Some(who.user()), None)?)
}

fn count_walk_in(
    cx: &mut Cx<'_, '_>,
    planned: &Planned,
    who: ChecksIn,
    size: u32,
    name: Option<&str>,
) -> Outcome {
    let code = &planned.meeting.code;
    arrivals::add_walk_in(cx.tx, code, size, name, who.user(), cx.now)?;
    let counted = Event::WalkInsCounted {
        meeting: code.clone(),
        size,
    };
    Ok(cx.record(&counted, Some(who.user()), None)?)
}

/// Meetings whose door is open now and that this person may check in at.
fn choose_meeting(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    let mut open = Vec::new();
    for planned in meetings::around(cx.tx, cx.now, check_in::CLOSES_AFTER)? {
        if check_in::is_open(&planned, cx.now).is_ok()
            && may_check_in(cx, resident.id, &planned)?.is_some()
        {
            open.push(planned.meeting);
        }
    }
    let message = say_check_in::choose(cx.words(resident.language), &open);
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

fn list(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    planned: &Planned,
    page: usize,
) -> Result<Message, HandlerError> {
    let code = &planned.meeting.code;
    let count = arrivals::head_count(cx.tx, code)?;
    let pages = (count.registered as usize)
        .div_ceil(say_check_in::GUESTS_A_PAGE)
        .max(1);
    let page = page.min(pages - 1);
    let skip = page * say_check_in::GUESTS_A_PAGE;
    let guests = arrivals::guests(cx.tx, code, skip, say_check_in::GUESTS_A_PAGE)?;
    let words = cx.words(resident.language);
    let place = say_check_in::Page { page, pages };
    Ok(say_check_in::list(
        words,
        &planned.meeting,
        count,
        &guests,
        place,
    ))
}

fn of_list(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    id: RegistrationId,
) -> Result<Option<(Planned, ChecksIn, Registration)>, HandlerError> {
    let Some(registration) = registrations::find(cx.tx, id)? else {
        let words = cx.words(resident.language);
        cx.toast(label!(words, "old-button"));
        return Ok(None);
    };
    let door = door(cx, resident, &registration.meeting)?;
    Ok(door.map(|(planned, who)| (planned, who, registration)))
}

/// The meeting and the proof that this person may check in there; a clear sentence when not.
pub(super) fn door(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
) -> Result<Option<(Planned, ChecksIn)>, HandlerError> {
    let words = cx.words(resident.language);
    let found = match meetings::find(cx.tx, code)? {
        None => Err(label!(words, "check-in-unknown")),
        Some(planned) => match may_check_in(cx, resident.id, &planned)? {
            None => Err(label!(words, "check-in-not-yours")),
            Some(who) => match check_in::is_open(&planned, cx.now) {
                Ok(()) => Ok((planned, who)),
                Err(refusal) => Err(say_check_in::refusal(words, refusal)),
            },
        },
    };
    match found {
        Ok(found) => Ok(Some(found)),
        Err(sentence) => {
            let html = Html::text(&sentence);
            cx.alert(sentence);
            cx.reply(resident.id.private_chat(), Message::plain(html))?;
            Ok(None)
        }
    }
}

pub(super) fn may_check_in(
    cx: &Cx<'_, '_>,
    user: UserId,
    planned: &Planned,
) -> Result<Option<ChecksIn>, HandlerError> {
    let rights = rights::of(cx, user, user.private_chat())?;
    Ok(ChecksIn::at(planned, &rights))
}

/// Whether this person is a clerk in private: an administrator, a clerk by role, or somebody who acted in the
/// office's group lately.
pub(super) fn clerk(cx: &Cx<'_, '_>, user: UserId) -> Result<Option<Clerk>, HandlerError> {
    let rights = rights::of(cx, user, user.private_chat())?;
    Ok(Clerk::of(&rights))
}
