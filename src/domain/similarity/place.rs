//! Where a message speaks of: names, and numbers beside words such as kiệt, tổ, km.

use std::collections::BTreeSet;

use super::{
    apart::{self, Side},
    numbers,
    said::Said,
};
use crate::domain::categorise::Categoriser;

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
pub(super) const MARKERS: [&str; 38] = [
    "bon", "noc", "plei", "soc", "ap", "ban", "buon", "cau", "cho", "dap", "hem", "ho", "khom",
    "khu", "kiet", "km", "lang", "lo", "ngach", "ngo", "pho", "phuong", "quan", "quoc", "so",
    "song", "tai", "thon", "to", "tram", "truong", "xa", "xom", "dinh", "duong", "suoi", "kenh",
    "trung",
];
/// Markers that a number follows.
const NUMBERED: [&str; 46] = [
    "alley", "dh", "dt", "highway", "hl", "ql", "road", "rout", "tl", "ap", "ban", "buon", "bu",
    "bus", "buyt", "cau", "dap", "doi", "duong", "group", "hamlet", "hem", "kenh", "khom", "khu",
    "kiet", "kinh", "km", "kp", "lane", "lo", "ngach", "ngo", "pho", "phuong", "quan", "so", "tdp",
    "thon", "tinh", "to", "tram", "tuyen", "villag", "xa", "xom",
];
/// Markers of the smallest places.
const HAMLETS: [&str; 13] = [
    "ap", "ban", "bon", "buon", "hamlet", "khom", "lang", "noc", "plei", "soc", "thon", "villag",
    "xom",
];
/// The same with their marks: who writes marks does not mean a hamlet by "bán" or "bàn".
const HAMLETS_WITH_MARKS: [&str; 9] = [
    "ấp", "bản", "buôn", "khóm", "làng", "nóc", "sóc", "thôn", "xóm",
];
/// Markers of which a place has one: where both name one, and not the same, they are not in the same place.
const OWN: [&str; 31] = [
    "bon", "noc", "plei", "soc", "ap", "ban", "buon", "cau", "cho", "chua", "dap", "de", "den",
    "dinh", "hem", "ho", "kenh", "khom", "lang", "nga", "ngo", "pho", "phuong", "rach", "song",
    "suoi", "thon", "tram", "xa", "xom", "muong",
];
/// Ends of what institutions are called, before their names: `mầm non Hoa Sen`, `chung cư Hòa Bình`.
const INSTITUTIONS: [(&str, &str); 18] = [
    ("cong", "nghiep"),
    ("ban", "tru"),
    ("mam", "non"),
    ("mau", "giao"),
    ("nha", "tre"),
    ("tieu", "hoc"),
    ("trung", "hoc"),
    ("co", "so"),
    ("pho", "thong"),
    ("y", "te"),
    ("benh", "vien"),
    ("nha", "may"),
    ("cong", "ty"),
    ("do", "thi"),
    ("chung", "cu"),
    ("dan", "cu"),
    ("tap", "the"),
    ("dinh", "cu"),
];
/// Words before the number of a house.
const BESIDE: [&str; 8] = ["canh", "dien", "nha", "o", "sau", "tai", "truoc", "trc"];
/// Markers that a name of one word follows.
const SINGLE: [&str; 21] = [
    "bon", "noc", "plei", "soc", "ap", "ban", "buon", "cau", "cho", "dinh", "doc", "doi", "hem",
    "khom", "lang", "ngo", "pho", "thon", "xa", "xom", "khu",
];
/// The names and numbered places of one message.
#[derive(Debug)]
pub(super) struct Places {
    /// Capitalised runs of at least two words inside sentences, as token ranges.
    pub(super) names: Vec<(usize, usize)>,
    /// Pairs of words that are not everyday talk: their hash, once each and sorted, and the first token.
    pub(super) rare: Vec<(u32, usize)>,
    /// Whether names can be told by their capitals.
    pub(super) cased: bool,
    /// Names of small places after their markers, in small letters, too: the marker and the first word.
    pub(super) hamlets: Vec<usize>,
    /// Marker and number, or a name of one word: `kiet 43`, `km 5`, `thon thuong`.
    pub(super) numbered: BTreeSet<(String, String)>,
    /// Names after a marker of which a place has one, as token ranges: `sông Hồng`, `ngã tư Bạch Mai`.
    pub(super) own: Vec<(&'static str, usize, usize)>,
    /// Schools of which level.
    pub(super) levels: BTreeSet<u8>,
    /// Names in small letters behind a number, as token ranges: `thon 3 gia hiep`, `ql20 doan bao loc`.
    pub(super) wholes: Vec<(usize, usize)>,
    /// Both ends of a way, where they are named: `từ cầu Giát đến chợ Lương`.
    pub(super) ends: Vec<(usize, usize)>,
    /// Where along a road or a river it is: `đoạn qua xã Ia Dreh`, `khúc dốc Bến Tuần`.
    pub(super) stretches: Vec<(usize, usize)>,
    /// Which sides and ends of something: `bờ đông`, `lề trái`, `cuối đường`.
    pub(super) sides: BTreeSet<Side>,
}

impl Places {
    /// Looks where a message is.
    pub(super) fn of(by: &Categoriser, read: &Said) -> Self {
        let pairs = read.norms().zip(read.norms().skip(1)).enumerate();
        let mut rare: Vec<(u32, usize)> = pairs
            .filter(|(_, (first, second))| is_name_like(first) && is_name_like(second))
            .filter(|(at, pair)| !(read.means(*at) || read.means(at + 1) || is_talk(*pair)))
            .filter(|(at, _)| !is_crossing(read, *at) && !is_crossing(read, at + 1))
            .filter_map(|(at, (first, second))| Some((by.unless_everyday(first, second)?, at)))
            .collect();
        rare.sort_unstable();
        rare.dedup_by_key(|(hash, _)| *hash);
        let after_hamlet = |at: &usize| {
            let before = at.checked_sub(1).map_or("", |before| read.norm(before));
            // `thôn Hà - Phú`, `thôn Hà với …`: a name of one word.
            let upper = |at: usize| read.written(at).starts_with(char::is_uppercase);
            let is_two = read.is_adjacent(at + 1) && (!upper(*at) || upper(at + 1));
            is_two
                && is_hamlet(read, *at)
                && HAMLETS.contains(&before)
                && !MARKERS.contains(&read.norm(*at))
                && !MARKERS.contains(&read.norm(at + 1))
        };
        let starts = rare.iter().map(|(_, at)| *at);
        let hamlets = starts.filter(after_hamlet).collect();
        let names = names(by, read);
        let mut own = own(read, &names);
        own.extend(crossings(read, &rare));
        Self {
            wholes: wholes(read, &rare),
            stretches: stretches(read, &names, &rare),
            sides: apart::sides(read),
            levels: levels(read),
            ends: ends(read, &names, &own),
            own,
            hamlets,
            cased: read.text.text.chars().any(char::is_uppercase),
            names,
            numbered: numbered(read)
                .into_iter()
                .chain(single_names(read))
                .collect(),
            rare,
        }
    }
}

/// A message with its places.
#[derive(Clone, Copy)]
pub(super) struct Placed<'a> {
    pub(super) said: &'a Said,
    pub(super) places: &'a Places,
}

