//! What is said when a resident changes, completes or withdraws a question that was sent.

use crate::messages::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, PersonButton, QuestionButton},
        outgoing::{ButtonStyle, InlineButton, Keyboard},
    },
    domain::{
        ids::QuestionId,
        question::{Question, State, revision::Changed},
        redaction::without_contacts,
        text,
    },
};

/// So much of either version of a change is shown, in UTF-16 units.
const CHANGED_TEXT: usize = 1_500;
/// An addition longer than this takes several messages.
const ADDED_TEXT: usize = 3_500;
/// A reason longer than this is cut.
const REASON_TEXT: usize = 1_000;

/// What the author of a question can still do with it.
#[must_use]
pub(crate) fn buttons(words: Words<'_>, question: &Question) -> Option<Keyboard> {
    row(words, question).map(|row| Keyboard::Inline(vec![row]))
}

/// The same as one row of buttons.
pub(crate) fn row(words: Words<'_>, question: &Question) -> Option<Vec<InlineButton>> {
    let add = || {
        button(
            label!(words, "button-add-more"),
            &Button::Question(QuestionButton::AddMore(question.id)),
        )
    };
    let withdraw = || {
        button(
            label!(words, "button-withdraw"),
            &Button::Question(QuestionButton::Withdraw(question.id)),
        )
    };
    match question.state {
        state if state.is_open() => Some(vec![add(), withdraw()]),
        State::Answered { .. } => Some(vec![add()]),
        _ => None,
    }
}

/// "What would you like to add?"
#[must_use]
pub(crate) fn ask_more(words: Words<'_>, question: &Question) -> Message {
    Message::with(
        say!(words, "add-prompt", code = question.code),
        Keyboard::Inline(vec![vec![button(
            label!(words, "button-cancel"),
            &Button::Person(PersonButton::Cancel),
        )]]),
    )
}

/// "Why do you withdraw it?"
#[must_use]
pub(crate) fn ask_reason(words: Words<'_>, question: &Question) -> Message {
    Message::with(
        say!(words, "withdraw-prompt", code = question.code),
        Keyboard::Inline(vec![
            vec![
                button(
                    label!(words, "button-withdraw-now"),
                    &Button::Question(QuestionButton::WithdrawNow(question.id)),
                )
                .styled(ButtonStyle::Danger),
            ],
            vec![button(
                label!(words, "button-keep"),
                &Button::Person(PersonButton::Cancel),
            )],
        ]),
    )
}

/// For the group: what the author added, in as many messages as it takes.
#[must_use]
pub(crate) fn added(words: Words<'_>, question: &Question, more: &str) -> Vec<Message> {
    text::split_utf16(&without_contacts(more), ADDED_TEXT)
        .into_iter()
        .map(|part| {
            let head = say!(words, "card-added", code = question.code);
            Message::plain(Html::lines([head, Html::quote(&part)]))
        })
        .collect()
}

/// For the group: what the author changed.
#[must_use]
pub(crate) fn revised(words: Words<'_>, question: &Question, changed: &Changed) -> Message {
    let cut =
        |text: &str| Html::quote(&text::truncate_utf16(&without_contacts(text), CHANGED_TEXT));
    Message::plain(Html::lines([
        say!(words, "card-changed", code = question.code),
        say!(words, "card-changed-before"),
        cut(&changed.before),
        say!(words, "card-changed-after"),
        cut(&changed.after),
    ]))
}

/// For the group: the author took it back.
#[must_use]
pub(crate) fn withdrawn(words: Words<'_>, question: &Question, reason: Option<&str>) -> Message {
    let head = say!(words, "card-withdrawn", code = question.code);
    Message::plain(match reason {
        Some(reason) => Html::lines([
            head,
            Html::quote(&text::truncate_utf16(
                &without_contacts(reason),
                REASON_TEXT,
            )),
        ]),
        None => head,
    })
}

/// The words cannot be changed any more, but something can be added.
#[must_use]
pub(crate) fn too_late_to_revise(words: Words<'_>, why: &str, question: QuestionId) -> Message {
    Message::with(
        Html::lines([Html::text(why), say!(words, "revise-too-late")]),
        Keyboard::Inline(vec![vec![button(
            label!(words, "button-add-more"),
            &Button::Question(QuestionButton::AddMore(question)),
        )]]),
    )
}
