//! The list of speakers: whoever wished to speak and is in the room, in the order of arrival, then the floor.

use crate::domain::ids::{MeetingCode, SpeakerId};
use crate::domain::keyword::keywords;

/// The longest name from the floor, in UTF-16 units.
pub const MAX_NAME: usize = 100;

keywords! {
    /// Where a speaker stands.
    pub enum Turn {
        /// Has not been called.
        Waiting = "waiting",
        /// Has spoken.
        Spoken = "spoken",
        /// Was called and did not speak.
        Skipped = "skipped",
    }
}

/// Somebody on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The row.
    pub id: SpeakerId,
    /// At which meeting.
    pub meeting: MeetingCode,
    /// The name the chair calls.
    pub name: String,
    /// About what.
    pub topic: Option<String>,
    /// Where they stand.
    pub turn: Turn,
}
