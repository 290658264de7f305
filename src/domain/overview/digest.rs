//! Digests: which questions stand in which section. Pure; the words are in `messages`.

use jiff::{Timestamp, civil::Date};

use crate::domain::{
    council::Council,
    ids::{CategoryCode, QuestionId},
    question::{
        Question, State,
        deadline::{self, Clock, Standing},
    },
    scope::Scope,
};

/// So many questions of a section are named; the others are counted.
pub(crate) const NAMED: usize = 3;

/// A section of a digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// A digest: its sections in order, none of them empty, each with its oldest questions first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Digest<'q> {
    /// Section by section.
    pub(crate) sections: Vec<(Section, Vec<&'q Question>)>,
}

impl Digest<'_> {
    /// Whether nobody needs to read it: nothing came, nothing is due, nothing was done.
    #[must_use]
    pub(crate) fn is_quiet(&self) -> bool {
        self.sections
            .iter()
            .all(|(section, _)| matches!(section, Section::Waiting | Section::Denied))
    }

    /// The questions that are named in it.
    pub(crate) fn named(&self) -> impl Iterator<Item = QuestionId> {
        let named = self.sections.iter();
        named.flat_map(|(_, questions)| questions.iter().take(NAMED).map(|question| question.id))
    }
}

/// Puts together what a body reads. `owed` and `answered` are everybody's; `since` is when it last read.
#[must_use]
pub(crate) fn gather<'q>(
    council: &Council,
    scope: &Scope,
    owed: &'q [Question],
    answered: &'q [Question],
    since: Timestamp,
    today: Date,
) -> Digest<'q> {
    let mine: Vec<&Question> = owed.iter().filter(|one| scope.includes(one)).collect();
    let is_new = |question: &Question| match question.state {
        State::Received => question.received_at >= since,
        State::Forwarded { at } => at >= since,
        _ => false,
    };
    let place = |question: &Question| -> Option<Section> {
        let clock = deadline::deadline(council, question).map(|found| found.clock);
        match (clock, deadline::standing(council, question, today)) {
            (Some(Clock::Promise), Standing::Overdue(_) | Standing::DueSoon(_)) => {
                Some(Section::Promises)
            }
            (Some(Clock::Redo), _) => Some(Section::Denied),
            (Some(Clock::Triage), _) => Some(Section::Unconfirmed),
            (_, Standing::Overdue(_)) => Some(Section::Overdue),
            _ if is_new(question) => Some(Section::New),
            (_, Standing::DueSoon(_)) => Some(Section::DueSoon),
            (_, Standing::Stopped) => Some(Section::Waiting),
            (_, Standing::InTime(_) | Standing::Done) => None,
        }
    };
    let mut sections: Vec<(Section, Vec<&Question>)> = Vec::new();
    for section in [
        Section::Unconfirmed,
        Section::New,
        Section::Overdue,
        Section::DueSoon,
        Section::Promises,
        Section::Denied,
        Section::Waiting,
    ] {
        let of_section = mine.iter().filter(|one| place(one) == Some(section));
        sections.push((section, of_section.copied().collect()));
    }
    let done = answered.iter().filter(|one| scope.includes(one)).collect();
    sections.push((Section::Answered, done));
    sections.retain(|(_, questions)| !questions.is_empty());
    for (_, questions) in &mut sections {
        questions.sort_by_key(|question| (question.received_at, question.id));
    }
    Digest { sections }
}

/// How many questions by category, the most frequent first.
#[must_use]
pub(crate) fn by_category(questions: &[&Question]) -> Vec<(CategoryCode, usize)> {
    let mut counts: Vec<(CategoryCode, usize)> = Vec::new();
    for question in questions {
        match counts
            .iter_mut()
            .find(|(code, _)| *code == question.category)
        {
            Some((_, count)) => *count += 1,
            None => counts.push((question.category.clone(), 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts
}
