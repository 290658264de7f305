//! What is asked for about a question entered for somebody.

use serde::{Deserialize, Serialize};

use crate::domain::{entry::Step, ids::EntryId};

/// One of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProxyPrompt {
    /// The words of one step of an entry.
    Words {
        /// Of which entry.
        entry: EntryId,
        /// For which step.
        step: Step,
    },
    /// What somebody without Telegram said when the office asked them back.
    Reply,
}
