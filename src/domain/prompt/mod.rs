//! What the bot asked somebody to write: a reason, a date, the number of a document.
//!
//! In a group the words come as a reply to our message, in private as the next message; what becomes of them is the
//! same. One enum a subject, each in a file of its own.

mod answering;
mod casework;
mod clock;
mod proxy;
mod triage;

use serde::{Deserialize, Serialize};

pub use self::{
    answering::{AnsweringPrompt, Then},
    casework::CasePrompt,
    clock::ClockPrompt,
    proxy::ProxyPrompt,
    triage::TriagePrompt,
};

/// What is waited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prompt {
    /// Something in the triage queue.
    Triage(TriagePrompt),
    /// Something about a card.
    Case(CasePrompt),
    /// Something about an answer.
    Answering(AnsweringPrompt),
    /// Something about reminders and lists.
    Clock(ClockPrompt),
    /// Something about a question entered for somebody.
    Proxy(ProxyPrompt),
}
