//! What so many supporters oblige to: said beforehand, and when it is reached.

use crate::domain::question::Question;
use crate::messages::{Html, Message, Words, lines::card_head, say};

/// For residents, beforehand: what so many supporters oblige to. `None`: the council has no such rule.
#[must_use]
pub(crate) fn beforehand(words: Words<'_>, question: &Question) -> Option<Html> {
    let rule = words.council().rules.support_obligation?;
    question.state.is_open().then(|| {
        say!(
            words,
            "obliged-beforehand",
            within = rule.within.to_string(),
            count = rule.supporters,
            now = question.supporters,
            days = rule.answer_days
        )
    })
}

/// For the author and the supporters.
#[must_use]
pub(crate) fn news(words: Words<'_>, question: &Question, count: u32) -> Message {
    Message::plain(say!(
        words,
        "obliged-news",
        code = question.code,
        count = count,
        body = words.body(&question.body),
        due = words.day(question.due_on)
    ))
}

/// For the body, under the card.
#[must_use]
pub(crate) fn for_body(words: Words<'_>, question: &Question, count: u32) -> Message {
    Message::plain(say!(
        words,
        "obliged-body",
        code = question.code,
        count = count,
        due = words.day(question.due_on)
    ))
}

/// For the standing body.
#[must_use]
pub(crate) fn for_standing_body(words: Words<'_>, question: &Question, count: u32) -> Message {
    Message::plain(Html::lines([
        card_head(words, question),
        say!(
            words,
            "obliged-standing-body",
            count = count,
            body = words.body(&question.body),
            due = words.day(question.due_on)
        ),
    ]))
}

/// For the body, under the card: its day passed.
#[must_use]
pub(crate) fn listed(words: Words<'_>, question: &Question) -> Message {
    Message::plain(say!(words, "obliged-listed", code = question.code))
}
