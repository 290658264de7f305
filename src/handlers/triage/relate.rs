//! Two questions that belong together without being the same: each card shows the code of the other.

use crate::{
    chat::button::TriageButton,
    domain::{
        event::Event,
        prompt::{Prompt, TriagePrompt},
        question::Question,
    },
    handlers::{
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices, prompts,
        },
        triage::{
            desk::{self, show, with},
            merge,
        },
    },
    messages::{
        label, say,
        triage::{self as say_triage, Joining},
    },
    store::{corrections, questions},
};

/// From this score on, one is offered.
const OFFERED: f32 = 0.1;

/// A button of relating.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, desk: &Actor, button: &TriageButton) -> Outcome {
    match *button {
        TriageButton::Relations(id) => with(cx, desk, id, |cx, desk, question| {
            let alike = merge::alike(cx, question, OFFERED)?;
            let message = say_triage::others(desk.words(cx), question, &alike, Joining::Relate);
            desk.show(cx, message)
        }),
        TriageButton::RelateByCode(id) => with(cx, desk, id, |cx, desk, question| {
            let ask = say!(
                desk.words(cx),
                "triage-ask-relate-code",
                code = question.code
            );
            let prompt = Prompt::Triage(TriagePrompt::RelateCode);
            prompts::ask(cx, desk, prompt, Some(question.id), ask)
        }),
        TriageButton::Relate(id, other) => with(cx, desk, id, |cx, desk, question| {
            let other = questions::find(cx.tx, other)?;
            relate(cx, desk, question, other)
        }),
        _ => Ok(()),
    }
}

/// The code of the other was typed.
pub(crate) fn typed(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    question: &Question,
    typed: &str,
) -> Outcome {
    let other = desk::by_code(cx, typed)?;
    relate(cx, desk, question, other)
}

fn relate(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    question: &Question,
    other: Option<Question>,
) -> Outcome {
    let words = desk.words(cx);
    let Some(other) = other.filter(|other| other.id != question.id) else {
        return desk.refuse(cx, label!(words, "triage-unknown-code"));
    };
    if !corrections::relate(cx.tx, question.id, other.id, desk.user, cx.now)? {
        return desk.refuse(cx, label!(words, "triage-related-already"));
    }
    for (one, to) in [(question, &other), (&other, question)] {
        let event = Event::QuestionRelated {
            other: to.code.to_string(),
        };
        cx.record_by(&event, &desk.by(), one.id)?;
        notices::update_card(cx, one)?;
    }
    let done = say!(
        words,
        "triage-related",
        code = question.code,
        other = other.code
    );
    show(cx, desk, question, Some(done))
}
