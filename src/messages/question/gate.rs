//! What somebody reads whose words are no petition: where they belong, and how to go on.

use crate::messages::{
    Html, Message, Words,
    keyboard::{self, button},
    label, say,
};
use crate::{
    chat::{
        button::{Button, QuestionButton},
        outgoing::Keyboard,
    },
    domain::{
        categorise::Kind,
        ids::{AreaCode, LocalText},
        redaction::without_contacts,
        text,
    },
};

/// Thanks longer than this are cut where they are passed on, in UTF-16 units.
const THANKS_TEXT: usize = 2_500;

/// Where words of this kind belong. A petition belongs here.
#[must_use]
pub(crate) fn guidance(words: Words<'_>, kind: Kind) -> Message {
    let contact = &words.council().contact;
    match kind {
        Kind::Emergency => {
            let police = place(words, contact.police.as_ref())
                .map(|at| say!(words, "gate-police-at", place = at));
            let html = say!(words, "gate-emergency");
            insistent(words, Html::paragraphs(std::iter::once(html).chain(police)))
        }
        Kind::Complaint => own_door(words, say!(words, "gate-complaint")),
        Kind::Denunciation => own_door(words, say!(words, "gate-denunciation")),
        Kind::CrimeReport => {
            let police = place(words, contact.police.as_ref())
                .map(|at| say!(words, "gate-police-at", place = at));
            let html = say!(words, "gate-crime");
            insistent(words, Html::paragraphs(std::iter::once(html).chain(police)))
        }
        Kind::Praise => Message::with(
            say!(words, "gate-praise"),
            Keyboard::Inline(vec![
                vec![button(
                    label!(words, "button-pass-thanks"),
                    &Button::Question(QuestionButton::PassThanks),
                )],
                general(words),
            ]),
        ),
        Kind::Spam => insistent(words, say!(words, "gate-spam")),
        Kind::Greeting => insistent(words, say!(words, "gate-greeting")),
        Kind::Petition => Message::with(say!(words, "ask-prompt"), keyboard::home(words)),
    }
}

/// The numbers, and whether somebody is in danger right now: words that may or may not say so wait for the answer.
#[must_use]
pub(crate) fn danger_question(words: Words<'_>) -> Message {
    let html = say!(words, "gate-danger-question");
    whether_danger(words, html, QuestionButton::GeneralPetition)
}

/// The same about words that went into a draft.
#[must_use]
pub(crate) fn danger_in_draft(words: Words<'_>) -> Message {
    let html = say!(words, "gate-danger-in-draft");
    whether_danger(words, html, QuestionButton::NoDanger)
}

fn whether_danger(words: Words<'_>, html: Html, no: QuestionButton) -> Message {
    let yes = button(
        label!(words, "button-danger-now"),
        &Button::Question(QuestionButton::DangerNow),
    );
    let no = button(label!(words, "button-no-danger"), &Button::Question(no));
    Message::with(html, Keyboard::Inline(vec![vec![yes], vec![no]]))
}

/// Complaints and denunciations are received by the citizen reception; without one, by the office.
fn own_door(words: Words<'_>, html: Html) -> Message {
    let contact = &words.council().contact;
    let at = place(words, contact.citizen_reception.as_ref())
        .map(|at| say!(words, "gate-reception-at", place = at))
        .or_else(|| {
            place(words, contact.office.as_ref())
                .map(|at| say!(words, "gate-office-at", place = at))
        })
        .unwrap_or_else(|| say!(words, "gate-reception-unknown"));
    insistent(
        words,
        Html::paragraphs([html, at, say!(words, "gate-else")]),
    )
}

fn place(words: Words<'_>, text: Option<&LocalText>) -> Option<String> {
    text.map(|text| text.in_language(words.language()).to_owned())
}

/// With the way on, for a petition that was taken for something else.
fn insistent(words: Words<'_>, html: Html) -> Message {
    Message::with(html, Keyboard::Inline(vec![general(words)]))
}

fn general(words: Words<'_>) -> Vec<crate::chat::outgoing::InlineButton> {
    vec![button(
        label!(words, "button-general-petition"),
        &Button::Question(QuestionButton::GeneralPetition),
    )]
}

/// A resident's thanks, as the delegation reads them.
#[must_use]
pub(crate) fn thanks_for_group(
    words: Words<'_>,
    area: &AreaCode,
    initials: &str,
    thanks: &str,
) -> Message {
    Message::plain(Html::lines([
        say!(
            words,
            "thanks-for-group",
            area = words.area_in_full(area),
            initials = initials
        ),
        Html::quote(&text::truncate_utf16(
            &without_contacts(thanks),
            THANKS_TEXT,
        )),
    ]))
}
