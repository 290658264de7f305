//! What is true and what is allowed: pure, no IO, no clock, no randomness.
pub mod area;
pub mod body;
pub mod category;
pub mod code;
pub mod council;
pub mod ids;
pub mod keyword;
pub mod meeting;
pub mod routing;
pub mod session;
pub mod text;
pub mod working_days;
