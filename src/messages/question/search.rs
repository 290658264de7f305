//! What somebody reads who looks for published answers.

use jiff::Timestamp;

use super::QUOTED_TEXT;
use crate::messages::lines::{LISTED_TEXT, first_line};
use crate::{
    chat::{
        button::{Button, PersonButton, PublishButton, QuestionButton},
        outgoing::{InlineAnswer, InlineButton, InlineResult, Keyboard},
    },
    domain::{
        code::QuestionCode,
        ids::{AreaCode, BodyCode, CategoryCode, QuestionId, SearchId},
        search, text,
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

/// So much of a question and of its answer stands in the line that is chosen in some chat.
const INLINE_TITLE: usize = 100;
const INLINE_ABOUT: usize = 160;

/// A published question with its answer; the texts are redacted already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Its row.
    pub(crate) id: QuestionId,
    /// Its code.
    pub(crate) code: QuestionCode,
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

/// What somebody who reads a published answer has to do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stand {
    /// They asked: they hear of everything anyway.
    Author,
    /// They hear of news about it.
    Follows,
    /// Nothing.
    Stranger,
}

/// A page of the published answers of a field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FieldPage<'a> {
    /// Which field.
    pub(crate) category: &'a CategoryCode,
    /// From 0.
    pub(crate) number: u16,
    /// At most [`A_PAGE`].
    pub(crate) hits: &'a [Hit],
    /// Whether there are older ones.
    pub(crate) has_more: bool,
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

/// What is looked for, or which field: the prompt of `/tracuu`.
#[must_use]
pub(crate) fn prompt(words: Words<'_>) -> Message {
    let fields: Vec<InlineButton> = words
        .council()
        .categories
        .iter()
        .map(|category| {
            let browse = PublishButton::Browse(category.code.clone(), 0);
            press(words.category(&category.code), browse)
        })
        .collect();
    let mut rows: Vec<Vec<InlineButton>> = fields.chunks(2).map(<[_]>::to_vec).collect();
    rows.push(vec![button(
        label!(words, "button-cancel"),
        &Button::Person(PersonButton::Cancel),
    )]);
    Message::with(say!(words, "search-prompt"), Keyboard::Inline(rows))
}

/// Answers that were found.
#[must_use]
pub(crate) fn found(words: Words<'_>, page: &Page<'_>) -> Message {
    let typed = text::truncate_utf16(page.typed, LISTED_TEXT);
    if page.hits.is_empty() {
        let none = under(words, say!(words, "search-none", words = typed), page.typed);
        let fields = press(label!(words, "button-search-fields"), PublishButton::Fields);
        return Message::with(none, Keyboard::Inline(vec![vec![fields]]));
    }
    let title = under(
        words,
        say!(words, "search-title", words = typed),
        page.typed,
    );
    let turn = |to: u16| Button::Question(QuestionButton::SearchPage(page.search, to));
    listed(
        words,
        title,
        (page.number, page.hits, page.has_more),
        &turn,
        None,
    )
}

/// Whoever typed more words than count is told under what the page begins with.
fn under(words: Words<'_>, head: Html, typed: &str) -> Html {
    let most = search::MAX_WORDS;
    if search::words(typed).len() > most {
        Html::lines([head, say!(words, "search-first-words", most = most)])
    } else {
        head
    }
}

/// The published answers of a field.
#[must_use]
pub(crate) fn of_field(words: Words<'_>, page: &FieldPage<'_>) -> Message {
    let category = words.category(page.category);
    let fields = press(label!(words, "button-search-fields"), PublishButton::Fields);
    if page.hits.is_empty() {
        let none = say!(words, "search-field-none", category = category);
        return Message::with(none, Keyboard::Inline(vec![vec![fields]]));
    }
    let title = say!(words, "search-field-title", category = category);
    let turn = |to: u16| Button::Publish(PublishButton::Browse(page.category.clone(), to));
    listed(
        words,
        title,
        (page.number, page.hits, page.has_more),
        &turn,
        Some(fields),
    )
}

fn listed(
    words: Words<'_>,
    title: Html,
    (number, hits, has_more): (u16, &[Hit], bool),
    turn_to: &dyn Fn(u16) -> Button,
    back: Option<InlineButton>,
) -> Message {
    let mut title = title;
    if number > 0 {
        let number = number + 1;
        title = Html::lines([title, say!(words, "search-page", number = number)]);
    }
    let mut blocks = vec![title];
    blocks.extend(hits.iter().map(|hit| item(words, hit)));
    let codes: Vec<InlineButton> = hits
        .iter()
        .map(|hit| press(hit.code.to_string(), PublishButton::Open(hit.id)))
        .collect();
    let mut rows: Vec<Vec<InlineButton>> = codes.chunks(3).map(<[_]>::to_vec).collect();
    let mut turns = Vec::new();
    if number > 0 {
        turns.push(button(label!(words, "button-newer"), &turn_to(number - 1)));
    }
    if has_more && number + 1 < MAX_PAGES {
        turns.push(button(label!(words, "button-older"), &turn_to(number + 1)));
    }
    if !turns.is_empty() {
        rows.push(turns);
    }
    rows.extend(back.map(|back| vec![back]));
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}

/// One published answer, whole.
#[must_use]
pub(crate) fn published(words: Words<'_>, hit: &Hit, stand: Stand) -> Message {
    let html = Html::lines([
        say!(words, "published-title", code = hit.code),
        quoted(words, hit, WHOLE_QUESTION, WHOLE_ANSWER),
    ]);
    let mut rows = Vec::new();
    match stand {
        Stand::Author => {}
        Stand::Follows => rows.push(vec![press(
            label!(words, "button-unfollow-public"),
            PublishButton::Unfollow(hit.id),
        )]),
        Stand::Stranger => rows.push(vec![press(
            label!(words, "button-follow-public"),
            PublishButton::Follow(hit.id),
        )]),
    }
    rows.push(vec![InlineButton::sharing(
        label!(words, "button-share"),
        hit.code.to_string(),
    )]);
    Message::with(html, Keyboard::Inline(rows))
}

/// News for whoever follows it: an answer that was corrected, or another one.
#[must_use]
pub(crate) fn news(words: Words<'_>, hit: &Hit, is_correction: bool) -> Message {
    let title = if is_correction {
        say!(words, "follow-public-corrected", code = hit.code)
    } else {
        say!(words, "follow-public-answered", code = hit.code)
    };
    let html = Html::lines([title, quoted(words, hit, QUOTED_TEXT, WHOLE_ANSWER)]);
    let stop = press(
        label!(words, "button-unfollow-public"),
        PublishButton::Unfollow(hit.id),
    );
    Message::with(html, Keyboard::Inline(vec![vec![stop]]))
}

/// What somebody is offered who typed words behind the bot's name. `next`: the page that follows.
#[must_use]
pub(crate) fn inline(
    words: Words<'_>,
    query: &str,
    hits: &[Hit],
    next: Option<u16>,
    bot: &str,
) -> InlineAnswer {
    let results = hits.iter().map(|hit| {
        let link = format!("https://t.me/{bot}?start=p_{}", hit.code);
        InlineResult {
            id: hit.code.to_string(),
            title: text::truncate_utf16(&first_line(&hit.question), INLINE_TITLE),
            about: text::truncate_utf16(
                &format!("{}: {}", words.body(&hit.body), first_line(&hit.answer)),
                INLINE_ABOUT,
            ),
            html: Html::lines([
                say!(words, "published-title", code = hit.code),
                quoted(words, hit, WHOLE_QUESTION, WHOLE_ANSWER),
            ])
            .into_string(),
            button: InlineButton::opening(label!(words, "button-open-in-bot"), link),
        }
    });
    InlineAnswer {
        query: query.to_owned(),
        results: results.collect(),
        next_offset: next.map(|page| page.to_string()).unwrap_or_default(),
        door: if hits.is_empty() {
            label!(words, "inline-none")
        } else {
            label!(words, "inline-door")
        },
    }
}

fn press(words: impl Into<String>, means: PublishButton) -> InlineButton {
    button(words, &Button::Publish(means))
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
        code = hit.code,
        category = words.category(&hit.category),
        area = words.area(&hit.area),
        day = day.unwrap_or_default(),
        question = text::truncate_utf16(&hit.question, asked),
        body = words.body(&hit.body),
        answer = text::truncate_utf16(&hit.answer, answered),
    )
}
