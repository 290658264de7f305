//! What is asked for about a round on a draft.

use serde::{Deserialize, Serialize};

use crate::domain::ids::ConsultationId;

/// One of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsultPrompt {
    /// A clerk: title and statements of a new one.
    New,
    /// A clerk: the same of one that is being written.
    Rewrite(ConsultationId),
    /// A resident: a statement of their own.
    Statement(ConsultationId),
}
