//! Working days: Monday to Friday, without the days off and with the Saturdays and Sundays worked instead.
//!
//! Holidays are data of the council file, decided anew every year; no holiday is known here.
//! Deadlines that stop while a resident is asked back are the business of `question::deadline`.

use std::{collections::BTreeSet, ops::Bound};

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

/// The days off and the weekend days worked, as the council file gives them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Calendar {
    /// Days off on which one would otherwise work.
    #[serde(default)]
    pub off: BTreeSet<Date>,
    /// Saturdays and Sundays worked (làm bù).
    #[serde(default)]
    pub on: BTreeSet<Date>,
}

impl Calendar {
    /// Whether the council works on this day. A day listed both as worked and as off is worked.
    #[must_use]
    pub fn is_working_day(&self, date: Date) -> bool {
        self.on.contains(&date) || (!is_weekend(date) && !self.off.contains(&date))
    }

    /// The last day of a deadline of `days` working days. The day of the transfer itself is not counted; a
    /// deadline of 0 days ends on that day.
    #[must_use]
    pub fn due_on(&self, start: Date, days: u16) -> Date {
        let mut date = start;
        let mut left = days;
        while left > 0 {
            let Ok(next) = date.tomorrow() else { break };
            date = next;
            left -= u16::from(self.is_working_day(date));
        }
        date
    }

    /// The day on which `days` working days are left until `end`: the latest from which on counting to `end` gives
    /// `days`, itself a working day (or `end`).
    #[must_use]
    pub fn days_before(&self, end: Date, days: u16) -> Date {
        let mut date = end;
        let mut left = i32::from(days);
        while left > 0 || (date != end && !self.is_working_day(date)) {
            left -= i32::from(self.is_working_day(date));
            let Ok(before) = date.yesterday() else { break };
            date = before;
        }
        date
    }

    /// How many working days lie after `from`, up to and with `to`; negative if `to` is the earlier one.
    /// `working_days_between(start, due_on(start, n))` is `n`.
    #[must_use]
    pub fn working_days_between(&self, from: Date, to: Date) -> i32 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        let days = weekdays_between(from, to);
        let span = (Bound::Excluded(from), Bound::Included(to));
        let worked = self.on.range(span).filter(|day| is_weekend(**day)).count();
        let free = self.off.range(span);
        let free = free.filter(|day| !is_weekend(**day) && !self.on.contains(day));
        let counted = |many: usize| i32::try_from(many).unwrap_or(i32::MAX);
        days + counted(worked) - counted(free.count())
    }
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// How many days from Monday to Friday lie after `from`, up to and with `to`, which is not earlier: whole weeks are reckoned,
/// since lists count what has been late for years.
fn weekdays_between(from: Date, to: Date) -> i32 {
    let days = (to - from).get_days();
    let weekday = i32::from(from.weekday().to_monday_zero_offset());
    let rest = (1..=days % 7).filter(|day| (weekday + day) % 7 < 5).count();
    days / 7 * 5 + i32::try_from(rest).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn national_day() -> Calendar {
        Calendar {
            off: BTreeSet::from([date(2026, 9, 1), date(2026, 9, 2)]),
            on: BTreeSet::from([date(2026, 8, 22)]),
        }
    }

    #[test]
    fn weekends_are_off_unless_they_are_worked() {
        let calendar = national_day();
        assert!(calendar.is_working_day(date(2026, 8, 21)));
        assert!(
            calendar.is_working_day(date(2026, 8, 22)),
            "a Saturday worked"
        );
        assert!(!calendar.is_working_day(date(2026, 8, 23)));
        assert!(!calendar.is_working_day(date(2026, 9, 2)));
    }

    #[test]
    fn the_day_of_the_transfer_is_not_counted() {
        let calendar = Calendar::default();
        assert_eq!(calendar.due_on(date(2026, 11, 23), 0), date(2026, 11, 23));
        assert_eq!(calendar.due_on(date(2026, 11, 23), 1), date(2026, 11, 24));
        assert_eq!(calendar.due_on(date(2026, 11, 27), 1), date(2026, 11, 30));
    }

    #[test]
    fn holidays_move_the_due_date() {
        let calendar = national_day();
        assert_eq!(calendar.due_on(date(2026, 8, 31), 2), date(2026, 9, 4));
        assert_eq!(calendar.due_on(date(2026, 8, 21), 1), date(2026, 8, 22));
    }

    #[test]
    fn time_ends_without_a_panic() {
        assert_eq!(Calendar::default().due_on(Date::MAX, u16::MAX), Date::MAX);
    }

    fn calendars() -> impl Strategy<Value = Calendar> {
        let days = || prop::collection::btree_set(dates(), 0..40);
        (days(), days()).prop_map(|(off, on)| Calendar { off, on })
    }

    fn dates() -> impl Strategy<Value = Date> {
        (0i64..400).prop_map(|days| date(2026, 1, 1) + days.days())
    }

    proptest! {
        #[test]
        fn counting_undoes_adding(calendar in calendars(), start in dates(), days in 0u16..300) {
            let due = calendar.due_on(start, days);
            prop_assert_eq!(calendar.working_days_between(start, due), i32::from(days));
            prop_assert!(days == 0 || calendar.is_working_day(due));
        }

        #[test]
        fn so_many_days_before_the_end_that_many_are_left(calendar in calendars(), end in dates(), days in 0u16..60) {
            let start = calendar.days_before(end, days);
            prop_assert_eq!(calendar.working_days_between(start, end), i32::from(days));
            prop_assert!(start == end || calendar.is_working_day(start));
        }

        #[test]
        fn more_days_are_never_due_earlier(calendar in calendars(), start in dates(), days in 0u16..300) {
            prop_assert!(calendar.due_on(start, days) < calendar.due_on(start, days + 1));
        }

        #[test]
        fn reckoning_gives_what_counting_day_by_day_gives(calendar in calendars(), a in dates(), b in dates()) {
            let (from, to) = (a.min(b), a.max(b));
            let days = from.series(1.day()).take_while(|day| *day <= to).skip(1);
            let counted = days.filter(|day| calendar.is_working_day(*day)).count();
            prop_assert_eq!(calendar.working_days_between(from, to), i32::try_from(counted).unwrap());
        }

        #[test]
        fn there_and_back_is_the_same_count(calendar in calendars(), a in dates(), b in dates()) {
            prop_assert_eq!(calendar.working_days_between(a, b), -calendar.working_days_between(b, a));
        }
    }
}
