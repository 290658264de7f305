//! The preview of an answer.

use super::row;
use crate::domain::{ids::AnswerId, question::ResultClass};

/// The preview of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PreviewButton {
    /// Gives the answer this result class.
    Classify(AnswerId, ResultClass),
    /// Sends the answer to the resident.
    SendAnswer(AnswerId),
    /// Keeps the text as an internal note.
    KeepNote(AnswerId),
    /// Drops the text.
    DropAnswer(AnswerId),
}

impl PreviewButton {
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Classify(answer, class) => format!("ac:{answer}:{}", class.code()),
            Self::SendAnswer(answer) => format!("sa:{answer}"),
            Self::KeepNote(answer) => format!("kn:{answer}"),
            Self::DropAnswer(answer) => format!("da:{answer}"),
        }
    }

    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        Some(match code {
            "ac" => {
                let (answer, class) = rest.split_once(':')?;
                Self::Classify(AnswerId(row(answer)?), ResultClass::from_code(class)?)
            }
            "sa" => Self::SendAnswer(AnswerId(row(rest)?)),
            "kn" => Self::KeepNote(AnswerId(row(rest)?)),
            "da" => Self::DropAnswer(AnswerId(row(rest)?)),
            _ => return None,
        })
    }
}
