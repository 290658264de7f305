//! Buttons of what only administrators and officers do: roles and rights, the groups of bodies.

mod link;
mod roles;

pub(crate) use self::{
    link::LinkButton,
    roles::{AuditOnly, RoleButton},
};

#[cfg(test)]
pub(in crate::chat::button) use self::roles::every_button;

use super::{code_of, row};
