//! Text as Telegram reads it: HTML, what it finds by itself, lengths in UTF-16 units.

pub(crate) mod address;
pub(crate) mod entities;
pub(crate) mod html;
pub(crate) mod utf16;
