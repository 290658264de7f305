//! How many come along: asked, and counted against the free seats.

use super::{
    context::{Cx, Outcome},
    give_seats::{give_free_seats, tell_office_how_full, update_ticket, update_waiting},
    register_for_meeting::{of_button, refuse},
};
use crate::{
    domain::{
        ids::{MeetingCode, MessageId},
        meeting::{
            registration::{Refusal, Registration, size_with},
            seats::{Room, Standing},
        },
        resident::Resident,
    },
    messages::{label, ticket as say},
    store::registrations,
};

/// "Người đi cùng": the counts to choose from, as a message of its own.
pub(super) fn choose(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
    _under: MessageId,
) -> Outcome {
    let Some((planned, _)) = of_button(cx, resident, code)? else {
        return Ok(());
    };
    let message = say::choose_companions(cx.words(resident.language), &planned.meeting);
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// So many come along. Whoever waits keeps the place; whoever has seats gets more only if they are free, and
/// seats that are given back go to those who wait.
pub(super) fn bring(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
    companions: u32,
    asked: MessageId,
) -> Outcome {
    let Some((planned, mine)) = of_button(cx, resident, code)? else {
        return Ok(());
    };
    let size = match size_with(companions) {
        Ok(size) => size,
        Err(refusal) => return refuse(cx, resident, refusal),
    };
    if mine.arrived_at.is_some() {
        return refuse(cx, resident, Refusal::Arrived);
    }
    if mine.standing.takes_seats() {
        let taken = registrations::taken(cx.tx, code)?;
        if let Err(no) = Room::of(&planned.meeting).may_grow(taken, mine.size, size) {
            return refuse(cx, resident, Refusal::Seats(no));
        }
    }
    registrations::resize(cx.tx, mine.id, size)?;
    let mine = Registration { size, ..mine };
    let words = cx.words(resident.language);
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
    cx.replace(resident.id.private_chat(), asked, settled)?;
    tell_office_how_full(cx, &planned)?;
    give_free_seats(cx, &planned)
}
