//! What a message asks about: objects, their troubles, the field.

use std::{borrow::Cow, collections::BTreeSet, sync::LazyLock};

use super::{
    said::Said,
    words::{EMPTY, Line, THINGS, TROUBLES, WEAK},
};
use crate::domain::text::hash;

/// How far two messages agree on the matter.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what two texts share and do not: independent findings, read together in one place"
)]
pub(super) struct Matter {
    /// Things: the same ones, some of them, others; things that are mere places, too, the same.
    same_things: bool,
    some_things: bool,
    other_things: bool,
    same_spot: bool,
    /// Both say what is wrong, and some of it is the same.
    same_trouble: bool,
    /// Both say what is wrong, and it is not the same.
    other_trouble: bool,
    /// Words that no thing explains: their overlap, and how many they share, three at most, as a part of three.
    rest: f32,
    shared: f32,
    /// Overlap of likely categories.
    field: f32,
    /// Overlap of content words.
    pub(super) words: f32,
}

/// What speaks for the same matter, in the order of [`Matter::features`]; fitted to our own pairs.
const WEIGHTS: [f32; 10] = [1.95, 0.5, -1.7, 0.85, 0.5, -1.0, 0.44, 0.61, 0.75, 1.02];
const BIAS: f32 = -1.78;

impl Matter {
    /// Whether it can be the same matter.
    pub(super) fn agrees(self) -> bool {
        self.logit() > 0.0
    }

    /// Whether thing and trouble are the same in as many words: enough where nobody says where.
    pub(super) fn is_plain(self) -> bool {
        let is_same = self.same_things || self.same_spot;
        let is_trouble = self.same_trouble || self.rest >= 0.5 && !self.other_trouble;
        is_same && is_trouble && self.words >= 0.3
    }

    /// The same where likely categories overlap so far: the more they do, the more speaks for one matter.
    pub(super) fn with_field(self, field: f32) -> Self {
        Self { field, ..self }
    }

    /// One number for all of it, 0 to 1.
    pub(super) fn score(self) -> f32 {
        1.0 / (1.0 + (-self.logit()).exp())
    }

    fn logit(self) -> f32 {
        let said = self.features().into_iter().zip(WEIGHTS);
        said.map(|(value, weight)| value * weight).sum::<f32>() + BIAS
    }

    fn features(self) -> [f32; 10] {
        let is = |holds: bool| f32::from(u8::from(holds));
        [
            is(self.same_things),
            is(self.some_things),
            is(self.other_things),
            is(self.same_spot),
            is(self.same_trouble),
            is(self.other_trouble),
            self.rest,
            self.shared,
            self.field,
            self.words,
        ]
    }
}

/// What one message is about.
#[derive(Debug)]
pub(super) struct Subject {
    objects: BTreeSet<&'static str>,
    troubles: BTreeSet<&'static str>,
    /// Hashes of its words that mean something, once each and sorted.
    words: Box<[u32]>,
    /// Those of them that are of no thing that we know.
    rest: Box<[u32]>,
}

impl Subject {
    /// Looks what a message is about.
    pub(super) fn of(said: &Said) -> Self {
        let joined = said.joined();
        let (objects, left) = objects(joined);
        Self {
            objects,
            troubles: troubles(joined),
            words: content(joined),
            rest: content(&left),
        }
    }
}

/// Compares what `a` and `b` are about, as if both were of one field; `names` are left out of the words.
pub(super) fn compare(a: &Subject, b: &Subject, names: &BTreeSet<&str>) -> Matter {
    let names: BTreeSet<u32> = names.iter().map(|name| hash(name)).collect();
    let without = |words: &[u32]| -> BTreeSet<u32> {
        let words = words.iter().copied();
        words.filter(|word| !names.contains(word)).collect()
    };
    let words = overlap(&without(&a.words), &without(&b.words));
    let rest = overlap(&without(&a.rest), &without(&b.rest));
    let strong = |subject: &Subject| subject.objects.iter().any(|object| !WEAK.contains(object));
    let objects = overlap(&a.objects, &b.objects);
    let both_strong = strong(a) && strong(b);
    let count = without(&a.rest).intersection(&without(&b.rest)).count();
    Matter {
        same_things: both_strong && objects > 0.99,
        some_things: both_strong && objects > 0.0 && objects <= 0.99,
        other_things: both_strong && objects <= 0.0,
        same_spot: !both_strong && objects > 0.0,
        same_trouble: !a.troubles.is_disjoint(&b.troubles),
        other_trouble: differ(&a.troubles, &b.troubles),
        rest,
        shared: f32::from(u8::try_from(count.min(3)).unwrap_or(3)) / 3.0,
        field: 1.0,
        words,
    }
}

fn differ(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> bool {
    !a.is_empty() && !b.is_empty() && a.is_disjoint(b)
}

/// Words with the spaces that [`Said::joined`] puts around them, and what they stand for.
type Spaced = Vec<(&'static str, Vec<String>)>;

fn spaced(words: &[Line]) -> Spaced {
    let around = |word: &&str| format!(" {word} ");
    words
        .iter()
        .map(|(meaning, words)| (*meaning, words.iter().map(around).collect()))
        .collect()
}

/// Whether something is wrong.
pub(super) fn names_trouble(joined: &str) -> bool {
    !troubles(joined).is_empty()
}

fn troubles(joined: &str) -> BTreeSet<&'static str> {
    static SPACED: LazyLock<Spaced> = LazyLock::new(|| spaced(&TROUBLES));
    SPACED
        .iter()
        .filter(|(_, words)| words.iter().any(|word| joined.contains(word)))
        .map(|(trouble, _)| *trouble)
        .collect()
}

/// The things that are spoken of, and the words without them.
fn objects(joined: &str) -> (BTreeSet<&'static str>, Cow<'_, str>) {
    static SPACED: LazyLock<Spaced> = LazyLock::new(|| spaced(&THINGS));
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
    (found, left)
}

/// Hashes of the words that mean something, once each and sorted.
pub(super) fn content(joined: &str) -> Box<[u32]> {
    let mut words: Vec<u32> = joined
        .split(' ')
        .filter(|word| {
            word.len() > 1 && !word.starts_with('#') && EMPTY.binary_search(word).is_err()
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
