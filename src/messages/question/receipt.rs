//! The receipt, and the answer.

use super::{PREVIEW_TEXT, QUOTED_TEXT, follow_up, oblige};
use crate::messages::{
    Html, Message, Words,
    answer::{class_in_full, fact_line, record_line, words_of},
    catalog::short_day,
    entry_lines,
    keyboard::button,
    label,
    lines::gist,
    news, say,
};
use crate::{
    chat::{
        button::{Button, QuestionButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        answer::Answer,
        ids::BodyCode,
        question::{Question, State, resolution::Resolution},
        text,
        triage::manners::Manner,
    },
};

/// An answer longer than this leaves in several messages.
pub(super) const ANSWER_TEXT: usize = 2_900;

/// What stands where the preview was, once it is sent.
#[must_use]
pub(crate) fn sent_mark(words: Words<'_>, question: &Question) -> Html {
    let shown = text::truncate_utf16(&question.text, PREVIEW_TEXT);
    Html::lines([say!(words, "draft-sent-mark"), Html::quote(&shown)])
}

/// The receipt, and later the same message with the state of things: edited in place. `has_arrived`: its card is in the
/// group of whoever has it; until then nothing was passed on.
#[must_use]
pub fn receipt(words: Words<'_>, question: &Question, has_arrived: bool) -> Message {
    let waits = matches!(question.state, State::Forwarded { .. }) && !has_arrived;
    let state = if waits && question.claimed.is_none() {
        say!(words, "state-waits", body = words.body(&question.body))
    } else {
        state_line(words, question)
    };
    let html = if owes_nothing(question.state) {
        say!(
            words,
            "receipt-closed",
            code = question.code,
            category = words.category(&question.category),
            area = words.area_in_full(&question.area),
            state = state,
        )
    } else {
        say!(
            words,
            "receipt",
            code = question.code,
            category = words.category(&question.category),
            area = words.area_in_full(&question.area),
            body = handled_by(words, &question.body, question.state == State::Received),
            due = words.day(question.due_on),
            state = state,
        )
    };
    let html = Html::lines(std::iter::once(html).chain(entry_lines::about_lines(words, question)));
    let html = if question.is_urgent && question.state.is_open() {
        Html::lines([html, say!(words, "receipt-urgent")])
    } else {
        html
    };
    let html = Html::lines(std::iter::once(html).chain(oblige::beforehand(words, question)));
    let hint = say!(words, "receipt-hint", code = question.code);
    let again = button(
        label!(words, "button-look-again"),
        &Button::Question(QuestionButton::ShowMine(question.id)),
    );
    let code = question.code.to_string();
    let copy = InlineButton::copying(label!(words, "button-copy-code"), code);
    let mut rows = vec![vec![again, copy]];
    rows.extend(follow_up::row(words, question));
    Message::with(Html::paragraphs([html, hint]), Keyboard::Inline(rows))
}

/// The office looks at it before a body does, and why: nothing of it is lost.
#[must_use]
pub(crate) fn held_for_a_look(words: Words<'_>, manner: Manner) -> Message {
    Message::plain(match manner {
        Manner::Coarse => say!(words, "held-coarse"),
        Manner::Accuses => say!(words, "held-accuses"),
    })
}

/// Who handles it: its body, or, before it is sorted, the office, and then most likely that body.
pub(super) fn handled_by(words: Words<'_>, body: &BodyCode, waits_for_office: bool) -> String {
    let body = words.body(body);
    if waits_for_office {
        label!(words, "handled-after-office", body = body)
    } else {
        body
    }
}

/// Closed without an answer of its own: nobody works on it, no day is due.
pub(super) fn owes_nothing(state: State) -> bool {
    !state.is_open() && !matches!(state, State::Answered { .. })
}

pub(super) fn state_line(words: Words<'_>, question: &Question) -> Html {
    match question.state {
        State::Received => say!(words, "state-received"),
        State::Forwarded { .. } if question.claimed.is_some() => {
            say!(words, "state-claimed", body = words.body(&question.body))
        }
        State::Forwarded { .. } => {
            say!(words, "state-forwarded", body = words.body(&question.body))
        }
        State::AskedBack { .. } => say!(words, "state-asked-back"),
        State::SentUp { .. } => say!(
            words,
            "state-sent-up",
            to = question
                .upward
                .as_ref()
                .map_or("", |upward| upward.to.as_str()),
        ),
        State::SetAside { until, .. } => {
            say!(words, "state-set-aside", day = words.day(until))
        }
        State::Returned { at } => say!(
            words,
            "state-returned",
            day = short_day(words.council().local_date(at))
        ),
        State::Merged { .. } => say!(words, "state-merged"),
        State::Withdrawn { at } => say!(
            words,
            "state-withdrawn",
            day = short_day(words.council().local_date(at))
        ),
        State::Answered { at } => {
            let day = |at| short_day(words.council().local_date(at));
            let answered = say!(words, "state-answered", day = day(at));
            match question.resolution {
                Resolution::Open => answered,
                Resolution::Resolved { at } => {
                    Html::lines([answered, say!(words, "state-resolved", day = day(at))])
                }
                Resolution::Denied { due_on, .. } => Html::lines([
                    answered,
                    say!(words, "state-denied", day = short_day(due_on)),
                ]),
            }
        }
    }
}

/// Somebody else has the question now.
#[must_use]
pub(crate) fn moved_on(words: Words<'_>, question: &Question) -> Message {
    news!(words, question, "moved-on")
}

/// What goes with an answer beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Enclosed {
    /// Nothing, or nothing that is sent here.
    Nothing,
    /// So many files.
    Files(u32),
    /// The resident's own photo and those taken afterwards.
    BeforeAndAfter,
}