impl<'a> Placed<'a> {
    /// Whether a word is a part of a name; the marker that a name begins with is none: `Cầu Rộ`.
    pub(super) fn is_in_name(self, at: usize) -> bool {
        let mut names = self.places.names.iter();
        names.any(|(from, to)| {
            let begins = at == *from && MARKERS.contains(&self.said.norm(at));
            (*from..*to).contains(&at) && !begins
        })
    }

    /// The words of names in either: they say nothing about the matter.
    pub(super) fn names_of_both(self, other: Self) -> BTreeSet<&'a str> {
        let mut names = BTreeSet::new();
        for at in self.rare_in_both(other) {
            names.extend([self.said.norm(at), self.said.norm(at + 1)]);
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
        let may_name = |(at, there): &(usize, usize)| self.may_name(*at) && other.may_name(*there);
        let shared = self.rare_of_both(other).filter(may_name).count();
        let named = self.names_in(other) + other.names_in(self);
        let here = |other: Self| move |(marker, name): &&(String, String)| other.has(marker, name);
        let numbered = ours.numbered.iter().filter(here(other)).count()
            + theirs
                .numbered
                .difference(&ours.numbered)
                .filter(here(self))
                .count();
        let nameless = ours.names.is_empty() || theirs.names.is_empty();
        if shared + named == 0 && self.wholes_apart(other) {
            return Where::Different;
        }
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
        self.rare_of_both(other).map(|(ours, _)| ours)
    }

