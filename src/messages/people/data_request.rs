//! Requests about one's own data: what whoever asks reads, the office's queue, the paper for the file.

use jiff::{Timestamp, civil::Date};

use crate::messages::{
    Html, Message, Words,
    keyboard::{button, with_cancel},
    label,
    roles::paged,
    say,
};
use crate::{
    chat::{
        button::{Button, DataButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        code::QuestionCode,
        data_request::{DataRequest, DataRequestKind, DataRequestOutcome},
        ids::DataRequestId,
        keyword::Keyword,
        question::Question,
    },
};

/// So many of those that were dealt with stand under the queue.
pub(crate) const CLOSED_SHOWN: u32 = 5;

/// Whom and which question a request is about.
#[derive(Debug, Clone, Default)]
pub(crate) struct AboutWhom {
    /// Their name, as it is kept; `None`: nobody knows it (any more).
    pub(crate) name: Option<String>,
    /// The question that was entered for them.
    pub(crate) code: Option<QuestionCode>,
}

fn press(label: String, means: DataButton) -> InlineButton {
    button(label, &Button::Data(means))
}

/// "xem dữ liệu".
fn kind_name(words: Words<'_>, kind: DataRequestKind) -> String {
    label!(words, "request-kind", kind = kind.as_str())
}

fn outcome_name(words: Words<'_>, outcome: DataRequestOutcome) -> String {
    label!(words, "request-outcome", outcome = outcome.as_str())
}

/// What somebody asked, and what they can ask.
#[must_use]
pub(crate) fn of_resident(words: Words<'_>, open: &[DataRequest], days: u16) -> Message {
    let mut blocks = vec![say!(words, "request-of-resident", days = days)];
    blocks.extend(open.iter().map(|request| {
        say!(
            words,
            "request-mine",
            number = request.id.0,
            kind = kind_name(words, request.kind),
            due = words.day(request.due_on),
        )
    }));
    let mut rows: Vec<Vec<InlineButton>> = open
        .iter()
        .map(|request| {
            let label = label!(words, "button-request-drop", number = request.id.0);
            vec![press(label, DataButton::Drop(request.id))]
        })
        .collect();
    rows.push(vec![press(
        label!(words, "button-my-data"),
        DataButton::Mine,
    )]);
    rows.push(vec![press(label!(words, "button-erase"), DataButton::Open)]);
    for kind in [
        DataRequestKind::Correction,
        DataRequestKind::Restriction,
        DataRequestKind::Other,
    ] {
        rows.push(vec![press(
            kind_name(words, kind),
            DataButton::AskFor(kind),
        )]);
    }
    Message::with(Html::lines(blocks), Keyboard::Inline(rows))
}

/// What do they want?
#[must_use]
pub(crate) fn ask_words(words: Words<'_>, kind: DataRequestKind) -> Message {
    let html = say!(words, "request-ask-words", kind = kind_name(words, kind));
    with_cancel(words, html)
}

/// The office hears that there is one: no names, no words.
#[must_use]
pub(crate) fn news_for_office(
    words: Words<'_>,
    id: DataRequestId,
    kind: DataRequestKind,
    due: Date,
) -> Message {
    Message::plain(say!(
        words,
        "request-news",
        number = id.0,
        kind = kind_name(words, kind),
        due = words.day(due)
    ))
}

/// What came of it, for whoever asked.
#[must_use]
pub(crate) fn outcome(
    words: Words<'_>,
    id: DataRequestId,
    outcome: DataRequestOutcome,
    reason: Option<&str>,
) -> Message {
    let head = say!(
        words,
        "request-outcome-told",
        number = id.0,
        outcome = outcome_name(words, outcome)
    );
    Message::plain(Html::lines(
        std::iter::once(head).chain(reason.map(Html::quote)),
    ))
}

/// The queue of the office, the most pressing first, and what was dealt with lately.
#[must_use]
pub(crate) fn queue(
    words: Words<'_>,
    open: &[DataRequest],
    closed: &[DataRequest],
    page: u16,
    today: Date,
) -> Message {
    let mut blocks = vec![say!(words, "request-queue", count = open.len())];
    let overdue = open.iter().filter(|one| one.due_on < today).count();
    if overdue > 0 {
        blocks.push(say!(words, "request-overdue", count = overdue));
    }
    blocks.push(say!(words, "request-queue-hint"));
    for one in closed {
        if let Some(end) = &one.closed {
            blocks.push(say!(
                words,
                "request-closed-line",
                number = one.id.0,
                kind = kind_name(words, one.kind),
                outcome = outcome_name(words, end.outcome),
                time = words.moment(end.at)
            ));
        }
    }
    let row = |request: &DataRequest| {
        let label = label!(
            words,
            "button-request",
            number = request.id.0,
            kind = kind_name(words, request.kind),
            due = words.day(request.due_on)
        );
        press(label, DataButton::Show(request.id))
    };
    let rows = paged(words, open, page, row, |page| {
        Button::Data(DataButton::Queue(page))
    });
    Message::with(Html::lines(blocks), Keyboard::Inline(rows))
}

/// How do we know that it is them?
#[must_use]
pub(crate) fn ask_proof(words: Words<'_>, question: &Question) -> Message {
    let html = say!(words, "request-ask-proof", code = question.code);
    let desk = press(
        label!(words, "button-request-desk"),
        DataButton::AtTheDesk(question.id),
    );
    Message::with(html, Keyboard::Inline(vec![vec![desk]]))
}

/// One request, and what can be done about it.
#[must_use]
pub(crate) fn one(
    words: Words<'_>,
    request: &DataRequest,
    about: &AboutWhom,
    today: Date,
) -> Message {
    let mut blocks = facts(words, request, about);
    if request.closed.is_none() && request.due_on < today {
        blocks.push(say!(words, "request-is-overdue"));
    }
    if let Some(said) = &request.words {
        blocks.push(Html::quote(said));
    }
    let mut rows = Vec::new();
    if request.closed.is_none() {
        if request.of.is_none() {
            rows.extend(
                DataRequestKind::ALL
                    .iter()
                    .filter(|kind| **kind != request.kind)
                    .map(|kind| {
                        vec![press(
                            kind_name(words, *kind),
                            DataButton::Wants(request.id, *kind),
                        )]
                    }),
            );
            rows.push(vec![press(
                label!(words, "button-request-hand-over"),
                DataButton::HandOver(request.id),
            )]);
            rows.push(vec![press(
                label!(words, "button-request-forget"),
                DataButton::Forget(request.id),
            )]);
        }
        rows.push(vec![
            press(
                label!(words, "button-request-done"),
                DataButton::Done(request.id),
            ),
            press(
                label!(words, "button-request-refuse"),
                DataButton::Refuse(request.id),
            ),
        ]);
    }
    rows.push(vec![press(
        label!(words, "button-request-paper"),
        DataButton::Paper(request.id),
    )]);
    rows.push(vec![press(
        label!(words, "button-request-queue"),
        DataButton::Queue(0),
    )]);
    Message::with(Html::lines(blocks), Keyboard::Inline(rows))
}

fn facts(words: Words<'_>, request: &DataRequest, about: &AboutWhom) -> Vec<Html> {
    let name = match &about.name {
        Some(name) if !name.is_empty() => name.clone(),
        _ => label!(words, "request-nameless"),
    };
    let mut facts = vec![
        say!(
            words,
            "request-head",
            number = request.id.0,
            kind = kind_name(words, request.kind)
        ),
        say!(words, "request-who", name = name),
        say!(
            words,
            "request-proof",
            proof = label!(words, "request-proof-name", proof = request.proof.as_str())
        ),
        say!(
            words,
            "request-when",
            asked = words.moment(request.asked_at),
            due = words.day(request.due_on)
        ),
    ];
    if let Some(code) = about.code {
        facts.push(say!(words, "request-question", code = code));
    }
    if let Some(end) = &request.closed {
        let by = end.by.clone().unwrap_or_else(|| label!(words, "audit-bot"));
        facts.push(say!(
            words,
            "request-end",
            outcome = outcome_name(words, end.outcome),
            time = words.moment(end.at),
            by = by
        ));
        facts.extend(end.reason.as_deref().map(Html::quote));
    }
    facts
}

/// Forgetting somebody without Telegram: what that means.
#[must_use]
pub(crate) fn ask_forget(words: Words<'_>, request: &DataRequest) -> Message {
    let rows = vec![
        vec![press(
            label!(words, "button-request-forget-now"),
            DataButton::ForgetNow(request.id),
        )],
        vec![press(
            label!(words, "button-privacy-back"),
            DataButton::Show(request.id),
        )],
    ];
    Message::with(say!(words, "request-ask-forget"), Keyboard::Inline(rows))
}

/// What is due: numbers and days, no names.
#[must_use]
pub(crate) fn reminder(words: Words<'_>, pressing: &[DataRequest], today: Date) -> Message {
    /// More are read in the queue.
    const SHOWN: usize = 15;
    let overdue = pressing.iter().filter(|one| one.due_on < today).count();
    let mut lines = vec![say!(
        words,
        "request-reminder",
        count = pressing.len(),
        overdue = overdue
    )];
    lines.extend(pressing.iter().take(SHOWN).map(|request| {
        say!(
            words,
            "request-mine",
            number = request.id.0,
            kind = kind_name(words, request.kind),
            due = words.day(request.due_on)
        )
    }));
    Message::plain(Html::lines(lines))
}

/// The paper for the file: what was asked, when, how it was proved, what came of it.
#[must_use]
pub(crate) fn paper(
    words: Words<'_>,
    request: &DataRequest,
    about: &AboutWhom,
    now: Timestamp,
) -> String {
    let council = words.council().name.in_language(words.language());
    let mut lines = vec![
        council.to_uppercase(),
        String::new(),
        label!(words, "request-paper-title"),
        String::new(),
    ];
    let facts = facts(words, request, about);
    lines.extend(facts.iter().map(Html::visible_text));
    if let Some(said) = &request.words {
        lines.push(label!(words, "request-paper-said"));
        lines.push(said.clone());
    }
    lines.push(String::new());
    lines.push(label!(
        words,
        "request-paper-made",
        time = words.moment(now)
    ));
    lines.push(label!(words, "request-paper-signed"));
    lines.join("\n")
}
