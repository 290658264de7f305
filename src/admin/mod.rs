//! The operator's door: one file a subcommand.

pub mod categorise;
pub mod check;
#[cfg(feature = "emulator")]
pub mod demo;
mod exposed;
pub mod load;
pub mod log;
pub mod retention;
