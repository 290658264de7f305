//! The marks that begin points of a list: at the beginning of a line, or inside one.

use std::sync::LazyLock;

use super::MOST;
use crate::domain::text;

/// A mark that may begin a point, as bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) start: usize,
    /// Where the words of the point begin.
    pub(super) end: usize,
    pub(super) style: Style,
    /// Its place in the list, from one; nothing for signs.
    number: Option<usize>,
    /// It begins a line.
    begins_line: bool,
    /// Nothing before it carries the number, such as "số" or "ngõ".
    is_free: bool,
}

/// Marks of one list look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `1.`, `2)`, `(3)`, `4/`, `5-`.
    Number,
    /// `1️⃣`, `①`, `❶`.
    Keycap,
    /// `a)`, `B.`.
    Letter,
    /// `I.`, `iv)`.
    Roman,
    /// `Câu 1:`, `Ý 2:`.
    Named,
    /// `Thứ nhất`.
    Ordinal,
    /// `Một là`.
    Counted,
    /// `-`, `+`, `•`.
    Sign(char),
}

/// How points are counted in words.
pub(super) const WORDS: [(&str, &str); MOST] = [
    ("một là", "thứ nhất"),
    ("hai là", "thứ hai"),
    ("ba là", "thứ ba"),
    ("bốn là", "thứ tư"),
    ("năm là", "thứ năm"),
    ("sáu là", "thứ sáu"),
    ("bảy là", "thứ bảy"),
    ("tám là", "thứ tám"),
];

/// Words that stand before the number of a point.
const NAMES: [&str; 12] = [
    "ý kiến",
    "câu hỏi",
    "kiến nghị",
    "nội dung",
    "vấn đề",
    "câu",
    "ý",
    "điểm",
    "việc",
    "mục",
    "question",
    "point",
];

/// Signs that begin lines and stand in sentences, too.
const COMMON_SIGNS: [char; 6] = ['-', '–', '—', '+', '*', '~'];

/// Signs that stand before points only; the last ones are Word's.
const LIST_SIGNS: [char; 38] = [
    '•', '‣', '●', '○', '◦', '▪', '▫', '■', '□', '◆', '◇', '➢', '➤', '►', '▶', '→', '✓', '✔', '✅',
    '☑', '👉', '🔹', '🔸', '🔷', '🔶', '📌', '⁃', '∙', '❖', '✦', '\u{f0b7}', '\u{f0a7}',
    '\u{f0d8}', '\u{f076}', '\u{f02d}', '\u{f0fc}', '\u{f06c}', '\u{f071}',
];

/// Letters that count, as they follow each other in Vietnamese and in English.
const ALPHABETS: [[char; MOST]; 2] = [
    ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h'],
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
];

const ROMANS: [&str; MOST] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"];

/// Every mark that may begin a point, in order.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut begins_line = true;
    let mut before = None;
    for (at, sign) in text.char_indices() {
        // A mark begins a word.
        let begins_word = before.is_none_or(|before: char| !text::is_alphanumeric(before));
        if begins_word && !sign.is_whitespace() && !is_variant(sign) {
            found.extend(at_place(text, at, begins_line));
            begins_line = false;
        }
        begins_line |= sign == '\n';
        before = Some(sign);
    }
    found
}

/// The number of the point that a line begins.
pub(super) fn first_number(line: &str) -> Option<usize> {
    let counts = |mark: &Mark| !matches!(mark.style, Style::Letter | Style::Roman | Style::Sign(_));
    let found = at_place(line, 0, true).into_iter().find(counts);
    found.and_then(|mark| mark.number)
}

/// The lists that these marks may be: marks of one style in their order, the style that begins first before others,
/// and whole lines before marks inside of them.
pub(super) fn lists(marks: &[Mark]) -> Vec<Vec<Mark>> {
    let mut styles: Vec<Style> = Vec::new();
    for mark in marks {
        if !styles.contains(&mark.style) && mark.number.is_none_or(|number| number == 1) {
            styles.push(mark.style);
        }
    }
    let of = |lines_only: bool| {
        styles.iter().map(move |style| {
            let alike = marks
                .iter()
                .filter(|mark| mark.style == *style && (mark.begins_line || !lines_only));
            in_order(alike)
        })
    };
    of(true)
        .chain(of(false))
        .filter(|list| list.len() > 1)
        .collect()
}

fn in_order<'a>(marks: impl Iterator<Item = &'a Mark>) -> Vec<Mark> {
    let mut list: Vec<Mark> = Vec::new();
    for mark in marks {
        if mark.number.is_none_or(|number| number == list.len() + 1)
            && (mark.is_free || !list.is_empty())
        {
            list.push(*mark);
        }
    }
    list
}

