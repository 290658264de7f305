//! What whoever looks before an answer is public sees: the question and the answer as everybody would read them, below each
//! other, what is covered in them, and what can be done.

use crate::messages::{Html, Message, Words, catalog::short_day, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, PublishButton},
        outgoing::{ButtonStyle, InlineButton, Keyboard},
    },
    domain::{
        answer::publication::{KeptBack, PublicState, Publication, pieces},
        keyword::Keyword,
        question::Question,
        redaction::HIDDEN,
        text,
    },
};
use jiff::Timestamp;

/// So much of each text is shown, in UTF-16 units: both fit into one message.
const SHOWN_QUESTION: usize = 1_300;
const SHOWN_ANSWER: usize = 1_700;

/// So much of each piece stands beside its number.
const SHOWN_PIECE: usize = 90;

/// A question and its answer as everybody would read them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Looked<'a> {
    /// The question.
    pub(crate) question: &'a Question,
    /// Where it stands.
    pub(crate) publication: &'a Publication,
    /// What was asked, with everything covered.
    pub(crate) asked: &'a str,
    /// What was answered, the same.
    pub(crate) answered: &'a str,
    /// When.
    pub(crate) answered_at: Option<Timestamp>,
    /// How many wait beside it.
    pub(crate) behind: u32,
}

fn press(words: impl Into<String>, means: PublishButton) -> InlineButton {
    button(words, &Button::Publish(means))
}

/// The view, under the words of what was just done.
#[must_use]
pub(crate) fn view(words: Words<'_>, looked: &Looked<'_>, done: Option<Html>) -> Message {
    let question = looked.question;
    let mut blocks: Vec<Html> = done.into_iter().collect();
    let state = match (looked.publication.state, looked.publication.reason) {
        (PublicState::Published, _) => say!(words, "publish-state-public"),
        (PublicState::KeptBack, Some(reason)) => say!(
            words,
            "publish-state-kept-back",
            reason = reason_name(words, reason)
        ),
        (PublicState::Waiting | PublicState::KeptBack, _) if looked.behind == 0 => {
            say!(words, "publish-state-last")
        }
        (PublicState::Waiting | PublicState::KeptBack, _) => {
            say!(words, "publish-state-waiting", behind = looked.behind)
        }
    };
    let mut head = vec![
        state,
        say!(
            words,
            "publish-head",
            code = question.code,
            category = words.category(&question.category),
            area = words.area(&question.area)
        ),
    ];
    if looked.publication.told == Some(looked.publication.answer)
        && looked.publication.state == PublicState::Waiting
    {
        head.push(say!(words, "publish-corrected"));
    }
    blocks.push(Html::lines(head));
    blocks.push(Html::lines([
        say!(words, "publish-asked"),
        marked(&text::truncate_utf16(looked.asked, SHOWN_QUESTION)),
    ]));
    let day = looked
        .answered_at
        .map(|at| short_day(words.council().local_date(at)));
    blocks.push(Html::lines([
        say!(
            words,
            "publish-answered",
            body = words.body(&question.body),
            day = day.unwrap_or_default()
        ),
        marked(&text::truncate_utf16(looked.answered, SHOWN_ANSWER)),
    ]));
    let covered = looked.asked.matches(HIDDEN).count() + looked.answered.matches(HIDDEN).count();
    let by_hand = looked.publication.covers.len();
    blocks.push(if covered == 0 {
        say!(words, "publish-covered-nothing")
    } else {
        say!(words, "publish-covered", count = covered, hand = by_hand)
    });
    Message::with(
        Html::paragraphs(blocks),
        Keyboard::Inline(rows(words, looked)),
    )
}

/// The text as a quotation in which what is covered catches the eye.
fn marked(text: &str) -> Html {
    let quoted = Html::quote(text).into_string();
    Html::trusted(quoted.replace(HIDDEN, &format!("<b>{HIDDEN}</b>")))
}

