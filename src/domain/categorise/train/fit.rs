//! Multinomial logistic regression over hashed features, and the asset that it becomes.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::features::{Feature, features, glossed, marks, ngram, runs};
use super::super::model::MAGIC;
use super::super::normalise::{Normalised, normalise};
use super::super::overlay::share;
use super::super::{BUILTIN_CATEGORIES, Kind};
use super::{Dice, Sentence};

/// Passes over the sentences.
const PASSES: usize = 20;
/// The last passes, whose weights are added up: their noise cancels out.
const AVERAGED: usize = 6;
/// Step of the descent; features of a sentence share a length of one.
const STEP: f32 = 2.0;
/// How fast weights are forgotten.
const DECAY: f32 = 2e-5;
/// Part of the features hidden in each pass, in percent: no single word may carry a sentence.
const HIDDEN: usize = 35;
/// How often a whole group is hidden, in percent: runs of letters and marks more often than words.
const GROUP_HIDDEN: [usize; GROUPS] = [5, 25, 45];
/// Probability that goes to a sentence's other categories together.
const ALSO_PART: f32 = 0.3;
/// What a sentence in somebody's own words counts for beside a made one where fields are learned: long stories would outweigh
/// what is short and plain ("Đèn đường ngõ 3 hỏng"). Kinds, danger above all, are learned from both alike.
const OWN_WORDS_COUNT: f32 = 0.4;
/// Stored weights below this many steps are not worth their place.
const LEAST_STEPS: i32 = 3;

/// One decision to be learned.
struct Task {
    classes: usize,
    examples: Vec<Example>,
    hashes: Vec<u32>,
}

/// A sentence to learn from.
struct Example {
    /// Its features as rows of the weights: words and rules, runs of letters, words with marks.
    rows: [Vec<usize>; GROUPS],
    /// Wanted probabilities.
    target: Vec<f32>,
    importance: f32,
}

/// How many groups of features there are.
const GROUPS: usize = 3;

/// Features stored for kinds and for categories, at most: together they stay below two megabytes.
const MOST_FEATURES: [usize; 2] = [40_000, 56_000];

/// The asset for `sentences`; `corpus` is stored in it.
#[must_use]
pub fn fit(sentences: &[Sentence], corpus: u64) -> Vec<u8> {
    let mut asset = MAGIC.to_vec();
    asset.extend(corpus.to_le_bytes());
    let of_kinds = |text: &Normalised| [features(text), Vec::new(), Vec::new()];
    let kinds = Task::new(sentences, Kind::ALL.len(), 1.0, of_kinds, |s| {
        let kind = Kind::ALL.iter().position(|k| *k == s.kind)?;
        Some(vec![kind])
    });
    kinds.solve().store(&mut asset, MOST_FEATURES[0]);
    let of_fields = |text: &Normalised| {
        let mut groups = [features(text), Vec::new(), Vec::new()];
        runs(text, &mut groups[1]);
        glossed(text, &mut groups[1]);
        marks(text, &mut groups[2]);
        groups
    };
    let fields = BUILTIN_CATEGORIES.len();
    let categories = Task::new(sentences, fields, OWN_WORDS_COUNT, of_fields, |s| {
        (!s.categories.is_empty()).then(|| s.categories.clone())
    });
    categories.solve().store(&mut asset, MOST_FEATURES[1]);
    store_phrases(sentences, &mut asset);
    asset
}

/// A sentence, its classes and its features.
type Read<'a> = (&'a Sentence, Vec<usize>, [Vec<Feature>; GROUPS]);

