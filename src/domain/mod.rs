//! What is true and what is allowed: pure, no IO, no clock, no randomness.
//!
//! Time, facts and policies come in as arguments; decisions and refusals come out as values.

pub mod answer;
pub mod area;
pub mod attachment;
pub mod body;
pub mod categorise;
pub mod category;
pub mod code;
pub mod conversation;
pub mod council;
pub mod digest;
pub mod entry;
pub mod event;
pub mod gate;
pub mod guidance;
pub mod ids;
pub mod invitation;
pub mod keyword;
pub mod listing;
pub mod meeting;
pub mod nearest;
pub mod permission;
pub mod phone;
pub mod prompt;
pub mod question;
pub mod recent;
pub mod redaction;
pub mod resident;
pub mod role;
pub mod routing;
pub mod scope;
pub mod session;
pub mod similarity;
pub mod statistics;
pub mod text;
pub mod triage;
pub mod typed_day;
pub mod working_days;
