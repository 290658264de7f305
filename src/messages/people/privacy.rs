//! What becomes of one's data: taking the consent back, being forgotten, taking that back.

use jiff::Timestamp;

use crate::chat::{
    button::{Button, DataButton},
    outgoing::{InlineButton, Keyboard},
};
use crate::messages::{Html, Message, Words, keyboard::button, label, say};

fn row(label: String, means: DataButton) -> Vec<InlineButton> {
    vec![button(label, &Button::Data(means))]
}

/// `/xoadulieu`: what one can do.
#[must_use]
pub(crate) fn choices(words: Words<'_>, has_consent: bool, has_role: bool) -> Message {
    let mut blocks = vec![say!(words, "privacy-choices")];
    if has_role {
        blocks.push(say!(words, "privacy-role"));
    }
    let mut rows = vec![row(label!(words, "button-my-data"), DataButton::Mine)];
    if has_consent {
        rows.push(row(
            label!(words, "button-withdraw-consent"),
            DataButton::Withdraw,
        ));
    }
    rows.push(row(label!(words, "button-erase"), DataButton::Erase));
    rows.push(row(label!(words, "button-ask-office"), DataButton::Ask));
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}

/// Taking the consent back: what that means.
#[must_use]
pub(crate) fn ask_withdrawal(words: Words<'_>) -> Message {
    let rows = vec![
        row(
            label!(words, "button-withdraw-consent-now"),
            DataButton::WithdrawNow,
        ),
        row(label!(words, "button-privacy-back"), DataButton::Open),
    ];
    Message::with(
        say!(words, "consent-ask-withdrawal"),
        Keyboard::Inline(rows),
    )
}

/// Being forgotten: what goes, what stays and why, and two ways.
#[must_use]
pub(crate) fn ask_erasure(words: Words<'_>, days: u16) -> Message {
    let rows = vec![
        row(label!(words, "button-erase-all"), DataButton::EraseAll),
        row(
            label!(words, "button-erase-but-matter"),
            DataButton::EraseButMatter,
        ),
        row(label!(words, "button-privacy-back"), DataButton::Open),
    ];
    Message::with(
        say!(words, "erasure-ask", days = days),
        Keyboard::Inline(rows),
    )
}

/// It will be done, and can be taken back until then.
#[must_use]
pub(crate) fn pending(words: Words<'_>, due_at: Timestamp) -> Message {
    let rows = vec![
        row(
            label!(words, "button-erasure-take-back"),
            DataButton::TakeBack,
        ),
        row(label!(words, "button-my-data"), DataButton::Mine),
    ];
    let html = say!(words, "erasure-pending", time = words.moment(due_at));
    Message::with(html, Keyboard::Inline(rows))
}