impl Task {
    /// `own_words`: what a sentence in somebody's own words counts for.
    fn new(
        sentences: &[Sentence],
        classes: usize,
        own_words: f32,
        groups: impl Fn(&Normalised) -> [Vec<Feature>; GROUPS],
        wanted: impl Fn(&Sentence) -> Option<Vec<usize>>,
    ) -> Self {
        let read: Vec<Read<'_>> = sentences
            .iter()
            .filter_map(|s| {
                let wanted = wanted(s)?;
                Some((s, wanted, groups(&normalise(&s.text))))
            })
            .collect();
        let mut lines: HashMap<u32, (HashSet<usize>, u16)> = HashMap::new();
        let mut counts = vec![0_usize; classes];
        for (sentence, wanted, found) in &read {
            counts[wanted[0]] += 1;
            for feature in found.iter().flatten() {
                let entry = lines.entry(feature.hash);
                let entry = entry.or_insert((HashSet::new(), feature.len));
                entry.0.insert(sentence.line);
            }
        }
        let mut hashes: Vec<u32> = lines
            .iter()
            .filter(|(_, (lines, len))| *len <= 1 || lines.len() >= 2)
            .map(|(hash, _)| *hash)
            .collect();
        hashes.sort_unstable();
        let examples = read
            .iter()
            .map(|(sentence, wanted, found)| {
                let rows = found.each_ref().map(|group| {
                    let rows = group.iter().map(|f| hashes.binary_search(&f.hash));
                    rows.filter_map(Result::ok).collect()
                });
                Example {
                    rows,
                    target: target(wanted, classes),
                    importance: importance(&counts, wanted[0])
                        * if sentence.is_own_words {
                            own_words
                        } else {
                            1.0
                        },
                }
            })
            .collect();
        Self {
            classes,
            examples,
            hashes,
        }
    }

    fn solve(self) -> Solved {
        let classes = self.classes;
        let mut weights = vec![0.0_f32; self.hashes.len() * classes];
        let mut bias = vec![0.0_f32; classes];
        let mut dice = Dice::new(7);
        let mut order: Vec<usize> = (0..self.examples.len()).collect();
        let mut sum = vec![0.0_f32; weights.len()];
        for pass in 0..PASSES {
            for at in (1..order.len()).rev() {
                order.swap(at, dice.below(at + 1));
            }
            for at in &order {
                let example = &self.examples[*at];
                let rows = seen(&example.rows, &mut dice);
                let part = share(rows.len());
                let error = error(&weights, &bias, &rows, part, &example.target);
                for (class, error) in error.iter().enumerate() {
                    let step = error * example.importance;
                    bias[class] -= 0.01 * step;
                    let gradient = step * part;
                    for row in &rows {
                        let at = row * classes + class;
                        weights[at] -= STEP * (gradient + DECAY * weights[at]);
                    }
                }
            }
            if pass >= PASSES - AVERAGED {
                sum.iter_mut().zip(&weights).for_each(|(sum, w)| *sum += w);
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a handful of passes")]
        let part = 1.0 / AVERAGED as f32;
        for weight in &mut sum {
            *weight *= part;
        }
        Solved {
            classes,
            hashes: self.hashes,
            weights: sum,
            bias,
        }
    }
}

/// The rows that a pass sees: now and then a whole group is hidden, so that each can stand for itself.
fn seen(groups: &[Vec<usize>; GROUPS], dice: &mut Dice) -> Vec<usize> {
    let mut out = Vec::with_capacity(groups.iter().map(Vec::len).sum());
    let several = groups.iter().filter(|group| !group.is_empty()).count() > 1;
    for (group, hidden) in groups.iter().zip(GROUP_HIDDEN) {
        if several && dice.percent(hidden) {
            continue;
        }
        out.extend(group.iter().filter(|_| !dice.percent(HIDDEN)));
    }
    out
}

/// Rare classes count for more, by the square root.
fn importance(counts: &[usize], class: usize) -> f32 {
    let most = counts.iter().max().copied().unwrap_or(1);
    let ratio = most / counts[class].max(1);
    f32::from(u16::try_from(ratio).unwrap_or(1).max(1)).sqrt()
}

fn target(wanted: &[usize], classes: usize) -> Vec<f32> {
    let mut out = vec![0.0; classes];
    let others = wanted.len() - 1;
    out[wanted[0]] = if others == 0 { 1.0 } else { 1.0 - ALSO_PART };
    for other in &wanted[1..] {
        let others = f32::from(u16::try_from(others).unwrap_or(1));
        out[*other] += ALSO_PART / others;
    }
    out
}

/// Predicted minus wanted probabilities.
fn error(weights: &[f32], bias: &[f32], rows: &[usize], part: f32, target: &[f32]) -> Vec<f32> {
    let classes = bias.len();
    let mut scores = bias.to_vec();
    for row in rows {
        let weights = &weights[row * classes..(row + 1) * classes];
        for (score, weight) in scores.iter_mut().zip(weights) {
            *score += weight * part;
        }
    }
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for score in &mut scores {
        *score = (*score - top).exp();
        sum += *score;
    }
    scores
        .iter()
        .zip(target)
        .map(|(power, wanted)| power / sum - wanted)
        .collect()
}

/// Learned weights.
struct Solved {
    classes: usize,
    hashes: Vec<u32>,
    weights: Vec<f32>,
    bias: Vec<f32>,
}

impl Solved {
    /// Appends the table: classes, scale, bias, count, sorted hashes, rows of signed bytes.
    fn store(&self, asset: &mut Vec<u8>, most: usize) {
        let top = 0.5 * self.weights.iter().fold(0.0_f32, |top, w| top.max(w.abs()));
        let scale = top.max(1e-6) / 127.0;
        let mut kept: BTreeMap<u32, Vec<i8>> = BTreeMap::new();
        for (at, hash) in self.hashes.iter().enumerate() {
            let row = &self.weights[at * self.classes..(at + 1) * self.classes];
            let row: Vec<i8> = row.iter().map(|w| steps(w / scale)).collect();
            if row.iter().any(|w| i32::from(*w).abs() >= LEAST_STEPS) {
                kept.insert(*hash, row);
            }
        }
        let mut strengths: Vec<(u8, u32)> =
            kept.iter().map(|(h, row)| (strength(row), *h)).collect();
        strengths.sort_unstable_by(|a, b| b.cmp(a));
        for (_, hash) in strengths.iter().skip(most) {
            kept.remove(hash);
        }
        asset.push(u8::try_from(self.classes).unwrap_or(0));
        asset.extend(scale.to_le_bytes());
        for bias in &self.bias {
            asset.extend(bias.to_le_bytes());
        }
        asset.extend(u32::try_from(kept.len()).unwrap_or(0).to_le_bytes());
        for hash in kept.keys() {
            asset.extend(hash.to_le_bytes());
        }
        for row in kept.values() {
            asset.extend(row.iter().map(|w| w.cast_unsigned()));
        }
    }
}

fn steps(value: f32) -> i8 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "clamped to the range of i8 just before"
    )]
    let steps = value.round().clamp(-127.0, 127.0) as i8;
    steps
}

