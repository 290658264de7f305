//! Whether two messages speak of the same matter in the same place.
//!
//! Pure and explainable: names and numbers say where, objects and categories say what. It proposes that
//! a resident add a voice to an existing question; it never merges anything. Start at [`compare`].

mod apart;
mod kinds;
mod matter;
mod matters;
mod numbers;
mod place;
mod said;
mod words;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use self::{
    matter::{Matter, Subject},
    place::{Placed, Places, Where},
    said::Said,
};
use super::{
    categorise::{self, Categoriser},
    recent::RecentTexts,
    text::fold,
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
    text: Box<str>,
    /// Looked at only where somebody categorises, or the places do not settle it.
    read: OnceLock<categorise::Reading>,
    /// Looked at only where somebody compares.
    said: OnceLock<Said>,
    places: OnceLock<Places>,
    /// Looked at only where the places do not settle it.
    subject: OnceLock<Subject>,
    /// How likely each category is: looked at only where all else speaks for one matter.
    chances: OnceLock<Vec<f32>>,
    /// What it is found by.
    index: OnceLock<Box<[u32]>>,
}

impl Reading {
    /// Reads `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self {
            text: text.into(),
            read: OnceLock::new(),
            said: OnceLock::new(),
            places: OnceLock::new(),
            subject: OnceLock::new(),
            chances: OnceLock::new(),
            index: OnceLock::new(),
        }
    }

    /// What a categoriser judges by.
    pub(crate) fn for_categoriser(&self) -> &categorise::Reading {
        let read = || Categoriser::shared().read(&self.text);
        self.read.get_or_init(read)
    }

    /// Compares with another message; the order does not matter.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Similarity {
        if self.is_the_same(other) {
            return Similarity::of(1.0);
        }
        let place = self.placed().compare(other.placed());
        judge(place, &self.matter(other).with_field(self.field(other)))
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
        let matter = self.matter(other);
        if !judge(place, &matter).duplicate {
            return None;
        }
        let similarity = judge(place, &matter.with_field(self.field(other)));
        similarity.duplicate.then_some(similarity.score)
    }

    /// What the message is found by among many: [`index_words`] of its folded text.
    pub(crate) fn index(&self) -> &[u32] {
        self.index.get_or_init(|| index_words(&fold(&self.text)))
    }

    /// As if both were of one field: the most that can speak for one matter.
    fn matter(&self, other: &Self) -> Matter {
        let names = self.placed().names_of_both(other.placed());
        matter::compare(self.subject(), other.subject(), &names)
    }

    fn placed(&self) -> Placed<'_> {
        let said = self.said();
        Placed {
            said,
            places: self
                .places
                .get_or_init(|| Places::of(Categoriser::shared(), said)),
        }
    }

    fn said(&self) -> &Said {
        self.said.get_or_init(|| {
            // Normalised once, where the categoriser looked at the same words.
            match self.read.get().and_then(categorise::Reading::body_alone) {
                Some(body) => Said::of_normalised(body.clone()),
                None => Said::of(&self.text),
            }
        })
    }

    fn subject(&self) -> &Subject {
        self.subject.get_or_init(|| Subject::of(self.placed()))
    }

    /// Overlap of likely categories.
    fn field(&self, other: &Self) -> f32 {
        let both = self.chances().iter().zip(other.chances());
        both.map(|(ours, theirs)| ours.min(*theirs)).sum()
    }

    fn chances(&self) -> &[f32] {
        let chances = || self.for_categoriser().chances();
        self.chances.get_or_init(chances)
    }

    fn is_the_same(&self, other: &Self) -> bool {
        self.text.trim() == other.text.trim() && self.text.contains(char::is_alphanumeric)
    }
}

/// What a message is found by among many, as hashes, each once and sorted: its words that mean something, one for
/// all that mean the same. The text may be folded; two texts are found by the same words only if both are.
#[must_use]
pub fn index_words(text: &str) -> Box<[u32]> {
    matter::content(Said::whole(text).joined())
}

/// Whether `text` says what is wrong with something.
#[must_use]
pub fn names_trouble(text: &str) -> bool {
    matter::names_trouble(Said::whole(text).joined())
}

/// Compares two messages; the order does not matter.
#[must_use]
pub fn compare(a: &str, b: &str) -> Similarity {
    Reading::of(a).compare(&Reading::of(b))
}

fn judge(place: Where, matter: &Matter) -> Similarity {
    Similarity::of(match place {
        Where::OneSided => (matter.score() * 0.6).min(OTHER_MATTER),
        Where::Nowhere if matter.agrees() && matter.words >= NOWHERE => matter.words,
        Where::Nowhere if matter.agrees() && matter.is_plain() => {
            matter.words.max(Similarity::DUPLICATE_FROM)
        }
        Where::Same(evidence) if matter.agrees() => {
            Similarity::DUPLICATE_FROM + 0.25 * evidence + 0.25 * matter.score()
        }
        Where::Same(_) => matter.score().mul_add(0.3, 0.1).min(OTHER_MATTER),
        Where::Different | Where::Nowhere => matter.score() * ELSEWHERE,
    })
}
