//! A message as it is compared: numbers in digits, words of the regions and of the trade as one word each.

use std::{borrow::Cow, collections::HashMap, ops::Range, sync::LazyLock};

use super::{
    numbers,
    words::{MARKED, PHRASES},
};
use crate::domain::{
    categorise::{Normalised, normalise},
    ids::Language,
    text::letter::{Letter, Part},
};

/// The words of a message, twice: as names are made of, and as matters are.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) text: Normalised,
    words: Vec<Word>,
    /// What [`Word::norm`] points into.
    norms: String,
    joined: String,
}

/// One folded syllable, or a number.
#[derive(Debug, Clone)]
struct Word {
    norm: Range<usize>,
    token: usize,
    /// It says what is the matter, so it is hardly a part of a name.
    means: bool,
}

impl Said {
    /// Reads what `text` says, without the head and the tail of a letter.
    pub(super) fn of(text: &str) -> Self {
        let letter = Letter::of(text);
        let said = letter.only(|part| matches!(part, Part::Body | Part::Introduction));
        Self::whole(said.trim())
    }

    /// Reads all of `text`.
    pub(super) fn whole(text: &str) -> Self {
        Self::of_normalised(normalise(text))
    }

    /// Reads what was normalised.
    pub(super) fn of_normalised(read: Normalised) -> Self {
        let mut said = Self {
            words: Vec::with_capacity(read.tokens.len()),
            norms: String::with_capacity(read.joined().len()),
            joined: String::new(),
            text: read,
        };
        said.count();
        said.join();
        said
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The folded form of a word, `#12` for a number; nothing beyond the last one.
    pub(super) fn norm(&self, at: usize) -> &str {
        let range = self.words.get(at).map(|word| word.norm.clone());
        range.and_then(|at| self.norms.get(at)).unwrap_or_default()
    }

    /// The folded forms, in order.
    pub(super) fn norms(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        (0..self.words.len()).map(|at| self.norm(at))
    }

    /// As written.
    pub(super) fn written(&self, at: usize) -> &str {
        let token = self.words.get(at).map(|word| &self.text.tokens[word.token]);
        token.map_or("", |token| self.text.written(token))
    }

    /// Whether only a space stands between a word and the one before it.
    pub(super) fn is_adjacent(&self, at: usize) -> bool {
        let token = |at: usize| self.words.get(at).map(|word| &self.text.tokens[word.token]);
        let (Some(before), Some(this)) = (at.checked_sub(1).and_then(token), token(at)) else {
            return false;
        };
        before.shares_word(this) || self.text.written_between(before, this) == " "
    }

    /// Whether a word and the one before it are of one abbreviation: `KCN`.
    pub(super) fn shares_word(&self, at: usize) -> bool {
        let token = |at: usize| self.words.get(at).map(|word| &self.text.tokens[word.token]);
        let before = at.checked_sub(1).and_then(token);
        before
            .zip(token(at))
            .is_some_and(|(before, this)| before.shares_word(this))
    }

    /// Whether a dash joins a word to the one before it: `Hà - Phú`.
    pub(super) fn is_dashed(&self, at: usize) -> bool {
        matches!(self.between(at), "-" | "–" | "—")
    }

    /// Whether "ĐT" stands here before the number of a road of the province; elsewhere it is a telephone's.
    pub(super) fn is_road(&self, at: usize) -> bool {
        let number = self.norm(at + 2);
        matches!(self.written(at), "ĐT" | "Đt" | "đt" | "DT" | "dt")
            && (self.norm(at), self.norm(at + 1)) == ("dien", "thoai")
            && number.starts_with('#')
            && number.len() <= 4
    }

    /// Whether a slash joins a word to the one before it: `5/12`.
    pub(super) fn is_slashed(&self, at: usize) -> bool {
        self.between(at) == "/"
    }

    /// The signs between a word and the one before it.
    fn between(&self, at: usize) -> &str {
        let token = |at: usize| self.words.get(at).map(|word| &self.text.tokens[word.token]);
        match (at.checked_sub(1).and_then(token), token(at)) {
            (Some(before), Some(this)) => self.text.written_between(before, this).trim(),
            _ => "",
        }
    }

    /// Whether a word says what is the matter.
    pub(super) fn means(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.means)
    }

    /// The words of the matter with spaces between and around them.
    pub(super) fn joined(&self) -> &str {
        &self.joined
    }

