//! Cards, and what bodies do with questions.

pub(crate) mod ask_backs;
pub(crate) mod assessments;
pub(crate) mod steps;
