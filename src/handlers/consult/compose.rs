//! A clerk writes a round: one message with everything in it, then the areas and the last day if they are others, then it
//! begins. How many people are told is looked up beside the writing thread, so every change shows itself by a reading.

use crate::{
    chat::button::ConsultButton,
    domain::{
        consultation::{
            self, Consultation, ConsultationState, closes_at,
            form::{self, Form},
            may_end_on,
        },
        event::Event,
        ids::{AreaCode, ConsultationId, UserId},
        prompt::{ConsultPrompt, Prompt},
        reading::Reading,
        said_day,
    },
    handlers::{
        HandlerError,
        consult::desk,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            prompts,
        },
    },
    messages::{Html, Message, consultation::desk as say_desk, label, say},
    store::consultations,
};

/// Asks for title and statements.
pub(super) fn ask(cx: &mut Cx<'_, '_>, actor: &Actor, round: Option<ConsultationId>) -> Outcome {
    let html = say_desk::ask(actor.words(cx));
    ask_with(cx, actor, round, html)
}

fn ask_with(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    round: Option<ConsultationId>,
    html: Html,
) -> Outcome {
    let prompt = round.map_or(ConsultPrompt::New, ConsultPrompt::Rewrite);
    prompts::ask(cx, actor, Prompt::Consult(prompt), None, html)
}

/// Title and statements are here: of a new one, or of the one that they write already.
pub(super) fn write(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    round: Option<ConsultationId>,
    typed: &str,
) -> Outcome {
    let today = cx.council.local_date(cx.now);
    let form = match form::read(typed, cx.council, today) {
        Ok(form) => form,
        Err(fault) => {
            let words = actor.words(cx);
            let html = Html::paragraphs([say_desk::fault(words, &fault), say_desk::ask(words)]);
            return ask_with(cx, actor, round, html);
        }
    };
    let known = match round {
        Some(id) => own_draft(cx, actor, id)?,
        None => consultations::draft_of(cx.tx, actor.user, actor.chat)?,
    };
    let draft = filled(cx, actor, known, &form);
    let id = consultations::write(cx.tx, &draft, &form, cx.now)?;
    show(cx, &actor.anew(), id)
}

/// It with what was written; what was not said stays, or is what is usual.
fn filled(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    known: Option<Consultation>,
    form: &Form,
) -> Consultation {
    let usual = consultation::usual_ends(cx.council, cx.now)
        .into_iter()
        .next();
    let today = cx.council.local_date(cx.now);
    let draft = known.unwrap_or_else(|| Consultation {
        id: ConsultationId(0),
        author: actor.user,
        chat: actor.chat,
        title: String::new(),
        areas: Vec::new(),
        ends_on: usual.unwrap_or(today),
        state: ConsultationState::Draft,
        published_at: None,
        telling: None,
        told_up_to: UserId(0),
        told: 0,
    });
    Consultation {
        title: form.title.clone(),
        areas: form.areas.clone().unwrap_or(draft.areas),
        ends_on: form.ends_on.unwrap_or(draft.ends_on),
        ..draft
    }
}

/// The draft, if it is one and theirs.
fn own_draft(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    id: ConsultationId,
) -> Result<Option<Consultation>, HandlerError> {
    let found = consultations::find(cx.tx, id)?;
    Ok(found.filter(|draft| draft.state == ConsultationState::Draft && draft.author == actor.user))
}

/// Shows it with how many it would tell.
fn show(cx: &mut Cx<'_, '_>, actor: &Actor, round: ConsultationId) -> Outcome {
    let reading = Reading::Consultation {
        round,
        turns: actor.shown(),
    };
    Ok(cx.want(actor.chat, &reading)?)
}

/// A button of one's own draft.
pub(super) fn pressed(cx: &mut Cx<'_, '_>, actor: &Actor, button: &ConsultButton) -> Outcome {
    use ConsultButton as B;
    let (B::Rewrite(id)
    | B::Draft(id)
    | B::Areas(id, _)
    | B::Area(id, ..)
    | B::Everywhere(id)
    | B::EndsOn(id, _)
    | B::Drop(id)
    | B::Publish(id)) = button
    else {
        return Ok(());
    };
    let words = actor.words(cx);
    let Some(mut draft) = own_draft(cx, actor, *id)? else {
        cx.alert(label!(words, "consult-not-yours"));
        return Ok(());
    };
    match button {
        B::Rewrite(_) => return ask(cx, actor, Some(draft.id)),
        B::Areas(_, page) => return choose(cx, actor, &draft, *page),
        B::Area(_, area, page) => {
            toggle(cx, &mut draft, area);
            consultations::save(cx.tx, &draft)?;
            return choose(cx, actor, &draft, *page);
        }
        B::Everywhere(_) => draft.areas.clear(),
        B::EndsOn(_, number) => {
            let today = cx.council.local_date(cx.now);
            let day = said_day::day_of(*number).filter(|day| may_end_on(*day, today));
            let Some(day) = day else {
                cx.alert(label!(words, "consult-bad-day"));
                return Ok(());
            };
            draft.ends_on = day;
        }
        B::Drop(_) => {
            draft.state = ConsultationState::Dropped;
            consultations::save(cx.tx, &draft)?;
            return actor.show(cx, Message::plain(say!(words, "consult-dropped")));
        }
        B::Publish(_) => return publish(cx, actor, &draft),
        _ => {}
    }
    consultations::save(cx.tx, &draft)?;
    show(cx, actor, draft.id)
}

fn choose(cx: &mut Cx<'_, '_>, actor: &Actor, draft: &Consultation, page: u16) -> Outcome {
    let all: Vec<_> = cx.council.top_areas().collect();
    let message = say_desk::choose_areas(actor.words(cx), draft, &all, page);
    actor.show(cx, message)
}

fn toggle(cx: &Cx<'_, '_>, draft: &mut Consultation, area: &AreaCode) {
    if cx.council.area(area).is_none() {
        return;
    }
    if draft.areas.contains(area) {
        draft.areas.retain(|other| other != area);
    } else {
        draft.areas.push(area.clone());
    }
}

/// It begins: from now on people are told, and everybody who has the link may take part.
fn publish(cx: &mut Cx<'_, '_>, actor: &Actor, draft: &Consultation) -> Outcome {
    let words = actor.words(cx);
    let today = cx.council.local_date(cx.now);
    let closes_at = closes_at(cx.council, draft.ends_on);
    let Some(closes_at) = closes_at.filter(|_| may_end_on(draft.ends_on, today)) else {
        cx.alert(label!(words, "consult-bad-day"));
        return Ok(());
    };
    if !consultations::publish(cx.tx, draft.id, closes_at, cx.now)? {
        cx.alert(label!(words, "consult-decided-already"));
        return Ok(());
    }
    let event = Event::ConsultationPublished { round: draft.id };
    cx.record(&event, Some(actor.user), None)?;
    cx.toast(label!(words, "consult-published"));
    desk::show(cx, actor, draft.id)
}