/// Joiners and variation selectors belong to the sign before them.
fn is_variant(sign: char) -> bool {
    matches!(sign, '\u{fe0f}' | '\u{20e3}' | '\u{200d}' | '\u{200b}')
}

fn at_place(text: &str, at: usize, begins_line: bool) -> Vec<Mark> {
    let rest = text.get(at..).unwrap_or_default();
    let mark = |(style, number, len): (Style, Option<usize>, usize)| Mark {
        start: at,
        end: at + len,
        style,
        number,
        begins_line,
        is_free: begins_line || follows_freely(text, at),
    };
    let mut found: Vec<Mark> = Vec::new();
    found.extend(sign(rest, begins_line).map(mark));
    found.extend(keycap(rest).map(mark));
    // In a list that has begun, "… cả tháng 3. Trạm y tế …" goes on with point 3.
    let goes_on = |found: &Mark| {
        let next = text
            .get(found.end..)
            .unwrap_or_default()
            .trim_start()
            .chars()
            .next();
        found.is_free || rest.starts_with('(') || next.is_some_and(char::is_uppercase)
    };
    found.extend(number(rest).map(mark).filter(goes_on));
    let letters = letters(rest, begins_line).into_iter().map(mark);
    found.extend(letters.filter(|mark| mark.is_free));
    if begins_line || ends_clause(text, at) {
        found.extend(words(rest).map(mark));
    }
    found
}

type Found = (Style, Option<usize>, usize);

fn sign(rest: &str, begins_line: bool) -> Option<Found> {
    let first = rest.chars().next()?;
    let len = first.len_utf8();
    let tail = rest.get(len..)?.trim_start_matches(is_variant);
    let next = tail.chars().next()?;
    let is_mark = if LIST_SIGNS.contains(&first) {
        next != first
    } else {
        begins_line
            && COMMON_SIGNS.contains(&first)
            && (next.is_whitespace() || next.is_alphabetic())
    };
    is_mark.then_some((Style::Sign(first), None, rest.len() - tail.len()))
}

fn keycap(rest: &str) -> Option<Found> {
    let first = rest.chars().next()?;
    let tail = rest.get(first.len_utf8()..)?;
    let after = tail.trim_start_matches(is_variant);
    let number = match first {
        '1'..='8' if tail.starts_with(['\u{fe0f}', '\u{20e3}']) => {
            u32::from(first) - u32::from('0')
        }
        '①'..='⑧' => u32::from(first) - u32::from('①') + 1,
        '⑴'..='⑻' => u32::from(first) - u32::from('⑴') + 1,
        '⒈'..='⒏' => u32::from(first) - u32::from('⒈') + 1,
        '❶'..='❽' => u32::from(first) - u32::from('❶') + 1,
        '➀'..='➇' => u32::from(first) - u32::from('➀') + 1,
        '➊'..='➑' => u32::from(first) - u32::from('➊') + 1,
        _ => return None,
    };
    let signs = after.trim_start_matches(['.', ')', ':', '-', '/']);
    let number = usize::try_from(number).ok()?;
    Some((Style::Keycap, Some(number), rest.len() - signs.len()))
}

/// `1.`, `(1)`, `1 -`: no digit follows, as in dates, sums and decimals.
fn number(rest: &str) -> Option<Found> {
    let open = rest.strip_prefix(['(', '[']).unwrap_or(rest);
    let digits: &str =
        &open[..open.len() - open.trim_start_matches(|c: char| c.is_ascii_digit()).len()];
    let number: usize = digits
        .parse()
        .ok()
        .filter(|number| (1..=MOST).contains(number))?;
    if digits.len() > 2 {
        return None;
    }
    let after = open.get(digits.len()..)?;
    let signs = closing(after, open.len() < rest.len())?;
    Some((Style::Number, Some(number), rest.len() - signs.len()))
}

/// What follows the signs after a number or letter.
fn closing(after: &str, is_open: bool) -> Option<&str> {
    let spaced = after.strip_prefix([' ', '\u{a0}']).unwrap_or(after);
    let signs: &[char] = if is_open {
        &[')', ']']
    } else {
        &['.', ')', '/', ':', '-', '–', '\\']
    };
    let first = spaced.chars().next().filter(|c| signs.contains(c))?;
    // `1 . Đường`, `1 - Đường`; but `1 (…)` and `1 /2` are none.
    if spaced.len() < after.len() && !matches!(first, '.' | '-' | '–' | ':') {
        return None;
    }
    let rest = spaced.trim_start_matches(['.', ')', ']', '/', ':', '-', '–', '\\']);
    let next = rest.chars().next()?;
    (!next.is_ascii_digit()).then_some(rest)
}

