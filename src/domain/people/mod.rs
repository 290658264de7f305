//! Who somebody is, what they may do, and what they are in the middle of.

pub(crate) mod ban;
pub mod broadcast;
pub mod data_request;
pub(crate) mod flood;
pub(crate) mod invitation;
pub(crate) mod membership;
pub(crate) mod permission;
pub(crate) mod phone;
pub(crate) mod resident;
pub mod role;
