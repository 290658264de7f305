//! The kind gate and the categoriser: what a resident's message is, and what it is about.
//!
//! Pure, deterministic and explainable: text in, [`Categorisation`] out, with the words that decided.
//! It proposes; people decide. It never reads a file, a clock or the network, never stores a text, and
//! never turns a message away: a wrong kind costs one more tap.
//!
//! Start at [`Categoriser::categorise`]. `normalise` makes phone Vietnamese comparable, `features` and
//! `rules` say what is in it, `glossary` what an English word is in Vietnamese, `model` weighs that,
//! `overlay` holds what a council adds. The weights come from the sentences in `training/`, by
//! `cargo run --example train_categoriser`.

mod danger;
mod features;
mod glossary;
mod language;
mod model;
mod normalise;
mod overlay;
mod rules;
mod slips;
mod syllable;
mod teencode;
pub mod train;
mod verdict;

#[cfg(test)]
mod danger_tests;
#[cfg(test)]
mod heldout_tests;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::{Arc, LazyLock};

use serde::{Deserialize, Serialize};

pub(crate) use self::language::stem;
use self::model::Model;
pub(crate) use self::normalise::{Normalised, normalise};
use self::overlay::{Codes, Overlay};
pub(crate) use self::syllable::settled;
use self::verdict::Judgement;
pub(crate) use self::verdict::Reading;
use super::ids::{CategoryCode, Language};

/// What a message is, by Vietnamese law and in plain words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Kiến nghị, phản ánh: about policy, works, services. Goes to a delegation.
    Petition,
    /// Khiếu nại: asks to have a decision about the writer reviewed (Law on Complaints 2011, art. 2).
    Complaint,
    /// Tố cáo: reports wrongdoing by a certain person or office (Law on Denunciations 2018, art. 2).
    Denunciation,
    /// Tin báo tội phạm: a certain incident, no life in danger now.
    CrimeReport,
    /// A life is in danger now: 113, 114, 115 before anything else.
    Emergency,
    /// Greeting, trying out the bot, asking what it does.
    Greeting,
    /// Advertisement, wrong address, keyboard noise.
    Spam,
    /// Thanks.
    Praise,
}

impl Kind {
    /// Every kind; the order is the model's.
    pub const ALL: [Self; 8] = [
        Self::Petition,
        Self::Complaint,
        Self::Denunciation,
        Self::CrimeReport,
        Self::Emergency,
        Self::Greeting,
        Self::Spam,
        Self::Praise,
    ];

    /// The name in data: `petition`, `crime_report` …
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Petition => "petition",
            Self::Complaint => "complaint",
            Self::Denunciation => "denunciation",
            Self::CrimeReport => "crime_report",
            Self::Emergency => "emergency",
            Self::Greeting => "greeting",
            Self::Spam => "spam",
            Self::Praise => "praise",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Whether a life is in danger now, as far as the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Danger {
    /// Nothing tells of it.
    None,
    /// Perhaps: the author is asked, with the numbers beside the question.
    Unsure,
    /// Surely: the numbers come before anything else.
    Sure,
}

/// The categories that the stored model knows; the order is the model's.
pub const BUILTIN_CATEGORIES: [&str; 15] = [
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
];

/// One proposed category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Guess {
    /// Which.
    pub code: CategoryCode,
    /// 0 to 1.
    pub confidence: f32,
}

/// What the categoriser makes of a message, without the reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// What it is.
    pub kind: Kind,
    /// 0 to 1.
    pub kind_confidence: f32,
    /// Whether a life is in danger now.
    pub danger: Danger,
    /// Whether it asks for something in so many words.
    pub asks: bool,
    /// At most [`Categorisation::MOST_CATEGORIES`], best first. Given for every kind.
    pub categories: Vec<Guess>,
    /// The language that it is written in.
    pub language: Language,
}

/// From this confidence on the words leave no doubt about the field: at it the held-back set is right 246 times of 248
/// (`heldout_tests`).
pub(crate) const SURE_OF_FIELD: f32 = 0.60;

impl Verdict {
    /// The field, where the words leave no doubt about it.
    pub(crate) fn sure_category(&self) -> Option<&CategoryCode> {
        let best = self.categories.first()?;
        (best.confidence >= SURE_OF_FIELD).then_some(&best.code)
    }
}

