//! People who write to the bot, what they agreed to, and what becomes of their data.

pub(crate) mod associations;
pub mod cleanup;
pub(crate) mod data_requests;
pub mod erasure;
pub(crate) mod residents;
pub mod retention;
