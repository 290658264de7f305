//! A clerk corrects what bot and resident proposed: kind, category, area, level, body, urgency. Every correction is
//! an event with the codes before and after; one of the category teaches the categoriser.

use crate::handlers::shared::deed::Deed;
use crate::{
    chat::button::TriageButton,
    domain::{
        area::Area,
        event::{Corrected, Event},
        ids::{AreaCode, BodyCode, CategoryCode},
        keyword::Keyword,
        question::{
            Question, State,
            casework::{self, Correction},
        },
        routing,
        triage::{self as domain, Urgency},
    },
    handlers::{
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices,
        },
        triage::desk::{acts, go_on, show, with},
    },
    messages::{
        Message, Words, label, question as say_question, refusal, say, triage as say_triage,
    },
    store::corrections,
};

/// A button of a correction.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, desk: &Actor, button: TriageButton) -> Outcome {
    match button {
        TriageButton::Correct(id) => page(cx, desk, id, |cx, desk, question| {
            say_triage::corrections(desk.words(cx), question)
        }),
        TriageButton::Kinds(id) => page(cx, desk, id, |cx, desk, question| {
            say_triage::kinds(desk.words(cx), question)
        }),
        TriageButton::Categories(id) => page(cx, desk, id, |cx, desk, question| {
            let likely = cx.facts.propose_categories(&question.text);
            say_triage::categories(desk.words(cx), question, &likely)
        }),
        TriageButton::Levels(id) => page(cx, desk, id, |cx, desk, question| {
            say_triage::levels(desk.words(cx), question)
        }),
        TriageButton::Bodies(id, number) => page(cx, desk, id, |cx, desk, question| {
            say_triage::bodies(desk.words(cx), question, number)
        }),
        TriageButton::Areas(id, parent, number) => page(cx, desk, id, |cx, desk, question| {
            let council = cx.council;
            let shown: Vec<&Area> = match &parent {
                Some(parent) => council.children(parent).collect(),
                None => council.top_areas().collect(),
            };
            say_triage::areas(desk.words(cx), question, parent.as_ref(), &shown, number)
        }),
        TriageButton::Kind(id, kind) => with(cx, desk, id, |cx, desk, question| {
            let correction = Correction {
                kind: Some(kind),
                ..Correction::default()
            };
            let codes = (question.kind.as_str(), kind.as_str());
            correct(cx, desk, question, Corrected::Kind, codes, correction)
        }),
        TriageButton::Level(id, level) => with(cx, desk, id, |cx, desk, question| {
            let correction = Correction {
                competence: Some(level),
                ..Correction::default()
            };
            let before = question.competence.map_or("", Keyword::as_str);
            let codes = (before, level.as_str());
            correct(cx, desk, question, Corrected::Competence, codes, correction)
        }),
        TriageButton::Category(id, category) => with(cx, desk, id, |cx, desk, question| {
            to_category(cx, desk, question, &category)
        }),
        TriageButton::Area(id, area) => with(cx, desk, id, |cx, desk, question| {
            to_area(cx, desk, question, &area)
        }),
        TriageButton::Body(id, body) => with(cx, desk, id, |cx, desk, question| {
            to_body(cx, desk, question, &body)
        }),
        TriageButton::Urgent(id) => with(cx, desk, id, |cx, desk, question| {
            to_urgency(cx, desk, question, Urgency::Urgent)
        }),
        TriageButton::Ordinary(id) => with(cx, desk, id, |cx, desk, question| {
            to_urgency(cx, desk, question, Urgency::Ordinary)
        }),
        _ => Ok(()),
    }
}

fn page(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    id: crate::domain::ids::QuestionId,
    render: impl FnOnce(&Cx<'_, '_>, &Actor, &Question) -> Message,
) -> Outcome {
    with(cx, desk, id, |cx, desk, question| {
        let message = render(cx, desk, question);
        desk.show(cx, message)
    })
}

fn to_category(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    question: &Question,
    category: &CategoryCode,
) -> Outcome {
    let words = desk.words(cx);
    if cx.council.category(category).is_none() {
        cx.old_button(words);
        return Ok(());
    }
    if *category == question.category {
        return show(cx, desk, question, None);
    }
    let correction = Correction {
        category: Some(category.clone()),
        body: Some(routing::route(cx.council, category, &question.area).body),
        ..Correction::default()
    };
    if question.state.is_open() {
        corrections::correct_category(cx.tx, question.id, category, desk.user, cx.now)?;
    }
    let codes = (question.category.as_str(), category.as_str());
    correct(cx, desk, question, Corrected::Category, codes, correction)
}

fn to_area(cx: &mut Cx<'_, '_>, desk: &Actor, question: &Question, area: &AreaCode) -> Outcome {
    let words = desk.words(cx);
    if cx.council.area(area).is_none() {
        cx.old_button(words);
        return Ok(());
    }
    let correction = Correction {
        area: Some(area.clone()),
        body: Some(routing::route(cx.council, &question.category, area).body),
        ..Correction::default()
    };
    let codes = (question.area.as_str(), area.as_str());
    correct(cx, desk, question, Corrected::Area, codes, correction)
}