fn letters(rest: &str, begins_line: bool) -> Vec<Found> {
    let open = rest.strip_prefix('(').unwrap_or(rest);
    let is_open = open.len() < rest.len();
    let letters = open.char_indices().take(5);
    let end = letters
        .take_while(|(_, c)| c.is_alphabetic())
        .last()
        .map_or(0, |(at, c)| at + c.len_utf8());
    let (word, after) = open.split_at(end);
    let is_sure =
        is_open || after.starts_with(')') || begins_line && after.starts_with(['.', '/', '-', ':']);
    let Some(tail) = is_sure.then(|| closing(after, is_open)).flatten() else {
        return Vec::new();
    };
    let len = rest.len() - tail.len();
    let lower = word.to_lowercase();
    let mut found = Vec::new();
    if let Some(at) = ROMANS.iter().position(|roman| *roman == lower) {
        found.push((Style::Roman, Some(at + 1), len));
    }
    let mut chars = lower.chars();
    if let (Some(letter), None) = (chars.next(), chars.next()) {
        let mut places: Vec<usize> = ALPHABETS
            .iter()
            .filter_map(|letters| letters.iter().position(|known| *known == letter))
            .collect();
        places.dedup();
        found.extend(
            places
                .into_iter()
                .map(|at| (Style::Letter, Some(at + 1), len)),
        );
    }
    found
}

/// "Câu 1:", and numbers in words, which stay with their point.
fn words(rest: &str) -> Option<Found> {
    if let Some((style, number)) = counted(rest) {
        return Some((style, Some(number), 0));
    }
    let lower = beginning(rest);
    let begins = |(name, folded): &&(&str, String)| {
        lower.starts_with(name) || lower.starts_with(folded.as_str())
    };
    let (name, _) = FOLDED_NAMES.iter().find(begins)?;
    let letters = name.chars().count();
    let named: usize = rest.chars().take(letters).map(char::len_utf8).sum();
    let after = rest.get(named..)?;
    let spaced = after.trim_start_matches([' ', '\u{a0}']);
    if let Some((Style::Ordinal, number)) = counted(spaced) {
        return Some((Style::Ordinal, Some(number), 0));
    }
    let (style, number, len) = number(spaced)?;
    (spaced.len() < after.len() && style == Style::Number).then_some((
        Style::Named,
        number,
        rest.len() - spaced.len() + len,
    ))
}

/// The number in words that a text begins with.
fn counted(rest: &str) -> Option<(Style, usize)> {
    let lower = beginning(rest);
    let ends = |word: &str| {
        let after = lower.strip_prefix(word);
        after.is_some_and(|after| after.starts_with([' ', '\u{a0}', ',', ':', '.', '-', '\n']))
    };
    let found = FOLDED_WORDS.iter().find(|(word, ..)| ends(word))?;
    Some((found.1, found.2))
}

/// [`WORDS`] with marks and without.
static FOLDED_WORDS: LazyLock<Vec<(String, Style, usize)>> = LazyLock::new(|| {
    let both = |word: &str| [word.to_owned(), text::fold(word)];
    let all = WORDS
        .iter()
        .zip(1..)
        .flat_map(|((counted, ordinal), number)| {
            let counted = both(counted).map(|word| (word, Style::Counted, number));
            counted
                .into_iter()
                .chain(both(ordinal).map(|word| (word, Style::Ordinal, number)))
        });
    all.collect()
});

static FOLDED_NAMES: LazyLock<Vec<(&str, String)>> =
    LazyLock::new(|| NAMES.iter().map(|name| (*name, text::fold(name))).collect());

/// Enough of a text for any word that counts, in lower case.
fn beginning(rest: &str) -> String {
    let end = rest.char_indices().nth(24).map_or(rest.len(), |(at, _)| at);
    rest.get(..end).unwrap_or_default().to_lowercase()
}

/// Whether a number here may count points: no "số", "ngõ" or the like stands before it.
fn follows_freely(text: &str, at: usize) -> bool {
    let Some(before) = text.get(..at) else {
        return false;
    };
    let trimmed = before.trim_end_matches([' ', '\u{a0}', '\t']);
    let Some(last) = trimmed.chars().next_back() else {
        return true;
    };
    if !text::is_alphanumeric(last) {
        return !matches!(last, '/' | '-' | '+' | '(' | '#');
    }
    let word = trimmed
        .rsplit(|c: char| !text::is_alphanumeric(c))
        .next()
        .unwrap_or_default();
    trimmed.len() < before.len()
        && !last.is_numeric()
        && NUMBERED_THINGS
            .binary_search(&text::fold(word).as_str())
            .is_err()
}

