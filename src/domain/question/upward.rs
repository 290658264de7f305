//! The document with which a question goes to a higher level, as people type it:
//! "Sở Xây dựng; 12/VP-HĐND; 30/9/2026".

use jiff::{ToSpan, civil::Date};

use super::Upward;
use crate::domain::{text, typed_day};

/// The receiver's name is cut here, in UTF-16 units.
const MAX_NAME: usize = 100;
/// A number longer than this is no number.
const MAX_NUMBER: usize = 50;

/// What is missing or wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Not all three parts are there.
    Incomplete,
    /// The second part is no number of a document.
    NoNumber,
    /// The third part is no day.
    NoDay,
    /// The document would be dated on a day that is still to come.
    DayToCome,
}

/// Reads receiver, number and date, with semicolons or on lines of their own.
///
/// # Errors
/// What is missing or wrong.
pub fn parse(typed: &str, today: Date) -> Result<Upward, Problem> {
    let typed = text::clean(typed);
    let parts: Vec<&str> = typed
        .split([';', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let [to, number, day] = parts.as_slice() else {
        return Err(Problem::Incomplete);
    };
    if to.chars().filter(|sign| sign.is_alphabetic()).count() < 2 {
        return Err(Problem::Incomplete);
    }
    let number = ["số", "Số"]
        .iter()
        .find_map(|word| number.strip_prefix(word))
        .unwrap_or(number)
        .trim_start_matches([':', ' ']);
    let has_digit = number.chars().any(|sign| sign.is_ascii_digit());
    if !has_digit || text::utf16_len(number) > MAX_NUMBER {
        return Err(Problem::NoNumber);
    }
    Ok(Upward {
        to: text::truncate_utf16(to, MAX_NAME),
        number: number.to_owned(),
        dated: dated(day, today)?,
    })
}

/// A date of a document lies behind us: without a year it is the last such day.
fn dated(typed: &str, today: Date) -> Result<Date, Problem> {
    let day = typed_day::parse(typed, today).ok_or(Problem::NoDay)?;
    if day <= today {
        return Ok(day);
    }
    let separators = typed.matches(['/', '-', '.']).count();
    match day.checked_sub(1.year()) {
        Ok(before) if separators == 1 && before <= today => Ok(before),
        _ => Err(Problem::DayToCome),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn the_document_is_read_on_one_line_or_three() {
        for typed in [
            "Sở Xây dựng; 12/VP-HĐND; 30/9/2026",
            "Sở Xây dựng\nsố 12/VP-HĐND\nngày 30/9/2026",
            "Sở Xây dựng;Số: 12/VP-HĐND;30/9",
        ] {
            let read = parse(typed, TODAY);
            let expected = Upward {
                to: "Sở Xây dựng".to_owned(),
                number: "12/VP-HĐND".to_owned(),
                dated: date(2026, 9, 30),
            };
            assert_eq!(read, Ok(expected), "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let cases = [
            ("", Problem::Incomplete),
            ("Sở Xây dựng", Problem::Incomplete),
            ("1; 12/VP; 30/9/2026", Problem::Incomplete),
            ("Sở Xây dựng; công văn; 30/9/2026", Problem::NoNumber),
            ("Sở Xây dựng; 12/VP; hôm qua", Problem::NoDay),
            ("Sở Xây dựng; 12/VP; 30/9/2027", Problem::DayToCome),
        ];
        for (typed, problem) in cases {
            assert_eq!(parse(typed, TODAY), Err(problem), "{typed}");
        }
    }

    #[test]
    fn two_letters_name_a_level_and_a_number_is_as_long_as_it_may_be() {
        let read = |to: &str, number: &str| parse(&format!("{to}; {number}; 30/9/2026"), TODAY);
        assert_eq!(read("BQ", "12").unwrap().to, "BQ");
        let longest = "1".repeat(MAX_NUMBER);
        assert_eq!(read("Sở", &longest).unwrap().number, longest);
        assert_eq!(read("Sở", &format!("{longest}1")), Err(Problem::NoNumber));
        let today = parse("Sở; 12; 23/11/2026", TODAY).unwrap();
        assert_eq!(today.dated, TODAY);
    }

    proptest! {
        #[test]
        fn anything_typed_is_survived(typed in ".*") {
            if let Ok(document) = parse(&typed, TODAY) {
                prop_assert!(document.dated <= TODAY);
            }
        }
    }
}
