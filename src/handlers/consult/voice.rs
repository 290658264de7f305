//! A resident takes part in a round: one statement after the other, stopped and gone on with at will, changed until the end;
//! a statement of their own. Only who lives in its areas, one voice a person.

use crate::{
    domain::{
        consultation::{
            self, Consultation, MAX_STATEMENT, MOST_PROPOSED, MOST_WAITING, Stance, Statement,
            StatementState,
        },
        conversation::Wish,
        ids::{AreaCode, ConsultationId, StatementId},
        prompt::{ConsultPrompt, Prompt},
        text,
    },
    handlers::{
        HandlerError,
        people::area,
        shared::{
            actor::Actor,
            consent::ask_for_consent,
            cx::{Cx, Outcome},
            notices,
            prompts::{self, Reply},
        },
    },
    messages::{
        Message,
        consultation::{self as say_consult, Mine, desk as say_desk},
        say,
    },
    store::{consultations, residents},
};

/// The statements that everybody answers, in order.
pub(super) fn shown(
    cx: &Cx<'_, '_>,
    round: ConsultationId,
) -> Result<Vec<Statement>, HandlerError> {
    let mut all = consultations::statements(cx.tx, round)?;
    all.retain(|one| one.state == StatementState::Shown);
    Ok(all)
}

/// The round, while it takes answers, with the area for which this person speaks; else they are told why not, or asked for
/// what is missing.
fn taking_part(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: ConsultationId,
) -> Result<Option<(Consultation, AreaCode)>, HandlerError> {
    let words = actor.words(cx);
    let found = consultations::find(cx.tx, id)?.filter(Consultation::is_public);
    let Some(round) = found else {
        cx.old_button(words);
        return Ok(None);
    };
    if !round.is_open() || consultations::is_past(cx.tx, id, cx.now)? {
        actor.show(cx, say_consult::over(words, &round))?;
        return Ok(None);
    }
    if !actor.resident()?.has_consented() {
        ask_for_consent(cx, actor, Wish::Consult(id))?;
        return Ok(None);
    }
    let areas = residents::areas(cx.tx, actor.user)?;
    if areas.is_empty() {
        area::ask(cx, actor, Wish::Consult(id))?;
        return Ok(None);
    }
    if let Some(area) = round.voice_of(cx.council, &areas) {
        return Ok(Some((round, area)));
    }
    let home = actor.resident()?.area.as_ref();
    actor.show(cx, say_consult::not_asked(words, &round, home))?;
    Ok(None)
}

/// "Bắt đầu", "Trả lời tiếp": the first statement that they have not answered.
pub(crate) fn begin(cx: &mut Cx<'_, '_>, actor: &Actor, id: ConsultationId) -> Outcome {
    let Some((round, _)) = taking_part(cx, actor, id)? else {
        return Ok(());
    };
    next(cx, actor, &round)
}

fn next(cx: &mut Cx<'_, '_>, actor: &Actor, round: &Consultation) -> Outcome {
    let words = actor.words(cx);
    let shown = shown(cx, round.id)?;
    let stances = consultations::stances(cx.tx, round.id, actor.user)?;
    let mine = Mine {
        shown: &shown,
        stances: &stances,
    };
    let message = match mine.next() {
        Some(one) => say_consult::statement(words, round, mine, one),
        None => say_consult::done(words, round, shown.len()),
    };
    actor.show(cx, message)
}

/// What they make of it; the next one follows.
pub(crate) fn say(cx: &mut Cx<'_, '_>, actor: &Actor, id: StatementId, stance: Stance) -> Outcome {
    let Some(one) = shown_one(cx, actor, id)? else {
        return Ok(());
    };
    let Some((round, area)) = taking_part(cx, actor, one.consultation)? else {
        return Ok(());
    };
    consultations::take(cx.tx, &one, (actor.user, &area), stance, cx.now)?;
    next(cx, actor, &round)
}

