//! What clerks are asked to write about a request of somebody about their own data.

use serde::{Deserialize, Serialize};

use crate::domain::ids::DataRequestId;

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DataPrompt {
    /// What was done.
    Done(DataRequestId),
    /// Why it is refused.
    Refused(DataRequestId),
}
