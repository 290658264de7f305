//! Giving a question to a member of its body, and the phone of its author.

use super::{Html, Message, Words, card, keyboard::button, label, roles::paged, say};
use crate::{
    chat::{
        button::{Button, RoleButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        ids::UserId,
        question::{Question, State},
        redaction::without_contacts,
        text,
    },
};

/// So much of a question an officer reads in private at once; the card has all of it.
const SHOWN_TEXT: usize = 3_000;

/// What a card offers of this subject: give it to somebody, see the phone.
#[must_use]
pub fn entries(words: Words<'_>, question: &Question) -> Vec<InlineButton> {
    let mut entries = Vec::new();
    if matches!(question.state, State::Forwarded { .. }) {
        entries.push(button(
            label!(words, "button-assign"),
            &Button::Role(RoleButton::Assignees(question.id, 0)),
        ));
    }
    if question.state.is_open() {
        entries.push(button(
            label!(words, "button-phone"),
            &Button::Role(RoleButton::ShowPhone(question.id)),
        ));
    }
    entries
}

/// "To whom?"
#[must_use]
pub fn choose(
    words: Words<'_>,
    question: &Question,
    known: &[(UserId, String)],
    page: u16,
) -> Message {
    let mut rows = paged(
        words,
        known,
        page,
        |(user, name)| {
            let name = text::truncate_utf16(name, 40);
            button(name, &Button::Role(RoleButton::Assign(question.id, *user)))
        },
        |page| Button::Role(RoleButton::Assignees(question.id, page)),
    );
    rows.push(vec![button(
        label!(words, "button-close"),
        &Button::Role(RoleButton::Close),
    )]);
    let html = if known.is_empty() {
        say!(words, "assign-nobody", code = question.code)
    } else {
        say!(words, "assign-choose", code = question.code)
    };
    Message::with(html, Keyboard::Inline(rows))
}

/// In place of the list: who has it now, and by whom.
#[must_use]
pub fn assigned(words: Words<'_>, question: &Question, to: &str, by: &str) -> Message {
    Message::plain(say!(
        words,
        "assign-done",
        code = question.code,
        name = to,
        by = by
    ))
}

/// For the member to whom it was given, in private.
#[must_use]
pub fn told_assigned(words: Words<'_>, question: &Question, by: &str) -> Message {
    let head = say!(
        words,
        "assign-told",
        code = question.code,
        by = by,
        body = words.body(&question.body)
    );
    let shown = in_private(words, question);
    Message {
        html: Html::paragraphs([head, shown.html]),
        keyboard: shown.keyboard,
    }
}

/// A question as somebody who acts for its body reads it in private: no name, no phone, as on the card.
#[must_use]
pub fn in_private(words: Words<'_>, question: &Question) -> Message {
    let shown = text::truncate_utf16(&without_contacts(&question.text), SHOWN_TEXT);
    let html = Html::lines([
        say!(
            words,
            "card-head",
            code = question.code,
            category = words.category(&question.category)
        ),
        say!(
            words,
            "card-place",
            area = words.area_in_full(&question.area),
            initials = question.author_initials,
        ),
        Html::quote(&shown),
        say!(words, "card-due", due = words.day(question.due_on)),
        card::state_line(words, question, None),
        say!(words, "desk-hint"),
    ]);
    let claim = match &question.claimed {
        Some(_) => button(
            label!(words, "button-release"),
            &Button::Release(question.id),
        ),
        None => button(label!(words, "button-claim"), &Button::Claim(question.id)),
    };
    let mut rows = Vec::new();
    if matches!(question.state, State::Forwarded { .. }) {
        rows.push(vec![claim]);
    }
    let entries = entries(words, question);
    if !entries.is_empty() {
        rows.push(entries);
    }
    Message {
        html,
        keyboard: (!rows.is_empty()).then_some(Keyboard::Inline(rows)),
    }
}

/// The phone, for the eyes of one officer.
#[must_use]
pub fn phone(words: Words<'_>, question: &Question, phone: &str) -> Message {
    Message::plain(say!(
        words,
        "phone-shown",
        code = question.code,
        initials = question.author_initials,
        phone = phone,
    ))
}
