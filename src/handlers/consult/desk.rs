//! How a round goes, for clerks: who takes part, what residents propose (read before anybody is asked it), ending it early.

use crate::{
    chat::outgoing::Lane,
    domain::{
        consultation::{self, Consultation, Statement, StatementState},
        event::Event,
        ids::{ConsultationId, StatementId},
    },
    handlers::{
        HandlerError,
        consult::timers,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
        },
    },
    messages::{
        consultation::{self as say_consult, desk as say_desk},
        label,
    },
    store::consultations,
};

fn public(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: ConsultationId,
) -> Result<Option<Consultation>, HandlerError> {
    let found = consultations::find(cx.tx, id)?.filter(Consultation::is_public);
    if found.is_none() {
        let words = actor.words(cx);
        cx.old_button(words);
    }
    Ok(found)
}

/// The desk as it is now.
pub(super) fn show(cx: &mut Cx<'_, '_>, actor: &Actor, id: ConsultationId) -> Outcome {
    let Some(round) = public(cx, actor, id)? else {
        return Ok(());
    };
    let statements = consultations::statements(cx.tx, id)?;
    let voices = consultations::voices(cx.tx, id)?;
    let bot = &cx.facts.bot().username;
    let message = say_desk::desk(actor.words(cx), &round, &statements, voices, bot);
    actor.show(cx, message)
}

/// A clerk has read it.
pub(super) fn decide(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: StatementId,
    to: StatementState,
) -> Outcome {
    let Some(one) = consultations::statement(cx.tx, id)? else {
        let words = actor.words(cx);
        cx.old_button(words);
        return Ok(());
    };
    let Some(round) = public(cx, actor, one.consultation)? else {
        return Ok(());
    };
    if round.is_open() && consultation::may_become(&one, to) {
        consultations::decide(cx.tx, id, to, Some(actor.user), cx.now)?;
        let event = Event::StatementDecided {
            round: round.id,
            state: to,
        };
        cx.record(&event, Some(actor.user), None)?;
        tell(cx, &one, to, false)?;
    } else {
        cx.toast(label!(actor.words(cx), "consult-decided-already"));
    }
    show(cx, actor, round.id)
}

/// Whoever wrote it hears what became of it. `over`: the round ended before anybody read it.
pub(super) fn tell(
    cx: &mut Cx<'_, '_>,
    one: &Statement,
    to: StatementState,
    over: bool,
) -> Outcome {
    let Some(author) = one.author.filter(|author| !author.is_nobody()) else {
        return Ok(());
    };
    let words = cx.words_for(author)?;
    let told = say_consult::told(words, one, to, over);
    Ok(cx.send(
        author.private_chat(),
        Lane::Notice,
        told,
        Placing::default(),
    )?)
}

/// Whether to end it before its time.
pub(super) fn ask_end(cx: &mut Cx<'_, '_>, actor: &Actor, id: ConsultationId) -> Outcome {
    match public(cx, actor, id)? {
        Some(round) if round.is_open() => {
            let message = say_desk::ask_end(actor.words(cx), &round);
            actor.show(cx, message)
        }
        Some(_) => show(cx, actor, id),
        None => Ok(()),
    }
}

/// It is over before its time.
pub(super) fn end(cx: &mut Cx<'_, '_>, actor: &Actor, id: ConsultationId) -> Outcome {
    let Some(round) = public(cx, actor, id)? else {
        return Ok(());
    };
    if round.is_open() {
        timers::close(cx, &round, Some(actor.user))?;
    }
    show(cx, actor, id)
}
