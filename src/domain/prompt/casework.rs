//! What is asked for about a card.

use serde::{Deserialize, Serialize};

/// One of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CasePrompt {}