fn rows(words: Words<'_>, looked: &Looked<'_>) -> Vec<Vec<InlineButton>> {
    let (id, version) = (looked.question.id, looked.publication.version);
    let publish = press(
        label!(words, "button-publish-now"),
        PublishButton::Publish(id, version),
    )
    .styled(ButtonStyle::Success);
    let cover = press(label!(words, "button-cover-more"), PublishButton::Cover(id));
    let reasons = press(
        label!(words, "button-keep-back"),
        PublishButton::Reasons(id),
    );
    let take_back = press(
        label!(words, "button-unpublish"),
        PublishButton::TakeBack(id, version),
    );
    match looked.publication.state {
        PublicState::Waiting => vec![
            vec![publish],
            vec![cover, reasons],
            vec![press(
                label!(words, "button-publish-later"),
                PublishButton::Later(id),
            )],
        ],
        PublicState::KeptBack => vec![vec![publish], vec![cover]],
        PublicState::Published => vec![vec![cover], vec![take_back]],
    }
}

/// Nothing waits.
#[must_use]
pub(crate) fn nothing_left(words: Words<'_>, done: Option<Html>) -> Message {
    let left = say!(words, "publish-nothing-left");
    Message::plain(Html::paragraphs(done.into_iter().chain([left])))
}

/// The reasons for not publishing it.
#[must_use]
pub(crate) fn reasons(words: Words<'_>, looked: &Looked<'_>) -> Message {
    let (id, version) = (looked.question.id, looked.publication.version);
    let mut rows: Vec<Vec<InlineButton>> = KeptBack::ALL
        .iter()
        .map(|reason| {
            vec![press(
                reason_name(words, *reason),
                PublishButton::KeepBack(id, version, *reason),
            )]
        })
        .collect();
    rows.push(vec![press(
        label!(words, "button-back"),
        PublishButton::Show(id),
    )]);
    let html = say!(words, "publish-reasons", code = looked.question.code);
    Message::with(html, Keyboard::Inline(rows))
}

/// A reason in words.
#[must_use]
pub(crate) fn reason_name(words: Words<'_>, reason: KeptBack) -> String {
    match reason {
        KeptBack::Person => label!(words, "publish-reason-person"),
        KeptBack::Private => label!(words, "publish-reason-private"),
        KeptBack::Duplicate => label!(words, "publish-reason-duplicate"),
        KeptBack::Unfinished => label!(words, "publish-reason-unfinished"),
    }
}

/// The sentences of question and answer by number: a tap covers one, or shows it again. `asked` and `answered` are as the
/// rules leave them.
#[must_use]
pub(crate) fn cover(words: Words<'_>, looked: &Looked<'_>, asked: &str, answered: &str) -> Message {
    let (id, version) = (looked.question.id, looked.publication.version);
    let covers = &looked.publication.covers;
    let mut blocks = vec![say!(
        words,
        "publish-cover-title",
        code = looked.question.code
    )];
    let mut numbers = Vec::new();
    let mut number: u8 = 0;
    for (title, piece_of) in [
        (say!(words, "publish-asked"), asked),
        (say!(words, "publish-cover-answer"), answered),
    ] {
        let mut lines = vec![title];
        for piece in pieces(piece_of) {
            number += 1;
            let is_covered = covers.iter().any(|words| words == piece);
            let mark = if is_covered { "🙈" } else { "👁" };
            let short = text::truncate_utf16(piece, SHOWN_PIECE);
            lines.push(Html::text(&format!("{mark} {number}. {short}")));
            numbers.push(press(
                format!("{mark} {number}"),
                PublishButton::Toggle(id, version, number),
            ));
        }
        blocks.push(Html::lines(lines));
    }
    let by_words: Vec<&str> = covers
        .iter()
        .map(String::as_str)
        .filter(|words| {
            let all = pieces(asked).into_iter().chain(pieces(answered));
            !all.into_iter().any(|piece| piece == *words)
        })
        .collect();
    if !by_words.is_empty() {
        let list = by_words.join(" · ");
        blocks.push(say!(
            words,
            "publish-cover-words",
            words = text::truncate_utf16(&list, 300)
        ));
    }
    let mut rows: Vec<Vec<InlineButton>> = numbers.chunks(4).map(<[_]>::to_vec).collect();
    rows.push(vec![press(
        label!(words, "button-cover-words"),
        PublishButton::TypeWords(id),
    )]);
    if !covers.is_empty() {
        rows.push(vec![press(
            label!(words, "button-uncover"),
            PublishButton::Uncover(id, version),
        )]);
    }
    rows.push(vec![press(
        label!(words, "button-cover-done"),
        PublishButton::Show(id),
    )]);
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}
