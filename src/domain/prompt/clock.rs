//! What is asked for about reminders and lists.

use serde::{Deserialize, Serialize};

use crate::domain::ids::PaperId;

/// One of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockPrompt {
    /// Why reminders are put off, and until which day.
    PutOff,
    /// Number and day of a paper that is issued.
    Issue(PaperId),
}
