//! What is asked for about an answer.

use serde::{Deserialize, Serialize};

use crate::domain::{
    answer::judgement::Verdict,
    ids::{AnswerId, PromiseId, QuestionId, ResolutionId},
};

/// One of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnsweringPrompt {
    /// The fact of the answer's class: a day, a document, an obstacle.
    Fact {
        /// Which answer.
        answer: AnswerId,
        /// What happens once it is there.
        then: Then,
    },
    /// Why the head sends the answer back to its author.
    SendBack(AnswerId),
    /// A template with its fields filled in: an answer to the prompt's question.
    FillTemplate,
    /// What is said instead of the answer that was sent.
    Correct(AnswerId),
    /// Why the resident is not content: with this sentence the question is opened again.
    Objection {
        /// With which answer.
        answer: AnswerId,
        /// On which promise's day; 0: right after the answer.
        promise: i64,
        /// Not satisfactory, or not seen done.
        verdict: Verdict,
    },
    /// What else the resident has to say about the answer.
    Comment {
        /// Which answer.
        answer: AnswerId,
        /// On which promise's day; 0: right after the answer.
        promise: i64,
    },
    /// How a promise was kept: words or files for the resident.
    Report(PromiseId),
    /// Why a promise is postponed, and until when.
    Postpone(PromiseId),
    /// What shows that a thing was done: a photo, or number and date of a document.
    Evidence(QuestionId),
    /// What is missing of what was said to be done: words or a photo.
    Missing(ResolutionId),
    /// Codes of questions that get the same answer.
    Codes(QuestionId),
    /// Number, date and signer of the answer's document.
    Record(AnswerId),
}

/// What happens once a fact is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Then {
    /// The preview shows it.
    Show,
    /// The answer goes on its way: its author had pressed "send".
    Send,
}
