//! Names of people: after the words that announce them, alone by their family name, under a letter.

use super::{
    Level, Spans,
    known::{is_namesake, is_no_name, is_pair},
    lexicon::{
        COMMON, DIGIT, GIVEN, MIDDLE, OFFICE, PLACE, PRONOUN, RARE_SURNAME, SIGNER, SURNAME, TITLE,
        Traits, WEAK_TITLE,
    },
    words::{Case, Read, Token},
};

const ANY_SURNAME: Traits = SURNAME | RARE_SURNAME;
/// A name has at most so many words.
const MAX_WORDS: usize = 6;
/// The same if it is written small.
const MAX_SMALL_WORDS: usize = 4;

/// How sure the words before say that a name comes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    /// "Tên là": whatever comes is a name.
    ByName,
    /// "Ông", "tôi là": a name, an office or something else.
    ByTitle,
    /// "Con", "trưởng thôn": only a full name with its family name.
    Weakly,
}

/// Finds names.
pub(super) fn find(read: &Read<'_>, level: Level, spans: &mut Spans) {
    let mut at = 0;
    while at < read.len() {
        let found = announced(read, at).or_else(|| alone(read, at, level));
        at = match found {
            Some((from, to)) => {
                spans.hide(read, from, to);
                companions(read, to, spans)
            }
            None => at + 1,
        };
    }
}

/// The name that the word here announces: its first token and the one after its last.
fn announced(read: &Read<'_>, at: usize) -> Option<(usize, usize)> {
    if !read.is_word(at) {
        return None;
    }
    let before = read.get(at)?.case;
    [by_name, by_self, by_title, by_office]
        .iter()
        .find_map(|announces| {
            let (first, said) = announces(read, at)?;
            if read.gap(first).contains('…') {
                return None;
            }
            Some((first, name(read, first, said, before)?))
        })
}

/// "Tên tôi là …", "họ và tên: …", "tên cháu …", "my name is …".
fn by_name(read: &Read<'_>, at: usize) -> Option<(usize, Said)> {
    if read.says(at, "name") && read.says(at + 1, "is") && read.follows(at + 1) {
        return Some((at + 2, Said::ByName));
    }
    if !read.says(at, "ten") || is_of_thing(read, at) {
        return None;
    }
    let mut next = at + 1;
    while next < at + 4
        && read.follows(next)
        && (read.is(next, PRONOUN | TITLE) && !read.is_capital(next)
            || !read.is_capital(next)
                && ["that", "goi", "khai", "sinh", "day", "du", "thuong"]
                    .iter()
                    .any(|word| read.says(next, word)))
    {
        next += 1;
    }
    if read.says(next, "la") && read.follows(next) {
        return Some((after_title(read, next + 1), Said::ByName));
    }
    let colon = read.gap(next).contains([':', '-', '–', '=']) && read.is_announced(next);
    let capital = read.is_capital(next) && read.follows(next);
    // "toi ten binh, …".
    let own = read.is_before(at, PRONOUN) && read.follows(next);
    let small = next > at + 1 && read.follows(next) && read.is(next, ANY_SURNAME | GIVEN);
    let said = if colon || own {
        Said::ByName
    } else {
        Said::ByTitle
    };
    (colon || own || capital || small).then_some((next, said))
}

/// Where the name begins behind a title that is no part of it: "tên là bé Na".
fn after_title(read: &Read<'_>, at: usize) -> usize {
    let named = read.gap(at + 1).contains('…') || read.is_capital(at + 1) && read.follows(at + 1);
    at + usize::from(read.is(at, TITLE) && !read.is_capital(at) && named)
}

/// Whether "tên" here is of a street, a school, a firm.
fn is_of_thing(read: &Read<'_>, at: usize) -> bool {
    let mut before = at;
    for _ in 0..6 {
        if before == 0 || !read.follows(before) {
            return false;
        }
        before -= 1;
        if read.is(before, PLACE)
            || ["mang", "dat", "doi", "cua", "bang"]
                .iter()
                .any(|word| read.says(before, word))
        {
            return true;
        }
        if read.is(before, PRONOUN | TITLE) {
            return false;
        }
    }
    false
}

