//! Roles, rights, handing over, the audit.

pub(crate) mod audit;
pub(crate) mod bans;
pub(crate) mod broadcast;
pub(crate) mod consultation;
pub(crate) mod handover;
pub(crate) mod roles;
pub(crate) mod trouble;
