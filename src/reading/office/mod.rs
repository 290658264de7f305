//! What the office alone asks for: its books, announcements to many, rounds on a draft.

pub(super) mod audit;
pub(super) mod broadcast;
pub(super) mod consultation;
