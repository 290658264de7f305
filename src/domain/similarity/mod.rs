//! Whether two messages speak of the same matter in the same place.
//!
//! Pure and explainable: names and numbers say where, objects and categories say what. It proposes that
//! a resident add a voice to an existing question; it never merges anything. Start at [`compare`].

mod matter;
mod place;
mod words;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use self::{matter::Matter, place::Where};
use super::categorise::{Categoriser, Normalised, normalise};

/// How alike two messages are.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Similarity {
    /// 0 to 1; duplicates have at least [`Similarity::DUPLICATE_FROM`].
    pub score: f32,
    /// Same matter, same place.
    pub duplicate: bool,
}

impl Similarity {
    /// Messages with this score or more are taken for duplicates.
    pub const DUPLICATE_FROM: f32 = 0.5;

    fn of(score: f32) -> Self {
        let score = score.clamp(0.0, 1.0);
        Self {
            score,
            duplicate: score >= Self::DUPLICATE_FROM,
        }
    }
}

/// The most that messages with different places can score.
const ELSEWHERE: f32 = 0.3;
/// The most that messages of the same place and different matters can score.
const OTHER_MATTER: f32 = 0.45;
/// Messages that name no place must share nearly all of their words.
const NOWHERE: f32 = 0.7;

/// Compares two messages; the order does not matter.
#[must_use]
pub fn compare(a: &str, b: &str) -> Similarity {
    let categoriser = Categoriser::builtin();
    let (read_a, read_b) = (normalise(a), normalise(b));
    if are_the_same(&read_a, &read_b) {
        return Similarity::of(1.0);
    }
    let (place, names) = place::compare(&categoriser, &read_a, &read_b);
    let matter = matter::compare(&categoriser, &read_a, &read_b, &names);
    judge(place, &matter)
}

/// The score of two messages that are duplicates; `None` for others, most of them at a fraction of the cost
/// of [`compare`]: where the places differ, the matter need not be looked at.
#[must_use]
pub fn duplicate_score(a: &str, b: &str) -> Option<f32> {
    let categoriser = Categoriser::builtin();
    let (read_a, read_b) = (normalise(a), normalise(b));
    if are_the_same(&read_a, &read_b) {
        return Some(1.0);
    }
    let (place, names) = place::compare(&categoriser, &read_a, &read_b);
    if matches!(place, Where::Different | Where::OneSided) {
        return None;
    }
    let matter = matter::compare(&categoriser, &read_a, &read_b, &names);
    let similarity = judge(place, &matter);
    similarity.duplicate.then_some(similarity.score)
}

fn are_the_same(a: &Normalised<'_>, b: &Normalised<'_>) -> bool {
    !a.tokens.is_empty() && a.text.trim() == b.text.trim()
}

fn judge(place: Where, matter: &Matter) -> Similarity {
    Similarity::of(match place {
        Where::OneSided => (matter.score() * 0.6).min(OTHER_MATTER),
        Where::Nowhere if matter.words >= NOWHERE && matter.agrees() => matter.words,
        Where::Same(evidence) if matter.agrees() => {
            Similarity::DUPLICATE_FROM + 0.25 * evidence + 0.25 * matter.score()
        }
        Where::Same(_) => matter.score().mul_add(0.3, 0.1).min(OTHER_MATTER),
        Where::Different | Where::Nowhere => matter.score() * ELSEWHERE,
    })
}
