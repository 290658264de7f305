//! What a delegate has on their hands, in private: in parts, each entry with a button to its card.

use crate::messages::{Html, Message, Words, digest::line, keyboard::button, say};
use crate::{
    chat::{
        button::{Button, ClockButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::question::Question,
};

/// So many entries of a part are named.
pub(crate) const NAMED: usize = 5;
/// So many buttons stand in a row.
const A_ROW: usize = 3;

/// What stands together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Taken on, or given to them.
    Mine,
    /// An answer to approve, a promise whose day has come, what was said to be done and is not.
    Waiting,
    /// Residents who were not content.
    Appeals,
    /// Their bodies' that are due or overdue.
    Due,
}

/// The list: of each part how many there are, and those that are named.
#[must_use]
pub(crate) fn list(words: Words<'_>, parts: &[(Part, usize, Vec<&Question>)]) -> Message {
    if parts.is_empty() {
        return Message::plain(say!(words, "tasks-none"));
    }
    let mut blocks = vec![say!(words, "tasks-title")];
    let mut buttons = Vec::new();
    for (part, count, questions) in parts {
        let count = *count;
        let title = match part {
            Part::Mine => say!(words, "tasks-mine", count = count),
            Part::Waiting => say!(words, "tasks-waiting", count = count),
            Part::Appeals => say!(words, "tasks-appeals", count = count),
            Part::Due => say!(words, "tasks-due", count = count),
        };
        let mut lines = vec![title];
        for question in questions {
            let code = Html::text(&question.code.to_string());
            lines.push(line(words, question, &code));
            buttons.push(open(question));
        }
        blocks.push(Html::lines(lines));
    }
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows(&buttons)))
}

/// The button to a card.
pub(crate) fn open(question: &Question) -> InlineButton {
    button(
        question.code.to_string(),
        &Button::Clock(ClockButton::OpenCard(question.id)),
    )
}

/// Some in a row.
#[must_use]
pub(crate) fn rows(buttons: &[InlineButton]) -> Vec<Vec<InlineButton>> {
    buttons.chunks(A_ROW).map(<[_]>::to_vec).collect()
}
