//! Lines about a question that many messages have in common.

use crate::{
    domain::{question::Question, text},
    messages::{Html, Message, Words, html::MAX_MESSAGE, say},
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

/// Room for what Telegram counts and we do not see.
const MARGIN: usize = 200;

/// As many messages as the blocks need, with an empty line between them.
pub(crate) fn in_pages(blocks: impl IntoIterator<Item = Html>) -> Vec<Message> {
    let mut pages = Vec::new();
    let mut page: Vec<Html> = Vec::new();
    let mut length = 0;
    for block in blocks {
        let more = block.visible_len() + 2;
        if length + more > MAX_MESSAGE - MARGIN && !page.is_empty() {
            pages.push(Message::plain(Html::paragraphs(std::mem::take(&mut page))));
            length = 0;
        }
        length += more;
        page.push(block);
    }
    if !page.is_empty() {
        pages.push(Message::plain(Html::paragraphs(page)));
    }
    pages
}
