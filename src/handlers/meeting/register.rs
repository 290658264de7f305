//! Registering for a meeting in one tap, the ticket, giving the seat up, taking one that became free.

use crate::{
    chat::outgoing::{Act, Lane, Picture, ticket_slot},
    domain::{
        code::TicketCode,
        conversation::Wish,
        event::Event,
        ids::{MeetingCode, UserId},
        meeting::{
            registration::{Planned, Refusal, Registration},
            seats::{Admission, Room, Standing},
        },
        resident::Topic,
    },
    handlers::{
        HandlerError,
        meeting::{
            check_in, reserve,
            seats::{
                self, give_free_seats, tell_office_how_full, tell_waiting, update_ticket,
                update_waiting,
            },
            see,
        },
        shared::consent::ask_for_consent,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{
        Html, Message, label, say,
        ticket::{self as say_ticket, Written},
    },
    store::{conversations, meetings, registrations, residents},
};

/// "Đăng ký", "Chờ chỗ": a seat if there is one, else a place at the end of the waiting list. Pressed twice,
/// it shows the ticket again.
pub(crate) fn register(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    if !actor.resident()?.has_consented() {
        return ask_for_consent(cx, actor, Wish::Meeting(code.clone()));
    }
    let Some(planned) = meetings::find(cx.tx, code)? else {
        return refuse(cx, actor, Refusal::Unknown);
    };
    let code = &planned.meeting.code;
    let before = registrations::of(cx.tx, code, actor.user)?;
    if before.is_some_and(|before| before.standing.is_live()) {
        return show(cx, actor, code);
    }
    if let Err(refusal) = planned.may_register(cx.now) {
        return refuse(cx, actor, refusal);
    }
    let taken = registrations::taken(cx.tx, code)?;
    let standing = match Room::of(&planned.meeting).admit(taken, 1) {
        Admission::Seat => Standing::Seated,
        Admission::Wait => Standing::Waiting,
    };
    let mine = registrations::register(cx.tx, code, actor.user, 1, standing, cx.now)?;
    let made = Event::RegistrationMade {
        meeting: code.clone(),
        standing,
    };
    cx.record(&made, Some(actor.user), None)?;
    tell_office_how_full(cx, &planned)?;
    see::refresh(cx, actor, code)?;
    seats::close_lapsed(cx, actor, &planned)?;
    hand_over(cx, &planned, &mine)
}

/// A poster's link that says it registers: a seat at once. Where there is none to be had, the meeting is shown.
pub(crate) fn by_link(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    match meetings::find(cx.tx, code)? {
        Some(planned) if planned.is_visible() && planned.may_register(cx.now).is_ok() => {
            register(cx, actor, code)
        }
        _ => see::one(cx, actor, code),
    }
}

/// The ticket, or the place on the list, as it is now.
pub(crate) fn show(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, mine)) = of_button(cx, actor, code)? else {
        return Ok(());
    };
    hand_over(cx, &planned, &mine)
}

/// The link of a ticket's QR code, opened by whoever scanned it.
pub(crate) fn by_ticket(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let found = match TicketCode::parse(typed) {
        Ok(ticket) => registrations::by_ticket(cx.tx, ticket)?,
        Err(_) => None,
    };
    match found {
        Some(mine) if mine.person() == Some(actor.user) => show(cx, actor, &mine.meeting),
        Some(other) if check_in::scanned(cx, actor, &other)? => Ok(()),
        _ => {
            let words = actor.words(cx);
            let html = say!(words, "ticket-not-yours");
            Ok(cx.reply(actor.chat, Message::plain(html))?)
        }
    }
}

/// "Hủy đăng ký": the seat, or the place on the list, is given up; whoever waits gets it.
pub(crate) fn unregister(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, mine)) = of_button(cx, actor, code)? else {
        return Ok(());
    };
    if let Err(refusal) = mine.may_cancel() {
        return refuse(cx, actor, refusal);
    }
    registrations::move_to(cx.tx, mine.id, Standing::Cancelled, None)?;
    let cancelled = Event::RegistrationCancelled {
        meeting: planned.meeting.code.clone(),
    };
    cx.record(&cancelled, Some(actor.user), None)?;
    let words = actor.words(cx);
    let message = say_ticket::given_up(words, &planned.meeting);
    match mine.standing {
        Standing::Seated => update_ticket(cx, &mine, message)?,
        _ => update_waiting(cx, &mine, message)?,
    }
    take_out_of_calendar(cx, &planned, &mine)?;
    see::refresh(cx, actor, &planned.meeting.code)?;
    cx.toast(label!(words, "toast-unregistered"));
    reserve::given_back(cx, &planned, &mine, mine.size)?;
    give_free_seats(cx, &planned)
}

