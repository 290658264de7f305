//! What English words are in Vietnamese, as far as it tells the field: `glossary.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::language;

/// Vietnamese by English stem.
static GLOSSARY: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut glossary: HashMap<&str, Vec<&str>> = HashMap::new();
    for (vietnamese, english) in lines() {
        for word in english {
            let known = glossary.entry(language::stem(word)).or_default();
            if !known.contains(&vietnamese) {
                known.push(vietnamese);
            }
        }
    }
    glossary
});

fn lines() -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    include_str!("glossary.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(':'))
        .map(|(vietnamese, english)| (vietnamese, english.split(',').map(str::trim)))
}

/// Folded Vietnamese words for an English stem; none for most.
pub(super) fn of(stem: &str) -> &'static [&'static str] {
    GLOSSARY.get(stem).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::super::spelling::syllable;
    use super::*;

    #[test]
    fn lines_are_folded_vietnamese_and_plain_english() {
        for (vietnamese, english) in lines() {
            let known = |word: &str| syllable::is_syllable(word) || word == "internet";
            assert!(vietnamese.split(' ').all(known), "{vietnamese}");
            for word in english {
                let plain = |b: u8| b.is_ascii_lowercase();
                assert!(!word.is_empty() && word.bytes().all(plain), "{word}");
            }
        }
    }

    #[test]
    fn a_word_is_found_in_all_its_forms() {
        assert_eq!(of(language::stem("teachers")), ["giao vien"]);
        assert_eq!(of(language::stem("teaching")), ["giao vien"]);
        assert!(of(language::stem("please")).is_empty());
    }
}