/// The statement of a button, if everybody answers it.
fn shown_one(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: StatementId,
) -> Result<Option<Statement>, HandlerError> {
    let found = consultations::statement(cx.tx, id)?;
    let found = found.filter(|one| one.state == StatementState::Shown);
    if found.is_none() {
        let words = actor.words(cx);
        cx.old_button(words);
    }
    Ok(found)
}

/// One statement again, to answer it otherwise.
pub(crate) fn one(cx: &mut Cx<'_, '_>, actor: &Actor, id: StatementId) -> Outcome {
    let Some(one) = shown_one(cx, actor, id)? else {
        return Ok(());
    };
    let Some((round, _)) = taking_part(cx, actor, one.consultation)? else {
        return Ok(());
    };
    let shown = shown(cx, round.id)?;
    let stances = consultations::stances(cx.tx, round.id, actor.user)?;
    let mine = Mine {
        shown: &shown,
        stances: &stances,
    };
    let message = say_consult::statement(actor.words(cx), &round, mine, &one);
    actor.show(cx, message)
}

/// "Ý của tôi": what they made of all so far. It can be read when it is over, too.
pub(crate) fn review(cx: &mut Cx<'_, '_>, actor: &Actor, id: ConsultationId) -> Outcome {
    let words = actor.words(cx);
    let found = consultations::find(cx.tx, id)?.filter(Consultation::is_public);
    let Some(round) = found else {
        cx.old_button(words);
        return Ok(());
    };
    let shown = shown(cx, id)?;
    let stances = consultations::stances(cx.tx, id, actor.user)?;
    let mine = Mine {
        shown: &shown,
        stances: &stances,
    };
    actor.show(cx, say_consult::review(words, &round, mine))
}

/// "Nêu thêm một câu".
pub(crate) fn ask(cx: &mut Cx<'_, '_>, actor: &Actor, id: ConsultationId) -> Outcome {
    let Some((round, _)) = taking_part(cx, actor, id)? else {
        return Ok(());
    };
    ask_for(cx, actor, round.id)
}

fn ask_for(cx: &mut Cx<'_, '_>, actor: &Actor, id: ConsultationId) -> Outcome {
    let html = say_consult::ask_statement(actor.words(cx));
    let prompt = Prompt::Consult(ConsultPrompt::Statement(id));
    prompts::ask(cx, actor, prompt, None, html)
}

/// Their statement is here: covered at once, so that nothing else of it is kept, and read by a clerk before others see it.
pub(crate) fn propose(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, id: ConsultationId) -> Outcome {
    let actor = reply.actor;
    let Some((round, _)) = taking_part(cx, actor, id)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    let all = consultations::statements(cx.tx, id)?;
    let in_state = |state| all.iter().filter(move |one| one.state == state);
    let of_residents = in_state(StatementState::Shown).filter(|one| one.author.is_some());
    let waiting = in_state(StatementState::Waiting);
    let own = waiting.clone().filter(|one| one.author == Some(actor.user));
    let is_first = waiting.clone().next().is_none();
    let too_long = text::utf16_len(reply.text) > MAX_STATEMENT;
    let covered = consultation::proposed(reply.text);
    let refusal = match &covered {
        _ if of_residents.count() >= MOST_PROPOSED => say!(words, "consult-statement-full"),
        _ if own.count() >= MOST_WAITING as usize => {
            say!(words, "consult-statement-many", limit = MOST_WAITING)
        }
        _ if too_long => say!(words, "consult-statement-long", limit = MAX_STATEMENT),
        None => say!(words, "consult-statement-short"),
        Some(covered) => {
            consultations::propose(cx.tx, id, (actor.user, covered), cx.now)?;
            cx.reply(actor.chat, say_consult::kept(words, &round, covered))?;
            if is_first {
                let told = say_desk::proposed(cx.group_words(), &round);
                notices::tell_office(cx, told)?;
            }
            return Ok(());
        }
    };
    cx.reply(actor.chat, Message::plain(refusal))?;
    if too_long || covered.is_none() {
        return ask_for(cx, actor, id);
    }
    Ok(())
}
