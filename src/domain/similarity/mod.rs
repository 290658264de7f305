//! Whether two messages speak of the same matter in the same place.
//!
//! Pure and explainable: names and numbers say where, objects and categories say what. It proposes that
//! a resident add a voice to an existing question; it never merges anything. Start at [`compare`].

mod matter;
mod place;
mod words;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use self::{
    matter::{Matter, Subject},
    place::{Placed, Places, Where},
};
use super::{
    categorise::{self, Categoriser},
    recent::RecentTexts,
};

/// The readings of the texts that were looked at last.
pub type Readings = RecentTexts<Reading>;

/// How alike two messages are.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Similarity {
    /// 0 to 1; duplicates have at least [`Similarity::DUPLICATE_FROM`].
    pub score: f32,
    /// Same matter, same place.
    pub duplicate: bool,
}

impl Similarity {
    /// Messages with this score or more are taken for duplicates.
    pub const DUPLICATE_FROM: f32 = 0.5;

    fn of(score: f32) -> Self {
        let score = score.clamp(0.0, 1.0);
        Self {
            score,
            duplicate: score >= Self::DUPLICATE_FROM,
        }
    }
}

/// The most that messages with different places can score.
const ELSEWHERE: f32 = 0.3;
/// The most that messages of the same place and different matters can score.
const OTHER_MATTER: f32 = 0.45;
/// Messages that name no place must share nearly all of their words.
const NOWHERE: f32 = 0.7;

/// A message, read once: reading costs far more than comparing.
#[derive(Debug)]
pub struct Reading {
    read: categorise::Reading,
    /// Looked at only where somebody compares.
    places: OnceLock<Places>,
    /// Looked at only where the places do not settle it.
    subject: OnceLock<Subject>,
}

impl Reading {
    /// Reads `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self {
            read: Categoriser::shared().read(text),
            places: OnceLock::new(),
            subject: OnceLock::new(),
        }
    }

    /// What a categoriser judges by.
    pub(crate) fn for_categoriser(&self) -> &categorise::Reading {
        &self.read
    }

    /// Compares with another message; the order does not matter.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Similarity {
        if self.is_the_same(other) {
            return Similarity::of(1.0);
        }
        judge(self.placed().compare(other.placed()), &self.matter(other))
    }

    /// The score, if the other is a duplicate; `None` for others, most of them at a fraction of the cost of
    /// [`Self::compare`]: where the places differ, the matter need not be looked at.
    #[must_use]
    pub fn duplicate_score(&self, other: &Self) -> Option<f32> {
        if self.is_the_same(other) {
            return Some(1.0);
        }
        let place = self.placed().compare(other.placed());
        if matches!(place, Where::Different | Where::OneSided) {
            return None;
        }
        let similarity = judge(place, &self.matter(other));
        similarity.duplicate.then_some(similarity.score)
    }

    fn matter(&self, other: &Self) -> Matter {
        let names = self.placed().names_of_both(other.placed());
        matter::compare(self.subject(), other.subject(), &names)
    }

    fn placed(&self) -> Placed<'_> {
        let text = self.read.text();
        Placed {
            text,
            places: self
                .places
                .get_or_init(|| Places::of(Categoriser::shared(), text)),
        }
    }

    fn subject(&self) -> &Subject {
        self.subject.get_or_init(|| Subject::of(&self.read))
    }

    fn is_the_same(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.read.text(), other.read.text());
        !ours.tokens.is_empty() && ours.text.trim() == theirs.text.trim()
    }
}

/// Compares two messages; the order does not matter.
#[must_use]
pub fn compare(a: &str, b: &str) -> Similarity {
    Reading::of(a).compare(&Reading::of(b))
}

fn judge(place: Where, matter: &Matter) -> Similarity {
    Similarity::of(match place {
        Where::OneSided => (matter.score() * 0.6).min(OTHER_MATTER),
        Where::Nowhere if matter.words >= NOWHERE && matter.agrees() => matter.words,
        Where::Same(evidence) if matter.agrees() => {
            Similarity::DUPLICATE_FROM + 0.25 * evidence + 0.25 * matter.score()
        }
        Where::Same(_) => matter.score().mul_add(0.3, 0.1).min(OTHER_MATTER),
        Where::Different | Where::Nowhere => matter.score() * ELSEWHERE,
    })
}
