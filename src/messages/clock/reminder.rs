//! Reminders of what is due, putting them off, and residents who ask how it is getting on.

use jiff::civil::Date;

use crate::messages::{
    Html, Message, Words, catalog::short_day, digest::Links, keyboard::button, label, say,
};
use crate::{
    chat::{
        button::{Button, ClockButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        ids::{BodyCode, UserId},
        question::{
            Question,
            chase::NotNow,
            deadline::{self, Clock, Standing},
            ladder::{MAX_SNOOZE_DAYS, Rung},
        },
        text,
    },
};

/// So many questions stand in one reminder; the others are counted.
pub(crate) const LISTED: usize = 20;
/// So many of them have a button to put them off.
const WITH_BUTTON: usize = 6;
/// A reason longer than this is cut, in UTF-16 units.
const REASON_TEXT: usize = 500;

/// Somebody to be called by name.
pub(crate) type Named<'a> = (UserId, &'a str);

/// One reminder about all that is due at once: how many questions, and the first [`LISTED`] of them.
#[must_use]
pub(crate) fn remind(
    words: Words<'_>,
    rung: Rung,
    body: &BodyCode,
    heads: &[Named<'_>],
    (count, questions): (usize, &[Question]),
    cards: &Links,
    today: Date,
) -> Message {
    let name = words.body(body);
    let mut lines = vec![match rung {
        Rung::Owner => say!(words, "remind-owner", count = count, body = name),
        Rung::Head => say!(words, "remind-head", count = count, body = name),
        Rung::StandingBody => say!(words, "remind-standing-body", count = count),
    }];
    if !heads.is_empty() {
        let names = heads
            .iter()
            .map(|(id, name)| Html::mention(*id, name).into_string());
        lines.push(Html::trusted(names.collect::<Vec<_>>().join(", ")));
    }
    let listed = questions.iter().take(LISTED);
    lines.extend(listed.map(|question| line(words, rung, question, cards, today)));
    if count > LISTED {
        let others = count - LISTED;
        lines.push(say!(words, "remind-more", count = others));
    }
    if rung == Rung::StandingBody {
        return Message::plain(Html::lines(lines));
    }
    lines.push(say!(words, "remind-how"));
    let buttons: Vec<InlineButton> = questions
        .iter()
        .take(WITH_BUTTON)
        .filter(|question| !matches!(clock_of(words, question), Some(Clock::Triage)))
        .map(|question| {
            button(
                label!(words, "button-put-off", code = question.code.to_string()),
                &Button::Clock(ClockButton::PutOff(question.id)),
            )
        })
        .collect();
    if buttons.is_empty() {
        return Message::plain(Html::lines(lines));
    }
    let rows = buttons.chunks(3).map(<[_]>::to_vec).collect();
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

fn clock_of(words: Words<'_>, question: &Question) -> Option<Clock> {
    deadline::deadline(words.council(), question).map(|found| found.clock)
}

fn line(words: Words<'_>, rung: Rung, question: &Question, cards: &Links, today: Date) -> Html {
    let state = standing(words, question, today);
    let category = words.category(&question.category);
    let code = cards.code(question);
    if rung == Rung::StandingBody {
        let body = words.body(&question.body);
        return say!(
            words,
            "remind-line-of-body",
            code = code,
            category = category,
            state = state,
            body = body
        );
    }
    match (&question.claimed, rung) {
        (Some(claim), Rung::Owner) => say!(
            words,
            "remind-line-claimed",
            code = code,
            category = category,
            state = state,
            name = Html::mention(claim.by, &claim.name)
        ),
        _ => say!(
            words,
            "remind-line",
            code = code,
            category = category,
            state = state
        ),
    }
}

/// "còn 3 ngày làm việc", "quá hạn 2 ngày làm việc"; with what is due, where it is not an answer.
#[must_use]
pub(crate) fn standing(words: Words<'_>, question: &Question, today: Date) -> String {
    let state = match deadline::standing(words.council(), question, today) {
        Standing::InTime(left) | Standing::DueSoon(left) if left > 0 => {
            label!(words, "standing-left", days = i64::from(left))
        }
        Standing::InTime(_) | Standing::DueSoon(_) => label!(words, "standing-today"),
        Standing::Overdue(days) if days > 0 => {
            label!(words, "standing-overdue", days = i64::from(days))
        }
        Standing::Overdue(_) => label!(words, "standing-just-overdue"),
        Standing::Stopped => label!(words, "standing-stopped"),
        Standing::Done => label!(words, "standing-done"),
    };
    match clock_of(words, question) {
        Some(Clock::Triage) => label!(words, "standing-of-triage", state = state),
        Some(Clock::Promise) => label!(words, "standing-of-promise", state = state),
        Some(Clock::Redo) => label!(words, "standing-of-redo", state = state),
        Some(Clock::Answer) | None => state,
    }
}

/// Why, and until when?
#[must_use]
pub(crate) fn ask_why(words: Words<'_>, question: &Question, example: Date) -> Html {
    say!(
        words,
        "put-off-ask",
        code = question.code,
        day = short_day(example)
    )
}

/// The words end in no day.
#[must_use]
pub(crate) fn unreadable(words: Words<'_>, question: &Question, example: Date) -> Html {
    say!(
        words,
        "put-off-unreadable",
        code = question.code,
        day = short_day(example)
    )
}

/// The day has passed or is too far away.
#[must_use]
pub(crate) fn too_far(words: Words<'_>) -> Html {
    say!(words, "put-off-too-far", days = i64::from(MAX_SNOOZE_DAYS))
}

/// Under the card: reminders are put off.
#[must_use]
pub(crate) fn put_off(
    words: Words<'_>,
    question: &Question,
    name: &str,
    reason: &str,
    until: Date,
) -> Message {
    let reason = text::truncate_utf16(reason, REASON_TEXT);
    Message::plain(say!(
        words,
        "put-off-done",
        code = question.code,
        name = name,
        reason = reason,
        day = words.day(until)
    ))
}

/// Under the card: its author asks.
#[must_use]
pub(crate) fn chased(words: Words<'_>, question: &Question, today: Date) -> Message {
    Message::plain(say!(
        words,
        "chase-card",
        code = question.code,
        state = standing(words, question, today)
    ))
}

/// To its author: passed on, and when they may ask again.
#[must_use]
pub(crate) fn chase_passed_on(words: Words<'_>, question: &Question, again: Date) -> Message {
    Message::plain(say!(
        words,
        "chase-done",
        code = question.code,
        body = words.body(&question.body),
        day = words.day(again)
    ))
}

/// To its author: not now, and why.
#[must_use]
pub(crate) fn not_now(words: Words<'_>, question: &Question, why: NotNow) -> String {
    match why {
        NotNow::From(day) => label!(
            words,
            "chase-too-early",
            day = short_day(day),
            due = short_day(question.due_on)
        ),
        NotNow::WaitsForResident => label!(words, "chase-waits-for-you"),
        NotNow::Closed => label!(words, "chase-closed"),
    }
}

/// "Hỏi thăm".
#[must_use]
pub(crate) fn chase_button(words: Words<'_>, question: &Question) -> InlineButton {
    button(
        label!(words, "button-chase"),
        &Button::Clock(ClockButton::Chase(question.id)),
    )
}
