//! What is true and what is allowed: pure, no IO, no clock, no randomness.
//!
//! Time, facts and policies come in as arguments; decisions and refusals come out as values.

pub mod answer;
pub mod attachment;
pub mod categorise;
pub mod chain;
pub mod code;
pub mod consultation;
pub mod council;
pub(crate) mod entry;
pub mod event;
pub(crate) mod gate;
pub(crate) mod guidance;
pub mod ids;
pub mod import;
pub mod keyword;
pub mod meeting;
pub(crate) mod nearest;
pub mod planning;
pub mod prompt;
pub mod question;
pub mod recent;
pub mod redaction;
pub(crate) mod said_day;
pub mod similarity;
pub mod text;
pub(crate) mod triage;
pub mod trouble;
pub(crate) mod typed_day;
pub mod working_days;

pub mod report;

mod overview;
mod people;

// A module is called by what it is about, not by the shelf it stands on.
pub use self::council::{area, body, category, retention, routing, session};
pub use self::overview::{audit, limits, listing, reading, site};
pub(crate) use self::overview::{board, digest, scope, search, statistics};
pub(crate) use self::people::{ban, flood, invitation, membership, permission, phone, resident};
pub use self::people::{broadcast, data_request, role};
pub use self::prompt::conversation;
