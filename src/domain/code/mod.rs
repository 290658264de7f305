//! Codes that people read aloud, type and print: question codes, ticket codes, slip codes.
//!
//! Reading is lenient (lower case, missing hyphens, spaces, full-width letters of a phone's keyboard),
//! printing is always the one canonical form. Nothing here knows which codes exist.

mod opinion;
mod question;
mod slip;
mod ticket;

pub use self::opinion::{MOST_SLIPS, OpinionSlip};
pub use self::question::{CodePrefix, QuestionCode};
pub use self::slip::SlipCode;
pub use self::ticket::TicketCode;

/// Why a typed text is not a code, so that the person can be told what to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeProblem {
    /// It does not look like a code at all.
    #[error("this is not a code")]
    NotACode,
    /// It looks like a code of another council.
    #[error("the code begins with other letters than this council's codes")]
    OtherPrefix,
    /// The number is there, the check letter is not.
    #[error("the letter at the end of the code is missing")]
    NoCheckLetter,
    /// Digits or check letter are wrong: "please check the digits".
    #[error("a digit or the letter at the end of the code is wrong")]
    WrongCheckLetter,
}
