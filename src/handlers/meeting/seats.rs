//! Freed seats go to those who wait: in the transaction that frees them, whatever freed them.

use crate::{
    chat::outgoing::{Lane, Target, ticket_slot, waiting_slot},
    domain::{
        event::Event,
        ids::UserId,
        meeting::{
            fill,
            registration::{Planned, Registration, offer_until},
            seats::{Room, Standing, promote},
        },
    },
    handlers::shared::{
        actor::Actor,
        cx::{Cx, Outcome, Placing},
        notices,
    },
    messages::{Message, Words, plan as say_plan, ticket as say},
    store::{self, chats, meetings, outcomes, registrations},
};

/// Offers the free seats of a meeting to those who wait, first come first served.
pub(crate) fn give_free_seats(cx: &mut Cx<'_, '_>, planned: &Planned) -> Outcome {
    let meeting = &planned.meeting;
    if planned.is_to_come(cx.now).is_err() || meeting.starts_at <= cx.now {
        return Ok(());
    }
    let waiting = registrations::waiting(cx.tx, &meeting.code)?;
    let taken = registrations::taken(cx.tx, &meeting.code)?;
    let until = offer_until(
        cx.now,
        cx.council.quiet_until(cx.now),
        meeting.starts_at,
        cx.council.rules.seat_offer_hours,
    );
    for party in promote(Room::of(meeting), taken, &waiting) {
        registrations::move_to(cx.tx, party.id, Standing::Offered, Some(until))?;
        let Some(registration) = registrations::find(cx.tx, party.id)? else {
            continue;
        };
        let Some(person) = registration.person() else {
            continue;
        };
        let offered = Event::SeatOffered {
            meeting: meeting.code.clone(),
        };
        cx.record(&offered, Some(person), None)?;
        let words = words_of(cx, person)?;
        let offer = say::offer(words, meeting, &registration, until);
        tell_waiting(cx, &registration, Lane::Card, offer)?;
    }
    Ok(())
}

/// An offer has expired: the person leaves the list, the seat goes on.
pub(crate) fn end_expired_offers(cx: &mut Cx<'_, '_>) -> Outcome {
    for registration in registrations::expired(cx.tx, cx.now)? {
        registrations::move_to(cx.tx, registration.id, Standing::Lapsed, None)?;
        let lapsed = Event::OfferLapsed {
            meeting: registration.meeting.clone(),
        };
        cx.record(&lapsed, registration.person(), None)?;
        let planned = meetings::find(cx.tx, &registration.meeting)?;
        let (Some(planned), Some(person)) = (planned, registration.person()) else {
            continue;
        };
        let words = words_of(cx, person)?;
        let message = say::lapsed(words, &planned.meeting);
        tell_waiting(cx, &registration, Lane::Card, message)?;
        give_free_seats(cx, &planned)?;
    }
    Ok(())
}

/// The office hears when a meeting becomes half full, nearly full, full: once each.
pub(crate) fn tell_office_how_full(cx: &mut Cx<'_, '_>, planned: &Planned) -> Outcome {
    let meeting = &planned.meeting;
    let taken = registrations::taken(cx.tx, &meeting.code)?;
    let per_cent = fill::per_cent(Room::of(meeting), taken);
    let Some(mark) = per_cent.and_then(fill::mark) else {
        return Ok(());
    };
    if outcomes::note_fill(cx.tx, &meeting.code, mark, cx.now)? {
        let message = say_plan::fill(cx.group_words(), meeting, mark, taken.open);
        notices::tell_office(cx, message)?;
    }
    Ok(())
}

/// News for somebody on the waiting list: a new message, so that the phone rings.
pub(crate) fn tell_waiting(
    cx: &mut Cx<'_, '_>,
    registration: &Registration,
    lane: Lane,
    message: Message,
) -> store::Result<()> {
    let Some(person) = registration.person() else {
        return Ok(());
    };
    let placing = Placing {
        slot: Some(waiting_slot(&registration.meeting)),
        ..Placing::default()
    };
    cx.send(person.private_chat(), lane, message, placing)
}

/// "Chờ chỗ" under the word that an offer has expired was pressed: the button is done with.
pub(crate) fn close_lapsed(cx: &mut Cx<'_, '_>, actor: &Actor, planned: &Planned) -> Outcome {
    let Some(shown) = actor.shown() else {
        return Ok(());
    };
    let slot = waiting_slot(&planned.meeting.code);
    if chats::message_in_slot(cx.tx, actor.chat, &slot)? == Some(shown) {
        let lapsed = say::lapsed(actor.words(cx), &planned.meeting);
        cx.replace(actor.chat, shown, Message::plain(lapsed.html))?;
    }
    Ok(())
}

/// The ticket on the screen says how things are now.
pub(crate) fn update_ticket(
    cx: &mut Cx<'_, '_>,
    registration: &Registration,
    message: Message,
) -> store::Result<()> {
    let Some(person) = registration.person() else {
        return Ok(());
    };
    let chat = person.private_chat();
    cx.recaption(
        chat,
        Lane::Reply,
        ticket_slot(&registration.meeting),
        message,
    )
}

/// What somebody on the list reads on the screen says how things are now.
pub(crate) fn update_waiting(
    cx: &mut Cx<'_, '_>,
    registration: &Registration,
    message: Message,
) -> store::Result<()> {
    let target = Target::Slot(waiting_slot(&registration.meeting));
    let Some(person) = registration.person() else {
        return Ok(());
    };
    let chat = person.private_chat();
    cx.edit(
        chat,
        Lane::Reply,
        target,
        message,
        crate::chat::outgoing::About::default(),
    )
}

/// The speaker of the language this person reads.
pub(crate) fn words_of<'a>(cx: &Cx<'a, '_>, person: UserId) -> store::Result<Words<'a>> {
    cx.words_for(person)
}
