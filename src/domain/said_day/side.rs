//! What the words in front of a day make of it: before it, after it, or a day that has passed.

use std::ops::Range;

use jiff::civil::Date;

use super::{Bound, rules::word, tokens::Token};

/// Which side of the days is meant, by the words in front of them.
pub(super) fn bound(tokens: &[Token], at: &Range<usize>) -> Bound {
    let mut back = at.start;
    for _ in 0..3 {
        let Some(before) = back.checked_sub(1).and_then(|at| tokens.get(at)) else {
            return Bound::Within;
        };
        match before.folded.as_str() {
            "truoc" => return Bound::Before,
            "sau" => return Bound::After,
            "tu" => return Bound::From,
            "ngay" | "thoi" | "diem" | "dip" | "ky" | "nghi" | "khi" => back -= 1,
            _ => return Bound::Within,
        }
    }
    Bound::Within
}

/// Words that name a paper.
const PAPERS: &[(&str, &str)] = &[
    ("cong", "van"),
    ("van", "ban"),
    ("quyet", "dinh"),
    ("nghi", "quyet"),
    ("nghi", "dinh"),
    ("to", "trinh"),
    ("thong", "bao"),
    ("ke", "hoach"),
    ("bien", "ban"),
    ("bao", "cao"),
    ("thong", "tu"),
    ("giay", "moi"),
    ("cong", "dien"),
];
/// So far back a paper's name may stand.
const FAR_BACK: usize = 12;

/// A day without its year that is further away than this was rather the last such day than the next, where the words
/// speak of what has happened.
const RATHER_PAST: i32 = 200;

/// Whether the day dates a paper, or something that has happened.
pub(super) fn is_of_past(tokens: &[Token], at: &Range<usize>, first: Date, today: Date) -> bool {
    if !starts_with_numbers(tokens, at) {
        return false;
    }
    let mut seen_code = false;
    let mut seen_done = false;
    for back in (at.start.saturating_sub(FAR_BACK)..at.start).rev() {
        let Some(token) = tokens.get(back) else { break };
        if token.ends_clause()
            || token.is_any(&["xong", "truoc", "se", "thanh", "han", "den", "du"])
        {
            break;
        }
        seen_code |=
            token.folded == "so" || (token.number.is_some() && word(tokens, back + 1) == "/");
        seen_done |= token.is_any(&["da", "hom", "vua", "tu"]);
        let next = word(tokens, back + 1);
        let names_paper = PAPERS
            .iter()
            .any(|(one, two)| token.folded == *one && next == *two);
        let is_plan = token.folded == "ke" && !seen_code;
        if names_paper && !is_plan {
            return true;
        }
        if token.folded == "," && !seen_code {
            break;
        }
    }
    let has_year = tokens
        .get(at.clone())
        .is_some_and(|said| said.iter().any(|token| token.digits == 4));
    let days = today.until(first).map_or(0, |span| span.get_days());
    seen_done && !has_year && days > RATHER_PAST
}

/// "20/11", "ngày 20 tháng 11": a day, no stretch of time.
fn starts_with_numbers(tokens: &[Token], at: &Range<usize>) -> bool {
    let first = word(tokens, at.start);
    first == "ngay" || first.bytes().all(|sign| sign.is_ascii_digit())
}
