//! Roles: who works for the council, beside the members of a linked group.

use jiff::Timestamp;

use crate::domain::{
    ids::{BodyCode, GrantId, UserId},
    keyword::keywords,
};

keywords! {
    /// A role somebody was given.
    pub enum Role {
        /// Quản trị: everything, and giving roles.
        Administrator = "administrator",
        /// Thư ký, chuyên viên văn phòng: triage, meetings, entering questions.
        Clerk = "clerk",
        /// Tổ trưởng, Trưởng ban: approves answers of the body, hands over.
        Head = "head",
        /// Đại biểu: acts for the body, also in private.
        Delegate = "delegate",
        /// Theo dõi: reads in the group, changes nothing.
        Observer = "observer",
    }
}

/// A role that somebody holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Its row.
    pub id: GrantId,
    /// Who.
    pub user: UserId,
    /// Which role.
    pub role: Role,
    /// For which body; `None` for administrators and clerks.
    pub body: Option<BodyCode>,
    /// As the bodies know the person.
    pub name: String,
    /// Until when; `None`: until it is revoked.
    pub expires_at: Option<Timestamp>,
}

impl Role {
    /// Whether it is held for one body.
    #[must_use]
    pub fn is_of_body(self) -> bool {
        matches!(self, Self::Head | Self::Delegate | Self::Observer)
    }
}
