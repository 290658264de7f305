//! What officers have: roles, invitations, handing over, the audit, phones, menus, linking groups.

pub(crate) mod audit;
pub(crate) mod bans;
pub(crate) mod broadcast;
pub(crate) mod hand_over;
pub(crate) mod invite;
pub(crate) mod link;
pub(crate) mod membership;
pub(crate) mod menus;
pub(crate) mod phone;
pub(crate) mod relink;
pub(crate) mod roles;
pub(crate) mod timers;
pub(crate) mod trouble;
pub(crate) mod uncover;
pub(crate) mod upkeep;
