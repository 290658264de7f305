//! People without Telegram.

pub(crate) mod entered_for;
pub(crate) mod entries;
pub(crate) mod opinion_slips;
