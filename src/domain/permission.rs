//! Rights as proofs: a function that needs a right takes a value that only this module can make.

use std::collections::BTreeSet;

use super::{
    ids::{BodyCode, UserId},
    meeting::check_in::Clerk,
    role::{Grant, Role},
};

/// The user as whom Telegram shows administrators who write anonymously in their group: nobody knows which
/// of them it was, so any member of the body may decide about their words.
pub const ANONYMOUS_ADMINISTRATOR: UserId = UserId(1_087_968_824);

/// Proof that somebody acts for a body: they wrote or pressed in the body's own linked group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActsForBody(BodyCode);

impl ActsForBody {
    /// Members of a linked group act for its body (contract: "Chat commands"). `linked` is the body of the
    /// group the update came from, read in this transaction.
    #[must_use]
    pub fn in_linked_group(linked: Option<&BodyCode>) -> Option<Self> {
        linked.cloned().map(Self)
    }

    /// The office sorts: a clerk decides about questions of any body (correct, transfer, return).
    #[must_use]
    pub fn for_the_office(_clerk: Clerk, body: &BodyCode) -> Self {
        Self(body.clone())
    }

    /// The body acted for.
    #[must_use]
    pub fn body(&self) -> &BodyCode {
        &self.0
    }
}

/// Proof that somebody heads a body: approves its answers, hands its questions over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadsBody(BodyCode);

impl HeadsBody {
    /// Whoever holds the role for this body. `held` are the roles the person holds, read in this transaction.
    #[must_use]
    pub fn by_role(held: &[Grant], body: &BodyCode) -> Option<Self> {
        held.iter()
            .any(|grant| grant.role == Role::Head && grant.body.as_ref() == Some(body))
            .then(|| Self(body.clone()))
    }

    /// Where nobody holds the role yet, another member than the author: four eyes, not one. `heads` are the
    /// holders of roles for the body.
    #[must_use]
    pub fn in_their_absence(
        member: &ActsForBody,
        holders: &[Grant],
        author: UserId,
        who: UserId,
    ) -> Option<Self> {
        let has_head = holders.iter().any(|grant| grant.role == Role::Head);
        (!has_head && author != who).then(|| Self(member.body().clone()))
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &BodyCode {
        &self.0
    }
}

/// Proof that somebody administers this bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Administrator(UserId);

impl Administrator {
    /// First administrators are named in the configuration (`CUTRI_ADMINS`).
    #[must_use]
    pub fn among(admins: &BTreeSet<UserId>, user: UserId) -> Option<Self> {
        admins.contains(&user).then_some(Self(user))
    }

    /// Who it is.
    #[must_use]
    pub fn user(self) -> UserId {
        self.0
    }
}
