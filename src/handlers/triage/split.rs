//! A clerk splits a question about several matters: the first part keeps its code, the others become questions of the
//! same author with codes, receipts and clocks of their own.

use crate::handlers::shared::deed::Deed;
use crate::{
    chat::{
        button::TriageButton,
        outgoing::{About, Lane, status_slot},
    },
    domain::{
        event::Event,
        ids::UserId,
        prompt::{Prompt, TriagePrompt},
        question::{Question, State, draft::ReadyDraft, points},
        routing,
        triage::{self as domain, Urgency},
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices, prompts,
        },
        triage::desk::{go_on, show, with},
    },
    messages::{Html, Message, label, refusal, say, triage as say_triage},
    store::{
        corrections, follow_ups,
        questions::{self, NewQuestion},
        support,
    },
};

/// A button of splitting.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, desk: &Actor, button: &TriageButton) -> Outcome {
    match *button {
        TriageButton::Parts(id) => with(cx, desk, id, |cx, desk, question| {
            let parts = parts_of(cx, question)?;
            let message = say_triage::parts(desk.words(cx), question, &parts);
            desk.show(cx, message)
        }),
        TriageButton::TypeParts(id) => with(cx, desk, id, |cx, desk, question| {
            let most = points::MOST;
            let words = desk.words(cx);
            let ask = say!(words, "triage-ask-parts", code = question.code, most = most);
            let prompt = Prompt::Triage(TriagePrompt::Parts);
            prompts::ask(cx, desk, prompt, Some(question.id), ask)
        }),
        TriageButton::SplitNow(id, version) => with(cx, desk, id, |cx, desk, question| {
            if question.version != version {
                cx.alert(label!(desk.words(cx), "triage-changed"));
                return show(cx, desk, question, None);
            }
            split(cx, desk, question)
        }),
        _ => Ok(()),
    }
}

/// The parts that a clerk typed for these words, else those that the words have by themselves.
fn parts_of(cx: &Cx<'_, '_>, question: &Question) -> Result<Vec<String>, HandlerError> {
    let planned = corrections::planned_split(cx.tx, question)?;
    if !planned.is_empty() {
        return Ok(planned);
    }
    let numbered = points::numbered(&question.text);
    Ok(if numbered.is_empty() {
        points::paragraphs(&question.text)
    } else {
        numbered
    })
}

/// Parts were typed: they are shown before anything happens.
pub(crate) fn typed(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    question: &Question,
    typed: &str,
) -> Outcome {
    let words = desk.words(cx);
    let parts = domain::typed_parts(typed);
    if parts.is_empty() {
        let most = points::MOST;
        let bad = say!(words, "triage-bad-parts", most = most);
        let again = say_triage::parts(words, question, &[]);
        let html = Html::paragraphs([bad, again.html]);
        return desk.show(cx, Message { html, ..again });
    }
    corrections::plan_split(cx.tx, question, &parts, desk.user, cx.now)?;
    let message = say_triage::parts(words, question, &parts);
    desk.show(cx, message)
}

fn split(cx: &mut Cx<'_, '_>, desk: &Actor, question: &Question) -> Outcome {
    let words = desk.words(cx);
    let mut parts = parts_of(cx, question)?.into_iter();
    let (Some(first), true) = (parts.next(), parts.len() > 0) else {
        cx.old_button(words);
        return Ok(());
    };
    let kept = match domain::split(question.clone(), first) {
        Ok(kept) => kept,
        Err(refused) => return desk.refuse(cx, refusal::sentence(words, &refused)),
    };
    follow_ups::keep_revision(cx.tx, question.id, &question.text, cx.now)?;
    corrections::forget_split(cx.tx, question.id)?;
    let supporters = support::supporters(cx.tx, question.id)?;
    let mut others = Vec::new();
    for part in parts {
        others.push(keep_part(cx, desk, question, part, &supporters)?);
    }
    let count = u32::try_from(others.len() + 1).unwrap_or(u32::MAX);
    let event = Event::QuestionSplit { parts: count };
    let deed = Deed::new(kept, event, desk.by())
        .tells(|words, kept| say_triage::was_split(words, kept, &others));
    let kept = cx.does(deed)?;
    for other in &others {
        receipt(cx, other)?;
        notices::place_card(cx, other)?;
    }
    let codes: Vec<String> = others.iter().map(|other| other.code.to_string()).collect();
    let done = say!(
        words,
        "triage-split",
        code = kept.code,
        count = count,
        codes = codes.join(", ")
    );
    if kept.state == State::Received {
        return show(cx, desk, &kept, Some(done));
    }
    go_on(cx, desk, question, done)
}

/// One part as a question of its own: same author, place and files; its own category, body, code and clock.
fn keep_part(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    whole: &Question,
    part: String,
    supporters: &[UserId],
) -> Result<Question, HandlerError> {
    let category = cx.facts.propose_categories(&part).into_iter().next();
    let category = category.unwrap_or_else(|| whole.category.clone());
    let urgency = Urgency::of(whole);
    let draft = ReadyDraft {
        id: corrections::reserve_draft(cx.tx)?,
        author: whole.author.unwrap_or(desk.user),
        text: part,
        area: whole.area.clone(),
        category,
        meeting: whole.meeting.clone(),
        in_danger: false,
        kind: None,
    };
    let state = match whole.state {
        State::Received => State::Received,
        _ => State::Forwarded { at: cx.now },
    };
    let body = routing::route(cx.council, &draft.category, &draft.area).body;
    let new = NewQuestion {
        draft: &draft,
        prefix: cx.council.code_prefix,
        initials: whole.author_initials.clone(),
        author: whole.author,
        session: whole.session.clone(),
        meeting: whole.meeting.clone(),
        kind: whole.kind,
        source: whole.source,
        entered_by: None,
        is_urgent: whole.is_urgent,
        body: body.clone(),
        due_on: domain::answer_due(cx.council, &draft.category, urgency, cx.now),
        state,
    };
    let question = questions::keep(cx.tx, &new, cx.now)?;
    corrections::split_off(cx.tx, whole.id, question.id)?;
    for supporter in supporters {
        support::add(cx.tx, question.id, *supporter, cx.now)?;
    }
    let received = Event::QuestionReceived { body: body.clone() };
    cx.record(&received, whole.author, Some(question.id))?;
    let split_off = Event::QuestionSplitOff {
        from: whole.code.to_string(),
    };
    cx.record_by(&split_off, &desk.by(), question.id)?;
    if state != State::Received {
        let forwarded = Event::QuestionForwarded { body };
        cx.record_by(&forwarded, &desk.by(), question.id)?;
    }
    Ok(questions::find(cx.tx, question.id)?.unwrap_or(question))
}

/// The author's receipt, as for a question they sent themselves.
fn receipt(cx: &mut Cx<'_, '_>, question: &Question) -> Outcome {
    let Some(author) = question.author else {
        return Ok(());
    };
    let placing = Placing {
        slot: Some(status_slot(question.id)),
        about: About::question(question.id),
        ..Placing::default()
    };
    let receipt = notices::receipt(cx, question)?;
    Ok(cx.send(author.private_chat(), Lane::Card, receipt, placing)?)
}
