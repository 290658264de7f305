//! Vietnamese or English? Vietnamese unless most words say otherwise.

use super::spelling::syllable;
use crate::domain::ids::Language;

/// English words that are not also Vietnamese syllables, sorted.
const ENGLISH: &[&str] = &[
    "about", "after", "again", "all", "and", "any", "are", "asking", "at", "be", "because", "been",
    "being", "but", "by", "call", "child", "children", "commune", "could", "council", "day",
    "days", "does", "every", "fire", "fix", "for", "from", "get", "good", "had", "has", "have",
    "hello", "help", "her", "here", "hi", "his", "house", "how", "i", "im", "in", "is", "it",
    "its", "just", "like", "me", "more", "my", "near", "need", "no", "not", "now", "of", "on",
    "our", "out", "people", "please", "police", "road", "school", "she", "should", "since", "some",
    "someone", "street", "thank", "thanks", "that", "the", "their", "them", "there", "they",
    "this", "to", "very", "village", "want", "ward", "was", "water", "we", "were", "what", "when",
    "where", "which", "who", "why", "will", "with", "work", "would", "year", "years", "you",
    "your",
];

/// The language of folded `words`; `text` settles it where a word carries Vietnamese marks.
pub(super) fn of_words<'a>(words: impl Iterator<Item = &'a str>, text: &str) -> Language {
    let (mut english, mut foreign, mut total) = (0_usize, 0_usize, 0_usize);
    for word in words.filter(|w| w.bytes().all(|b| b.is_ascii_lowercase())) {
        total += 1;
        if ENGLISH.binary_search(&word).is_ok() {
            english += 1;
        }
        if !syllable::is_syllable(word) {
            foreign += 1;
        }
    }
    let marked = text.chars().filter(|c| is_vietnamese_letter(*c)).count();
    let few_marks = marked * 8 < total.max(1) * 4;
    if total > 0
        && few_marks
        && english > 0
        && english * 6 >= total
        && (english + foreign) * 5 >= total * 2
    {
        Language::En
    } else {
        Language::Vi
    }
}

/// Letters that English does not have and Vietnamese cannot do without.
fn is_vietnamese_letter(c: char) -> bool {
    matches!(
        c,
        'ă' | 'Ă' | 'â' | 'Â' | 'đ' | 'Đ' | 'ê' | 'Ê' | 'ô' | 'Ô' | 'ơ' | 'Ơ' | 'ư' | 'Ư'
    ) || ('\u{1ea0}'..='\u{1ef9}').contains(&c)
        || ('\u{c0}'..='\u{fd}').contains(&c)
}

/// An English word without its commonest endings; not a linguist's stem, only the same for the same.
pub(crate) fn stem(word: &str) -> &str {
    for end in ["ings", "ing", "edly", "ied", "ed", "ies", "es", "s"] {
        if let Some(stem) = word.strip_suffix(end)
            && stem.len() >= 3
            && !(end == "s" && stem.ends_with('s'))
        {
            return stem.strip_suffix('e').unwrap_or(stem);
        }
    }
    if word.len() > 4 {
        let word = word.strip_suffix('e').unwrap_or(word);
        return word.strip_suffix('y').unwrap_or(word);
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_words_are_sorted() {
        assert!(ENGLISH.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