    /// The same, and the first tokens there.
    pub(super) fn rare_of_both(self, other: Self) -> impl Iterator<Item = (usize, usize)> {
        let theirs = &other.places.rare;
        self.places.rare.iter().filter_map(|(hash, at)| {
            let there = theirs.binary_search_by_key(hash, |(hash, _)| *hash).ok()?;
            Some((*at, theirs[there].1))
        })
    }

    /// Whether an unusual pair can be a name: who writes names with capitals does so with all of them.
    fn may_name(self, at: usize) -> bool {
        let upper = |at: usize| self.said.written(at).starts_with(char::is_uppercase);
        self.places.names.is_empty() || upper(at) || upper(at + 1)
    }

    /// Without capitals, unusual pairs of words after a marker are all that can be names.
    fn is_nowhere(self) -> bool {
        let Places {
            names,
            numbered,
            cased,
            rare,
            ..
        } = self.places;
        let after_marker = |at: usize| {
            at.checked_sub(1)
                .is_some_and(|before| MARKERS.contains(&self.said.norm(before)))
        };
        names.is_empty()
            && numbered.is_empty()
            && (*cased || !rare.iter().any(|(_, at)| after_marker(*at)))
    }

    pub(super) fn words(
        self,
        (from, to): (usize, usize),
    ) -> impl ExactSizeIterator<Item = &'a str> + Clone {
        (from..to).map(move |at| self.said.norm(at))
    }

    /// How many of our names stand in `other`, whole or by their first or last two words.
    pub(super) fn names_in(self, other: Self) -> usize {
        let names = self.places.names.iter();
        names.filter(|name| self.has_name(**name, other)).count()
    }

    /// Whether `other` has our name.
    pub(super) fn has_name(self, (from, to): (usize, usize), other: Self) -> bool {
        let tail = (to.saturating_sub(2).max(from), to);
        let head = (from, (from + 2).min(to));
        [(from, to), tail, head]
            .into_iter()
            .filter(|(from, to)| to - from > 1)
            .any(|part| other.says(&self.words(part)))
    }

    /// Whether these words follow each other somewhere.
    pub(super) fn says<'b>(self, words: &(impl ExactSizeIterator<Item = &'b str> + Clone)) -> bool {
        let last = (self.said.len() + 1).saturating_sub(words.len());
        let mut starts = 0..last;
        if words.clone().last().is_some_and(numbers::may_name) {
            let are_alike =
                |(ours, theirs): (&str, &str)| ours == theirs || numbers::alike(ours, theirs);
            return starts.any(|from| {
                let here = self.words((from, from + words.len()));
                here.zip(words.clone()).all(are_alike)
            });
        }
        starts.any(|from| self.words((from, from + words.len())).eq(words.clone()))
    }

    /// Whether a marker and its number or name stand here, the name perhaps in small letters.
    pub(super) fn has(self, marker: &str, name: &str) -> bool {
        let alone = is_outlandish(name);
        let says = |at: usize| {
            let is_marked = alone || one_marker(self.said.norm(at)) == marker;
            is_marked && self.said.norm(at + 1) == name
        };
        let mut numbered = self.places.numbered.iter();
        numbered.any(|(other, number)| apart::is_of_one_kind(other, marker) && number == name)
            || (0..self.said.len()).any(says)
    }
}

/// Whether two words are talk: one of them is hardly ever a part of a name.
pub(super) fn is_talk((first, second): (&str, &str)) -> bool {
    const TALK: [&str; 46] = [
        "ai", "bi", "biet", "bua", "chiu", "cung", "dang", "de", "deo", "du", "duoc", "gi", "giup",
        "het", "hom", "khi", "khong", "kien", "la", "luon", "ma", "mua", "muon", "nao", "ngay",
        "nghi", "nguoi", "nha", "nhieu", "nhung", "nhu", "nua", "nay", "nuoc", "phai", "rat",
        "roi", "sao", "the", "thi", "toi", "tui", "va", "vao", "vay", "xin",
    ];
    TALK.contains(&first) || TALK.contains(&second)
}