/// "Tôi là …", "Tôi, Nguyễn Văn Bình, …", "I am …".
fn by_self(read: &Read<'_>, at: usize) -> Option<(usize, Said)> {
    let next = at + 1;
    if read.is(at, PRONOUN) {
        if read.says(next, "la") && read.follows(next) {
            return Some((next + 1, Said::ByTitle));
        }
        let gap = read.gap(next);
        let apart = matches!(gap.trim(), "," | ":" | "-" | "–" | "(") && gap.len() <= 5;
        return (apart || read.follows(next)).then_some((next, Said::Weakly));
    }
    let english = read.says(at, "i")
        && (read.says(next, "am") && read.follows(next)
            || read.says(next, "m") && read.gap(next).len() < 4)
        || read.says(at, "this") && read.says(next, "is") && read.follows(next);
    (english && read.is_capital(next + 1)).then_some((next + 1, Said::ByTitle))
}

/// "Ông …", "chị …", "Mr. …"; of several titles the last announces.
fn by_title(read: &Read<'_>, at: usize) -> Option<(usize, Said)> {
    if is_short(read, at) && !read.is(at, TITLE) {
        return by_short_title(read, at);
    }
    if !read.is(at, TITLE | WEAK_TITLE) {
        return None;
    }
    // "Đường Bà Triệu", "xã Anh Sơn": the title is part of a place's name.
    if read.is_capital(at) && read.is_before(at, PLACE) {
        return None;
    }
    // "ho chi minh".
    if !read.is_capital(at) && read.written(at).is_ascii() && read.is_before(at, SURNAME) {
        return None;
    }
    let next = at + 1;
    let gap = read.gap(next);
    if !(read.follows(next) || matches!(gap, ". " | "." | ": " | ":"))
        || gap.starts_with('.') && !is_short(read, at)
    {
        return None;
    }
    let keys = keys(read, at, at + 2);
    if is_pair(&keys) && !read.is_capital(next) {
        return None;
    }
    if is_no_name(&keys) && (read.is_capital(at) || keys.first() == Some(&super::words::key("bac")))
    {
        return None;
    }
    let said = if read.is(at, TITLE) {
        Said::ByTitle
    } else {
        Said::Weakly
    };
    Some((next, said))
}

/// "a Tuấn", "Ô. Bình".
fn by_short_title(read: &Read<'_>, at: usize) -> Option<(usize, Said)> {
    let next = at + 1;
    let small = !read.is_capital(at) && matches!(read.gap(next), " " | ". " | ".");
    let dotted = read.is_capital(at)
        && matches!(read.gap(next), "." | ". ")
        && !read.is_before(at, PLACE | ANY_SURNAME);
    let name =
        read.is_capital(next) && read.is(next, ANY_SURNAME | GIVEN) && !read.gap(at).is_empty();
    ((small || dotted)
        && (name || at == 0 && read.is(next, ANY_SURNAME | GIVEN))
        && read.is_capital(next))
    .then_some((next, Said::ByTitle))
}

/// Titles that are written with a letter, and a full stop.
fn is_short(read: &Read<'_>, at: usize) -> bool {
    matches!(
        read.written(at),
        "a" | "A" | "b" | "B" | "c" | "C" | "e" | "E" | "O" | "ô" | "Ô"
    ) || ["mr", "mrs", "ms"].iter().any(|word| read.says(at, word))
}

/// "Người làm đơn", "ký tên", "trưởng thôn", "chủ hộ": a full name may follow, under it, too.
fn by_office(read: &Read<'_>, at: usize) -> Option<(usize, Said)> {
    let next = at + 1;
    let voter = read.says(at, "tri") && at > 0 && read.says(at - 1, "cu");
    if (voter || read.is(at, SIGNER)) && !(read.says(at, "ten") && is_of_thing(read, at)) {
        let gap = read.gap(next);
        let fits = gap.len() <= 12 && !gap.contains(['.', ',', '!', '?']) && !gap.is_empty();
        return fits.then_some((next, Said::Weakly));
    }
    let head = ["truong", "pho", "thu", "tich", "nhiem"];
    let of_place = read.is(at, PLACE | OFFICE)
        && at > 0
        && head.iter().any(|word| read.says(at - 1, word))
        && (read.written(at - 1).is_ascii() || read.is(at - 1, WEAK_TITLE));
    (of_place && read.follows(next)).then_some((next, Said::Weakly))
}

