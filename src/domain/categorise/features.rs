//! Features of a text: hashed n-grams of its syllables, their sounds, and the rules that hold; for its field
//! also runs of letters, which survive a slip of the thumb, and words with their marks, which say more.

use super::normalise::Normalised;
use super::{glossary, rules, spelling::syllable};
use crate::domain::ids::Language;

/// A feature: its hash and the tokens that it covers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Feature {
    /// FNV-1a of its kind and words.
    pub(super) hash: u32,
    /// First token.
    pub(super) from: u16,
    /// Tokens covered; 0 for a rule, which speaks of the whole text.
    pub(super) len: u16,
}

const OFFSET: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

fn fnv(seed: u32, bytes: impl IntoIterator<Item = u8>) -> u32 {
    bytes.into_iter().fold(seed, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(PRIME)
    })
}

/// FNV leaves the high bits of short inputs alike; the table is addressed by them.
fn finish(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash ^ (hash >> 13)
}

/// The hash of an n-gram of words.
pub(super) fn ngram<'a>(words: impl IntoIterator<Item = &'a str>) -> u32 {
    finish(words.into_iter().fold(OFFSET, longer))
}

/// The hashes of the n-grams that begin with the first of `words`, the shortest first.
pub(super) fn ngrams(words: &[&str]) -> impl Iterator<Item = u32> {
    words.iter().scan(OFFSET, |hash, word| {
        *hash = longer(*hash, word);
        Some(finish(*hash))
    })
}

/// Takes one word more into a hash that is not finished.
fn longer(hash: u32, word: &str) -> u32 {
    fnv(fnv(hash, word.bytes()), *b" ")
}

/// The hash of a rule.
pub(super) fn rule(name: &str) -> u32 {
    of_kind(3, name.bytes())
}

/// Letters in a run: long enough to reach over into the next syllable.
const RUNS: [usize; 1] = [5];

/// What speaks for the field alone: how the words are spelt. Rules and n-grams of [`features`] come before.
pub(super) fn spelling(text: &Normalised) -> Vec<Feature> {
    let mut out = Vec::with_capacity(text.joined().len() * RUNS.len() + text.tokens.len() * 2);
    runs(text, &mut out);
    glossed(text, &mut out);
    marks(text, &mut out);
    out
}

/// What English words are in Vietnamese, as n-grams of [`features`]: one language learns from the other.
pub(super) fn glossed(text: &Normalised, out: &mut Vec<Feature>) {
    if text.language != Language::En {
        return;
    }
    for (from, norm) in (0_u16..).zip(text.norms()) {
        for vietnamese in glossary::of(norm) {
            let words: Vec<&str> = vietnamese.split(' ').collect();
            for at in 0..words.len() {
                let hashes = ngrams(&words[at..]).take(3);
                out.extend(hashes.map(|hash| Feature { hash, from, len: 1 }));
            }
        }
    }
}

/// Runs of letters, over the borders of words.
pub(super) fn runs(text: &Normalised, out: &mut Vec<Feature>) {
    let joined = text.joined().as_bytes();
    let mut from = 0_u16;
    for at in 0..joined.len() {
        if joined[at] == b' ' && at > 0 {
            from = from.saturating_add(1);
        }
        for len in RUNS {
            let Some(run) = joined.get(at..at + len) else {
                continue;
            };
            let borders = run.iter().take(len - 1).skip(1).filter(|b| **b == b' ');
            out.push(Feature {
                hash: of_kind(4, run.iter().copied()),
                from,
                len: u16::try_from(borders.count() + 1).unwrap_or(1),
            });
        }
    }
}

/// Words with their marks, alone and with the word before.
pub(super) fn marks(text: &Normalised, out: &mut Vec<Feature>) {
    let mut before: Option<u32> = None;
    for (from, token) in (0_u16..).zip(&text.tokens) {
        let written = text.written(token);
        let this = (!written.is_ascii()).then(|| marked(written));
        if let Some(hash) = this {
            let mut push = |hash, from, len| out.push(Feature { hash, from, len });
            push(finish(hash), from, 1);
            if let Some(before) = before {
                let pair = fnv(before, hash.to_le_bytes());
                push(finish(pair), from.saturating_sub(1), 2);
            }
        }
        before = this;
    }
}

/// The hash of a word with its marks, wherever the tone stands in it.
fn marked(written: &str) -> u32 {
    let mut hash = fnv(OFFSET, [5]);
    let mut tone = 0;
    for c in written.chars().flat_map(char::to_lowercase) {
        unicode_normalization::char::decompose_canonical(c, |part| match part {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tone = u32::from(part),
            _ => hash = fnv(hash, u32::from(part).to_le_bytes()),
        });
    }
    fnv(hash, tone.to_le_bytes())
}

fn of_kind(kind: u8, word: impl Iterator<Item = u8>) -> u32 {
    finish(fnv(fnv(OFFSET, [kind]), word))
}

/// Every feature of `text`, in a fixed order.
pub(super) fn features(text: &Normalised) -> Vec<Feature> {
    let norms: Vec<&str> = text.norms().collect();
    let mut out = Vec::with_capacity(norms.len() * 5 + 16);
    for at in 0..norms.len() {
        // `MAX_TOKENS` is far below `u16::MAX`.
        let Ok(from) = u16::try_from(at) else { break };
        for (len, hash) in (1..=3).zip(ngrams(&norms[at..])) {
            out.push(Feature { hash, from, len });
        }
        out.push(Feature {
            hash: of_kind(1, syllable::skeleton(norms[at])),
            from,
            len: 1,
        });
        if let Some(third) = norms.get(at + 2) {
            let skip = fnv(fnv(OFFSET, [2]), norms[at].bytes());
            out.push(Feature {
                hash: finish(fnv(fnv(skip, *b"_"), third.bytes())),
                from,
                len: 3,
            });
        }
    }
    for name in rules::holding(text.joined()) {
        out.push(Feature {
            hash: rule(name),
            from: 0,
            len: 0,
        });
    }
    out
}
