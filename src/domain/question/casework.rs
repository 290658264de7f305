//! What bodies and clerks may do with a question besides claiming and answering it: correct, transfer, assign, ask
//! back, send up, set aside, extend, return, merge, reopen.
//!
//! Pure like [`super::lifecycle`], whose table names every step. Who may do it is proved by the argument; what it
//! needs (a reason, a document, a pointer) was read and checked before.

use jiff::{Timestamp, civil::Date};

use super::resolution::Resolution;
use super::{
    Claim, Competence, Pause, Question, QuestionKind, State, Upward,
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
pub(crate) fn correct(question: Question, correction: Correction) -> Result<Question, Refusal> {
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
pub(crate) fn transfer(
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
pub(crate) fn assign(
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
pub(crate) fn ask_back(
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
pub(crate) fn resume(
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
pub(crate) fn send_up(
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
pub(crate) fn set_aside(
    question: Question,
    member: &ActsForBody,
    calendar: &Calendar,
    until: Date,
    today: Date,
) -> Result<Question, Refusal> {
    let question = open_for(question, member)?;
    check_day(until, today)?;
    let rests = u16::try_from(calendar.working_days_between(today, until)).unwrap_or(0);
    let paused = Some(Pause {
        since: today,
        due_on: question.due_on,
    });
    Ok(Question {
        due_on: calendar.due_on(question.due_on, rests).max(until),
        state: State::SetAside { until, paused },
        ..question
    })
}

/// Working days that a body has at least, once a question comes back to it.
pub const DAYS_AFTER_COMING_BACK: u16 = 5;

/// Back from the higher level, or from being set aside: with its body again, which has at least
/// [`DAYS_AFTER_COMING_BACK`]. Taken up before its day, it gives back what was added for a pause that did not happen:
/// on the same day the due day is what it was. `gone_on`: the day on which it went to the higher level.
///
/// # Errors
/// [`Refusal::NotWaiting`] when it is neither.
pub(crate) fn bring_back(
    question: Question,
    calendar: &Calendar,
    gone_on: impl FnOnce(Timestamp) -> Date,
    today: Date,
    at: Timestamp,
) -> Result<Question, Refusal> {
    let (due_on, has_paused) = match question.state {
        State::SentUp { at } => (
            question.due_on,
            calendar.working_days_between(gone_on(at), today) > 0,
        ),
        State::SetAside {
            until,
            paused: Some(paused),
        } if today < until => {
            let stood = calendar.working_days_between(paused.since, today);
            let stood = u16::try_from(stood).unwrap_or(0);
            (calendar.due_on(paused.due_on, stood), stood > 0)
        }
        State::SetAside { .. } => (question.due_on, true),
        State::Received
        | State::Forwarded { .. }
        | State::AskedBack { .. }
        | State::Answered { .. }
        | State::Returned { .. }
        | State::Merged { .. }
        | State::Withdrawn { .. } => return Err(Refusal::NotWaiting),
    };
    let at_least = calendar.due_on(today, DAYS_AFTER_COMING_BACK);
    Ok(Question {
        due_on: if has_paused {
            due_on.max(at_least)
        } else {
            due_on
        },
        state: State::Forwarded { at },
        ..question
    })
}

/// The answer may take until that day.
///
/// # Errors
/// [`Refusal::BadDay`] unless it is later than the day that is due now, or why it is not open.
pub(crate) fn extend(
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
pub(crate) fn return_with_guidance(
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
pub(crate) fn merge(question: Question, other: &Question) -> Result<Question, Refusal> {
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
pub(crate) fn reopen(
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
        resolution: Resolution::Open,
        state: State::Forwarded { at },
        ..question
    })
}

/// It is proposed for the questioning at the session. Proposed already, it stays as it was.
///
/// # Errors
/// When it left the council's hands (returned, merged, withdrawn): how it ended.
pub(crate) fn nominate(question: Question, at: Timestamp) -> Result<Question, Refusal> {
    match question.state {
        state @ (State::Returned { .. } | State::Merged { .. } | State::Withdrawn { .. }) => {
            Err(closed(state))
        }
        State::Received
        | State::Forwarded { .. }
        | State::AskedBack { .. }
        | State::SentUp { .. }
        | State::SetAside { .. }
        | State::Answered { .. } => Ok(Question {
            nominated_at: question.nominated_at.or(Some(at)),
            ..question
        }),
    }
}

/// So many people want the same that it is to be answered by this day.
#[must_use]
pub(crate) fn oblige(question: Question, due_on: Date) -> Question {
    Question { due_on, ..question }
}

/// It is not proposed any more.
#[must_use]
pub(crate) fn withdraw_nomination(question: Question) -> Question {
    Question {
        nominated_at: None,
        ..question
    }
}

/// What the answer promises until which day; `None`: nothing, or nothing any more.
#[must_use]
pub(crate) fn promises(question: Question, on: Option<Date>) -> Question {
    Question {
        promised_on: on,
        ..question
    }
}

/// Whoever had taken it on left the body: the heir has it, or nobody.
#[must_use]
pub(crate) fn hand_over(question: Question, heir: Option<Claim>) -> Question {
    Question {
        claimed: heir,
        ..question
    }
}

/// A day that somebody sets must lie after `after`, and not further away than [`MAX_DAYS_AHEAD`].
///
/// # Errors
/// [`Refusal::BadDay`].
pub(crate) fn check_day(day: Date, after: Date) -> Result<(), Refusal> {
    let latest = after.saturating_add(jiff::Span::new().days(MAX_DAYS_AHEAD));
    if day <= after || day > latest {
        return Err(Refusal::BadDay { latest });
    }
    Ok(())
}

#[cfg(test)]
#[path = "tests/casework.rs"]
pub(super) mod tests;
