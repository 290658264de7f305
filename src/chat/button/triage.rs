//! Buttons of the triage queue: corrections, merges, splits, returns.

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TriageButton {}

impl TriageButton {
    /// Its data without the letter in front: a short code and its arguments.
    pub(super) fn encode(&self) -> String {
        match *self {}
    }

    /// Reads data that came back, without the letter in front.
    pub(super) fn decode(_code: &str, _rest: &str) -> Option<Self> {
        None
    }
}
