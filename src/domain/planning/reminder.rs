//! When people are reminded of a meeting: at the council's offsets, never at night, never after it began.

use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};

use crate::domain::council::Council;

/// When the reminder `hours` before `starts_at` leaves: at that instant; if that is at night, when the night
/// ends; if the meeting has begun by then, in the last minute before the night began.
#[must_use]
pub fn due_at(council: &Council, starts_at: Timestamp, hours: u16) -> Timestamp {
    let plain = starts_at - SignedDuration::from_hours(i64::from(hours));
    match council.quiet_until(plain) {
        None => plain,
        Some(morning) if morning < starts_at => morning,
        Some(_) => evening_before(council, plain),
    }
}

/// The last minute that is not quiet before the quiet instant `at`.
fn evening_before(council: &Council, at: Timestamp) -> Timestamp {
    let from: Time = council.rules.quiet_hours.from;
    let local = council.timezone.to_datetime(at);
    let day = if local.time() >= from {
        local.date()
    } else {
        local.date().yesterday().unwrap_or(local.date())
    };
    council
        .timezone
        .to_timestamp(day.to_datetime(from))
        .map_or(at, |evening| evening - SignedDuration::from_mins(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn council() -> Council {
        Council::parse(include_str!("../../../examples/duy-tien/council.toml")).unwrap()
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_reminder_by_day_leaves_on_time() {
        let due = due_at(&council(), at("2026-12-01T14:00:00+07:00"), 2);
        assert_eq!(due, at("2026-12-01T12:00:00+07:00"));
    }

    #[test]
    fn a_reminder_at_night_waits_for_the_morning() {
        let due = due_at(&council(), at("2026-12-01T08:00:00+07:00"), 2);
        assert_eq!(due, at("2026-12-01T06:30:00+07:00"));
    }

    #[test]
    fn a_reminder_that_the_morning_would_bring_too_late_comes_the_evening_before() {
        let due = due_at(&council(), at("2026-12-01T06:15:00+07:00"), 2);
        assert_eq!(due, at("2026-11-30T20:59:00+07:00"));
    }

    #[test]
    fn a_reminder_that_would_come_as_the_meeting_begins_comes_the_evening_before() {
        let due = due_at(&council(), at("2026-12-01T06:30:00+07:00"), 2);
        assert_eq!(due, at("2026-11-30T20:59:00+07:00"));
    }
}
