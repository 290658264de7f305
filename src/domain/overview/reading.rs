//! Readings: what somebody wants to know that takes time to look up. Written down when it is wanted, looked up beside the
//! writing thread, told when it is found.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::domain::{
    audit::AuditSubject,
    broadcast::Broadcast,
    ids::{
        BodyCode, CategoryCode, ConsultationId, IssuedId, MessageId, QuestionId, SearchId,
        SessionCode, UserId,
    },
    listing::Filter,
    report::ReportWish,
    session::Before,
};

/// What is to be looked up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// Published answers with all of these words (`/tracuu`).
    Search {
        /// Its buttons carry it.
        search: SearchId,
        /// As they were typed.
        words: String,
        /// From 0.
        page: u16,
        /// The message that turns its page; none: a new one.
        turns: Option<MessageId>,
    },
    /// The published answers of a field, newest first.
    Browse {
        /// Which field.
        category: CategoryCode,
        /// From 0.
        page: u16,
        /// The message that turns its page; none: a new one.
        turns: Option<MessageId>,
    },
    /// Published answers for words typed behind the bot's name in some chat.
    Inline {
        /// Telegram's id of what was typed.
        query: String,
        /// As they were typed; none: the newest.
        words: String,
        /// From 0.
        page: u16,
    },
    /// An announcement that is being written or waits for approval, with how many it would reach.
    Broadcast {
        /// It.
        broadcast: Box<Broadcast>,
        /// The message in whose place it is shown; none: a new one.
        turns: Option<MessageId>,
    },
    /// A round on a draft that is being written, with how many it would tell.
    Consultation {
        /// Which.
        round: ConsultationId,
        /// The message in whose place it is shown; none: a new one.
        turns: Option<MessageId>,
    },
    /// What came of such a round.
    ConsultationOutcome {
        /// Which.
        round: ConsultationId,
        /// Why it is read.
        occasion: Occasion,
    },
    /// The figures of a body (`/thongke`).
    Figures {
        /// Whose.
        body: BodyCode,
    },
    /// The supervision board.
    Board,
    /// The supervision board as it is pinned in the group of the standing body.
    PinnedBoard,
    /// What a body still has to answer (`/dangmo`).
    List {
        /// Whose.
        body: BodyCode,
        /// Which of them.
        filter: Filter,
        /// From 0.
        page: u16,
        /// The message that turns its page; none: a new one.
        turns: Option<MessageId>,
    },
    /// What the bodies have open for which somebody acts, or which they observe (`/dangmo` in private).
    Desk {
        /// Whose.
        bodies: Vec<BodyCode>,
    },
    /// What somebody who acts for bodies has on their hands (`/viec`).
    Tasks {
        /// Which bodies.
        bodies: Vec<BodyCode>,
        /// Those of them that they head.
        heads: Vec<BodyCode>,
    },
    /// The digest of a body.
    Digest {
        /// Whose.
        body: BodyCode,
        /// Everything after this moment is new in it.
        since: Timestamp,
        /// Why it is read.
        occasion: Occasion,
    },
    /// What awaits a body at a session.
    BeforeSession {
        /// Whose.
        body: BodyCode,
        /// Which session.
        session: SessionCode,
        /// Which moment before it.
        before: Before,
    },
    /// The log of one subject.
    Audit {
        /// Which.
        subject: AuditSubject,
        /// Older than this line; none: the newest.
        before: Option<i64>,
    },
    /// The newest lines of the log as a file.
    AuditFile {
        /// Of which subject.
        subject: AuditSubject,
    },
    /// A paper of the office, as a file.
    Report {
        /// Which.
        wish: ReportWish,
    },
    /// A paper with its number and day: made, issued and kept.
    Issue {
        /// Which.
        wish: ReportWish,
        /// The number of the document, as a clerk typed it.
        number: String,
        /// Its day, as a clerk typed it.
        dated_on: Date,
        /// Which clerk.
        by: UserId,
    },
    /// A paper that was issued, as it was, and what is different since.
    Issued {
        /// Which.
        id: IssuedId,
    },
    /// Everything that is stored about whoever asks.
    MyData,
    /// Everything that is stored about somebody without Telegram, by the question that was entered for them.
    DataOnPaper {
        /// Which question.
        question: QuestionId,
    },
}

/// Why a digest is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// Somebody asked for it.
    Asked,
    /// It is time; nothing is said when nothing happened.
    Morning,
}

impl Reading {
    /// The message in whose place the result is shown.
    #[must_use]
    pub fn turns(&self) -> Option<MessageId> {
        match self {
            Self::Search { turns, .. }
            | Self::Browse { turns, .. }
            | Self::Broadcast { turns, .. }
            | Self::Consultation { turns, .. }
            | Self::List { turns, .. } => *turns,
            Self::Inline { .. }
            | Self::Figures { .. }
            | Self::Board
            | Self::PinnedBoard
            | Self::Desk { .. }
            | Self::Tasks { .. }
            | Self::Digest { .. }
            | Self::BeforeSession { .. }
            | Self::ConsultationOutcome { .. }
            | Self::Audit { .. }
            | Self::AuditFile { .. }
            | Self::Report { .. }
            | Self::Issue { .. }
            | Self::Issued { .. }
            | Self::MyData
            | Self::DataOnPaper { .. } => None,
        }
    }

    /// Whether somebody has just asked for it and waits.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        match self {
            Self::Search { .. }
            | Self::Browse { .. }
            | Self::Broadcast { .. }
            | Self::Consultation { .. }
            | Self::Figures { .. }
            | Self::Board
            | Self::List { .. }
            | Self::Desk { .. }
            | Self::Tasks { .. }
            | Self::Audit { .. }
            | Self::AuditFile { .. }
            | Self::Report { .. }
            | Self::Issue { .. }
            | Self::Issued { .. }
            | Self::MyData
            | Self::DataOnPaper { .. } => true,
            Self::Digest { occasion, .. } | Self::ConsultationOutcome { occasion, .. } => {
                *occasion == Occasion::Asked
            }
            Self::BeforeSession { .. } | Self::Inline { .. } | Self::PinnedBoard => false,
        }
    }

    /// Whether a file may come of it.
    #[must_use]
    pub fn may_give_a_file(&self) -> bool {
        matches!(
            self,
            Self::Digest { .. }
                | Self::AuditFile { .. }
                | Self::Report { .. }
                | Self::Issue { .. }
                | Self::Issued { .. }
                | Self::MyData
                | Self::DataOnPaper { .. }
        )
    }
}
