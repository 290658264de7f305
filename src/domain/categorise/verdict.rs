//! From features to a verdict: scores, confidences and the words that decided.

use super::features::{Feature, features, spelling};
use super::model::{Model, Table, WIDE};
use super::normalise::{Normalised, normalise};
use super::overlay::share;
use super::{
    BUILTIN_CATEGORIES, Categorisation, Categoriser, Guess, Kind, Verdict, danger, hollow, rules,
};
use crate::domain::text::letter::{Letter, Part};

/// From this chance on, thanks below it are mere politeness: it is likelier a petition than anything else.
const SURELY_A_PETITION: f32 = 0.45;
/// A complaint or denunciation is asked about from this probability on, unless surely a petition.
const GATE_FROM: f32 = 0.40;
/// The same for a complaint that neither names a decision nor says that it is contested.
const COMPLAINT_FROM: f32 = 0.80;
/// A crime is not taken for reported below this probability: most who write of thieves want more patrols.
const LIKELY: f32 = 0.60;
/// A field is spoken of from this probability on, in so many words.
const FIELD_FROM: f32 = 0.60;
const FIELD_WORDS: usize = 6;
/// Fields that talk about the bot sounds like.
const LIKE_THE_BOT: [&str; 2] = ["governance", "telecom"];
/// So few words after "Alo bot" are talk with it.
const SMALL_TALK: usize = 8;
/// Reasons given.
const MOST_REASONS: usize = 6;
/// A word counts as a reason from this part of the strongest one's weight.
const REASON_PART: f32 = 0.35;

/// A text as the stored model sees it, before a council's words and corrections: what is said between
/// salutation and signature. Reading costs far more than judging: whoever asks about the same words again
/// keeps this.
#[derive(Debug)]
pub(crate) struct Reading {
    text: Normalised,
    features: Vec<Feature>,
    /// What speaks for the field alone.
    kinds: Vec<f32>,
    categories: Vec<f32>,
    asks: bool,
    /// The text is the body of a letter, and its author is not introduced.
    is_body: bool,
}

impl Reading {
    /// Reads `text` with the stored model.
    pub(super) fn of(model: &Model, whole: &str) -> Self {
        let letter = Letter::of(whole);
        let mut is_body = letter.has_body() && letter.parts(Part::Introduction).next().is_none();
        let with_title = letter.parts(Part::Title).any(names_a_procedure);
        let is_said = |part| part == Part::Body || (with_title && part == Part::Title);
        let mut text = normalise(&letter.only(is_said));
        // "Alo bot, sống không đó" is talk with the bot, not a letter to it.
        if text.tokens.len() <= SMALL_TALK && letter.parts(Part::Salutation).any(is_to_the_bot) {
            text = normalise(whole);
            is_body = false;
        }
        let features = features(&text);
        let part = share(features.len());
        let spelling = spelling(&text);
        let all = share(features.len() + spelling.len());
        let mut kinds = scores(&model.kinds, &features, part, Kind::ALL.len());
        let asks = rules::asks(text.joined());
        // Thanks under a text that asks for nothing may be what it was written for.
        if !asks && letter.has_body() && letter.parts(Part::Closing).any(thanks) {
            let whole = features_of(&letter.only(|part| is_said(part) || part == Part::Closing));
            let whole = scores(&model.kinds, &whole, share(whole.len()), Kind::ALL.len());
            let is_done = rules::tells_of_something_done(text.joined());
            let is_petition = chance(&softmax(&kinds), Kind::Petition) >= SURELY_A_PETITION;
            for (kind, whole) in kinds.iter_mut().zip(whole) {
                if is_done {
                    *kind = whole;
                } else if !is_petition {
                    *kind = f32::midpoint(*kind, whole);
                }
            }
        }
        Self {
            kinds,
            categories: scores(
                &model.categories,
                features.iter().chain(&spelling),
                all,
                BUILTIN_CATEGORIES.len(),
            ),
            asks,
            is_body: is_body && !with_title,
            text,
            features,
        }
    }

    /// The body of the letter, if that is all that was read and its author is not introduced.
    pub(crate) fn body_alone(&self) -> Option<&Normalised> {
        self.is_body.then_some(&self.text)
    }

    /// What is said, as rules see it.
    pub(super) fn said(&self) -> &str {
        self.text.joined()
    }

    /// Whether it asks for something in so many words.
    pub(super) fn asks(&self) -> bool {
        self.asks
    }

    /// Whether it says something about a field: a greeting does not.
    fn speaks_of_a_field(&self) -> bool {
        let chances = softmax(&self.categories);
        let best = best(&chances).unwrap_or(0);
        self.text.tokens.len() >= FIELD_WORDS
            && chances
                .get(best)
                .is_some_and(|chance| *chance >= FIELD_FROM)
            && !BUILTIN_CATEGORIES
                .get(best)
                .is_some_and(|code| LIKE_THE_BOT.contains(code))
    }

