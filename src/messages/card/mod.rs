//! The live card of a question in a group: one message, edited in place. It never shows name or phone.

pub(crate) mod assess;
pub(crate) mod assign;
pub(crate) mod card_menu;
pub(crate) mod casework;

use jiff::Timestamp;

use self::casework::Past;
use crate::chat::outgoing::Keyboard;
use crate::domain::{
    answer::{Answer, AnswerState},
    question::{Question, State},
    text,
};
use crate::messages::{
    Html, Message, Words,
    answer::{class_in_full, fact_line, record_line},
    entry_lines, exchanged, judgement, label,
    lines::card_head,
    on_paper, resolution, say,
};

/// So much of a question stands on its card, in UTF-16 units; the rest follows in replies to it.
const CARD_TEXT: usize = 3_000;
/// A continuation of a card holds so much.
const CONTINUED_TEXT: usize = 3_800;

/// The card as it is now, with what was done before.
#[must_use]
pub(crate) fn card_with(
    words: Words<'_>,
    question: &Question,
    answer: Option<&Answer>,
    past: &Past,
) -> Message {
    let html = Html::lines(body(words, question, answer, past));
    let done = resolution::card_button(words, question, answer);
    let done = done.map(|button| Keyboard::Inline(vec![vec![button]]));
    match card_menu::first_page(words, question).or(done) {
        Some(keyboard) => Message::with(html, keyboard),
        None => Message::plain(html),
    }
}

fn body(words: Words<'_>, question: &Question, answer: Option<&Answer>, past: &Past) -> Vec<Html> {
    let text_parts = parts(question);
    let mut shown = text_parts.first().cloned().unwrap_or_default();
    if text_parts.len() > 1 {
        shown.push('\n');
        shown.push_str(&label!(words, "card-cut"));
    }
    let mut lines = Vec::new();
    if question.is_urgent && question.state.is_open() {
        lines.push(say!(words, "card-urgent"));
    }
    lines.extend([
        card_head(words, question),
        say!(
            words,
            "card-place",
            area = words.area_in_full(&question.area),
            initials = question.author_initials,
        ),
    ]);
    if let Some(name) = &past.speaks_for {
        lines.push(say!(words, "card-speaks-for", name = name));
    }
    lines.push(Html::quote(&shown));
    lines.extend(entry_lines::about_lines(words, question));
    if !matches!(question.state, State::Answered { .. }) {
        lines.push(say!(words, "card-due", due = words.day(question.due_on)));
    }
    lines.push(state_line(words, question, answer));
    lines.extend(casework::past_lines(words, question, past));
    let elsewhere = past.elsewhere.as_ref();
    lines.extend(elsewhere.map(|other| exchanged::card_line(words, other)));
    lines.extend(answer_lines(words, question, answer));
    let resolved_by = past.resolved_by.as_deref();
    lines.extend(resolution::card_line(words, question, answer, resolved_by));
    let assessed = past.assessment.as_ref();
    lines.extend(assessed.and_then(|assessment| assess::card_line(words, assessment)));
    if past.is_obliged && question.state.is_open() {
        lines.push(say!(words, "card-obliged"));
    }
    lines.extend(judgement::card_lines(words, question, answer));
    if let Some(at) = question.revised_at {
        lines.push(say!(words, "card-revised", time = words.moment(at)));
    }
    if question.supporters > 0 {
        lines.push(say!(words, "card-supporters", count = question.supporters));
    }
    if question.times_raised > 1 {
        lines.push(say!(words, "card-repeated", count = question.times_raised));
    }
    if question.nominated_at.is_some() {
        lines.push(say!(words, "card-nominated"));
    }
    if question.notes > 0 {
        lines.push(say!(words, "card-notes", count = question.notes));
    }
    if matches!(question.state, State::Forwarded { .. }) {
        lines.push(say!(words, "card-hint"));
    }
    lines
}