/// Before it is handed over, another body is proposed; afterwards the question goes there.
fn to_body(cx: &mut Cx<'_, '_>, desk: &Actor, question: &Question, body: &BodyCode) -> Outcome {
    let words = desk.words(cx);
    if cx.council.body(body).is_none() && *body != notices::office(cx) {
        cx.old_button(words);
        return Ok(());
    }
    if question.state != State::Received {
        return move_on(cx, desk, question, body);
    }
    let correction = Correction {
        body: Some(body.clone()),
        ..Correction::default()
    };
    let codes = (question.body.as_str(), body.as_str());
    correct(cx, desk, question, Corrected::Body, codes, correction)
}

fn to_urgency(cx: &mut Cx<'_, '_>, desk: &Actor, question: &Question, urgency: Urgency) -> Outcome {
    let correction = Correction {
        is_urgent: Some(urgency == Urgency::Urgent),
        ..Correction::default()
    };
    let name = |urgency| match urgency {
        Urgency::Urgent => "urgent",
        Urgency::Ordinary => "ordinary",
    };
    let codes = (name(Urgency::of(question)), name(urgency));
    correct(cx, desk, question, Corrected::Urgency, codes, correction)
}

/// One correction: kept, recorded, shown on card and receipt. What is so already changes nothing.
fn correct(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    question: &Question,
    what: Corrected,
    (before, after): (&str, &str),
    correction: Correction,
) -> Outcome {
    let words = desk.words(cx);
    if before == after {
        return show(cx, desk, question, None);
    }
    let changed = match casework::correct(question.clone(), correction) {
        Ok(changed) => changed,
        Err(refused) => return desk.refuse(cx, refusal::sentence(words, &refused)),
    };
    let changed = match what {
        Corrected::Urgency => domain::with_due(cx.council, changed, cx.now),
        // Once a body has it, its due day may have been agreed on.
        Corrected::Category if changed.state == State::Received => {
            domain::with_due(cx.council, changed, cx.now)
        }
        Corrected::Category
        | Corrected::Kind
        | Corrected::Area
        | Corrected::Competence
        | Corrected::Body => changed,
    };
    let event = Event::QuestionCorrected {
        what,
        before: before.to_owned(),
        after: after.to_owned(),
    };
    let is_urgent_now = what == Corrected::Urgency && changed.is_urgent;
    let mut deed = Deed::new(changed, event, desk.by());
    if is_urgent_now {
        deed = deed.tells(urgent_news);
    }
    let changed = cx.does(deed)?;
    if is_urgent_now {
        tell_body_urgency(cx, &changed)?;
    }
    let done = say!(words, "triage-corrected", code = changed.code);
    show(cx, desk, &changed, Some(done))
}

/// The resident hears that it is urgent, and what the day is now.
fn urgent_news(words: Words<'_>, question: &Question) -> Message {
    let due = words.day(question.due_on);
    Message::plain(say!(words, "urgent-news", code = question.code, due = due))
}

/// Whoever has it hears that it is urgent.
fn tell_body_urgency(cx: &mut Cx<'_, '_>, question: &Question) -> Outcome {
    if question.state.is_with_body() {
        let words = cx.group_words();
        let due = words.day(question.due_on);
        let note = say!(
            words,
            "triage-urgent-for-body",
            code = question.code,
            due = due
        );
        notices::note_under_card(cx, question, Message::plain(note))?;
    }
    Ok(())
}

/// The question leaves the body that has it for another one: both groups and the resident know.
fn move_on(cx: &mut Cx<'_, '_>, desk: &Actor, question: &Question, to: &BodyCode) -> Outcome {
    let words = desk.words(cx);
    let urgency = Urgency::of(question);
    let due_on = domain::answer_due(cx.council, &question.category, urgency, cx.now);
    let Some(member) = acts(cx, desk, question)? else {
        return desk.refuse(cx, label!(words, "triage-not-clerk"));
    };
    let moved = match casework::transfer(question.clone(), &member, to.clone(), cx.now, due_on) {
        Ok(moved) => moved,
        Err(refused) => return desk.refuse(cx, refusal::sentence(words, &refused)),
    };
    let corrected = Event::QuestionCorrected {
        what: Corrected::Body,
        before: question.body.as_str().to_owned(),
        after: to.as_str().to_owned(),
    };
    let forwarded = Event::QuestionForwarded { body: to.clone() };
    let group = cx.group_words();
    let left = say!(
        group,
        "triage-left-office",
        code = moved.code,
        body = group.body(to)
    );
    notices::note_under_card(cx, &moved, Message::plain(left.clone()))?;
    let deed = Deed::new(moved, corrected, desk.by())
        .also(forwarded)
        .moves_leaving(|_, _| Message::plain(left))
        .tells(say_question::moved_on);
    let moved = cx.does(deed)?;
    let done = say!(
        words,
        "triage-moved",
        code = moved.code,
        body = words.body(to)
    );
    go_on(cx, desk, question, done)
}
