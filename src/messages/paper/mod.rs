//! People without Telegram.

pub(crate) mod entry;
pub(crate) mod entry_lines;
pub(crate) mod on_paper;
pub(crate) mod slip;
