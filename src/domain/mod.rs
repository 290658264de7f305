//! What is true and what is allowed: pure, no IO, no clock, no randomness.
pub mod categorise;
pub mod ids;
pub mod similarity;
