//! Questions of residents.

pub(crate) mod attachments;
pub(crate) mod follow_ups;
pub(crate) mod held_texts;
pub(crate) mod points;
pub mod public_texts;
pub(crate) mod publications;
pub mod questions;
pub(crate) mod searches;
pub(crate) mod support;
