//! Issuing a paper: the number and the day that a clerk types in one message. Neither is ever made up: what is missing is asked
//! for again.

use std::fmt;

use jiff::{Timestamp, ToSpan, civil::Date};

use super::{ReportForm, ReportKind, ReportWish, changes::Kept};
use crate::domain::{ids::IssuedId, said_day, text};

/// A paper's day is at most so many days from today: further away the year was mistyped.
const FURTHEST_DAYS: i32 = 366;

/// Digits of the longest number.
const MOST_DIGITS: usize = 5;

/// The number of a document, without its symbol: `05`, `112`, `07a`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentNumber(String);

impl DocumentNumber {
    /// Reads a number: digits, perhaps a letter behind them, perhaps the symbol behind that (`05/BC-HĐND`), which the paper
    /// has anyway. Below ten it gets the nought that the decree wants.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let (number, symbol) = typed
            .split_once('/')
            .map_or((typed, None), |(number, symbol)| (number, Some(symbol)));
        if symbol.is_some_and(|symbol| !symbol.starts_with(char::is_alphabetic)) {
            return None;
        }
        let digits = number.trim_end_matches(char::is_alphabetic);
        let letter = &number[digits.len()..];
        let is_digits =
            (1..=MOST_DIGITS).contains(&digits.len()) && digits.bytes().all(|c| c.is_ascii_digit());
        let value: u32 = digits.parse().ok().filter(|_| is_digits)?;
        if value == 0 || letter.chars().count() > 1 {
            return None;
        }
        Some(Self(format!("{value:02}{}", letter.to_lowercase())))
    }

    /// The number, as it is printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a number that was written before, in whatever way, is the same.
    #[must_use]
    pub fn is_same(&self, written: &str) -> bool {
        Self::parse(written).is_some_and(|other| other == *self)
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why what was typed is no number and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// There is no number in it.
    Number,
    /// There is no day in it, or one that does not exist.
    Day,
    /// The day is more than a year away.
    Far(Date),
}

/// Reads number and day: "05 ngày 1/12/2026", "số 05/BC-HĐND, 01-12-2026", "05 hôm nay", "ngày 1/12 số 05". A day without a
/// year is the nearest such day.
///
/// # Errors
/// What is missing.
pub fn parse(typed: &str, today: Date) -> Result<(DocumentNumber, Date), Unread> {
    let (number, rest) = number_in(typed).ok_or(Unread::Number)?;
    let day = day_in(&rest, today).ok_or(Unread::Day)?;
    let furthest = FURTHEST_DAYS.days();
    if day > today.saturating_add(furthest) || day < today.saturating_sub(furthest) {
        return Err(Unread::Far(day));
    }
    Ok((number, day))
}

/// The number, and what is typed beside it: the word behind "số", else the first word.
fn number_in(typed: &str) -> Option<(DocumentNumber, String)> {
    let separated = typed.replace(['\n', ',', ';'], " ").replace(':', ": ");
    let words: Vec<&str> = separated.split_whitespace().collect();
    let is_so = |word: &str| {
        let word = text::fold(word.trim_end_matches([':', '.']));
        matches!(word.as_str(), "so" | "number" | "no")
    };
    let named = words.iter().position(|word| is_so(word));
    let at = named.map_or(0, |so| so + 1);
    let number = DocumentNumber::parse(words.get(at)?)?;
    let beside = words
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != at && Some(*other) != named);
    let rest: Vec<&str> = beside.map(|(_, word)| *word).collect();
    Some((number, rest.join(" ")))
}

fn day_in(typed: &str, today: Date) -> Option<Date> {
    let folded = text::fold(typed);
    let after = |word: &str| folded.strip_prefix(word).map(str::trim);
    let bare = after("ngay ").or_else(|| after("on ")).unwrap_or(&folded);
    match bare {
        "" => return None,
        "hom nay" | "nay" | "today" => return Some(today),
        "hom qua" | "yesterday" => return today.yesterday().ok(),
        "mai" | "ngay mai" => return today.tomorrow().ok(),
        _ => {}
    }
    if let Some(parts) = numbers(bare) {
        return in_numbers(&parts, today);
    }
    match said_day::find(typed, today).as_slice() {
        [said] if said.first == said.last => Some(said.first),
        _ => None,
    }
}

/// `1/12`, `01-12-2026`, `1.12.26`, `2026-12-01`: numbers and nothing else, whether a day or not.
fn numbers(bare: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = bare.split(['/', '-', '.']).map(str::trim).collect();
    let is_number = |part: &&str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_digit())
    };
    parts.iter().all(is_number).then_some(parts)
}

