//! A text as words and numbers with what is known of each, read once for all rules.
//!
//! Letters and digits are apart (`29A` is two tokens without a gap); what stands between tokens is the gap.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::lexicon::{self, Traits};
use crate::domain::text::is_invisible;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    /// A capital and small letters, or a capital alone.
    Title,
    Upper,
    /// Digits have no case.
    Digits,
}

/// A word or a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The folded letters, packed; nothing for numbers and for longer words.
    pub(super) key: u64,
    /// How many letters or digits.
    pub(super) len: usize,
    pub(super) case: Case,
    pub(super) traits: Traits,
}

/// Up to eight ASCII letters as a number, so that comparing words costs nothing.
pub(super) const fn key(word: &str) -> u64 {
    let bytes = word.as_bytes();
    if bytes.len() > 8 {
        return 0;
    }
    let mut packed = 0;
    let mut at = 0;
    while at < bytes.len() {
        packed = packed << 8 | bytes[at] as u64;
        at += 1;
    }
    packed
}

/// A text and its tokens.
pub(super) struct Read<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
}

impl<'a> Read<'a> {
    /// Reads a text that is in NFC.
    pub(super) fn of(text: &'a str) -> Self {
        let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
        let mut open: Option<Open> = None;
        for (at, c) in text.char_indices() {
            let kind = match c {
                _ if c.is_ascii_alphabetic() => Kind::Letter,
                _ if c.is_ascii_digit() => Kind::Digit,
                _ if c.is_ascii() => Kind::Gap,
                _ if is_combining_mark(c) || is_invisible(c) => Kind::Sticky,
                _ if c.is_numeric() => Kind::Digit,
                _ if c.is_alphabetic() => Kind::Letter,
                _ => Kind::Gap,
            };
            match (&mut open, kind) {
                (Some(token), Kind::Sticky) => token.end = at + c.len_utf8(),
                (Some(token), kind) if token.kind == kind => token.add(c, at),
                (open, kind) => {
                    tokens.extend(open.take().map(Open::close));
                    if matches!(kind, Kind::Letter | Kind::Digit) {
                        let mut token = Open::at(at, kind);
                        token.add(c, at);
                        *open = Some(token);
                    }
                }
            }
        }
        tokens.extend(open.map(Open::close));
        let written = |token: &Token| text.get(token.start..token.end).unwrap_or_default();
        let with_marks = tokens
            .iter()
            .filter(|token| !written(token).is_ascii())
            .count();
        let marked = with_marks * 4 >= tokens.len();
        for token in &mut tokens {
            if token.case != Case::Digits {
                token.traits = lexicon::traits(
                    token.key,
                    text.get(token.start..token.end).unwrap_or_default(),
                    marked,
                );
            }
        }
        Self { text, tokens }
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// What stands before a token: since the token before it, or since the beginning.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let from = at
            .checked_sub(1)
            .and_then(|before| self.get(before))
            .map_or(0, |before| before.end);
        let to = self.get(at).map_or(self.text.len(), |token| token.start);
        self.text.get(from..to).unwrap_or_default()
    }

