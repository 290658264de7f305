//! The queue in figures, and who is at it.

use super::press;
use crate::messages::{Html, Message, Words, label, say};
use crate::{
    chat::{button::TriageButton, outgoing::Keyboard},
    domain::triage::Queue,
};
use jiff::Timestamp;

/// The pinned counter.
#[must_use]
pub(crate) fn counter(words: Words<'_>, queue: Queue) -> Message {
    if queue.count == 0 {
        return Message::plain(say!(words, "queue-empty"));
    }
    let mut lines = vec![say!(
        words,
        "queue-count",
        count = queue.count,
        oldest = waited(words, queue.oldest_days)
    )];
    if queue.overdue > 0 {
        let limit = words.council().rules.triage_days;
        lines.push(say!(
            words,
            "queue-overdue",
            count = queue.overdue,
            limit = limit
        ));
    }
    let begin = press(label!(words, "button-triage-begin"), TriageButton::Begin);
    Message::with(Html::lines(lines), Keyboard::Inline(vec![vec![begin]]))
}

pub(super) fn waited(words: Words<'_>, days: i32) -> String {
    if days == 0 {
        label!(words, "queue-today")
    } else {
        label!(words, "queue-days", days = days)
    }
}

/// New questions came in; the oldest is shown with them.
#[must_use]
pub(crate) fn notice(words: Words<'_>, count: u32, oldest: Message) -> Message {
    let head = say!(words, "queue-notice", count = count);
    Message {
        html: Html::paragraphs([head, oldest.html]),
        ..oldest
    }
}

/// The counter could not be pinned.
#[must_use]
pub(crate) fn cannot_pin(words: Words<'_>) -> Message {
    Message::plain(say!(words, "queue-cannot-pin"))
}

/// Nothing waits (for this clerk) any more.
#[must_use]
pub(crate) fn nothing_left(words: Words<'_>, done: Option<Html>) -> Message {
    let left = say!(words, "triage-nothing-left");
    Message::plain(Html::paragraphs(done.into_iter().chain([left])))
}

/// The words that a clerk pressed something too late: somebody decided before.
#[must_use]
pub(crate) fn done_by(words: Words<'_>, name: &str, at: Timestamp) -> String {
    label!(
        words,
        "triage-done-by",
        name = name,
        time = words.moment(at)
    )
}

/// Another clerk has it on the screen.
#[must_use]
pub(crate) fn held_by(words: Words<'_>, name: &str, until: Timestamp) -> String {
    label!(
        words,
        "triage-held-by",
        name = name,
        time = words.moment(until)
    )
}
