//! What has happened to a question, on its card.

use super::CARD_ASKED;
use crate::domain::{
    answer::appeal::Assessment,
    event::{Event, Recorded, Step},
    import::exchange::Counterpart,
    question::{Question, State, casework::AskBack},
    redaction::without_contacts,
    text,
};
use crate::messages::{Html, Words, catalog::short_day, label, say};

/// So much of a reason stands on the card, in UTF-16 units.
pub(super) const CARD_REASON: usize = 120;

/// So many transfers stand on the card; the ones before are counted.
pub(super) const CARD_TRANSFERS: usize = 2;

/// What was done with a question before, as far as it stands on its card.
#[derive(Debug, Clone, Default)]
pub(crate) struct Past {
    /// Transfers, extensions, and why it was set aside.
    pub(crate) steps: Vec<Step>,
    /// What its author was asked, while nobody has replied.
    pub(crate) asked: Option<AskBack>,
    /// Who of the body said that it is done.
    pub(crate) resolved_by: Option<String>,
    /// The verdict of those who watch the matter.
    pub(crate) assessment: Option<Assessment>,
    /// Whether so many want the same that it has to be answered.
    pub(crate) is_obliged: bool,
    /// For which association its author says to speak.
    pub(crate) speaks_for: Option<String>,
    /// The other council that has it, too.
    pub(crate) elsewhere: Option<Counterpart>,
}

/// The lines of the card about it.
pub(crate) fn past_lines(words: Words<'_>, question: &Question, past: &Past) -> Vec<Html> {
    let short = |step: &Step, limit| {
        let reason = step.words.as_deref().unwrap_or_default();
        text::truncate_utf16(&without_contacts(reason), limit)
    };
    let mut lines = Vec::new();
    if let (State::AskedBack { .. }, Some(asked)) = (question.state, &past.asked) {
        let asked_text = text::truncate_utf16(&asked.text, CARD_ASKED);
        lines.push(say!(
            words,
            "card-asked",
            name = asked.name,
            text = asked_text
        ));
    }
    let transfers: Vec<&Step> = past
        .steps
        .iter()
        .filter(|step| matches!(step.event, Event::QuestionTransferred { .. }))
        .collect();
    let earlier = transfers.len().saturating_sub(CARD_TRANSFERS);
    if earlier > 0 {
        lines.push(say!(words, "card-transfers-before", count = earlier));
    }
    for step in transfers.into_iter().skip(earlier) {
        if let Event::QuestionTransferred { from, to } = &step.event {
            lines.push(say!(
                words,
                "card-transferred",
                from = words.body(from),
                to = words.body(to),
                reason = short(step, CARD_REASON),
            ));
        }
    }
    let extensions = past
        .steps
        .iter()
        .filter(|step| matches!(step.event, Event::QuestionExtended { .. }));
    if let Some(last) = extensions.clone().next_back() {
        lines.push(say!(
            words,
            "card-extended",
            count = extensions.count(),
            reason = short(last, CARD_REASON),
        ));
    }
    if matches!(question.state, State::SetAside { .. }) {
        let set_aside = |step: &&Step| matches!(step.event, Event::QuestionSetAside { .. });
        if let Some(step) = past.steps.iter().rev().find(set_aside) {
            lines.push(say!(
                words,
                "card-set-aside-why",
                reason = short(step, CARD_REASON)
            ));
        }
    }
    lines
}

/// Who did what since the button was made: "Chị Mai đã chuyển cho UBND lúc 09:05 23/11/2026".
#[must_use]
pub(crate) fn meanwhile(words: Words<'_>, question: &Question, step: &Step) -> String {
    let who = match &step.name {
        Some(name) => name.clone(),
        None if step.actor.is_some() && step.actor == question.author => {
            label!(words, "meanwhile-author")
        }
        None => label!(words, "meanwhile-nobody"),
    };
    let deed = match &step.event {
        Event::QuestionClaimed => "claimed",
        Event::QuestionReleased => "released",
        Event::QuestionForwarded { .. } => "forwarded",
        Event::QuestionTransferred { .. } => "transferred",
        Event::AuthorAskedBack => "asked",
        Event::AuthorReplied => "replied",
        Event::WaitEnded => "resumed",
        Event::QuestionSentUp => "sent-up",
        Event::QuestionReturned { .. } => "returned",
        Event::QuestionSetAside { .. } => "set-aside",
        Event::QuestionBroughtBack => "brought-back",
        Event::QuestionExtended { .. } => "extended",
        Event::AnswerSent { .. } => "answered",
        Event::QuestionRevised => "revised",
        Event::QuestionWithdrawn => "withdrawn",
        _ => "changed",
    };
    let body = match &step.event {
        Event::QuestionTransferred { to, .. } => words.body(to),
        _ => words.body(&question.body),
    };
    label!(
        words,
        "meanwhile",
        who = who,
        deed = deed,
        body = body,
        time = words.moment(step.at)
    )
}

/// One line of the resident's timeline.
pub(crate) fn timeline_line(words: Words<'_>, recorded: &Recorded) -> Option<Html> {
    let time = words.moment(recorded.at);
    Some(match &recorded.event {
        Event::QuestionTransferred { to, .. } => {
            say!(
                words,
                "timeline-transferred",
                time = time,
                body = words.body(to)
            )
        }
        Event::AuthorAskedBack => say!(words, "timeline-asked-back", time = time),
        Event::AuthorReplied => say!(words, "timeline-replied", time = time),
        Event::WaitEnded => say!(words, "timeline-wait-ended", time = time),
        Event::QuestionSentUp => say!(words, "timeline-sent-up", time = time),
        Event::QuestionSetAside { until } => {
            say!(
                words,
                "timeline-set-aside",
                time = time,
                day = short_day(*until)
            )
        }
        Event::QuestionBroughtBack => say!(words, "timeline-brought-back", time = time),
        Event::QuestionExtended { due_on } => {
            say!(
                words,
                "timeline-extended",
                time = time,
                day = short_day(*due_on)
            )
        }
        _ => return None,
    })
}
