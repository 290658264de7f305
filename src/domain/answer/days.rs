//! Days inside a running text: "xong trước 30/9/2026", "trong tháng 12", "quý I/2027".

use std::sync::LazyLock;

use jiff::{ToSpan, civil::Date};
use regex::Regex;

/// A day with or without its year; a month; a quarter.
const DAY: &str = r"(?i)\b(\d{1,2})\s?[/.\-]\s?(\d{1,2})(?:\s?[/.\-]\s?(\d{4}|\d{2}))?\b";
const IN_WORDS: &str = r"(?i)ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?";
const MONTH: &str = r"(?i)tháng\s+(\d{1,2})(?:\s*(?:/|-|\.|năm)\s*(\d{4}))?\b";
const QUARTER: &str = r"(?i)quý\s+(IV|III|II|I|[1-4])\b(?:\s*(?:/|-|năm)\s*(\d{4}))?";

#[expect(
    clippy::expect_used,
    reason = "the patterns are constants, and a test uses them"
)]
static PATTERNS: LazyLock<[Regex; 4]> = LazyLock::new(|| {
    [IN_WORDS, DAY, MONTH, QUARTER].map(|pattern| Regex::new(pattern).expect("a constant pattern"))
});

/// The latest day after `today` that a text speaks of: what it promises, if it promises anything. A month or
/// a quarter means its last day; a day without a year is the next such day.
#[must_use]
pub fn promised_in(text: &str, today: Date) -> Option<Date> {
    let [in_words, day, month, quarter] = &*PATTERNS;
    let mut found: Vec<Date> = Vec::new();
    let number = |part: Option<regex::Match<'_>>| part.and_then(|part| part.as_str().parse().ok());
    for pattern in [in_words, day] {
        for parts in pattern.captures_iter(text) {
            let (Some(day), Some(month)) = (number(parts.get(1)), number(parts.get(2))) else {
                continue;
            };
            found.extend(resolved(day, month, number(parts.get(3)), today));
        }
    }
    for parts in month.captures_iter(text) {
        if let Some(month) = number(parts.get(1)) {
            found.extend(end_of_month(month, number(parts.get(2)), today));
        }
    }
    for parts in quarter.captures_iter(text) {
        let Some(name) = parts.get(1) else { continue };
        let quarter = match name.as_str().to_uppercase().as_str() {
            "I" | "1" => 1,
            "II" | "2" => 2,
            "III" | "3" => 3,
            _ => 4,
        };
        found.extend(end_of_month(3 * quarter, number(parts.get(2)), today));
    }
    found.into_iter().filter(|day| *day > today).max()
}

/// Whether a text names any day, month or quarter at all.
#[must_use]
pub fn names_one(text: &str) -> bool {
    PATTERNS.iter().any(|pattern| pattern.is_match(text))
}

fn resolved(day: i16, month: i16, year: Option<i16>, today: Date) -> Option<Date> {
    match year {
        Some(short @ 0..=99) => date(short + 2000, month, day),
        Some(year) => date(year, month, day),
        None => date(today.year(), month, day)
            .filter(|day| *day >= today)
            .or_else(|| date(today.year() + 1, month, day)),
    }
}

fn end_of_month(month: i16, year: Option<i16>, today: Date) -> Option<Date> {
    let last = |year| {
        date(year, month, 1)?
            .checked_add(1.month())
            .ok()?
            .yesterday()
            .ok()
    };
    match year {
        Some(year) => last(year),
        None => last(today.year())
            .filter(|day| *day >= today)
            .or_else(|| last(today.year() + 1)),
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn a_promise_is_found_however_it_is_written() {
        for (text, day) in [
            ("Xong trước 30/9/2027.", date(2027, 9, 30)),
            ("Xong trước 30-9-27", date(2027, 9, 30)),
            ("Khởi công 1/12, xong 20/12", date(2026, 12, 20)),
            ("Khởi công trong tháng 12.", date(2026, 12, 31)),
            ("trong tháng 2/2028", date(2028, 2, 29)),
            ("trong tháng 3 năm 2027", date(2027, 3, 31)),
            ("Trong quý I/2027 sẽ xong", date(2027, 3, 31)),
            ("quý 2 năm 2027", date(2027, 6, 30)),
            ("ngày 30 tháng 9 năm 2027", date(2027, 9, 30)),
            ("trước ngày 30 tháng 9", date(2027, 9, 30)),
        ] {
            assert_eq!(promised_in(text, TODAY), Some(day), "{text}");
        }
    }

    #[test]
    fn the_past_promises_nothing() {
        for text in [
            "",
            "Đã xong ngày 20/11/2026.",
            "31/2/2027",
            "Đã sửa 150 m đường, 3 bóng đèn",
            "Quyết định số 12/QĐ-UBND",
        ] {
            assert_eq!(promised_in(text, TODAY), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "(?:tháng|quý|ngày|[0-9/. -]|IV|\\PC){0,40}") {
            if let Some(day) = promised_in(&text, TODAY) {
                prop_assert!(day > TODAY);
                prop_assert!(names_one(&text));
            }
        }
    }
}
