//! Council sessions (kỳ họp): what questions are collected for.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ids::{LocalText, SessionCode};

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
