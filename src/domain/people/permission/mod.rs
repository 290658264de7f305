//! Rights as proofs: a function that needs a right takes a value that only this module can make.

mod proofs;

pub(crate) use proofs::{
    ActsForBody, Administrator, ChecksIn, Clerk, EntersForOthers, HeadsBody, Publishes,
};

use std::collections::BTreeSet;

use jiff::SignedDuration;

use crate::domain::{
    council::PhoneFor,
    ids::{BodyCode, UserId},
    role::{Grant, Role},
};

/// Whoever acted for a body in its group may do so in private for so long.
pub(crate) const DUTY: SignedDuration = SignedDuration::from_hours(24);

/// The user as whom Telegram shows administrators who write anonymously in their group: nobody knows which
/// of them it was, so any member of the body may decide about their words.
pub(crate) const ANONYMOUS_ADMINISTRATOR: UserId = UserId(1_087_968_824);

/// The account of Telegram itself, in whose name posts of a channel appear in the group of its comments. It acts for
/// nobody.
pub(crate) const SERVICE_ACCOUNT: UserId = UserId(777_000);

/// Everything about a person and a place that rights follow from, read in one transaction.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Circumstances<'a> {
    /// Who.
    pub(crate) who: UserId,
    /// Whether the configuration names them as administrator.
    pub(crate) is_named_administrator: bool,
    /// The roles they hold now.
    pub(crate) held: &'a [Grant],
    /// The body of the linked group in which they act; `None` in private and in other groups.
    pub(crate) here: Option<&'a BodyCode>,
    /// Bodies for which they acted in the group lately.
    pub(crate) on_duty: &'a BTreeSet<BodyCode>,
    /// Bodies whose group they left, and have not been seen to come back.
    pub(crate) left: &'a BTreeSet<BodyCode>,
    /// Bodies for which their last role was an observer's, or was taken away: being in the group is not enough.
    pub(crate) barred: &'a BTreeSet<BodyCode>,
    /// The body that is the office.
    pub(crate) office: &'a BodyCode,
}

/// What a person may do in the place where they act. Made anew for every press: nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rights {
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
    pub(crate) fn of(facts: Circumstances<'_>) -> Self {
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
    pub(crate) fn who(&self) -> UserId {
        self.who
    }

    /// Proof of acting for the body of the group they are in.
    #[must_use]
    pub(crate) fn here(&self) -> Option<ActsForBody> {
        self.acts_for(self.here.as_ref()?)
    }

    /// Proof of acting for this body.
    #[must_use]
    pub(crate) fn acts_for(&self, body: &BodyCode) -> Option<ActsForBody> {
        self.acts_for
            .contains(body)
            .then(|| ActsForBody(body.clone()))
    }

    /// Every body they act for.
    #[must_use]
    pub(crate) fn bodies(&self) -> &BTreeSet<BodyCode> {
        &self.acts_for
    }

    /// Every body whose questions they may read.
    #[must_use]
    pub(crate) fn reads_for(&self) -> BTreeSet<BodyCode> {
        self.acts_for.union(&self.observes).cloned().collect()
    }

    /// Proof of heading this body, by role.
    #[must_use]
    pub(crate) fn heads(&self, body: &BodyCode) -> Option<HeadsBody> {
        self.heads.contains(body).then_some(HeadsBody(()))
    }

    /// Proof of administering the bot.
    #[must_use]
    pub(crate) fn administrator(&self) -> Option<Administrator> {
        self.is_administrator.then_some(Administrator(self.who))
    }

    /// Whether they do the office's work: administrators, clerks, members of the office.
    #[must_use]
    pub(crate) fn is_clerk(&self) -> bool {
        self.is_administrator || self.acts_for.contains(&self.office)
    }

    /// Whether they may look at the phone of somebody whose question this body has: the office, and the body itself
    /// where the council's rule says so.
    #[must_use]
    pub(crate) fn sees_phones_of(&self, body: &BodyCode, rule: PhoneFor) -> bool {
        self.is_clerk() || rule == PhoneFor::Body && self.acts_for.contains(body)
    }

    /// Whether they may only read here.
    #[must_use]
    pub(crate) fn only_observes_here(&self) -> bool {
        self.here
            .as_ref()
            .is_some_and(|here| self.observes.contains(here))
    }

    /// Whether they may read what this body has.
    #[must_use]
    pub(crate) fn reads(&self, body: &BodyCode) -> bool {
        self.acts_for.contains(body)
            || self.observes.contains(body)
            || self.here.as_ref() == Some(body)
    }
}

#[cfg(test)]
mod tests;
