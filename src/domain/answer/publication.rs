//! What lies between an answer and everybody: somebody looks, covers what no rule can see, and decides.
//!
//! What the rules cover is [`crate::domain::redaction`]; this is what a person adds to it.

use jiff::Timestamp;

use crate::domain::{
    ids::{AnswerId, QuestionId},
    keyword::keywords,
    redaction::HIDDEN,
};

keywords! {
    /// Where an answer stands on its way to everybody.
    pub enum PublicState {
        /// Nobody has looked yet.
        Waiting = "waiting",
        /// Everybody can read it.
        Published = "published",
        /// Somebody looked and decided against it.
        KeptBack = "kept_back",
    }
}

keywords! {
    /// Why an answer is not published.
    pub enum KeptBack {
        /// It is about one person, who would be known however much is covered.
        Person = "person",
        /// It is a private matter.
        Private = "private",
        /// The same is public already.
        Duplicate = "duplicate",
        /// The answer is not fit for everybody yet.
        Unfinished = "unfinished",
    }
}

/// A question and its answer on their way to everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Which question.
    pub question: QuestionId,
    /// The answer that is, or was, looked at.
    pub answer: AnswerId,
    /// Where it stands.
    pub state: PublicState,
    /// Why it was kept back.
    pub reason: Option<KeptBack>,
    /// What whoever looked covered beside the rules.
    pub covers: Vec<String>,
    /// Rises with every change.
    pub version: u32,
    /// The answer that was public before.
    pub told: Option<AnswerId>,
    /// When somebody decided.
    pub decided_at: Option<Timestamp>,
    /// How often it was put into a chat through the bot.
    pub shared: u32,
}

/// So many words more can be covered in one publication.
pub const MAX_COVERS: usize = 60;

/// So many pieces of one text can be chosen.
const MOST_PIECES: usize = 16;

/// The text without these words: all that are the same go, however they are written large or small.
#[must_use]
pub fn cover(text: &str, covers: &[String]) -> String {
    let mut covers: Vec<&str> = covers.iter().map(|words| words.trim()).collect();
    covers.retain(|words| !words.is_empty());
    covers.sort_by_key(|words| std::cmp::Reverse(words.len()));
    covers
        .into_iter()
        .fold(text.to_owned(), |text, words| without(&text, words))
}

/// Whether these words stand in the text.
#[must_use]
pub fn stands_in(text: &str, words: &str) -> bool {
    find(text, words.trim(), 0).is_some()
}

fn without(text: &str, words: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut from = 0;
    while let Some((start, end)) = find(text, words, from) {
        left.push_str(&text[from..start]);
        left.push_str(HIDDEN);
        from = end;
    }
    left.push_str(&text[from..]);
    left
}

/// Where the words stand next, as bytes of the text, from `from` on: never as a part of a longer word.
fn find(text: &str, words: &str, from: usize) -> Option<(usize, usize)> {
    let wanted: Vec<char> = words.chars().flat_map(char::to_lowercase).collect();
    let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    // As it is written: "İ" is a letter, and a letter with a dot above it when written small.
    let ends_in_letter = is_letter(words.chars().next_back());
    let begins_with_letter = is_letter(wanted.first().copied());
    if wanted.is_empty() {
        return None;
    }
    text.get(from..)?.char_indices().find_map(|(at, _)| {
        let start = from + at;
        let before = text[..start].chars().next_back();
        if begins_with_letter && is_letter(before) {
            return None;
        }
        let end = start + length_of_match(&text[start..], &wanted)?;
        let is_whole = !(ends_in_letter && is_letter(text[end..].chars().next()));
        is_whole.then_some((start, end))
    })
}

fn length_of_match(text: &str, wanted: &[char]) -> Option<usize> {
    let mut wanted = wanted.iter();
    let mut length = 0;
    for sign in text.chars() {
        if wanted.as_slice().is_empty() {
            break;
        }
        for small in sign.to_lowercase() {
            if wanted.next() != Some(&small) {
                return None;
            }
        }
        length += sign.len_utf8();
    }
    wanted.as_slice().is_empty().then_some(length)
}

/// The sentences and lines of a text, to be covered one by one; of a long one the last holds all that is left.
#[must_use]
pub fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut before = ' ';
    for (at, sign) in text.char_indices() {
        let ends =
            sign == '\n' || (sign.is_whitespace() && matches!(before, '.' | '!' | '?' | ';'));
        before = sign;
        if ends && pieces.len() + 1 < MOST_PIECES && has_words(&text[from..at]) {
            pieces.push(text[from..at].trim());
            from = at;
        }
    }
    if has_words(&text[from..]) {
        pieces.push(text[from..].trim());
    }
    pieces
}

fn has_words(piece: &str) -> bool {
    piece.replace(HIDDEN, "").chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(text: &str, words: &[&str]) -> String {
        let covers: Vec<String> = words.iter().map(|words| (*words).to_owned()).collect();
        cover(text, &covers)
    }

    #[test]
    fn all_that_is_the_same_goes_and_longer_words_stay() {
        assert_eq!(
            covered("Nhà bà Tư ngập, BÀ TƯ đã báo; Tưởng xong", &["bà Tư"]),
            "Nhà […] ngập, […] đã báo; Tưởng xong"
        );
        assert_eq!(covered("quán 1 và quán 12", &["quán 1"]), "[…] và quán 12");
        assert_eq!(covered("ngập (quán Ốc)", &["(quán Ốc)", ""]), "ngập […]");
        assert_eq!(covered("ngập", &["  "]), "ngập");
        assert_eq!(covered("", &["a"]), "");
    }

    #[test]
    fn the_longer_of_two_covers_goes_first() {
        assert_eq!(
            covered("ông Sáu Lúa đầu ngõ", &["Sáu", "ông Sáu Lúa"]),
            "[…] đầu ngõ"
        );
    }

    #[test]
    fn letters_that_grow_when_written_small_do_not_confuse() {
        assert_eq!(covered("İstanbul ngập", &["ngập"]), "İstanbul […]");
        assert_eq!(covered("İ ngập", &["i̇"]), "[…] ngập");
        assert_eq!(covered("İİ", &["İ"]), "İİ");
    }

    #[test]
    fn a_text_falls_into_its_sentences() {
        assert_eq!(
            pieces("Đường ngập. Nước vào nhà!\nĐề nghị sửa; 3.5 m. […]\n"),
            ["Đường ngập.", "Nước vào nhà!", "Đề nghị sửa;", "3.5 m."]
        );
        assert!(pieces(" […] ").is_empty());
        let long = "Một câu. ".repeat(40);
        let pieces = pieces(&long);
        assert_eq!(pieces.len(), MOST_PIECES);
        assert_eq!(pieces.join(" "), long.trim());
    }

    #[test]
    fn whatever_is_covered_no_longer_stands_there() {
        proptest::proptest!(|(text in "[a-zđĐ .İß]{0,40}", words in "[a-zđİß ]{1,6}")| {
            let left = cover(&text, std::slice::from_ref(&words));
            proptest::prop_assert!(!stands_in(&left, &words) || words.trim().is_empty());
        });
    }
}