/// Somebody who is about to be forgotten gives up every seat that is still to come.
pub(crate) fn leave_all(cx: &mut Cx<'_, '_>, person: UserId) -> Outcome {
    for mine in registrations::live_of(cx.tx, person, cx.now)? {
        let Some(planned) = meetings::find(cx.tx, &mine.meeting)? else {
            continue;
        };
        registrations::move_to(cx.tx, mine.id, Standing::Cancelled, None)?;
        let cancelled = Event::RegistrationCancelled {
            meeting: planned.meeting.code.clone(),
        };
        cx.record(&cancelled, Some(person), None)?;
        reserve::given_back(cx, &planned, &mine, mine.size)?;
        give_free_seats(cx, &planned)?;
    }
    Ok(())
}

/// "Nhận chỗ": the seat that was kept is taken.
pub(crate) fn accept(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, mine)) = of_button(cx, actor, code)? else {
        return Ok(());
    };
    match mine.standing {
        Standing::Offered if mine.offered_until.is_some_and(|until| until > cx.now) => {}
        Standing::Offered => return refuse(cx, actor, Refusal::NotRegistered),
        _ => return hand_over(cx, &planned, &mine),
    }
    registrations::move_to(cx.tx, mine.id, Standing::Seated, None)?;
    let accepted = Event::SeatAccepted {
        meeting: planned.meeting.code.clone(),
    };
    cx.record(&accepted, Some(actor.user), None)?;
    let words = actor.words(cx);
    let taken = Message::plain(say!(words, "offer-accepted"));
    update_waiting(cx, &mine, taken)?;
    see::refresh(cx, actor, code)?;
    let mine = Registration {
        standing: Standing::Seated,
        offered_until: None,
        ..mine
    };
    hand_over(cx, &planned, &mine)
}

/// Gives whoever writes to the bot what their registration is worth now: ticket and calendar file, an offer, or a
/// place on the list.
pub(crate) fn hand_over(cx: &mut Cx<'_, '_>, planned: &Planned, mine: &Registration) -> Outcome {
    let Some(person) = mine.person() else {
        return Ok(());
    };
    let chat = person.private_chat();
    let words = cx.words_for(person)?;
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
                file: say_ticket::calendar(
                    words,
                    planned,
                    mine,
                    &written(cx, &cx.facts.bot().username),
                ),
                html: say!(words, "ticket-calendar").into_string(),
                keyboard: None,
            };
            cx.put(chat, Lane::Reply, file)?;
            if !residents::wants(cx.tx, person, Topic::Reminders)? {
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

/// The calendar file that takes back the one of the ticket, for whoever had a seat.
pub(crate) fn take_out_of_calendar(
    cx: &mut Cx<'_, '_>,
    planned: &Planned,
    mine: &Registration,
) -> Outcome {
    let Some(person) = mine.person().filter(|_| mine.standing == Standing::Seated) else {
        return Ok(());
    };
    let words = cx.words_for(person)?;
    let file = Act::File {
        file: say_ticket::calendar_cancelled(
            words,
            planned,
            mine,
            &written(cx, &cx.facts.bot().username),
        ),
        html: say!(words, "ticket-calendar-cancelled").into_string(),
        keyboard: None,
    };
    Ok(cx.put(person.private_chat(), Lane::Card, file)?)
}

fn written<'a>(cx: &Cx<'_, '_>, bot: &'a str) -> Written<'a> {
    Written { now: cx.now, bot }
}

/// The meeting of a button and what its reader has there; a polite word when there is nothing (any more).
pub(crate) fn of_button(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &MeetingCode,
) -> Result<Option<(Planned, Registration)>, HandlerError> {
    let found = match meetings::find(cx.tx, code)? {
        None => Err(Refusal::Unknown),
        Some(planned) => match planned.is_to_come(cx.now) {
            Err(refusal) => Err(refusal),
            Ok(()) => registrations::of(cx.tx, &planned.meeting.code, actor.user)?
                .filter(|mine| mine.standing.is_live())
                .map(|mine| (planned, mine))
                .ok_or(Refusal::NotRegistered),
        },
    };
    match found {
        Ok(found) => Ok(Some(found)),
        Err(refusal) => {
            refuse(cx, actor, refusal)?;
            Ok(None)
        }
    }
}

/// Says why not, where it is seen: above the screen, and in the chat.
pub(crate) fn refuse(cx: &mut Cx<'_, '_>, actor: &Actor, refusal: Refusal) -> Outcome {
    let sentence = say_ticket::refusal(actor.words(cx), refusal);
    let html = Html::text(&sentence);
    cx.alert(sentence);
    conversations::clear(cx.tx, actor.user)?;
    Ok(cx.reply(actor.chat, Message::plain(html))?)
}
