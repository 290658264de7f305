//! Buttons under a message that asks somebody for words: ready-made ones, and the way out.

use super::row;
use crate::domain::ids::PromptId;

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WaitingButton {
    /// Leaves it.
    Leave(PromptId),
    /// Says the words with this number; or, where a day is wanted too, chooses them.
    Say(PromptId, u8),
    /// Names a day (days since 1 January 1970), with the words of this number.
    Day(PromptId, i64, u8),
}

impl WaitingButton {
    /// What was asked for.
    #[must_use]
    pub(crate) fn prompt(self) -> PromptId {
        match self {
            Self::Leave(prompt) | Self::Say(prompt, _) | Self::Day(prompt, ..) => prompt,
        }
    }

    /// Its data without the letter in front: a short code and its arguments.
    pub(super) fn encode(self) -> String {
        match self {
            Self::Leave(prompt) => format!("lv:{prompt}"),
            Self::Say(prompt, number) => format!("sy:{prompt}:{number}"),
            Self::Day(prompt, day, number) => format!("dy:{prompt}:{day}:{number}"),
        }
    }

    /// Reads data that came back, without the letter in front.
    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        let mut parts = rest.split(':');
        let prompt = PromptId(row(parts.next()?)?);
        Some(match code {
            "lv" => Self::Leave(prompt),
            "sy" => Self::Say(prompt, parts.next()?.parse().ok()?),
            "dy" => Self::Day(prompt, row(parts.next()?)?, parts.next()?.parse().ok()?),
            _ => return None,
        })
    }

    /// Every kind of them, as long as it gets.
    #[cfg(test)]
    pub(super) fn every() -> Vec<Self> {
        let prompt = PromptId(i64::MAX);
        vec![
            Self::Leave(prompt),
            Self::Say(prompt, u8::MAX),
            Self::Day(prompt, 99_999, u8::MAX),
        ]
    }
}
