//! Lines about a question that many messages have in common.

use crate::{
    domain::{question::Question, text},
    messages::{Html, Words, say},
};

/// So much of a question stands in a list, in UTF-16 units.
pub(crate) const LISTED_TEXT: usize = 60;

/// The beginning of a question, on one line.
#[must_use]
pub(crate) fn first_line(question: &str) -> String {
    let line = question.split_whitespace().collect::<Vec<_>>().join(" ");
    text::truncate_utf16(&line, LISTED_TEXT)
}

/// The head of a card: which question it is, and about what.
#[must_use]
pub(crate) fn card_head(words: Words<'_>, question: &Question) -> Html {
    say!(
        words,
        "card-head",
        code = question.code,
        category = words.category(&question.category)
    )
}