/// What a feature can change at most.
fn strength(row: &[i8]) -> u8 {
    let least = row.iter().min().copied().unwrap_or(0);
    let most = row.iter().max().copied().unwrap_or(0);
    most.abs_diff(least)
}

/// Appends the hashes of word pairs that more than one line has: what is everyday talk, not a name.
fn store_phrases(sentences: &[Sentence], asset: &mut Vec<u8>) {
    let mut lines: HashMap<u32, (usize, bool)> = HashMap::new();
    for sentence in sentences {
        let placeless = normalise(&sentence.placeless);
        for hash in pairs(&placeless) {
            let entry = lines.entry(hash).or_insert((sentence.line, false));
            entry.1 |= entry.0 != sentence.line;
        }
    }
    let mut hashes: Vec<u32> = lines
        .iter()
        .filter(|(_, (_, several))| *several)
        .map(|(hash, _)| *hash)
        .collect();
    hashes.sort_unstable();
    asset.extend(u32::try_from(hashes.len()).unwrap_or(0).to_le_bytes());
    for hash in hashes {
        asset.extend(hash.to_le_bytes());
    }
}

/// Hashes of neighbouring words, numbers left out.
fn pairs(text: &Normalised) -> impl Iterator<Item = u32> {
    text.norms()
        .zip(text.norms().skip(1))
        .filter(|(first, second)| !first.starts_with('#') && !second.starts_with('#'))
        .map(|(first, second)| ngram([first, second]))
}
