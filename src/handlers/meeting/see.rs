//! `/lich`: the coming meetings, one of them, where it is held. Needs no consent.

use crate::{
    chat::outgoing::{Act, Lane, meeting_slot, meetings_slot},
    domain::{
        conversation::Wish,
        ids::MeetingCode,
        meeting::{
            registration::Planned,
            seats::{Room, Standing},
        },
        resident::OwnArea,
    },
    handlers::{
        HandlerError,
        shared::consent::ask_for_consent,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
        },
    },
    messages::{
        Html, Message, label,
        meeting::{self as say_meeting, Follows, Shown},
        say, ticket as say_ticket,
    },
    store::{chats, meetings, registrations, residents},
};

/// The name of the question whether one wants to hear of new meetings.
const FOLLOW_SLOT: &str = "follow";

/// `/lich`.
pub(crate) fn list(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let message = page(cx, actor, 0)?;
    below(cx, actor, meetings_slot(), message)?;
    ask_whether_to_tell(cx, actor)
}

/// Another page of it.
pub(crate) fn turn_page(cx: &mut Cx<'_, '_>, actor: &Actor, number: u16) -> Outcome {
    let message = page(cx, actor, usize::from(number))?;
    let slot = meetings_slot();
    if chats::message_in_slot(cx.tx, actor.chat, &slot)? == actor.shown() && number > 0 {
        chats::leave_slot(cx.tx, actor.chat, &slot)?;
    }
    actor.show(cx, message)
}

/// A new message in a slot; the one that was there says that it is further down, and has no buttons any more.
fn below(cx: &mut Cx<'_, '_>, actor: &Actor, slot: String, message: Message) -> Outcome {
    if let Some(before) = chats::message_in_slot(cx.tx, actor.chat, &slot)? {
        let moved = say!(actor.words(cx), "meeting-is-below");
        cx.replace(actor.chat, before, Message::plain(moved))?;
    }
    let placing = Placing {
        slot: Some(slot),
        ..Placing::default()
    };
    Ok(cx.send(actor.chat, Lane::Reply, message, placing)?)
}

/// Once, after the first list: whether one wants to hear of new meetings.
fn ask_whether_to_tell(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let resident = actor.resident()?;
    let may_ask = resident.has_consented() && resident.area.is_some();
    if !may_ask || !meetings::may_be_asked_to_follow(cx.tx, actor.user)? {
        return Ok(());
    }
    // Asked once, whatever is answered: silence is a no.
    meetings::asked_to_follow(cx.tx, actor.user)?;
    let message = say_meeting::ask_to_follow(actor.words(cx));
    let placing = Placing {
        slot: Some(FOLLOW_SLOT.to_owned()),
        ..Placing::default()
    };
    Ok(cx.send(actor.chat, Lane::Reply, message, placing)?)
}

/// What somebody has at a meeting changed: its page and the list say so, wherever they were shown last.
pub(crate) fn refresh(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    if let Some(shown) = chats::message_in_slot(cx.tx, actor.chat, &meeting_slot(code))?
        && let Some(planned) = meetings::find(cx.tx, code)?
    {
        let message = page_of(cx, actor, planned)?;
        cx.replace(actor.chat, shown, message)?;
    }
    refresh_list(cx, actor)
}

fn refresh_list(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    if let Some(shown) = chats::message_in_slot(cx.tx, actor.chat, &meetings_slot())? {
        let message = page(cx, actor, 0)?;
        cx.replace(actor.chat, shown, message)?;
    }
    Ok(())
}

fn page(cx: &mut Cx<'_, '_>, actor: &Actor, number: usize) -> Result<Message, HandlerError> {
    let own = residents::areas(cx.tx, actor.user)?;
    let mut coming = Vec::new();
    for planned in meetings::coming(cx.tx, cx.now)? {
        coming.push(with_seats(cx, actor, &own, planned)?);
    }
    coming.sort_by_key(|shown| (!shown.is_mine, shown.planned.meeting.starts_at));
    let follows = if meetings::follows(cx.tx, actor.user)? {
        Follows::Yes
    } else {
        Follows::No
    };
    let words = actor.words(cx);
    let now = cx.now;
    Ok(say_meeting::coming(words, &coming, number, follows, now))
}

