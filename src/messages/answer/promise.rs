//! What is said about promises: asked about on their day, kept, postponed.

use jiff::civil::Date;

use crate::messages::{
    Html, Message, Words, catalog::short_day, keyboard::button, label, lines::first_line, say,
};
use crate::{
    chat::{
        button::{AnsweringButton, Button},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{answer::promise::Promise, ids::PromiseId, question::Question, text},
};

/// So much of a report or a reason is shown in one message, in UTF-16 units.
pub(crate) const SHOWN_WORDS: usize = 2_500;

/// For the body, under the card: is it done?
#[must_use]
pub(crate) fn is_it_done(words: Words<'_>, question: &Question, promise: &Promise) -> Message {
    Message::with(
        say!(
            words,
            "promise-due",
            code = question.code,
            day = short_day(promise.on)
        ),
        Keyboard::Inline(vec![choices(words, promise.id)]),
    )
}

/// What can be done with a promise.
#[must_use]
pub(crate) fn choices(words: Words<'_>, promise: PromiseId) -> Vec<InlineButton> {
    vec![
        button(
            label!(words, "button-promise-kept"),
            &Button::Answering(AnsweringButton::PromiseKept(promise)),
        ),
        button(
            label!(words, "button-postpone"),
            &Button::Answering(AnsweringButton::Postpone(promise)),
        ),
    ]
}

/// For residents: it is said to be done.
#[must_use]
pub(crate) fn report(words: Words<'_>, question: &Question, on: Date, said: &str) -> Html {
    let said = if said.is_empty() {
        label!(words, "answer-in-files")
    } else {
        text::truncate_utf16(said, SHOWN_WORDS)
    };
    say!(
        words,
        "promise-report",
        code = question.code,
        question = first_line(&question.text),
        body = words.body(&question.body),
        day = short_day(on),
        report = said
    )
}

/// For residents: it takes longer.
#[must_use]
pub(crate) fn postponed(
    words: Words<'_>,
    question: &Question,
    on: Date,
    to: Date,
    reason: &str,
) -> Message {
    Message::plain(say!(
        words,
        "promise-postponed",
        code = question.code,
        question = first_line(&question.text),
        body = words.body(&question.body),
        day = short_day(on),
        to = short_day(to),
        reason = text::truncate_utf16(reason, SHOWN_WORDS)
    ))
}

/// For the group, where the question was: it is done.
#[must_use]
pub(crate) fn kept_mark(words: Words<'_>, question: &Question, by: &str, said: &str) -> Message {
    let line = say!(words, "promise-kept-mark", code = question.code, name = by);
    Message::plain(if said.is_empty() {
        line
    } else {
        Html::lines([line, Html::quote(&text::truncate_utf16(said, SHOWN_WORDS))])
    })
}

/// For the group, where the question was: another day.
#[must_use]
pub(crate) fn postponed_mark(
    words: Words<'_>,
    question: &Question,
    by: &str,
    to: Date,
    reason: &str,
) -> Message {
    Message::plain(Html::lines([
        say!(
            words,
            "promise-postponed-mark",
            code = question.code,
            name = by,
            day = short_day(to)
        ),
        Html::quote(&text::truncate_utf16(reason, SHOWN_WORDS)),
    ]))
}
