//! The first few of a list and how many there are in all: what a list shows of tens of thousands, without keeping them.

use crate::domain::ids::QuestionId;

/// The questions that come first by a key, and the count of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct First<K> {
    most: usize,
    count: usize,
    kept: Vec<(K, QuestionId)>,
}

impl<K: Ord> First<K> {
    /// None yet; so many are kept.
    #[must_use]
    pub(super) fn of(most: usize) -> Self {
        Self {
            most,
            count: 0,
            kept: Vec::with_capacity(most + 1),
        }
    }

    /// One more; of the same key, the one with the lower number comes first.
    pub(super) fn add(&mut self, key: K, id: QuestionId) {
        self.count += 1;
        let one = (key, id);
        let place = self.kept.partition_point(|known| *known <= one);
        if place < self.most {
            self.kept.insert(place, one);
            self.kept.truncate(self.most);
        }
    }

    /// How many there are in all, and the first of them in order.
    #[must_use]
    pub(super) fn part(self) -> Part {
        Part {
            count: self.count,
            named: self.kept.into_iter().map(|(_, id)| id).collect(),
        }
    }
}

/// A part of a list: a few questions are named, the others counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Part {
    /// How many there are in all.
    pub(crate) count: usize,
    /// The first of them, in order.
    pub(crate) named: Vec<QuestionId>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_kept_is_what_sorting_all_would_bring_first(keys in prop::collection::vec(0_u8..6, 0..40), most in 1_usize..6) {
            let mut first = First::of(most);
            let mut all = Vec::new();
            for (key, id) in keys.into_iter().zip((0..).map(|id: i64| QuestionId(id * 7 % 41))) {
                first.add(key, id);
                all.push((key, id));
            }
            all.sort_unstable();
            let part = first.part();
            prop_assert_eq!(part.count, all.len());
            let named: Vec<QuestionId> = all.into_iter().take(most).map(|(_, id)| id).collect();
            prop_assert_eq!(part.named, named);
        }
    }
}