    pub(super) fn written(&self, at: usize) -> &'a str {
        self.get(at)
            .and_then(|token| self.text.get(token.start..token.end))
            .unwrap_or_default()
    }

    /// Whether the token has one of these traits.
    pub(super) fn is(&self, at: usize, traits: Traits) -> bool {
        self.get(at).is_some_and(|token| token.traits & traits != 0)
    }

    /// Whether the token before this one has one of these traits, with only spaces between.
    pub(super) fn is_before(&self, at: usize, traits: Traits) -> bool {
        at > 0 && self.is(at - 1, traits) && self.follows(at)
    }

    /// Whether the token is this word, whatever its marks.
    pub(super) fn says(&self, at: usize, word: &str) -> bool {
        self.get(at)
            .is_some_and(|token| token.key != 0 && token.key == key(word))
    }

    /// Whether the tokens from here on are these words with only spaces between them.
    pub(super) fn phrase(&self, at: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(i, word)| self.says(at + i, word) && (i == 0 || self.follows(at + i)))
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.case == Case::Digits)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.case != Case::Digits)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.get(at)
            .is_some_and(|token| matches!(token.case, Case::Title | Case::Upper))
    }

    /// Whether only spaces (at least one, no line break) stand before the token.
    pub(super) fn follows(&self, at: usize) -> bool {
        let gap = self.gap(at);
        !gap.is_empty() && at > 0 && gap.chars().all(|c| c == ' ' || c == '\u{a0}')
    }

    /// Whether spaces, one colon, dash or equals sign at most, stand before the token.
    pub(super) fn is_announced(&self, at: usize) -> bool {
        let gap = self.gap(at);
        at > 0
            && gap.len() <= 5
            && gap
                .chars()
                .all(|c| matches!(c, ' ' | '\u{a0}' | ':' | '=' | '-' | '–'))
    }

    /// The value of the digits of a token, if they are few.
    pub(super) fn number(&self, at: usize) -> Option<u32> {
        self.is_number(at).then_some(())?;
        digits(self.written(at))
            .take(9)
            .try_fold(0_u32, |sum, digit| sum.checked_mul(10)?.checked_add(digit))
    }
}

/// The zeros of Arabic, Persian, Devanagari, Bengali, Thai, Lao, Khmer.
const ZEROS: [u32; 7] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x17e0];

/// The values of the digits of any script; of a numeric sign that is no digit, 9.
pub(super) fn digits(text: &str) -> impl Iterator<Item = u32> {
    text.chars().filter(|c| c.is_numeric()).map(|c| {
        if let Some(digit) = c.to_digit(10) {
            return digit;
        }
        let mut value = None;
        decompose_compatible(c, |part| value = value.or(part.to_digit(10)));
        let of_block = ZEROS
            .iter()
            .find_map(|zero| (c as u32).checked_sub(*zero).filter(|digit| *digit < 10));
        value.or(of_block).unwrap_or(9)
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    /// Belongs to whatever it follows.
    Sticky,
    Gap,
}

/// A token that is being read.
struct Open {
    kind: Kind,
    start: usize,
    end: usize,
    key: u64,
    len: usize,
    uppers: usize,
    first_upper: bool,
}

impl Open {
    fn at(start: usize, kind: Kind) -> Self {
        Self {
            kind,
            start,
            end: start,
            key: 0,
            len: 0,
            uppers: 0,
            first_upper: false,
        }
    }

    fn add(&mut self, c: char, at: usize) {
        self.end = at + c.len_utf8();
        if self.kind == Kind::Letter {
            let upper = c.is_uppercase();
            self.first_upper |= upper && self.len == 0;
            self.uppers += usize::from(upper);
            let base = if c.is_ascii() {
                c
            } else {
                let mut base = c;
                let mut first = true;
                decompose_compatible(c, |part| {
                    if std::mem::take(&mut first) {
                        base = part;
                    }
                });
                if matches!(base, 'đ' | 'Đ') {
                    'd'
                } else {
                    base
                }
            };
            self.key = match u8::try_from(base) {
                Ok(byte) if self.len < 8 => self.key << 8 | u64::from(byte.to_ascii_lowercase()),
                _ => 0,
            };
        }
        self.len += 1;
    }

    fn close(self) -> Token {
        let case = match self.kind {
            Kind::Digit => Case::Digits,
            _ if self.uppers == self.len && self.len > 1 => Case::Upper,
            _ if self.first_upper => Case::Title,
            _ => Case::Lower,
        };
        let key = if self.len > 8 { 0 } else { self.key };
        Token {
            start: self.start,
            end: self.end,
            key,
            len: self.len,
            case,
            traits: 0,
        }
    }
}
