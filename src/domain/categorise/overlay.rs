//! What a council adds to the stored model: its own words, and its clerks' corrections.
//!
//! Every weight here is bounded, so that no list of words and no stubborn clerk can drown the model.

use std::collections::HashMap;

use super::features::{Feature, ngram, ngrams};
use super::normalise::normalise;
use crate::domain::ids::CategoryCode;

/// What one of the council's words adds to the score of its category.
const WORD_WEIGHT: f32 = 3.0;
/// The most that corrections can add to or take from one feature.
const LEARNED_LIMIT: f32 = 1.5;
/// The most that one correction moves the score of its own text.
const LEARNED_STEP: f32 = 1.0;
/// Features remembered; later ones are ignored rather than earlier ones forgotten.
const LEARNED_FEATURES: usize = 20_000;
/// Longest of the council's phrases, in syllables.
const WORD_SYLLABLES: usize = 6;

/// Weights beside the model's, by feature and category.
#[derive(Debug, Clone, Default)]
pub(super) struct Overlay {
    /// The hash of a phrase, its length, its category; sorted.
    words: Vec<(u32, usize, usize)>,
    longest: usize,
    learned: HashMap<u32, HashMap<usize, f32>>,
}

impl Overlay {
    /// Makes `phrase` speak for the category with index `class`.
    pub(super) fn add_word(&mut self, phrase: &str, class: usize) {
        let read = normalise(phrase);
        let len = read.tokens.len();
        if len == 0 || len > WORD_SYLLABLES {
            return;
        }
        let hash = ngram(read.norms());
        let entry = (hash, len, class);
        if let Err(at) = self.words.binary_search(&entry) {
            self.words.insert(at, entry);
        }
        self.longest = self.longest.max(len);
    }

    /// Calls `add(first token, tokens, class, weight)` for each of the council's words in `norms`.
    pub(super) fn words_in(&self, norms: &[&str], mut add: impl FnMut(usize, usize, usize, f32)) {
        for from in 0..norms.len() {
            for (len, hash) in (1..=self.longest).zip(ngrams(&norms[from..])) {
                let first = self.words.partition_point(|word| *word < (hash, len, 0));
                let same = self.words[first..].iter();
                for (_, _, class) in same.take_while(|(h, l, _)| (*h, *l) == (hash, len)) {
                    add(from, len, *class, WORD_WEIGHT);
                }
            }
        }
    }

    /// Whether the council has words of its own.
    pub(super) fn has_words(&self) -> bool {
        self.longest > 0
    }

    /// Whether clerks taught anything.
    pub(super) fn has_lessons(&self) -> bool {
        !self.learned.is_empty()
    }

    /// What clerks taught about a feature.
    pub(super) fn learned(&self, hash: u32) -> impl Iterator<Item = (usize, f32)> {
        self.learned
            .get(&hash)
            .into_iter()
            .flat_map(|weights| weights.iter().map(|(class, weight)| (*class, *weight)))
    }

    /// Moves the features of a corrected text towards `right` and away from `wrong`.
    pub(super) fn correct(&mut self, features: &[Feature], right: usize, wrong: Option<usize>) {
        let mut hashes: Vec<u32> = features
            .iter()
            .filter(|f| f.len > 0)
            .map(|f| f.hash)
            .collect();
        hashes.sort_unstable();
        hashes.dedup();
        let step = LEARNED_STEP * share(hashes.len());
        for hash in hashes {
            if self.learned.len() >= LEARNED_FEATURES && !self.learned.contains_key(&hash) {
                continue;
            }
            let weights = self.learned.entry(hash).or_default();
            let up = weights.entry(right).or_default();
            *up = (*up + step).clamp(-LEARNED_LIMIT, LEARNED_LIMIT);
            if let Some(wrong) = wrong {
                let down = weights.entry(wrong).or_default();
                *down = (*down - step).clamp(-LEARNED_LIMIT, LEARNED_LIMIT);
            }
        }
    }
}

/// The part of a score that one of `count` features carries.
pub(super) fn share(count: usize) -> f32 {
    let count = u16::try_from(count.max(1)).unwrap_or(u16::MAX);
    1.0 / f32::from(count).sqrt()
}

/// The built-in codes, and those that the council added, by index.
#[derive(Debug, Clone)]
pub(super) struct Codes(pub(super) Vec<CategoryCode>);

impl Codes {
    /// The index of `code`, new if it was not known.
    pub(super) fn index(&mut self, code: &CategoryCode) -> usize {
        self.0.iter().position(|c| c == code).unwrap_or_else(|| {
            self.0.push(code.clone());
            self.0.len() - 1
        })
    }
}
