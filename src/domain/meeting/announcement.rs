//! News about a meeting for many people at once.

use crate::domain::ids::{AnnouncementId, MeetingCode, UserId};
use crate::domain::keyword::keywords;

/// People put into the outbox in one transaction: the outbox paces the rest.
pub const STEP: u32 = 100;

/// While so many messages wait in the outbox, no further step is taken: people who ask something come first.
pub const OUTBOX_FULL: u32 = 500;

keywords! {
    /// What is told, and with it to whom.
    pub enum Kind {
        /// A new meeting: to those who want to hear of meetings in their area.
        Published = "published",
        /// It moved or changed: to everybody registered or waiting.
        Changed = "changed",
        /// It was called off: to everybody registered or waiting.
        Cancelled = "cancelled",
        /// It was held: what came of it, to those who were there.
        Held = "held",
    }
}

/// An announcement that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Its row.
    pub id: AnnouncementId,
    /// About which meeting.
    pub meeting: MeetingCode,
    /// What.
    pub kind: Kind,
    /// Everybody up to this id has been told.
    pub told_up_to: UserId,
}
