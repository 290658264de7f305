//! What is asked for about reminders and lists.

use serde::{Deserialize, Serialize};

/// One of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockPrompt {
    /// Why reminders are put off, and until which day.
    PutOff,
}
