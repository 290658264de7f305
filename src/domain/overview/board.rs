//! The supervision board of the standing body: which questions stand on it, how much each body has, and how this session compares
//! with the one before. It names questions and bodies, never people. Pure; the words are in `messages`.

use std::cmp::Reverse;

use jiff::{Timestamp, civil::Date};

use super::first::{First, Part};
use crate::domain::{
    council::Council,
    ids::{BodyCode, QuestionId, SessionCode},
    question::{Brief, State, deadline::Standing},
};

/// So many questions of each part are named; the others are counted.
pub(crate) const NAMED: usize = 4;

/// What the standing body supervises (giám sát).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Board {
    /// Open for longest.
    pub(crate) oldest: Part,
    /// Open, and raised in two sessions or more.
    pub(crate) repeated: Part,
    /// Promised for a day that has passed.
    pub(crate) missed: Part,
    /// Opened again because its author was not content, or answered so that a resident is not, and nobody has looked at it.
    pub(crate) unsatisfied: Part,
    /// Sent up to a higher level, without a result.
    pub(crate) sent_up: Part,
    /// What each body has open, in the order of the council file: nobody is ranked.
    pub(crate) bodies: Vec<Load>,
    /// The session that is prepared, and the one before it.
    pub(crate) sessions: Vec<SessionCount>,
}

/// What a body has open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Load {
    /// Who.
    pub(crate) body: BodyCode,
    /// So many are open.
    pub(crate) open: usize,
    /// Of these, overdue.
    pub(crate) overdue: usize,
}

/// A session in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SessionCount {
    /// Which.
    pub(crate) session: SessionCode,
    /// What was asked ahead of it, without thanks and what was returned, merged or withdrawn.
    pub(crate) received: usize,
    /// Of these, answered.
    pub(crate) answered: usize,
    /// Of these, resolved.
    pub(crate) resolved: usize,
}

impl Board {
    /// Whether there is nothing to supervise.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.parts().iter().all(|part| part.count == 0)
    }

    /// The questions that are named on it.
    pub(crate) fn named(&self) -> Vec<QuestionId> {
        let parts = self.parts().into_iter();
        parts.flat_map(|part| part.named.iter().copied()).collect()
    }

    fn parts(&self) -> [&Part; 5] {
        [
            &self.oldest,
            &self.repeated,
            &self.missed,
            &self.unsatisfied,
            &self.sent_up,
        ]
    }
}

/// Puts the board together, question by question: of each part what is named and a count are kept.
pub(crate) struct Gathering<'c> {
    council: &'c Council,
    today: Date,
    oldest: First<Timestamp>,
    repeated: First<Reverse<u32>>,
    /// By the order in which they came.
    missed: First<usize>,
    owed: usize,
    unsatisfied: First<Reverse<u32>>,
    sent_up: First<Timestamp>,
    bodies: Vec<Load>,
}

impl<'c> Gathering<'c> {
    /// Nothing yet.
    #[must_use]
    pub(crate) fn new(council: &'c Council, today: Date) -> Self {
        Self {
            council,
            today,
            oldest: First::of(NAMED),
            repeated: First::of(NAMED),
            missed: First::of(NAMED),
            owed: 0,
            unsatisfied: First::of(NAMED),
            sent_up: First::of(NAMED),
            bodies: Vec::new(),
        }
    }

    /// Something about which somebody owes something: open ones, and promises in the order of their days.
    pub(crate) fn add_owed(&mut self, brief: &Brief) {
        self.owed += 1;
        let standing = brief.times.standing(self.council, self.today);
        let is_overdue = matches!(standing, Standing::Overdue(_));
        let state = brief.times.state;
        if !state.is_open() {
            if is_overdue {
                self.missed.add(self.owed, brief.id);
            }
            return;
        }
        self.oldest.add(brief.times.received_at, brief.id);
        if brief.times_raised > 1 {
            self.repeated.add(Reverse(brief.times_raised), brief.id);
        }
        if brief.reopened > 0 {
            self.unsatisfied.add(Reverse(brief.reopened), brief.id);
        }
        if let State::SentUp { at } = state {
            self.sent_up.add(at, brief.id);
        }
        // What nobody was given yet is the office's queue.
        if state != State::Received {
            self.load(&brief.body, is_overdue);
        }
    }

    /// Answered, and a resident is not content.
    pub(crate) fn add_appealed(&mut self, brief: &Brief) {
        self.unsatisfied.add(Reverse(brief.reopened), brief.id);
    }

    fn load(&mut self, body: &BodyCode, is_overdue: bool) {
        let overdue = usize::from(is_overdue);
        match self.bodies.iter_mut().find(|load| load.body == *body) {
            Some(load) => {
                load.open += 1;
                load.overdue += overdue;
            }
            None => self.bodies.push(Load {
                body: body.clone(),
                open: 1,
                overdue,
            }),
        }
    }

    /// All that was added, beside what was counted of the sessions.
    #[must_use]
    pub(crate) fn board(mut self, sessions: Vec<SessionCount>) -> Board {
        let bodies = &self.council.bodies;
        let place = |load: &Load| bodies.iter().position(|body| body.code == load.body);
        self.bodies
            .sort_by_key(|load| place(load).unwrap_or(usize::MAX));
        Board {
            oldest: self.oldest.part(),
            repeated: self.repeated.part(),
            missed: self.missed.part(),
            unsatisfied: self.unsatisfied.part(),
            sent_up: self.sent_up.part(),
            bodies: self.bodies,
            sessions,
        }
    }
}
