//! Lists of phrases that are looked for in one pass: a list costs as much as one phrase does.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// Phrases to be found in texts.
#[derive(Debug)]
pub(crate) struct Phrases(Option<AhoCorasick>);

impl Phrases {
    /// These phrases, letter by letter; each is known by its place among them.
    pub(crate) fn new<P: AsRef<[u8]>>(phrases: impl IntoIterator<Item = P>) -> Self {
        // The smallest form: texts are short.
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .prefilter(false)
            .build(phrases);
        // Only lists of millions cannot be made into one.
        debug_assert!(automaton.is_ok());
        Self(automaton.ok())
    }

    /// The same as whole words of texts whose words stand between single spaces, the first and last one, too.
    pub(crate) fn of_words<P: AsRef<str>>(phrases: impl IntoIterator<Item = P>) -> Self {
        let spaced = |phrase: P| format!(" {} ", phrase.as_ref());
        Self::new(phrases.into_iter().map(spaced))
    }

    /// Whether any stands in `text`.
    pub(crate) fn any(&self, text: &str) -> bool {
        self.0
            .as_ref()
            .is_some_and(|automaton| automaton.is_match(text))
    }

    /// The places of those that stand in `text`, also in one another: once each and sorted.
    pub(crate) fn found(&self, text: &str) -> Vec<usize> {
        let matches = self.0.iter().flat_map(|a| a.find_overlapping_iter(text));
        let mut found: Vec<usize> = matches.map(|one| one.pattern().as_usize()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Phrases;

    #[test]
    fn whole_words_only_and_those_inside_others() {
        let phrases = Phrases::of_words(["nuoc", "ong nuoc", "den"]);
        assert_eq!(phrases.found(" ong nuoc vo "), [0, 1]);
        assert_eq!(phrases.found(" nuoc nuoc den "), [0, 2]);
        assert!(!phrases.any(" nuocden ong "));
        assert!(Phrases::of_words([""; 0]).found(" den ").is_empty());
    }

    proptest! {
        #[test]
        fn finds_what_looking_for_each_finds(
            phrases in prop::collection::vec("[ab ]{1,4}", 0..12),
            text in "[abc ]{0,24}",
        ) {
            let each: Vec<usize> =
                (0..phrases.len()).filter(|at| text.contains(&phrases[*at])).collect();
            let all = Phrases::new(&phrases);
            prop_assert_eq!(all.any(&text), !each.is_empty());
            prop_assert_eq!(all.found(&text), each);
        }
    }
}
