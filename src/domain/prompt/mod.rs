//! What the bot asked somebody to write: a reason, a date, the number of a document.
//!
//! In a group the words come as a reply to our message, in private as the next message; what becomes of them is the
//! same. One enum a subject, each in a file of its own.

mod answering;
mod broadcast;
mod casework;
mod clock;
mod consult;
pub mod conversation;
mod data;
mod meeting;
mod proxy;
mod triage;

use serde::{Deserialize, Serialize};

use crate::domain::{
    ids::AnswerId,
    question::{Question, State},
};

pub use self::{
    answering::{AnsweringPrompt, Then},
    broadcast::BroadcastPrompt,
    casework::CasePrompt,
    clock::ClockPrompt,
    consult::ConsultPrompt,
    data::DataPrompt,
    meeting::MeetingPrompt,
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
    /// Something about a meeting that clerks plan or lead.
    Meeting(MeetingPrompt),
    /// Something about a request about somebody's own data.
    Data(DataPrompt),
    /// Something about an announcement to many.
    Broadcast(BroadcastPrompt),
    /// Something about a round on a draft.
    Consult(ConsultPrompt),
}

impl Prompt {
    /// Whether nothing could be done any more with words that this asks for, as its question is now. `has_moved`: another
    /// body has it since.
    #[must_use]
    pub fn is_over(&self, question: &Question, has_moved: bool) -> bool {
        match self {
            Self::Case(CasePrompt::EnterReply { .. }) => {
                !matches!(question.state, State::AskedBack { .. })
            }
            Self::Case(_) => has_moved || !matches!(question.state, State::Forwarded { .. }),
            Self::Answering(
                AnsweringPrompt::Fact { .. }
                | AnsweringPrompt::SendBack(_)
                | AnsweringPrompt::FillTemplate
                | AnsweringPrompt::Record(_)
                | AnsweringPrompt::Codes(_),
            ) => has_moved || !question.state.is_with_body(),
            Self::Triage(TriagePrompt::Covers) => !matches!(question.state, State::Answered { .. }),
            Self::Triage(_) => !matches!(question.state, State::Received | State::Forwarded { .. }),
            Self::Clock(_) => !question.state.is_open(),
            Self::Answering(_)
            | Self::Proxy(_)
            | Self::Meeting(_)
            | Self::Data(_)
            | Self::Broadcast(_)
            | Self::Consult(_) => false,
        }
    }

    /// Whether a resident is asked, for themselves: what they write may be a call for help.
    #[must_use]
    pub fn is_of_resident(&self) -> bool {
        matches!(
            self,
            Self::Consult(ConsultPrompt::Statement(_)) | Self::Meeting(MeetingPrompt::Live(_))
        )
    }

    /// Whether it takes everything that is sent on a site round.
    #[must_use]
    pub fn is_of_site_round(&self) -> bool {
        matches!(self, Self::Triage(TriagePrompt::Visit(_)))
    }

    /// Whether a file alone can be what it asks for.
    #[must_use]
    pub fn takes_file(&self) -> bool {
        matches!(
            self,
            Self::Answering(
                AnsweringPrompt::Report(_)
                    | AnsweringPrompt::Evidence(_)
                    | AnsweringPrompt::Missing(_)
            )
        )
    }

    /// Whether it asks for the fact of this answer, or about the draft that it is.
    #[must_use]
    pub fn is_of_draft(&self, draft: AnswerId) -> bool {
        match self {
            Self::Answering(
                AnsweringPrompt::Fact { answer, .. }
                | AnsweringPrompt::SendBack(answer)
                | AnsweringPrompt::Record(answer),
            ) => *answer == draft,
            _ => false,
        }
    }
}
