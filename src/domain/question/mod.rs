//! A question (câu hỏi, ý kiến, kiến nghị, phản ánh): what a resident asks and a body answers.
//!
//! Start with [`Question`]; what may happen to it is in [`lifecycle`], a draft before it is sent in [`draft`].

pub mod casework;
pub mod chase;
pub mod deadline;
pub mod draft;
pub mod kind;
pub mod ladder;
pub mod lifecycle;
pub mod points;
pub mod reason;
pub mod resolution;
pub mod revision;
pub mod support;
pub mod transcript;
pub mod upward;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use self::{deadline::Times, resolution::Resolution};
use super::{
    code::QuestionCode,
    ids::{AreaCode, BodyCode, CategoryCode, MeetingCode, QuestionId, SessionCode, UserId},
    keyword::keywords,
    redaction,
};

/// A question that was sent. Overdue and days left are computed from it, never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its row.
    pub id: QuestionId,
    /// What people call it: `DT-0042K`.
    pub code: QuestionCode,
    /// The resident who asked; `None` for somebody without Telegram, for whom a clerk entered it.
    pub author: Option<UserId>,
    /// All that a group sees of the author.
    pub author_initials: String,
    /// The area it concerns.
    pub area: AreaCode,
    /// Its category (lĩnh vực).
    pub category: CategoryCode,
    /// The session it was asked ahead of.
    pub session: Option<SessionCode>,
    /// The meeting it was asked for, or spoken at.
    pub meeting: Option<MeetingCode>,
    /// What sort of words they are.
    pub kind: QuestionKind,
    /// How it reached the council.
    pub source: Source,
    /// Which level decides; `None` while nobody has said.
    pub competence: Option<Competence>,
    /// Whether somebody is in danger: it has a shorter clock.
    pub is_urgent: bool,
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
    /// The document it was sent up with, if it ever was.
    pub upward: Option<Upward>,
    /// The day for which the answer promises something.
    pub promised_on: Option<Date>,
    /// How often its author was not content and it was opened again.
    pub reopened: u32,
    /// Whether the thing was done: a track of its own beside the answer.
    pub resolution: Resolution,
    /// How often it was said to be done and a resident said that it is not.
    pub denials: u32,
    /// Candidate for questioning at the session (chất vấn) since then.
    pub nominated_at: Option<Timestamp>,
    /// Rises with every deed: a button of an older version may be too late.
    pub version: u32,
    /// Where it is in its life.
    pub state: State,
}

keywords! {
    /// What sort of words a question is made of.
    pub enum QuestionKind {
        /// Kiến nghị: something should be done.
        Petition = "petition",
        /// Phản ánh: something is wrong.
        Report = "report",
        /// Câu hỏi cho kỳ họp.
        Question = "question",
        /// Góp ý dự thảo.
        Opinion = "opinion",
        /// Khen, cảm ơn.
        Thanks = "thanks",
    }
}

keywords! {
    /// How a question reached the council.
    pub enum Source {
        /// Its author wrote to the bot.
        Telegram = "telegram",
        /// Its author came to the office.
        InPerson = "in_person",
        /// By telephone.
        Phone = "phone",
        /// By letter.
        Letter = "letter",
        /// Spoken at a meeting.
        Meeting = "meeting",
    }
}

keywords! {
    /// The level that is competent to decide (thẩm quyền).
    pub enum Competence {
        /// Thôn, tổ dân phố.
        Village = "village",
        /// Xã, phường, đặc khu.
        Commune = "commune",
        /// Tỉnh, thành phố.
        Province = "province",
        /// Trung ương.
        Central = "central",
    }
}

/// The document with which a question was sent up (chuyển cấp trên).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upward {
    /// The level or agency above.
    pub to: String,
    /// Its number: `12/VP-HĐND`.
    pub number: String,
    /// Its date.
    pub dated: Date,
}

