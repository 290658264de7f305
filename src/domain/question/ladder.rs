//! The ladder of reminders: first whoever has the question, then the head of the body, then the standing body.
//!
//! Pure. One rung a question and working day, each rung once; anything done to the question since the last rung
//! silences the next one. Who is where on the ladder is remembered in the table `reminder`.

use jiff::{Timestamp, civil::Date};

use super::{
    Question,
    deadline::{Clock, Deadline, Times},
};
use crate::domain::{
    council::{Council, Escalation},
    ids::{BodyCode, QuestionId, UserId},
    keyword::keywords,
    working_days::Calendar,
};

/// A member may put reminders off for at most so many days.
pub const MAX_SNOOZE_DAYS: i32 = 30;

keywords! {
    /// Who is reminded.
    pub enum Rung {
        /// Whoever took it on, or everybody in the body's group (for triage: the office).
        Owner = "owner",
        /// The head of the body, in private and by name in the group.
        Head = "head",
        /// The standing body (Thường trực), in its group.
        StandingBody = "standing_body",
    }
}

impl Rung {
    fn next(self, clock: Clock) -> Option<Self> {
        match (self, clock) {
            (Self::Owner, Clock::Triage) | (Self::Head, _) => Some(Self::StandingBody),
            (Self::Owner, _) => Some(Self::Head),
            (Self::StandingBody, _) => None,
        }
    }

    /// The first day on which this rung may be reached.
    fn opens(self, escalation: Escalation, calendar: &Calendar, deadline: Deadline) -> Date {
        match self {
            Self::Owner => calendar.days_before(deadline.on, escalation.owner_days_before),
            Self::Head => calendar.due_on(deadline.on, escalation.head_days_after),
            Self::StandingBody => calendar.due_on(deadline.on, escalation.standing_body_days_after),
        }
    }
}

/// Up to when something must be due for anybody to be reminded of it today: what lies beyond needs no look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Horizon {
    /// The last day of a deadline.
    pub on: Date,
    /// What waits to be sorted came in before.
    pub received_before: Timestamp,
}

impl Horizon {
    /// Everything.
    pub const NONE: Self = Self {
        on: Date::MAX,
        received_before: Timestamp::MAX,
    };

    /// On `today`.
    #[must_use]
    pub fn of(council: &Council, today: Date) -> Self {
        let calendar = &council.calendar;
        let ahead = council.rules.escalation.owner_days_before;
        let on = std::iter::successors(Some(today), |day| day.tomorrow().ok())
            .take_while(|day| calendar.days_before(*day, ahead) <= today)
            .last()
            .unwrap_or(today);
        // Going back, the first of the days on which came in what has to be sorted by then; nothing came in after today.
        let received = std::iter::successors(today.tomorrow().ok(), |day| day.yesterday().ok())
            .find(|day| calendar.due_on(*day, council.rules.triage_days) <= on);
        let end = received.and_then(|day| day.tomorrow().ok());
        Self {
            on,
            received_before: end.map_or(Timestamp::MAX, |end| council.begins(end)),
        }
    }
}

/// The little of a question by which it is decided who is reminded of it: thousands may be due on one morning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// Its row.
    pub id: QuestionId,
    /// Who asked it.
    pub author: Option<UserId>,
    /// Who has it, or is proposed.
    pub body: BodyCode,
    /// What its clock is reckoned from.
    pub times: Times,
}

impl From<Question> for Owed {
    fn from(question: Question) -> Self {
        Self {
            id: question.id,
            author: question.author,
            times: question.times(),
            body: question.body,
        }
    }
}

/// The rung that was reached last, for this deadline and this body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// Which one.
    pub rung: Rung,
    /// When.
    pub at: Timestamp,
    /// On which day, in the council's time zone.
    pub on: Date,
}

/// What is to be done about one question today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Remind on this rung.
    Remind(Rung),
    /// Somebody did something since the last rung: this one passes in silence.
    Silence(Rung),
}

