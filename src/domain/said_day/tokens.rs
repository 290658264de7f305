//! A text cut into words, numbers and signs, each with its place.

use std::ops::Range;

use crate::domain::text;

/// One piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// As search sees it: lower case, without marks.
    pub(crate) folded: String,
    /// In lower case, with its marks: "quý" and "quỹ" are two words.
    pub(crate) lower: String,
    /// The number it is.
    pub(crate) number: Option<i16>,
    /// How many digits it has.
    pub(crate) digits: usize,
    /// Whether nothing stands between it and the token before.
    pub(crate) is_glued: bool,
    /// Where it stands, in bytes.
    pub(crate) at: Range<usize>,
}

impl Token {
    /// Whether a sentence or a clause ends here.
    pub(crate) fn ends_clause(&self) -> bool {
        matches!(self.folded.as_str(), ";" | "\n" | "!" | "?") || self.is_full_stop()
    }

    /// A dot with nothing glued behind it is no longer known here: whoever cuts says so by a space in `lower`.
    fn is_full_stop(&self) -> bool {
        self.lower == ". "
    }

    /// Whether it is one of these words.
    pub(crate) fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&self.folded.as_str())
    }

    /// Whether it is written in letters.
    pub(crate) fn is_word(&self) -> bool {
        self.folded.chars().all(char::is_alphabetic)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Letters,
    Digits,
    Sign,
}

fn sort_of(sign: char) -> Option<Sort> {
    if sign == '\n' {
        return Some(Sort::Sign);
    }
    if sign.is_whitespace() {
        return None;
    }
    Some(if sign.is_ascii_digit() {
        Sort::Digits
    } else if sign.is_alphanumeric() || unicode_normalization::char::is_combining_mark(sign) {
        Sort::Letters
    } else {
        Sort::Sign
    })
}

/// The pieces of a text, in order.
pub(crate) fn cut(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut signs = text.char_indices().peekable();
    let mut end_before = usize::MAX;
    while let Some((start, sign)) = signs.next() {
        let Some(sort) = sort_of(sign) else { continue };
        let mut end = start + sign.len_utf8();
        while sort != Sort::Sign
            && let Some((at, next)) = signs.next_if(|(_, next)| sort_of(*next) == Some(sort))
        {
            end = at + next.len_utf8();
        }
        let word = text.get(start..end).unwrap_or_default();
        let is_stop = word == "." && signs.peek().is_none_or(|(_, next)| next.is_whitespace());
        tokens.push(Token {
            folded: if sort == Sort::Letters {
                text::fold(word)
            } else {
                word.to_owned()
            },
            lower: if is_stop {
                ". ".to_owned()
            } else {
                word.to_lowercase()
            },
            number: (sort == Sort::Digits && word.len() <= 4)
                .then(|| word.parse().ok())
                .flatten(),
            digits: if sort == Sort::Digits { word.len() } else { 0 },
            is_glued: end_before == start,
            at: start..end,
        });
        end_before = end;
    }
    tokens
}
