//! Registering for a meeting in one tap, the ticket, giving the seat up, taking one that became free.

use super::{
    HandlerError, check_in,
    context::{Cx, Outcome},
    give_seats::{
        give_free_seats, tell_office_how_full, tell_waiting, update_ticket, update_waiting,
    },
    in_private::ask_for_consent,
};
use crate::{
    chat::outgoing::{Act, Lane, Picture, ticket_slot},
    domain::{
        code::TicketCode,
        conversation::Wish,
        event::Event,
        ids::MeetingCode,
        meeting::{
            registration::{Planned, Refusal, Registration},
            seats::{Admission, Room, Standing},
        },
        resident::{Resident, Topic},
    },
    messages::{Html, Message, label, say, ticket as say_ticket},
    store::{conversations, meetings, registrations, residents},
};

/// "Đăng ký", "Chờ chỗ": a seat if there is one, else a place at the end of the waiting list. Pressed twice,
/// it shows the ticket again.
pub(super) fn register(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    if !resident.has_consented() {
        return ask_for_consent(cx, resident, Wish::Meeting(code.clone()));
    }
    let Some(planned) = meetings::find(cx.tx, code)? else {
        return refuse(cx, resident, Refusal::Unknown);
    };
    let code = &planned.meeting.code;
    let before = registrations::of(cx.tx, code, resident.id)?;
    if before.is_some_and(|before| before.standing.is_live()) {
        return show(cx, resident, code);
    }
    if let Err(refusal) = planned.may_register(cx.now) {
        return refuse(cx, resident, refusal);
    }
    let taken = registrations::taken(cx.tx, code)?;
    let standing = match Room::of(&planned.meeting).admit(taken, 1) {
        Admission::Seat => Standing::Seated,
        Admission::Wait => Standing::Waiting,
    };
    let mine = registrations::register(cx.tx, code, resident.id, 1, standing, cx.now)?;
    let made = Event::RegistrationMade {
        meeting: code.clone(),
        standing,
    };
    cx.record(&made, Some(resident.id), None)?;
    tell_office_how_full(cx, &planned)?;
    hand_over(cx, resident, &planned, &mine)
}

/// The ticket, or the place on the list, as it is now.
pub(super) fn show(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let Some((planned, mine)) = of_button(cx, resident, code)? else {
        return Ok(());
    };
    hand_over(cx, resident, &planned, &mine)
}

/// The link of a ticket's QR code, opened by whoever scanned it.
pub(super) fn by_ticket(cx: &mut Cx<'_, '_>, resident: &Resident, typed: &str) -> Outcome {
    let found = match TicketCode::parse(typed) {
        Ok(ticket) => registrations::by_ticket(cx.tx, ticket)?,
        Err(_) => None,
    };
    match found {
        Some(mine) if mine.person == resident.id => show(cx, resident, &mine.meeting),
        Some(other) if check_in::scanned(cx, resident, &other)? => Ok(()),
        _ => {
            let words = cx.words(resident.language);
            let html = say!(words, "ticket-not-yours");
            Ok(cx.reply(resident.id.private_chat(), Message::plain(html))?)
        }
    }
}

/// "Hủy đăng ký": the seat, or the place on the list, is given up; whoever waits gets it.
pub(super) fn unregister(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let Some((planned, mine)) = of_button(cx, resident, code)? else {
        return Ok(());
    };
    if let Err(refusal) = mine.may_cancel() {
        return refuse(cx, resident, refusal);
    }
    registrations::move_to(cx.tx, mine.id, Standing::Cancelled, None)?;
    let cancelled = Event::RegistrationCancelled {
        meeting: planned.meeting.code.clone(),
    };
    cx.record(&cancelled, Some(resident.id), None)?;
    let words = cx.words(resident.language);
    let message = say_ticket::given_up(words, &planned.meeting);
    match mine.standing {
        Standing::Seated => update_ticket(cx, &mine, message)?,
        _ => update_waiting(cx, &mine, message)?,
    }
    cx.toast(label!(words, "toast-unregistered"));
    give_free_seats(cx, &planned)
}

