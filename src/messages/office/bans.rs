//! Who may not use the bot for a while: the list of administrators, and what is told to whom.

use crate::{
    chat::{
        button::{Button, RoleButton},
        outgoing::Keyboard,
    },
    domain::ban::Ban,
    messages::{Html, Message, Words, keyboard::button, label, say},
};

/// More would be no list any more; whoever falls out of it is banned all the same.
const SHOWN: usize = 20;

/// Who is banned, with a button each that ends it. Nobody is named: a number tells them apart.
#[must_use]
pub(crate) fn list(words: Words<'_>, running: &[Ban]) -> Message {
    let close = vec![button(
        label!(words, "button-close"),
        &Button::Role(RoleButton::Close),
    )];
    if running.is_empty() {
        let html = Html::paragraphs([say!(words, "bans-none"), say!(words, "ban-how")]);
        return Message::with(html, Keyboard::Inline(vec![close]));
    }
    let mut blocks = vec![say!(words, "bans-title")];
    let mut rows = Vec::new();
    for (ban, number) in running.iter().take(SHOWN).zip(1_u32..) {
        blocks.push(line(words, ban, number));
        let end = Button::Role(RoleButton::Unban(ban.user));
        let name = label!(words, "button-unban", number = number);
        rows.push(vec![button(name, &end)]);
    }
    rows.push(close);
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}

fn line(words: Words<'_>, ban: &Ban, number: u32) -> Html {
    let how = if ban.is_silent { "silent" } else { "told" };
    let line = say!(
        words,
        "ban-line",
        number = number,
        until = words.moment(ban.ends_at),
        how = how,
        reason = short(&ban.reason)
    );
    match &ban.appeal {
        Some(appeal) => Html::lines([line, Html::quote(&short(appeal))]),
        None => line,
    }
}

/// Twenty of them, with what is said against them, fit into one message.
fn short(text: &str) -> String {
    crate::domain::text::truncate_utf16(text, 70)
}

/// For whoever is banned.
#[must_use]
pub(crate) fn told(words: Words<'_>, ban: &Ban) -> Message {
    Message::plain(say!(
        words,
        "ban-told",
        until = words.moment(ban.ends_at),
        reason = ban.reason.as_str()
    ))
}

/// For the office: somebody says something against their ban.
#[must_use]
pub(crate) fn appealed(words: Words<'_>, ban: &Ban, appeal: &str) -> Message {
    let end = Button::Role(RoleButton::Unban(ban.user));
    let row = vec![button(label!(words, "button-unban-now"), &end)];
    let html = Html::lines([
        say!(
            words,
            "ban-appeal-office",
            until = words.moment(ban.ends_at),
            reason = ban.reason.as_str()
        ),
        Html::quote(appeal),
    ]);
    Message::with(html, Keyboard::Inline(vec![row]))
}
