//! "Ghế dành riêng": a clerk gives reserved seats to people from the waiting list, and to invited guests without
//! Telegram. They are counted anew for every tap, in its transaction: the last one is never given twice.

use crate::{
    domain::{
        event::Event,
        ids::{MeetingCode, RegistrationId},
        meeting::{
            registration::{Planned, Registration},
            reserve::{self, Reach},
            seats::{Room, Share, Standing},
        },
        permission::Clerk,
        prompt::MeetingPrompt,
    },
    handlers::{
        HandlerError,
        meeting::{access::to_come, plan, register::hand_over, seats::update_waiting},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices,
            prompts::Reply,
        },
    },
    messages::{Html, Message, Naming, label, reserve as say_reserve, say, ticket as say_ticket},
    store::registrations,
};

/// Who has reserved seats, and who waits and could.
pub(crate) fn show(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode, page: u16) -> Outcome {
    let Some((planned, _)) = to_come(cx, actor, code)? else {
        return Ok(());
    };
    let message = screen(cx, actor, &planned, page)?;
    actor.show(cx, message)
}

fn screen(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    planned: &Planned,
    page: u16,
) -> Result<Message, HandlerError> {
    let code = &planned.meeting.code;
    let free = Room::of(&planned.meeting).free_reserved(registrations::taken(cx.tx, code)?);
    let parties = registrations::reserve(cx.tx, code)?;
    let naming = Naming::in_chat(actor.chat);
    let words = actor.words(cx);
    let seen = say_reserve::Seen {
        parties: &parties,
        free,
        page: usize::from(page),
        naming,
    };
    Ok(say_reserve::screen(words, &planned.meeting, &seen))
}

/// Somebody on the waiting list gets reserved seats, and is told. When another clerk was faster, or the party is too
/// large, the clerk reads why not.
pub(crate) fn give(cx: &mut Cx<'_, '_>, actor: &Actor, id: RegistrationId, page: u16) -> Outcome {
    let Some((planned, clerk, party)) = of_button(cx, actor, id)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    if party.standing != Standing::Waiting {
        cx.alert(label!(words, "reserve-not-waiting"));
    } else if let Err(no) = may_give(cx, actor, &planned, party.size)? {
        cx.alert(no);
    } else if registrations::seat_from_the_list(cx.tx, id, clerk.user())? {
        let given = Event::ReservedSeatGiven {
            meeting: planned.meeting.code.clone(),
            size: party.size,
        };
        cx.record(&given, Some(clerk.user()), None)?;
        tell(cx, &planned, id)?;
        cx.toast(label!(words, "toast-done"));
    }
    let message = screen(cx, actor, &planned, page)?;
    actor.show(cx, message)
}

/// Whoever got the seat from the list reads it, with ticket and calendar file.
fn tell(cx: &mut Cx<'_, '_>, planned: &Planned, id: RegistrationId) -> Outcome {
    let Some(mine) = registrations::find(cx.tx, id)? else {
        return Ok(());
    };
    if let Some(person) = mine.person() {
        let given = say!(cx.words_for(person)?, "reserve-given-to-you");
        update_waiting(cx, &mine, Message::plain(given))?;
    }
    hand_over(cx, planned, &mine)
}

/// "Thêm khách mời": who?
pub(crate) fn ask_guests(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = to_come(cx, actor, code)? else {
        return Ok(());
    };
    if let Err(no) = may_give(cx, actor, &planned, 1)? {
        return actor.refuse(cx, no);
    }
    let code = planned.meeting.code;
    let html = say!(actor.words(cx), "reserve-ask-guests", code = code.as_str());
    plan::ask(cx, actor, MeetingPrompt::Invite(code), html)
}