/// One meeting: by its button, or by a poster's link.
pub(crate) fn one(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    let Some(planned) = meetings::find(cx.tx, code)?.filter(Planned::is_visible) else {
        return Ok(cx.reply(chat, Message::plain(say!(words, "meeting-unknown")))?);
    };
    if planned.meeting.ends_at <= cx.now {
        let over = say!(words, "meeting-over", code = planned.meeting.code.as_str());
        return Ok(cx.reply(chat, Message::plain(over))?);
    }
    let slot = meeting_slot(&planned.meeting.code);
    let message = page_of(cx, actor, planned)?;
    below(cx, actor, slot, message)
}

fn page_of(cx: &Cx<'_, '_>, actor: &Actor, planned: Planned) -> Result<Message, HandlerError> {
    let own = residents::areas(cx.tx, actor.user)?;
    let shown = with_seats(cx, actor, &own, planned)?;
    Ok(say_meeting::one(actor.words(cx), &shown, cx.now))
}

/// After `/cuatoi`: the meetings to come for which one has a seat or waits; nothing when there are none.
pub(crate) fn mine(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let mut mine = Vec::new();
    for registration in registrations::live_of(cx.tx, actor.user, cx.now)? {
        if let Some(planned) = meetings::find(cx.tx, &registration.meeting)? {
            mine.push((planned.meeting, registration));
        }
    }
    if mine.is_empty() {
        return Ok(());
    }
    let message = say_ticket::mine(actor.words(cx), &mine);
    Ok(cx.reply(actor.chat, message)?)
}

/// Where it is held, on the map.
pub(crate) fn place(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let words = actor.words(cx);
    let planned = meetings::find(cx.tx, code)?.filter(Planned::is_visible);
    let Some((meeting, location)) = planned.and_then(|planned| {
        let location = planned.meeting.location?;
        Some((planned.meeting, location))
    }) else {
        cx.old_button(words);
        return Ok(());
    };
    let in_words = |text: &Option<crate::domain::ids::LocalText>| {
        text.as_ref().map_or_else(
            || meeting.code.to_string(),
            |text| text.in_language(actor.language).to_owned(),
        )
    };
    let act = Act::Venue {
        location,
        title: in_words(&meeting.venue),
        address: in_words(&meeting.address),
    };
    Ok(cx.put(actor.chat, Lane::Reply, act)?)
}

/// Hears of new meetings from now on.
pub(crate) fn follow(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    if !actor.resident()?.has_consented() {
        return ask_for_consent(cx, actor, Wish::Home);
    }
    meetings::follow(cx.tx, actor.user, cx.now)?;
    let said = label!(actor.words(cx), "toast-follows");
    followed(cx, actor, said)
}

/// What was decided flashes up; the question is answered, the list has the other button.
fn followed(cx: &mut Cx<'_, '_>, actor: &Actor, said: String) -> Outcome {
    if let Some(asked) = chats::message_in_slot(cx.tx, actor.chat, FOLLOW_SLOT)? {
        chats::leave_slot(cx.tx, actor.chat, FOLLOW_SLOT)?;
        cx.replace(actor.chat, asked, Message::plain(Html::text(&said)))?;
    }
    cx.toast(said);
    refresh_list(cx, actor)
}

/// Does not want to hear of them any more.
pub(crate) fn unfollow(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let did = meetings::follows(cx.tx, actor.user)?;
    meetings::unfollow(cx.tx, actor.user)?;
    let words = actor.words(cx);
    let said = if did {
        label!(words, "toast-unfollows")
    } else {
        label!(words, "toast-follows-not")
    };
    followed(cx, actor, said)
}

fn with_seats(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    own: &[OwnArea],
    planned: Planned,
) -> Result<Shown, HandlerError> {
    let meeting = &planned.meeting;
    let words = cx.group_words();
    let is_mine = own
        .iter()
        .any(|own| say_meeting::is_for(words, meeting, &own.area));
    let free = Room::of(meeting).free(registrations::taken(cx.tx, &meeting.code)?);
    let waiting = registrations::standing(cx.tx, &meeting.code, Standing::Waiting)?.len();
    let mine = registrations::of(cx.tx, &meeting.code, actor.user)?;
    let standing = mine
        .map(|mine| mine.standing)
        .filter(|standing| standing.is_live());
    Ok(Shown {
        planned,
        free,
        waiting,
        is_mine,
        standing,
    })
}

/// The meeting with this code, if there is one.
pub(crate) fn meeting_of(
    cx: &Cx<'_, '_>,
    code: Option<&MeetingCode>,
) -> Result<Option<Planned>, HandlerError> {
    match code {
        Some(code) => Ok(meetings::find(cx.tx, code)?),
        None => Ok(None),
    }
}
