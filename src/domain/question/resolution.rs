//! Whether the thing was done (đã giải quyết xong): a track of its own beside the answer, with its own dates. A named
//! person says so, with evidence; the residents are asked once whether it is so, and a "no" opens this track again
//! without taking the answer away.

use jiff::{Timestamp, ToSpan, civil::Date};

use super::{Question, ResultClass, State, lifecycle::Refusal};
use crate::domain::{council::Council, ids::BodyCode, keyword::keywords, permission::ActsForBody};

/// So many days after they were asked residents may say whether it is done.
pub const DAYS_TO_SAY: i64 = 60;

/// Whether the thing was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Resolution {
    /// Nobody has said so, or not with evidence.
    #[default]
    Open,
    /// Somebody of the body has said so and shown it.
    Resolved {
        /// When.
        at: Timestamp,
    },
    /// A resident said that it is not: the body does it until that day.
    Denied {
        /// When.
        at: Timestamp,
        /// Until when.
        due_on: Date,
    },
}

impl Resolution {
    /// The name in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Resolved { .. } => "resolved",
            Self::Denied { .. } => "denied",
        }
    }
}

keywords! {
    /// What a resident says when asked whether it is done.
    pub enum Says {
        /// Đã xong.
        Done = "done",
        /// Chưa xong.
        NotDone = "not_done",
    }
}

/// Whether an answer of this class leaves something to be done; an explanation does not.
#[must_use]
pub fn is_to_be_done(class: ResultClass) -> bool {
    match class {
        ResultClass::Resolved
        | ResultClass::InProgress
        | ResultClass::Planned
        | ResultClass::NotYet
        | ResultClass::SetAside
        | ResultClass::SentUp => true,
        ResultClass::Explained => false,
    }
}

/// When the residents are asked: so many days after it was said, at the hour of the digests, never in the quiet hours.
#[must_use]
pub fn asks_at(council: &Council, said_at: Timestamp) -> Timestamp {
    let days = i64::from(council.rules.resolved_check_days);
    let day = council.local_date(said_at).saturating_add(days.days());
    let at = council
        .timezone
        .to_timestamp(day.to_datetime(council.rules.digest.at))
        .unwrap_or(Timestamp::MAX);
    let quiet = &council.rules.quiet_hours;
    quiet.end_after(at, &council.timezone).unwrap_or(at)
}

/// May the member's body say that it is done?
///
/// # Errors
/// Why not: it has no answer yet, is another body's, or was said to be done before.
pub(crate) fn may_resolve(question: &Question, member: &ActsForBody) -> Result<(), Refusal> {
    if *member.body() != question.body {
        let body: BodyCode = question.body.clone();
        return Err(Refusal::WithAnotherBody { body });
    }
    match (question.state, question.resolution) {
        (State::Answered { .. }, Resolution::Resolved { at }) => {
            Err(Refusal::AlreadyResolved { at })
        }
        (State::Answered { .. }, Resolution::Open | Resolution::Denied { .. }) => Ok(()),
        _ => Err(Refusal::NotWaiting),
    }
}

/// It was done, and shown. What was promised for it is kept.
#[must_use]
pub(crate) fn resolve(question: Question, at: Timestamp) -> Question {
    Question {
        resolution: Resolution::Resolved { at },
        promised_on: None,
        ..question
    }
}

/// A resident said that it is not done: to be done until `due_on`.
///
/// # Errors
/// [`Refusal::NotWaiting`] unless it counts as done.
pub(crate) fn deny(question: Question, at: Timestamp, due_on: Date) -> Result<Question, Refusal> {
    match question.resolution {
        Resolution::Resolved { .. } => Ok(Question {
            resolution: Resolution::Denied { at, due_on },
            denials: question.denials + 1,
            ..question
        }),
        Resolution::Open | Resolution::Denied { .. } => Err(Refusal::NotWaiting),
    }
}

#[cfg(test)]
#[path = "tests/resolution.rs"]
mod tests;
