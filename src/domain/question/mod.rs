//! A question (câu hỏi, ý kiến, kiến nghị, phản ánh): what a resident asks and a body answers.
//!
//! Start with [`Question`]; what may happen to it is in [`lifecycle`], a draft before it is sent in [`draft`].

pub mod draft;
pub mod lifecycle;
pub mod points;
pub mod revision;
pub mod support;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    code::QuestionCode,
    ids::{AreaCode, BodyCode, CategoryCode, QuestionId, SessionCode, UserId},
};

/// A question that was sent. Overdue and days left are computed from it, never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its row.
    pub id: QuestionId,
    /// What people call it: `DT-0042K`.
    pub code: QuestionCode,
    /// The resident who asked.
    pub author: UserId,
    /// All that a group sees of the author.
    pub author_initials: String,
    /// The area it concerns.
    pub area: AreaCode,
    /// Its category (lĩnh vực).
    pub category: CategoryCode,
    /// The session it was asked ahead of.
    pub session: Option<SessionCode>,
    /// The resident's words, unchanged.
    pub text: String,
    /// Who has it, or, while a clerk has not confirmed, who is proposed.
    pub body: BodyCode,
    /// When it came in.
    pub received_at: Timestamp,
    /// The day by which an answer is due.
    pub due_on: Date,
    /// The member of the body who took it on.
    pub claimed: Option<Claim>,
    /// How many internal notes it has.
    pub notes: u32,
    /// When its author last changed the words after sending.
    pub revised_at: Option<Timestamp>,
    /// How many others want the same (cùng kiến nghị).
    pub supporters: u32,
    /// In how many sessions it was raised, this one counted.
    pub times_raised: u32,
    /// Where it is in its life.
    pub state: State,
}

/// A member of a body who took a question on, by the name the group knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The member.
    pub by: UserId,
    /// Their name in the group.
    pub name: String,
}

/// Where a question is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Came in; a clerk has to confirm who handles it.
    Received,
    /// With its body since then.
    Forwarded {
        /// When it was handed over: the clock of the answer starts here.
        at: Timestamp,
    },
    /// Answered.
    Answered {
        /// When the answer was sent.
        at: Timestamp,
    },
    /// Taken back by its author: nobody owes an answer any more.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

impl State {
    /// The name in the database and in the transition table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Forwarded { .. } => "forwarded",
            Self::Answered { .. } => "answered",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// Whether somebody still owes the resident something.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::Received | Self::Forwarded { .. } => true,
            Self::Answered { .. } | Self::Withdrawn { .. } => false,
        }
    }
}

/// What came of a question (kết quả giải quyết), as real councils classify it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultClass {
    /// Đã giải quyết xong.
    Resolved,
    /// Giải trình, cung cấp thông tin.
    Explained,
    /// Đang giải quyết.
    InProgress,
    /// Sẽ giải quyết, có lộ trình.
    Planned,
    /// Chưa giải quyết do khách quan.
    NotYet,
    /// Tạm gác.
    SetAside,
    /// Chuyển cấp trên.
    SentUp,
}

impl ResultClass {
    /// Every class, in the order of the official papers.
    pub const ALL: [Self; 7] = [
        Self::Resolved,
        Self::Explained,
        Self::InProgress,
        Self::Planned,
        Self::NotYet,
        Self::SetAside,
        Self::SentUp,
    ];

    /// The name in the database, in buttons and in exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Resolved => "resolved",
            Self::Explained => "explained",
            Self::InProgress => "in_progress",
            Self::Planned => "planned",
            Self::NotYet => "not_yet",
            Self::SetAside => "set_aside",
            Self::SentUp => "sent_up",
        }
    }

    /// The class of a name; `None` for one that is not ours.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }
}