/// What does not fit on the card, in messages that follow it.
#[must_use]
pub(crate) fn continuations(words: Words<'_>, question: &Question) -> Vec<Message> {
    parts(question)
        .into_iter()
        .skip(1)
        .map(|part| {
            let head = say!(words, "card-continued", code = question.code);
            Message::plain(Html::lines([head, Html::quote(&part)]))
        })
        .collect()
}

fn parts(question: &Question) -> Vec<String> {
    let question = &question.text_on_card();
    if text::utf16_len(question) <= CARD_TEXT {
        return vec![question.clone()];
    }
    let mut first = text::split_utf16(question, CARD_TEXT);
    let head = first.remove(0);
    let rest = question
        .get(head.len()..)
        .map_or_else(|| first.join(" "), |rest| rest.trim().to_owned());
    std::iter::once(head)
        .chain(text::split_utf16(&rest, CONTINUED_TEXT))
        .collect()
}

pub(crate) fn state_line(words: Words<'_>, question: &Question, answer: Option<&Answer>) -> Html {
    match (question.state, answer) {
        (State::Received, _) => {
            say!(
                words,
                "card-state-received",
                body = words.body(&question.body)
            )
        }
        (State::Forwarded { .. }, _) => match &question.claimed {
            Some(claim) => say!(words, "card-state-claimed", name = claim.name),
            None => say!(words, "card-state-open"),
        },
        (State::AskedBack { at }, _) => {
            say!(words, "card-state-asked-back", time = words.moment(at))
        }
        (State::SentUp { at }, _) => say!(
            words,
            "card-state-sent-up",
            time = words.moment(at),
            to = question
                .upward
                .as_ref()
                .map_or("", |upward| upward.to.as_str()),
            number = question
                .upward
                .as_ref()
                .map_or("", |upward| upward.number.as_str()),
        ),
        (State::SetAside { until, .. }, _) => {
            say!(words, "card-state-set-aside", day = words.day(until))
        }
        (State::Returned { at }, _) => {
            say!(words, "card-state-returned", time = words.moment(at))
        }
        (State::Merged { .. }, _) => say!(words, "card-state-merged"),
        (State::Withdrawn { at }, _) => {
            say!(words, "card-state-withdrawn", time = words.moment(at))
        }
        (State::Answered { at }, None) => {
            say!(
                words,
                "state-answered",
                day = crate::messages::catalog::short_day(words.council().local_date(at))
            )
        }
        (State::Answered { at }, Some(answer)) => on_paper::state_line(words, question, at, answer)
            .unwrap_or_else(|| answered_line(words, at, answer)),
    }
}

fn answered_line(words: Words<'_>, at: Timestamp, answer: &Answer) -> Html {
    let name = &answer.author_name;
    let class = class_in_full(words, answer);
    let time = words.moment(answer.delivered_at.unwrap_or(at));
    match answer.state {
        AnswerState::Delivered => {
            say!(
                words,
                "card-state-delivered",
                name = name,
                class = class,
                time = time
            )
        }
        AnswerState::Undelivered => {
            say!(words, "card-state-undelivered", name = name, class = class)
        }
        AnswerState::Sent
        | AnswerState::Draft
        | AnswerState::Submitted
        | AnswerState::Dropped
        | AnswerState::Note
        | AnswerState::Superseded => {
            say!(
                words,
                "card-state-sent",
                name = name,
                class = class,
                time = time
            )
        }
    }
}

/// What is known of the answer beside its state: fact, approval, correction.
fn answer_lines(words: Words<'_>, question: &Question, answer: Option<&Answer>) -> Vec<Html> {
    let Some(answer) = answer else {
        return Vec::new();
    };
    let mut lines: Vec<Html> = Vec::new();
    match question.promised_on {
        Some(day) => lines.push(say!(
            words,
            "card-promised",
            day = crate::messages::catalog::short_day(day)
        )),
        None => lines.extend(fact_line(words, answer)),
    }
    lines.extend(record_line(words, answer));
    if let Some(head) = &answer.approved_by {
        lines.push(say!(words, "card-approved", name = head));
    }
    if let Some(at) = answer.corrected_at {
        lines.push(say!(words, "card-corrected", time = words.moment(at)));
    }
    lines
}