/// The little of a question by which lists choose and count. It has no words: however many there are, they cost little, and
/// whole questions are read of what is shown only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// Its row.
    pub id: QuestionId,
    /// Its category.
    pub category: CategoryCode,
    /// Who has it, or is proposed.
    pub body: BodyCode,
    /// The session it was asked ahead of.
    pub session: Option<SessionCode>,
    /// What its clock is reckoned from.
    pub times: Times,
    /// Who took it on.
    pub claimed_by: Option<UserId>,
    /// How many others want the same.
    pub supporters: u32,
    /// In how many sessions it was raised.
    pub times_raised: u32,
    /// How often it was opened again.
    pub reopened: u32,
    /// Whether it is a candidate for questioning at the session.
    pub is_nominated: bool,
}

/// A member of a body who took a question on, by the name the group knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The member.
    pub by: UserId,
    /// Their name in the group.
    pub name: String,
}

/// The clock as it stood when a question was set aside: taken up earlier, it gets back only what really passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// The day on which it was set aside.
    pub since: Date,
    /// The day that was due until then.
    pub due_on: Date,
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
    /// Its author was asked for details: the clock of the answer stands still.
    AskedBack {
        /// Since when.
        at: Timestamp,
    },
    /// With a higher level; stays visible here until the result comes.
    SentUp {
        /// Since when.
        at: Timestamp,
    },
    /// Put aside (tạm gác); comes back by itself on that day.
    SetAside {
        /// Until when.
        until: Date,
        /// The clock as it stood then; `None` where that was not written down.
        paused: Option<Pause>,
    },
    /// Answered.
    Answered {
        /// When the answer was sent.
        at: Timestamp,
    },
    /// Returned with guidance: who is competent, what next.
    Returned {
        /// When.
        at: Timestamp,
    },
    /// The same as another question, which goes on for both.
    Merged {
        /// Which one goes on.
        into: QuestionId,
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
            Self::AskedBack { .. } => "asked_back",
            Self::SentUp { .. } => "sent_up",
            Self::SetAside { .. } => "set_aside",
            Self::Answered { .. } => "answered",
            Self::Returned { .. } => "returned",
            Self::Merged { .. } => "merged",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// Whether somebody still owes the resident something.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::Received
            | Self::Forwarded { .. }
            | Self::AskedBack { .. }
            | Self::SentUp { .. }
            | Self::SetAside { .. } => true,
            Self::Answered { .. }
            | Self::Returned { .. }
            | Self::Merged { .. }
            | Self::Withdrawn { .. } => false,
        }
    }

    /// Whether a body has it to work on: forwarded, and not answered, returned, merged or withdrawn since.
    #[must_use]
    pub fn is_with_body(self) -> bool {
        self.is_open() && self != Self::Received
    }
}

impl Question {
    /// What its clock is reckoned from.
    #[must_use]
    pub fn times(&self) -> Times {
        Times {
            state: self.state,
            received_at: self.received_at,
            due_on: self.due_on,
            promised_on: self.promised_on,
            resolution: self.resolution,
        }
    }

    /// The words as cards, digests and lists of officers show them.
    #[must_use]
    pub fn text_on_card(&self) -> String {
        redaction::on_card(&self.text, Some(&self.author_initials))
    }

    /// The words as anybody may read them.
    #[must_use]
    pub fn public_text(&self) -> String {
        redaction::public(&self.text, Some(&self.author_initials))
    }

    /// The same question under other words: covered, or shortened, for somebody who may not read all.
    #[must_use]
    pub fn with_text(&self, text: String) -> Self {
        Self {
            text,
            ..self.clone()
        }
    }

    /// The question as its author reads it when another body answered for it.
    #[must_use]
    pub fn answered_by(&self, body: &BodyCode) -> Self {
        Self {
            body: body.clone(),
            ..self.clone()
        }
    }

    /// The same matter was raised so many times.
    #[must_use]
    pub fn raised(self, times_raised: u32) -> Self {
        Self {
            times_raised,
            ..self
        }
    }

    /// Whether this resident asked it.
    #[must_use]
    pub fn is_of(&self, resident: UserId) -> bool {
        self.author == Some(resident)
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