/// The answer, quoted against the question. A very long one takes several messages.
#[must_use]
pub(crate) fn answer(
    words: Words<'_>,
    question: &Question,
    answer: &Answer,
    enclosed: Enclosed,
) -> Vec<Message> {
    let quoted = gist(&question.text, QUOTED_TEXT);
    let body = words.body(&question.body);
    let said = words_of(words, answer);
    let mut parts = text::split_utf16(&said, ANSWER_TEXT);
    let closing = Html::lines(closing(words, answer, enclosed));
    let head = say!(
        words,
        "answer-head",
        code = question.code,
        question = quoted,
        body = body
    );
    if parts.len() <= 1 {
        let only = Html::text(&parts.pop().unwrap_or_default());
        return vec![Message::plain(Html::paragraphs([head, only, closing]))];
    }
    let mut messages = vec![Message::plain(Html::paragraphs([
        head,
        Html::text(&parts.remove(0)),
    ]))];
    let last = parts.len() - 1;
    for (at, part) in parts.iter().enumerate() {
        let mut blocks = vec![Html::text(part)];
        if at == last {
            blocks.push(closing.clone());
        }
        messages.push(Message::plain(Html::paragraphs(blocks)));
    }
    messages
}

/// Result class with its fact, what is enclosed, the note of a correction.
pub(super) fn closing(words: Words<'_>, answer: &Answer, enclosed: Enclosed) -> Vec<Html> {
    let mut lines = vec![say!(
        words,
        "answer-class",
        class = class_in_full(words, answer)
    )];
    lines.extend(fact_line(words, answer));
    lines.extend(record_line(words, answer));
    match enclosed {
        Enclosed::Nothing => {}
        Enclosed::Files(count) => lines.push(say!(words, "answer-files", count = count)),
        Enclosed::BeforeAndAfter => lines.push(say!(words, "answer-before-after")),
    }
    if let Some(at) = answer.corrected_at {
        let day = short_day(words.council().local_date(at));
        lines.push(say!(words, "answer-corrected", day = day));
    }
    lines
}
