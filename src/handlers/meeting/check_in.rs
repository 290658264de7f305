//! `/diemdanh`: the list at the door, tickets by code or QR, people without registration, the head count.
//!
//! Names are shown only in private, to those who may check people in; a group sees figures.

use crate::{
    domain::{
        code::TicketCode,
        event::Event,
        ids::{MeetingCode, RegistrationId},
        meeting::{
            check_in::{self, MAX_WALK_INS},
            registration::{MAX_TOPIC, Planned, Registration},
        },
        permission::ChecksIn,
        text,
    },
    handlers::{
        HandlerError,
        meeting::access::{door, may_check_in},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            rights,
        },
    },
    messages::{Html, Message, check_in as say_check_in, label, say},
    store::{arrivals, chats, meetings, registrations},
};

/// `/diemdanh [meeting] [ticket | +number | name]` in private.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    if let Ok(ticket) = TicketCode::parse(typed)
        && let Some(registration) = registrations::by_ticket(cx.tx, ticket)?
    {
        return arrive_by_ticket(cx, actor, &registration);
    }
    let (code, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    if code.is_empty() {
        return choose_meeting(cx, actor);
    }
    let Some((planned, who)) = door(cx, actor, &MeetingCode::new(code))? else {
        return Ok(());
    };
    let rest = rest.trim();
    if rest.is_empty() {
        record_view(cx, &planned, who)?;
        let list = list(cx, actor, &planned, 0)?;
        return Ok(cx.reply(actor.chat, list)?);
    }
    if let Ok(ticket) = TicketCode::parse(rest)
        && let Some(registration) = registrations::by_ticket(cx.tx, ticket)?
    {
        return arrive_by_ticket(cx, actor, &registration);
    }
    let is_number = rest.starts_with('+') || rest.chars().all(|c| c.is_ascii_digit());
    let (size, name) = if is_number {
        (rest.trim_start_matches('+').parse().unwrap_or(0), None)
    } else {
        (1, Some(text::truncate_utf16(&text::clean(rest), MAX_TOPIC)))
    };
    if !(1..=MAX_WALK_INS).contains(&size) {
        let words = actor.words(cx);
        let html = say!(words, "walk-in-number", most = MAX_WALK_INS);
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    }
    count_walk_in(cx, &planned, who, size, name.as_deref())?;
    let list = list(cx, actor, &planned, 0)?;
    Ok(cx.reply(actor.chat, list)?)
}

/// `/diemdanh CODE` in a linked group: figures, and the way to the list.
pub(crate) fn in_group(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let words = cx.group_words();
    if chats::body_of(cx.tx, actor.chat)?.is_none() {
        let html = say!(words, "not-linked");
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    }
    let planned = meetings::find(cx.tx, &MeetingCode::new(typed.trim()))?;
    let Some(planned) = planned.filter(Planned::is_visible) else {
        let html = say!(words, "check-in-unknown");
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    };
    let rights = actor.rights(cx)?;
    if ChecksIn::at(&planned, rights).is_none() {
        let html = say!(words, "check-in-not-yours");
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    }
    rights::member(cx, actor)?;
    figures(cx, actor, &planned)
}

/// Figures for a group; while the door is open, the way to the speakers.
fn figures(cx: &mut Cx<'_, '_>, actor: &Actor, planned: &Planned) -> Outcome {
    let count = arrivals::head_count(cx.tx, &planned.meeting.code)?;
    let bot = cx.facts.bot().username.clone();
    let door = check_in::is_open(planned, cx.now);
    let words = actor.words(cx);
    let message = say_check_in::figures(words, &planned.meeting, count, &bot, door);
    Ok(cx.reply(actor.chat, message)?)
}

/// A ticket was scanned or typed by somebody who may check in; `false`: they may not, nothing was done.
pub(crate) fn scanned(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    registration: &Registration,
) -> Result<bool, HandlerError> {
    let Some(planned) = meetings::find(cx.tx, &registration.meeting)? else {
        return Ok(false);
    };
    if may_check_in(cx, actor, &planned)?.is_none() {
        return Ok(false);
    }
    arrive_by_ticket(cx, actor, registration)?;
    Ok(true)
}

