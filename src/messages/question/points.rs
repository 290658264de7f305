//! What a resident reads who wrote about several matters at once.

use crate::messages::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, QuestionButton},
        outgoing::Keyboard,
    },
    domain::{ids::DraftId, question::points::Point, text},
};

/// So much of each point is shown, in UTF-16 units.
const SHOWN_TEXT: usize = 300;

/// The points, each with its own words, and the choice between several questions and one.
#[must_use]
pub(crate) fn offer(words: Words<'_>, draft: DraftId, points: &[Point]) -> Message {
    let count = points.len();
    let mut blocks = vec![say!(words, "points-title", count = count)];
    blocks.extend(points.iter().map(|point| quoted(&point.own)));
    Message::with(
        Html::lines(blocks),
        Keyboard::Inline(vec![
            vec![button(
                label!(words, "button-split", count = count),
                &Button::Question(QuestionButton::Split(draft)),
            )],
            vec![button(
                label!(words, "button-keep-whole"),
                &Button::Question(QuestionButton::KeepWhole(draft)),
            )],
            vec![button(
                label!(words, "button-cancel"),
                &Button::Question(QuestionButton::Discard(draft)),
            )],
        ]),
    )
}

/// The beginning of a point.
#[must_use]
pub(crate) fn quoted(point: &str) -> Html {
    Html::quote(&text::truncate_utf16(point, SHOWN_TEXT))
}
