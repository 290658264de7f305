//! Months, quarters, years and feasts as stretches of days.

use jiff::{
    ToSpan,
    civil::{Date, Weekday, date as day},
};

/// From one day to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    /// The first day.
    pub(crate) first: Date,
    /// The last day.
    pub(crate) last: Date,
    /// Whether "before it" means before its first day: a month, a quarter, a feast. "Before 30/4" means by then.
    pub(crate) is_whole: bool,
    /// Whether its own words say which side is meant: "sau 10 ngày", "tháng 1 đến tháng 3".
    pub(crate) is_bounded: bool,
}

/// Which part of a month, a quarter or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// All of it.
    Whole,
    /// đầu.
    Beginning,
    /// giữa.
    Middle,
    /// cuối.
    End,
}

impl Period {
    pub(crate) fn day(day: Date) -> Self {
        Self {
            first: day,
            last: day,
            is_whole: false,
            is_bounded: false,
        }
    }

    pub(crate) fn whole(first: Date, last: Date) -> Self {
        Self {
            first,
            last,
            is_whole: true,
            is_bounded: false,
        }
    }

    /// Words in front of it say nothing about which side is meant.
    pub(crate) fn bounded(self) -> Self {
        Self {
            is_bounded: true,
            ..self
        }
    }
}

pub(crate) fn date(year: i16, month: i16, of_month: i16) -> Option<Date> {
    Date::new(
        year,
        i8::try_from(month).ok()?,
        i8::try_from(of_month).ok()?,
    )
    .ok()
}

/// A day of a year; without one the next such day.
pub(crate) fn of_year(of_month: i16, month: i16, year: Option<i16>, today: Date) -> Option<Date> {
    match year {
        Some(year) => date(full_year(year), month, of_month),
        None => date(today.year(), month, of_month)
            .filter(|day| *day >= today)
            .or_else(|| date(today.year() + 1, month, of_month)),
    }
}

/// Two digits mean this century.
pub(crate) fn full_year(year: i16) -> i16 {
    if (0..100).contains(&year) {
        year + 2000
    } else {
        year
    }
}

/// Parts of a month are its thirds, as people count them (thượng, trung, hạ tuần).
pub(crate) fn month(month: i16, year: Option<i16>, part: Part, today: Date) -> Option<Period> {
    let of = |year| {
        let first = date(year, month, 1)?;
        let last = first.last_of_month();
        Some(match part {
            Part::Whole => Period::whole(first, last),
            Part::Beginning => Period::whole(first, date(year, month, 10)?),
            Part::Middle => Period::whole(date(year, month, 11)?, date(year, month, 20)?),
            Part::End => Period {
                is_whole: false,
                ..Period::whole(date(year, month, 21)?, last)
            },
        })
    };
    match year {
        Some(year) => of(full_year(year)),
        None => of(today.year())
            .filter(|period| period.last >= today)
            .or_else(|| of(today.year() + 1)),
    }
}

/// The month so many months from now.
pub(crate) fn month_from_now(months: i32, part: Part, today: Date) -> Option<Period> {
    let then = today.first_of_month().checked_add(months.months()).ok()?;
    month(i16::from(then.month()), Some(then.year()), part, today)
}

/// Parts of a quarter are its months.
pub(crate) fn quarter(number: i16, year: Option<i16>, part: Part, today: Date) -> Option<Period> {
    let of = |year| {
        let months = [3 * number - 2, 3 * number - 1, 3 * number];
        let whole = |at: i16| month(at, Some(year), Part::Whole, today);
        let [first, middle, last] = months;
        Some(match part {
            Part::Whole => Period::whole(whole(first)?.first, whole(last)?.last),
            Part::Beginning => whole(first)?,
            Part::Middle => whole(middle)?,
            Part::End => Period {
                is_whole: false,
                ..whole(last)?
            },
        })
    };
    match year {
        Some(year) => of(full_year(year)),
        None => of(today.year())
            .filter(|period| period.last >= today)
            .or_else(|| of(today.year() + 1)),
    }
}

/// The beginning of a year is its first quarter, its middle goes to the end of June.
pub(crate) fn year(year: i16, part: Part, today: Date) -> Option<Period> {
    let (first, last) = (date(year, 1, 1)?, date(year, 12, 31)?);
    Some(match part {
        Part::Whole => Period::whole(first, last),
        Part::Beginning => quarter(1, Some(year), Part::Whole, today)?,
        Part::Middle => Period::whole(date(year, 5, 1)?, date(year, 6, 30)?),
        Part::End => Period {
            is_whole: false,
            ..quarter(4, Some(year), Part::Whole, today)?
        },
    })
}

/// The week so many weeks from now, Monday to Sunday.
pub(crate) fn week(weeks: i32, part: Part, today: Date) -> Option<Period> {
    let back = i32::from(today.weekday().to_monday_zero_offset());
    let first = today
        .checked_sub(back.days())
        .ok()?
        .checked_add(weeks.weeks())
        .ok()?;
    let last = first.checked_add(6.days()).ok()?;
    let until = |days: i32| first.checked_add(days.days()).ok();
    Some(match part {
        Part::Whole | Part::End => Period::whole(first, last),
        Part::Beginning => Period::whole(first, until(1)?),
        Part::Middle => Period::whole(until(2)?, until(3)?),
    })
}

/// A day of the week, this week or a later one.
pub(crate) fn weekday(of: Weekday, weeks: i32, today: Date) -> Option<Period> {
    let monday = week(weeks, Part::Whole, today)?.first;
    let days = i32::from(of.to_monday_zero_offset());
    Some(Period::day(monday.checked_add(days.days()).ok()?))
}

/// The first day of the lunar year (Tết Nguyên đán), by the calendar of UTC+7.
const LUNAR_NEW_YEARS: [Date; 12] = [
    day(2026, 2, 17),
    day(2027, 2, 6),
    day(2028, 1, 26),
    day(2029, 2, 13),
    day(2030, 2, 2),
    day(2031, 1, 23),
    day(2032, 2, 11),
    day(2033, 1, 31),
    day(2034, 2, 19),
    day(2035, 2, 8),
    day(2036, 1, 28),
    day(2037, 2, 15),
];

/// Tết of a year; without one the next. `None` also beyond the years that are written down here.
pub(crate) fn lunar_new_year(year: Option<i16>, today: Date) -> Option<Period> {
    let mut days = LUNAR_NEW_YEARS.iter();
    let first = match year {
        Some(year) => days.find(|day| day.year() == full_year(year)),
        None => days.find(|day| **day > today),
    }?;
    Some(Period::whole(*first, first.checked_add(4.days()).ok()?))
}

/// A feast that stands in the calendar: New Year, the first day of school.
pub(crate) fn feast(of_month: i16, month: i16, year: Option<i16>, today: Date) -> Option<Period> {
    let day = of_year(of_month, month, year, today)?;
    Some(Period::whole(day, day))
}
