//! What somebody reads who opens the link on a printed receipt. Nothing of the question is told before the proof.

use crate::messages::{Html, Message, Words, keyboard, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, PersonButton, ProxyButton},
        outgoing::Keyboard,
    },
    domain::{code::QuestionCode, question::Question},
};

/// Two ways to prove that one holds the paper.
#[must_use]
pub(crate) fn offer(words: Words<'_>, code: QuestionCode) -> Message {
    let rows = vec![
        vec![button(
            label!(words, "button-type-slip"),
            &Button::Proxy(ProxyButton::TypeSlip(code)),
        )],
        vec![button(
            label!(words, "button-prove-phone"),
            &Button::Proxy(ProxyButton::ProvePhone(code)),
        )],
        vec![button(
            label!(words, "button-cancel"),
            &Button::Person(PersonButton::Cancel),
        )],
    ];
    Message::with(
        say!(words, "follow-offer", code = code),
        Keyboard::Inline(rows),
    )
}

/// "Type the eight signs."
#[must_use]
pub(crate) fn ask_slip(words: Words<'_>, code: QuestionCode) -> Message {
    let leave = button(
        label!(words, "button-cancel"),
        &Button::Person(PersonButton::Cancel),
    );
    Message::with(
        say!(words, "follow-ask-slip", code = code),
        Keyboard::Inline(vec![vec![leave]]),
    )
}

/// "Share your own number": the keyboard at the bottom offers it.
#[must_use]
pub(crate) fn ask_phone(words: Words<'_>, code: QuestionCode) -> Message {
    let keyboard = Keyboard::Contact {
        share: label!(words, "button-share-phone-to-follow"),
        back: label!(words, "button-back"),
    };
    Message::with(say!(words, "follow-ask-phone", code = code), keyboard)
}

/// Whether a text is the button that leads back.
#[must_use]
pub(crate) fn leads_back(words: Words<'_>, typed: &str) -> bool {
    typed == label!(words, "button-back")
}

/// A sentence, with the home keyboard in the place of the one that offers the contact.
#[must_use]
pub(crate) fn back_home(words: Words<'_>, html: Html) -> Message {
    Message::with(html, keyboard::home(words))
}

/// The person is the author from now on.
#[must_use]
pub(crate) fn followed(words: Words<'_>, question: &Question) -> Message {
    Message::with(
        say!(words, "follow-done", code = question.code),
        keyboard::home(words),
    )
}

/// A speaker reads under which code the opinion was recorded.
#[must_use]
pub(crate) fn opinion_recorded(words: Words<'_>, question: &Question) -> Html {
    let meeting = question.meeting.as_ref().map_or("", |code| code.as_str());
    say!(
        words,
        "opinion-recorded",
        code = question.code,
        meeting = meeting
    )
}
