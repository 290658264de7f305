//! What bodies and clerks may do with a question besides claiming and answering it: correct, transfer, assign, ask
//! back, send up, set aside, extend, return, merge, reopen.
//!
//! Pure like [`super::lifecycle`], whose table names every step. Who may do it is proved by the argument; what it
//! needs (a reason, a document, a pointer) was read and checked before.

use jiff::{Timestamp, civil::Date};

use super::{
    Claim, Competence, Question, QuestionKind, State, Upward,
    lifecycle::{Refusal, closed, open_for, with_body},
};
use crate::domain::{
    ids::{AreaCode, BodyCode, CategoryCode, QuestionId, UserId},
    permission::ActsForBody,
    working_days::Calendar,
};

/// So many days without a reply, and the body is told once that it may go on without.
pub const PATIENCE_AFTER_ASKING: i32 = 7;

/// A day that somebody sets (an extension, a resumption) lies at most so many days ahead.
pub const MAX_DAYS_AHEAD: i32 = 365;

/// A question to the author of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskBack {
    /// About which question.
    pub question: QuestionId,
    /// The member who asked.
    pub by: UserId,
    /// Their name in the group.
    pub name: String,
    /// What they want to know.
    pub text: String,
    /// When.
    pub at: Timestamp,
}

/// What a clerk may correct in what the bot or the resident proposed; `None` leaves it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Correction {
    /// Another kind.
    pub kind: Option<QuestionKind>,
    /// Another category.
    pub category: Option<CategoryCode>,
    /// Another area.
    pub area: Option<AreaCode>,
    /// The level that decides.
    pub competence: Option<Competence>,
    /// Another proposed body (only before it is forwarded; afterwards it is a transfer).
    pub body: Option<BodyCode>,
    /// Whether it is urgent.
    pub is_urgent: Option<bool>,
}

/// A clerk corrects what is known of an open question.
///
/// # Errors
/// Why it is closed.
pub fn correct(question: Question, correction: Correction) -> Result<Question, Refusal> {
    if !question.state.is_open() {
        return Err(closed(question.state));
    }
    let body = match question.state {
        State::Received => correction.body.unwrap_or(question.body),
        _ => question.body,
    };
    Ok(Question {
        kind: correction.kind.unwrap_or(question.kind),
        category: correction.category.unwrap_or(question.category),
        area: correction.area.unwrap_or(question.area),
        competence: correction.competence.or(question.competence),
        is_urgent: correction.is_urgent.unwrap_or(question.is_urgent),
        body,
        ..question
    })
}

/// Another body is to answer; its clock starts anew with `due_on`, or keeps the later day that the resident knows.
/// Nobody has taken it on there yet.
///
/// # Errors
/// [`Refusal::AlreadyForwarded`] to the body that has it, or why it is not open for the member's body.
pub fn transfer(
    question: Question,
    member: &ActsForBody,
    to: BodyCode,
    at: Timestamp,
    due_on: Date,
) -> Result<Question, Refusal> {
    let question = open_for(question, member)?;
    if question.body == to {
        return Err(Refusal::AlreadyForwarded { to });
    }
    Ok(Question {
        body: to,
        claimed: None,
        due_on: due_on.max(question.due_on),
        state: State::Forwarded { at },
        ..question
    })
}

/// The question becomes the task of this member, whoever had it.
///
/// # Errors
/// Why it is not open for the member's body.
pub fn assign(
    question: Question,
    member: &ActsForBody,
    to: UserId,
    name: &str,
) -> Result<Question, Refusal> {
    let question = open_for(question, member)?;
    Ok(Question {
        claimed: Some(Claim {
            by: to,
            name: name.to_owned(),
        }),
        ..question
    })
}

/// Its author is asked for details; the clock stops.
///
/// # Errors
/// Why it is not open for the member's body.
pub fn ask_back(
    question: Question,
    member: &ActsForBody,
    at: Timestamp,
) -> Result<Question, Refusal> {
    let question = open_for(question, member)?;
    Ok(Question {
        state: State::AskedBack { at },
        ..question
    })
}

/// The clock runs on: the due day moves by the working days for which it stood still.
///
/// # Errors
/// [`Refusal::NotWaiting`] when nobody was asked.
pub fn resume(
    question: Question,
    calendar: &Calendar,
    stopped_on: Date,
    today: Date,
    at: Timestamp,
) -> Result<Question, Refusal> {
    let State::AskedBack { .. } = question.state else {
        return Err(Refusal::NotWaiting);
    };
    let stood = u16::try_from(calendar.working_days_between(stopped_on, today)).unwrap_or(0);
    Ok(Question {
        due_on: calendar.due_on(question.due_on, stood),
        state: State::Forwarded { at },
        ..question
    })
}

