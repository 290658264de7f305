//! The buttons of a card: the first row is always who takes it on; the second what residents are told of; the rest is
//! one tap away on a page of its own, in place of the first.
//!
//! Whoever adds a deed adds one entry to [`more`], made by a function of their own file.

use crate::messages::{Words, assign, keyboard::button, label, listing, template, together};
use crate::{
    chat::{
        button::{Button, CardDeed, CaseButton, TakeButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        body::{Body, BodyKind},
        ids::BodyCode,
        question::{Question, State},
        routing::likely,
    },
};

/// Bodies on one page of the choice where to pass a question on to.
const BODIES_A_PAGE: usize = 20;
/// So many likely ones have a row of their own; the others stand two a row.
const LIKELY: usize = 4;

/// The buttons under the card; `None`: nothing can be done with it here.
#[must_use]
pub(crate) fn first_page(words: Words<'_>, question: &Question) -> Option<Keyboard> {
    let on = |text: String, deed| deed_button(text, question, deed);
    let rows = match question.state {
        State::Received => vec![vec![button(
            label!(words, "button-forward", body = words.body(&question.body)),
            &Button::Take(TakeButton::Forward(question.id)),
        )]],
        State::Forwarded { .. } => vec![
            vec![if question.claimed.is_some() {
                on(label!(words, "button-release"), CardDeed::Release)
            } else {
                on(label!(words, "button-claim"), CardDeed::Claim)
            }],
            vec![
                on(label!(words, "button-transfer"), CardDeed::Transfer),
                on(label!(words, "button-ask-back"), CardDeed::AskBack),
                on(label!(words, "button-return"), CardDeed::Return),
            ],
            vec![on(label!(words, "button-more-deeds"), CardDeed::More)],
        ],
        State::AskedBack { .. } => vec![vec![
            on(label!(words, "button-go-on"), CardDeed::Resume),
            notes(words, question),
        ]],
        State::SentUp { .. } => vec![
            vec![on(label!(words, "button-result-came"), CardDeed::Result)],
            vec![
                on(label!(words, "button-bring-back"), CardDeed::BringBack),
                notes(words, question),
            ],
        ],
        State::SetAside { .. } => vec![vec![
            on(label!(words, "button-work-again"), CardDeed::BringBack),
            notes(words, question),
        ]],
        State::Answered { .. }
        | State::Returned { .. }
        | State::Merged { .. }
        | State::Withdrawn { .. } => return None,
    };
    Some(Keyboard::Inline(rows))
}

/// The other deeds, and the way back. Entries of other subjects stand between ours and the way back, two a row.
#[must_use]
pub(crate) fn more(words: Words<'_>, question: &Question) -> Keyboard {
    let on = |text: String, deed| deed_button(text, question, deed);
    let mut entries = vec![
        on(label!(words, "button-send-up"), CardDeed::SendUp),
        on(label!(words, "button-set-aside"), CardDeed::SetAside),
        on(label!(words, "button-extend"), CardDeed::Extend),
        notes(words, question),
    ];
    entries.extend(entries_of_others(words, question));
    let mut rows: Vec<Vec<InlineButton>> = entries.chunks(2).map(<[_]>::to_vec).collect();
    rows.push(vec![back(words, question)]);
    Keyboard::Inline(rows)
}

/// What other subjects offer on a card, each from its own file: assigning and the phone, templates, nominating.
fn entries_of_others(words: Words<'_>, question: &Question) -> Vec<InlineButton> {
    let mut entries = assign::entries(words, question);
    entries.extend(template::entries(words, question));
    entries.extend(together::entries(words, question));
    entries.extend(listing::entries(words, question));
    let code = question.code.to_string();
    entries.push(InlineButton::copying(
        label!(words, "button-copy-code"),
        code,
    ));
    if let Some(document) = &question.upward {
        let number = document.number.clone();
        entries.push(InlineButton::copying(
            label!(words, "button-copy-document"),
            number,
        ));
    }
    entries
}

/// To whom it could be passed on: one page of it.
#[must_use]
pub(crate) fn bodies(words: Words<'_>, question: &Question, page: u16) -> Keyboard {
    let council = words.council();
    let mut codes: Vec<BodyCode> = likely(council, &question.category, &question.area)
        .into_iter()
        .filter(|body| takes_transfers(body) && body.code != question.body)
        .map(|body| body.code.clone())
        .collect();
    if council.office().is_none() && question.body != BodyCode::office() {
        codes.push(BodyCode::office());
    }
    let last = codes.len().saturating_sub(1) / BODIES_A_PAGE;
    let page = usize::from(page).min(last);
    let shown: Vec<InlineButton> = codes
        .iter()
        .skip(page * BODIES_A_PAGE)
        .take(BODIES_A_PAGE)
        .map(|code| {
            let to = CaseButton::TransferTo(question.id, question.version, code.clone());
            button(words.body(code), &Button::Case(to))
        })
        .collect();
    let (likely, others) = shown.split_at(LIKELY.min(shown.len()));
    let mut rows: Vec<Vec<InlineButton>> = likely.chunks(1).map(<[_]>::to_vec).collect();
    rows.extend(others.chunks(2).map(<[_]>::to_vec));
    let turn = |text: String, to: usize| {
        let to = u16::try_from(to).unwrap_or(0);
        let page = CaseButton::TransferPage(question.id, question.version, to);
        button(text, &Button::Case(page))
    };
    let mut turns = Vec::new();
    if page > 0 {
        turns.push(turn(label!(words, "button-previous-page"), page - 1));
    }
    if page < last {
        turns.push(turn(label!(words, "button-next-page"), page + 1));
    }
    if !turns.is_empty() {
        rows.push(turns);
    }
    rows.push(vec![back(words, question)]);
    Keyboard::Inline(rows)
}

/// Whether questions are passed on to this body. A higher level gets them with a document instead.
#[must_use]
pub(crate) fn takes_transfers(body: &Body) -> bool {
    body.kind != BodyKind::HigherLevel
}

fn back(words: Words<'_>, question: &Question) -> InlineButton {
    deed_button(label!(words, "button-back"), question, CardDeed::Less)
}

fn notes(words: Words<'_>, question: &Question) -> InlineButton {
    button(
        label!(words, "button-notes", count = question.notes),
        &Button::Case(CaseButton::Notes(question.id, 0)),
    )
}

/// A button that does something with the question as it is now.
pub(crate) fn deed_button(text: String, question: &Question, deed: CardDeed) -> InlineButton {
    let does = CaseButton::Card(deed, question.id, question.version);
    button(text, &Button::Case(does))
}
