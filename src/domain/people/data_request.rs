//! What somebody asks about their own data, and the two working days in which they hear of it.

use jiff::{Timestamp, civil::Date};

use crate::domain::{
    ids::{DataRequestId, QuestionId, UserId},
    keyword::keywords,
    working_days::Calendar,
};

keywords! {
    /// What somebody wants.
    pub enum DataRequestKind {
        /// To see what is stored about them.
        Export = "export",
        /// To have something corrected.
        Correction = "correction",
        /// To be forgotten.
        Erasure = "erasure",
        /// That their data is used no more, or not for something.
        Restriction = "restriction",
        /// Something else about their data.
        Other = "other",
    }
}

keywords! {
    /// What came of it.
    pub enum DataRequestOutcome {
        /// Done.
        Done = "done",
        /// Refused, with a reason.
        Refused = "refused",
        /// They did not want it any more.
        TakenBack = "taken_back",
    }
}

keywords! {
    /// How it is known that they are who they say.
    pub(crate) enum Proof {
        /// They wrote from their own account.
        Telegram = "telegram",
        /// They have the slip of the receipt.
        Slip = "slip",
        /// A clerk has them before the desk.
        Desk = "desk",
    }
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DataRequest {
    /// Its row.
    pub(crate) id: DataRequestId,
    /// What they want.
    pub(crate) kind: DataRequestKind,
    /// Who; `None`: somebody without Telegram.
    pub(crate) of: Option<UserId>,
    /// The question that is theirs, for somebody without Telegram.
    pub(crate) question: Option<QuestionId>,
    /// How it is known that they are.
    pub(crate) proof: Proof,
    /// What they said.
    pub(crate) words: Option<String>,
    /// When.
    pub(crate) asked_at: Timestamp,
    /// The day by which they hear what came of it.
    pub(crate) due_on: Date,
    /// What came of it.
    pub(crate) closed: Option<Closed>,
}

/// How a request was dealt with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Closed {
    /// How.
    pub(crate) outcome: DataRequestOutcome,
    /// Why it was refused, or what was done.
    pub(crate) reason: Option<String>,
    /// When.
    pub(crate) at: Timestamp,
    /// The clerk, as the office knows them; `None`: the bot.
    pub(crate) by: Option<String>,
}

impl DataRequest {
    /// Whether the office is to be reminded of it: on the last day before it is due, on that day and after it.
    #[must_use]
    pub(crate) fn is_pressing(&self, calendar: &Calendar, today: Date) -> bool {
        self.closed.is_none() && calendar.working_days_between(today, self.due_on) <= 1
    }
}
