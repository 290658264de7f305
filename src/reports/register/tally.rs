//! What a register counts while it is written: a figure each, however many questions there are.

use crate::{
    domain::{
        ids::{AreaCode, BodyCode},
        question::{Competence, ResultClass},
        report::papers::OfficialField,
    },
    reports::{
        facts::{Case, ReportFacts},
        figures::Counts,
    },
};

/// Figures of the questions that were added.
#[derive(Debug, Default)]
pub struct Tally {
    /// Questions.
    pub(super) questions: usize,
    /// What every paper counts.
    pub(super) counts: Counts,
    /// Petitions by field.
    pub(super) fields: By<OfficialField>,
    /// By level.
    pub(super) levels: By<Option<Competence>>,
    /// By how they stand.
    pub(super) classes: By<ResultClass>,
    /// By area.
    pub(super) areas: By<AreaCode>,
    /// By body, in the order in which they came.
    pub(super) bodies: By<BodyCode>,
}

impl Tally {
    /// Counts one more.
    pub fn add(&mut self, facts: &ReportFacts, case: &Case) {
        self.questions += 1;
        self.counts.add(case, facts.today);
        if !case.is_petition() {
            return;
        }
        self.fields
            .add(&facts.council.official_field(&case.category));
        self.levels.add(&case.competence);
        if let Some(class) = case.standing() {
            self.classes.add(&class);
        }
        self.areas.add(&case.area);
        self.bodies.add(&case.body);
    }
}

/// How many there are of each.
#[derive(Debug)]
pub(super) struct By<K>(Vec<(K, usize)>);

impl<K> Default for By<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Clone + PartialEq> By<K> {
    fn add(&mut self, key: &K) {
        match self.0.iter_mut().find(|(known, _)| known == key) {
            Some((_, many)) => *many += 1,
            None => self.0.push((key.clone(), 1)),
        }
    }

    /// How many of this one.
    pub(super) fn of(&self, key: &K) -> usize {
        let found = self.0.iter().find(|(known, _)| known == key);
        found.map_or(0, |(_, many)| *many)
    }

    /// Each of which there is one, in the order in which they came.
    pub(super) fn each(&self) -> &[(K, usize)] {
        &self.0
    }
}
