//! Dates, times and numbers of pages: numbers that are nobody's. And the days that people were born on, which are.

use super::{Spans, lexicon::PRONOUN, words::Read};

/// Which tokens belong to dates and times.
pub(super) fn fixed(read: &Read<'_>) -> Vec<bool> {
    let mut fixed = vec![false; read.len()];
    let mut at = 0;
    while at < read.len() {
        if !read.is_number(at) {
            at += 1;
            continue;
        }
        let mut to = at + 1;
        let sign = read.gap(to);
        if matches!(sign, "/" | "-" | "." | ":") {
            while read.is_number(to) && read.gap(to) == sign {
                to += 1;
            }
        }
        if is_date(read, at, to, sign) {
            fixed[at..to].fill(true);
        }
        at = to;
    }
    links(read, &mut fixed);
    fixed
}

/// Numbers inside addresses of pages are nobody's.
fn links(read: &Read<'_>, fixed: &mut [bool]) {
    if !read.text.contains("://") {
        return;
    }
    let mut start = 0;
    for chunk in read.text.split_inclusive(char::is_whitespace) {
        let end = start + chunk.len();
        if chunk.contains("://") {
            let from = read.tokens.partition_point(|token| token.start < start);
            let to = read.tokens.partition_point(|token| token.start < end);
            fixed[from..to].fill(true);
        }
        start = end;
    }
}

fn is_date(read: &Read<'_>, at: usize, to: usize, sign: &str) -> bool {
    let number = |i: usize| read.number(at + i).unwrap_or(u32::MAX);
    let short = |i: usize| read.count_digits(at + i) <= 2;
    let day = |i: usize| short(i) && (1..=31).contains(&number(i));
    let month = |i: usize| short(i) && (1..=12).contains(&number(i));
    let year = |i: usize| is_year(read, at + i);
    match (to - at, sign) {
        (2, "/") => day(0) && month(1) || month(0) && year(1) && read.count_digits(at) <= 2,
        (2, "-") => month(0) && year(1) || year(0) && year(1),
        (3, "/" | "-" | ".") => {
            day(0) && month(1) && (year(2) || sign == "/" && short(2) && number(2) >= 20)
                || year(0) && month(1) && day(2)
        }
        (2 | 3, ":") => (0..to - at).all(|i| short(i) && number(i) < 60),
        _ => false,
    }
}

/// The day or year somebody was born: after their name, or said of oneself.
pub(super) fn births(read: &Read<'_>, fixed: &[bool], spans: &mut Spans) {
    for at in 0..read.len() {
        let day = read.phrase(at, &["sinh", "ngay"])
            || read.phrase(at, &["ngay", "sinh"])
            || read.phrase(at, &["nam", "sinh"]);
        let year = read.phrase(at, &["sinh", "nam"])
            && (read.is_before(at, PRONOUN) || read.gap(at).contains([',', '…', '(', '\n', '-']));
        let first = at + 2;
        if !(day || year) || !read.is_number(first) || !read.is_announced(first) {
            continue;
        }
        let mut to = first + 1;
        while fixed.get(to) == Some(&true) && matches!(read.gap(to), "/" | "-" | ".") {
            to += 1;
        }
        spans.hide(read, first, to);
    }
}

pub(super) fn is_year(read: &Read<'_>, at: usize) -> bool {
    read.count_digits(at) == 4
        && read
            .number(at)
            .is_some_and(|year| (1900..=2100).contains(&year))
}
