//! Council sessions (kỳ họp): what questions are collected for.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{LocalText, SessionCode};

/// Which moment before a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Before {
    /// Questions for it will soon be taken no more.
    Closing,
    /// It opens soon.
    Opening,
}

/// A session of the council (kỳ họp).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Names the session in commands and reports.
    pub code: SessionCode,
    /// "Kỳ họp thứ 4".
    pub name: LocalText,
    /// The first day.
    pub opens_on: Date,
    /// Questions that arrive from this instant on go to the next session; residents are told so.
    pub questions_close_at: Timestamp,
}
