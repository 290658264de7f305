//! `/gopy`: rounds on a draft. Residents take part in [`voice`]; clerks write one in [`compose`], watch it and read what
//! residents propose in [`desk`]; time ends it and tells people in [`timers`].
//!
//! What somebody makes of a statement is an opinion: it is in no event and no message to others.

pub(crate) mod compose;
pub(crate) mod desk;
pub(crate) mod timers;
pub(crate) mod voice;

use crate::{
    chat::button::ConsultButton,
    domain::{
        consultation::{Consultation, StatementState},
        ids::ConsultationId,
        prompt::ConsultPrompt,
        reading::{Occasion, Reading},
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            prompts::Reply,
            rights,
        },
    },
    messages::{
        consultation::{self as say_consult, Listed, ListedFor},
        label,
    },
    store::{consultations, residents},
};

/// Rounds that are over and still listed.
const OVER_SHOWN: u32 = 3;

/// The command, with title and statements or without.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let is_clerk = rights::clerk(cx, actor)?.is_some();
    if is_clerk && !typed.is_empty() {
        return compose::write(cx, actor, None, typed);
    }
    let whose = match (is_clerk, actor.chat.is_private()) {
        (true, _) => ListedFor::Clerk,
        (false, true) => ListedFor::Resident,
        (false, false) => ListedFor::Body,
    };
    let mut running = Vec::new();
    for round in consultations::open(cx.tx)? {
        running.push(listed(cx, actor, round)?);
    }
    let over = consultations::closed(cx.tx, OVER_SHOWN)?;
    let message = say_consult::list(actor.words(cx), &running, &over, whose);
    Ok(cx.reply(actor.chat, message)?)
}

fn listed(cx: &Cx<'_, '_>, actor: &Actor, round: Consultation) -> Result<Listed, HandlerError> {
    let statements = consultations::statements(cx.tx, round.id)?;
    let in_state = |state| statements.iter().filter(move |one| one.state == state);
    let mut left = None;
    if actor.chat.is_private() {
        let areas = residents::areas(cx.tx, actor.user)?;
        // Whoever has not said where they live is asked when they begin.
        if areas.is_empty() || round.voice_of(cx.council, &areas).is_some() {
            let stances = consultations::stances(cx.tx, round.id, actor.user)?;
            let shown = in_state(StatementState::Shown);
            let is_left = |id| !stances.iter().any(|(known, _)| *known == id);
            left = Some(shown.filter(|one| is_left(one.id)).count());
        }
    }
    let waiting = in_state(StatementState::Waiting).count();
    Ok(Listed {
        round,
        left,
        waiting,
    })
}

/// A poster's link: what it is about, and the way in.
pub(crate) fn by_link(cx: &mut Cx<'_, '_>, actor: &Actor, number: &str) -> Outcome {
    let id = number.parse().ok().map(ConsultationId);
    let found = match id {
        Some(id) => consultations::find(cx.tx, id)?.filter(Consultation::is_public),
        None => None,
    };
    match found {
        Some(round) if round.is_open() => {
            let shown = voice::shown(cx, round.id)?.len();
            let invitation = say_consult::invitation(actor.words(cx), &round, shown);
            Ok(cx.reply(actor.chat, invitation)?)
        }
        Some(round) => {
            let over = say_consult::over(actor.words(cx), &round);
            Ok(cx.reply(actor.chat, over)?)
        }
        None => by_command(cx, actor, ""),
    }
}

/// A button, in private or in a group.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, actor: &Actor, button: &ConsultButton) -> Outcome {
    use ConsultButton as B;
    match button {
        B::Next(_) | B::Say(..) | B::Mine(_) | B::Statement(_) | B::Propose(_)
            if !actor.chat.is_private() =>
        {
            let words = actor.words(cx);
            cx.old_button(words);
            Ok(())
        }
        B::Next(round) => voice::begin(cx, actor, *round),
        B::Say(statement, stance) => voice::say(cx, actor, *statement, *stance),
        B::Mine(round) => voice::review(cx, actor, *round),
        B::Statement(statement) => voice::one(cx, actor, *statement),
        B::Propose(round) => voice::ask(cx, actor, *round),
        B::Outcome(round) => outcome(cx, actor, *round),
        B::Write
        | B::Rewrite(_)
        | B::Draft(_)
        | B::Areas(..)
        | B::Area(..)
        | B::Everywhere(_)
        | B::EndsOn(..)
        | B::Drop(_)
        | B::Publish(_)
        | B::Desk(_)
        | B::Decide(..)
        | B::End(_)
        | B::EndNow(_) => by_clerk(cx, actor, button),
    }
}

fn by_clerk(cx: &mut Cx<'_, '_>, actor: &Actor, button: &ConsultButton) -> Outcome {
    use ConsultButton as B;
    if rights::clerk(cx, actor)?.is_none() {
        cx.alert(label!(actor.words(cx), "consult-not-clerk"));
        return Ok(());
    }
    match button {
        B::Write => compose::ask(cx, actor, None),
        B::Desk(round) => desk::show(cx, actor, *round),
        B::Decide(statement, to) => desk::decide(cx, actor, *statement, *to),
        B::End(round) => desk::ask_end(cx, actor, *round),
        B::EndNow(round) => desk::end(cx, actor, *round),
        _ => compose::pressed(cx, actor, button),
    }
}

/// The words that were asked for are here.
pub(crate) fn answered(cx: &mut Cx<'_, '_>, prompt: ConsultPrompt, reply: &Reply<'_>) -> Outcome {
    let round = match prompt {
        ConsultPrompt::Statement(round) => return voice::propose(cx, reply, round),
        ConsultPrompt::New => None,
        ConsultPrompt::Rewrite(round) => Some(round),
    };
    if rights::clerk(cx, reply.actor)?.is_none() {
        return Ok(());
    }
    compose::write(cx, &reply.actor.anew(), round, reply.text)
}

/// What came of it, for everybody, once it is over.
fn outcome(cx: &mut Cx<'_, '_>, actor: &Actor, id: ConsultationId) -> Outcome {
    let found = consultations::find(cx.tx, id)?.filter(Consultation::is_public);
    let Some(round) = found else {
        let words = actor.words(cx);
        cx.old_button(words);
        return Ok(());
    };
    if round.is_open() {
        return actor.refuse(cx, label!(actor.words(cx), "consult-outcome-not-yet"));
    }
    let reading = Reading::ConsultationOutcome {
        round: id,
        occasion: Occasion::Asked,
    };
    Ok(cx.want(actor.chat, &reading)?)
}
