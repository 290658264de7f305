//! What is asked for about an answer.

use serde::{Deserialize, Serialize};

/// One of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnsweringPrompt {}
