//! What a person owns and is found by: number plates, plots of land.

use super::{Spans, lexicon::VEHICLE, words::Read};

/// So far from "thửa" a sheet of the map may stand.
const SAME_PLOT: usize = 10;

/// Finds them.
pub(super) fn find(read: &Read<'_>, spans: &mut Spans) {
    for at in 0..read.len() {
        if let Some(to) = plate(read, at) {
            spans.hide(read, at, to);
        } else if let Some((from, to)) = plot(read, at) {
            spans.hide(read, from, to);
            // "thửa 20 và 21".
            if read.says(to, "va") && read.follows(to)
                || read.gap(to).trim() == "," && read.is_number(to)
            {
                let next = if read.is_number(to) { to } else { to + 1 };
                if read.is_number(next) {
                    spans.hide(read, next, numbers_end(read, next));
                }
            }
        }
    }
}

/// A number plate: `29A-123.45`, `90-B1 234.56`, `90B123456`, `30E 99999`.
fn plate(read: &Read<'_>, at: usize) -> Option<usize> {
    let province = read.number(at).filter(|_| read.count_digits(at) == 2)?;
    if !(11..=99).contains(&province)
        || !read.gap(at).is_empty() && read.gap(at).ends_with(['.', '/', ','])
    {
        return None;
    }
    let series = at + 1;
    let small = |gap: &str| matches!(gap, "" | "-" | " " | "." | " - " | " -" | "- ");
    let letters = read.is_word(series)
        && read.get(series).is_some_and(|word| word.len <= 2)
        && read.written(series).is_ascii();
    if !letters || !small(read.gap(series)) {
        return None;
    }
    let mut last = series + 1;
    let mut marked = read.gap(series) == "-";
    // Motorbikes have a digit behind the letter: "B1".
    if read.count_digits(last) == 1 && read.gap(last).is_empty() {
        last += 1;
        marked = true;
    }
    if !small(read.gap(last)) {
        return None;
    }
    let digits = read.count_digits(last);
    let split = digits == 3
        && matches!(read.gap(last + 1), "." | " " | "-")
        && read.count_digits(last + 1) == 2;
    let to = if split { last + 2 } else { last + 1 };
    let dashed = read.gap(last).contains('-') || marked;
    let capital = read.is_capital(series);
    let spoken = (at.saturating_sub(4)..at)
        .any(|before| read.is(before, VEHICLE) && !read.says(before, "so"));
    let year = digits == 4
        && read
            .number(last)
            .is_some_and(|year| (1900..=2100).contains(&year));
    let sure = match digits {
        _ if split => capital || dashed || spoken,
        5 | 6 if last == series + 1 || digits == 5 => capital || dashed || spoken,
        4 => spoken || dashed && capital && !year,
        _ => false,
    };
    sure.then_some(to)
}

/// "Thửa đất số 12", "tờ bản đồ số 5", "lô đất số 7": its number.
fn plot(read: &Read<'_>, at: usize) -> Option<(usize, usize)> {
    let of_plot = read.says(at, "thua")
        && (!read.written(at).is_ascii()
            || ["dat", "so"].iter().any(|word| read.says(at + 1, word))
            || at > 0 && read.says(at - 1, "so")
            || (at..at + SAME_PLOT).any(|next| read.phrase(next, &["to", "ban", "do"])));
    let map = read.phrase(at, &["ban", "do"])
        && at > 0
        && (read.says(at - 1, "to") || read.says(at - 1, "so"));
    let sheet = read.says(at, "to")
        && !read.phrase(at, &["to", "ban", "do"])
        && (at.saturating_sub(SAME_PLOT)..at + 6)
            .any(|near| near != at && read.says(near, "thua") && !read.written(near).is_ascii());
    let parcel = read.says(at, "lo") && (read.says(at + 1, "dat") || read.says(at + 1, "so"));
    if !(of_plot || map || sheet || parcel) {
        return None;
    }
    let mut first = at + if map { 2 } else { 1 };
    while first < at + 5
        && read.is_announced(first)
        && ["dat", "so", "mang", "ban", "do", "la"]
            .iter()
            .any(|word| read.says(first, word))
    {
        first += 1;
    }
    // "lô đất số A12".
    let lettered = read.get(first).is_some_and(|word| word.len <= 2)
        && read.is_word(first)
        && read.gap(first + 1).trim_matches('-').is_empty();
    let number = if lettered { first + 1 } else { first };
    if !read.is_number(number) || !read.is_announced(first) {
        return None;
    }
    Some((first, numbers_end(read, number)))
}

/// The end of "12", "12/5", "12a", "12-14".
pub(super) fn numbers_end(read: &Read<'_>, at: usize) -> usize {
    let mut to = at + 1;
    while to < read.len() {
        let letter = read
            .get(to)
            .is_some_and(|word| word.len <= 1 || read.says(to, "bis"));
        let goes_on = match read.gap(to) {
            "" | "/" => read.is_number(to) || letter && read.written(to).is_ascii(),
            "-" | "+" => read.is_number(to),
            _ => false,
        };
        if !goes_on {
            break;
        }
        to += 1;
    }
    to
}

impl Read<'_> {
    /// How many digits the token has; none if it is a word.
    pub(super) fn count_digits(&self, at: usize) -> usize {
        self.get(at)
            .filter(|_| self.is_number(at))
            .map_or(0, |token| token.len)
    }
}