/// A higher level is to decide; the question stays visible here until the result comes.
///
/// # Errors
/// Why it is not open for the member's body.
pub fn send_up(
    question: Question,
    member: &ActsForBody,
    document: Upward,
    at: Timestamp,
) -> Result<Question, Refusal> {
    let question = open_for(question, member)?;
    Ok(Question {
        upward: Some(document),
        state: State::SentUp { at },
        ..question
    })
}

/// Nothing happens until that day; then it comes back by itself. What was left of the clock is left then.
///
/// # Errors
/// [`Refusal::BadDay`], or why it is not open for the member's body.
pub fn set_aside(
    question: Question,
    member: &ActsForBody,
    calendar: &Calendar,
    until: Date,
    today: Date,
) -> Result<Question, Refusal> {
    let question = open_for(question, member)?;
    check_day(until, today)?;
    let rests = u16::try_from(calendar.working_days_between(today, until)).unwrap_or(0);
    Ok(Question {
        due_on: calendar.due_on(question.due_on, rests).max(until),
        state: State::SetAside { until },
        ..question
    })
}

/// Working days that a body has at least, once a question comes back to it.
pub const DAYS_AFTER_COMING_BACK: u16 = 5;

/// Back from the higher level, or from being set aside: with its body again, which has at least
/// [`DAYS_AFTER_COMING_BACK`].
///
/// # Errors
/// [`Refusal::NotWaiting`] when it is neither.
pub fn bring_back(
    question: Question,
    calendar: &Calendar,
    today: Date,
    at: Timestamp,
) -> Result<Question, Refusal> {
    match question.state {
        State::SentUp { .. } | State::SetAside { .. } => Ok(Question {
            due_on: question
                .due_on
                .max(calendar.due_on(today, DAYS_AFTER_COMING_BACK)),
            state: State::Forwarded { at },
            ..question
        }),
        State::Received
        | State::Forwarded { .. }
        | State::AskedBack { .. }
        | State::Answered { .. }
        | State::Returned { .. }
        | State::Merged { .. }
        | State::Withdrawn { .. } => Err(Refusal::NotWaiting),
    }
}

/// The answer may take until that day.
///
/// # Errors
/// [`Refusal::BadDay`] unless it is later than the day that is due now, or why it is not open.
pub fn extend(
    question: Question,
    member: &ActsForBody,
    due_on: Date,
    today: Date,
) -> Result<Question, Refusal> {
    let question = open_for(question, member)?;
    check_day(due_on, today.max(question.due_on))?;
    Ok(Question { due_on, ..question })
}

/// It is not for this council: its author is told who is competent and what comes next. The office may do so before
/// anybody has it, a body with what it has.
///
/// # Errors
/// Why it is not open for the member's body.
pub fn return_with_guidance(
    question: Question,
    member: &ActsForBody,
    at: Timestamp,
) -> Result<Question, Refusal> {
    let question = match question.state {
        State::Received => question,
        _ => open_for(with_body(question, member)?, member)?,
    };
    Ok(Question {
        claimed: None,
        state: State::Returned { at },
        ..question
    })
}

/// The question goes on as `other`, which was asked before it.
///
/// # Errors
/// [`Refusal::NotMergeable`] into itself or something closed, or why it is closed itself.
pub fn merge(question: Question, other: &Question) -> Result<Question, Refusal> {
    match question.state {
        State::Received | State::Forwarded { .. } => {}
        state => return Err(closed(state)),
    }
    if other.id == question.id || !other.state.is_open() {
        return Err(Refusal::NotMergeable);
    }
    Ok(Question {
        claimed: None,
        state: State::Merged { into: other.id },
        ..question
    })
}

/// Its author is not content with the answer: it is with a body again.
///
/// # Errors
/// [`Refusal::NotWaiting`] unless it was answered.
pub fn reopen(
    question: Question,
    body: BodyCode,
    at: Timestamp,
    due_on: Date,
) -> Result<Question, Refusal> {
    let State::Answered { .. } = question.state else {
        return Err(Refusal::NotWaiting);
    };
    Ok(Question {
        body,
        due_on,
        claimed: None,
        reopened: question.reopened + 1,
        promised_on: None,
        state: State::Forwarded { at },
        ..question
    })
}

/// A day that somebody sets must lie after `after`, and not further away than [`MAX_DAYS_AHEAD`].
///
/// # Errors
/// [`Refusal::BadDay`].
pub fn check_day(day: Date, after: Date) -> Result<(), Refusal> {
    let latest = after.saturating_add(jiff::Span::new().days(MAX_DAYS_AHEAD));
    if day <= after || day > latest {
        return Err(Refusal::BadDay { latest });
    }
    Ok(())
}

/// The id of the question that goes on for a merged one.
#[must_use]
pub fn goes_on_as(question: &Question) -> Option<QuestionId> {
    match question.state {
        State::Merged { into } => Some(into),
        _ => None,
    }
}

#[cfg(test)]
#[path = "casework_tests.rs"]
mod tests;
