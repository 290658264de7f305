//! What is asked for in the triage queue.

use serde::{Deserialize, Serialize};

/// One of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TriagePrompt {}