/// Things that carry numbers of their own.
const NUMBERED_THINGS: [&str; 53] = [
    "ap", "bac", "ban", "buon", "ca", "cap", "cau", "chuong", "cong", "dieu", "doan", "doi", "don",
    "dot", "duong", "giai", "hang", "hem", "kenh", "khoa", "khoan", "khom", "khu", "kiet", "km",
    "ky", "lan", "lo", "loai", "lop", "luc", "muc", "nam", "ngach", "ngay", "ngo", "nhom", "pho",
    "phuong", "ql", "quan", "quy", "so", "tang", "tdp", "thang", "thon", "thu", "to", "tram",
    "tuyen", "vung", "xom",
];

/// Whether a clause ends before this place.
fn ends_clause(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end();
    before
        .chars()
        .next_back()
        .is_none_or(|last| !text::is_alphanumeric(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_of_a_number_is_that_number() {
        for row in [
            "①②③④⑤⑥⑦⑧",
            "⑴⑵⑶⑷⑸⑹⑺⑻",
            "⒈⒉⒊⒋⒌⒍⒎⒏",
            "❶❷❸❹❺❻❼❽",
            "➀➁➂➃➄➅➆➇",
            "➊➋➌➍➎➏➐➑",
        ] {
            for (number, sign) in (1..).zip(row.chars()) {
                assert_eq!(
                    keycap(&format!("{sign} Đường")),
                    Some((Style::Keycap, Some(number), sign.len_utf8()))
                );
            }
        }
        let pressed = "3\u{fe0f}\u{20e3}";
        assert_eq!(
            keycap(&format!("{pressed}. Đường")),
            Some((Style::Keycap, Some(3), pressed.len() + 1))
        );
        for none in ["3", "3 Đường", "3\u{200b} Đường", "9\u{20e3}", "⑨", "a", ""] {
            assert_eq!(keycap(none), None, "{none:?}");
        }
    }

    #[test]
    fn numbers_letters_and_words_begin_a_point_only_with_their_sign() {
        let numbered = |number, len| Some((Style::Number, Some(number), len));
        assert_eq!(number("1 - Đường"), numbered(1, 3));
        assert_eq!(number("1 /a"), None);
        let first = vec![(Style::Letter, Some(1), 2)];
        assert_eq!(letters("a) Đường", false), first);
        assert_eq!(letters("a. Đường", true), first);
        assert_eq!(letters("a. Đường", false), []);
        assert_eq!(letters("(a. Đường", true), []);
        let named = Some((Style::Named, Some(1), "Câu 1:".len()));
        assert_eq!(words("Câu 1: Đường"), named);
        assert_eq!(words("Câu1: Đường"), None);
    }

    #[test]
    fn a_number_is_free_where_nothing_before_it_carries_it() {
        let at_end = |before: &str| follows_freely(&format!("{before}1. Đường"), before.len());
        for before in ["", "\n", "Xin: ", "bị ngập "] {
            assert!(at_end(before), "{before:?}");
        }
        for before in ["- ", "ngập", "thôn ", "tháng 3 "] {
            assert!(!at_end(before), "{before:?}");
        }
        assert!(ends_clause("ngập, thứ nhất", "ngập, ".len()));
        assert!(!ends_clause("ngập thứ nhất", "ngập ".len()));
        assert_eq!(marks("x1. Đường"), [], "inside a word");
    }

    #[test]
    fn lists_have_two_points_or_more_and_stand_in_their_order() {
        let found = |text: &str| lists(&marks(text));
        assert_eq!(found("1. Đường"), Vec::<Vec<Mark>>::new());
        assert_eq!(found("1. Đường\n2. Đèn\n1. Cầu").len(), 2);
        let mixed = found("1. Đường\na) Đèn\nb) Cầu\n2. Chợ");
        assert_eq!(mixed[0][0].style, Style::Number, "it begins first");
        let lines = found("1. Đường 2. Đèn\n2. Cầu");
        assert!(lines[0][1].begins_line, "lines before what stands in them");
    }

    #[test]
    fn numbered_things_are_sorted() {
        assert!(NUMBERED_THINGS.is_sorted());
    }
}
