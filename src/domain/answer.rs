//! What a delegate writes in reply to a card: until they say what it is, neither answer nor note.
//!
//! What a result class needs is in [`facts`], what its paper carries in [`record`], what shows that a thing was done in [`evidence`], which points are answered in [`coverage`], what sounds hollow in
//! [`hollow`], class and day by the words in [`proposal`], the residents' judgement in [`judgement`], the way to everybody in [`publication`], templates in [`template`].

pub mod appeal;
pub mod call_back;
pub mod coverage;
mod cues;
pub mod evidence;
pub mod facts;
pub mod hollow;
pub mod judgement;
pub mod promise;
pub mod proposal;
pub mod publication;
pub mod record;
pub mod template;

use jiff::Timestamp;

use self::{coverage::Points, facts::Facts, judgement::Judged};
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
    /// The words; empty where the files say it all.
    pub text: String,
    /// How the body classes the result.
    pub class: ResultClass,
    /// What the class needs to be more than a word.
    pub facts: Facts,
    /// The points of the question that somebody said are answered.
    pub covered: Points,
    /// The points of the question that are left out on purpose.
    pub left_out: Points,
    /// How many files go with it.
    pub files: u32,
    /// What became of it.
    pub state: AnswerState,
    /// Who approved it, by the name the group knows.
    pub approved_by: Option<String>,
    /// When its author decided what it is.
    pub decided_at: Option<Timestamp>,
    /// When the resident got it.
    pub delivered_at: Option<Timestamp>,
    /// When it was last corrected after sending.
    pub corrected_at: Option<Timestamp>,
    /// What residents think of it.
    pub judged: Judged,
}

/// What became of a delegate's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerState {
    /// Waits for its author's decision.
    Draft,
    /// Waits for the head of the body (duyệt).
    Submitted,
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
    /// The resident had it and was not content: the question was opened again.
    Superseded,
}

impl AnswerState {
    const ALL: [Self; 8] = [
        Self::Draft,
        Self::Submitted,
        Self::Dropped,
        Self::Note,
        Self::Sent,
        Self::Delivered,
        Self::Undelivered,
        Self::Superseded,
    ];

    /// The name in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Dropped => "dropped",
            Self::Note => "note",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Undelivered => "undelivered",
            Self::Superseded => "superseded",
        }
    }

    /// The state of a name; `None` for one that is not ours.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether it is the answer that the resident has or is getting.
    #[must_use]
    pub fn is_with_resident(self) -> bool {
        matches!(self, Self::Sent | Self::Delivered | Self::Undelivered)
    }
}
