//! `/lich`: the coming meetings, one of them, where it is held. Needs no consent.

use super::{
    HandlerError,
    context::{Cx, Outcome},
    in_private::ask_for_consent,
};
use crate::{
    chat::outgoing::{Act, Lane},
    domain::{
        conversation::Wish,
        ids::{MeetingCode, MessageId},
        meeting::{
            registration::Planned,
            seats::{Room, Standing},
        },
        resident::{OwnArea, Resident},
    },
    messages::{
        Message, label,
        meeting::{self as say_meeting, Follows, Shown},
        say, ticket as say_ticket,
    },
    store::{meetings, registrations, residents},
};

/// `/lich`.
pub(super) fn list(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    let message = page(cx, resident, 0)?;
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// Another page of it.
pub(super) fn turn_page(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    number: u16,
    shown: MessageId,
) -> Outcome {
    let message = page(cx, resident, usize::from(number))?;
    Ok(cx.replace(resident.id.private_chat(), shown, message)?)
}

fn page(cx: &mut Cx<'_, '_>, resident: &Resident, number: usize) -> Result<Message, HandlerError> {
    let own = residents::areas(cx.tx, resident.id)?;
    let mut coming = Vec::new();
    for planned in meetings::coming(cx.tx, cx.now)? {
        coming.push(with_seats(cx, &own, planned)?);
    }
    coming.sort_by_key(|shown| (!shown.is_mine, shown.planned.meeting.starts_at));
    let follows = if meetings::follows(cx.tx, resident.id)? {
        Follows::Yes
    } else {
        Follows::No
    };
    let words = cx.words(resident.language);
    Ok(say_meeting::coming(words, &coming, number, follows))
}

/// One meeting: by its button, or by a poster's link.
pub(super) fn one(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let Some(planned) = meetings::find(cx.tx, code)?.filter(Planned::is_visible) else {
        return Ok(cx.reply(chat, Message::plain(say!(words, "meeting-unknown")))?);
    };
    if planned.meeting.ends_at <= cx.now {
        let over = say!(words, "meeting-over", code = planned.meeting.code.as_str());
        return Ok(cx.reply(chat, Message::plain(over))?);
    }
    let mine = registrations::of(cx.tx, &planned.meeting.code, resident.id)?;
    let own = residents::areas(cx.tx, resident.id)?;
    let shown = with_seats(cx, &own, planned)?;
    let message = say_meeting::one(words, &shown, mine.as_ref(), cx.now);
    Ok(cx.reply(chat, message)?)
}

/// After `/cuatoi`: the meetings to come for which one has a seat or waits; nothing when there are none.
pub(super) fn mine(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    let mut mine = Vec::new();
    for registration in registrations::live_of(cx.tx, resident.id, cx.now)? {
        if let Some(planned) = meetings::find(cx.tx, &registration.meeting)? {
            mine.push((planned.meeting, registration));
        }
    }
    if mine.is_empty() {
        return Ok(());
    }
    let message = say_ticket::mine(cx.words(resident.language), &mine);
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// Where it is held, on the map.
pub(super) fn place(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let words = cx.words(resident.language);
    let planned = meetings::find(cx.tx, code)?.filter(Planned::is_visible);
    let Some((meeting, location)) = planned.and_then(|planned| {
        let location = planned.meeting.location?;
        Some((planned.meeting, location))
    }) else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    let in_words = |text: &Option<crate::domain::ids::LocalText>| {
        text.as_ref().map_or_else(
            || meeting.code.to_string(),
            |text| text.in_language(resident.language).to_owned(),
        )
    };
    let act = Act::Venue {
        location,
        title: in_words(&meeting.venue),
        address: in_words(&meeting.address),
    };
    Ok(cx.put(resident.id.private_chat(), Lane::Reply, act)?)
}

/// Hears of new meetings from now on.
pub(super) fn follow(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    if !resident.has_consented() {
        return ask_for_consent(cx, resident, Wish::Home);
    }
    meetings::follow(cx.tx, resident.id, cx.now)?;
    let words = cx.words(resident.language);
    cx.toast(label!(words, "toast-follows"));
    Ok(())
}

/// Does not want to hear of them any more.
pub(super) fn unfollow(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    meetings::unfollow(cx.tx, resident.id)?;
    let words = cx.words(resident.language);
    cx.toast(label!(words, "toast-unfollows"));
    Ok(())
}

fn with_seats(cx: &Cx<'_, '_>, own: &[OwnArea], planned: Planned) -> Result<Shown, HandlerError> {
    let meeting = &planned.meeting;
    let words = cx.group_words();
    let is_mine = own
        .iter()
        .any(|own| say_meeting::is_for(words, meeting, &own.area));
    let free = Room::of(meeting).free(registrations::taken(cx.tx, &meeting.code)?);
    let waiting = registrations::standing(cx.tx, &meeting.code, Standing::Waiting)?.len();
    Ok(Shown {
        planned,
        free,
        waiting,
        is_mine,
    })
}
