//! Where a message speaks of: names, and numbers beside words such as kiệt, tổ, km.

use std::collections::BTreeSet;

use crate::domain::categorise::{Categoriser, Normalised};

/// What two messages say about places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Where {
    /// They share names or numbered places; 0 to 1, how much of them.
    Same(f32),
    /// Each names a place that the other does not.
    Different,
    /// One of them names a place, the other none.
    OneSided,
    /// Neither names a place.
    Nowhere,
}

/// Words that a number or a name of a place follows. Two different followers are two places.
const MARKERS: [&str; 34] = [
    "ap", "ban", "buon", "cau", "cho", "dap", "hem", "ho", "khom", "khu", "kiet", "km", "lang",
    "lo", "ngach", "ngo", "pho", "phuong", "quan", "quoc", "so", "song", "tai", "thon", "to",
    "tram", "truong", "xa", "xom", "dinh", "duong", "suoi", "kenh", "trung",
];
/// Markers whose followers, when they differ, are different places for certain.
const FINE: [&str; 17] = [
    "ap", "ban", "buon", "hem", "khom", "kiet", "km", "lang", "ngach", "ngo", "thon", "to", "xom",
    "lo", "so", "cau", "duong",
];

/// The names and numbered places of one message.
#[derive(Debug)]
pub(super) struct Places {
    norms: Vec<String>,
    /// Capitalised runs of at least two words inside sentences, as token ranges.
    names: Vec<(usize, usize)>,
    /// Pairs of words that are not everyday talk.
    rare: BTreeSet<(String, String)>,
    /// Whether names can be told by their capitals.
    cased: bool,
    /// Marker and number: `kiet 43`, `km 5`.
    numbered: BTreeSet<(String, String)>,
}

impl Places {
    /// Looks where a message is.
    pub(super) fn of(by: &Categoriser, read: &Normalised<'_>) -> Self {
        let norms: Vec<String> = read.tokens.iter().map(|t| t.norm.clone()).collect();
        let rare = norms
            .windows(2)
            .filter(|pair| pair.iter().all(|word| is_name_like(word)))
            .filter(|pair| !by.is_everyday(&pair[0], &pair[1]))
            .map(|pair| (pair[0].clone(), pair[1].clone()))
            .collect();
        Self {
            cased: read.text.chars().any(char::is_uppercase),
            names: names(by, read),
            numbered: numbered(read),
            rare,
            norms,
        }
    }

    /// The words of names in either: they say nothing about the matter.
    pub(super) fn names_of_both<'a>(&'a self, other: &'a Self) -> BTreeSet<&'a str> {
        let shared = self.rare.intersection(&other.rare);
        let mut names: BTreeSet<&str> = shared
            .flat_map(|(first, second)| [first.as_str(), second.as_str()])
            .collect();
        for places in [self, other] {
            let words = places.names.iter().flat_map(|name| places.words(*name));
            names.extend(words.map(String::as_str));
        }
        names
    }

    /// Compares where two messages are.
    pub(super) fn compare(&self, other: &Self) -> Where {
        if self.contradicts(other) {
            return Where::Different;
        }
        let shared = self.rare.intersection(&other.rare).count();
        let named = self.names_in(other) + other.names_in(self);
        let numbered = self.numbered.intersection(&other.numbered).count();
        let nameless = self.names.is_empty() || other.names.is_empty();
        if shared + named > 0 || numbered > 0 && nameless {
            return Where::Same(match shared + named + numbered {
                1 => 0.5,
                2 => 0.75,
                _ => 1.0,
            });
        }
        match (self.is_nowhere(), other.is_nowhere()) {
            (true, true) => Where::Nowhere,
            (false, false) => Where::Different,
            _ => Where::OneSided,
        }
    }

    /// Without capitals, unusual pairs of words are all that can be names.
    fn is_nowhere(&self) -> bool {
        self.names.is_empty() && self.numbered.is_empty() && (self.cased || self.rare.is_empty())
    }

    fn words(&self, name: (usize, usize)) -> &[String] {
        self.norms.get(name.0..name.1).unwrap_or_default()
    }

    /// How many of our names stand in `other`, whole or by their last two words.
    fn names_in(&self, other: &Self) -> usize {
        self.names
            .iter()
            .filter(|name| other.has(self.words(**name)))
            .count()
    }

