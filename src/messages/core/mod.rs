//! What serves every subject.

pub(crate) mod catalog;
pub(crate) mod group;
pub(crate) mod help;
pub(crate) mod html;
pub(crate) mod keyboard;
pub(crate) mod lines;
pub mod plain;
pub(crate) mod prompt;
pub(crate) mod refusal;
