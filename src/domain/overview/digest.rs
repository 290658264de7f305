//! Digests: which questions stand in which section. Pure; the words are in `messages`.

use std::{cmp::Reverse, collections::BTreeMap};

use jiff::{Timestamp, civil::Date};

use super::first::{First, Part};
use crate::domain::{
    council::Council,
    ids::{CategoryCode, QuestionId},
    question::{
        Brief, State,
        deadline::{Clock, Standing},
    },
};

/// So many questions of a section are named; the others are counted.
pub(crate) const NAMED: usize = 3;

/// A section of a digest, in the order in which they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Section {
    /// Waits for a clerk to say who handles it.
    Unconfirmed,
    /// Came since the last digest.
    New,
    /// Its day has passed.
    Overdue,
    /// Its day comes soon.
    DueSoon,
    /// What an answer promised: its day comes soon, or has passed.
    Promises,
    /// It was said to be done, and a resident says that it is not.
    Denied,
    /// Its author was asked back.
    Waiting,
    /// Answered since the last digest.
    Answered,
}

/// A digest: its sections in order, none of them empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Digest {
    /// Section by section.
    pub(crate) sections: Vec<Gathered>,
}

/// What stands in a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gathered {
    /// Which.
    pub(crate) section: Section,
    /// How many of each category, the most frequent first.
    pub(crate) categories: Vec<(CategoryCode, usize)>,
    /// All of them by their rows, the oldest first.
    pub(crate) questions: Vec<QuestionId>,
}

impl Gathered {
    /// Those that are named.
    pub(crate) fn named(&self) -> impl Iterator<Item = QuestionId> {
        self.questions.iter().take(NAMED).copied()
    }
}

impl Digest {
    /// Whether nobody needs to read it: nothing came, nothing is due, nothing was done.
    #[must_use]
    pub(crate) fn is_quiet(&self) -> bool {
        self.sections
            .iter()
            .all(|one| matches!(one.section, Section::Waiting | Section::Denied))
    }

    /// The questions that are named in it.
    pub(crate) fn named(&self) -> impl Iterator<Item = QuestionId> {
        self.sections.iter().flat_map(Gathered::named)
    }
}

/// Puts together what a body reads, question by question: of each only its row and when it came are kept.
pub(crate) struct Gathering<'c> {
    council: &'c Council,
    since: Timestamp,
    today: Date,
    sections: BTreeMap<Section, (Vec<(Timestamp, QuestionId)>, Categories)>,
}

impl<'c> Gathering<'c> {
    /// Nothing yet; `since` is when the body last read.
    #[must_use]
    pub(crate) fn new(council: &'c Council, since: Timestamp, today: Date) -> Self {
        Self {
            council,
            since,
            today,
            sections: BTreeMap::new(),
        }
    }

    /// Something about which the body owes something.
    pub(crate) fn add_owed(&mut self, brief: &Brief) {
        if let Some(section) = self.place(brief) {
            self.add(section, brief);
        }
    }

    /// Something that was answered since.
    pub(crate) fn add_answered(&mut self, brief: &Brief) {
        self.add(Section::Answered, brief);
    }

    fn add(&mut self, section: Section, brief: &Brief) {
        let (questions, categories) = self.sections.entry(section).or_default();
        questions.push((brief.times.received_at, brief.id));
        categories.add(&brief.category);
    }

    fn place(&self, brief: &Brief) -> Option<Section> {
        let times = &brief.times;
        let is_new = match times.state {
            State::Received => times.received_at >= self.since,
            State::Forwarded { at } => at >= self.since,
            _ => false,
        };
        let clock = times.deadline(self.council).map(|found| found.clock);
        match (clock, times.standing(self.council, self.today)) {
            (Some(Clock::Promise), Standing::Overdue(_) | Standing::DueSoon(_)) => {
                Some(Section::Promises)
            }
            (Some(Clock::Redo), _) => Some(Section::Denied),
            (Some(Clock::Triage), _) => Some(Section::Unconfirmed),
            (_, Standing::Overdue(_)) => Some(Section::Overdue),
            _ if is_new => Some(Section::New),
            (_, Standing::DueSoon(_)) => Some(Section::DueSoon),
            (_, Standing::Stopped) => Some(Section::Waiting),
            (_, Standing::InTime(_) | Standing::Done) => None,
        }
    }

    /// All that was added.
    #[must_use]
    pub(crate) fn digest(self) -> Digest {
        let sections = self.sections.into_iter();
        let sections = sections.map(|(section, (mut questions, categories))| {
            questions.sort_unstable();
            Gathered {
                section,
                categories: categories.most_frequent(),
                questions: questions.into_iter().map(|(_, id)| id).collect(),
            }
        });
        Digest {
            sections: sections.collect(),
        }
    }
}

/// How many questions there are of each category.
#[derive(Debug, Clone, Default)]
struct Categories(BTreeMap<CategoryCode, usize>);

impl Categories {
    fn add(&mut self, category: &CategoryCode) {
        match self.0.get_mut(category) {
            Some(count) => *count += 1,
            None => drop(self.0.insert(category.clone(), 1)),
        }
    }

    /// The most frequent first.
    fn most_frequent(self) -> Vec<(CategoryCode, usize)> {
        let mut counts: Vec<(CategoryCode, usize)> = self.0.into_iter().collect();
        counts.sort_by_key(|(_, count)| Reverse(*count));
        counts
    }
}

/// What was asked of a body ahead of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    /// How many.
    pub(crate) count: usize,
    /// How many of each category, the most frequent first.
    pub(crate) categories: Vec<(CategoryCode, usize)>,
    /// Those that others want, too, the most wanted first.
    pub(crate) supported: Part,
    /// Those that were raised before, the most often raised first.
    pub(crate) repeated: Part,
    /// Candidates for questioning, the most wanted first.
    pub(crate) nominated: Part,
}

impl Asked {
    /// The questions that are named of it.
    pub(crate) fn named(&self) -> impl Iterator<Item = QuestionId> {
        let parts = [&self.supported, &self.repeated, &self.nominated];
        parts
            .into_iter()
            .flat_map(|part| part.named.iter().copied())
    }
}

/// Counts what was asked ahead of a session, question by question.
pub(crate) struct Asking {
    count: usize,
    categories: Categories,
    supported: First<Reverse<u32>>,
    repeated: First<Reverse<u32>>,
    nominated: First<Reverse<u32>>,
}

impl Asking {
    /// Nothing yet.
    #[must_use]
    pub(crate) fn new() -> Self {
        Self {
            count: 0,
            categories: Categories::default(),
            supported: First::of(NAMED),
            repeated: First::of(NAMED),
            nominated: First::of(NAMED),
        }
    }

    /// One more.
    pub(crate) fn add(&mut self, brief: &Brief) {
        self.count += 1;
        self.categories.add(&brief.category);
        let wanted = Reverse(brief.supporters);
        if brief.supporters > 0 {
            self.supported.add(wanted, brief.id);
        }
        if brief.times_raised > 1 {
            self.repeated.add(Reverse(brief.times_raised), brief.id);
        }
        if brief.is_nominated {
            self.nominated.add(wanted, brief.id);
        }
    }

    /// All that was added.
    #[must_use]
    pub(crate) fn asked(self) -> Asked {
        Asked {
            count: self.count,
            categories: self.categories.most_frequent(),
            supported: self.supported.part(),
            repeated: self.repeated.part(),
            nominated: self.nominated.part(),
        }
    }
}
