//! From the sentences in `training/` to the stored model. Pure and deterministic; the files are read by
//! `examples/train_categoriser.rs`, never by the bot.
//!
//! A file's name is what its lines are: `land.txt` petitions about land, `complaint.txt` complaints.
//! A line may hold choices `{a|b|c}`, fillers of `fillers.txt` such as `@ask`, places `@p`, numbers `@n`, and
//! end in `|| code code`: other
//! categories that are right as well. A line `% term | term` (`%en` in English)
//! puts each term into the sentences of `frames.txt`. Lines starting with `#` are comments; below the one that says
//! "In their own words" each line is one person's, and counts for less where fields are learned.

mod corpus;
mod fit;
mod noise;

pub use self::corpus::{Sentence, corpus_hash, sentences};
pub use self::fit::fit;

/// The files of `training/`, each named without its `.txt`; the last three hold no sentences.
pub const FILES: [&str; 26] = [
    "land",
    "transport",
    "environment",
    "urban",
    "utilities",
    "agriculture",
    "education",
    "health",
    "social_policy",
    "labor",
    "culture",
    "security",
    "governance",
    "economy",
    "telecom",
    "complaint",
    "denunciation",
    "crime_report",
    "emergency",
    "greeting",
    "spam",
    "praise",
    "petition",
    "fillers",
    "frames",
    "places",
];

/// Numbers that look random and never are.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    /// The same `seed` gives the same throws.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 if there is none.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(1).max(1);
        usize::try_from(self.next() % end).unwrap_or(0)
    }

    /// True `percent` times out of a hundred.
    pub(super) fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `items`.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }
}
