//! What a message asks about: objects, their troubles, the field.

use std::{borrow::Cow, collections::BTreeSet, sync::LazyLock};

use super::words::{EMPTY, OBJECTS, TROUBLES, WEAK};
use crate::domain::{categorise::Reading, text::hash};

/// How far two messages agree on the matter, each 0 to 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matter {
    /// Objects of the two: `None` if one of them has none that we know.
    objects: Option<f32>,
    /// The objects of both are such as many matters have.
    weak: bool,
    /// Both say what is wrong, and it is not the same.
    other_trouble: bool,
    /// Overlap of likely categories.
    field: f32,
    /// Overlap of content words.
    pub(super) words: f32,
}

impl Matter {
    /// Whether it can be the same matter.
    pub(super) fn agrees(self) -> bool {
        if self.other_trouble {
            return false;
        }
        match self.objects {
            Some(objects) if objects > 0.99 && !self.weak => true,
            Some(objects) if objects > 0.0 => self.field >= 0.15 || self.words >= 0.3,
            Some(_) => self.words >= 0.3 && self.field >= 0.5,
            None => self.field >= 0.45 || self.words >= 0.35,
        }
    }

    /// One number for all of it.
    pub(super) fn score(self) -> f32 {
        let objects = self.objects.unwrap_or(self.field);
        (objects + self.field + self.words) / 3.0
    }
}

/// What one message is about.
#[derive(Debug)]
pub(super) struct Subject {
    objects: BTreeSet<&'static str>,
    troubles: BTreeSet<&'static str>,
    /// How likely each category is.
    chances: Vec<f32>,
    /// Hashes of its words that mean something, once each and sorted.
    words: Box<[u32]>,
}

impl Subject {
    /// Looks what a message is about.
    pub(super) fn of(read: &Reading) -> Self {
        let joined = read.text().joined();
        Self {
            objects: objects(joined),
            troubles: troubles(joined),
            chances: read.chances(),
            words: content(joined),
        }
    }

    fn words_without(&self, names: &BTreeSet<u32>) -> BTreeSet<u32> {
        let words = self.words.iter().copied();
        words.filter(|word| !names.contains(word)).collect()
    }
}

/// Compares what `a` and `b` are about; `names` are left out of the words.
pub(super) fn compare(a: &Subject, b: &Subject, names: &BTreeSet<&str>) -> Matter {
    let names: BTreeSet<u32> = names.iter().map(|name| hash(name)).collect();
    let weak = a
        .objects
        .union(&b.objects)
        .all(|object| WEAK.contains(object));
    Matter {
        objects: (!a.objects.is_empty() && !b.objects.is_empty())
            .then(|| overlap(&a.objects, &b.objects)),
        weak,
        other_trouble: weak && differ(&a.troubles, &b.troubles),
        field: a
            .chances
            .iter()
            .zip(&b.chances)
            .map(|(a, b)| a.min(*b))
            .sum(),
        words: overlap(&a.words_without(&names), &b.words_without(&names)),
    }
}

fn differ(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> bool {
    !a.is_empty() && !b.is_empty() && a.is_disjoint(b)
}

/// Words with the spaces that [`Normalised::joined`] puts around them, and what they stand for.
///
/// [`Normalised::joined`]: crate::domain::categorise::Normalised::joined
type Spaced = Vec<(&'static str, Vec<String>)>;

fn spaced(words: &[(&'static str, &[&str])]) -> Spaced {
    let around = |word: &&str| format!(" {word} ");
    words
        .iter()
        .map(|(meaning, words)| (*meaning, words.iter().map(around).collect()))
        .collect()
}

fn troubles(joined: &str) -> BTreeSet<&'static str> {
    static SPACED: LazyLock<Spaced> = LazyLock::new(|| spaced(TROUBLES));
    SPACED
        .iter()
        .filter(|(_, words)| words.iter().any(|word| joined.contains(word)))
        .map(|(trouble, _)| *trouble)
        .collect()
}

fn objects(joined: &str) -> BTreeSet<&'static str> {
    static SPACED: LazyLock<Spaced> = LazyLock::new(|| spaced(OBJECTS));
    let mut left = Cow::Borrowed(joined);
    let mut found = BTreeSet::new();
    for (object, words) in &*SPACED {
        for word in words {
            if left.contains(word) {
                found.insert(*object);
                left = Cow::Owned(left.replace(word, " . "));
            }
        }
    }
    if found.iter().any(|object| !WEAK.contains(object)) {
        found.retain(|object| !WEAK.contains(object));
    }
    found
}

fn content(joined: &str) -> Box<[u32]> {
    let mut words: Vec<u32> = joined
        .split(' ')
        .filter(|word| {
            !word.is_empty() && !word.starts_with('#') && EMPTY.binary_search(word).is_err()
        })
        .map(hash)
        .collect();
    words.sort_unstable();
    words.dedup();
    words.into()
}

/// The common part of the smaller set.
fn overlap<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> f32 {
    let least = a.len().min(b.len());
    let common = a.intersection(b).count();
    if least == 0 {
        return 0.0;
    }
    let count = |n: usize| f32::from(u16::try_from(n).unwrap_or(u16::MAX));
    count(common) / count(least)
}
