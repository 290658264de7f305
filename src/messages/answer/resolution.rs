//! What is said about things that are done: on the card, to those who asked, and when they are asked whether it is so.

use jiff::civil::Date;

use crate::messages::{
    Html, Message, Words,
    catalog::short_day,
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
    domain::{
        answer::{Answer, facts::Document},
        ids::ResolutionId,
        question::{
            Question, ResultClass, State,
            resolution::{Resolution, Says, is_to_be_done},
        },
        redaction::without_contacts,
        text,
    },
};

/// So much of what was done, or of a resident's words, is shown in one message, in UTF-16 units.
const SHOWN_WORDS: usize = 1_500;

/// The line of a card: done, not done yet, or denied. Nothing for what only had to be explained.
#[must_use]
pub(crate) fn card_line(
    words: Words<'_>,
    question: &Question,
    answer: Option<&Answer>,
    shown_by: Option<&str>,
) -> Option<Html> {
    let answer = answer.filter(|_| matches!(question.state, State::Answered { .. }))?;
    let day = |at| short_day(words.council().local_date(at));
    match question.resolution {
        Resolution::Resolved { at } => Some(say!(
            words,
            "card-resolved",
            day = day(at),
            name = shown_by.unwrap_or(answer.author_name.as_str())
        )),
        Resolution::Denied { at, due_on } => Some(say!(
            words,
            "card-denied",
            day = day(at),
            due = short_day(due_on)
        )),
        Resolution::Open if answer.class == ResultClass::Resolved => {
            Some(say!(words, "card-not-shown"))
        }
        Resolution::Open => is_to_be_done(answer.class).then(|| say!(words, "card-not-resolved")),
    }
}

/// "Đã giải quyết xong" under the card of what is still to be done.
#[must_use]
pub(crate) fn card_button(
    words: Words<'_>,
    question: &Question,
    answer: Option<&Answer>,
) -> Option<InlineButton> {
    let is_open = !matches!(question.resolution, Resolution::Resolved { .. })
        && matches!(question.state, State::Answered { .. });
    answer
        .filter(|answer| is_open && is_to_be_done(answer.class))
        .map(|_| say_done(words, question))
}

/// The button itself.
#[must_use]
pub(crate) fn say_done(words: Words<'_>, question: &Question) -> InlineButton {
    button(
        label!(words, "button-say-done"),
        &Button::Answering(AnsweringButton::SayDone(question.id)),
    )
}

/// For the body: what was done, and what shows it?
#[must_use]
pub(crate) fn ask_evidence(words: Words<'_>, question: &Question) -> Html {
    say!(words, "ask-evidence", code = question.code)
}

/// Neither a photo nor a document.
#[must_use]
pub(crate) fn no_evidence(words: Words<'_>) -> Html {
    say!(words, "no-evidence")
}

/// For the body, under the card: it counts as done.
#[must_use]
pub(crate) fn mark(words: Words<'_>, question: &Question, by: &str, days: u16) -> Message {
    Message::plain(say!(
        words,
        "resolved-mark",
        code = question.code,
        name = by,
        days = days
    ))
}

/// For the body: said to be done, but nothing shows it.
#[must_use]
pub(crate) fn not_shown(words: Words<'_>, question: &Question) -> Message {
    let row = vec![say_done(words, question)];
    Message::with(
        say!(words, "resolved-not-shown", code = question.code),
        Keyboard::Inline(vec![row]),
    )
}

/// For residents: it is done, and what shows it.
#[must_use]
pub(crate) fn report(
    words: Words<'_>,
    question: &Question,
    said: &str,
    document: Option<&Document>,
    days: u16,
) -> Html {
    let mut blocks = vec![say!(
        words,
        "resolved-report",
        code = question.code,
        question = first_line(&question.text),
        body = words.body(&question.body)
    )];
    if !said.is_empty() {
        blocks.push(Html::quote(&text::truncate_utf16(said, SHOWN_WORDS)));
    }
    blocks.extend(document.map(|document| {
        say!(
            words,
            "fact-document",
            number = document.number,
            day = short_day(document.dated)
        )
    }));
    blocks.push(say!(words, "resolved-report-check", days = days));
    Html::lines(blocks)
}

/// For residents, some days later: is it done?
#[must_use]
pub(crate) fn check(
    words: Words<'_>,
    question: &Question,
    resolution: ResolutionId,
    said_on: Date,
) -> Message {
    let html = say!(
        words,
        "resolved-check",
        code = question.code,
        question = first_line(&question.text),
        body = words.body(&question.body),
        day = short_day(said_on)
    );
    let row = [Says::Done, Says::NotDone].map(|says| say_button(words, resolution, says));
    Message::with(html, Keyboard::Inline(vec![row.into()]))
}

fn say_button(words: Words<'_>, resolution: ResolutionId, says: Says) -> InlineButton {
    let label = match says {
        Says::Done => label!(words, "button-is-done"),
        Says::NotDone => label!(words, "button-is-not-done"),
    };
    let says = AnsweringButton::SayWhether(resolution, says);
    button(label, &Button::Answering(says))
}

/// What stands where a resident was asked; who said "done" may still say otherwise.
#[must_use]
pub(crate) fn noted(
    words: Words<'_>,
    question: &Question,
    resolution: ResolutionId,
    says: Says,
) -> Message {
    match says {
        Says::Done => Message::with(
            say!(words, "resolved-confirmed", code = question.code),
            Keyboard::Inline(vec![vec![say_button(words, resolution, Says::NotDone)]]),
        ),
        Says::NotDone => Message::plain(match question.resolution {
            Resolution::Denied { due_on, .. } => say!(
                words,
                "resolved-denied-noted",
                code = question.code,
                body = words.body(&question.body),
                due = short_day(due_on)
            ),
            Resolution::Open | Resolution::Resolved { .. } => {
                say!(words, "resolved-denied-again", code = question.code)
            }
        }),
    }
}

/// For the resident: what is missing? Words or a photo; nothing is lost without.
#[must_use]
pub(crate) fn ask_what_is_missing(words: Words<'_>, question: &Question) -> Html {
    say!(words, "resolved-ask-missing", code = question.code)
}

/// For the body, under the card: a resident says that it is not done.
#[must_use]
pub(crate) fn denied(words: Words<'_>, question: &Question, due_on: Date) -> Message {
    let row = vec![say_done(words, question)];
    Message::with(
        Html::lines([
            card_head(words, question),
            say!(words, "resolved-denied", due = short_day(due_on)),
        ]),
        Keyboard::Inline(vec![row]),
    )
}

/// For the body, under the card: what the resident adds to it.
#[must_use]
pub(crate) fn missing(words: Words<'_>, question: &Question, said: &str) -> Message {
    let line = say!(words, "resolved-missing", code = question.code);
    if said.is_empty() {
        return Message::plain(line);
    }
    let said = text::truncate_utf16(&without_contacts(said), SHOWN_WORDS);
    Message::plain(Html::lines([line, Html::quote(&said)]))
}
