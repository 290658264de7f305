//! Rights as proofs: a function that needs a right takes a value that only this module can make.

use std::collections::BTreeSet;

use super::{
    ids::{BodyCode, UserId},
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

/// Proof that somebody may enter questions for people without Telegram: an administrator, a clerk by role, or
/// whoever acts for the office or the fatherland front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntersForOthers(UserId);

impl EntersForOthers {
    /// In a linked group, its members. `takes` says of a body whether people come to it with their questions.
    #[must_use]
    pub fn in_group(
        member: &ActsForBody,
        user: UserId,
        takes: impl Fn(&BodyCode) -> bool,
    ) -> Option<Self> {
        takes(member.body()).then_some(Self(user))
    }

    /// In private: `acts_for` are the bodies for which the person acts now, `held` the roles they hold, both
    /// read in this transaction.
    #[must_use]
    pub fn in_private(
        user: UserId,
        admin: Option<Administrator>,
        held: &[Grant],
        acts_for: &BTreeSet<BodyCode>,
        takes: impl Fn(&BodyCode) -> bool,
    ) -> Option<Self> {
        let by_role = held
            .iter()
            .any(|grant| matches!(grant.role, Role::Clerk | Role::Administrator));
        (admin.is_some() || by_role || acts_for.iter().any(takes)).then_some(Self(user))
    }

    /// Whoever may check people in at a meeting may write down what was said there.
    #[must_use]
    pub fn at_meeting(door: crate::domain::meeting::check_in::ChecksIn) -> Self {
        Self(door.user())
    }

    /// Who it is.
    #[must_use]
    pub fn user(self) -> UserId {
        self.0
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
