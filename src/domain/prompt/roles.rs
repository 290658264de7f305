//! What is asked for about roles and rights.

use serde::{Deserialize, Serialize};

/// One of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RolePrompt {}