    /// Whether a name that begins here is somebody's: `tôi là Nguyễn Văn An`, `ông Trần Bình`.
    pub(super) fn is_person(&self, from: usize) -> bool {
        const ANNOUNCE: [&str; 14] = [
            "anh", "ba", "bac", "chau", "chi", "co", "con", "em", "la", "ong", "ten", "toi",
            "trinh", "tui",
        ];
        const SURNAMES: [&str; 26] = [
            "bui", "cao", "chau", "dang", "dao", "dinh", "do", "doan", "duong", "ha", "ho",
            "hoang", "huynh", "le", "luong", "ly", "mai", "ngo", "nguyen", "pham", "phan", "ta",
            "tran", "trinh", "vo", "vu",
        ];
        let before = from.checked_sub(1).map_or("", |at| self.norm(at));
        ANNOUNCE.contains(&before) && SURNAMES.contains(&self.norm(from)) && self.is_upper(from)
    }

    /// How many words of a person's name begin here.
    fn person(&self, from: usize) -> usize {
        if !self.is_person(from) {
            return 0;
        }
        let rest = (from..self.len()).take_while(|at| self.is_upper(*at));
        rest.take_while(|at| *at == from || self.is_adjacent(*at))
            .count()
    }

    fn is_upper(&self, at: usize) -> bool {
        self.written(at).starts_with(char::is_uppercase)
    }

    fn count(&mut self) {
        let has_marks = !self.text.text.is_ascii();
        let mut at = 0;
        while at < self.text.tokens.len() {
            let from = self.norms.len();
            let len = if let Some((number, len)) = numbers::at(&self.text, at, has_marks) {
                self.norms.push('#');
                self.norms.push_str(&number.to_string());
                len
            } else {
                self.norms.push_str(self.text.norm(at));
                1
            };
            self.words.push(Word {
                norm: from..self.norms.len(),
                token: at,
                means: false,
            });
            at += len;
        }
    }

    /// Puts one word for all that mean the same, the longest phrases first.
    fn join(&mut self) {
        let marked = self.text.text.chars().filter(|c| !c.is_ascii()).count();
        let has_marks = marked * 10 >= self.text.text.len();
        let plain: Vec<&str> = (0..self.len())
            .map(|at| self.exact(at, has_marks))
            .collect();
        let mut joined = String::with_capacity(self.norms.len() + self.len() + 2);
        let mut covered = Vec::new();
        joined.push(' ');
        let mut at = 0;
        while at < plain.len() {
            let person = self.person(at);
            if person > 0 {
                covered.extend(at..at + person);
                at += person;
                continue;
            }
            if self.is_road(at) {
                joined.push_str("tinh lo ");
                at += 2;
                continue;
            }
            let phrases = TABLE
                .get(plain[at])
                .filter(|_| self.text.language == Language::Vi);
            let found = phrases.and_then(|phrases| {
                let rest = &plain[at..];
                phrases.iter().find(|(words, _)| rest.starts_with(words))
            });
            let (len, meaning) = found.map_or((1, plain[at]), |(words, to)| (words.len(), *to));
            if found.is_some() {
                covered.extend(at..at + len);
            }
            let meaning = glued(meaning).unwrap_or(meaning);
            if !meaning.is_empty() {
                joined.push_str(meaning);
                joined.push(' ');
            }
            at += len;
        }
        self.joined = joined;
        for at in covered {
            self.words[at].means = true;
        }
    }

    /// The folded word, or the one it is by its marks: `đốt` is not `dột`.
    fn exact(&self, at: usize, has_marks: bool) -> &str {
        let written = self.written(at);
        if !has_marks && written.is_ascii() {
            return self.norm(at);
        }
        let lower: Cow<'_, str> = if written.chars().any(char::is_uppercase) {
            Cow::Owned(written.to_lowercase())
        } else {
            Cow::Borrowed(written)
        };
        match EXACT.get(&*lower) {
            Some(exact) if !self.norm(at).starts_with('#') => exact,
            _ => self.norm(at),
        }
    }
}

/// What a word with a number at its end is: `ql14`, `hem12`, `kp2`.
fn glued(word: &str) -> Option<&'static str> {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == 'a');
    Some(match letters {
        _ if letters.len() == word.len() => return None,
        "ql" => "quoc lo",
        "tl" | "dt" => "tinh lo",
        "hem" | "kiet" | "ngo" => "ngo",
        "kp" => "khu pho",
        _ => return None,
    })
}

type Phrases = Vec<(Vec<&'static str>, &'static str)>;

/// What phrases mean, by their first word, the longest first.
static TABLE: LazyLock<HashMap<&'static str, Phrases>> = LazyLock::new(|| {
    let mut table: HashMap<&str, Phrases> = HashMap::new();
    for (meaning, phrases) in &*PHRASES {
        for phrase in phrases {
            let words: Vec<&str> = phrase.split(' ').collect();
            table.entry(words[0]).or_default().push((words, meaning));
        }
    }
    for phrases in table.values_mut() {
        phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    table
});

static EXACT: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let plain = |line: &(&'static str, Vec<&'static str>)| Some((line.0, *line.1.first()?));
    MARKED.iter().filter_map(plain).collect()
});