/// Their names came: all of them get seats, or none does.
pub(crate) fn invite(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, code: &MeetingCode) -> Outcome {
    let actor = reply.actor;
    let Some((planned, clerk)) = to_come(cx, actor, code)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    let again = MeetingPrompt::Invite(code.clone());
    let guests = match reserve::guests(reply.text) {
        Ok(guests) => guests,
        Err(unreadable) => {
            let html = say_reserve::unreadable(words, &unreadable);
            return plan::ask(cx, actor, again, html);
        }
    };
    let size = guests.iter().map(|guest| guest.size).sum();
    if let Err(no) = may_give(cx, actor, &planned, size)? {
        return plan::ask(cx, actor, again, Html::text(&no));
    }
    for guest in &guests {
        registrations::invite(cx.tx, code, guest, clerk.user(), cx.now)?;
        let given = Event::ReservedSeatGiven {
            meeting: code.clone(),
            size: guest.size,
        };
        cx.record(&given, Some(clerk.user()), None)?;
    }
    let message = screen(cx, actor, &planned, 0)?;
    Ok(cx.reply(actor.chat, message)?)
}

/// A guest without Telegram does not come: the seat can be given again. Residents give theirs back themselves.
pub(crate) fn take_back(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: RegistrationId,
    page: u16,
) -> Outcome {
    let Some((planned, clerk, party)) = of_button(cx, actor, id)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    if party.person().is_some() {
        cx.old_button(words);
        return Ok(());
    }
    if let Err(refusal) = party.may_cancel() {
        cx.alert(say_ticket::refusal(words, refusal));
    } else {
        registrations::move_to(cx.tx, id, Standing::Cancelled, None)?;
        let returned = Event::ReservedSeatReturned {
            meeting: planned.meeting.code.clone(),
            size: party.size,
        };
        cx.record(&returned, Some(clerk.user()), None)?;
        cx.toast(label!(words, "toast-done"));
    }
    let message = screen(cx, actor, &planned, page)?;
    actor.show(cx, message)
}

/// A resident gave reserved seats back, or some of them: only a clerk can give them again, so the office is told.
pub(crate) fn given_back(
    cx: &mut Cx<'_, '_>,
    planned: &Planned,
    mine: &Registration,
    seats: u32,
) -> Outcome {
    if mine.share != Share::Reserved || mine.standing != Standing::Seated || seats == 0 {
        return Ok(());
    }
    let returned = Event::ReservedSeatReturned {
        meeting: planned.meeting.code.clone(),
        size: seats,
    };
    cx.record(&returned, mine.person(), None)?;
    let free = Room::of(&planned.meeting)
        .free_reserved(registrations::taken(cx.tx, &planned.meeting.code)?);
    let news = say_reserve::given_back(cx.group_words(), &planned.meeting, seats, free);
    Ok(notices::tell_office(cx, news)?)
}

/// Guests without Telegram do not hear of a change by the bot: whoever made it reads whom to tell.
pub(crate) fn guests_to_tell(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let mut guests = registrations::reserve(cx.tx, code)?;
    guests.retain(|party| party.reach == Reach::Office);
    if guests.is_empty() {
        return Ok(());
    }
    let naming = Naming::in_chat(actor.chat);
    let message = say_reserve::guests_to_tell(actor.words(cx), &guests, naming);
    Ok(cx.reply(actor.chat, message)?)
}

/// The meeting and the party of a button, for a clerk while the meeting can be changed.
fn of_button(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: RegistrationId,
) -> Result<Option<(Planned, Clerk, Registration)>, HandlerError> {
    let Some(party) = registrations::find(cx.tx, id)? else {
        cx.old_button(actor.words(cx));
        return Ok(None);
    };
    let found = to_come(cx, actor, &party.meeting)?;
    Ok(found.map(|(planned, clerk)| (planned, clerk, party)))
}

/// Whether so many reserved seats can be given; why not, as a sentence.
fn may_give(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    planned: &Planned,
    size: u32,
) -> Result<Result<(), String>, HandlerError> {
    let taken = registrations::taken(cx.tx, &planned.meeting.code)?;
    let allowed = Room::of(&planned.meeting).may_give_reserved(taken, size);
    Ok(allowed.map_err(|no| say_reserve::refusal(actor.words(cx), no)))
}
