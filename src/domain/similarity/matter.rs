//! What a message asks about: objects, their troubles, the field.

use std::collections::BTreeSet;

use super::words::{EMPTY, OBJECTS, TROUBLES, WEAK};
use crate::domain::categorise::{Categoriser, Normalised};

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

/// Compares what `a` and `b` are about; `names` are left out of the words.
pub(super) fn compare(
    by: &Categoriser,
    a: &Normalised<'_>,
    b: &Normalised<'_>,
    names: &BTreeSet<String>,
) -> Matter {
    let (objects_a, objects_b) = (objects(&a.joined()), objects(&b.joined()));
    let (words_a, words_b) = (content(a, names), content(b, names));
    let weak = objects_a
        .union(&objects_b)
        .all(|object| WEAK.contains(object));
    Matter {
        objects: (!objects_a.is_empty() && !objects_b.is_empty())
            .then(|| overlap(&objects_a, &objects_b)),
        weak,
        other_trouble: weak && differ(&troubles(&a.joined()), &troubles(&b.joined())),
        field: by
            .chances(&a.text)
            .iter()
            .zip(by.chances(&b.text))
            .map(|(a, b)| a.min(b))
            .sum(),
        words: overlap(&words_a, &words_b),
    }
}

fn differ(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> bool {
    !a.is_empty() && !b.is_empty() && a.is_disjoint(b)
}

fn troubles(joined: &str) -> BTreeSet<&'static str> {
    TROUBLES
        .iter()
        .filter(|(_, words)| {
            words
                .iter()
                .any(|word| joined.contains(&format!(" {word} ")))
        })
        .map(|(trouble, _)| *trouble)
        .collect()
}

fn objects(joined: &str) -> BTreeSet<&'static str> {
    let mut left = joined.to_owned();
    let mut found = BTreeSet::new();
    for (object, words) in OBJECTS {
        for word in *words {
            let word = format!(" {word} ");
            if left.contains(&word) {
                found.insert(*object);
                left = left.replace(&word, " . ");
            }
        }
    }
    if found.iter().any(|object| !WEAK.contains(object)) {
        found.retain(|object| !WEAK.contains(object));
    }
    found
}

fn content<'a>(read: &'a Normalised<'_>, names: &BTreeSet<String>) -> BTreeSet<&'a str> {
    read.tokens
        .iter()
        .map(|t| t.norm.as_str())
        .filter(|word| !word.starts_with('#') && !EMPTY.contains(word) && !names.contains(*word))
        .collect()
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
