//! The words of [`super::said`] and [`super::matter`]: lines of `meaning: word, phrase, …` in text files.

use std::sync::LazyLock;

/// A meaning and the words for it.
pub(super) type Line = (&'static str, Vec<&'static str>);

/// Words that are another word without their marks.
pub(super) static MARKED: LazyLock<Vec<Line>> = LazyLock::new(|| lines(include_str!("marked.txt")));
/// One word for all that mean the same: of the Centre, of the South, of phones, of the trade.
pub(super) static PHRASES: LazyLock<Vec<Line>> =
    LazyLock::new(|| lines(include_str!("phrases.txt")));
/// Things that are asked about.
pub(super) static THINGS: LazyLock<Vec<Line>> = LazyLock::new(|| lines(include_str!("things.txt")));
/// What is wrong with them.
pub(super) static TROUBLES: LazyLock<Vec<Line>> =
    LazyLock::new(|| lines(include_str!("troubles.txt")));

fn lines(file: &'static str) -> Vec<Line> {
    let said = file.lines().filter(|line| !line.starts_with('#'));
    said.filter_map(|line| line.split_once(':'))
        .map(|(meaning, words)| (meaning, words.split(',').map(str::trim).collect()))
        .collect()
}

/// Things that are also mere places: they count only if a message has no other.
pub(super) const WEAK: [&str; 13] = [
    "spot",
    "road",
    "bridge",
    "market",
    "school",
    "canal",
    "dam",
    "cemetery",
    "flood",
    "clinic",
    "culture house",
    "relic",
    "sports",
];
/// Function words and courtesies: shared ones mean nothing.
pub(super) const EMPTY: [&str; 88] = [
    "a", "ai", "anh", "ba", "bao", "bay", "ben", "bi", "biet", "cac", "cai", "can", "chi", "chiu",
    "cho", "chua", "chung", "co", "con", "cu", "cua", "cung", "da", "dan", "dang", "dao", "day",
    "de", "den", "di", "do", "doan", "duoc", "em", "gap", "gi", "gio", "gium", "giup", "hay",
    "het", "hoai", "hon", "khi", "khong", "khu", "kien", "lai", "lam", "lau", "luon", "ma", "may",
    "minh", "moi", "mong", "mot", "muon", "nao", "nay", "ngay", "nghi", "nguoi", "nha", "nhieu",
    "nho", "nhu", "o", "phai", "phuong", "qua", "ra", "rat", "roi", "sao", "som", "tai", "the",
    "thi", "thon", "toi", "trong", "va", "vao", "vay", "voi", "xa", "xin",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_says_something_and_no_phrase_means_two_things() {
        let mut seen = std::collections::BTreeMap::new();
        for (meaning, words) in &*PHRASES {
            for word in words {
                assert!(word.is_ascii() && !word.is_empty(), "{meaning}: {word}");
                let before = seen.insert(*word, *meaning);
                assert!(before.is_none_or(|before| before == *meaning), "{word}");
            }
        }
        for table in [&*MARKED, &*THINGS, &*TROUBLES] {
            assert!(
                table
                    .iter()
                    .all(|(_, words)| words.iter().all(|word| !word.is_empty()))
            );
        }
        assert!(
            WEAK.iter()
                .all(|weak| THINGS.iter().any(|(thing, _)| thing == weak))
        );
    }
}
