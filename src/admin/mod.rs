//! The operator's door: one file a subcommand.

pub mod backup;
pub mod categorise;
pub mod check;
#[cfg(feature = "emulator")]
pub mod demo;
pub mod exchange;
pub mod export;
mod exposed;
pub mod health;
pub mod import;
pub mod init;
pub mod load;
pub mod log;
pub mod report;
pub mod retention;
pub mod routes;
mod schema;
pub(crate) mod sheet;
