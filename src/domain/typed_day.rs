//! A day as people type it: "30/9/2026", "30-9", "30.09.26", "ngày 30/9".

use jiff::{ToSpan, civil::Date};

/// Reads a day. Without a year it is the next such day from `today` on; two digits mean this century.
/// `None`: no day, or one that does not exist.
#[must_use]
pub(crate) fn parse(typed: &str, today: Date) -> Option<Date> {
    let typed = typed.trim();
    let start = typed.find(|sign: char| sign.is_ascii_digit())?;
    let numbers: Vec<&str> = typed
        .get(start..)?
        .split(['/', '-', '.'])
        .map(str::trim)
        .collect();
    let number = |text: &&str| -> Option<i16> {
        (text.len() <= 4 && text.bytes().all(|sign| sign.is_ascii_digit()))
            .then(|| text.parse().ok())
            .flatten()
    };
    match numbers.as_slice() {
        [year, month, day] if year.len() == 4 => date(number(year)?, number(month)?, number(day)?),
        [day, month, year] => {
            let year = match number(year)? {
                short @ 0..=99 => short + 2000,
                full => full,
            };
            date(year, number(month)?, number(day)?)
        }
        [day, month] => {
            let this_year = date(today.year(), number(month)?, number(day)?);
            match this_year {
                Some(day) if day >= today => Some(day),
                Some(day) => day.checked_add(1.year()).ok(),
                None => date(today.year() + 1, number(month)?, number(day)?),
            }
        }
        _ => None,
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
    fn days_are_read_as_people_type_them() {
        for typed in [
            "30/9/2027",
            " 30-09-2027",
            "30.9.27",
            "2027-09-30",
            "30/9",
            "ngày 30/9",
        ] {
            assert_eq!(parse(typed, TODAY), Some(date(2027, 9, 30)), "{typed}");
        }
        assert_eq!(parse("25/11", TODAY), Some(date(2026, 11, 25)));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for typed in [
            "",
            "mai",
            "31/2/2027",
            "30",
            "1/2/3/4",
            "99999/1/1",
            "30/9/2027 sẽ xong",
        ] {
            assert_eq!(parse(typed, TODAY), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn anything_typed_is_survived(typed in ".*") {
            let _ = parse(&typed, TODAY);
        }
    }
}
