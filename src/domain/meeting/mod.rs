//! Voter contact meetings (hội nghị tiếp xúc cử tri) as they are planned and announced.
//!
//! Who registered, who came and what was said is not here.

pub mod announcement;
pub mod calendar;
pub mod check_in;
pub mod fill;
pub mod live;
pub mod outcome;
pub mod registration;
pub(crate) mod reserve;
pub mod seats;
pub mod speakers;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::ids::{AreaCode, BodyCode, CategoryCode, LocalText, MeetingCode, SessionCode};
use super::keyword::keywords;

keywords! {
    /// Whether a meeting prepares a session or reports on it.
    pub enum MeetingPhase {
        /// Trước kỳ họp.
        Before = "before",
        /// Sau kỳ họp.
        After = "after",
    }
}

keywords! {
    /// The form of a meeting.
    pub enum MeetingKind {
        /// Theo đơn vị bầu cử.
        Constituency = "constituency",
        /// Nơi cư trú.
        Residence = "residence",
        /// Nơi làm việc.
        Workplace = "workplace",
        /// Theo chuyên đề.
        Theme = "theme",
        /// Theo đối tượng, lĩnh vực: young people, farmers, teachers.
        Audience = "audience",
        /// Trực tuyến, with or without a room.
        Online = "online",
        /// Ngoài đơn vị bầu cử.
        Outside = "outside",
    }
}

/// A point on the map, in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Location {
    /// Latitude, -90 to 90.
    pub lat: f64,
    /// Longitude, -180 to 180.
    pub lon: f64,
}

/// A planned meeting of delegates and residents (hội nghị tiếp xúc cử tri).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    /// Printed on posters; stands in the deep link `m_<code>`.
    pub code: MeetingCode,
    /// The session it belongs to; a meeting by theme may belong to none.
    #[serde(default)]
    pub session: Option<SessionCode>,
    /// Before or after that session.
    pub phase: MeetingPhase,
    /// Its form.
    pub kind: MeetingKind,
    /// What it is about, if about one thing.
    #[serde(default)]
    pub theme: Option<LocalText>,
    /// The field it is about: whoever wants to hear of meetings about it is told.
    #[serde(default)]
    pub subject: Option<CategoryCode>,
    /// Whose residents are invited; never empty.
    pub areas: Vec<AreaCode>,
    /// Who holds it; several for a joint meeting.
    pub bodies: Vec<BodyCode>,
    /// Beginning.
    pub starts_at: Timestamp,
    /// Planned end, after the beginning.
    pub ends_at: Timestamp,
    /// The room; missing only for a meeting that is online alone.
    #[serde(default)]
    pub venue: Option<LocalText>,
    /// The street address of the venue.
    #[serde(default)]
    pub address: Option<LocalText>,
    /// The pin on the map.
    #[serde(default)]
    pub location: Option<Location>,
    /// Where to join from home.
    #[serde(default)]
    pub online_url: Option<String>,
    /// Seats; `None` is as many as come.
    #[serde(default)]
    pub capacity: Option<u32>,
    /// Seats among them that a clerk gives out.
    #[serde(default)]
    pub reserved: u32,
    /// Last instant to register; the beginning, where the file says nothing.
    pub registration_closes_at: Timestamp,
}

impl Meeting {
    /// The same at another time: how long it lasts, and how long before it registration ends, stay.
    #[must_use]
    pub fn starting(self, starts_at: Timestamp) -> Self {
        let moved = starts_at.duration_since(self.starts_at);
        Self {
            starts_at,
            ends_at: self.ends_at + moved,
            registration_closes_at: self.registration_closes_at + moved,
            ..self
        }
    }

    /// Whether those who want to come must be told when it becomes `newer`: another time or another place.
    #[must_use]
    pub fn is_moved_by(&self, newer: &Self) -> bool {
        let place = |meeting: &Self| {
            (
                meeting.venue.clone(),
                meeting.address.clone(),
                meeting.online_url.clone(),
            )
        };
        (self.starts_at, self.ends_at) != (newer.starts_at, newer.ends_at)
            || place(self) != place(newer)
    }

    /// Whether one body would have to be at both meetings at the same time. A meeting does not overlap itself.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.code != other.code
            && self.starts_at < other.ends_at
            && other.starts_at < self.ends_at
            && self.bodies.iter().any(|body| other.bodies.contains(body))
    }
}

#[cfg(test)]
mod tests;
