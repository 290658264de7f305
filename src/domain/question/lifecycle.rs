//! What may happen to a question, and what the rules say no to.
//!
//! Every function takes the question and the facts, and gives the changed question or a [`Refusal`].
//! [`TRANSITIONS`] is the document of it.

use jiff::{Timestamp, civil::Date};

use super::{Claim, Question, State};
use crate::domain::{
    ids::{BodyCode, QuestionId, UserId},
    permission::ActsForBody,
    redaction::HIDDEN,
};

/// What happens to a question, from which state, into which: names as in the database.
pub const TRANSITIONS: &[(&str, &str, &str)] = &[
    ("forward", "received", "forwarded"),
    ("correct", "received", "received"),
    ("correct", "forwarded", "forwarded"),
    ("transfer", "forwarded", "forwarded"),
    ("assign", "forwarded", "forwarded"),
    ("ask_back", "forwarded", "asked_back"),
    ("resume", "asked_back", "forwarded"),
    ("send_up", "forwarded", "sent_up"),
    ("bring_back", "sent_up", "forwarded"),
    ("set_aside", "forwarded", "set_aside"),
    ("bring_back", "set_aside", "forwarded"),
    ("extend", "forwarded", "forwarded"),
    ("return", "received", "returned"),
    ("return", "forwarded", "returned"),
    ("write_down", "received", "received"),
    ("write_down", "forwarded", "forwarded"),
    ("merge", "received", "merged"),
    ("merge", "forwarded", "merged"),
    ("split", "received", "received"),
    ("split", "forwarded", "forwarded"),
    ("answer", "asked_back", "answered"),
    ("answer", "sent_up", "answered"),
    ("answer", "set_aside", "answered"),
    ("reopen", "answered", "forwarded"),
    ("note", "asked_back", "asked_back"),
    ("note", "sent_up", "sent_up"),
    ("note", "set_aside", "set_aside"),
    ("revise", "asked_back", "asked_back"),
    ("revise", "sent_up", "sent_up"),
    ("revise", "set_aside", "set_aside"),
    ("withdraw", "asked_back", "withdrawn"),
    ("withdraw", "sent_up", "withdrawn"),
    ("withdraw", "set_aside", "withdrawn"),
    ("claim", "forwarded", "forwarded"),
    ("release", "forwarded", "forwarded"),
    ("answer", "forwarded", "answered"),
    ("note", "forwarded", "forwarded"),
    ("note", "answered", "answered"),
    ("revise", "received", "received"),
    ("revise", "forwarded", "forwarded"),
    ("withdraw", "received", "withdrawn"),
    ("withdraw", "forwarded", "withdrawn"),
];

/// The rules say no. Not a failure: a value that becomes a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The resident has as many open questions as the council allows.
    TooManyOpen {
        /// The council's limit.
        limit: u32,
    },
    /// Somebody else took the question on.
    ClaimedBy {
        /// Their name in the group.
        name: String,
    },
    /// Nobody has taken the question on, or somebody else has: it is not the person's to release.
    NotYours,
    /// Somebody was faster.
    AlreadyAnswered {
        /// Who answered, where somebody asks who may know.
        by: Option<String>,
        /// When.
        at: Timestamp,
    },
    /// A clerk has not confirmed yet who handles the question.
    NotForwarded,
    /// Somebody confirmed it before.
    AlreadyForwarded {
        /// Who has it.
        to: BodyCode,
    },
    /// The question is with another body.
    WithAnotherBody {
        /// Who has it.
        body: BodyCode,
    },
    /// Its author took it back.
    Withdrawn,
    /// It was returned with guidance.
    Returned,
    /// It goes on as another question.
    Merged {
        /// Which.
        into: QuestionId,
    },
    /// Its author has been asked for details, and nobody can do that until they reply.
    WaitsForResident,
    /// It is not waiting for anything that could be ended.
    NotWaiting,
    /// It was said to be done before.
    AlreadyResolved {
        /// When.
        at: Timestamp,
    },
    /// A day that has passed already, or is too far away.
    BadDay {
        /// The last day that is possible.
        latest: Date,
    },
    /// It cannot be merged into itself, or into one that is closed.
    NotMergeable,
    /// The words would be longer than a question may be.
    TooLong,
    /// So much was added already that nobody could read it.
    TooManyAdditions {
        /// The limit.
        limit: usize,
    },
}

