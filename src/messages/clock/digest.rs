//! What a body reads in the morning, before a session, and on demand.

use std::collections::BTreeMap;

use crate::messages::{
    Html, Message, Words, catalog::short_day, limits, lines::first_line, say, tasks,
};
use crate::{
    chat::outgoing::Keyboard,
    domain::{
        digest::{Digest, NAMED, Section, by_category},
        ids::{BodyCode, ChatId, MessageId, QuestionId},
        limits::LimitFound,
        question::{Question, deadline},
        session::{Before, Session},
    },
};
use jiff::civil::Date;

/// A message holds so much of a digest, in UTF-16 units: a little less than Telegram allows.
const PAGE: usize = 3_900;

/// Where the cards of questions are, in one group.
#[derive(Debug, Clone, Default)]
pub(crate) struct Links {
    group: Option<i64>,
    cards: BTreeMap<QuestionId, MessageId>,
}

impl Links {
    /// The cards in this chat. Only supergroups have addresses for their messages.
    #[must_use]
    pub(crate) fn new(chat: ChatId, cards: BTreeMap<QuestionId, MessageId>) -> Self {
        /// Telegram numbers supergroups below this.
        const SUPERGROUPS: i64 = -1_000_000_000_000;
        let group = (chat.0 < SUPERGROUPS).then(|| SUPERGROUPS - chat.0);
        Self { group, cards }
    }

    /// The code of a question; pressed, it leads to the card where that is possible.
    #[must_use]
    pub(crate) fn code(&self, question: &Question) -> Html {
        let code = question.code.to_string();
        match (self.group, self.cards.get(&question.id)) {
            (Some(group), Some(card)) => {
                Html::link(&format!("https://t.me/c/{group}/{card}"), &code)
            }
            _ => Html::text(&code),
        }
    }
}

/// A digest as messages, and, where one message does not hold it, as a file with every question.
#[derive(Debug, Clone)]
pub(crate) struct Pages {
    /// The messages, in order.
    pub(crate) messages: Vec<Message>,
    /// Everything as plain text.
    pub(crate) file: Option<String>,
}

/// The digest of a body; `unseen` answers wait for its look before they are public, `limits` of papers are near or missed.
#[must_use]
pub(crate) fn digest(
    words: Words<'_>,
    body: &BodyCode,
    digest: &Digest<'_>,
    (unseen, limits): (i64, &[LimitFound]),
    cards: &Links,
    today: Date,
) -> Pages {
    let title = say!(
        words,
        "digest-title",
        day = words.day(today),
        body = words.body(body)
    );
    let unseen = (unseen > 0).then(|| say!(words, "digest-unseen", count = unseen));
    let limits = limits::told(words, limits);
    if digest.sections.is_empty() {
        let html = match (unseen, limits) {
            (unseen, Some(limits)) => {
                Html::paragraphs([Some(title), unseen, Some(limits)].into_iter().flatten())
            }
            (unseen, None) => {
                let nothing = unseen.unwrap_or_else(|| say!(words, "digest-nothing"));
                Html::lines([title, nothing])
            }
        };
        return Pages {
            messages: vec![Message::plain(html)],
            file: None,
        };
    }
    let mut blocks = vec![title];
    for (section, questions) in &digest.sections {
        let mut lines = vec![
            heading(words, *section, questions.len()),
            Html::text(&categories(words, questions)),
        ];
        let named = questions.iter().take(NAMED);
        lines.extend(named.map(|question| line(words, question, &cards.code(question))));
        blocks.push(Html::lines(lines));
    }
    blocks.extend(unseen);
    blocks.extend(limits);
    blocks.push(say!(words, "digest-how"));
    let mut messages = pages(blocks);
    let mut named: Vec<&Question> = Vec::new();
    for question in digest
        .sections
        .iter()
        .flat_map(|(_, questions)| questions.iter().take(NAMED))
    {
        if named.iter().all(|known| known.id != question.id) {
            named.push(question);
        }
    }
    let buttons: Vec<_> = named.into_iter().map(tasks::open).collect();
    if let Some(last) = messages.last_mut() {
        last.keyboard = Some(Keyboard::Inline(tasks::rows(&buttons)));
    }
    let file = (messages.len() > 1).then(|| in_full(words, body, digest, today));
    Pages { messages, file }
}

fn heading(words: Words<'_>, section: Section, count: usize) -> Html {
    match section {
        Section::Unconfirmed => say!(words, "digest-unconfirmed", count = count),
        Section::New => say!(words, "digest-new", count = count),
        Section::Overdue => say!(words, "digest-overdue", count = count),
        Section::DueSoon => say!(words, "digest-due-soon", count = count),
        Section::Promises => say!(words, "digest-promises", count = count),
        Section::Denied => say!(words, "digest-denied", count = count),
        Section::Waiting => say!(words, "digest-waiting", count = count),
        Section::Answered => say!(words, "digest-answered", count = count),
    }
}

