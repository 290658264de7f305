//! A small Telegram of our own. Imports nothing else of this crate.
