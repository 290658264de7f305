//! The list of speakers: whoever wished to speak and is in the room, in the order of arrival, then the floor.

use jiff::{SignedDuration, Timestamp};

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
    /// Since when they have the floor.
    pub began_at: Option<Timestamp>,
}

/// Whoever has the floor, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Floor {
    /// The name that the chair called.
    pub name: String,
    /// Until when they may speak.
    pub until: Timestamp,
}

impl Floor {
    /// Of those on the list, who began last and has not ended.
    #[must_use]
    pub(crate) fn of(speakers: &[Speaker], minutes: u16) -> Option<Self> {
        let waiting = speakers.iter().filter(|one| one.turn == Turn::Waiting);
        let (began, one) = waiting
            .filter_map(|one| Some((one.began_at?, one)))
            .max_by_key(|(began, _)| *began)?;
        let until = began.checked_add(SignedDuration::from_mins(i64::from(minutes)));
        Some(Self {
            name: one.name.clone(),
            until: until.unwrap_or(began),
        })
    }

    /// Seconds that are left; below zero it is too long.
    #[must_use]
    pub(crate) fn left(&self, now: Timestamp) -> i64 {
        self.until.as_second() - now.as_second()
    }
}
