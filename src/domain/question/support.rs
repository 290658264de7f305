//! Several people, one matter: which questions are alike, when supporters are news, what was raised before.

use std::cmp::Reverse;

use super::{Question, State};
use crate::domain::{
    council::Council,
    ids::{AreaCode, QuestionId},
    recent::Recent,
    similarity::{self, Reading, Readings},
};

/// So many alike questions a resident is shown.
pub const MOST_SHOWN: usize = 3;

/// So many of the likeliest are compared.
const COMPARED: usize = 6;

/// A body is told anew when so many people want the same: enough to be a matter of a street, a
/// neighbourhood, a ward.
pub const NEWS_AT: [u32; 7] = [3, 10, 30, 100, 300, 1_000, 3_000];

/// The number of supporters that is news, if `count` passed one since `told`.
#[must_use]
pub(crate) fn news(count: u32, told: u32) -> Option<u32> {
    NEWS_AT
        .into_iter()
        .rev()
        .find(|mark| count >= *mark && *mark > told)
}

/// Whether one area is the other, or lies in it.
#[must_use]
pub(crate) fn same_place(council: &Council, a: &AreaCode, b: &AreaCode) -> bool {
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
pub(crate) fn nearby(council: &Council, area: &AreaCode) -> Vec<AreaCode> {
    let above = council.ancestors(area).into_iter();
    let below = council.children(area);
    let around = above.chain(below).map(|area| area.code.clone());
    std::iter::once(area.clone()).chain(around).collect()
}

/// The words that a question is found by, as hashes: once each, and sorted.
#[derive(Debug)]
pub struct Words(Box<[u32]>);

impl Words {
    /// The words of a folded text.
    #[must_use]
    pub fn of_folded(folded: &str) -> Self {
        Self(similarity::index_words(folded))
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
pub(crate) type RecentWords = Recent<QuestionId, Words>;

/// Finds the questions that share most words with a new one: comparing costs far more than counting words, so
/// only these are compared.
#[derive(Debug)]
pub struct Likeliest {
    own: Words,
    seen: Vec<(usize, QuestionId)>,
}

impl Likeliest {
    /// Looks for questions like the one that was read.
    #[must_use]
    pub fn to(read: &Reading) -> Self {
        Self {
            own: Words(read.index().into()),
            seen: Vec::new(),
        }
    }

    /// A candidate with its words.
    pub fn see(&mut self, id: QuestionId, words: &Words) {
        let shared = self.own.shared_with(words);
        if shared > 0 || self.own.0.is_empty() || words.0.is_empty() {
            self.seen.push((shared, id));
        }
    }

    /// The candidates to compare, at most six, best first; of equals the one that was seen first.
    #[must_use]
    pub fn best(mut self) -> Vec<QuestionId> {
        self.seen.sort_by_key(|(shared, _)| Reverse(*shared));
        let best = self.seen.into_iter().take(COMPARED);
        best.map(|(_, id)| id).collect()
    }
}

/// How surely two texts speak of the same matter in the same place; `None`: they do not. The one judgement for
/// what a resident is offered and may join.
#[must_use]
pub(crate) fn same_matter(readings: &Readings, a: &str, b: &str) -> Option<f32> {
    let read = |text: &str| readings.of(text, || Reading::of(text));
    read(a).duplicate_score(&read(b))
}

/// The questions about the same matter in the same place, the most alike first. `readings` saves reading them anew.
#[must_use]
pub(crate) fn alike(
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
        .filter_map(|question| Some((same_matter(readings, text, &question.text)?, question)))
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

    #[test]
    fn the_index_hides_nothing_that_the_judgement_accepts() {
        let readings = Readings::default();
        for (a, b) in [
            (
                "Đường vào thôn tôi cứ mưa là ngập, đề nghị sửa",
                "duong vao thon ngap moi khi mua, bao gio sua?",
            ),
            ("cống ngõ năm bị nghẹt", "Cống đầu ngõ 5 tắc"),
            (
                "hổng có nước máy 3 bữa rày",
                "không có nước máy ba ngày nay",
            ),
            ("Ngõ 3 tối thui", "Đèn đường ngõ ba không sáng"),
        ] {
            assert!(same_matter(&readings, a, b).is_some(), "{a} / {b}");
            let mut likeliest = Likeliest::to(&Reading::of(a));
            likeliest.see(
                QuestionId(1),
                &Words::of_folded(&crate::domain::text::fold(b)),
            );
            assert_eq!(likeliest.best(), [QuestionId(1)], "{a} / {b}");
        }
    }

    fn town() -> Council {
        Council::parse(include_str!("../../../examples/duy-tien/council.toml")).unwrap()
    }

    #[test]
    fn a_place_is_the_same_inside_another_and_not_beside_it() {
        let town = town();
        let [inner, outer, beside] = ["dong-van-1", "dong-van", "hoa-mac"].map(AreaCode::new);
        for (a, b) in [(&inner, &inner), (&inner, &outer), (&outer, &inner)] {
            assert!(same_place(&town, a, b), "{a} {b}");
        }
        assert!(!same_place(&town, &inner, &beside) && !same_place(&town, &beside, &outer));
        assert_eq!(nearby(&town, &inner), [inner.clone(), outer.clone()]);
        let around = nearby(&town, &outer);
        assert!(around.contains(&inner) && around.first() == Some(&outer));
    }

    #[test]
    fn only_what_shares_words_is_compared_and_only_the_same_matter_is_alike() {
        let words = |words: &[u32]| Words(words.into());
        assert_eq!(words(&[1, 3, 5]).shared_with(&words(&[1, 2, 5, 6])), 2);
        assert_eq!(words(&[1]).shared_with(&words(&[2])), 0);
        let seen = |own: &[u32], other: &[u32]| {
            let mut likeliest = Likeliest {
                own: words(own),
                seen: Vec::new(),
            };
            likeliest.see(QuestionId(1), &words(other));
            !likeliest.best().is_empty()
        };
        assert!(seen(&[1], &[1, 2]) && seen(&[], &[1]) && seen(&[1], &[]));
        assert!(!seen(&[1], &[2]));
        let readings = Readings::default();
        let asked = "Đường vào thôn tôi cứ mưa là ngập, đề nghị sửa";
        let other = "Trạm y tế phường thiếu thuốc bảo hiểm";
        assert_eq!(same_matter(&readings, asked, other), None);

        let question = crate::domain::question::casework::tests::question();
        let town = town();
        let ask = |text: &str, question: Question| {
            let area = question.area.clone();
            alike(&town, &readings, text, &area, vec![question]).len()
        };
        let same = question.with_text(asked.to_owned());
        assert_eq!(
            ask(
                "duong vao thon ngap moi khi mua, bao gio sua?",
                same.clone()
            ),
            1
        );
        assert_eq!(ask(other, same.clone()), 0);
        let at = jiff::Timestamp::UNIX_EPOCH;
        for (state, found) in [(State::Answered { at }, 1), (State::Withdrawn { at }, 0)] {
            let question = Question {
                state,
                ..same.clone()
            };
            assert_eq!(ask(asked, question), found);
        }
    }
}
