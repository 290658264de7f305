//! What is asked for about a card.

use serde::{Deserialize, Serialize};

use crate::domain::ids::BodyCode;

/// One of these. `version` is the question's when the button was pressed: who did something meanwhile is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CasePrompt {
    /// Why it goes to another body.
    Transfer {
        /// Which.
        to: BodyCode,
        /// See above.
        version: u32,
    },
    /// What its author is asked.
    AskBack {
        /// See above.
        version: u32,
    },
    /// To whom it is sent up, with which document.
    SendUp {
        /// See above.
        version: u32,
    },
    /// Why it is set aside, and until when.
    SetAside {
        /// See above.
        version: u32,
    },
    /// Why the answer takes longer, and until when.
    Extend {
        /// See above.
        version: u32,
    },
    /// What its author said on the phone.
    EnterReply {
        /// See above.
        version: u32,
    },
}

impl CasePrompt {
    /// The question's version when the words were asked for.
    #[must_use]
    pub fn version(&self) -> u32 {
        match self {
            Self::Transfer { version, .. }
            | Self::AskBack { version }
            | Self::SendUp { version }
            | Self::SetAside { version }
            | Self::Extend { version }
            | Self::EnterReply { version } => *version,
        }
    }
}
