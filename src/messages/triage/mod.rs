//! What the office reads while it sorts: the counter, one question with its proposal, the choices of a correction.
//!
//! Never a resident's name or phone: initials and words without contacts, as on a card.

mod choices;
mod counter;
mod relations;
mod routes;
mod view;

pub(crate) use self::choices::{
    areas, bodies, categories, corrections, kind_name, kinds, level_name, levels, more,
};
pub(crate) use self::counter::{cannot_pin, counter, done_by, held_by, nothing_left, notice};
pub(crate) use self::relations::{Joining, gather, merge_ask, merged, others, parts, was_split};
pub(crate) use self::routes::{RouteLine, routes};
pub(crate) use self::view::{Alike, View, reason, view, whole_text, with_relations};

use crate::messages::{Html, Message, Words, keyboard::button, label, lines::first_line, say};
use crate::{
    chat::{
        button::{Button, TriageButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{question::Question, text},
};
pub(crate) mod guidance;
pub(crate) mod publishing;
pub(crate) mod site;
/// So much of it above a choice, and of another question beside it.
const SHORT_TEXT: usize = 160;

fn press(words: impl Into<String>, means: TriageButton) -> InlineButton {
    button(words, &Button::Triage(means))
}

fn short(question: &Question) -> String {
    let line = first_line(&question.text_on_card());
    text::truncate_utf16(&line, SHORT_TEXT)
}

/// The question in two lines, above a choice.
fn choice(
    words: Words<'_>,
    question: &Question,
    ask: Html,
    mut rows: Vec<Vec<InlineButton>>,
    back: TriageButton,
) -> Message {
    let head = say!(
        words,
        "triage-short",
        code = question.code,
        category = words.category(&question.category),
        area = words.area(&question.area),
        text = short(question)
    );
    rows.push(vec![press(label!(words, "button-back"), back)]);
    Message::with(Html::paragraphs([head, ask]), Keyboard::Inline(rows))
}