/// "Giao thông 5 · Đất đai 3".
fn categories(words: Words<'_>, questions: &[&Question]) -> String {
    let counts = by_category(questions).into_iter();
    let counts = counts.map(|(code, count)| format!("{} {count}", words.category(&code)));
    counts.collect::<Vec<_>>().join(" · ")
}

/// One question on one line. A group sees no names and no numbers to call.
pub(crate) fn line(words: Words<'_>, question: &Question, code: &Html) -> Html {
    let text = first_line(&question.text_on_card());
    let area = words.area(&question.area);
    match deadline::deadline(words.council(), question) {
        Some(found) => {
            let due = short_day(found.on);
            say!(
                words,
                "digest-line-due",
                code = code,
                area = area,
                due = due,
                text = text
            )
        }
        None => say!(words, "digest-line", code = code, area = area, text = text),
    }
}

/// Blocks with an empty line between them, split at their borders where they do not fit into one message.
fn pages(blocks: Vec<Html>) -> Vec<Message> {
    let mut pages: Vec<Vec<Html>> = vec![Vec::new()];
    let mut used = 0;
    for block in blocks {
        let length = block.visible_len() + 2;
        if used > 0 && used + length > PAGE {
            pages.push(Vec::new());
            used = 0;
        }
        used += length;
        if let Some(page) = pages.last_mut() {
            page.push(block);
        }
    }
    let messages = pages.into_iter().map(Html::paragraphs);
    messages.map(Message::plain).collect()
}

/// Every question of a digest, as plain text.
fn in_full(words: Words<'_>, body: &BodyCode, digest: &Digest<'_>, today: Date) -> String {
    let title = say!(
        words,
        "digest-title",
        day = words.day(today),
        body = words.body(body)
    );
    let mut text = title.visible_text();
    for (section, questions) in &digest.sections {
        text.push_str("\n\n");
        text.push_str(&heading(words, *section, questions.len()).visible_text());
        for question in questions {
            text.push('\n');
            let code = Html::text(&question.code.to_string());
            text.push_str(&line(words, question, &code).visible_text());
        }
    }
    text.push('\n');
    text
}

/// What awaits a body at a session: by category, the most supported, the repeated, the candidates for questioning.
#[must_use]
pub(crate) fn before_session(
    words: Words<'_>,
    session: &Session,
    before: Before,
    questions: &[&Question],
    cards: &Links,
) -> Message {
    let name = session.name.in_language(words.language());
    let head = match before {
        Before::Closing => say!(
            words,
            "session-digest-closing",
            session = name,
            closes = words.moment(session.questions_close_at),
            count = questions.len()
        ),
        Before::Opening => say!(
            words,
            "session-digest-opening",
            session = name,
            opens = words.day(session.opens_on),
            count = questions.len()
        ),
    };
    let mut blocks = vec![Html::lines([
        head,
        Html::text(&categories(words, questions)),
    ])];
    let mut part = |title: Html, mut chosen: Vec<&Question>, key: &dyn Fn(&Question) -> u32| {
        if chosen.is_empty() {
            return;
        }
        chosen.sort_by_key(|one| (std::cmp::Reverse(key(one)), one.id));
        let mut lines = vec![title];
        let named = chosen.iter().take(NAMED);
        lines.extend(named.map(|one| line(words, one, &cards.code(one))));
        blocks.push(Html::lines(lines));
    };
    let having = |fits: &dyn Fn(&Question) -> bool| -> Vec<&Question> {
        questions.iter().copied().filter(|one| fits(one)).collect()
    };
    let supported = having(&|one| one.supporters > 0);
    part(say!(words, "session-digest-supported"), supported, &|one| {
        one.supporters
    });
    let repeated = having(&|one| one.times_raised > 1);
    part(say!(words, "session-digest-repeated"), repeated, &|one| {
        one.times_raised
    });
    let nominated = having(&|one| one.nominated_at.is_some());
    let title = say!(words, "session-digest-nominated", count = nominated.len());
    part(title, nominated, &|one| one.supporters);
    Message::plain(Html::paragraphs(blocks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_digest_breaks_between_its_parts() {
        let block = |letter: char| Html::text(&letter.to_string().repeat(1_500));
        let messages = pages(vec![block('a'), block('b'), block('c'), block('d')]);
        let shown: Vec<String> = messages
            .iter()
            .map(|page| page.html.visible_text())
            .collect();
        assert_eq!(shown.len(), 2);
        assert!(shown[0].ends_with(&"b".repeat(1_500)));
        assert!(shown[1].starts_with(&"c".repeat(1_500)));
    }

    #[test]
    fn only_supergroups_have_addresses() {
        let cards = BTreeMap::from([(QuestionId(1), MessageId(42))]);
        assert_eq!(
            Links::new(ChatId(-1_001_234_567_890), cards.clone()).group,
            Some(1_234_567_890)
        );
        assert_eq!(Links::new(ChatId(-4_001), cards).group, None);
    }
}
