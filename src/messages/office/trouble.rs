//! What could not be done: the list for the office, with what becomes of each; what the office is told of the operator's
//! side.

use crate::{
    chat::{
        button::{Button, RoleButton},
        outgoing::Keyboard,
    },
    domain::{
        text,
        trouble::{Remedy, Stuck, Trouble},
    },
    messages::{Html, Message, Words, keyboard::button, label, say},
};

use jiff::Timestamp;

/// So many are shown at once; the next ones follow when these are settled.
pub(crate) const SHOWN: usize = 8;

/// What the program said, as far as it fits on two lines of a phone.
const WHY: usize = 120;

/// What is stuck, oldest first, with two buttons each, and so many rounds that rest; `count` in all.
#[must_use]
pub(crate) fn list(words: Words<'_>, (stuck, rounds): (&[Stuck], usize), count: usize) -> Message {
    let close = vec![button(
        label!(words, "button-close"),
        &Button::Role(RoleButton::Close),
    )];
    if count == 0 {
        let html = say!(words, "troubles-none");
        return Message::with(html, Keyboard::Inline(vec![close]));
    }
    let mut blocks = vec![say!(words, "troubles-title", count = count)];
    let mut rows = Vec::new();
    let is_any_held = stuck.iter().any(|one| one.is_held);
    if is_any_held {
        blocks.push(say!(words, "troubles-held"));
    }
    if rounds > 0 {
        blocks.push(say!(words, "troubles-rounds-held", count = rounds));
    }
    if is_any_held || rounds > 0 {
        let all = |key: String, how| button(key, &Button::Role(RoleButton::SettleHeld(how)));
        rows.push(vec![
            all(label!(words, "button-held-send"), Remedy::Again),
            all(label!(words, "button-held-drop"), Remedy::GivenUp),
        ]);
    }
    for one in stuck.iter().filter(|one| !one.is_held) {
        blocks.push(line(words, one));
        let settle = |how| Button::Role(RoleButton::Settle(one.what, how, one.number));
        rows.push(vec![
            button(
                label!(words, "button-trouble-again", number = one.number),
                &settle(Remedy::Again),
            ),
            button(
                label!(words, "button-trouble-drop", number = one.number),
                &settle(Remedy::GivenUp),
            ),
        ]);
    }
    rows.push(close);
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}

fn line(words: Words<'_>, one: &Stuck) -> Html {
    let what = match one.what {
        Trouble::Update => "update",
        Trouble::Message | Trouble::Round => "message",
    };
    say!(
        words,
        "trouble-line",
        what = what,
        number = one.number,
        since = words.moment(one.since),
        why = text::truncate_utf16(&one.why, WHY)
    )
}

/// For the office: an update could not be handled, with the way to the list.
#[must_use]
pub(crate) fn update_aside(words: Words<'_>, number: i64) -> Message {
    with_list(words, say!(words, "update-aside-office", number = number))
}

/// For the office: Telegram did not take a message.
#[must_use]
pub(crate) fn message_refused(words: Words<'_>, place: &str, why: &str, number: i64) -> Message {
    with_list(
        words,
        say!(
            words,
            "message-refused-office",
            place = place,
            why = why,
            number = number
        ),
    )
}

/// For the office: a backup was put back at this time, which knows what was done until then, and so many messages and rounds
/// wait for a decision.
#[must_use]
pub(crate) fn restored(
    words: Words<'_>,
    (at, until): (Timestamp, Option<Timestamp>),
    (held, rounds): (usize, usize),
) -> Message {
    let mut told = vec![match until {
        Some(until) => say!(
            words,
            "restored-office-until",
            at = words.moment(at),
            until = words.moment(until)
        ),
        None => say!(words, "restored-office", at = words.moment(at)),
    }];
    if held > 0 {
        told.push(say!(words, "restored-held", held = held));
    }
    if rounds > 0 {
        told.push(say!(words, "restored-rounds", rounds = rounds));
    }
    let html = Html::paragraphs(told);
    if held + rounds == 0 {
        return Message::plain(html);
    }
    with_list(words, html)
}

/// For the office: Telegram could not be reached for so long.
#[must_use]
pub(crate) fn reached_again(words: Words<'_>, since: Timestamp, until: Timestamp) -> Message {
    Message::plain(say!(
        words,
        "telegram-back-office",
        since = words.moment(since),
        until = words.moment(until)
    ))
}

/// For the office: tonight's backup failed.
#[must_use]
pub(crate) fn backup_failed(words: Words<'_>, is_disk_full: bool) -> Message {
    Message::plain(if is_disk_full {
        say!(words, "backup-failed-full-office")
    } else {
        say!(words, "backup-failed-office")
    })
}

fn with_list(words: Words<'_>, html: Html) -> Message {
    let row = vec![button(
        label!(words, "button-troubles"),
        &Button::Role(RoleButton::Troubles),
    )];
    Message::with(html, Keyboard::Inline(vec![row]))
}