fn arrive_by_ticket(cx: &mut Cx<'_, '_>, actor: &Actor, registration: &Registration) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    let Some((planned, who)) = door(cx, actor, &registration.meeting)? else {
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
pub(crate) fn turn_page(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &MeetingCode,
    page: u16,
) -> Outcome {
    if !actor.chat.is_private() {
        return in_group(cx, actor, code.as_str());
    }
    let Some((planned, who)) = door(cx, actor, code)? else {
        return Ok(());
    };
    record_view(cx, &planned, who)?;
    let list = list(cx, actor, &planned, usize::from(page))?;
    actor.show(cx, list)
}

/// Somebody on the list is here. When another clerk was faster, the list just shows it.
pub(crate) fn mark_arrived(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: RegistrationId,
    page: u16,
) -> Outcome {
    let Some((planned, who, registration)) = of_list(cx, actor, id)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    match check_in::may_arrive(&planned, &registration, cx.now) {
        Ok(()) => arrive(cx, &planned, who, &registration)?,
        Err(refusal) => cx.alert(say_check_in::refusal(words, refusal)),
    }
    let list = list(cx, actor, &planned, usize::from(page))?;
    actor.show(cx, list)
}

/// That was a mistake: they are not here.
pub(crate) fn mark_absent(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: RegistrationId,
    page: u16,
) -> Outcome {
    let Some((planned, who, _)) = of_list(cx, actor, id)? else {
        return Ok(());
    };
    if arrivals::undo(cx.tx, id)? {
        let undone = Event::ArrivalUndone {
            meeting: planned.meeting.code.clone(),
        };
        cx.record(&undone, Some(who.user()), None)?;
    }
    let list = list(cx, actor, &planned, usize::from(page))?;
    actor.show(cx, list)
}

/// So many of the party came.
pub(crate) fn recount(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: RegistrationId,
    size: u32,
) -> Outcome {
    let Some((planned, _, registration)) = of_list(cx, actor, id)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    if !(1..=registration.size).contains(&size) || registration.arrived_at.is_none() {
        cx.old_button(words);
        return Ok(());
    }
    arrivals::recount(cx.tx, id, size)?;
    let count = arrivals::head_count(cx.tx, &planned.meeting.code)?;
    let Some(guest) = arrivals::guest(cx.tx, id)? else {
        return Ok(());
    };
    let message = say_check_in::arrived(words, &planned.meeting, &guest, count);
    actor.show(cx, message)
}

/// People without registration: so many came, or (0) the last entry was a mistake.
pub(crate) fn walk_ins(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &MeetingCode,
    size: u32,
) -> Outcome {
    let Some((planned, who)) = door(cx, actor, code)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    if size > MAX_WALK_INS {
        cx.old_button(words);
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
    let list = list(cx, actor, &planned, 0)?;
    actor.show(cx, list)
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
pub(crate) fn record_view(cx: &mut Cx<'_, '_>, planned: &Planned, who: ChecksIn) -> Outcome {
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
fn choose_meeting(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let mut open = Vec::new();
    for planned in meetings::around(cx.tx, cx.now, check_in::CLOSES_AFTER)? {
        if check_in::is_open(&planned, cx.now).is_ok()
            && may_check_in(cx, actor, &planned)?.is_some()
        {
            open.push(planned.meeting);
        }
    }
    let message = say_check_in::choose(actor.words(cx), &open);
    Ok(cx.reply(actor.chat, message)?)
}

fn list(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
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
    let words = actor.words(cx);
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
    actor: &Actor,
    id: RegistrationId,
) -> Result<Option<(Planned, ChecksIn, Registration)>, HandlerError> {
    let Some(registration) = registrations::find(cx.tx, id)? else {
        let words = actor.words(cx);
        cx.old_button(words);
        return Ok(None);
    };
    let door = door(cx, actor, &registration.meeting)?;
    Ok(door.map(|(planned, who)| (planned, who, registration)))
}
