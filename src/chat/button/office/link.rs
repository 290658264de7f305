//! Which body a group belongs to.

use super::code_of;
use crate::domain::ids::BodyCode;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkButton {
    /// Links this group to the body.
    To(BodyCode),
    /// The same, after reading what it was linked to before.
    Anew(BodyCode),
    /// Leaves it as it is linked.
    Leave,
    /// Links it although others than its members read along.
    InSpiteOfAll(BodyCode),
}

impl LinkButton {
    pub(in crate::chat::button) fn encode(&self) -> String {
        match self {
            Self::To(body) => format!("lk:{body}"),
            Self::Anew(body) => format!("ly:{body}"),
            Self::Leave => "lz".to_owned(),
            Self::InSpiteOfAll(body) => format!("lo:{body}"),
        }
    }

    pub(in crate::chat::button) fn decode(code: &str, rest: &str) -> Option<Self> {
        let body = || code_of(rest).map(BodyCode::new);
        Some(match code {
            "lk" => Self::To(body()?),
            "ly" => Self::Anew(body()?),
            "lz" => Self::Leave,
            "lo" => Self::InSpiteOfAll(body()?),
            _ => return None,
        })
    }

    /// One of each, the longest that can be.
    #[cfg(test)]
    pub(in crate::chat::button) fn every() -> Vec<Self> {
        let body = || BodyCode::new("a".repeat(24));
        vec![
            Self::To(body()),
            Self::Anew(body()),
            Self::Leave,
            Self::InSpiteOfAll(body()),
        ]
    }
}
