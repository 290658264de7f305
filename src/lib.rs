//! cutri: residents, their questions and their People's Council, over Telegram.

pub mod chat;
pub mod clock;
pub mod domain;
pub mod messages;
#[cfg(feature = "emulator")]
pub mod emulator;
pub mod store;