/// Withdrawing makes room for another question, so those of a day are counted, too: twice what may be open, and no fewer
/// than this.
const FEWEST_A_DAY: u32 = 20;

/// How many questions somebody may send within a day.
#[must_use]
pub(crate) fn most_a_day(max_open: u32) -> u32 {
    max_open.saturating_mul(2).max(FEWEST_A_DAY)
}

/// May the resident send one more?
///
/// # Errors
/// [`Refusal::TooManyOpen`] at the council's `max_open_questions`.
pub(crate) fn may_submit(open_now: u32, limit: u32) -> Result<(), Refusal> {
    if open_now >= limit {
        Err(Refusal::TooManyOpen { limit })
    } else {
        Ok(())
    }
}

/// A clerk confirms the proposed body: the clock of the answer starts.
///
/// # Errors
/// [`Refusal::AlreadyForwarded`] when it happened before.
pub(crate) fn forward(
    question: Question,
    at: Timestamp,
    due_on: Date,
) -> Result<Question, Refusal> {
    match question.state {
        State::Received => Ok(Question {
            state: State::Forwarded { at },
            due_on,
            ..question
        }),
        State::Forwarded { .. }
        | State::AskedBack { .. }
        | State::SentUp { .. }
        | State::SetAside { .. }
        | State::Answered { .. } => Err(Refusal::AlreadyForwarded { to: question.body }),
        State::Returned { .. } | State::Merged { .. } | State::Withdrawn { .. } => {
            Err(closed(question.state))
        }
    }
}

/// A member of the body takes the question on, visibly.
///
/// # Errors
/// [`Refusal::ClaimedBy`] when somebody else has it, or why it is not open for this body.
pub(crate) fn claim(
    question: Question,
    member: &ActsForBody,
    by: UserId,
    name: &str,
) -> Result<Question, Refusal> {
    let question = open_for(question, member)?;
    match &question.claimed {
        Some(claim) if claim.by != by => Err(Refusal::ClaimedBy {
            name: claim.name.clone(),
        }),
        _ => Ok(Question {
            claimed: Some(Claim {
                by,
                name: name.to_owned(),
            }),
            ..question
        }),
    }
}

/// The member who took it on lets it go.
///
/// # Errors
/// [`Refusal::NotYours`] for anyone else, or why it is not open for this body.
pub(crate) fn release(
    question: Question,
    member: &ActsForBody,
    by: UserId,
) -> Result<Question, Refusal> {
    let question = open_for(question, member)?;
    match &question.claimed {
        Some(claim) if claim.by == by => Ok(Question {
            claimed: None,
            ..question
        }),
        _ => Err(Refusal::NotYours),
    }
}

/// The body answers. `answered_by` is who answered before, if anyone did.
///
/// # Errors
/// [`Refusal::AlreadyAnswered`] when somebody was faster, or why it is not open for this body.
pub(crate) fn answer(
    question: Question,
    member: &ActsForBody,
    answered_by: Option<&str>,
    at: Timestamp,
) -> Result<Question, Refusal> {
    if let State::Answered { at } = question.state {
        return Err(Refusal::AlreadyAnswered {
            by: answered_by.map(str::to_owned),
            at,
        });
    }
    let question = with_body(question, member)?;
    if !question.state.is_with_body() {
        return Err(closed(question.state));
    }
    Ok(Question {
        state: State::Answered { at },
        ..question
    })
}

/// The body keeps a note nobody outside the group sees; possible from the moment it has the question.
///
/// # Errors
/// [`Refusal::WithAnotherBody`], [`Refusal::NotForwarded`].
pub(crate) fn note(question: Question, member: &ActsForBody) -> Result<Question, Refusal> {
    let question = with_body(question, member)?;
    let takes_notes =
        question.state.is_with_body() || matches!(question.state, State::Answered { .. });
    if !takes_notes {
        return Err(closed(question.state));
    }
    Ok(Question {
        notes: question.notes + 1,
        ..question
    })
}