/// A word that may be part of a name: letters only, more than one.
pub(super) fn is_name_like(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Whether no Vietnamese word is written so, only a name of the Highlands: `kbang`, `krong`, `rmok`.
fn is_outlandish(word: &str) -> bool {
    const TOGETHER: [&str; 11] = [
        "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "dz",
    ];
    let is_vowel = |letter: &u8| b"aeiouy".contains(letter);
    let start: String = word.chars().take(2).collect();
    let first = word.bytes().take(2).filter(|letter| !is_vowel(letter));
    is_name_like(word)
        && word.len() >= 4
        && first.count() == 2
        && !TOGETHER.contains(&start.as_str())
}

/// Whether the word before `at` is a hamlet's marker and not one that only looks like it: "bán trú", "ban quản lý".
fn is_hamlet(read: &Said, at: usize) -> bool {
    const OTHERS: [&str; 6] = ["do", "giam", "hang", "quan", "tho", "tru"];
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let written = read.written(before).to_lowercase();
    let is_marked = written.is_ascii() || HAMLETS_WITH_MARKS.contains(&&*written);
    is_marked && !(read.norm(before) == "ban" && OTHERS.contains(&read.norm(at)))
}

/// Names of a stretch: behind `đoạn`, `khúc`, `chỗ`, `ngang`, `qua`, as token ranges.
fn stretches(read: &Said, names: &[(usize, usize)], rare: &[(u32, usize)]) -> Vec<(usize, usize)> {
    const BETWEEN: [&str; 17] = [
        "ap", "ban", "buon", "cho", "deo", "dia", "doc", "gan", "o", "phan", "phuong", "qua",
        "tai", "thi", "thon", "tran", "xa",
    ];
    let has_marks = !read.text.text.is_ascii();
    let begins = |at: &usize| match read.norm(*at) {
        "doan" | "khuc" | "ngang" => true,
        "cho" => matches!(read.written(*at), "chỗ" | "Chỗ"),
        "qua" => has_marks && read.written(*at) == "qua",
        _ => false,
    };
    let behind = (0..read.len()).filter(begins).filter_map(|begin| {
        let mut further = (begin + 1..read.len()).take(4);
        let at = further.find(|at| !BETWEEN.contains(&read.norm(*at)))?;
        let name = names.iter().find(|(from, _)| *from == at).copied();
        let small = || rare.iter().any(|(_, start)| *start == at);
        name.or_else(|| small().then_some((at, at + 2)))
    });
    behind.collect()
}

/// Runs of capitalised words, if the message has small letters as well; everyday pairs and people are none.
fn names(by: &Categoriser, read: &Said) -> Vec<(usize, usize)> {
    let upper: Vec<bool> = (0..read.len())
        .map(|at| read.written(at).starts_with(char::is_uppercase))
        .collect();
    // Each abbreviation is one word, in however many it is read.
    let words = (0..read.len()).filter(|at| !read.shares_word(*at));
    let (large, all) = words.fold((0, 0), |(large, all), at| {
        (large + usize::from(upper[at]), all + 1)
    });
    if large * 4 > all * 3 {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut at = 0;
    while at < upper.len() {
        let mut end = at;
        while upper.get(end) == Some(&true) && (end == at || read.is_adjacent(end)) {
            end += 1;
        }
        let (mut from, to) = (at, end);
        at = end.max(at + 1);
        // `Xã Lâm Sơn`, `Thôn Đồng Rôm`: the marker is no part of the name.
        while from < to && MARKERS.contains(&read.norm(from)) && to - from > 2 {
            from += 1;
        }
        // `KCN Vân Trung`, `Khu Công Nghiệp Vân Trung`: what it is, is no part of what it is called.
        let spelled = (from + 1..to)
            .take_while(|at| read.shares_word(*at))
            .count();
        if spelled > 0 && to - from >= spelled + 3 {
            from += spelled + 1;
        } else if to - from >= 4 && INSTITUTIONS.contains(&(read.norm(from), read.norm(from + 1))) {
            from += 2;
        }
        let announced = from.checked_sub(1).is_some_and(|before| {
            let before = read.norm(before);
            MARKERS.contains(&before)
                || before.starts_with('#')
                || matches!(before, "o" | "on" | "in" | "at")
                || from > 1 && INSTITUTIONS.contains(&(read.norm(from - 2), before))
        });
        let everyday = to - from == 2
            && !announced
            && by
                .unless_everyday(read.norm(from), read.norm(from + 1))
                .is_none();
        if to - from >= 2 && !everyday && !read.is_person(from) {
            out.push((from, to));
        }
    }
    out
}

/// Numbers that name a place: after a marker, or written into it as in `km5`, `QL1A`, `KP2`, `N2`.
fn numbered(read: &Said) -> BTreeSet<(String, String)> {
    let mut out = BTreeSet::new();
    for at in 0..read.len() {
        let norm = read.norm(at);
        if let Some(number) = norm.strip_prefix('#')
            && number.starts_with(|c: char| c.is_ascii_digit())
            && let Some(marker) = marker(read, at)
                .or_else(|| house(read, at))
                .or_else(|| name_with_number(read, at))
        {
            let (marker, mut number) = road(marker, number, read.written(at));
            // `ngách 5/12`: an alley off the alley; `đường 30 tháng 4` is called by a day.
            let further = if read.is_slashed(at + 1) {
                Some(at + 1)
            } else {
                (read.norm(at + 1) == "thang").then_some(at + 2)
            };
            if let Some(further) = further.and_then(|at| read.norm(at).strip_prefix('#')) {
                number.push('/');
                number.push_str(further);
            }
            out.insert((marker, number));
        }
        let letters = norm.len()
            - norm
                .trim_start_matches(|c: char| c.is_ascii_lowercase())
                .len();
        let (prefix, rest) = norm.split_at(letters);
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        if (1..=3).contains(&letters) && !digits.is_empty() {
            out.insert(road(one_marker(prefix), &digits, rest));
        }
    }
    out
}

/// Marker and number, as `written`: the letter behind the number tells one from another, zeros in front do not.
fn road(marker: &str, number: &str, written: &str) -> (String, String) {
    let number = number.trim_start_matches('0');
    let behind = written.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut signs = behind.chars();
    let letter = match (signs.next(), signs.next()) {
        (Some(letter), None) if letter.is_ascii_alphabetic() => letter.to_ascii_lowercase(),
        _ => return (marker.to_owned(), number.to_owned()),
    };
    // Quốc lộ 1A is what Quốc lộ 1 was called.
    let is_the_first = marker == "ql" && number == "1" && letter == 'a';
    let number = if is_the_first {
        number.to_owned()
    } else {
        format!("{number}{letter}")
    };
    (marker.to_owned(), number)
}

/// Names after a marker of which a place has one.
fn own(read: &Said, names: &[(usize, usize)]) -> Vec<(&'static str, usize, usize)> {
    let upper = |at: usize| read.written(at).starts_with(char::is_uppercase);
    let small = (0..read.len()).any(|at| !upper(at) && !read.norm(at).starts_with('#'));
    let marker = |at: usize| {
        let is_crossing = at > 0 && read.norm(at - 1) == "nga";
        let of_kind = match read.norm(at) {
            "ba" | "tu" | "nam" | "bay" | "sau" if is_crossing => "nga",
            "muong" | "kinh" => "kenh",
            "hem" | "kiet" => "ngo",
            plain => plain,
        };
        OWN.iter().find(|own| **own == of_kind).copied()
    };
    let mut out = Vec::new();
    for (from, to) in names.iter().copied() {
        if let Some(marker) = from.checked_sub(1).and_then(marker) {
            out.push((marker, from, to));
        } else if let Some(marker) = marker(from).filter(|_| to - from == 2) {
            out.push((marker, from + 1, to));
        }
    }
    for at in 1..read.len() {
        let is_one = small && upper(at) && !(upper(at + 1) && read.is_adjacent(at + 1));
        if is_one
            && read.is_adjacent(at)
            && is_name_like(read.norm(at))
            && let Some(marker) = marker(at - 1)
        {
            out.push((marker, at, at + 1));
        }
    }
    out
}

/// Whether a crossing begins here: `ngã tư`.
fn is_crossing(read: &Said, at: usize) -> bool {
    const ROADS: [&str; 5] = ["ba", "tu", "nam", "sau", "bay"];
    let next = read.norm(at + 1);
    read.norm(at) == "nga" && (ROADS.contains(&next) || next.starts_with('#'))
}

/// Crossings named in small letters: `nga tu bach mai`.
fn crossings(
    read: &Said,
    rare: &[(u32, usize)],
) -> impl Iterator<Item = (&'static str, usize, usize)> {
    let all = (0..read.len()).filter(|at| is_crossing(read, *at));
    all.map(|at| at + 2)
        .filter(|at| rare.iter().any(|(_, start)| start == at))
        .map(|at| ("nga", at, at + 2))
}

/// Names in small letters behind a number: what the numbered place is a part of.
fn wholes(read: &Said, rare: &[(u32, usize)]) -> Vec<(usize, usize)> {
    const BETWEEN: [&str; 16] = [
        "cua", "deo", "doan", "duong", "huyen", "khuc", "o", "phuong", "pho", "qua", "tai", "thi",
        "thuoc", "tp", "tran", "xa",
    ];
    let numbers = (0..read.len()).filter(|at| {
        let norm = read.norm(*at);
        let glued = norm.starts_with(|c: char| c.is_ascii_lowercase())
            && norm.ends_with(|c: char| c.is_ascii_digit());
        glued || norm.starts_with('#') && marker(read, *at).is_some()
    });
    let behind = numbers.filter_map(|number| {
        let further = (number + 1..read.len()).take(4);
        let at = further
            .into_iter()
            .find(|at| !BETWEEN.contains(&read.norm(*at)))?;
        rare.iter()
            .any(|(_, start)| *start == at)
            .then_some((at, at + 2))
    });
    behind.collect()
}

/// The levels of the schools that are named: by number or by name.
fn levels(read: &Said) -> BTreeSet<u8> {
    let norm = |at: usize| read.norm(at);
    let of = |at: usize| match (norm(at), norm(at + 1), norm(at + 2), norm(at + 3)) {
        ("mam", "non", ..) | ("mau", "giao", ..) | ("nha", "tre", ..) => Some(0),
        ("tieu", "hoc", ..) | ("cap", "#1", ..) => Some(1),
        ("trung", "hoc", "co", "so") | ("cap", "#2", ..) => Some(2),
        ("trung", "hoc", "pho", "thong") | ("cap", "#3", ..) => Some(3),
        _ => None,
    };
    let names_school = (0..read.len()).any(|at| norm(at) == "truong");
    let found = (0..read.len()).filter_map(of);
    found.filter(|level| names_school || *level != 0).collect()
}

/// The names that are the ends of a way: with `đến`, `tới`, `đi` or a dash between them.
fn ends(
    read: &Said,
    names: &[(usize, usize)],
    own: &[(&'static str, usize, usize)],
) -> Vec<(usize, usize)> {
    const BETWEEN: [&str; 6] = ["den", "di", "sang", "to", "toi", "ve"];
    let of_own = own.iter().map(|(_, from, to)| (*from, *to));
    let mut all: Vec<(usize, usize)> = names.iter().copied().chain(of_own).collect();
    all.sort_unstable();
    all.dedup_by(|later, earlier| later.0 < earlier.1);
    let leads = |(_, to): (usize, usize), (from, _): (usize, usize)| {
        let is_near = from - to <= 3;
        let says = (to..from).any(|at| BETWEEN.contains(&read.norm(at)));
        is_near && (says || (to..=from).any(|at| read.is_dashed(at)))
    };
    let pairs = all.windows(2).filter(|pair| leads(pair[0], pair[1]));
    pairs.flat_map(|pair| [pair[0], pair[1]]).collect()
}

/// Names of one word after the marker of a small place: `thôn Thượng`, `chợ Gạo`; of two ends of a way, both.
fn single_names(read: &Said) -> impl Iterator<Item = (String, String)> {
    let upper = |at: usize| read.written(at).starts_with(char::is_uppercase);
    let small = (0..read.len()).any(|at| !upper(at) && !read.norm(at).starts_with('#'));
    (1..read.len()).filter_map(move |at| {
        let mut first = at;
        while first > 1 && upper(first - 1) && read.is_dashed(first) {
            first -= 1;
        }
        let marker = read.norm(first - 1);
        let is_one = small && upper(at) && !(upper(at + 1) && read.is_adjacent(at + 1));
        let follows =
            SINGLE.contains(&marker) && read.is_adjacent(first) && is_name_like(read.norm(at));
        let is_hamlet = read.norm(at + 1) == "hamlet" && small && upper(at);
        if is_hamlet && !upper(at - 1) {
            return Some(("thon".to_owned(), read.norm(at).to_owned()));
        }
        // `Cầu Đình`: a name, although an `đình` may have a name of its own.
        let not_itself = !MARKERS.contains(&read.norm(at)) || marker == "cau";
        (is_one && follows && not_itself)
            .then(|| (one_marker(marker).to_owned(), read.norm(at).to_owned()))
    })
}

/// Whether a number is that of a house: `trước 120 Quang Trung`.
fn house(read: &Said, number: usize) -> Option<&'static str> {
    let before = number.checked_sub(1).map_or("", |at| read.norm(at));
    let (first, second) = (read.norm(number + 1), read.norm(number + 2));
    let is_street = is_name_like(first)
        && is_name_like(second)
        && !is_talk((first, second))
        && !read.means(number + 1)
        && !numbers::is_counted(first);
    (BESIDE.contains(&before) && is_street).then_some("so")
}

/// The marker of a name that a number belongs to: `Cầu Tràm Cũ 4`, `trạm bơm Đồng Lớn 2`.
fn name_with_number(read: &Said, number: usize) -> Option<&str> {
    let upper = |at: usize| read.written(at).starts_with(char::is_uppercase);
    let name = (0..number)
        .rev()
        .take(4)
        .take_while(|at| read.is_adjacent(at + 1))
        .take_while(|at| upper(*at) && !SINGLE.contains(&read.norm(*at)))
        .count();
    let before = number.checked_sub(name + 1).map_or("", |at| read.norm(at));
    let counts = numbers::is_counted(read.norm(number + 1));
    (name > 0 && SINGLE.contains(&before) && !counts).then(|| one_marker(before))
}

/// The marker before a number: `ngõ 5`, `ngõ số 5`, `tổ dân phố 5`.
fn marker(read: &Said, number: usize) -> Option<&str> {
    let before = |back: usize| number.checked_sub(back).map_or("", |at| read.norm(at));
    let marker = match (before(3), before(2), before(1)) {
        ("to", "dan", "pho") | ("dan", "pho", "so") => "to",
        (_, "quoc", "lo") | (_, "nation", "road") => "ql",
        (_, "tinh", "lo") | (_, "duong", "tinh") | (_, "provinci", "road") => "tl",
        (_, "huong" | "huyen", "lo") | (_, "duong", "huyen") => "hl",
        // Short for a road of the province, which is read as one for a telephone.
        (_, "dien", "thoai") if read.is_road(number - 2) => "tl",
        (_, _, "dt" | "dh") if read.norm(number).len() > 5 => return None,
        (_, marker, "so") if NUMBERED.contains(&marker) => marker,
        (_, _, marker) => marker,
    };
    NUMBERED.contains(&marker).then(|| one_marker(marker))
}

/// One word for a thing that is called so here and so there.
pub(super) fn one_marker(marker: &str) -> &str {
    match marker {
        "hem" | "kiet" | "lane" | "alley" => "ngo",
        "kinh" => "kenh",
        "buyt" | "bu" => "bus",
        "tdp" | "group" => "to",
        "kp" => "pho",
        "highway" | "rout" => "ql",
        "dt" | "tinh" => "tl",
        "dh" => "hl",
        "road" => "lo",
        "hamlet" | "villag" => "thon",
        other => other,
    }
}
