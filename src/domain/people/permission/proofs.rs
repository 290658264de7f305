//! The proofs: values that say who may do something, each made from [`Rights`] or from what rights are made of.

use super::Rights;
use crate::domain::{
    council::Publish,
    ids::{BodyCode, UserId},
    meeting::registration::Planned,
    role::{Grant, Role},
};

/// Proof that somebody acts for a body: as a member of its linked group, or by a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ActsForBody(pub(super) BodyCode);

impl ActsForBody {
    /// Of somebody of whom nothing else is known than that they act in the linked group of this body: for tests.
    /// Handlers ask `handlers::shared::rights`, which knows of observers, revoked roles and those who left.
    #[cfg(test)]
    pub(crate) fn in_linked_group(linked: Option<&BodyCode>) -> Option<Self> {
        linked.cloned().map(Self)
    }

    /// The office sorts: a clerk decides about questions of any body (correct, transfer, return).
    #[must_use]
    pub(crate) fn for_the_office(_clerk: Clerk, body: &BodyCode) -> Self {
        Self(body.clone())
    }

    /// The body acted for.
    #[must_use]
    pub(crate) fn body(&self) -> &BodyCode {
        &self.0
    }
}

/// Proof that somebody heads a body: approves its answers, hands its questions over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HeadsBody(pub(super) ());

impl HeadsBody {
    /// Whoever holds the role for this body. `held` are the roles the person holds, read in this transaction.
    #[must_use]
    pub(crate) fn by_role(held: &[Grant], body: &BodyCode) -> Option<Self> {
        held.iter()
            .any(|grant| grant.role == Role::Head && grant.body.as_ref() == Some(body))
            .then_some(Self(()))
    }

    /// Where nobody holds the role yet, another member than the author: four eyes, not one. `heads` are the
    /// holders of roles for the body.
    #[must_use]
    pub(crate) fn in_their_absence(
        _member: &ActsForBody,
        holders: &[Grant],
        author: UserId,
        who: UserId,
    ) -> Option<Self> {
        let has_head = holders.iter().any(|grant| grant.role == Role::Head);
        (!has_head && author != who).then_some(Self(()))
    }

    /// Administrators may do it for somebody else's words, in any body.
    #[must_use]
    pub(crate) fn by_administrator(administrator: Administrator, author: UserId) -> Option<Self> {
        (administrator.user() != author).then_some(Self(()))
    }
}

/// Proof that somebody may enter questions for people without Telegram: an administrator, a clerk by role, or
/// whoever acts for the office or the fatherland front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EntersForOthers(UserId);

impl EntersForOthers {
    /// In a linked group, its members. `takes` says of a body whether people come to it with their questions.
    #[must_use]
    pub(crate) fn in_group(rights: &Rights, takes: impl Fn(&BodyCode) -> bool) -> Option<Self> {
        rights
            .here()
            .filter(|member| takes(member.body()))
            .map(|_| Self(rights.who()))
    }

    /// In private, clerks and whoever acts for such a body.
    #[must_use]
    pub(crate) fn in_private(rights: &Rights, takes: impl Fn(&BodyCode) -> bool) -> Option<Self> {
        let may = rights.is_clerk() || rights.bodies().iter().any(takes);
        may.then(|| Self(rights.who()))
    }

    /// Whoever may check people in at a meeting may write down what was said there.
    #[must_use]
    pub(crate) fn at_meeting(door: ChecksIn) -> Self {
        Self(door.user())
    }

    /// Who it is.
    #[must_use]
    pub(crate) fn user(self) -> UserId {
        self.0
    }
}

/// Proof that somebody administers this bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Administrator(pub(super) UserId);

impl Administrator {
    /// Who it is.
    #[must_use]
    pub(crate) fn user(self) -> UserId {
        self.0
    }
}

/// Proof that somebody may check people in at one meeting: an administrator, somebody of the office, or of a
/// body that holds the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ChecksIn(UserId);

impl ChecksIn {
    /// From the rights they have where they act.
    #[must_use]
    pub(crate) fn at(planned: &Planned, rights: &Rights) -> Option<Self> {
        let holds = planned
            .meeting
            .bodies
            .iter()
            .any(|body| rights.acts_for(body).is_some());
        (rights.is_clerk() || holds).then_some(Self(rights.who()))
    }

    /// Who it is.
    #[must_use]
    pub(crate) fn user(self) -> UserId {
        self.0
    }
}

/// Proof that somebody looks at what a body answered before everybody can read it: a clerk, or, where the council says so,
/// whoever heads the body. Administrators may in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Publishes(());

impl Publishes {
    /// From the rights they have where they act.
    #[must_use]
    pub(crate) fn of(rights: &Rights, rule: Publish, body: &BodyCode) -> Option<Self> {
        let may = match rule {
            Publish::Clerk => rights.is_clerk(),
            Publish::Head => rights.heads(body).is_some() || rights.administrator().is_some(),
        };
        may.then_some(Self(()))
    }
}

/// Proof that somebody plans meetings: an administrator or somebody of the office (a clerk).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clerk(UserId);

impl Clerk {
    /// From the rights they have where they act.
    #[must_use]
    pub(crate) fn of(rights: &Rights) -> Option<Self> {
        rights.is_clerk().then_some(Self(rights.who()))
    }

    /// Who it is.
    #[must_use]
    pub(crate) fn user(self) -> UserId {
        self.0
    }
}