/// The next step for a deadline on `today`; `None`: nothing yet, or everybody was told.
///
/// `last` is the rung reached last, `acted_at` when the body or the office last did something about the question.
#[must_use]
pub fn next_step(
    escalation: Escalation,
    calendar: &Calendar,
    deadline: Deadline,
    last: Option<Reached>,
    acted_at: Option<Timestamp>,
    today: Date,
) -> Option<Step> {
    if last.is_some_and(|last| last.on >= today) {
        return None;
    }
    let rung = match last {
        None => Rung::Owner,
        Some(last) => last.rung.next(deadline.clock)?,
    };
    if today < rung.opens(escalation, calendar, deadline) {
        return None;
    }
    let is_silent = last
        .zip(acted_at)
        .is_some_and(|(last, acted)| acted >= last.at);
    Some(if is_silent {
        Step::Silence(rung)
    } else {
        Step::Remind(rung)
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const ANSWER: Deadline = Deadline {
        clock: Clock::Answer,
        on: date(2026, 12, 4),
    };

    fn at(day: Date) -> Timestamp {
        day.at(0, 30, 0, 0)
            .to_zoned_datetime(jiff::tz::TimeZone::UTC)
            .unwrap()
            .timestamp()
    }

    fn step(last: Option<(Rung, Date)>, acted: Option<Date>, today: Date) -> Option<Step> {
        let last = last.map(|(rung, on)| Reached {
            rung,
            at: at(on),
            on,
        });
        next_step(
            Escalation::default(),
            &Calendar::default(),
            ANSWER,
            last,
            acted.map(at),
            today,
        )
    }

    #[test]
    fn rungs_open_in_working_days_around_the_day() {
        assert_eq!(step(None, None, date(2026, 11, 30)), None);
        let owner = Some((Rung::Owner, date(2026, 12, 1)));
        assert_eq!(
            step(None, None, date(2026, 12, 1)),
            Some(Step::Remind(Rung::Owner))
        );
        assert_eq!(step(owner, None, date(2026, 12, 4)), None);
        assert_eq!(
            step(owner, None, date(2026, 12, 7)),
            Some(Step::Remind(Rung::Head))
        );
        let head = Some((Rung::Head, date(2026, 12, 7)));
        assert_eq!(step(head, None, date(2026, 12, 10)), None);
        let standing = Some(Step::Remind(Rung::StandingBody));
        assert_eq!(step(head, None, date(2026, 12, 11)), standing);
        let last = Some((Rung::StandingBody, date(2026, 12, 11)));
        assert_eq!(step(last, None, date(2027, 3, 1)), None);
    }

    #[test]
    fn a_deed_since_the_last_rung_silences_the_next_one_only() {
        let owner = Some((Rung::Owner, date(2026, 12, 1)));
        let acted = Some(date(2026, 12, 3));
        let silent = Some(Step::Silence(Rung::Head));
        assert_eq!(step(owner, acted, date(2026, 12, 7)), silent);
        let head = Some((Rung::Head, date(2026, 12, 7)));
        let standing = Some(Step::Remind(Rung::StandingBody));
        assert_eq!(step(head, acted, date(2026, 12, 11)), standing);
    }

    #[test]
    fn after_a_downtime_rungs_come_one_a_day() {
        let first = step(None, None, date(2026, 12, 31));
        assert_eq!(first, Some(Step::Remind(Rung::Owner)));
        let owner = Some((Rung::Owner, date(2026, 12, 31)));
        assert_eq!(step(owner, None, date(2026, 12, 31)), None);
    }

    proptest! {
        #[test]
        fn beyond_the_horizon_nobody_is_reminded_of_anything(
            today in 0_i64..500,
            due in -30_i64..60,
            (ahead, limit) in (0_u16..8, 0_u16..20),
        ) {
            let text = include_str!("../../../examples/duy-tien/council.toml");
            let mut council = Council::parse(text).unwrap();
            council.rules.escalation.owner_days_before = ahead;
            council.rules.triage_days = limit;
            let day = |days| date(2026, 11, 1).saturating_add(jiff::Span::new().days(days));
            let (today, on) = (day(today), day(today + due));
            let horizon = Horizon::of(&council, today);
            let begins = |on| council.calendar.days_before(on, ahead) <= today;
            prop_assert_eq!(on <= horizon.on, begins(on));
            let received = council.begins(on.min(today)) + jiff::SignedDuration::from_hours(23);
            let sorted_by = council.calendar.due_on(council.local_date(received), limit);
            prop_assert_eq!(received < horizon.received_before, begins(sorted_by));
        }

        /// Whatever happens on whichever days the bot looks: no rung twice, and never downwards.
        #[test]
        fn every_rung_comes_at_most_once(looks in prop::collection::btree_set(0i64..120, 0..60)) {
            let mut last: Option<(Rung, Date)> = None;
            for look in looks {
                let today = date(2026, 11, 1).saturating_add(jiff::Span::new().days(look));
                if let Some(Step::Remind(rung) | Step::Silence(rung)) = step(last, None, today) {
                    prop_assert!(last.is_none_or(|(before, on)| before < rung && on < today));
                    last = Some((rung, today));
                }
            }
        }
    }
}
