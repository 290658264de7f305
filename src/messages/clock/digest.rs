//! What a body reads in the morning, before a session, and on demand.

use std::collections::BTreeMap;

use crate::messages::{
    Html, Message, Words, catalog::short_day, limits, lines::first_line, say, tasks,
};
use crate::{
    chat::outgoing::Keyboard,
    domain::{
        digest::{Asked, Digest, Gathered, Section},
        ids::{BodyCode, CategoryCode, ChatId, MessageId, QuestionId},
        limits::LimitFound,
        question::{Question, deadline},
        session::{Before, Session},
    },
};
use jiff::civil::Date;

/// A message holds so much of a digest, in UTF-16 units: a little less than Telegram allows.
const PAGE: usize = 3_900;

/// The questions that are shown, whole.
pub(crate) type Shown = BTreeMap<QuestionId, Question>;

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

/// The digest of a body; `unseen` answers wait for its look before they are public, `limits` of papers are near or missed.
/// Where there is more than one message, a file with every question belongs to it: [`InFull`].
#[must_use]
pub(crate) fn digest(
    words: Words<'_>,
    body: &BodyCode,
    (digest, shown): (&Digest, &Shown),
    (unseen, limits): (i64, &[LimitFound]),
    cards: &Links,
    today: Date,
) -> Vec<Message> {
    let title = title(words, body, today);
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
        return vec![Message::plain(html)];
    }
    let mut blocks = vec![title];
    for gathered in &digest.sections {
        let mut lines = vec![
            heading(words, gathered),
            Html::text(&categories(words, &gathered.categories)),
        ];
        let named = gathered.named().filter_map(|id| shown.get(&id));
        lines.extend(named.map(|question| line(words, question, &cards.code(question))));
        blocks.push(Html::lines(lines));
    }
    blocks.extend(unseen);
    blocks.extend(limits);
    blocks.push(say!(words, "digest-how"));
    let mut messages = pages(blocks);
    let mut named: Vec<&Question> = Vec::new();
    for question in digest.named().filter_map(|id| shown.get(&id)) {
        if named.iter().all(|known| known.id != question.id) {
            named.push(question);
        }
    }
    let buttons: Vec<_> = named.into_iter().map(tasks::open).collect();
    if let Some(last) = messages.last_mut() {
        last.keyboard = Some(Keyboard::Inline(tasks::rows(&buttons)));
    }
    messages
}

fn title(words: Words<'_>, body: &BodyCode, today: Date) -> Html {
    say!(
        words,
        "digest-title",
        day = words.day(today),
        body = words.body(body)
    )
}

fn heading(words: Words<'_>, gathered: &Gathered) -> Html {
    let count = gathered.questions.len();
    match gathered.section {
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
fn categories(words: Words<'_>, counts: &[(CategoryCode, usize)]) -> String {
    let counts = counts.iter();
    let counts = counts.map(|(code, count)| format!("{} {count}", words.category(code)));
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

/// Every question of a digest as plain text, written one by one: no more than the text is in memory.
pub(crate) struct InFull<'w> {
    words: Words<'w>,
    text: String,
}

impl<'w> InFull<'w> {
    /// The title.
    #[must_use]
    pub(crate) fn begin(words: Words<'w>, body: &BodyCode, today: Date) -> Self {
        let text = title(words, body, today).visible_text();
        Self { words, text }
    }

    /// A section; its questions come next, in order.
    pub(crate) fn section(&mut self, gathered: &Gathered) {
        self.text.push_str("\n\n");
        self.text
            .push_str(&heading(self.words, gathered).visible_text());
    }

    /// One of its questions.
    pub(crate) fn question(&mut self, question: &Question) {
        self.text.push('\n');
        let code = Html::text(&question.code.to_string());
        self.text
            .push_str(&line(self.words, question, &code).visible_text());
    }

    /// All of it.
    #[must_use]
    pub(crate) fn end(mut self) -> String {
        self.text.push('\n');
        self.text
    }
}

/// What awaits a body at a session: by category, the most supported, the repeated, the candidates for questioning.
#[must_use]
pub(crate) fn before_session(
    words: Words<'_>,
    session: &Session,
    before: Before,
    (asked, shown): (&Asked, &Shown),
    cards: &Links,
) -> Message {
    let name = session.name.in_language(words.language());
    let head = match before {
        Before::Closing => say!(
            words,
            "session-digest-closing",
            session = name,
            closes = words.moment(session.questions_close_at),
            count = asked.count
        ),
        Before::Opening => say!(
            words,
            "session-digest-opening",
            session = name,
            opens = words.day(session.opens_on),
            count = asked.count
        ),
    };
    let mut blocks = vec![Html::lines([
        head,
        Html::text(&categories(words, &asked.categories)),
    ])];
    let nominated = asked.nominated.count;
    for (title, part) in [
        (say!(words, "session-digest-supported"), &asked.supported),
        (say!(words, "session-digest-repeated"), &asked.repeated),
        (
            say!(words, "session-digest-nominated", count = nominated),
            &asked.nominated,
        ),
    ] {
        if part.count == 0 {
            continue;
        }
        let named = part.named.iter().filter_map(|id| shown.get(id));
        let lines = named.map(|one| line(words, one, &cards.code(one)));
        blocks.push(Html::lines([title].into_iter().chain(lines)));
    }
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
