//! Where a question goes, and when it comes back.

use super::QUOTED_TEXT;
use crate::domain::{
    ids::BodyCode,
    question::{Question, reason, upward},
    redaction::without_contacts,
};
use crate::messages::{
    Html, Message, Words,
    catalog::short_day,
    lines::{card_head, gist},
    news, say,
};
use jiff::{Timestamp, civil::Date};

/// "Why does it go to them?"
#[must_use]
pub(crate) fn ask_transfer_reason(words: Words<'_>, question: &Question, to: &BodyCode) -> Html {
    say!(
        words,
        "transfer-ask-reason",
        code = question.code,
        body = words.body(to)
    )
}

/// What stands where the card was in the group that passed it on: a record without buttons.
#[must_use]
pub(crate) fn passed_on(words: Words<'_>, question: &Question, name: &str, at: Timestamp) -> Html {
    let quoted = gist(&question.text_on_card(), QUOTED_TEXT);
    Html::lines([
        card_head(words, question),
        Html::quote(&quoted),
        say!(
            words,
            "card-passed-on",
            body = words.body(&question.body),
            name = name,
            time = words.moment(at)
        ),
    ])
}

/// What stands on an old card of a question that is with another body now.
#[must_use]
pub(crate) fn is_elsewhere(words: Words<'_>, question: &Question) -> Html {
    Html::lines([
        card_head(words, question),
        say!(words, "card-elsewhere", body = words.body(&question.body)),
    ])
}

/// For its author: who has it now, and by when they answer.
#[must_use]
pub(crate) fn transferred(words: Words<'_>, question: &Question) -> Message {
    news!(words, question, "transferred-author")
}

/// For its author: it is being worked on again, and by when it is answered.
#[must_use]
pub(crate) fn brought_back(words: Words<'_>, question: &Question) -> Message {
    news!(words, question, "brought-back-author")
}

/// For its author: the day that they were told is another one now.
#[must_use]
pub(crate) fn due_moved(words: Words<'_>, question: &Question, before: Date) -> Message {
    news!(
        words,
        question,
        "due-moved-author",
        before = short_day(before)
    )
}

/// "To whom, with which document?"
#[must_use]
pub(crate) fn ask_document(words: Words<'_>, question: &Question) -> Html {
    say!(words, "send-up-prompt", code = question.code)
}

/// What is wrong with a document as it was typed.
#[must_use]
pub(crate) fn document_problem(words: Words<'_>, problem: upward::Problem) -> Html {
    match problem {
        upward::Problem::Incomplete => say!(words, "send-up-incomplete"),
        upward::Problem::NoNumber => say!(words, "send-up-no-number"),
        upward::Problem::NoDay => say!(words, "prompt-no-day"),
        upward::Problem::DayToCome => say!(words, "send-up-day-to-come"),
    }
}

/// What is wrong with a reason or a day as they were typed.
#[must_use]
pub(crate) fn reason_problem(words: Words<'_>, problem: reason::Problem) -> Html {
    match problem {
        reason::Problem::NoReason => say!(words, "prompt-no-reason"),
        reason::Problem::NoDay => say!(words, "prompt-no-day"),
    }
}

/// For its author: a higher level decides, and what with.
#[must_use]
pub(crate) fn sent_up(words: Words<'_>, question: &Question) -> Message {
    let (to, number, day) = document_of(question);
    Message::plain(say!(
        words,
        "sent-up-author",
        code = question.code,
        to = to,
        number = number,
        day = day,
        body = words.body(&question.body),
    ))
}

/// For the group: it is written down, to be seen by whoever wrote the document's number.
#[must_use]
pub(crate) fn sent_up_done(words: Words<'_>, question: &Question) -> Message {
    let (to, number, day) = document_of(question);
    Message::plain(say!(
        words,
        "sent-up-done",
        code = question.code,
        to = to,
        number = number,
        day = day,
        body = words.body(&question.body),
    ))
}

/// Receiver, number and day of the document with which it went up.
pub(super) fn document_of(question: &Question) -> (String, String, String) {
    question
        .upward
        .as_ref()
        .map(|document| {
            (
                document.to.clone(),
                document.number.clone(),
                short_day(document.dated),
            )
        })
        .unwrap_or_default()
}

/// For the group: how the result of the higher level reaches the resident.
#[must_use]
pub(crate) fn ask_result(words: Words<'_>, question: &Question) -> Html {
    say!(words, "send-up-result", code = question.code)
}

/// "Why, and until when?"
#[must_use]
pub(crate) fn ask_set_aside(words: Words<'_>, question: &Question) -> Html {
    say!(words, "set-aside-prompt", code = question.code)
}

/// "Why, and until when may the answer take?"
#[must_use]
pub(crate) fn ask_extension(words: Words<'_>, question: &Question) -> Html {
    say!(
        words,
        "extend-prompt",
        code = question.code,
        due = words.day(question.due_on)
    )
}

/// For its author: nothing happens until that day, and why.
#[must_use]
pub(crate) fn set_aside(words: Words<'_>, question: &Question, until: Date, why: &str) -> Message {
    news!(
        words,
        question,
        "set-aside-author",
        day = words.day(until),
        reason = without_contacts(why)
    )
}

/// For its author: the answer takes longer, and why.
#[must_use]
pub(crate) fn extended(words: Words<'_>, question: &Question, why: &str) -> Message {
    news!(
        words,
        question,
        "extended-author",
        reason = without_contacts(why)
    )
}

/// For the group: it is set aside, to be seen by whoever wrote the reason.
#[must_use]
pub(crate) fn set_aside_done(words: Words<'_>, question: &Question, until: Date) -> Message {
    Message::plain(say!(
        words,
        "set-aside-done",
        code = question.code,
        day = words.day(until)
    ))
}

/// For the group: the new day holds, to be seen by whoever wrote the reason.
#[must_use]
pub(crate) fn extended_done(words: Words<'_>, question: &Question) -> Message {
    Message::plain(say!(
        words,
        "extended-done",
        code = question.code,
        due = words.day(question.due_on)
    ))
}

/// For the group: the day has come.
#[must_use]
pub(crate) fn came_back(words: Words<'_>, question: &Question) -> Message {
    Message::plain(say!(
        words,
        "set-aside-back",
        code = question.code,
        due = words.day(question.due_on)
    ))
}
