//! One question as the desk shows it.

use super::{kind_name, level_name, press, short};
use crate::messages::{Html, Message, Words, catalog::short_day, label, say};
use crate::{
    chat::{
        button::TriageButton,
        outgoing::{ButtonStyle, InlineButton, Keyboard},
    },
    domain::{
        code::QuestionCode,
        ids::CategoryCode,
        question::{Question, State},
        routing::{RouteReason, Routed},
        text,
        triage::manners::{self, Manner},
    },
};
use jiff::civil::Date;

/// So much of a question stands on the office's view, in UTF-16 units; the rest comes with a tap.
pub(super) const SHOWN_TEXT: usize = 1_800;

/// So much in one message when all of it is read.
pub(super) const READ_TEXT: usize = 3_500;

/// A question that may be the same.
#[derive(Debug, Clone)]
pub(crate) struct Alike {
    /// It.
    pub(crate) question: Question,
    /// How alike, 0 to 100.
    pub(crate) per_cent: u32,
}

/// Everything the office sees of one question.
#[derive(Debug, Clone)]
pub(crate) struct View {
    /// The question.
    pub(crate) question: Question,
    /// Whom the routes name for its category and area, and why.
    pub(crate) routed: Routed,
    /// The last day for sorting it.
    pub(crate) sorted_by: Date,
    /// Today.
    pub(crate) today: Date,
    /// What may be the same, the most alike first.
    pub(crate) alike: Vec<Alike>,
    /// What belongs to it.
    pub(crate) related: Vec<QuestionCode>,
    /// What else its author has open, where that is much.
    pub(crate) of_same: Vec<Question>,
    /// How many files it has.
    pub(crate) files: usize,
    /// Whether something is said in one of them.
    pub(crate) is_spoken: bool,
    /// What else the categoriser thinks, and the words that decided.
    pub(crate) guess: Option<(CategoryCode, Vec<String>)>,
    /// How many wait behind it.
    pub(crate) behind: u32,
}

/// A live card with the codes of what belongs to it.
#[must_use]
pub(crate) fn with_relations(words: Words<'_>, card: Message, related: &[QuestionCode]) -> Message {
    if related.is_empty() {
        return card;
    }
    let line = say!(words, "card-related", codes = codes(related));
    Message {
        html: Html::lines([card.html, line]),
        ..card
    }
}

pub(super) fn codes(codes: &[QuestionCode]) -> String {
    let names: Vec<String> = codes.iter().map(ToString::to_string).collect();
    names.join(", ")
}

/// One question as the office sees it, with the proposal; `done` says what happened just before.
#[must_use]
pub(crate) fn view(words: Words<'_>, view: &View, done: Option<Html>) -> Message {
    let question = &view.question;
    let mut lines = Vec::new();
    if question.is_urgent {
        lines.push(say!(words, "card-urgent"));
    }
    lines.extend(manners::of(&question.text).map(|manner| match manner {
        Manner::Coarse => say!(words, "triage-manner-coarse"),
        Manner::Accuses => say!(words, "triage-manner-accuses"),
    }));
    lines.extend([
        say!(
            words,
            "triage-head",
            code = question.code,
            category = words.category(&question.category),
            kind = kind_name(words, question.kind),
        ),
        say!(
            words,
            "card-place",
            area = words.area_in_full(&question.area),
            initials = question.author_initials,
        ),
        Html::quote(&shown_text(words, question)),
    ]);
    lines.extend(facts(words, view));
    lines.extend(proposal(words, view));
    let html = Html::paragraphs(done.into_iter().chain([Html::lines(lines)]));
    Message::with(html, Keyboard::Inline(view_buttons(words, view)))
}

pub(super) fn shown_text(words: Words<'_>, question: &Question) -> String {
    let whole = question.text_on_card();
    if text::utf16_len(&whole) <= SHOWN_TEXT {
        return whole;
    }
    let shown = text::truncate_utf16(&whole, SHOWN_TEXT);
    format!("{shown}\n{}", label!(words, "triage-text-cut"))
}

pub(super) fn facts(words: Words<'_>, view: &View) -> Vec<Html> {
    let question = &view.question;
    let mut lines = Vec::new();
    if question.supporters > 0 {
        lines.push(say!(words, "card-supporters", count = question.supporters));
    }
    if view.files > 0 {
        lines.push(say!(words, "triage-files", count = view.files));
    }
    lines.extend(view.alike.iter().map(|alike| {
        say!(
            words,
            "triage-alike",
            code = alike.question.code,
            percent = alike.per_cent,
            text = short(&alike.question)
        )
    }));
    if !view.of_same.is_empty() {
        let same: Vec<QuestionCode> = view.of_same.iter().map(|other| other.code).collect();
        lines.push(say!(
            words,
            "triage-of-same",
            count = same.len(),
            codes = codes(&same)
        ));
    }
    if !view.related.is_empty() {
        lines.push(say!(words, "card-related", codes = codes(&view.related)));
    }
    if let Some((category, because)) = &view.guess {
        lines.push(say!(
            words,
            "triage-guess",
            category = words.category(category),
            because = because.join(", ")
        ));
    }
    lines
}

