//! What a message asks about: objects, their troubles, the field.

use std::{borrow::Cow, collections::BTreeSet, sync::LazyLock};

use super::{
    kinds::Kinds,
    matters::{self, Common, MatterId},
    place::Placed,
    words::{EMPTY, Line, THINGS, TROUBLES, WEAK},
};
use crate::domain::text::{Phrases, hash};

/// How far two messages agree on the matter.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what two texts share and do not: independent findings, read together in one place"
)]
pub(super) struct Matter {
    /// Things: the same ones, others; things that are mere places, too, the same.
    same_things: bool,
    other_things: bool,
    same_spot: bool,
    /// Both say what is wrong, and some of it is the same.
    same_trouble: bool,
    /// Both say what is wrong, and it is not the same.
    other_trouble: bool,
    /// How many words they share that no thing explains, three at most, as a part of three.
    shared: f32,
    /// Overlap of likely categories.
    field: f32,
    /// Overlap of content words.
    pub(super) words: f32,
    /// Matters that we know.
    known: Common,
    /// The matter is of two: the pay of two posts, the price of two crops.
    other_kind: bool,
}

/// What speaks for the same matter, in the order of [`Matter::features`]; fitted to our own pairs, each also with
/// matters left out and put in: what is said in words that we do not know must not decide alone. The last one and the bias were
/// chosen by hand, on pairs of strangers.
const WEIGHTS: [f32; 13] = [
    2.73, -1.38, 1.12, 0.61, -1.4, 1.12, 1.13, 0.94, 1.55, 1.19, 0.57, -1.26, -2.0,
];
const BIAS: f32 = -1.3;

/// Likely categories that overlap less than this are other fields: a school and the water of one settlement.
const OTHER_FIELD: f32 = 0.05;

impl Matter {
    /// Whether it can be the same matter.
    pub(super) fn agrees(self) -> bool {
        !self.other_kind && self.logit() > 0.0
    }

