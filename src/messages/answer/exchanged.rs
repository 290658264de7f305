//! Petitions that another council has, too: the line of the card, and the result that came back.

use crate::{
    chat::{
        button::{AnsweringButton, Button},
        outgoing::Keyboard,
    },
    domain::{
        import::exchange::{CameBack, Counterpart},
        question::Question,
        redaction::without_contacts,
        text,
    },
    messages::{
        Html, Message, Words, answer::class_name, catalog::short_day, keyboard::button, label, say,
    },
};

/// So much of a result stands in the note, in UTF-16 units; the draft has all of it.
const QUOTED_TEXT: usize = 2_500;

/// The other council and the number it has there.
#[must_use]
pub(crate) fn card_line(words: Words<'_>, other: &Counterpart) -> Html {
    if !other.is_received {
        return say!(
            words,
            "card-exchanged-sent-up",
            organ = other.organ,
            code = other.code
        );
    }
    let document = match &other.document {
        Some((number, Some(day))) => label!(
            words,
            "exchanged-document-of",
            number = number.clone(),
            day = short_day(*day)
        ),
        Some((number, None)) => {
            label!(words, "exchanged-document", number = number.clone())
        }
        None => String::new(),
    };
    say!(
        words,
        "card-exchanged-received",
        organ = other.organ,
        code = other.code,
        document = document
    )
}

/// The result came back: whoever has the question makes an answer of it.
#[must_use]
pub(crate) fn came_back(words: Words<'_>, question: &Question, result: &CameBack) -> Message {
    let answer = &result.answer;
    let mut lines = vec![
        say!(
            words,
            "came-back",
            code = question.code,
            organ = result.organ,
            theirs = result.code,
            day = short_day(answer.on),
            class = class_name(words, answer.class)
        ),
        Html::quote(&text::truncate_utf16(
            &without_contacts(&answer.text),
            QUOTED_TEXT,
        )),
    ];
    lines.extend(answer.document.as_ref().map(|(number, day)| {
        say!(
            words,
            "came-back-document",
            number = number,
            day = short_day(*day)
        )
    }));
    if !question.state.is_with_body() {
        lines.push(say!(words, "came-back-late"));
        return Message::plain(Html::lines(lines));
    }
    lines.push(say!(words, "came-back-how"));
    let take = button(
        label!(words, "button-take-result"),
        &Button::Answering(AnsweringButton::TakeResult(result.id)),
    );
    Message::with(Html::lines(lines), Keyboard::Inline(vec![vec![take]]))
}

/// A petition that another council sent up is answered: the office returns the result.
#[must_use]
pub(crate) fn answered(words: Words<'_>, question: &Question, other: &Counterpart) -> Message {
    Message::plain(say!(
        words,
        "exchanged-answered",
        code = question.code,
        organ = other.organ,
        theirs = other.code,
        organ_id = other.organ_id
    ))
}

/// The words that the resident gets: who answered, under which number, and what.
#[must_use]
pub(crate) fn as_answer(words: Words<'_>, result: &CameBack) -> String {
    let who = label!(
        words,
        "answer-from-above",
        organ = result.organ.clone(),
        code = result.code.clone()
    );
    format!("{who}\n{}", result.answer.text)
}
