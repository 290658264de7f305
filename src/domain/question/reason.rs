//! A reason as people type it, alone or with a day: "Chờ vốn năm 2027; 15/1/2027".

use jiff::civil::Date;

use crate::domain::{said_day, text, typed_day};

/// A reason has at least so many letters and digits: "không" says nothing to anybody.
pub const MIN_LETTERS: usize = 8;
/// A longer reason is cut, in UTF-16 units.
pub const MAX_LENGTH: usize = 500;

/// What is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The reason is missing or says nothing.
    NoReason,
    /// No day can be found.
    NoDay,
}

/// Reads a reason.
///
/// # Errors
/// [`Problem::NoReason`] below [`MIN_LETTERS`].
pub fn parse(typed: &str) -> Result<String, Problem> {
    let reason = text::clean(typed);
    let letters = reason.chars().filter(|sign| sign.is_alphanumeric()).count();
    if letters < MIN_LETTERS {
        return Err(Problem::NoReason);
    }
    Ok(text::truncate_utf16(&reason, MAX_LENGTH))
}

/// Reads a reason and a day, in either order, on two lines, with a semicolon between them or with the day as the last
/// word. Whether the day is possible is for others to say.
///
/// # Errors
/// What is missing.
pub fn parse_with_day(typed: &str, today: Date) -> Result<(String, Date), Problem> {
    let typed = text::clean(typed);
    let parts: Vec<&str> = typed
        .split([';', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let named = parts.iter().enumerate().rev().find_map(|(at, part)| {
        let is_short = part.chars().count() <= 20;
        let day = is_short.then(|| typed_day::parse(part, today)).flatten()?;
        Some((at, day))
    });
    let Some((named_at, day)) = named else {
        return day_as_last_word(&typed, today);
    };
    let rest: Vec<&str> = parts
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != named_at)
        .map(|(_, part)| *part)
        .collect();
    Ok((parse(&rest.join("; "))?, day))
}

fn day_as_last_word(typed: &str, today: Date) -> Result<(String, Date), Problem> {
    let (before, last) = typed
        .rsplit_once(char::is_whitespace)
        .ok_or(Problem::NoDay)?;
    let Some(day) = typed_day::parse(last.trim_end_matches('.'), today) else {
        return day_in_words(typed, today);
    };
    let reason = ["ngày", "đến", "tới"]
        .iter()
        .fold(before.trim_end(), |rest, word| {
            rest.strip_suffix(word).unwrap_or(rest).trim_end()
        });
    Ok((parse(reason.trim_end_matches([',', ':']))?, day))
}

/// "Chờ số đo của đơn vị thoát nước, thêm 10 ngày": the reason is what stands beside the day.
fn day_in_words(typed: &str, today: Date) -> Result<(String, Date), Problem> {
    let found = said_day::find(typed, today);
    let said = found
        .iter()
        .rev()
        .find(|said| said.until() > today)
        .ok_or(Problem::NoDay)?;
    let before = typed.get(..said.at.start).unwrap_or_default();
    let after = typed.get(said.at.end..).unwrap_or_default();
    let beside = format!("{} {}", without_lead(before), after.trim());
    parse(&beside)?;
    Ok((parse(typed)?, said.until()))
}

/// Words in front of a day that say that it is one.
fn without_lead(before: &str) -> &str {
    ["ngày", "đến", "tới", "thêm", "xin", "vào", "hết"]
        .iter()
        .fold(before.trim_end(), |rest, word| {
            rest.strip_suffix(word).unwrap_or(rest).trim_end()
        })
        .trim_end_matches([',', ':', ' '])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn reason_and_day_are_found_however_they_are_written() {
        for typed in [
            "Chờ vốn năm 2027; 15/1/2027",
            "15/1/2027; Chờ vốn năm 2027",
            "Chờ vốn năm 2027\n15-1-2027",
            "Chờ vốn năm 2027 đến ngày 15/1/2027.",
            "Chờ vốn năm 2027, 15/1",
        ] {
            let read = parse_with_day(typed, TODAY);
            let expected = ("Chờ vốn năm 2027".to_owned(), date(2027, 1, 15));
            assert_eq!(read, Ok(expected), "{typed}");
        }
    }

    #[test]
    fn eight_letters_are_a_reason_and_today_is_no_day_to_wait_for() {
        assert_eq!(parse("chờ vốn tỉ!"), Ok("chờ vốn tỉ!".to_owned()));
        assert_eq!(parse("chờ vốn t!"), Err(Problem::NoReason));
        assert_eq!(
            parse_with_day("Chờ vốn của huyện hôm nay", TODAY),
            Err(Problem::NoDay)
        );
    }

    #[test]
    fn days_in_words_are_understood() {
        for (typed, day) in [
            (
                "Chờ số đo của đơn vị thoát nước, thêm 10 ngày",
                date(2026, 12, 3),
            ),
            (
                "Chờ số đo của đơn vị thoát nước đến cuối tháng 12",
                date(2026, 12, 31),
            ),
            ("Chờ nghiệm thu, xin đến hết quý I/2027", date(2027, 3, 31)),
        ] {
            assert_eq!(parse_with_day(typed, TODAY), Ok((typed.to_owned(), day)));
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(parse_with_day("15/1/2027", TODAY), Err(Problem::NoReason));
        assert_eq!(parse_with_day("bận; 15/1", TODAY), Err(Problem::NoReason));
        assert_eq!(
            parse_with_day("Chờ vốn năm sau", TODAY),
            Err(Problem::NoReason)
        );
        assert_eq!(parse_with_day("Chờ cấp vốn", TODAY), Err(Problem::NoDay));
        assert_eq!(parse_with_day("thêm 7 ngày", TODAY), Err(Problem::NoReason));
        assert_eq!(parse("không"), Err(Problem::NoReason));
    }

    proptest! {
        #[test]
        fn anything_typed_is_survived(typed in ".*") {
            if let Ok((reason, _)) = parse_with_day(&typed, TODAY) {
                prop_assert!(text::utf16_len(&reason) <= MAX_LENGTH);
            }
        }
    }
}
