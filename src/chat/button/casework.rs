//! Buttons of what a body does with a card besides claiming and answering: transfer, ask back, send up, set aside, extend, return.

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseButton {}

impl CaseButton {
    /// Its data without the letter in front: a short code and its arguments.
    pub(super) fn encode(&self) -> String {
        match *self {}
    }

    /// Reads data that came back, without the letter in front.
    pub(super) fn decode(_code: &str, _rest: &str) -> Option<Self> {
        None
    }
}
