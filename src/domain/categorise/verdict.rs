//! From features to a verdict: scores, confidences and the words that decided.

use super::features::{Feature, features};
use super::model::{Model, Table};
use super::normalise::{Normalised, normalise};
use super::overlay::share;
use super::{BUILTIN_CATEGORIES, Categorisation, Categoriser, Guess, Kind, Verdict, rules};

/// An emergency is announced from this probability on if the words are of danger, likelier kinds or not:
/// a false alarm costs a tap, a missed one a life.
const EMERGENCY_FROM: f32 = 0.30;
/// A complaint or denunciation is asked about from this probability on, unless surely a petition.
const GATE_FROM: f32 = 0.40;
/// Reasons given.
const MOST_REASONS: usize = 6;
/// A word counts as a reason from this part of the strongest one's weight.
const REASON_PART: f32 = 0.35;

/// A text as the stored model sees it, before a council's words and corrections. Reading costs far more than
/// judging: whoever asks about the same words again keeps this.
#[derive(Debug)]
pub(crate) struct Reading {
    text: Normalised,
    features: Vec<Feature>,
    kinds: Vec<f32>,
    categories: Vec<f32>,
}

impl Reading {
    /// Reads `text` with the stored model.
    pub(super) fn of(model: &Model, text: &str) -> Self {
        let text = normalise(text);
        let features = features(&text);
        let part = share(features.len());
        Self {
            kinds: scores(&model.kinds, &features, part, Kind::ALL.len()),
            categories: scores(&model.categories, &features, part, BUILTIN_CATEGORIES.len()),
            text,
            features,
        }
    }

    /// Its words.
    pub(crate) fn text(&self) -> &Normalised {
        &self.text
    }

    /// How likely each of the stored model's categories is.
    pub(crate) fn chances(&self) -> Vec<f32> {
        softmax(&self.categories)
    }

    /// What was found in it.
    pub(super) fn features(&self) -> &[Feature] {
        &self.features
    }
}

/// A text before one council.
pub(super) struct Judgement<'a> {
    by: &'a Categoriser,
    reading: &'a Reading,
    categories: Vec<f32>,
}

impl<'a> Judgement<'a> {
    /// Adds what the council says to what the model says.
    pub(super) fn of(by: &'a Categoriser, reading: &'a Reading) -> Self {
        let mut categories = reading.categories.clone();
        categories.resize(by.codes.0.len(), 0.0);
        if by.overlay.has_lessons() {
            for feature in &reading.features {
                for (class, weight) in by.overlay.learned(feature.hash) {
                    categories[class] += weight;
                }
            }
        }
        if by.overlay.has_words() {
            let norms: Vec<&str> = reading.text.norms().collect();
            by.overlay
                .words_in(&norms, |_, _, class, weight| categories[class] += weight);
        }
        Self {
            by,
            reading,
            categories,
        }
    }

    /// The index of the likeliest category.
    pub(super) fn best_category(&self) -> Option<usize> {
        best(&self.categories)
    }

    /// How likely each category is, the stored model's first.
    pub(super) fn chances(&self) -> Vec<f32> {
        softmax(&self.categories)
    }

    /// The verdict.
    pub(super) fn verdict(&self) -> Verdict {
        let kinds = softmax(&self.reading.kinds);
        let kind = decide(&kinds, self.speaks_of_danger());
        let chances = self.chances();
        let mut order: Vec<usize> = (0..chances.len()).collect();
        order.sort_by(|a, b| chances[*b].total_cmp(&chances[*a]));
        let categories = order
            .iter()
            .take(Categorisation::MOST_CATEGORIES)
            .map(|at| Guess {
                code: self.by.codes.0[*at].clone(),
                confidence: chances[*at],
            })
            .collect();
        Verdict {
            kind: Kind::ALL[kind],
            kind_confidence: kinds[kind],
            categories,
            language: self.reading.text.language,
        }
    }

    /// Whether a rule about danger to life or a call for help holds.
    fn speaks_of_danger(&self) -> bool {
        let rules = ["harm", "rescue"].map(super::features::rule);
        self.reading
            .features
            .iter()
            .any(|f| f.len == 0 && rules.contains(&f.hash))
    }

