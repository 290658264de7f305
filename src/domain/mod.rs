//! What is true and what is allowed: pure, no IO, no clock, no randomness.
pub mod code;
pub mod ids;
pub mod text;
pub mod working_days;
