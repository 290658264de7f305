//! The sample's dates laid around a day, so that the demo always has a session to ask for and meetings to come to.
//!
//! A council file tells one year; whoever tries the demo later would find nothing but what is over. Pure: a council
//! and a day make a council. A file that somebody names with `--council` is never touched.

use std::collections::BTreeSet;

use jiff::{Span, Timestamp, ToSpan, civil::Date, civil::Weekday, tz::TimeZone};

use crate::domain::council::{Council, Term};

/// So many weeks meetings are put off rather than held on days off, such as Tết.
const MOST_WEEKS_PUT_OFF: i64 = 8;

/// The council as if its file had been written in the week of `today`: its first meeting is held in the week after,
/// everything else keeps its distance to it and its day of the week. Days off keep their day of the year, and
/// `today` lies within the term. A council without meetings keeps its sessions where they are.
pub(super) fn around(council: Council, today: Date) -> Council {
    let mut council = council;
    council.term = term_around(&council.term, today);
    council.calendar.off = days_off_around(&council.calendar.off, today);
    let Some(first) = days_of_meetings(&council).min() else {
        return council;
    };
    let weeks = weeks_between(first, today) + 1;
    let put_off = (0..MOST_WEEKS_PUT_OFF).find(|more| is_free(&council, weeks + more));
    move_by(council, weeks + put_off.unwrap_or(0))
}

/// From the Monday of the one day's week to the Monday of the other's.
fn weeks_between(from: Date, to: Date) -> i64 {
    let monday =
        |day: Date| day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days());
    let days = (monday(to) - monday(from)).get_days();
    i64::from(days / 7)
}

fn days_of_meetings(council: &Council) -> impl Iterator<Item = Date> {
    let day = |at: Timestamp| at.to_zoned_datetime(council.timezone.clone()).date();
    council
        .meetings
        .iter()
        .map(move |meeting| day(meeting.starts_at))
}

/// Moved by so many weeks, no meeting and no session is held on a day off.
fn is_free(council: &Council, weeks: i64) -> bool {
    let sessions = council.sessions.iter().map(|session| session.opens_on);
    days_of_meetings(council).chain(sessions).all(|day| {
        !council
            .calendar
            .off
            .contains(&day.saturating_add(weeks.weeks()))
    })
}

fn move_by(mut council: Council, weeks: i64) -> Council {
    let span = weeks.weeks();
    let zone = council.timezone.clone();
    for session in &mut council.sessions {
        session.opens_on = session.opens_on.saturating_add(span);
        session.questions_close_at = moved(session.questions_close_at, span, &zone);
    }
    for meeting in &mut council.meetings {
        meeting.starts_at = moved(meeting.starts_at, span, &zone);
        meeting.ends_at = moved(meeting.ends_at, span, &zone);
        meeting.registration_closes_at = moved(meeting.registration_closes_at, span, &zone);
    }
    council
}

/// At the same hour of another day.
fn moved(at: Timestamp, span: Span, zone: &TimeZone) -> Timestamp {
    let there = at.to_zoned_datetime(zone.clone());
    there.saturating_add(span).timestamp()
}

/// The term that holds `today`: as many whole terms later as it takes.
fn term_around(term: &Term, today: Date) -> Term {
    let years = i64::from(term.to.year() - term.from.year()).max(1);
    let mut after = 0_i64;
    while term.to.saturating_add(after.years()) < today {
        after += years;
    }
    let from = term.from.saturating_add(after.years());
    let to = term.to.saturating_add(after.years());
    // The later year first: the new first year is often the old last one.
    let name = term
        .name
        .replace(&term.to.year().to_string(), &to.year().to_string())
        .replace(&term.from.year().to_string(), &from.year().to_string());
    Term { name, from, to }
}

