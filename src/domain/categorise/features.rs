//! Features of a text: hashed n-grams of its syllables, their sounds, and the rules that hold.

use super::normalise::Normalised;
use super::{rules, syllable};

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