    fn has(&self, name: &[String]) -> bool {
        let tail = name.len().saturating_sub(2);
        let head = name.get(..2).unwrap_or(name);
        [name, name.get(tail..).unwrap_or(name), head]
            .iter()
            .any(|part| part.len() > 1 && self.norms.windows(part.len()).any(|w| w == *part))
    }

    /// Each names something of the same rank that the other does not.
    fn contradicts(&self, other: &Self) -> bool {
        let numbers_differ = self.numbered.iter().any(|(marker, number)| {
            other
                .numbered
                .iter()
                .any(|(m, n)| m == marker && n != number)
                && !other.numbered.contains(&(marker.clone(), number.clone()))
        });
        numbers_differ || self.strangers(other) && other.strangers(self)
    }

    /// Whether we have a name that `other` lacks, where no name is the same and where a fine one differs.
    fn strangers(&self, other: &Self) -> bool {
        self.names
            .iter()
            .filter(|name| !other.has(self.words(**name)))
            .any(|name| self.names_in(other) == 0 || self.is_fine(*name))
    }

    /// Whether the word before a name is a marker of a small place.
    fn is_fine(&self, name: (usize, usize)) -> bool {
        let before = name.0.checked_sub(1).and_then(|at| self.norms.get(at));
        let first = self.norms.get(name.0);
        [before, first]
            .into_iter()
            .flatten()
            .any(|w| FINE.contains(&w.as_str()))
            || before.is_some_and(|w| w == "cu")
    }
}

/// A word that may be part of a name: letters only, more than one.
fn is_name_like(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Runs of capitalised words, if the message has small letters as well; everyday pairs are none.
fn names(by: &Categoriser, read: &Normalised<'_>) -> Vec<(usize, usize)> {
    let upper: Vec<bool> = read
        .tokens
        .iter()
        .map(|t| {
            read.text
                .get(t.span.clone())
                .and_then(|word| word.chars().next())
                .is_some_and(char::is_uppercase)
        })
        .collect();
    if upper.iter().filter(|u| **u).count() * 3 > upper.len() * 2 {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut at = 0;
    while at < upper.len() {
        let mut end = at;
        while upper.get(end) == Some(&true) && (end == at || adjacent(read, end)) {
            end += 1;
        }
        let (mut from, to) = (at, end);
        at = end.max(at + 1);
        // `Xã Lâm Sơn`, `Thôn Đồng Rôm`: the marker is no part of the name.
        while from < to && MARKERS.contains(&read.tokens[from].norm.as_str()) && to - from > 2 {
            from += 1;
        }
        let everyday =
            to - from == 2 && by.is_everyday(&read.tokens[from].norm, &read.tokens[from + 1].norm);
        if to - from >= 2 && !everyday {
            out.push((from, to));
        }
    }
    out
}

/// Whether only a space stands between a token and the one before it.
fn adjacent(read: &Normalised<'_>, at: usize) -> bool {
    let (Some(before), Some(this)) = (
        at.checked_sub(1).and_then(|i| read.tokens.get(i)),
        read.tokens.get(at),
    ) else {
        return false;
    };
    before.span == this.span
        || read
            .text
            .get(before.span.end..this.span.start)
            .is_some_and(|gap| gap == " ")
}

/// Numbers that name a place: after a marker, or before a name as in a street address.
fn numbered(read: &Normalised<'_>) -> BTreeSet<(String, String)> {
    let mut out = BTreeSet::new();
    for pair in read.tokens.windows(2) {
        let number = pair[1].norm.starts_with('#');
        if number && MARKERS.contains(&pair[0].norm.as_str()) {
            let written = read.text.get(pair[1].span.clone()).unwrap_or_default();
            let digits: String = written.chars().take_while(char::is_ascii_digit).collect();
            out.insert((pair[0].norm.clone(), digits));
        }
    }
    // `km5`, `QL1A`: letters and digits in one word.
    for token in &read.tokens {
        if let Some(digits) = token.norm.strip_prefix("km").filter(|d| !d.is_empty()) {
            out.insert(("km".to_owned(), digits.to_owned()));
        } else if let Some(road) = token.norm.strip_prefix("ql").filter(|d| !d.is_empty()) {
            let digits = road.chars().take_while(char::is_ascii_digit).collect();
            out.insert(("lo".to_owned(), digits));
        }
    }
    out
}
