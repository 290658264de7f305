//! What clerks are asked to write about an announcement to many.

use serde::{Deserialize, Serialize};

use crate::domain::ids::BroadcastId;

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BroadcastPrompt {
    /// What is told: words, a photo or a file with words under it.
    Text(BroadcastId),
    /// The button under it: what it says, and where it leads.
    Link(BroadcastId),
    /// Why it cannot wait for the morning.
    Reason(BroadcastId),
}
