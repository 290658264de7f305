//! cutri: residents, their questions and their People's Council, over Telegram.

pub mod domain;
#[cfg(feature = "emulator")]
pub mod emulator;
