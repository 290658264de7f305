//! cutri: residents, their questions and their People's Council, over Telegram.

pub mod admin;
pub mod botapi;
pub mod chat;
pub mod clock;
pub mod config;
pub mod delivery;
pub mod domain;
#[cfg(feature = "emulator")]
pub mod emulator;
pub mod handlers;
pub mod health;
pub mod http;
pub mod intake;
pub mod messages;
pub mod run;
pub mod schedule;
pub mod stop;
pub mod store;
