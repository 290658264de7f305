//! What stands under a message that asks somebody for words: ready-made words and days, and the way out.

use jiff::{ToSpan, civil::Date};

use crate::messages::{Html, Words, catalog::short_day, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, WaitingButton},
        outgoing::InlineButton,
    },
    domain::{
        ids::{PromptId, UserId},
        prompt::{AnsweringPrompt, CasePrompt, ClockPrompt, Prompt},
        said_day,
    },
};

/// What is asked in a group, with the name of whoever is asked in front. A bot hears nothing in a group but replies to it, so words
/// that do not say so are followed by how to answer.
#[must_use]
pub(crate) fn in_group(words: Words<'_>, (user, name): (UserId, &str), asked: Html) -> Html {
    let says_how = asked.as_str().to_lowercase().contains("reply");
    let how = (!says_how).then(|| say!(words, "prompt-how"));
    Html::lines([Html::mention(user, name), asked].into_iter().chain(how))
}

/// The buttons. `after`: a day is wanted, later than this one; `chosen`: which of the ready-made words go with it.
#[must_use]
pub(crate) fn rows(
    words: Words<'_>,
    id: PromptId,
    prompt: &Prompt,
    after: Option<Date>,
    chosen: u8,
) -> Vec<Vec<InlineButton>> {
    let waiting = |text: String, means| button(text, &Button::Waiting(means));
    let ready = ready(words, prompt);
    let mut rows = Vec::new();
    for (number, (name, _)) in (0_u8..).zip(&ready) {
        let name = match (after, number == chosen) {
            (None, _) => name.clone(),
            (Some(_), true) => format!("● {name}"),
            (Some(_), false) => format!("○ {name}"),
        };
        rows.push(vec![waiting(name, WaitingButton::Say(id, number))]);
    }
    if let Some(after) = after {
        let days = days(words, prompt, after).into_iter().map(|(name, day)| {
            waiting(
                name,
                WaitingButton::Day(id, said_day::number_of(day), chosen),
            )
        });
        let days: Vec<InlineButton> = days.collect();
        rows.extend(days.chunks(2).map(<[_]>::to_vec));
    }
    rows.push(vec![waiting(
        label!(words, "button-cancel"),
        WaitingButton::Leave(id),
    )]);
    rows
}

/// What pressing one of them says, as if it had been typed.
#[must_use]
pub(crate) fn said(
    words: Words<'_>,
    prompt: &Prompt,
    number: u8,
    day: Option<Date>,
) -> Option<String> {
    let ready = ready(words, prompt);
    let sentence = ready
        .get(usize::from(number))
        .map(|(_, sentence)| sentence.clone());
    match (sentence, day) {
        (Some(sentence), Some(day)) => {
            let day = format!("{}/{}/{}", day.day(), day.month(), day.year());
            let between = if matches!(prompt, Prompt::Case(_)) {
                "; "
            } else {
                " "
            };
            Some(format!("{sentence}{between}{day}"))
        }
        (None, Some(day)) => Some(format!("{}/{}/{}", day.day(), day.month(), day.year())),
        (sentence, None) => sentence,
    }
}

/// Whether ready-made words are only half of what is asked for: a day is the other.
#[must_use]
pub(crate) fn wants_day_too(prompt: &Prompt) -> bool {
    matches!(
        prompt,
        Prompt::Case(CasePrompt::Extend { .. } | CasePrompt::SetAside { .. })
            | Prompt::Clock(ClockPrompt::PutOff)
            | Prompt::Answering(AnsweringPrompt::Postpone(_))
    )
}

/// Ready-made words: what the button says, and the sentence.
fn ready(words: Words<'_>, prompt: &Prompt) -> Vec<(String, String)> {
    match prompt {
        Prompt::Case(CasePrompt::AskBack { .. }) => vec![
            (
                label!(words, "button-ask-where"),
                label!(words, "say-ask-where"),
            ),
            (
                label!(words, "button-ask-since"),
                label!(words, "say-ask-since"),
            ),
            (
                label!(words, "button-ask-photo"),
                label!(words, "say-ask-photo"),
            ),
        ],
        Prompt::Case(CasePrompt::Transfer { to, .. }) => {
            let body = words.body(to);
            vec![
                (
                    label!(words, "button-why-competent"),
                    label!(words, "say-why-competent", body = body.clone()),
                ),
                (
                    label!(words, "button-why-place"),
                    label!(words, "say-why-place", body = body.clone()),
                ),
                (
                    label!(words, "button-why-knowledge"),
                    label!(words, "say-why-knowledge", body = body),
                ),
            ]
        }
        Prompt::Case(CasePrompt::Extend { .. }) => vec![
            (
                label!(words, "button-why-checking"),
                label!(words, "say-why-checking"),
            ),
            (
                label!(words, "button-why-others"),
                label!(words, "say-why-others"),
            ),
            (
                label!(words, "button-why-money"),
                label!(words, "say-why-money"),
            ),
        ],
        Prompt::Case(CasePrompt::SetAside { .. }) => vec![
            (
                label!(words, "button-why-money"),
                label!(words, "say-why-money"),
            ),
            (
                label!(words, "button-why-plan"),
                label!(words, "say-why-plan"),
            ),
            (
                label!(words, "button-why-above"),
                label!(words, "say-why-above"),
            ),
        ],
        Prompt::Clock(ClockPrompt::PutOff) | Prompt::Answering(AnsweringPrompt::Postpone(_)) => {
            vec![(
                label!(words, "button-why-others"),
                label!(words, "say-why-others"),
            )]
        }
        Prompt::Case(CasePrompt::SendUp { .. } | CasePrompt::EnterReply { .. })
        | Prompt::Clock(ClockPrompt::Issue(_))
        | Prompt::Answering(_)
        | Prompt::Triage(_)
        | Prompt::Proxy(_)
        | Prompt::Meeting(_)
        | Prompt::Data(_)
        | Prompt::Broadcast(_)
        | Prompt::Consult(_) => Vec::new(),
    }
}

/// Days that people choose most, with what their buttons say.
fn days(words: Words<'_>, prompt: &Prompt, after: Date) -> Vec<(String, Date)> {
    let plus = |days: i32| {
        let day = after.saturating_add(days.days());
        (
            label!(words, "button-day-plus", days = days, day = short_day(day)),
            day,
        )
    };
    let month = |months: i32| {
        let first = after.first_of_month().saturating_add(months.months());
        let day = first.last_of_month();
        (label!(words, "button-day-month", day = short_day(day)), day)
    };
    let is_soon = |day: Date| day <= after.saturating_add(7.days());
    let mut found = match prompt {
        Prompt::Case(CasePrompt::Extend { .. }) | Prompt::Clock(ClockPrompt::PutOff) => {
            vec![plus(3), plus(7)]
        }
        Prompt::Answering(AnsweringPrompt::Postpone(_)) => vec![plus(7), plus(30)],
        _ => vec![plus(30)],
    };
    if matches!(prompt, Prompt::Clock(_)) {
        return found;
    }
    let this_month = month(0);
    found.push(if is_soon(this_month.1) {
        month(1)
    } else {
        this_month
    });
    if !matches!(prompt, Prompt::Case(CasePrompt::Extend { .. })) {
        let end = jiff::civil::date(after.year(), 12, 31);
        if end > found.iter().map(|(_, day)| *day).max().unwrap_or(after) {
            found.push((label!(words, "button-day-year", day = short_day(end)), end));
        }
    }
    found
}
