//! How many come along: asked, and counted against the free seats.

use crate::{
    domain::{
        ids::MeetingCode,
        meeting::{
            registration::{Refusal, Registration, size_with},
            seats::{Room, Standing},
        },
    },
    handlers::{
        meeting::{
            register::{of_button, refuse},
            reserve,
            seats::{give_free_seats, tell_office_how_full, update_ticket, update_waiting},
        },
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{label, ticket as say},
    store::registrations,
};

/// "Người đi cùng": the counts to choose from, as a message of its own.
pub(crate) fn choose(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = of_button(cx, actor, code)? else {
        return Ok(());
    };
    let message = say::choose_companions(actor.words(cx), &planned.meeting);
    Ok(cx.reply(actor.chat, message)?)
}

/// So many come along. Whoever waits keeps the place; whoever has seats gets more only if they are free, and
/// seats that are given back go to those who wait.
pub(crate) fn bring(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &MeetingCode,
    companions: u32,
) -> Outcome {
    let Some((planned, mine)) = of_button(cx, actor, code)? else {
        return Ok(());
    };
    let size = match size_with(companions) {
        Ok(size) => size,
        Err(refusal) => return refuse(cx, actor, refusal),
    };
    if mine.arrived_at.is_some() {
        return refuse(cx, actor, Refusal::Arrived);
    }
    if mine.standing.takes_seats() {
        let taken = registrations::taken(cx.tx, code)?;
        if let Err(no) = Room::of(&planned.meeting).may_resize(taken, mine.share, mine.size, size) {
            return refuse(cx, actor, Refusal::Seats(no));
        }
    }
    registrations::resize(cx.tx, mine.id, size)?;
    reserve::given_back(cx, &planned, &mine, mine.size.saturating_sub(size))?;
    let mine = Registration { size, ..mine };
    let words = actor.words(cx);
    match (mine.standing, mine.offered_until) {
        (Standing::Seated, _) => update_ticket(cx, &mine, say::ticket(words, &planned, &mine))?,
        (Standing::Offered, Some(until)) => {
            update_waiting(cx, &mine, say::offer(words, &planned.meeting, &mine, until))?;
        }
        _ => {
            let position = registrations::position(cx.tx, &mine)?;
            let message = say::waits(words, &planned.meeting, &mine, position);
            update_waiting(cx, &mine, message)?;
        }
    }
    cx.toast(label!(words, "toast-done"));
    let settled = say::companions_settled(words, &planned.meeting, size);
    actor.show(cx, settled)?;
    tell_office_how_full(cx, &planned)?;
    give_free_seats(cx, &planned)
}
