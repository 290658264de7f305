//! What a delegate writes in reply to a card: until they say what it is, neither answer nor note.

use jiff::Timestamp;

use super::{
    ids::{AnswerId, ChatId, QuestionId, UserId},
    question::ResultClass,
};

/// A delegate's text about a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its row.
    pub id: AnswerId,
    /// The question it is about.
    pub question: QuestionId,
    /// The group it was written in.
    pub chat: ChatId,
    /// Who wrote it.
    pub author: UserId,
    /// Their name in the group.
    pub author_name: String,
    /// The words.
    pub text: String,
    /// How the body classes the result.
    pub class: ResultClass,
    /// What became of it.
    pub state: AnswerState,
    /// When its author decided what it is.
    pub decided_at: Option<Timestamp>,
    /// When the resident got it.
    pub delivered_at: Option<Timestamp>,
}

/// What became of a delegate's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerState {
    /// Waits for its author's decision.
    Draft,
    /// Thrown away.
    Dropped,
    /// An internal note: nobody outside the group sees it.
    Note,
    /// On its way to the resident.
    Sent,
    /// The resident has it.
    Delivered,
    /// The resident cannot be reached; sent when they return.
    Undelivered,
}

impl AnswerState {
    const ALL: [Self; 6] = [
        Self::Draft,
        Self::Dropped,
        Self::Note,
        Self::Sent,
        Self::Delivered,
        Self::Undelivered,
    ];

    /// The name in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Dropped => "dropped",
            Self::Note => "note",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Undelivered => "undelivered",
        }
    }

    /// The state of a name; `None` for one that is not ours.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}
