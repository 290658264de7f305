//! What somebody reads who looks for published answers.

use jiff::Timestamp;

use super::QUOTED_TEXT;
use crate::messages::lines::LISTED_TEXT;
use crate::{
    chat::{
        button::{Button, QuestionButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        code::QuestionCode,
        ids::{AreaCode, BodyCode, CategoryCode, SearchId},
        text,
    },
    messages::{Html, Message, Words, catalog::short_day, keyboard::button, label, say},
};

/// Answers on one page.
pub(crate) const A_PAGE: usize = 5;

/// Whoever wants more than so many pages is better served by another word.
pub(crate) const MAX_PAGES: u16 = 40;

/// So much of a question and of its answer stands where there is one alone: together with what is around them they fit
/// into one message.
const WHOLE_QUESTION: usize = 1_200;
const WHOLE_ANSWER: usize = 2_500;

/// A published question with its answer; the texts are redacted already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Its field.
    pub(crate) category: CategoryCode,
    /// Where it is about.
    pub(crate) area: AreaCode,
    /// Who answered.
    pub(crate) body: BodyCode,
    /// What was asked.
    pub(crate) question: String,
    /// What was answered.
    pub(crate) answer: String,
    /// When.
    pub(crate) answered_at: Option<Timestamp>,
}

/// A page of what was found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Page<'a> {
    /// Its buttons carry it.
    pub(crate) search: SearchId,
    /// What was looked for.
    pub(crate) typed: &'a str,
    /// From 0.
    pub(crate) number: u16,
    /// At most [`A_PAGE`].
    pub(crate) hits: &'a [Hit],
    /// Whether there are older ones.
    pub(crate) has_more: bool,
}

/// Answers that were found.
#[must_use]
pub(crate) fn found(words: Words<'_>, page: &Page<'_>) -> Message {
    let typed = text::truncate_utf16(page.typed, LISTED_TEXT);
    if page.hits.is_empty() {
        return Message::plain(say!(words, "search-none", words = typed));
    }
    let mut title = say!(words, "search-title", words = typed);
    if page.number > 0 {
        let number = page.number + 1;
        title = Html::lines([title, say!(words, "search-page", number = number)]);
    }
    let mut blocks = vec![title];
    blocks.extend(page.hits.iter().map(|hit| item(words, hit)));
    let html = Html::paragraphs(blocks);
    let turns = turns(words, page);
    if turns.is_empty() {
        return Message::plain(html);
    }
    Message::with(html, Keyboard::Inline(vec![turns]))
}

/// One published answer, whole.
#[must_use]
pub(crate) fn published(words: Words<'_>, code: QuestionCode, hit: &Hit) -> Message {
    let title = say!(words, "published-title", code = code);
    Message::plain(Html::lines([
        title,
        quoted(words, hit, WHOLE_QUESTION, WHOLE_ANSWER),
    ]))
}

fn item(words: Words<'_>, hit: &Hit) -> Html {
    quoted(words, hit, QUOTED_TEXT, QUOTED_TEXT)
}

fn quoted(words: Words<'_>, hit: &Hit, asked: usize, answered: usize) -> Html {
    let day = hit
        .answered_at
        .map(|at| short_day(words.council().local_date(at)));
    say!(
        words,
        "search-item",
        category = words.category(&hit.category),
        area = words.area(&hit.area),
        day = day.unwrap_or_default(),
        question = text::truncate_utf16(&hit.question, asked),
        body = words.body(&hit.body),
        answer = text::truncate_utf16(&hit.answer, answered),
    )
}

fn turns(words: Words<'_>, page: &Page<'_>) -> Vec<InlineButton> {
    let turn = |to: u16, name: String| {
        let button_to = QuestionButton::SearchPage(page.search, to);
        button(name, &Button::Question(button_to))
    };
    let mut turns = Vec::new();
    if page.number > 0 {
        turns.push(turn(page.number - 1, label!(words, "button-newer")));
    }
    if page.has_more && page.number + 1 < MAX_PAGES {
        turns.push(turn(page.number + 1, label!(words, "button-older")));
    }
    turns
}
