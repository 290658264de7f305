//! Roles, rights, handing over, the audit.

pub(crate) mod audit;
pub(crate) mod bans;
pub(crate) mod broadcasts;
pub(crate) mod consultations;
pub(crate) mod duties;
pub mod exchanges;
pub(crate) mod held_deeds;
pub mod imports;
pub(crate) mod invitations;
pub mod issued;
pub(crate) mod members;
pub(crate) mod phones;
pub(crate) mod roles;
pub(crate) mod trouble;