/// Where the name that begins here ends.
fn name(read: &Read<'_>, first: usize, said: Said, before: Case) -> Option<usize> {
    if !read.is_word(first) {
        return None;
    }
    let shouted = before == Case::Upper && read.get(first)?.case == Case::Upper;
    if !read.is_capital(first) || shouted {
        return small_name(read, first, said);
    }
    let to = capitals(read, first);
    let words = keys(read, first, to);
    let full = read.is(first, ANY_SURNAME) && to - first >= 2;
    let person = is_person(read, first, to);
    let office = read.is(first, OFFICE) && !(full && person);
    if to == first
        || office
        || is_pair(&keys(read, first, first + 2))
        || is_initials(read, first, to)
    {
        return None;
    }
    match said {
        Said::ByName => Some(to),
        // "Chủ tịch Hồ Chí Minh", "bác Tôn Đức Thắng" named alone are history.
        Said::ByTitle => (!is_no_name(&words)).then_some(to),
        Said::Weakly => {
            let known = full
                && (person || to - first >= 3 && read.is(first, SURNAME))
                && !is_namesake(&words);
            known.then_some(to)
        }
    }
}

/// The end of a run of capitalised words.
fn capitals(read: &Read<'_>, first: usize) -> usize {
    let mut to = first;
    while to < first + MAX_WORDS && read.is_capital(to) && is_joined(read, first, to) {
        // "Bình Thôn 3", "Lan Phường Đồng Văn"; but "Phạm Văn Đồng".
        let place = to > first
            && read.is(to, PLACE | OFFICE)
            && !read.is(to, MIDDLE)
            && !read.is(to - 1, MIDDLE)
            && read.follows(to + 1)
            && (read.is_number(to + 1)
                || read.is_capital(to + 1) && !read.is(to + 1, GIVEN) && to - first >= 2);
        if place || to > first && is_pair(&keys(read, to, to + 2)) && read.is_before(to, GIVEN) {
            break;
        }
        to += 1;
    }
    to
}

/// Whether the word belongs to the name before it: only spaces, or the full stop of an initial.
fn is_joined(read: &Read<'_>, first: usize, at: usize) -> bool {
    at == first
        || read.follows(at)
        || match read.gap(at) {
            "-" => true,
            "." | "'" | "’" => read.get(at - 1).is_some_and(|word| word.len <= 2),
            ". " => at - first <= 2 && read.get(at - 1).is_some_and(|word| word.len == 1),
            _ => false,
        }
}

/// Whether a run of words is a person's name for sure: family name with "Văn" or "Thị", or with a given name last.
fn is_person(read: &Read<'_>, first: usize, to: usize) -> bool {
    read.is(first, ANY_SURNAME)
        && to - first >= 2
        && (to - first >= 3 && read.is(first + 1, MIDDLE)
            || read.is(first, SURNAME)
                && read.is(to - 1, GIVEN)
                && (first + 1..to).all(|at| read.is(at, GIVEN | MIDDLE | ANY_SURNAME)))
}

/// "N.V.B." hides its person already.
fn is_initials(read: &Read<'_>, first: usize, to: usize) -> bool {
    (first..to).all(|at| read.get(at).is_some_and(|word| word.len == 1))
        && read.gap(to).starts_with('.')
}

