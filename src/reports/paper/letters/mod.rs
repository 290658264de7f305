//! Letters, one a body: who is invited, what is passed on, what is overdue.

pub(super) mod chase;
pub(super) mod invitation;
pub(super) mod transfer;