/// "Nhận chỗ": the seat that was kept is taken.
pub(super) fn accept(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let Some((planned, mine)) = of_button(cx, resident, code)? else {
        return Ok(());
    };
    match mine.standing {
        Standing::Offered if mine.offered_until.is_some_and(|until| until > cx.now) => {}
        Standing::Offered => return refuse(cx, resident, Refusal::NotRegistered),
        _ => return hand_over(cx, resident, &planned, &mine),
    }
    registrations::move_to(cx.tx, mine.id, Standing::Seated, None)?;
    let accepted = Event::SeatAccepted {
        meeting: planned.meeting.code.clone(),
    };
    cx.record(&accepted, Some(resident.id), None)?;
    let words = cx.words(resident.language);
    let taken = Message::plain(say!(words, "offer-accepted"));
    update_waiting(cx, &mine, taken)?;
    let mine = Registration {
        standing: Standing::Seated,
        offered_until: None,
        ..mine
    };
    hand_over(cx, resident, &planned, &mine)
}

/// Gives what a registration is worth now: ticket and calendar file, an offer, or a place on the list.
pub(super) fn hand_over(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    planned: &Planned,
    mine: &Registration,
) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let meeting = &planned.meeting;
    match (mine.standing, mine.offered_until) {
        (Standing::Seated, _) => {
            let link = format!(
                "https://t.me/{}?start=t_{}",
                cx.facts.bot().username,
                mine.ticket
            );
            let ticket = say_ticket::ticket(words, planned, mine);
            let slot = ticket_slot(&meeting.code);
            cx.send_picture(chat, Lane::Reply, Picture::Qr { link }, ticket, slot)?;
            let file = Act::File {
                file: say_ticket::calendar(words, planned, mine, cx.now),
                html: say!(words, "ticket-calendar").into_string(),
            };
            cx.put(chat, Lane::Reply, file)?;
            if !residents::wants(cx.tx, resident.id, Topic::Reminders)? {
                cx.reply(chat, Message::plain(say!(words, "reminders-are-off")))?;
            }
        }
        (Standing::Offered, Some(until)) => {
            let message = say_ticket::offer(words, meeting, mine, until);
            tell_waiting(cx, mine, Lane::Reply, message)?;
        }
        _ => {
            let position = registrations::position(cx.tx, mine)?;
            let message = say_ticket::waits(words, meeting, mine, position);
            tell_waiting(cx, mine, Lane::Reply, message)?;
        }
    }
    Ok(())
}

/// The meeting of a button and what its reader has there; a polite word when there is nothing (any more).
pub(super) fn of_button(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
) -> Result<Option<(Planned, Registration)>, HandlerError> {
    let found = match meetings::find(cx.tx, code)? {
        None => Err(Refusal::Unknown),
        Some(planned) => match planned.is_to_come(cx.now) {
            Err(refusal) => Err(refusal),
            Ok(()) => registrations::of(cx.tx, &planned.meeting.code, resident.id)?
                .filter(|mine| mine.standing.is_live())
                .map(|mine| (planned, mine))
                .ok_or(Refusal::NotRegistered),
        },
    };
    match found {
        Ok(found) => Ok(Some(found)),
        Err(refusal) => {
            refuse(cx, resident, refusal)?;
            Ok(None)
        }
    }
}

/// Says why not, where it is seen: above the screen, and in the chat.
pub(super) fn refuse(cx: &mut Cx<'_, '_>, resident: &Resident, refusal: Refusal) -> Outcome {
    let sentence = say_ticket::refusal(cx.words(resident.language), refusal);
    let html = Html::text(&sentence);
    cx.alert(sentence);
    conversations::clear(cx.tx, resident.id)?;
    Ok(cx.reply(resident.id.private_chat(), Message::plain(html))?)
}