/// What the categoriser makes of a message, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Categorisation {
    /// What it is.
    pub kind: Kind,
    /// 0 to 1.
    pub kind_confidence: f32,
    /// Whether a life is in danger now.
    pub danger: Danger,
    /// Whether it asks for something in so many words.
    pub asks: bool,
    /// At most [`Categorisation::MOST_CATEGORIES`], best first. Given for every kind.
    pub categories: Vec<Guess>,
    /// The language that it is written in.
    pub language: Language,
    /// The rules and the words, as written, that decided; strongest first.
    pub because: Vec<String>,
}

impl Categorisation {
    /// A resident is offered no more than this.
    pub const MOST_CATEGORIES: usize = 3;
}

/// Says what messages are. Clones share the model.
#[derive(Debug, Clone)]
pub struct Categoriser {
    model: Arc<Model>,
    codes: Codes,
    overlay: Overlay,
}

static BUILTIN: LazyLock<Categoriser> = LazyLock::new(|| Categoriser {
    model: Arc::new(Model::parse(model::ASSET).unwrap_or_default()),
    codes: Codes(BUILTIN_CATEGORIES.map(CategoryCode::new).to_vec()),
    overlay: Overlay::default(),
});

impl Categoriser {
    /// The stored model, nothing added.
    #[must_use]
    pub fn builtin() -> Self {
        BUILTIN.clone()
    }

    /// The same, to look into.
    pub(crate) fn shared() -> &'static Self {
        &BUILTIN
    }

    /// Lets words from the council file speak for their categories, which may be the council's own.
    ///
    /// A word of more than six syllables is ignored.
    #[must_use]
    pub fn with_council_words(
        mut self,
        words: impl IntoIterator<Item = (CategoryCode, Vec<String>)>,
    ) -> Self {
        for (code, phrases) in words {
            let class = self.codes.index(&code);
            for phrase in &phrases {
                self.overlay.add_word(phrase, class);
            }
        }
        self
    }

    /// Takes a clerk's correction: `text` belongs to `code`. Bounded, and forgotten with this value;
    /// whoever keeps the corrections replays them in order.
    pub fn learn(&mut self, text: &str, code: &CategoryCode) {
        let right = self.codes.index(code);
        let reading = self.read(text);
        let best = Judgement::of(self, &reading).best_category();
        let wrong = (best != Some(right)).then_some(best).flatten();
        self.overlay.correct(reading.features(), right, wrong);
    }

    /// What `text` is and what it is about.
    #[must_use]
    pub fn categorise(&self, text: &str) -> Categorisation {
        let reading = self.read(text);
        let verdict = self.judge(&reading);
        Categorisation {
            because: self.because(&reading, &verdict),
            kind: verdict.kind,
            kind_confidence: verdict.kind_confidence,
            danger: verdict.danger,
            asks: verdict.asks,
            categories: verdict.categories,
            language: verdict.language,
        }
    }

    /// What the text of `reading` is and what it is about.
    pub(crate) fn judge(&self, reading: &Reading) -> Verdict {
        Judgement::of(self, reading).verdict()
    }

    /// The rules and the words, as written, that decided; strongest first.
    pub(crate) fn because(&self, reading: &Reading, verdict: &Verdict) -> Vec<String> {
        Judgement::of(self, reading).because(verdict.kind)
    }

    /// Reads `text`, for whoever asks about it more than once.
    pub(crate) fn read(&self, text: &str) -> Reading {
        Reading::of(&self.model, text)
    }

    /// The hash of two neighbouring words; `None` if they are everyday talk rather than part of a name.
    pub(crate) fn unless_everyday(&self, first: &str, second: &str) -> Option<u32> {
        let pair = features::ngram([first, second]);
        (!self.model.is_phrase(pair)).then_some(pair)
    }

    /// The hash of the sentences that the stored model was made from.
    #[must_use]
    pub fn corpus_hash(&self) -> u64 {
        self.model.corpus
    }

    /// Features with weights: for kinds, for categories.
    #[must_use]
    pub fn model_size(&self) -> (usize, usize) {
        (self.model.kinds.len(), self.model.categories.len())
    }
}

impl Categoriser {
    /// A categoriser with another asset, for the trainer's cross-validation; `None` if it is not one.
    #[must_use]
    pub fn with_model(asset: &'static [u8]) -> Option<Self> {
        Some(Self {
            model: Arc::new(Model::parse(asset)?),
            ..Self::builtin()
        })
    }
}
