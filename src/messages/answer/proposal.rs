//! Why a class is proposed for an answer, and what else it may be, in its preview.

use jiff::civil::Date;

use crate::messages::{Html, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, PreviewButton},
        outgoing::InlineButton,
    },
    domain::{
        answer::{Answer, proposal},
        question::ResultClass,
        text,
    },
};

/// The words of the answer that its class was taken from, while it is that class.
pub(super) fn because(words: Words<'_>, answer: &Answer, today: Date) -> Option<Html> {
    let proposed = proposal::of(&answer.text, today);
    let said = proposed
        .because
        .filter(|_| proposed.class == answer.class && proposed.facts == answer.facts)?;
    Some(say!(
        words,
        "class-because",
        said = text::truncate_utf16(&said, 80)
    ))
}

/// What else it may be, each one tap away.
pub(super) fn others(words: Words<'_>, answer: &Answer, today: Date) -> Vec<InlineButton> {
    let proposed = proposal::of(&answer.text, today);
    let first = (proposed.class != answer.class).then_some(proposed.class);
    let others = first
        .into_iter()
        .chain(proposed.others)
        .filter(|class| *class != answer.class);
    others
        .take(2)
        .map(|class| {
            button(
                label!(
                    words,
                    "button-rather",
                    class = short_class_name(words, class)
                ),
                &Button::Preview(PreviewButton::Classify(answer.id, class)),
            )
        })
        .collect()
}

/// The name of a result class that fits on half a row of buttons.
fn short_class_name(words: Words<'_>, class: ResultClass) -> String {
    match class {
        ResultClass::Resolved => label!(words, "class-short-resolved"),
        ResultClass::Explained => label!(words, "class-short-explained"),
        ResultClass::InProgress => label!(words, "class-short-in-progress"),
        ResultClass::Planned => label!(words, "class-short-planned"),
        ResultClass::NotYet => label!(words, "class-short-not-yet"),
        ResultClass::SetAside => label!(words, "class-short-set-aside"),
        ResultClass::SentUp => label!(words, "class-short-sent-up"),
    }
}