/// The end of a name written like the words around it.
fn small_name(read: &Read<'_>, first: usize, said: Said) -> Option<usize> {
    let case = read.get(first)?.case;
    // "LÊ THỊ C": a capital alone is as large as the words around it.
    let is_alike = |word: &Token| word.case == case || case == Case::Upper && word.len == 1;
    let goes_on = |at: usize| {
        at < first + MAX_SMALL_WORDS && read.follows(at) && read.get(at).is_some_and(is_alike)
    };
    if said == Said::ByName {
        if read.is(first, COMMON) && !read.is(first, ANY_SURNAME | GIVEN)
            || read.is(first, OFFICE) && !read.is(first, ANY_SURNAME)
        {
            return None;
        }
        let mut to = first + 1;
        // "gia bảo.": a common word is a name's last where the sentence ends with it.
        let is_last = |at: usize| read.is(at, GIVEN) && !read.follows(at + 1);
        while goes_on(to) && (!read.is(to, COMMON) || read.is(to - 1, MIDDLE) || is_last(to)) {
            to += 1;
        }
        return Some(to);
    }
    let is_surname = read.is(first, ANY_SURNAME);
    if is_surname && goes_on(first + 1) && read.is(first + 1, MIDDLE) && goes_on(first + 2) {
        let mut to = first + 3;
        while goes_on(to) && read.is(to, GIVEN) && !read.is(to, COMMON) {
            to += 1;
        }
        return Some(to);
    }
    if is_surname && said != Said::Weakly {
        let mut to = first + 1;
        while goes_on(to) && read.is(to, GIVEN) && !read.is(to, COMMON) {
            to += 1;
        }
        return (to >= first + 2).then_some(to);
    }
    let ends = |at: usize| !read.follows(at) || read.is(at, COMMON) || !read.is_word(at);
    (said == Said::ByTitle
        && read.is(first, GIVEN)
        && !read.is(first, COMMON | DIGIT)
        && ends(first + 1))
    .then_some(first + 1)
}

/// A full name that nothing announces: "Nguyễn Văn Bình, thôn 3"; for the public less sure ones, too.
fn alone(read: &Read<'_>, first: usize, level: Level) -> Option<(usize, usize)> {
    if !read.is(first, ANY_SURNAME)
        || !read.is_capital(first)
        || first > 0
            && read.is_capital(first - 1)
            && read.follows(first)
            && !read.is(first - 1, PLACE | OFFICE | TITLE | WEAK_TITLE)
    {
        return None;
    }
    let to = capitals(read, first);
    let sure = to - first >= 3 && read.is(first + 1, MIDDLE);
    let likely = to - first >= 3 && is_person(read, first, to);
    let hides = sure || likely && level == Level::Public;
    (hides && !is_namesake(&keys(read, first, to)) && !is_place(read, first, 0))
        .then_some((first, to))
}

/// Whether the name is a place's: after a word for one, or in a row of such names.
fn is_place(read: &Read<'_>, first: usize, depth: usize) -> bool {
    if first == 0 || depth > 6 {
        return false;
    }
    let named = read.is(first - 1, PLACE)
        || read.says(first - 1, "vien") && first > 1 && read.says(first - 2, "cong")
        || read.says(first - 1, "ten") && is_of_thing(read, first - 1);
    if named && read.is_announced(first) {
        return true;
    }
    let row = matches!(read.gap(first).trim(), "," | "-" | "–" | "/")
        || read.follows(first)
            && ["va", "voi", "giao", "den"]
                .iter()
                .any(|word| read.says(first - 1, word));
    if !row {
        return false;
    }
    let mut start = if read.is_capital(first - 1) {
        first
    } else {
        first - 1
    };
    while start > 0
        && read.is_capital(start - 1)
        && (start == first || read.gap(start).trim().is_empty())
        && !read.is(start - 1, PLACE)
    {
        start -= 1;
    }
    start < first && is_place(read, start, depth + 1)
}

/// Names beside a hidden one: "ông Bình và Trần Văn Hùng". Gives where to read on.
fn companions(read: &Read<'_>, mut at: usize, spans: &mut Spans) -> usize {
    for _ in 0..8 {
        let gap = read.gap(at).trim();
        let first = if gap == "," || gap == ";" || gap == "+" || gap == "/" {
            at
        } else if read.follows(at)
            && ["va", "cung", "voi", "and"]
                .iter()
                .any(|word| read.says(at, word))
            && read.follows(at + 1)
        {
            at + 1
        } else {
            break;
        };
        if !read.is_capital(first) || read.is(first, OFFICE) && !read.is(first, ANY_SURNAME) {
            break;
        }
        let to = capitals(read, first);
        let full = is_person(read, first, to);
        let single = to == first + 1 && read.is(first, GIVEN);
        if !(full || single) {
            break;
        }
        spans.hide(read, first, to);
        at = to;
    }
    at
}

/// The keys of a run of words.
pub(super) fn keys(read: &Read<'_>, from: usize, to: usize) -> Vec<u64> {
    (from..to.min(read.len()))
        .filter_map(|at| read.get(at))
        .map(|token| token.key)
        .collect()
}
