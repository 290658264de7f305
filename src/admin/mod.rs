//! The operator's door: one file a subcommand.

pub mod categorise;
pub mod check;
#[cfg(feature = "emulator")]
pub mod demo;
pub mod export;
mod exposed;
pub mod import;
pub mod load;
pub mod log;
pub mod report;
pub mod retention;
