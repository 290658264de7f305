//! Templates of answers: those that come with the program, those of a body.

use crate::messages::{Html, Message, Words, keyboard::button, label, lines::first_line, say};
use crate::{
    chat::{
        button::{AnsweringButton, Button},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        ids::TemplateId,
        question::{Question, State},
    },
};

/// So many templates come with the program.
pub(crate) const BUILT_IN: u8 = 5;

/// The name and text of a template that comes with the program.
#[must_use]
pub(crate) fn built_in(words: Words<'_>, number: u8) -> Option<(String, String)> {
    match number {
        1 => Some((
            label!(words, "template-done"),
            label!(words, "template-done-text"),
        )),
        2 => Some((
            label!(words, "template-planned"),
            label!(words, "template-planned-text"),
        )),
        3 => Some((
            label!(words, "template-in-progress"),
            label!(words, "template-in-progress-text"),
        )),
        4 => Some((
            label!(words, "template-blocked"),
            label!(words, "template-blocked-text"),
        )),
        5 => Some((
            label!(words, "template-sent-up"),
            label!(words, "template-sent-up-text"),
        )),
        _ => None,
    }
}

/// Which template? The body's own first, each with a button that removes it.
#[must_use]
pub(crate) fn list(words: Words<'_>, question: &Question, own: &[(TemplateId, String)]) -> Message {
    let mut rows: Vec<Vec<InlineButton>> = own
        .iter()
        .map(|(id, text)| {
            vec![
                button(
                    first_line(text),
                    &Button::Answering(AnsweringButton::OwnTemplate(question.id, *id)),
                ),
                button(
                    label!(words, "button-remove-template"),
                    &Button::Answering(AnsweringButton::RemoveTemplate(*id)),
                ),
            ]
        })
        .collect();
    rows.extend((1..=BUILT_IN).filter_map(|number| {
        let (name, _) = built_in(words, number)?;
        let means = Button::Answering(AnsweringButton::BuiltIn(question.id, number));
        Some(vec![button(name, &means)])
    }));
    Message::with(
        say!(words, "template-choose", code = question.code),
        Keyboard::Inline(rows),
    )
}

/// The template to copy, with how to fill it in.
#[must_use]
pub(crate) fn to_fill_in(words: Words<'_>, question: &Question, text: &str) -> Html {
    Html::lines([
        say!(words, "template-fill-in", code = question.code),
        Html::to_copy(text),
    ])
}

/// What the card offers beside its own buttons.
#[must_use]
pub(crate) fn entries(words: Words<'_>, question: &Question) -> Vec<InlineButton> {
    match question.state {
        State::Forwarded { .. } => vec![button(
            label!(words, "button-templates"),
            &Button::Answering(AnsweringButton::Templates(question.id)),
        )],
        _ => Vec::new(),
    }
}
