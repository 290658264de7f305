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

/// Proof that somebody acts for a body: as a member of its linked group, or by a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActsForBody(BodyCode);

impl ActsForBody {
    /// Of somebody of whom nothing else is known than that they act in the linked group of this body. Handlers ask
    /// `handlers::rights`, which knows of observers, revoked roles and those who left.
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

/// Everything about a person and a place that rights follow from, read in one transaction.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// Who.
    pub who: UserId,
    /// Whether the configuration names them as administrator.
    pub is_named_administrator: bool,
    /// The roles they hold now.
    pub held: &'a [Grant],
    /// The body of the linked group in which they act; `None` in private and in other groups.
    pub here: Option<&'a BodyCode>,
    /// Bodies for which they acted in the group lately.
    pub on_duty: &'a BTreeSet<BodyCode>,
    /// Bodies whose group they left, and have not been seen to come back.
    pub left: &'a BTreeSet<BodyCode>,
    /// Bodies for which their last role was an observer's, or was taken away: being in the group is not enough.
    pub barred: &'a BTreeSet<BodyCode>,
    /// The body that is the office.
    pub office: &'a BodyCode,
}

/// What a person may do in the place where they act. Made anew for every press: nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rights {
    who: UserId,
    is_administrator: bool,
    acts_for: BTreeSet<BodyCode>,
    heads: BTreeSet<BodyCode>,
    observes: BTreeSet<BodyCode>,
    here: Option<BodyCode>,
    office: BodyCode,
}

impl Rights {
    /// Members of a linked group act for its body there, and for a while in private; roles act for their body
    /// everywhere; observers only read; whoever left a group has lost what it gave.
    #[must_use]
    pub fn of(facts: Circumstances<'_>) -> Self {
        let is_administrator = facts.is_named_administrator
            || facts
                .held
                .iter()
                .any(|grant| grant.role == Role::Administrator);
        let mut acts_for = BTreeSet::new();
        let mut heads = BTreeSet::new();
        let mut observes = BTreeSet::new();
        for grant in facts.held {
            let body = match grant.role {
                Role::Administrator => continue,
                Role::Clerk => Some(facts.office),
                Role::Head | Role::Delegate | Role::Observer => grant.body.as_ref(),
            };
            let Some(body) = body.filter(|body| !facts.left.contains(*body)) else {
                continue;
            };
            match grant.role {
                Role::Observer => observes.insert(body.clone()),
                Role::Head => {
                    heads.insert(body.clone());
                    acts_for.insert(body.clone())
                }
                Role::Administrator | Role::Clerk | Role::Delegate => acts_for.insert(body.clone()),
            };
        }
        let by_membership = |body: &&BodyCode| {
            !facts.left.contains(*body) && (is_administrator || !facts.barred.contains(*body))
        };
        acts_for.extend(facts.here.into_iter().filter(by_membership).cloned());
        acts_for.extend(facts.on_duty.iter().filter(by_membership).cloned());
        observes.retain(|body| !acts_for.contains(body));
        Self {
            who: facts.who,
            is_administrator,
            acts_for,
            heads,
            observes,
            here: facts.here.cloned(),
            office: facts.office.clone(),
        }
    }

    /// Whose rights they are.
    #[must_use]
    pub fn who(&self) -> UserId {
        self.who
    }

    /// Proof of acting for the body of the group they are in.
    #[must_use]
    pub fn here(&self) -> Option<ActsForBody> {
        self.acts_for(self.here.as_ref()?)
    }

    /// Proof of acting for this body.
    #[must_use]
    pub fn acts_for(&self, body: &BodyCode) -> Option<ActsForBody> {
        self.acts_for
            .contains(body)
            .then(|| ActsForBody(body.clone()))
    }

    /// Every body they act for.
    #[must_use]
    pub fn bodies(&self) -> &BTreeSet<BodyCode> {
        &self.acts_for
    }

    /// Every body whose questions they may read.
    #[must_use]
    pub fn reads_for(&self) -> BTreeSet<BodyCode> {
        self.acts_for.union(&self.observes).cloned().collect()
    }

    /// Proof of heading this body, by role.
    #[must_use]
    pub fn heads(&self, body: &BodyCode) -> Option<HeadsBody> {
        self.heads.contains(body).then(|| HeadsBody(body.clone()))
    }

    /// Proof of administering the bot.
    #[must_use]
    pub fn administrator(&self) -> Option<Administrator> {
        self.is_administrator.then_some(Administrator(self.who))
    }

    /// Whether they do the office's work: administrators, clerks, members of the office.
    #[must_use]
    pub fn is_clerk(&self) -> bool {
        self.is_administrator || self.acts_for.contains(&self.office)
    }

    /// Whether they may only read here.
    #[must_use]
    pub fn only_observes_here(&self) -> bool {
        self.here
            .as_ref()
            .is_some_and(|here| self.observes.contains(here))
    }

    /// Whether they may read what this body has.
    #[must_use]
    pub fn reads(&self, body: &BodyCode) -> bool {
        self.acts_for.contains(body)
            || self.observes.contains(body)
            || self.here.as_ref() == Some(body)
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

    /// Administrators may do it for somebody else's words, in any body.
    #[must_use]
    pub fn by_administrator(
        administrator: Administrator,
        body: &BodyCode,
        author: UserId,
    ) -> Option<Self> {
        (administrator.user() != author).then(|| Self(body.clone()))
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
    pub fn in_group(rights: &Rights, takes: impl Fn(&BodyCode) -> bool) -> Option<Self> {
        rights
            .here()
            .filter(|member| takes(member.body()))
            .map(|_| Self(rights.who()))
    }

    /// In private, clerks and whoever acts for such a body.
    #[must_use]
    pub fn in_private(rights: &Rights, takes: impl Fn(&BodyCode) -> bool) -> Option<Self> {
        let may = rights.is_clerk() || rights.bodies().iter().any(takes);
        may.then(|| Self(rights.who()))
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
    /// Who it is.
    #[must_use]
    pub fn user(self) -> UserId {
        self.0
    }
}

#[cfg(test)]
mod tests;
