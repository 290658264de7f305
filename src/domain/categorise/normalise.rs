//! Text as the categoriser reads it: folded syllables, each with its place in the text.
//!
//! NFC and NFD, upper and lower case, with or without diacritics, in teencode or with telex keys left
//! in: all come out the same as far as we can tell. Never changes what is stored or shown.

mod dialect;

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{language, syllable, teencode};
use crate::domain::{ids::Language, text::is_alphanumeric};

/// More tokens than this say nothing new about a message, and cost time.
const MAX_TOKENS: usize = 400;
/// Words longer than this are noise: cut before anything looks at them.
const MAX_WORD: usize = 32;

/// One folded syllable, English stem, or class such as `#n` for a number: where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// Bytes of [`Normalised::joined`]: the folded form that features are made of.
    norm: Range<u32>,
    /// Bytes of [`Normalised::text`] it came from; a short form's syllables share them.
    span: Range<u32>,
}

impl Token {
    /// Whether both come from the same written word.
    pub(crate) fn shares_word(&self, other: &Self) -> bool {
        self.span == other.span
    }
}

/// A text and its tokens.
#[derive(Debug, Clone)]
pub(crate) struct Normalised {
    /// The text after NFC.
    pub(crate) text: Box<str>,
    /// At most [`MAX_TOKENS`].
    pub(crate) tokens: Vec<Token>,
    /// The language that most of its words belong to.
    pub(crate) language: Language,
    joined: String,
}

impl Normalised {
    /// The tokens with spaces between and around them: what rules are matched against.
    pub(crate) fn joined(&self) -> &str {
        &self.joined
    }

    /// The folded form of a token; nothing beyond the last one.
    pub(crate) fn norm(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.norm_of(token))
    }

    /// The folded form of one of its tokens.
    pub(crate) fn norm_of(&self, token: &Token) -> &str {
        slice(&self.joined, &token.norm)
    }

    /// The folded forms, in order.
    pub(crate) fn norms(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        self.tokens.iter().map(|token| self.norm_of(token))
    }

    /// The word that a token came from, as written.
    pub(crate) fn written(&self, token: &Token) -> &str {
        slice(&self.text, &token.span)
    }

    /// What was written from the word of `first` to that of `last`.
    pub(crate) fn written_through(&self, first: &Token, last: &Token) -> &str {
        slice(&self.text, &(first.span.start..last.span.end))
    }

    /// What was written between the words of two tokens; nothing if they are not in this order.
    pub(crate) fn written_between(&self, first: &Token, second: &Token) -> &str {
        slice(&self.text, &(first.span.end..second.span.start))
    }
}

fn slice<'a>(text: &'a str, range: &Range<u32>) -> &'a str {
    text.get(range.start as usize..range.end as usize)
        .unwrap_or_default()
}

/// A range of bytes; texts are far shorter than 4 GiB.
fn range(from: usize, to: usize) -> Range<u32> {
    let short = |at| u32::try_from(at).unwrap_or(u32::MAX);
    short(from)..short(to)
}

/// Reads `text`.
pub(crate) fn normalise(text: &str) -> Normalised {
    let text: Cow<'_, str> = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    };
    let words = Words::of(&text);
    let language = language::of_words(words.iter().map(|(_, folded)| folded), &text);
    let mut tokens = Tokens {
        text: &text,
        joined: String::with_capacity(words.folded.len() + words.places.len() * 2 + 2),
        all: Vec::with_capacity(words.places.len() + 8),
        span: 0..0,
    };
    tokens.joined.push(' ');
    for (at, (span, folded)) in words.iter().enumerate() {
        tokens.span = span;
        let dialect = match language {
            Language::Vi => words.standard(at, &text),
            Language::En => None,
        };
        match dialect {
            Some(standard) => tokens.push(standard),
            None => tokens.push_word(folded, language),
        }
        if tokens.all.len() >= MAX_TOKENS {
            tokens.truncate();
            break;
        }
    }
    let Tokens { all, joined, .. } = tokens;
    Normalised {
        text: text.into(),
        tokens: all,
        language,
        joined,
    }
}