/// Its author changes the words after sending.
///
/// # Errors
/// [`Refusal::AlreadyAnswered`], [`Refusal::Withdrawn`].
pub(crate) fn revise(
    question: Question,
    words: String,
    at: Timestamp,
) -> Result<Question, Refusal> {
    let question = still_open(question)?;
    Ok(Question {
        text: words,
        revised_at: Some(at),
        ..question
    })
}

/// So often may something be added to a question: more is a new question, or a misuse of the group.
pub const MAX_ADDITIONS: usize = 20;

/// May its author add something, `count` additions being there?
///
/// # Errors
/// [`Refusal::Withdrawn`], [`Refusal::TooManyAdditions`].
pub(crate) fn may_add(question: &Question, count: usize) -> Result<(), Refusal> {
    if !question.state.is_open() && !matches!(question.state, State::Answered { .. }) {
        return Err(closed(question.state));
    }
    if count >= MAX_ADDITIONS {
        return Err(Refusal::TooManyAdditions {
            limit: MAX_ADDITIONS,
        });
    }
    Ok(())
}

/// Its author takes it back.
///
/// # Errors
/// [`Refusal::AlreadyAnswered`], [`Refusal::Withdrawn`].
pub(crate) fn withdraw(question: Question, at: Timestamp) -> Result<Question, Refusal> {
    let question = still_open(question)?;
    Ok(Question {
        state: State::Withdrawn { at },
        claimed: None,
        // What nobody is to answer any more is not kept.
        text: HIDDEN.to_owned(),
        ..question
    })
}

/// Why nothing more can be done with a question in this state.
#[must_use]
pub(crate) fn closed(state: State) -> Refusal {
    match state {
        State::Received => Refusal::NotForwarded,
        State::Answered { at } => Refusal::AlreadyAnswered { by: None, at },
        State::Returned { .. } => Refusal::Returned,
        State::Merged { into } => Refusal::Merged { into },
        State::Withdrawn { .. } => Refusal::Withdrawn,
        State::AskedBack { .. } => Refusal::WaitsForResident,
        State::Forwarded { .. } | State::SentUp { .. } | State::SetAside { .. } => {
            Refusal::NotWaiting
        }
    }
}

fn still_open(question: Question) -> Result<Question, Refusal> {
    if question.state.is_open() {
        Ok(question)
    } else {
        Err(closed(question.state))
    }
}

pub(super) fn with_body(question: Question, member: &ActsForBody) -> Result<Question, Refusal> {
    if member.body() == &question.body {
        Ok(question)
    } else {
        Err(Refusal::WithAnotherBody {
            body: question.body,
        })
    }
}

/// The question, if it is with the member's body and being worked on right now.
pub(super) fn open_for(question: Question, member: &ActsForBody) -> Result<Question, Refusal> {
    let question = with_body(question, member)?;
    match question.state {
        State::Forwarded { .. } => Ok(question),
        other => Err(closed(other)),
    }
}

/// A file brought it with its answer: it was answered before this bot knew of it.
#[must_use]
pub(crate) fn answered_before(question: Question, at: Timestamp) -> Question {
    Question {
        state: State::Answered { at },
        ..question
    }
}

/// A file brought it by mistake and nobody has touched it since: answered or not, it goes, and its words with it.
#[must_use]
pub(crate) fn taken_back(question: Question, at: Timestamp) -> Question {
    Question {
        state: State::Withdrawn { at },
        text: String::new(),
        ..question
    }
}

/// Somebody who asked on paper follows it in Telegram from now on.
#[must_use]
pub(crate) fn follow(question: Question, author: UserId) -> Question {
    Question {
        author: Some(author),
        ..question
    }
}

#[cfg(test)]
#[path = "tests/lifecycle.rs"]
mod tests;
