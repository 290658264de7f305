//! The supervision board of the standing body: which questions stand on it, how much each body has, and how this session compares
//! with the one before. It names questions and bodies, never people. Pure; the words are in `messages`.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::domain::{
    council::Council,
    ids::{BodyCode, QuestionId, SessionCode},
    question::{
        Question, State,
        deadline::{self, Standing},
    },
};

/// So many questions of each part are named; the others are counted.
pub(crate) const NAMED: usize = 4;

/// What the standing body supervises (giám sát).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Board<'q> {
    /// Open for longest.
    pub(crate) oldest: Vec<&'q Question>,
    /// Open, and raised in two sessions or more.
    pub(crate) repeated: Vec<&'q Question>,
    /// Promised for a day that has passed.
    pub(crate) missed: Vec<&'q Question>,
    /// Opened again because its author was not content, or answered so that a resident is not, and nobody has looked at it.
    pub(crate) unsatisfied: Vec<&'q Question>,
    /// Sent up to a higher level, without a result.
    pub(crate) sent_up: Vec<&'q Question>,
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

impl Board<'_> {
    /// Whether there is nothing to supervise.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.lists().iter().all(|list| list.is_empty())
    }

    /// The questions that are named on it.
    pub(crate) fn named(&self) -> Vec<QuestionId> {
        let lists = self.lists().into_iter();
        lists
            .flat_map(|list| list.iter().take(NAMED).map(|question| question.id))
            .collect()
    }

    fn lists(&self) -> [&Vec<&Question>; 5] {
        [
            &self.oldest,
            &self.repeated,
            &self.missed,
            &self.unsatisfied,
            &self.sent_up,
        ]
    }
}

/// Puts the board together: `owed` and `appealed` are everybody's.
#[must_use]
pub(crate) fn board<'q>(
    council: &Council,
    (owed, appealed): (&'q [Question], &'q [Question]),
    sessions: Vec<SessionCount>,
    today: Date,
) -> Board<'q> {
    let open = || owed.iter().filter(|question| question.state.is_open());
    let mut oldest: Vec<&Question> = open().collect();
    oldest.sort_by_key(|question| (question.received_at, question.id));
    let mut repeated: Vec<&Question> = open().filter(|one| one.times_raised > 1).collect();
    repeated.sort_by_key(|one| (Reverse(one.times_raised), one.id));
    let mut unsatisfied: Vec<&Question> = open().filter(|one| one.reopened > 0).collect();
    unsatisfied.extend(appealed);
    unsatisfied.sort_by_key(|one| (Reverse(one.reopened), one.id));
    let mut sent_up: Vec<(jiff::Timestamp, &Question)> = open()
        .filter_map(|one| match one.state {
            State::SentUp { at } => Some((at, one)),
            _ => None,
        })
        .collect();
    sent_up.sort_by_key(|(at, one)| (*at, one.id));
    let is_overdue = |one: &&Question| {
        matches!(
            deadline::standing(council, one, today),
            Standing::Overdue(_)
        )
    };
    Board {
        missed: owed
            .iter()
            .filter(|one| !one.state.is_open() && is_overdue(one))
            .collect(),
        bodies: loads(council, &oldest, is_overdue),
        sent_up: sent_up.into_iter().map(|(_, one)| one).collect(),
        oldest,
        repeated,
        unsatisfied,
        sessions,
    }
}

fn loads(
    council: &Council,
    open: &[&Question],
    is_overdue: impl Fn(&&Question) -> bool,
) -> Vec<Load> {
    let mut loads: Vec<Load> = Vec::new();
    for question in open {
        // What nobody was given yet is the office's queue.
        if question.state == State::Received {
            continue;
        }
        let overdue = usize::from(is_overdue(question));
        match loads.iter_mut().find(|load| load.body == question.body) {
            Some(load) => {
                load.open += 1;
                load.overdue += overdue;
            }
            None => loads.push(Load {
                body: question.body.clone(),
                open: 1,
                overdue,
            }),
        }
    }
    let place = |load: &Load| {
        let mut bodies = council.bodies.iter();
        bodies.position(|body| body.code == load.body)
    };
    loads.sort_by_key(|load| place(load).unwrap_or(usize::MAX));
    loads
}
