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
    /// Capitalised runs of at least two words inside sentences, as token ranges.
    names: Vec<(usize, usize)>,
    /// Pairs of words that are not everyday talk: their hash, once each and sorted, and the first token.
    rare: Vec<(u32, usize)>,
    /// Whether names can be told by their capitals.
    cased: bool,
    /// Marker and number: `kiet 43`, `km 5`.
    numbered: BTreeSet<(String, String)>,
}

impl Places {
    /// Looks where a message is.
    pub(super) fn of(by: &Categoriser, read: &Normalised) -> Self {
        let pairs = read.norms().zip(read.norms().skip(1)).enumerate();
        let mut rare: Vec<(u32, usize)> = pairs
            .filter(|(_, (first, second))| is_name_like(first) && is_name_like(second))
            .filter_map(|(at, (first, second))| Some((by.unless_everyday(first, second)?, at)))
            .collect();
        rare.sort_unstable();
        rare.dedup_by_key(|(hash, _)| *hash);
        Self {
            cased: read.text.chars().any(char::is_uppercase),
            names: names(by, read),
            numbered: numbered(read),
            rare,
        }
    }
}

/// A message with its places.
#[derive(Clone, Copy)]
pub(super) struct Placed<'a> {
    pub(super) text: &'a Normalised,
    pub(super) places: &'a Places,
}

impl<'a> Placed<'a> {
    /// The words of names in either: they say nothing about the matter.
    pub(super) fn names_of_both(self, other: Self) -> BTreeSet<&'a str> {
        let mut names = BTreeSet::new();
        for at in self.rare_in_both(other) {
            names.extend([self.text.norm(at), self.text.norm(at + 1)]);
        }
        for placed in [self, other] {
            let words = placed.places.names.iter();
            names.extend(words.flat_map(|name| placed.words(*name)));
        }
        names
    }

    /// Compares where two messages are.
    pub(super) fn compare(self, other: Self) -> Where {
        if self.contradicts(other) {
            return Where::Different;
        }
        let (ours, theirs) = (self.places, other.places);
        let shared = self.rare_in_both(other).count();
        let named = self.names_in(other) + other.names_in(self);
        let numbered = ours.numbered.intersection(&theirs.numbered).count();
        let nameless = ours.names.is_empty() || theirs.names.is_empty();
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

    /// First tokens of our unusual pairs that `other` has, too.
    fn rare_in_both(self, other: Self) -> impl Iterator<Item = usize> {
        let theirs = &other.places.rare;
        self.places
            .rare
            .iter()
            .filter(|(hash, _)| theirs.binary_search_by_key(hash, |(hash, _)| *hash).is_ok())
            .map(|(_, at)| *at)
    }

    /// Without capitals, unusual pairs of words are all that can be names.
    fn is_nowhere(self) -> bool {
        let Places {
            names,
            numbered,
            cased,
            rare,
        } = self.places;
        names.is_empty() && numbered.is_empty() && (*cased || rare.is_empty())
    }

    fn words(self, (from, to): (usize, usize)) -> impl ExactSizeIterator<Item = &'a str> + Clone {
        let tokens = self.text.tokens.get(from..to).unwrap_or_default();
        tokens.iter().map(|token| self.text.norm_of(token))
    }

    /// How many of our names stand in `other`, whole or by their first or last two words.
    fn names_in(self, other: Self) -> usize {
        let names = self.places.names.iter();
        names.filter(|name| self.has_name(**name, other)).count()
    }

    /// Whether `other` has our name.
    fn has_name(self, (from, to): (usize, usize), other: Self) -> bool {
        let tail = (to.saturating_sub(2).max(from), to);
        let head = (from, (from + 2).min(to));
        [(from, to), tail, head]
            .into_iter()
            .filter(|(from, to)| to - from > 1)
            .any(|part| other.says(&self.words(part)))
    }

    /// Whether these words follow each other somewhere.
    fn says<'b>(self, words: &(impl ExactSizeIterator<Item = &'b str> + Clone)) -> bool {
        let last = (self.text.tokens.len() + 1).saturating_sub(words.len());
        (0..last).any(|from| self.words((from, from + words.len())).eq(words.clone()))
    }

    /// Each names something of the same rank that the other does not.
    fn contradicts(self, other: Self) -> bool {
        let theirs = &other.places.numbered;
        let numbers_differ = self.places.numbered.iter().any(|ours| {
            theirs
                .iter()
                .any(|(marker, number)| *marker == ours.0 && *number != ours.1)
                && !theirs.contains(ours)
        });
        numbers_differ || self.strangers(other) && other.strangers(self)
    }

    /// Whether we have a name that `other` lacks, where no name is the same and where a fine one differs.
    fn strangers(self, other: Self) -> bool {
        let names = self.places.names.iter();
        names
            .filter(|name| !self.has_name(**name, other))
            .any(|name| self.names_in(other) == 0 || self.is_fine(*name))
    }

    /// Whether the word before a name is a marker of a small place.
    fn is_fine(self, name: (usize, usize)) -> bool {
        let before = name.0.checked_sub(1).map(|at| self.text.norm(at));
        let first = self.text.norm(name.0);
        FINE.contains(&first)
            || before.is_some_and(|before| FINE.contains(&before) || before == "cu")
    }
}

/// A word that may be part of a name: letters only, more than one.
fn is_name_like(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Runs of capitalised words, if the message has small letters as well; everyday pairs are none.
fn names(by: &Categoriser, read: &Normalised) -> Vec<(usize, usize)> {
    let upper: Vec<bool> = read
        .tokens
        .iter()
        .map(|token| {
            let first = read.written(token).chars().next();
            first.is_some_and(char::is_uppercase)
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
        while from < to && MARKERS.contains(&read.norm(from)) && to - from > 2 {
            from += 1;
        }
        let everyday = to - from == 2
            && by
                .unless_everyday(read.norm(from), read.norm(from + 1))
                .is_none();
        if to - from >= 2 && !everyday {
            out.push((from, to));
        }
    }
    out
}

/// Whether only a space stands between a token and the one before it.
fn adjacent(read: &Normalised, at: usize) -> bool {
    let (Some(before), Some(this)) = (
        at.checked_sub(1).and_then(|i| read.tokens.get(i)),
        read.tokens.get(at),
    ) else {
        return false;
    };
    before.shares_word(this) || read.written_between(before, this) == " "
}

/// Numbers that name a place: after a marker, or before a name as in a street address.
fn numbered(read: &Normalised) -> BTreeSet<(String, String)> {
    let mut out = BTreeSet::new();
    for pair in read.tokens.windows(2) {
        let (marker, number) = (read.norm_of(&pair[0]), read.norm_of(&pair[1]));
        if number.starts_with('#') && MARKERS.contains(&marker) {
            let written = read.written(&pair[1]);
            let digits: String = written.chars().take_while(char::is_ascii_digit).collect();
            out.insert((marker.to_owned(), digits));
        }
    }
    // `km5`, `QL1A`: letters and digits in one word.
    for norm in read.norms() {
        if let Some(digits) = norm.strip_prefix("km").filter(|d| !d.is_empty()) {
            out.insert(("km".to_owned(), digits.to_owned()));
        } else if let Some(road) = norm.strip_prefix("ql").filter(|d| !d.is_empty()) {
            let digits = road.chars().take_while(char::is_ascii_digit).collect();
            out.insert(("lo".to_owned(), digits));
        }
    }
    out
}
