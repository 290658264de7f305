//! Calling back: the one to call next, what was heard of all of them.

use crate::messages::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, ClockButton, RoleButton},
        outgoing::Keyboard,
    },
    domain::{
        answer::call_back::Heard, ids::CallBackId, keyword::Keyword as _, question::Question, text,
    },
};

/// So much of question and answer is shown.
const SHOWN: usize = 900;

/// 2026-11 as people write it: 11/2026.
#[must_use]
pub(crate) fn month_in_words(month: &str) -> String {
    month.split_once('-').map_or_else(
        || month.to_owned(),
        |(year, month)| format!("{month}/{year}"),
    )
}

/// The one to call next, with the telephone and what may be heard.
#[must_use]
pub(crate) fn one(
    words: Words<'_>,
    (id, left, all): (CallBackId, usize, usize),
    (question, answer): (&Question, &str),
    has_phone: bool,
) -> Message {
    let shown = |said: &str| Html::quote(&text::truncate_utf16(said, SHOWN));
    let at = all + 1 - left;
    let mut lines = vec![
        say!(
            words,
            "call-back-one",
            code = question.code,
            at = at,
            all = all
        ),
        shown(&question.text_on_card()),
        say!(
            words,
            "call-back-answered",
            body = words.body(&question.body)
        ),
        shown(answer),
    ];
    lines.push(if has_phone {
        say!(words, "call-back-how")
    } else {
        say!(words, "call-back-no-phone")
    });
    let heard = |heard: Heard| {
        let label = label!(words, "button-heard", heard = heard.as_str());
        button(label, &Button::Clock(ClockButton::CalledBack(id, heard)))
    };
    let mut rows = Vec::new();
    if has_phone {
        rows.push(vec![button(
            label!(words, "button-phone"),
            &Button::Role(RoleButton::ShowPhone(question.id)),
        )]);
    }
    rows.push(vec![heard(Heard::Content), heard(Heard::NotContent)]);
    rows.push(vec![heard(Heard::NotDone), heard(Heard::Unreachable)]);
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

/// Everybody was called: what was heard, with what it is a share of.
#[must_use]
pub(crate) fn all(words: Words<'_>, month: &str, drawn: usize, heard: &[Heard]) -> Message {
    let month = month_in_words(month);
    if drawn == 0 {
        return Message::plain(say!(words, "call-back-none", month = month));
    }
    let mut lines = vec![say!(words, "call-back-done", month = month)];
    lines.extend(counted(words, drawn, heard));
    Message::plain(Html::lines(lines))
}

/// "Hài lòng: 5/8", of those who were reached; who was not, of all that were drawn.
#[must_use]
pub(crate) fn counted(words: Words<'_>, drawn: usize, heard: &[Heard]) -> Vec<Html> {
    let of = |wanted: Heard| heard.iter().filter(|one| **one == wanted).count();
    let reached = heard.len() - of(Heard::Unreachable);
    let mut lines = vec![say!(
        words,
        "call-back-reached",
        reached = reached,
        called = heard.len(),
        drawn = drawn
    )];
    lines.extend(
        [Heard::Content, Heard::NotContent, Heard::NotDone].map(|one| {
            let name = label!(words, "button-heard", heard = one.as_str());
            say!(
                words,
                "call-back-share",
                name = name,
                count = of(one),
                reached = reached
            )
        }),
    );
    lines
}

/// For the office: somebody is to be called.
#[must_use]
pub(crate) fn announced(words: Words<'_>, month: &str, drawn: usize) -> Message {
    Message::plain(say!(
        words,
        "call-back-announced",
        month = month_in_words(month),
        count = drawn
    ))
}
