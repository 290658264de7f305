//! A text as words, each folded, and what stands between them.

use std::ops::Range;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::domain::text::is_alphanumeric;

/// Words looked at; whatever comes later is body.
const MOST_WORDS: usize = 2_000;

/// A text and its words.
pub(super) struct Written<'a> {
    /// As written.
    pub(super) text: &'a str,
    /// Bytes of the text, bytes of `folded`.
    words: Vec<(Range<usize>, Range<usize>)>,
    folded: String,
    /// Nothing in small letters: capitals then say nothing.
    pub(super) shouts: bool,
}

/// How strongly two neighbouring words are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// A space, or a sign inside a word.
    Space,
    /// A comma, a bracket, a dash between spaces.
    Comma,
    /// A full stop and its like.
    Stop,
    /// A new line.
    Line,
}

impl<'a> Written<'a> {
    /// Reads `text`.
    pub(super) fn of(text: &'a str) -> Self {
        let mut words = Vec::with_capacity(text.len() / 5 + 1);
        let mut folded = String::with_capacity(text.len());
        let mut open: Option<(usize, usize)> = None;
        let (mut small, mut capital) = (false, false);
        for (at, c) in text.char_indices() {
            if is_alphanumeric(c) || (open.is_some() && is_combining_mark(c)) {
                small |= c.is_lowercase();
                capital |= c.is_uppercase();
                open.get_or_insert((at, folded.len()));
                fold_into(&mut folded, c);
            } else if let Some((from, begin)) = open.take() {
                words.push((from..at, begin..folded.len()));
                if words.len() >= MOST_WORDS {
                    break;
                }
            }
        }
        if let Some((from, begin)) = open {
            words.push((from..text.len(), begin..folded.len()));
        }
        Self {
            text,
            words,
            folded,
            shouts: capital && !small,
        }
    }

    /// How many words.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// A word in small letters without marks; nothing beyond the last.
    pub(super) fn word(&self, at: usize) -> &str {
        self.words
            .get(at)
            .and_then(|(_, folded)| self.folded.get(folded.clone()))
            .unwrap_or_default()
    }

    /// Whether a word begins with a capital letter or a digit, in a text where that says something.
    pub(super) fn is_proper(&self, at: usize) -> bool {
        let first = self.words.get(at).and_then(|(span, _)| {
            let word = self.text.get(span.clone())?;
            word.chars().next()
        });
        first.is_some_and(|c| c.is_numeric() || (!self.shouts && c.is_uppercase()))
    }

    /// Whether all letters of a word are capitals.
    pub(super) fn is_capitals(&self, at: usize) -> bool {
        self.words
            .get(at)
            .and_then(|(span, _)| self.text.get(span.clone()))
            .is_some_and(|word| !word.chars().any(char::is_lowercase))
    }

    /// Whether the words from `at` on are these (folded, with single spaces); `Some(word after them)`.
    pub(super) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut next = at;
        for word in phrase.split(' ') {
            if next >= self.len() || self.word(next) != word {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// The word after the longest of `phrases` that begins at `at`.
    pub(super) fn any_phrase(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        // Most phrases are ruled out by their first letter.
        let first = self.word(at).as_bytes().first();
        phrases
            .iter()
            .filter(|phrase| phrase.as_bytes().first() == first)
            .filter_map(|phrase| self.phrase(at, phrase))
            .max()
    }

    /// What stands before a word and after the one before it.
    pub(super) fn between(&self, at: usize) -> &'a str {
        let from = match at.checked_sub(1) {
            Some(before) => self.words.get(before).map_or(0, |(span, _)| span.end),
            None => 0,
        };
        let to = self
            .words
            .get(at)
            .map_or(self.text.len(), |(span, _)| span.start);
        self.text.get(from..to).unwrap_or_default()
    }

    /// How strongly a word is parted from the one before it; the first and what follows the last begin lines.
    pub(super) fn gap(&self, at: usize) -> Gap {
        if at == 0 || at >= self.len() {
            return Gap::Line;
        }
        let between = self.between(at);
        if between == " " {
            return Gap::Space;
        }
        if between.contains('\n') {
            return Gap::Line;
        }
        let spaced = between.contains(char::is_whitespace);
        let after = between.trim_start();
        match () {
            () if spaced && between.contains(['.', '!', '?', ';', '…', ':']) => Gap::Stop,
            () if between.contains([':', ';', '!', '?', '…']) => Gap::Stop,
            () if between.contains([',', '(', ')', '[', ']', '"', '“', '”', '|']) => Gap::Comma,
            () if spaced && after.starts_with(['-', '–', '—', '_', '*', '•', '/']) => {
                Gap::Comma
            }
            () if !spaced || between.chars().all(char::is_whitespace) => Gap::Space,
            () => Gap::Comma,
        }
    }

    /// The first word from `at` on (not `at` itself) that is parted by at least `gap`.
    pub(super) fn end_of(&self, at: usize, gap: Gap) -> usize {
        (at + 1..self.len())
            .find(|next| self.gap(*next) >= gap)
            .unwrap_or(self.len())
    }

    /// The first word of the stretch that ends before `end` and is parted by at least `gap`.
    pub(super) fn start_of(&self, end: usize, from: usize, gap: Gap) -> usize {
        (from + 1..end)
            .rev()
            .find(|at| self.gap(*at) >= gap)
            .unwrap_or(from)
    }

    /// Where the text is cut before a word: signs that open something stay with it.
    pub(super) fn boundary(&self, at: usize) -> usize {
        let Some((span, _)) = self.words.get(at) else {
            return self.text.len();
        };
        if at == 0 {
            return 0;
        }
        let between = self.between(at);
        let begin = if let Some(line) = between.rfind('\n') {
            line + 1
        } else {
            // Signs right before the word open something; if nothing but signs parts the words, none do.
            let before = between.trim_end_matches(|c: char| !c.is_whitespace()).len();
            if before == 0 { between.len() } else { before }
        };
        span.start - (between.len() - begin)
    }
}

/// Appends `c` in small letters, without marks, đ as d.
fn fold_into(out: &mut String, c: char) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    for lower in c.to_lowercase() {
        if lower == 'đ' {
            out.push('d');
        } else {
            decompose_canonical(lower, |part| {
                if !is_combining_mark(part) {
                    out.push(part);
                }
            });
        }
    }
}