    /// Whether a rule holds for it.
    pub(super) fn holds(&self, rule: &str) -> bool {
        let rule = super::features::rule(rule);
        // Rules stand last.
        let mut rules = self.features.iter().rev().take_while(|f| f.len == 0);
        rules.any(|f| f.hash == rule)
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
        let (danger, is_emergency) = danger::danger(chance(&kinds, Kind::Emergency), self.reading);
        let kind = decide(&kinds, is_emergency, self.reading);
        let mut chances = self.chances();
        if hollow::is_hollow(self.reading.said()) {
            // The likeliest stays the likeliest, and nobody is sure of it.
            let even = 1.0 / chances.iter().map(|_| 1.0).sum::<f32>().max(1.0);
            for chance in &mut chances {
                *chance = f32::midpoint(*chance, even);
            }
        }
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
            danger,
            asks: self.reading.asks(),
            categories,
            language: self.reading.text.language,
        }
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
fn scores<'a>(
    table: &Table,
    features: impl IntoIterator<Item = &'a Feature>,
    part: f32,
    classes: usize,
) -> Vec<f32> {
    let mut sums = [0_i32; WIDE];
    for feature in features {
        let Some(row) = table.row(feature.hash) else {
            continue;
        };
        for (sum, weight) in sums.iter_mut().zip(row) {
            *sum += i32::from(*weight);
        }
    }
    let factor = table.scale() * part;
    let bias = table.bias();
    sums.iter()
        .take(classes)
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
        .map_or(0.0, |w| f32::from(*w) * table.scale())
}

/// Whether a title names a procedure of its own: "ĐƠN KHIẾU NẠI" is what the law goes by. "ĐƠN KIẾN NGHỊ" says
/// nothing that the petition does not.
fn names_a_procedure(title: &str) -> bool {
    let words = normalise(title);
    rules::reasons(words.joined()).any(|(name, _)| matches!(name, "khieu_nai" | "to_cao"))
}

fn is_to_the_bot(salutation: &str) -> bool {
    normalise(salutation).joined().contains(" bot ")
}

/// Whether politeness is thanks.
fn thanks(closing: &str) -> bool {
    let words = normalise(closing);
    rules::reasons(words.joined()).any(|(name, _)| name == "thank")
}

fn features_of(text: &str) -> Vec<Feature> {
    features(&normalise(text))
}

/// How likely a kind is.
fn chance(chances: &[f32], kind: Kind) -> f32 {
    let at = Kind::ALL.iter().position(|k| *k == kind);
    at.and_then(|at| chances.get(at)).copied().unwrap_or(0.0)
}

/// Applies the gate: danger first, then what has its own procedure, then the likeliest. What asks for
/// something is not waved off as a greeting, an advertisement or thanks.
fn decide(chances: &[f32], is_emergency: bool, reading: &Reading) -> usize {
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|a, b| chances[*b].total_cmp(&chances[*a]));
    let contests = ["decision", "decision_of", "contest", "khieu_nai"];
    let contests = contests.iter().any(|rule| reading.holds(rule));
    let likely = |at: usize| chances[at] >= LIKELY;
    let allowed = |at: &usize| match Kind::ALL[*at] {
        Kind::Emergency => false,
        Kind::Greeting => reading.holds("bot") || !reading.asks() && !reading.speaks_of_a_field(),
        Kind::CrimeReport => likely(*at),
        Kind::Spam => {
            let sells = reading.holds("ad") || reading.holds("link");
            !reading.asks() && (sells || !reading.speaks_of_a_field())
        }
        Kind::Praise => !reading.asks(),
        Kind::Complaint => contests || likely(*at),
        Kind::Petition | Kind::Denunciation => true,
    };
    let at_of = |kind: Kind| order.iter().copied().find(|at| Kind::ALL[*at] == kind);
    if is_emergency {
        return at_of(Kind::Emergency).unwrap_or(0);
    }
    let has_procedure = |at: &&usize| match Kind::ALL[**at] {
        Kind::Complaint => chances[**at] >= if contests { GATE_FROM } else { COMPLAINT_FROM },
        Kind::Denunciation => chances[**at] >= GATE_FROM,
        Kind::Petition
        | Kind::CrimeReport
        | Kind::Emergency
        | Kind::Greeting
        | Kind::Spam
        | Kind::Praise => false,
    };
    let first = order.first().map(|at| Kind::ALL[*at]);
    if first == Some(Kind::Emergency)
        && reading.holds("bot")
        && !reading.asks()
        && !reading.holds("peril")
    {
        return at_of(Kind::Greeting).unwrap_or(0);
    }
    order
        .iter()
        .find(has_procedure)
        .or_else(|| order.iter().find(|at| allowed(at)))
        .copied()
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