fn in_numbers(parts: &[&str], today: Date) -> Option<Date> {
    let numbers: Vec<i16> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let date = |year: i16, month: i16, day: i16| {
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    match numbers.as_slice() {
        [year, month, day] if *year > 999 => date(*year, *month, *day),
        [day, month, year] if *year < 100 => date(2000 + year, *month, *day),
        [day, month, year] => date(*year, *month, *day),
        [day, month] => {
            let years = [today.year() - 1, today.year(), today.year() + 1];
            let days = years
                .into_iter()
                .filter_map(|year| date(year, *month, *day));
            let away = |day: &Date| {
                day.until(today)
                    .map_or(i32::MAX, |span| span.get_days().abs())
            };
            days.min_by_key(away)
        }
        _ => None,
    }
}

/// A paper that is ready to be issued: made, and what was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyPaper {
    /// Which.
    pub wish: ReportWish,
    /// The number of the document, as the clerk's office gave it.
    pub number: Option<String>,
    /// The day of the document.
    pub dated_on: Option<Date>,
    /// How its questions stand.
    pub kept: Kept,
    /// The file.
    pub file: Vec<u8>,
    /// The day on which it was made.
    pub today: Date,
}

/// A paper that was issued, without its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedLine {
    /// Its row.
    pub id: IssuedId,
    /// Which it is.
    pub wish: ReportWish,
    /// The year of the issue.
    pub year: i16,
    /// The number of the issue in that year.
    pub ordinal: u32,
    /// The number of the document; none: nobody wrote one.
    pub number: Option<String>,
    /// The day of the document; none: nobody wrote one.
    pub dated_on: Option<Date>,
    /// When it was issued.
    pub issued_at: Timestamp,
}

impl IssuedLine {
    /// The year in which its number counts.
    #[must_use]
    pub fn year_of_number(&self) -> i16 {
        self.dated_on.map_or(self.year, Date::year)
    }
}

/// A paper that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedPaper {
    /// Which.
    pub line: IssuedLine,
    /// How its questions stood then.
    pub kept: Kept,
    /// The file.
    pub file: Vec<u8>,
}

impl ReportKind {
    /// Whether it is a document with a number and a day, which an office gives out once.
    #[must_use]
    pub fn is_document(self) -> bool {
        self.forms()[0] == ReportForm::Docx && self != Self::Slips
    }
}

impl ReportWish {
    /// Whether it is the same paper in another form: it has the same number.
    #[must_use]
    pub fn is_same_paper(&self, other: &Self) -> bool {
        Self {
            form: other.form,
            ..self.clone()
        } == *other
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 12, 1);

    fn read(typed: &str) -> Result<(String, Date), Unread> {
        parse(typed, TODAY).map(|(number, day)| (number.to_string(), day))
    }

    #[test]
    fn number_and_day_are_read_as_clerks_type_them() {
        let first = date(2026, 12, 1);
        for typed in [
            "05 ngày 1/12/2026",
            "5 ngay 01-12-2026",
            "số 05, 1.12.26",
            "Số: 05/BC-HĐND ngày 2026-12-01",
            "05; 1/12",
            "05 hôm nay",
            "so 5 hom nay",
            "05\nhôm nay",
            "ngày 1/12/2026 số 05",
            "Số:05 ngày 1/12",
            "05 ngày 1 tháng 12 năm 2026",
            "No. 5 today",
            "05 on 1/12/2026",
        ] {
            assert_eq!(read(typed), Ok(("05".to_owned(), first)), "{typed}");
        }
        assert_eq!(
            read("112a 30/11"),
            Ok(("112a".to_owned(), date(2026, 11, 30)))
        );
        assert_eq!(read("7 hôm qua"), Ok(("07".to_owned(), date(2026, 11, 30))));
        assert_eq!(
            read("07 ngày mai"),
            Ok(("07".to_owned(), date(2026, 12, 2)))
        );
        assert_eq!(read("7 2/1"), Ok(("07".to_owned(), date(2027, 1, 2))));
    }

    #[test]
    fn what_is_missing_is_named_and_nothing_is_made_up() {
        for typed in [
            "",
            "1/12/2026",
            "hôm nay",
            "số",
            "BC-HĐND ngày 1/12",
            "0 hôm nay",
            "123456 hôm nay",
        ] {
            assert_eq!(read(typed), Err(Unread::Number), "{typed}");
        }
        for typed in [
            "05",
            "05 ngày 31/11/2026",
            "số 05 ngày",
            "05 lúc nào cũng được",
            "05 1/12/2026/3",
        ] {
            assert_eq!(read(typed), Err(Unread::Day), "{typed}");
        }
        let far = date(2062, 12, 1);
        assert_eq!(read("05 ngày 1/12/2062"), Err(Unread::Far(far)));
    }

    #[test]
    fn a_number_is_the_same_however_it_was_written() {
        let five = DocumentNumber::parse("5").unwrap();
        assert!(five.is_same("05") && five.is_same("05/BC-HĐND") && !five.is_same("5a"));
        assert!(!five.is_same("năm"));
    }

    proptest! {
        #[test]
        fn anything_typed_is_survived(typed in "\\PC*") {
            let _ = parse(&typed, TODAY);
        }

        #[test]
        fn what_a_button_carries_is_read_back(number in 1u32..100_000, letter in "[a-z]?", days in -366i32..=366) {
            let day = TODAY.saturating_add(days.days());
            let typed = format!("{number}{letter} {}/{}/{}", day.day(), day.month(), day.year());
            let (number, same) = parse(&typed, TODAY).unwrap();
            prop_assert_eq!(same, day);
            prop_assert_eq!(DocumentNumber::parse(number.as_str()), Some(number));
        }
    }
}