/// The file's own days off; outside the time that it tells, the same days of the other years around `today`. A day
/// that falls on a weekend is taken on the next day worked, as the law has it. Tết follows the moon: its days are
/// off by some weeks in other years, which a sample may be.
fn days_off_around(off: &BTreeSet<Date>, today: Date) -> BTreeSet<Date> {
    let (Some(&first), Some(&last)) = (off.first(), off.last()) else {
        return BTreeSet::new();
    };
    let year_before_last = last.saturating_sub(1.years());
    let of_one_year: Vec<Date> = off
        .iter()
        .copied()
        .filter(|day| *day > year_before_last)
        .collect();
    let mut around = off.clone();
    for year in today.year().saturating_sub(1)..=today.year().saturating_add(2) {
        for day in &of_one_year {
            let mut again = day.saturating_add(i64::from(year - day.year()).years());
            while is_weekend(again) || (around.contains(&again) && !off.contains(&again)) {
                again = again.saturating_add(1.days());
            }
            if again < first || again > last {
                around.insert(again);
            }
        }
    }
    around
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::admin::demo::sample;

    /// Days of the next five years: ends of years and terms, Tết, the weeks around the sample's own.
    fn days() -> Vec<Date> {
        let mut days = vec![date(2026, 11, 23), date(2026, 12, 23), date(2031, 6, 30)];
        let mut day = date(2026, 11, 28);
        while day < date(2031, 12, 1) {
            days.push(day);
            day = day.saturating_add(17.days());
        }
        days
    }

    fn at_noon(day: Date, council: &Council) -> Timestamp {
        let noon = day.at(12, 0, 0, 0);
        noon.to_zoned_datetime(council.timezone.clone())
            .unwrap()
            .timestamp()
    }

    #[test]
    fn on_every_day_there_are_meetings_ahead_and_places_to_be_had() {
        for day in days() {
            let council = around(sample().unwrap(), day);
            let now = at_noon(day, &council);
            let open = council
                .meetings
                .iter()
                .filter(|meeting| meeting.starts_at > now && meeting.registration_closes_at > now);
            assert_eq!(open.count(), council.meetings.len(), "{day}");
        }
    }

    #[test]
    fn on_every_day_one_session_can_be_asked_for_and_one_is_over() {
        for day in days() {
            let council = around(sample().unwrap(), day);
            let now = at_noon(day, &council);
            let next = council.next_session(now).unwrap();
            let days_left = (next
                .questions_close_at
                .to_zoned_datetime(council.timezone.clone())
                .date()
                - day)
                .get_days();
            assert!((5..60).contains(&days_left), "{day}: {days_left} days left");
            let over = council
                .sessions
                .iter()
                .filter(|session| session.opens_on < day);
            assert_eq!(over.count(), 1, "{day}");
        }
    }

    #[test]
    fn on_every_day_the_term_lasts_and_its_name_says_so() {
        for day in days() {
            let term = around(sample().unwrap(), day).term;
            assert!(term.from <= day && day <= term.to, "{day}: {term:?}");
            assert_eq!(
                term.name,
                format!("{}–{}", term.from.year(), term.to.year())
            );
        }
    }

    #[test]
    fn on_every_day_there_are_days_off_within_a_year_and_nobody_meets_on_them() {
        for day in days() {
            let council = around(sample().unwrap(), day);
            let year = day..day.saturating_add(1.years());
            let off = council.calendar.off.range(year);
            assert!(off.count() >= 8, "{day}");
            let sessions = council.sessions.iter().map(|session| session.opens_on);
            for held in days_of_meetings(&council).chain(sessions) {
                assert!(!council.calendar.off.contains(&held), "{day}: {held}");
            }
        }
    }

    #[test]
    fn in_the_week_it_was_written_for_the_sample_stays_as_it_is() {
        let council = sample().unwrap();
        let laid = around(council.clone(), date(2026, 11, 23));
        assert_eq!(laid.sessions, council.sessions);
        assert_eq!(laid.meetings, council.meetings);
        assert!(laid.calendar.off.is_superset(&council.calendar.off));
    }

    #[test]
    fn hours_and_days_of_the_week_are_kept() {
        let council = sample().unwrap();
        let laid = around(council.clone(), date(2029, 3, 14));
        for (before, after) in council.meetings.iter().zip(&laid.meetings) {
            let [before, after] = [before, after].map(|meeting| {
                meeting
                    .starts_at
                    .to_zoned_datetime(council.timezone.clone())
            });
            assert_eq!(
                (before.weekday(), before.time()),
                (after.weekday(), after.time())
            );
        }
    }
}
