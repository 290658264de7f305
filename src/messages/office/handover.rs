//! Handing over what a member had open: who takes it, and the bundle with the full texts. No names, no phones.

use crate::messages::{
    Html, Message, Words, catalog::short_day, html::MAX_MESSAGE, keyboard::button, label,
    roles::paged, say,
};
use crate::{
    chat::{
        button::{Button, RoleButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        ids::{BodyCode, UserId},
        question::Question,
        text,
    },
};

/// So much of a question's text stands in one block of the bundle.
const BLOCK_TEXT: usize = 3_000;
/// So many codes are named in the group; the others are counted.
const NAMED: usize = 20;

/// "Whose questions?"
#[must_use]
pub(crate) fn choose_from(
    words: Words<'_>,
    body: &BodyCode,
    members: &[(UserId, String, u32)],
) -> Message {
    let mut rows: Vec<Vec<InlineButton>> = members
        .iter()
        .take(50)
        .map(|(user, name, count)| {
            let count = *count;
            let name = text::truncate_utf16(name, 40);
            let from = RoleButton::HandoverFrom(*user, 0, body.clone());
            let words = label!(words, "handover-member", name = name, count = count);
            vec![button(words, &Button::Role(from))]
        })
        .collect();
    rows.push(vec![close(words)]);
    let html = if members.is_empty() {
        say!(words, "handover-nothing", body = words.body(body))
    } else {
        say!(words, "handover-choose-from", body = words.body(body))
    };
    Message::with(html, Keyboard::Inline(rows))
}

/// "To whom?"
#[must_use]
pub(crate) fn choose_heir(
    words: Words<'_>,
    body: &BodyCode,
    from: (UserId, &str),
    count: usize,
    known: &[(UserId, String)],
    page: u16,
) -> Message {
    let mut rows = paged(
        words,
        known,
        page,
        |(user, name)| {
            let to = RoleButton::HandoverTo(from.0, *user, body.clone());
            button(text::truncate_utf16(name, 40), &Button::Role(to))
        },
        |page| Button::Role(RoleButton::HandoverFrom(from.0, page, body.clone())),
    );
    rows.push(vec![close(words)]);
    let html = if known.is_empty() {
        say!(words, "handover-nobody", name = from.1)
    } else {
        say!(words, "handover-choose-to", name = from.1, count = count)
    };
    Message::with(html, Keyboard::Inline(rows))
}

fn close(words: Words<'_>) -> InlineButton {
    button(
        label!(words, "button-close"),
        &Button::Role(RoleButton::Close),
    )
}

/// What the group reads: whose questions are whose now.
#[must_use]
pub(crate) fn notice(
    words: Words<'_>,
    from: &str,
    to: Option<&str>,
    questions: &[Question],
) -> Html {
    let codes: Vec<String> = questions
        .iter()
        .take(NAMED)
        .map(|question| question.code.to_string())
        .collect();
    let mut codes = codes.join(", ");
    if questions.len() > NAMED {
        codes.push_str(", …");
    }
    let count = questions.len();
    match to {
        Some(to) => say!(
            words,
            "handover-notice",
            from = from,
            to = to,
            count = count,
            codes = codes
        ),
        None => say!(
            words,
            "handover-notice-free",
            from = from,
            count = count,
            codes = codes
        ),
    }
}

/// Every question in full, in as few messages as hold them.
#[must_use]
pub(crate) fn bundle(words: Words<'_>, from: &str, questions: &[Question]) -> Vec<Message> {
    let mut blocks = vec![say!(
        words,
        "handover-bundle",
        name = from,
        count = questions.len()
    )];
    for (at, question) in questions.iter().enumerate() {
        blocks.extend(in_full(words, at + 1, question));
    }
    pack(blocks)
}

fn in_full(words: Words<'_>, number: usize, question: &Question) -> Vec<Html> {
    let head = say!(
        words,
        "handover-item",
        number = number,
        code = question.code,
        category = words.category(&question.category),
        area = words.area_in_full(&question.area),
        due = short_day(question.due_on),
    );
    let said = question.text_on_card();
    let mut parts = text::split_utf16(&said, BLOCK_TEXT).into_iter();
    let first = parts.next().unwrap_or_default();
    let mut blocks = vec![Html::lines([head, Html::quote(&first)])];
    blocks.extend(parts.map(|part| Html::quote(&part)));
    blocks
}

/// Blocks into messages, without cutting a block.
fn pack(blocks: Vec<Html>) -> Vec<Message> {
    let mut messages = Vec::new();
    let mut page: Vec<Html> = Vec::new();
    let mut length = 0;
    for block in blocks {
        let size = block.visible_len() + 2;
        if length + size > MAX_MESSAGE && !page.is_empty() {
            messages.push(Message::plain(Html::paragraphs(std::mem::take(&mut page))));
            length = 0;
        }
        length += size;
        page.push(block);
    }
    if !page.is_empty() {
        messages.push(Message::plain(Html::paragraphs(page)));
    }
    messages
}