    /// Rules that spoke for the kind, then the words that weighed most.
    pub(super) fn because(&self, kind: Kind) -> Vec<String> {
        let kind = Kind::ALL.iter().position(|k| *k == kind).unwrap_or(0);
        let category = self.best_category();
        let mut weights = vec![0.0_f32; self.reading.text.tokens.len()];
        let mut weigh = |feature: &Feature, weight: f32| {
            let from = usize::from(feature.from);
            let covered = weights.iter_mut().skip(from).take(usize::from(feature.len));
            covered.for_each(|w| *w += weight / f32::from(feature.len));
        };
        let petition = kind == 0;
        for feature in &self.reading.features {
            if petition {
                if let Some(class) = category {
                    weigh(
                        feature,
                        pull(&self.by.model.categories, feature.hash, class),
                    );
                }
            } else {
                weigh(feature, pull(&self.by.model.kinds, feature.hash, kind));
            }
        }
        if let (true, Some(category)) = (petition && self.by.overlay.has_lessons(), category) {
            let part = share(self.reading.features.len());
            for feature in &self.reading.features {
                let taught = self.by.overlay.learned(feature.hash);
                let taught = taught.filter(|(class, _)| *class == category);
                weigh(
                    feature,
                    taught.map(|(_, weight)| weight).sum::<f32>() / part,
                );
            }
        }
        let mut out = if petition {
            Vec::new()
        } else {
            self.rule_reasons(kind)
        };
        if let (true, Some(category)) = (petition && self.by.overlay.has_words(), category) {
            let norms: Vec<&str> = self.reading.text.norms().collect();
            self.by
                .overlay
                .words_in(&norms, |from, len, class, weight| {
                    if class == category {
                        weights[from..from + len]
                            .iter_mut()
                            .for_each(|w| *w += weight);
                    }
                });
        }
        for words in self.strongest(&weights) {
            if out.len() < MOST_REASONS && !out.contains(&words) {
                out.push(words);
            }
        }
        out
    }

    fn rule_reasons(&self, kind: usize) -> Vec<String> {
        let mut strong: Vec<(f32, &str)> = rules::reasons(self.reading.text.joined())
            .map(|(name, label)| {
                let hash = super::features::rule(name);
                (pull(&self.by.model.kinds, hash, kind), label)
            })
            .filter(|(weight, _)| *weight > 0.0)
            .collect();
        strong.sort_by(|a, b| b.0.total_cmp(&a.0));
        strong.truncate(3);
        strong
            .into_iter()
            .map(|(_, label)| label.to_owned())
            .collect()
    }

    /// Runs of neighbouring strong tokens, as they were written, strongest first.
    fn strongest(&self, weights: &[f32]) -> Vec<String> {
        let top = weights.iter().copied().fold(0.0_f32, f32::max);
        let mut runs: Vec<(f32, usize, usize)> = Vec::new();
        for (at, weight) in weights.iter().enumerate() {
            if *weight <= 0.0 || *weight < top * REASON_PART {
                continue;
            }
            match runs.last_mut() {
                Some((sum, _, end)) if *end == at => {
                    *sum = sum.max(*weight);
                    *end = at + 1;
                }
                _ => runs.push((*weight, at, at + 1)),
            }
        }
        runs.sort_by(|a, b| b.0.total_cmp(&a.0));
        let text = &self.reading.text;
        runs.iter()
            .map(|(_, from, end)| {
                let (first, last) = (&text.tokens[*from], &text.tokens[*end - 1]);
                text.written_through(first, last).to_owned()
            })
            .filter(|written| !written.is_empty())
            .collect()
    }
}

/// Scores of the model's classes.
fn scores(table: &Table, features: &[Feature], part: f32, classes: usize) -> Vec<f32> {
    let mut sums = vec![0_i32; classes];
    for feature in features {
        if let Some(row) = table.row(feature.hash) {
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(weight.cast_signed());
            }
        }
    }
    let factor = table.scale() * part;
    let bias = table.bias();
    sums.iter()
        .enumerate()
        .map(|(class, sum)| {
            // Sums of a few thousand bytes are exact in an f32.
            #[expect(
                clippy::cast_precision_loss,
                reason = "at most 2,000 features of at most 127"
            )]
            let sum = *sum as f32;
            sum * factor + bias.get(class).copied().unwrap_or(0.0)
        })
        .collect()
}

/// How much more a feature speaks for `class` than for the average one.
fn pull(table: &Table, hash: u32, class: usize) -> f32 {
    let Some(row) = table.row(hash) else {
        return 0.0;
    };
    row.get(class)
        .map_or(0.0, |w| f32::from(w.cast_signed()) * table.scale())
}

/// Applies the gate: danger first, then what has its own procedure, then the likeliest.
fn decide(chances: &[f32], danger: bool) -> usize {
    let of = |kind: Kind| {
        Kind::ALL
            .iter()
            .position(|k| *k == kind)
            .map(|at| (at, chances.get(at).copied().unwrap_or(0.0)))
    };
    if let Some((at, chance)) = of(Kind::Emergency)
        && danger
        && chance >= EMERGENCY_FROM
    {
        return at;
    }
    [Kind::Complaint, Kind::Denunciation]
        .into_iter()
        .filter_map(of)
        .filter(|(_, chance)| *chance >= GATE_FROM)
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(at, _)| at)
        .or_else(|| best(chances))
        .unwrap_or(0)
}

fn best(values: &[f32]) -> Option<usize> {
    (0..values.len()).max_by(|a, b| values[*a].total_cmp(&values[*b]).then(b.cmp(a)))
}

fn softmax(scores: &[f32]) -> Vec<f32> {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = scores.iter().map(|s| (s - top).exp()).collect();
    let sum: f32 = powers.iter().sum();
    powers.iter().map(|p| p / sum).collect()
}
