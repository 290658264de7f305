//! What clerks are asked for about a meeting.

use serde::{Deserialize, Serialize};

use crate::domain::ids::MeetingCode;

/// One of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingPrompt {
    /// The form of a new meeting.
    Plan,
    /// The lines of this one that change.
    Change(MeetingCode),
    /// The areas to which it is copied.
    Copy(MeetingCode),
    /// Why it is called off.
    CallOff(MeetingCode),
    /// The name of a speaker from the floor.
    NameSpeaker(MeetingCode),
    /// Names of invited guests without Telegram, for reserved seats.
    Invite(MeetingCode),
    /// What came of it, in numbers.
    Close(MeetingCode),
    /// A question while it runs.
    Live(MeetingCode),
}
