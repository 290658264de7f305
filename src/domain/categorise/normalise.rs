//! Text as the categoriser reads it: folded syllables, each with its place in the text.
//!
//! NFC and NFD, upper and lower case, with or without diacritics, in teencode or with telex keys left
//! in: all come out the same as far as we can tell. Never changes what is stored or shown.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{language, syllable, teencode};
use crate::domain::ids::Language;

/// More tokens than this say nothing new about a message, and cost time.
const MAX_TOKENS: usize = 400;
/// Words longer than this are noise: cut before anything looks at them.
const MAX_WORD: usize = 32;

/// One folded syllable, English stem, or class such as `#n` for a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// The folded form that features are made of.
    pub(crate) norm: String,
    /// Bytes of [`Normalised::text`] it came from; a short form's syllables share them.
    pub(crate) span: Range<usize>,
}

/// A text and its tokens.
#[derive(Debug, Clone)]
pub(crate) struct Normalised<'a> {
    /// The text after NFC.
    pub(crate) text: Cow<'a, str>,
    /// At most [`MAX_TOKENS`].
    pub(crate) tokens: Vec<Token>,
    /// The language that most of its words belong to.
    pub(crate) language: Language,
}

impl Normalised<'_> {
    /// The tokens with spaces between and around them: what rules are matched against.
    pub(crate) fn joined(&self) -> String {
        let mut out = String::with_capacity(self.tokens.len() * 5 + 1);
        out.push(' ');
        for token in &self.tokens {
            out.push_str(&token.norm);
            out.push(' ');
        }
        out
    }
}

/// Reads `text`.
pub(crate) fn normalise(text: &str) -> Normalised<'_> {
    let text = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    };
    let words = words(&text);
    let language = language::of_words(words.iter().map(|(_, folded)| folded.as_str()), &text);
    let mut tokens: Vec<Token> = Vec::with_capacity(words.len() + 8);
    for (span, folded) in words {
        push_tokens(&mut tokens, span, folded, language);
        if tokens.len() >= MAX_TOKENS {
            tokens.truncate(MAX_TOKENS);
            break;
        }
    }
    Normalised {
        text,
        tokens,
        language,
    }
}

/// Runs of letters and digits, folded; links, handles and a few signs as classes.
fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let mut out = Vec::with_capacity(text.len() / 4);
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !c.is_alphanumeric() {
            if c == '🆘' {
                out.push((start..start + c.len_utf8(), "sos".to_owned()));
            }
            continue;
        }
        let mut end = start + c.len_utf8();
        let mut folded = String::with_capacity(8);
        fold_into(&mut folded, c);
        while let Some(&(at, next)) = chars.peek() {
            let inside = next.is_alphanumeric()
                || is_mark(next)
                || (matches!(next, '.' | ',') && joins_digits(text, at))
                || link_goes_on(&folded, next);
            if !inside || out.len() > MAX_TOKENS {
                break;
            }
            chars.next();
            end = at + next.len_utf8();
            if folded.len() < MAX_WORD {
                fold_into(&mut folded, next);
            }
        }
        if !folded.is_empty() {
            out.push((start..end, folded));
        }
        if out.len() > MAX_TOKENS {
            break;
        }
    }
    out
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// A point or comma between two digits belongs to the number.
fn joins_digits(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let digit = |i: Option<usize>| i.and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_digit);
    digit(at.checked_sub(1)) && digit(at.checked_add(1))
}

fn link_goes_on(folded: &str, next: char) -> bool {
    !next.is_whitespace()
        && (folded.starts_with("http") || folded.starts_with("www") || folded == "t.me")
}

/// Appends `c` in lower case, without marks, đ as d.
fn fold_into(out: &mut String, c: char) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    for lower in c.to_lowercase() {
        if lower == 'đ' {
            out.push('d');
        } else {
            unicode_normalization::char::decompose_canonical(lower, |part| {
                if !is_mark(part) {
                    out.push(part);
                }
            });
        }
    }
}

fn push_tokens(tokens: &mut Vec<Token>, span: Range<usize>, folded: String, language: Language) {
    let mut push = |norm: String| {
        tokens.push(Token {
            norm,
            span: span.clone(),
        });
    };
    if folded.starts_with("http") || folded.starts_with("www") {
        return push("#link".to_owned());
    }
    if folded.starts_with(|c: char| c.is_ascii_digit()) {
        return push_number(&folded, push);
    }
    if !folded.is_ascii() || folded.bytes().any(|b| b.is_ascii_digit()) {
        return push(folded);
    }
    if language == Language::En {
        return push(language::stem(&folded).to_owned());
    }
    let after_number = tokens
        .last()
        .is_some_and(|t| t.norm.starts_with('#') && folded.len() == 1);
    let mut push = |norm: String| {
        tokens.push(Token {
            norm,
            span: span.clone(),
        });
    };
    if after_number {
        return push(folded);
    }
    if let Some(long) = teencode::expand(&folded) {
        long.split(' ').for_each(|part| push(part.to_owned()));
    } else if let Some(settled) = syllable::settle(&folded) {
        push(settled.to_owned());
    } else if syllable::is_syllable(&folded) {
        push(folded);
    } else {
        push(syllable::repair(&folded).unwrap_or(folded));
    }
}

/// A number as a class: emergency numbers stay, phones and years are told apart, a unit follows.
fn push_number(folded: &str, mut push: impl FnMut(String)) {
    let digits_end = folded
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .unwrap_or(folded.len());
    let (number, unit) = folded.split_at(digits_end);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let class = match number {
        "113" | "114" | "115" | "111" => number,
        _ if digits >= 9 && number.starts_with('0') => "#phone",
        _ if digits == 4 && (number.starts_with("20") || number.starts_with("19")) => "#year",
        _ => "#n",
    };
    push(class.to_owned());
    match unit {
        "" => {}
        "tr" | "trieu" => push("trieu".to_owned()),
        "h" | "g" => push("gio".to_owned()),
        "p" | "ph" => push("phut".to_owned()),
        _ => push(unit.to_owned()),
    }
}
