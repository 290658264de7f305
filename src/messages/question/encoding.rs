//! What somebody reads whose words came in an old encoding.

use crate::{
    chat::{
        button::{Button, QuestionButton},
        outgoing::Keyboard,
    },
    domain::text,
    messages::{Html, Message, Words, keyboard::button, label, say},
};

/// So much of the words is shown, in UTF-16 units.
const SHOWN_TEXT: usize = 3_000;

/// "Did you write: …?"
#[must_use]
pub(crate) fn ask(words: Words<'_>, meant: &str) -> Message {
    let rows = vec![
        vec![button(
            label!(words, "button-meant-so"),
            &Button::Question(QuestionButton::MeantSo),
        )],
        vec![button(
            label!(words, "button-keep-as-written"),
            &Button::Question(QuestionButton::KeepAsWritten),
        )],
    ];
    let html = Html::lines([say!(words, "encoding-ask"), shown(meant)]);
    Message::with(html, Keyboard::Inline(rows))
}

/// An edited message is read like this.
#[must_use]
pub(crate) fn read_as(words: Words<'_>, meant: &str) -> Message {
    let html = [
        say!(words, "encoding-read-as"),
        shown(meant),
        say!(words, "encoding-edit-again"),
    ];
    Message::plain(Html::lines(html))
}

/// In its place once it is settled.
#[must_use]
pub(crate) fn settled(words: Words<'_>, chosen: &str) -> Message {
    Message::plain(Html::lines([
        say!(words, "encoding-settled"),
        shown(chosen),
    ]))
}

fn shown(words: &str) -> Html {
    Html::quote(&text::truncate_utf16(&text::clean(words), SHOWN_TEXT))
}
