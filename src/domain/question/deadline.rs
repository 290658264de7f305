//! The clock of a question (hạn): which one runs, until which day, and how it stands today.
//!
//! Pure: council and day go in. Nothing here is ever stored; a council file with other holidays changes the answer at
//! once. The day that is due stands in the question ([`Question::due_on`]): it was told to the resident and moves only
//! by a deed (transfer, extension, asking back). Who is reminded when is in [`super::ladder`].

use jiff::{Timestamp, civil::Date};

use super::{Question, State, resolution::Resolution};
use crate::domain::{council::Council, ids::CategoryCode, routing};

/// A day that is so many working days ahead, or fewer, is "due soon" (sắp đến hạn).
pub const DUE_SOON_DAYS: i32 = 3;

/// What somebody owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clock {
    /// The office: to say who handles it (`triage_days`).
    Triage,
    /// Its body: the answer (`answer_days`, or the category's own, or `urgent_days`).
    Answer,
    /// Its body: what the answer promised for a day.
    Promise,
    /// Its body: what was said to be done, and is not.
    Redo,
}

impl Clock {
    /// Every clock.
    pub const ALL: [Self; 4] = [Self::Triage, Self::Answer, Self::Promise, Self::Redo];

    /// The name in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Triage => "triage",
            Self::Answer => "answer",
            Self::Promise => "promise",
            Self::Redo => "redo",
        }
    }
}

/// A clock that runs, and its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// Which one.
    pub clock: Clock,
    /// The last day.
    pub on: Date,
}

/// How a question stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its day is this many working days ahead, more than [`DUE_SOON_DAYS`].
    InTime(i32),
    /// Its day is this many working days ahead; 0 is today (or a day off before the next working day).
    DueSoon(i32),
    /// Its day has passed, this many working days ago; 0 while no working day has begun since.
    Overdue(i32),
    /// Its author was asked back: the clock stands still.
    Stopped,
    /// Nobody owes anything.
    Done,
}

impl Standing {
    /// Whether its day has passed.
    #[must_use]
    pub fn is_overdue(self) -> bool {
        matches!(self, Self::Overdue(_))
    }

    /// Whether its day comes soon.
    #[must_use]
    pub fn is_due_soon(self) -> bool {
        matches!(self, Self::DueSoon(_))
    }
}

/// What a clock is reckoned from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// Where the question is in its life.
    pub state: State,
    /// When it came in.
    pub received_at: Timestamp,
    /// The day by which an answer is due.
    pub due_on: Date,
    /// The day for which the answer promises something.
    pub promised_on: Option<Date>,
    /// Whether the thing was done.
    pub resolution: Resolution,
}

impl Times {
    /// The clock that runs; `None` while it stands still, or when nobody owes anything.
    #[must_use]
    pub fn deadline(&self, council: &Council) -> Option<Deadline> {
        let (clock, on) = match self.state {
            State::Received => {
                let start = council.local_date(self.received_at);
                let days = council.rules.triage_days;
                (Clock::Triage, council.calendar.due_on(start, days))
            }
            State::Forwarded { .. } | State::SentUp { .. } | State::SetAside { .. } => {
                (Clock::Answer, self.due_on)
            }
            State::Answered { .. } => match self.resolution {
                Resolution::Denied { due_on, .. } => (Clock::Redo, due_on),
                Resolution::Open | Resolution::Resolved { .. } => {
                    (Clock::Promise, self.promised_on?)
                }
            },
            State::AskedBack { .. }
            | State::Returned { .. }
            | State::Merged { .. }
            | State::Withdrawn { .. } => return None,
        };
        Some(Deadline { clock, on })
    }

    /// How it stands on `today`.
    #[must_use]
    pub fn standing(&self, council: &Council, today: Date) -> Standing {
        let Some(deadline) = self.deadline(council) else {
            return match self.state {
                State::AskedBack { .. } => Standing::Stopped,
                _ => Standing::Done,
            };
        };
        let left = council.calendar.working_days_between(today, deadline.on);
        match left {
            _ if today > deadline.on => Standing::Overdue(-left),
            left if left <= DUE_SOON_DAYS => Standing::DueSoon(left),
            left => Standing::InTime(left),
        }
    }
}

/// The clock that runs for this question; `None` while it stands still, or when nobody owes anything.
#[must_use]
pub fn deadline(council: &Council, question: &Question) -> Option<Deadline> {
    question.times().deadline(council)
}

/// How the question stands on `today`.
#[must_use]
pub fn standing(council: &Council, question: &Question, today: Date) -> Standing {
    question.times().standing(council, today)
}

/// Working days that the answer may take: the category's own or the council's, and no more than
/// `urgent_days` where somebody is in danger.
#[must_use]
pub fn answer_days(council: &Council, category: &CategoryCode, is_urgent: bool) -> u16 {
    let days = routing::answer_days(council, category);
    if is_urgent {
        days.min(council.rules.urgent_days)
    } else {
        days
    }
}

/// The last day for an answer that is owed since `transferred_at`; the day of the transfer is not counted.
#[must_use]
pub fn answer_due(
    council: &Council,
    category: &CategoryCode,
    is_urgent: bool,
    transferred_at: Timestamp,
) -> Date {
    let start = council.local_date(transferred_at);
    let days = answer_days(council, category, is_urgent);
    council.calendar.due_on(start, days)
}

#[cfg(test)]
#[path = "tests/deadline.rs"]
mod tests;
