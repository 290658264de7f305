//! "Trả lời chung": which like questions get the same answer.

use crate::messages::{
    Html, Message, Words,
    keyboard::button,
    label,
    lines::{card_head, first_line},
    say,
};
use crate::{
    chat::{
        button::{AnsweringButton, Button},
        outgoing::{InlineButton, Keyboard},
    },
    domain::question::{Question, State},
};

/// What a card offers of this subject.
#[must_use]
pub(crate) fn entries(words: Words<'_>, question: &Question) -> Vec<InlineButton> {
    match question.state {
        State::Forwarded { .. } => vec![button(
            label!(words, "button-together"),
            &Button::Answering(AnsweringButton::Together(question.id)),
        )],
        _ => Vec::new(),
    }
}

/// The like questions, each with a box; those chosen first.
#[must_use]
pub(crate) fn list(words: Words<'_>, question: &Question, others: &[(Question, bool)]) -> Message {
    let mut lines = vec![
        card_head(words, question),
        if others.is_empty() {
            say!(words, "together-none")
        } else {
            say!(words, "together-choose")
        },
    ];
    let mut rows = Vec::new();
    for (other, is_chosen) in others {
        lines.push(say!(
            words,
            "together-line",
            code = other.code,
            area = words.area(&other.area),
            text = first_line(&other.text_on_card())
        ));
        let sign = if *is_chosen { "☑" } else { "☐" };
        rows.push(button(
            format!("{sign} {}", other.code),
            &Button::Answering(AnsweringButton::JoinOrNot(question.id, other.id)),
        ));
    }
    let mut rows: Vec<Vec<InlineButton>> = rows.chunks(2).map(<[_]>::to_vec).collect();
    rows.push(vec![button(
        label!(words, "button-together-code"),
        &Button::Answering(AnsweringButton::JoinByCode(question.id)),
    )]);
    lines.push(say!(words, "together-how"));
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

/// "Which codes?"
#[must_use]
pub(crate) fn ask_codes(words: Words<'_>, question: &Question) -> Html {
    say!(words, "together-ask-codes", code = question.code)
}

/// In the preview: who else gets it.
#[must_use]
pub(crate) fn also_for(words: Words<'_>, others: &[Question]) -> Option<Html> {
    (!others.is_empty()).then(|| {
        let codes: Vec<String> = others.iter().map(|other| other.code.to_string()).collect();
        say!(words, "together-also", codes = codes.join(", "))
    })
}

/// Under the card of the first: they all were answered; or which were not, and stay as they are.
#[must_use]
pub(crate) fn done(words: Words<'_>, answered: &[String], left: &[String]) -> Message {
    let mut lines = Vec::new();
    if !answered.is_empty() {
        lines.push(say!(words, "together-done", codes = answered.join(", ")));
    }
    if !left.is_empty() {
        lines.push(say!(words, "together-left", codes = left.join(", ")));
    }
    Message::plain(Html::lines(lines))
}
