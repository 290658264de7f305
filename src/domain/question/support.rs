//! Several people, one matter: which questions are alike, when supporters are news, what was raised before.

use std::cmp::Reverse;

use super::{Question, State};
use crate::domain::{
    council::Council,
    ids::{AreaCode, QuestionId},
    recent::Recent,
    similarity::{Reading, Readings},
    text,
};

/// So many alike questions a resident is shown.
pub const MOST_SHOWN: usize = 3;

/// So many of the likeliest are compared.
const COMPARED: usize = 3;

/// Alike texts share at least one in so many words of the shorter one.
const LEAST_SHARED_OF: usize = 3;

/// A body is told anew when so many people want the same: enough to be a matter of a street, a
/// neighbourhood, a ward.
pub const NEWS_AT: [u32; 7] = [3, 10, 30, 100, 300, 1_000, 3_000];

/// The number of supporters that is news, if `count` passed one since `told`.
#[must_use]
pub fn news(count: u32, told: u32) -> Option<u32> {
    NEWS_AT
        .into_iter()
        .rev()
        .find(|mark| count >= *mark && *mark > told)
}

/// Whether one area is the other, or lies in it.
#[must_use]
pub fn same_place(council: &Council, a: &AreaCode, b: &AreaCode) -> bool {
    let lies_in = |inner: &AreaCode, outer: &AreaCode| {
        inner == outer
            || council
                .ancestors(inner)
                .iter()
                .any(|ancestor| ancestor.code == *outer)
    };
    lies_in(a, b) || lies_in(b, a)
}

/// The area, those it lies in, and those directly in it: where the same matter may have been raised.
#[must_use]
pub fn nearby(council: &Council, area: &AreaCode) -> Vec<AreaCode> {
    let above = council.ancestors(area).into_iter();
    let below = council.children(area);
    let around = above.chain(below).map(|area| area.code.clone());
    std::iter::once(area.clone()).chain(around).collect()
}

/// The words of a question, folded, as hashes: once each, and sorted.
#[derive(Debug)]
pub struct Words(Box<[u32]>);

impl Words {
    /// The words of a folded text.
    #[must_use]
    pub fn of_folded(folded: &str) -> Self {
        let mut words: Vec<u32> = folded.split_ascii_whitespace().map(text::hash).collect();
        words.sort_unstable();
        words.dedup();
        Self(words.into())
    }

    /// How many of them `other` has, too.
    fn shared_with(&self, other: &Self) -> usize {
        let (mut ours, mut theirs) = (&*self.0, &*other.0);
        let mut shared = 0;
        while let ([first, rest @ ..], [second, others @ ..]) = (ours, theirs) {
            shared += usize::from(first == second);
            if first <= second {
                ours = rest;
            }
            if second <= first {
                theirs = others;
            }
        }
        shared
    }
}

/// The words of the questions that were looked at last.
pub type RecentWords = Recent<QuestionId, Words>;

/// Finds the questions that share most words with a new one: comparing costs far more than counting words, so
/// only these are compared.
#[derive(Debug)]
pub struct Likeliest {
    own: Words,
    seen: Vec<(usize, QuestionId)>,
}

impl Likeliest {
    /// Looks for questions like `text`.
    #[must_use]
    pub fn to(text: &str) -> Self {
        Self {
            own: Words::of_folded(&text::fold(text)),
            seen: Vec::new(),
        }
    }

    /// A candidate with its words.
    pub fn see(&mut self, id: QuestionId, words: &Words) {
        let shared = self.own.shared_with(words);
        if shared * LEAST_SHARED_OF >= self.own.0.len().min(words.0.len()) {
            self.seen.push((shared, id));
        }
    }

    /// The candidates to compare, at most three, best first; of equals the one that was seen first.
    #[must_use]
    pub fn best(mut self) -> Vec<QuestionId> {
        self.seen.sort_by_key(|(shared, _)| Reverse(*shared));
        let best = self.seen.into_iter().take(COMPARED);
        best.map(|(_, id)| id).collect()
    }
}

/// The questions about the same matter in the same place, the most alike first. `candidates` are of the
/// same category; `readings` saves reading them anew.
#[must_use]
pub fn alike(
    council: &Council,
    readings: &Readings,
    text: &str,
    area: &AreaCode,
    candidates: Vec<Question>,
) -> Vec<Question> {
    let mut alike: Vec<(f32, Question)> = candidates
        .into_iter()
        .filter(|question| {
            question.state.is_open() || matches!(question.state, State::Answered { .. })
        })
        .filter(|question| same_place(council, area, &question.area))
        .filter_map(|question| {
            let read = |text: &str| readings.of(text, || Reading::of(text));
            let score = read(text).duplicate_score(&read(&question.text))?;
            Some((score, question))
        })
        .collect();
    alike.sort_by(|a, b| b.0.total_cmp(&a.0));
    alike.into_iter().map(|(_, question)| question).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn supporters_are_news_at_each_mark_once() {
        assert_eq!(news(2, 0), None);
        assert_eq!(news(3, 0), Some(3));
        assert_eq!(news(4, 3), None);
        assert_eq!(news(31, 3), Some(30));
    }
}
