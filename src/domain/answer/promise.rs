//! A day that an answer promises something for: asked about on that day, kept, postponed, or missed.

use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::domain::{
    council::Council,
    ids::{AnswerId, PromiseId, QuestionId},
    keyword::keywords,
};

/// So long after the body was asked, without a word from it, the resident is asked. In hours.
pub const HOURS_TO_REPORT: i64 = 24;

keywords! {
    /// What became of a promise.
    pub enum PromiseState {
        /// Nobody has said that it is done.
        Open = "open",
        /// The body said that it is done, and how.
        Kept = "kept",
        /// Another day was promised instead.
        Postponed = "postponed",
        /// Its question was opened again, or its answer is another one now.
        Void = "void",
    }
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Its row.
    pub id: PromiseId,
    /// The question.
    pub question: QuestionId,
    /// The answer that promised.
    pub answer: AnswerId,
    /// For which day.
    pub on: Date,
    /// What became of it.
    pub state: PromiseState,
    /// When its body was asked whether it is done.
    pub asked_at: Option<Timestamp>,
}

/// When the body is asked: on the day, at the hour of the digests, never in the quiet hours.
#[must_use]
pub fn asks_at(council: &Council, day: Date) -> Timestamp {
    let at = council
        .timezone
        .to_timestamp(day.to_datetime(council.rules.digest.at))
        .unwrap_or(Timestamp::MAX);
    council
        .rules
        .quiet_hours
        .end_after(at, &council.timezone)
        .unwrap_or(at)
}

/// When the resident is asked, if the body says nothing.
#[must_use]
pub fn surveys_at(asked_at: Timestamp) -> Timestamp {
    asked_at + SignedDuration::from_hours(HOURS_TO_REPORT)
}
