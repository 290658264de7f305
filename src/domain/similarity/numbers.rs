//! Numbers as people write them: in digits or in words, where they count something or name a place.

use crate::domain::categorise::Normalised;

/// Words that a number follows which names a place.
const NAMED_BY_NUMBER: [&str; 18] = [
    "ap", "doi", "hem", "kenh", "khom", "khu", "kiet", "kinh", "km", "ngach", "ngo", "pho",
    "phuong", "so", "thon", "to", "tuyen", "xom",
];
/// What numbers count; those that are also parts of names count only where marks tell them apart.
const COUNTED: [&str; 15] = [
    "bua", "buoi", "gio", "hom", "km", "lan", "met", "nam", "ngay", "nghin", "nguoi", "thang",
    "tieng", "trieu", "tuan",
];
const COUNTED_WITH_MARKS: [&str; 11] = [
    "be", "cai", "can", "cay", "chau", "chiec", "dua", "em", "ho", "tre", "ty",
];
/// Numerals: folded, as written with marks, and what they count.
const NUMERALS: [(&str, &[&str], u8); 14] = [
    ("ba", &["ba"], 3),
    ("bay", &["bảy", "bẩy"], 7),
    ("bon", &["bốn"], 4),
    ("chin", &["chín"], 9),
    ("hai", &["hai"], 2),
    ("lam", &["lăm"], 5),
    ("mot", &["một", "mốt"], 1),
    ("muoi", &["mười", "mươi"], 10),
    ("nam", &["năm"], 5),
    ("nhat", &["nhất"], 1),
    ("nhut", &["nhứt"], 1),
    ("sau", &["sáu"], 6),
    ("tam", &["tám"], 8),
    ("tu", &["tư"], 4),
];

/// The number that begins with token `at`, and how many tokens it takes: `hai mươi bảy`, `12`, `08`.
pub(super) fn at(read: &Normalised, at: usize, has_marks: bool) -> Option<(u32, usize)> {
    let token = read.tokens.get(at)?;
    if read.norm_of(token) == "#n" {
        let written = read.written(token);
        let digits: String = written.chars().take_while(char::is_ascii_digit).collect();
        return digits.parse().ok().map(|number| (number, 1));
    }
    let numeral = |at| numeral(read, at, has_marks);
    let first = numeral(at)?;
    let below_hundred = |at| {
        Some(match (numeral(at)?, numeral(at + 1), numeral(at + 2)) {
            (10, Some(ones), _) if ones < 10 => (10 + ones, 2),
            (10, ..) => (10, 1),
            (tens, Some(10), Some(ones)) if ones < 10 => (tens * 10 + ones, 3),
            (tens, Some(10), _) => (tens * 10, 2),
            (ones, ..) => (ones, 1),
        })
    };
    // "hai trăm", "hai trăm lẻ năm", "hai trăm mười".
    let (number, len) = if first < 10 && read.norm(at + 1) == "tram" && is_hundred(read, at + 1) {
        let zero = usize::from(matches!(read.norm(at + 2), "le" | "linh"));
        let (rest, len) = below_hundred(at + 2 + zero).unwrap_or((0, 0));
        let len = if len == 0 { 2 } else { 2 + zero + len };
        (u32::from(first) * 100 + u32::from(rest), len)
    } else {
        let (number, len) = below_hundred(at)?;
        (u32::from(number), len)
    };
    let before = at.checked_sub(1).map_or("", |at| read.norm(at));
    let after = read.norm(at + len);
    let counts =
        COUNTED.binary_search(&after).is_ok() || has_marks && COUNTED_WITH_MARKS.contains(&after);
    let names = !counts && NAMED_BY_NUMBER.binary_search(&before).is_ok();
    (counts || names).then_some((number, len))
}

/// Whether a word is a number, in digits or as names have it in words: `Trung 1`, `Trung Một`, `Trung Nhất`.
pub(super) fn may_name(word: &str) -> bool {
    value(word).is_some()
}

/// Whether one is in digits what the other is in words.
pub(super) fn alike(one: &str, other: &str) -> bool {
    one.starts_with('#') != other.starts_with('#')
        && value(one).is_some_and(|number| value(other) == Some(number))
}

fn value(word: &str) -> Option<u32> {
    if let Some(digits) = word.strip_prefix('#') {
        return digits.parse().ok();
    }
    match word {
        "i" => Some(1),
        "ii" | "nhi" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        _ => {
            let found = NUMERALS.binary_search_by(|(folded, ..)| (*folded).cmp(word));
            found.ok().map(|at| u32::from(NUMERALS[at].2))
        }
    }
}

/// "hai trăm", not "hai trạm": without marks, either.
fn is_hundred(read: &Normalised, at: usize) -> bool {
    let written = read.tokens.get(at).map_or("", |token| read.written(token));
    written.is_ascii() || written.to_lowercase() == "trăm"
}

/// Whether a word is what numbers count.
pub(super) fn is_counted(word: &str) -> bool {
    COUNTED.contains(&word) || COUNTED_WITH_MARKS.contains(&word)
}

fn numeral(read: &Normalised, at: usize, has_marks: bool) -> Option<u8> {
    let token = read.tokens.get(at)?;
    let found = NUMERALS.binary_search_by(|(folded, ..)| (*folded).cmp(read.norm_of(token)));
    let (_, written, number) = NUMERALS[found.ok()?];
    let exact = || written.contains(&read.written(token).to_lowercase().as_str());
    (!has_marks || exact()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::categorise::normalise;

    #[test]
    fn lists_are_sorted() {
        assert!(NAMED_BY_NUMBER.is_sorted());
        assert!(COUNTED.is_sorted());
        assert!(NUMERALS.is_sorted_by_key(|(folded, ..)| *folded));
    }

    #[test]
    fn numbers_in_words_count_and_name() {
        for (text, word, expected) in [
            ("cống ngõ năm bị nghẹt", 2, Some((5, 1))),
            ("cong ngo nam bi nghet", 2, Some((5, 1))),
            ("hẻm hai mươi bảy ngập", 1, Some((27, 3))),
            ("tổ mười hai mất nước", 1, Some((12, 2))),
            ("hẻm hai trăm bị ngập", 1, Some((200, 2))),
            ("hem hai tram le nam bi ngap", 1, Some((205, 4))),
            ("ấp hai trạm y tế", 1, Some((2, 1))),
            ("mất nước ba bữa rày", 2, Some((3, 1))),
            ("xe buýt số 08 bỏ chuyến", 3, Some((8, 1))),
            ("đường vào ngõ Nam", 3, None),
            ("thôn ba ngày nay mất điện", 1, Some((3, 1))),
            ("năm nay mất mùa", 0, None),
            ("nhà bà ba bán phở", 2, None),
            ("ngõ sau nhà văn hóa", 1, None),
        ] {
            let read = normalise(text);
            assert_eq!(at(&read, word, !text.is_ascii()), expected, "{text}");
        }
    }
}
