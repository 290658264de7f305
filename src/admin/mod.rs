//! The operator's door: one file a subcommand.

pub mod categorise;
pub mod check;
#[cfg(feature = "emulator")]
pub mod demo;
pub mod load;
pub mod log;
