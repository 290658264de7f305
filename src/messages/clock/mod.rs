//! Digests, reminders, lists, figures.

pub(crate) mod board;
pub(crate) mod call_back;
pub(crate) mod digest;
pub(crate) mod figures;
pub(crate) mod issue;
pub(crate) mod limits;
pub(crate) mod listing;
pub(crate) mod reminder;
pub(crate) mod report;
pub(crate) mod tasks;