pub(super) fn proposal(words: Words<'_>, view: &View) -> Vec<Html> {
    let question = &view.question;
    let level = match question.competence {
        Some(level) => level_name(words, level),
        None => label!(words, "triage-level-unknown"),
    };
    let mut lines = vec![say!(words, "triage-level", level = level)];
    if question.state == State::Received {
        lines.push(say!(
            words,
            "triage-proposal",
            body = words.body(&question.body),
            why = why(words, view)
        ));
        let waits = say!(
            words,
            "triage-clock",
            time = words.moment(question.received_at),
            day = short_day(view.sorted_by)
        );
        lines.push(if view.sorted_by < view.today {
            Html::lines([waits, say!(words, "triage-late")])
        } else {
            waits
        });
        if view.behind > 0 {
            lines.push(say!(words, "triage-behind", count = view.behind));
        }
    } else {
        lines.push(say!(
            words,
            "triage-with",
            body = words.body(&question.body),
            state = state_name(words, question.state),
            due = short_day(question.due_on)
        ));
        if question.state.is_open() && view.routed.body != question.body {
            lines.push(say!(
                words,
                "triage-routes-say",
                body = words.body(&view.routed.body),
                why = reason(words, &view.routed.because)
            ));
        }
    }
    lines
}

/// Why the proposed body is proposed: the routes, or a clerk's choice.
pub(super) fn why(words: Words<'_>, view: &View) -> String {
    if view.question.body == view.routed.body {
        reason(words, &view.routed.because)
    } else {
        label!(words, "route-by-hand")
    }
}

/// Why the routes name a body.
#[must_use]
pub(crate) fn reason(words: Words<'_>, because: &RouteReason) -> String {
    match because {
        RouteReason::Exception(index) => {
            let number = index.saturating_add(1);
            label!(words, "route-exception", number = number)
        }
        RouteReason::Delegation(area) => {
            label!(words, "route-delegation", area = words.area(area))
        }
        RouteReason::Office | RouteReason::BuiltInOffice => label!(words, "route-office"),
    }
}

pub(super) fn state_name(words: Words<'_>, state: State) -> String {
    label!(words, "triage-state", state = state.name())
}

pub(super) fn view_buttons(words: Words<'_>, view: &View) -> Vec<Vec<InlineButton>> {
    let question = &view.question;
    let id = question.id;
    let correct = press(
        label!(words, "button-correct-triage"),
        TriageButton::Correct(id),
    );
    let more = press(label!(words, "button-more"), TriageButton::More(id));
    let read = press(label!(words, "button-read-all"), TriageButton::Read(id));
    let is_long = text::utf16_len(&question.text) > SHOWN_TEXT;
    let mut rows = Vec::new();
    match question.state {
        State::Received => {
            let forward = press(
                label!(words, "button-forward", body = words.body(&question.body)),
                TriageButton::Confirm(id, question.version),
            );
            rows.push(vec![forward.styled(ButtonStyle::Primary)]);
            let later = press(label!(words, "button-later"), TriageButton::Later(id));
            rows.push(vec![correct, more, later]);
            if !view.of_same.is_empty() {
                let gather = label!(words, "button-gather", count = view.of_same.len());
                rows.push(vec![press(gather, TriageButton::Gather(id))]);
            }
        }
        State::Forwarded { .. } => {
            if view.routed.body != question.body {
                let to = view.routed.body.clone();
                rows.push(vec![press(
                    label!(words, "button-forward", body = words.body(&to)),
                    TriageButton::Body(id, to),
                )]);
            }
            rows.push(vec![correct, more]);
        }
        State::AskedBack { .. } | State::SentUp { .. } | State::SetAside { .. } => {
            rows.push(vec![correct]);
        }
        State::Answered { .. }
        | State::Returned { .. }
        | State::Merged { .. }
        | State::Withdrawn { .. } => {}
    }
    if is_long || view.files > 0 {
        rows.push(vec![read]);
    }
    if view.is_spoken && question.state.is_open() {
        rows.push(vec![press(
            label!(words, "button-write-down"),
            TriageButton::WriteDown(id),
        )]);
    }
    rows
}

/// All words of a question.
#[must_use]
pub(crate) fn whole_text(words: Words<'_>, question: &Question) -> Vec<Message> {
    text::split_utf16(&question.text_on_card(), READ_TEXT)
        .into_iter()
        .map(|part| {
            let head = say!(words, "card-continued", code = question.code);
            Message::plain(Html::lines([head, Html::quote(&part)]))
        })
        .collect()
}
