//! What could not be done and waits for somebody to decide: updates that were given up, messages that did not leave.

use jiff::Timestamp;

use super::keyword::keywords;

keywords! {
    /// What it is.
    pub enum Trouble {
        /// An update that could not be handled.
        Update = "update",
        /// A message that Telegram did not take, or that was held when a backup was put back.
        Message = "message",
        /// What many people were being told when a backup was made that was put back.
        Round = "round",
    }
}

keywords! {
    /// What somebody decided.
    pub enum Remedy {
        /// It is tried once more.
        Again = "again",
        /// It is given up.
        GivenUp = "given_up",
    }
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stuck {
    /// What it is.
    pub(crate) what: Trouble,
    /// Its number.
    pub(crate) number: i64,
    /// Since when.
    pub(crate) since: Timestamp,
    /// What the program said; never a person's words.
    pub(crate) why: String,
    /// It was held when a backup was put back: it may have been sent.
    pub(crate) is_held: bool,
}