    /// Whether thing and trouble are the same in as many words: enough where nobody says where.
    pub(super) fn is_plain(self) -> bool {
        let is_same = self.same_things || self.same_spot;
        let is_trouble = self.same_trouble || self.known.any();
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

    fn features(self) -> [f32; 13] {
        let is = |holds: bool| f32::from(u8::from(holds));
        // Who says the same in other words names other things and troubles.
        let is_known = self.known.any();
        // The same thing does not speak for the same matter where its troubles are known to be two.
        let is_other = self.known.one_thing;
        [
            is(self.same_things && !is_other),
            is(self.other_things && !is_known),
            is(self.same_spot && !is_other),
            is(self.same_trouble),
            is(self.other_trouble && !is_known),
            self.shared,
            self.field,
            self.words,
            is(is_known),
            self.known.of_the_smaller,
            self.known.of_all,
            is(self.known.differ),
            is(self.field < OTHER_FIELD),
        ]
    }
}

/// What one message is about.
#[derive(Debug)]
pub(super) struct Subject {
    objects: BTreeSet<&'static str>,
    troubles: BTreeSet<&'static str>,
    /// The matters that we know, once each and sorted.
    pub(super) matters: Box<[MatterId]>,
    kinds: Kinds,
    /// Hashes of its words that mean something, once each and sorted.
    words: Box<[u32]>,
    /// Those of them that are of no thing that we know.
    rest: Box<[u32]>,
}

impl Subject {
    /// Looks what a message is about.
    pub(super) fn of(placed: Placed<'_>) -> Self {
        let joined = placed.said.joined();
        let (objects, left) = objects(joined);
        let matters = matters::of(placed.said, |at| placed.is_in_name(at));
        Self {
            objects,
            troubles: troubles(joined),
            kinds: Kinds::of(joined, &matters),
            matters,
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
    let strong = |subject: &Subject| subject.objects.iter().any(|object| !WEAK.contains(object));
    let objects = overlap(&a.objects, &b.objects);
    let both_strong = strong(a) && strong(b);
    let count = without(&a.rest).intersection(&without(&b.rest)).count();
    Matter {
        same_things: both_strong && objects > 0.99,
        other_things: both_strong && objects <= 0.0,
        same_spot: !both_strong && objects > 0.0,
        same_trouble: !a.troubles.is_disjoint(&b.troubles),
        other_trouble: differ(&a.troubles, &b.troubles),
        shared: f32::from(u8::try_from(count.min(3)).unwrap_or(3)) / 3.0,
        field: 1.0,
        words,
        known: Common::of(&a.matters, &b.matters),
        other_kind: a.kinds.differ(b.kinds),
    }
}

fn differ(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> bool {
    !a.is_empty() && !b.is_empty() && a.is_disjoint(b)
}

/// Words as they stand in `Said::joined`, what each stands for, and all of them to be found at once.
struct Spotter {
    words: Vec<(&'static str, String)>,
    phrases: Phrases,
}

impl Spotter {
    fn of(lines: &[Line]) -> Self {
        let each = lines
            .iter()
            .flat_map(|(meaning, words)| words.iter().map(|word| (*meaning, format!(" {word} "))));
        let words: Vec<(&'static str, String)> = each.collect();
        let phrases = Phrases::new(words.iter().map(|(_, word)| word));
        Self { words, phrases }
    }

    /// The words that stand in a text, in the order of the lines, with what they stand for.
    fn spot(&self, joined: &str) -> impl Iterator<Item = (&'static str, &str)> {
        let found = self.phrases.found(joined).into_iter();
        let words = found.filter_map(|at| self.words.get(at));
        words.map(|(meaning, word)| (*meaning, word.as_str()))
    }
}

static SPOTTED_THINGS: LazyLock<Spotter> = LazyLock::new(|| Spotter::of(&THINGS));
static SPOTTED_TROUBLES: LazyLock<Spotter> = LazyLock::new(|| Spotter::of(&TROUBLES));

/// Whether something is wrong.
pub(super) fn names_trouble(joined: &str) -> bool {
    SPOTTED_TROUBLES.phrases.any(joined)
}

fn troubles(joined: &str) -> BTreeSet<&'static str> {
    let spotted = SPOTTED_TROUBLES.spot(joined);
    spotted.map(|(trouble, _)| trouble).collect()
}

/// Whether a thing is only where something happens: "ở bờ kè …", "bờ kè … có người …".
fn is_where(joined: &str, from: usize, to: usize) -> bool {
    const BEFORE: [&str; 9] = [
        " o", " tai", " canh", " gan", " ven", " ngoai", " sau", " truoc", " doc",
    ];
    const BEHIND: [&str; 4] = [" co nguoi ", " co doi tuong ", " co ke ", " nguoi ta "];
    let before = joined.get(..from).unwrap_or_default();
    let behind = joined.get(to.saturating_sub(1)..).unwrap_or_default();
    let near = behind
        .match_indices(' ')
        .nth(4)
        .map_or(behind.len(), |(at, _)| at + 14);
    let mut near = near.min(behind.len());
    while !behind.is_char_boundary(near) {
        near -= 1;
    }
    let near = behind.get(..near).unwrap_or_default();
    BEFORE.iter().any(|word| before.ends_with(word))
        || BEHIND.iter().any(|word| near.contains(word))
}

/// A way to something that has troubles of its own.
const WAY: &str = "way";

/// "đường ra trạm bơm": the way is spoken of, not where it leads. The words of the way, and those of what it leads to.
fn way_to(joined: &str) -> Option<(&'static str, &'static str)> {
    const WAYS: [&str; 10] = [
        " duong ra",
        " duong vao",
        " duong den",
        " duong toi",
        " duong len",
        " duong xuong",
        " duong di",
        " loi vao",
        " loi ra",
        " loi di",
    ];
    static SPOTTED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(WAYS));
    SPOTTED.found(joined).into_iter().find_map(|at| {
        let way = *WAYS.get(at)?;
        let (_, rest) = joined.split_once(way)?;
        let words = SPOTTED_THINGS.words.iter();
        let mut strong = words.filter(|(thing, _)| !WEAK.contains(thing));
        let (_, to) = strong.find(|(_, word)| rest.starts_with(word.as_str()))?;
        Some((way, to.as_str()))
    })
}

/// The things that are spoken of, and the words without them.
fn objects(joined: &str) -> (BTreeSet<&'static str>, Cow<'_, str>) {
    let (mut found, mut places) = (BTreeSet::new(), BTreeSet::new());
    let mut left = Cow::Borrowed(joined);
    if let Some((way, to)) = way_to(joined) {
        found.insert(WAY);
        left = Cow::Owned(joined.replace(&format!("{way}{to}"), " . "));
    }
    // What is cut out of the words makes no new ones.
    for (object, word) in SPOTTED_THINGS.spot(joined) {
        if let Some(at) = left.find(word) {
            if is_where(&left, at, at + word.len()) {
                places.insert(object);
            } else {
                found.insert(object);
            }
            left = Cow::Owned(left.replace(word, " . "));
        }
    }
    // Where it is counts only where nothing else is spoken of.
    if !found.iter().any(|object| !WEAK.contains(object)) {
        found.append(&mut places);
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
