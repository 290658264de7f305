//! What residents think of an answer, and what follows from it.

use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::domain::{
    keyword::keywords,
    question::{Question, ResultClass, State},
};

/// So many days after the answer (or the promise's day) a resident may judge it. Later the matter is a new one.
pub const DAYS_TO_JUDGE: i64 = 60;
/// So many days a judgement may be changed.
pub const DAYS_TO_CHANGE: i64 = 7;
/// So often a question is opened again. After that another door is named.
pub const MOST_REOPENINGS: u32 = 2;

keywords! {
    /// What a resident says of an answer.
    pub enum Verdict {
        /// Thỏa đáng.
        Satisfied = "satisfied",
        /// Một phần.
        Partly = "partly",
        /// Chưa thỏa đáng.
        Not = "not",
        /// Chưa thấy làm.
        Unseen = "unseen",
    }
}

/// What residents have said of an answer so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Judged {
    /// The author's newest verdict.
    pub by_author: Option<Verdict>,
    /// How many supporters have judged.
    pub supporters: u32,
    /// How many of them are satisfied.
    pub supporters_satisfied: u32,
}

/// When a resident is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// Right after the answer.
    Answer,
    /// When what it promised was due, or is said to be done.
    Promise,
}

/// What a verdict leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consequence {
    /// It is noted; a comment is welcome.
    Noted,
    /// It is noted; what was promised is not due yet.
    NotYetDue(Date),
    /// A sentence is asked for, and with it the question is opened again.
    Reopens,
    /// It was opened again as often as possible: another door is named.
    Exhausted,
}

/// What follows when the author of `question` says `verdict` on the day `today`.
#[must_use]
pub fn consequence(
    question: &Question,
    class: ResultClass,
    occasion: Occasion,
    verdict: Verdict,
    today: Date,
) -> Consequence {
    let wants_more = match (verdict, occasion) {
        (Verdict::Satisfied | Verdict::Partly, _) => false,
        (Verdict::Not, _) | (Verdict::Unseen, Occasion::Promise) => true,
        (Verdict::Unseen, Occasion::Answer) => match question.promised_on {
            Some(day) if today < day => return Consequence::NotYetDue(day),
            Some(_) => true,
            None => class == ResultClass::Resolved,
        },
    };
    if !wants_more || !matches!(question.state, State::Answered { .. }) {
        Consequence::Noted
    } else if question.reopened >= MOST_REOPENINGS {
        Consequence::Exhausted
    } else {
        Consequence::Reopens
    }
}

/// Whether this reopening goes to the standing body rather than to who answered: the second one does.
#[must_use]
pub fn goes_up(question: &Question) -> bool {
    question.reopened + 1 >= MOST_REOPENINGS
}

/// Whether a verdict may be given or changed at `now`.
#[must_use]
pub fn is_open(asked_at: Timestamp, judged_at: Option<Timestamp>, now: Timestamp) -> bool {
    let (since, days) = match judged_at {
        Some(judged_at) => (judged_at, DAYS_TO_CHANGE),
        None => (asked_at, DAYS_TO_JUDGE),
    };
    now.duration_since(since) <= SignedDuration::from_hours(24 * days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_judgement_can_be_changed_for_a_week_and_given_for_two_months() {
        let asked = Timestamp::from_second(1_795_395_600).unwrap();
        let later = |days: i64| asked + SignedDuration::from_hours(24 * days);
        assert!(is_open(asked, None, later(60)));
        assert!(!is_open(asked, None, later(61)));
        assert!(is_open(asked, Some(later(1)), later(8)));
        assert!(!is_open(asked, Some(later(1)), later(9)));
    }
}
