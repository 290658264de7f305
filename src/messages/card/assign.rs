//! Giving a question to a member of its body, and the phone of its author.

use crate::messages::{
    Html, Message, Words, card,
    keyboard::button,
    label,
    lines::{card_head, gist},
    roles::paged,
    say,
};
use crate::{
    chat::{
        button::{Button, RoleButton, TakeButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        council::PhoneFor,
        ids::UserId,
        question::{Question, State},
        text,
    },
};

/// So much of a question an officer reads in private at once; the card has all of it.
const SHOWN_TEXT: usize = 3_000;
/// So much of what was written stands in one message, in UTF-16 units.
const WRITTEN_TEXT: usize = 3_500;

/// What a card offers of this subject: give it to somebody, see the phone.
#[must_use]
pub(crate) fn entries(words: Words<'_>, question: &Question) -> Vec<InlineButton> {
    let mut entries = Vec::new();
    if matches!(question.state, State::Forwarded { .. }) {
        entries.push(button(
            label!(words, "button-assign"),
            &Button::Role(RoleButton::Assignees(question.id, 0)),
        ));
    }
    let council = words.council();
    let is_office = council.office_code() == question.body;
    if question.state.is_open() && (is_office || council.rules.phone_for == PhoneFor::Body) {
        entries.push(button(
            label!(words, "button-phone"),
            &Button::Role(RoleButton::ShowPhone(question.id)),
        ));
    }
    if question.text_on_card() != question.text {
        entries.push(button(
            label!(words, "button-words"),
            &Button::Role(RoleButton::ShowWords(question.id)),
        ));
    }
    entries
}

/// "To whom?"
#[must_use]
pub(crate) fn choose(
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
pub(crate) fn assigned(words: Words<'_>, question: &Question, to: &str, by: &str) -> Message {
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
pub(crate) fn told_assigned(words: Words<'_>, question: &Question, by: &str) -> Message {
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
pub(crate) fn in_private(words: Words<'_>, question: &Question) -> Message {
    let shown = gist(&question.text_on_card(), SHOWN_TEXT);
    let html = Html::lines([
        card_head(words, question),
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
            &Button::Take(TakeButton::Release(question.id)),
        ),
        None => button(
            label!(words, "button-claim"),
            &Button::Take(TakeButton::Claim(question.id)),
        ),
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

/// The words as they were written, for the eyes of one officer.
#[must_use]
pub(crate) fn as_written(words: Words<'_>, question: &Question) -> Vec<Message> {
    let head = say!(
        words,
        "words-shown",
        code = question.code,
        initials = question.author_initials,
    );
    let mut parts = text::split_utf16(&question.text, WRITTEN_TEXT).into_iter();
    let first = Html::quote(&parts.next().unwrap_or_default());
    let mut messages = vec![Message::plain(Html::lines([head, first]))];
    messages.extend(parts.map(|part| Message::plain(Html::quote(&part))));
    messages
}

/// The phone, for the eyes of one officer.
#[must_use]
pub(crate) fn phone(words: Words<'_>, question: &Question, phone: &str) -> Message {
    Message::plain(say!(
        words,
        "phone-shown",
        code = question.code,
        initials = question.author_initials,
        phone = phone,
    ))
}
