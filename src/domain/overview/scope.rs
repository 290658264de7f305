//! What a body's overviews are about: its own questions, the fields it watches, or everything.

use crate::domain::{
    body::BodyKind,
    council::Council,
    ids::{BodyCode, CategoryCode},
    question::{Question, State},
};

/// The questions that one body's digests, lists and figures are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The office and the standing body: every question, also those that nobody was given yet.
    Everything,
    /// A committee (Ban): the fields it watches, whoever answers, and what it was given itself.
    Watched(BodyCode, Vec<CategoryCode>),
    /// Everybody else: what they were given.
    Own(BodyCode),
}

impl Scope {
    /// The scope of this body.
    #[must_use]
    pub(crate) fn of(council: &Council, body: &BodyCode) -> Self {
        let kind = council.body(body).map(|found| found.kind);
        match kind {
            Some(BodyKind::Office | BodyKind::StandingBody) => Self::Everything,
            _ if *body == BodyCode::office() => Self::Everything,
            Some(BodyKind::Committee) => {
                let watched = council.categories.iter();
                let watched = watched.filter(|category| category.committee.as_ref() == Some(body));
                let codes = watched.map(|category| category.code.clone()).collect();
                Self::Watched(body.clone(), codes)
            }
            _ => Self::Own(body.clone()),
        }
    }

    /// Whether it covers what this body was given in this category.
    #[must_use]
    pub(crate) fn covers(&self, body: &BodyCode, category: &CategoryCode) -> bool {
        match self {
            Self::Everything => true,
            Self::Watched(own, categories) => own == body || categories.contains(category),
            Self::Own(own) => own == body,
        }
    }

    /// Whether it covers this question. What a clerk has not confirmed yet is the office's business only.
    #[must_use]
    pub(crate) fn includes(&self, question: &Question) -> bool {
        match (self, question.state) {
            (Self::Everything, _) => true,
            (_, State::Received) => false,
            _ => self.covers(&question.body, &question.category),
        }
    }
}
