//! What time does with a round: ends it, tells people a step at a time that it begins or is over, in one transaction with
//! how far it came. Outside the quiet hours, and behind everything else.

use jiff::Timestamp;

use super::voice;
use crate::{
    chat::outgoing::Lane,
    domain::{
        body::BodyKind,
        consultation::{Consultation, OUTBOX_FULL, STEP, StatementState, Telling},
        council::Council,
        event::Event,
        ids::{ChatId, UserId},
        reading::{Occasion, Reading},
    },
    handlers::{
        HandlerError,
        consult::desk,
        shared::{
            cx::{Cx, Outcome, Placing},
            notices,
        },
    },
    messages::consultation as say_consult,
    store::{self, WriteTx, chats, consultations, outbox, readings},
};

/// Whether there is something to do about a round.
///
/// # Errors
/// When the database fails.
pub(crate) fn are_due(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<bool> {
    if consultations::due(tx, now)?.is_some() {
        return Ok(true);
    }
    if council.quiet_until(now).is_some() || consultations::telling(tx)?.is_none() {
        return Ok(false);
    }
    let (queued, ..) = outbox::counts(tx, now)?;
    Ok(queued < OUTBOX_FULL)
}

/// Ends what is over, and takes the next step of telling people.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    while let Some(round) = consultations::due(cx.tx, cx.now)? {
        close(cx, &round, None)?;
    }
    if cx.council.quiet_until(cx.now).is_some() {
        return Ok(());
    }
    let (queued, ..) = outbox::counts(cx.tx, cx.now)?;
    match consultations::telling(cx.tx)? {
        Some(round) if queued < OUTBOX_FULL => step(cx, &round),
        _ => Ok(()),
    }
}

fn step(cx: &mut Cx<'_, '_>, round: &Consultation) -> Outcome {
    let Some(telling) = round.telling else {
        return Ok(());
    };
    let areas = round.reach(cx.council);
    let people = consultations::next_people(cx.tx, round, telling, &areas, STEP)?;
    let Some(last) = people.last().copied() else {
        return Ok(consultations::all_told(cx.tx, round.id)?);
    };
    let shown = voice::shown(cx, round.id)?.len();
    for person in &people {
        let words = cx.words_for(*person)?;
        let message = match telling {
            Telling::Begun => say_consult::news(words, round, shown),
            Telling::Ended => say_consult::ended(words, round),
        };
        let chat = person.private_chat();
        cx.send(chat, Lane::Broadcast, message, Placing::default())?;
    }
    consultations::advance(cx.tx, round.id, last, people.len())?;
    if u32::try_from(people.len()).unwrap_or(STEP) < STEP {
        consultations::all_told(cx.tx, round.id)?;
    }
    Ok(())
}

/// It is over: what nobody has read is not asked, the office and the delegations read what came of it, and whoever took
/// part is told. `by`: the clerk who ends it early.
pub(super) fn close(cx: &mut Cx<'_, '_>, round: &Consultation, by: Option<UserId>) -> Outcome {
    let ended_on = round.ends_on.min(cx.council.local_date(cx.now));
    if !consultations::close(cx.tx, round.id, ended_on, cx.now)? {
        return Ok(());
    }
    cx.record(&Event::ConsultationClosed { round: round.id }, by, None)?;
    for one in consultations::statements(cx.tx, round.id)? {
        if one.state == StatementState::Waiting {
            let to = StatementState::KeptBack;
            consultations::decide(cx.tx, one.id, to, None, cx.now)?;
            desk::tell(cx, &one, to, true)?;
        }
    }
    let reading = Reading::ConsultationOutcome {
        round: round.id,
        occasion: Occasion::Morning,
    };
    for chat in readers(cx, round)? {
        readings::keep(cx.tx, chat, &reading, cx.now)?;
    }
    Ok(())
}

/// The office, the standing body and the delegations of its areas.
fn readers(cx: &Cx<'_, '_>, round: &Consultation) -> Result<Vec<ChatId>, HandlerError> {
    let mut found = notices::office_chats(cx)?;
    let reach = round.reach(cx.council);
    for body in &cx.council.bodies {
        let is_asked = match body.kind {
            BodyKind::StandingBody => true,
            BodyKind::Delegation => body.areas.iter().any(|area| reach.contains(area)),
            _ => false,
        };
        if !is_asked {
            continue;
        }
        if let Some(chat) = chats::chat_of(cx.tx, &body.code)?
            && !found.contains(&chat)
        {
            found.push(chat);
        }
    }
    Ok(found)
}