/// Runs of letters and digits, folded; links, handles and a few signs as classes.
struct Words {
    folded: String,
    /// Bytes of the text, bytes of `folded`.
    places: Vec<(Range<u32>, Range<u32>)>,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self {
            folded: String::with_capacity(text.len()),
            places: Vec::with_capacity(text.len() / 5 + 1),
        };
        let mut chars = text.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            let begin = words.folded.len();
            let mut end = start + c.len_utf8();
            if !is_alphanumeric(c) {
                if c == '🆘' {
                    words.folded.push_str("sos");
                    words.end_word(start..end, begin);
                }
                continue;
            }
            fold_into(&mut words.folded, c);
            while let Some(&(at, next)) = chars.peek() {
                let folded = words.folded.get(begin..).unwrap_or_default();
                let inside = is_alphanumeric(next)
                    || is_mark(next)
                    || (matches!(next, '.' | ',') && joins_digits(text, at))
                    || link_goes_on(folded, next);
                if !inside || words.places.len() > MAX_TOKENS {
                    break;
                }
                chars.next();
                end = at + next.len_utf8();
                if folded.len() < MAX_WORD {
                    fold_into(&mut words.folded, next);
                }
            }
            words.end_word(start..end, begin);
            if words.places.len() > MAX_TOKENS {
                break;
            }
        }
        words
    }

    /// The word that begins at byte `begin` of `folded` is whole; marks alone are no word.
    fn end_word(&mut self, span: Range<usize>, begin: usize) {
        let end = self.folded.len();
        if end > begin {
            self.places
                .push((range(span.start, span.end), range(begin, end)));
        }
    }

    /// What a word of the Centre is in standard Vietnamese, where its neighbours tell.
    fn standard(&self, at: usize, text: &str) -> Option<&'static str> {
        let folded = |at: Option<usize>| {
            let place = at.and_then(|at| self.places.get(at));
            place.map_or("", |(_, folded)| slice(&self.folded, folded))
        };
        dialect::standard(dialect::Spoken {
            before: folded(at.checked_sub(1)),
            folded: folded(Some(at)),
            after: folded(Some(at + 1)),
            written: slice(text, &self.places.get(at)?.0),
        })
    }

    fn iter(&self) -> impl Iterator<Item = (Range<u32>, &str)> {
        self.places
            .iter()
            .map(|(span, folded)| (span.clone(), slice(&self.folded, folded)))
    }
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

/// The tokens of a text as they grow.
struct Tokens<'a> {
    text: &'a str,
    joined: String,
    all: Vec<Token>,
    /// Where the word stands that is being read.
    span: Range<u32>,
}

impl Tokens<'_> {
    fn push(&mut self, norm: &str) {
        let start = self.joined.len();
        self.joined.push_str(norm);
        self.all.push(Token {
            norm: range(start, self.joined.len()),
            span: self.span.clone(),
        });
        self.joined.push(' ');
    }

    /// Keeps the first [`MAX_TOKENS`].
    fn truncate(&mut self) {
        self.all.truncate(MAX_TOKENS);
        if let Some(last) = self.all.last() {
            self.joined.truncate(last.norm.end as usize);
            self.joined.push(' ');
        }
    }

    fn follows_class(&self) -> bool {
        self.all
            .last()
            .is_some_and(|token| slice(&self.joined, &token.norm).starts_with('#'))
    }

    fn push_word(&mut self, folded: &str, language: Language) {
        if folded.starts_with("http") || folded.starts_with("www") {
            return self.push("#link");
        }
        if folded.starts_with(|c: char| c.is_ascii_digit()) {
            return self.push_number(folded);
        }
        if !folded.is_ascii() || folded.bytes().any(|b| b.is_ascii_digit()) {
            return self.push(folded);
        }
        if language == Language::En {
            return self.push(language::stem(folded));
        }
        if folded.len() == 1 && self.follows_class() {
            return self.push(folded);
        }
        if let Some(long) = teencode::expand(folded, slice(self.text, &self.span)) {
            long.split(' ').for_each(|part| self.push(part));
        } else if let Some(settled) = syllable::settle(folded) {
            self.push(settled);
        } else if syllable::is_syllable(folded) {
            self.push(folded);
        } else {
            self.push(syllable::repair(folded).as_deref().unwrap_or(folded));
        }
    }

    /// A number as a class: emergency numbers stay, phones and years are told apart, a unit follows.
    fn push_number(&mut self, folded: &str) {
        let digits_end = folded
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
            .unwrap_or(folded.len());
        let (number, unit) = folded.split_at(digits_end);
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        self.push(match number {
            "113" | "114" | "115" | "111" => number,
            _ if digits >= 9 && number.starts_with('0') => "#phone",
            _ if digits == 4 && (number.starts_with("20") || number.starts_with("19")) => "#year",
            _ => "#n",
        });
        match unit {
            "" => {}
            "tr" | "trieu" => self.push("trieu"),
            "h" | "g" => self.push("gio"),
            "p" | "ph" => self.push("phut"),
            _ => self.push(unit),
        }
    }
}
