//! May a resident ask how their question is getting on (hỏi thăm)? Limited, so that it keeps its weight.

use jiff::civil::Date;

use super::{
    Question, State,
    deadline::{self, Clock},
};
use crate::domain::council::Council;

/// After so many working days a resident may ask, even before the day that is due.
pub const AFTER_DAYS: u16 = 10;
/// And then once in so many working days.
pub const EVERY_DAYS: u16 = 5;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotNow {
    /// From this day on.
    From(Date),
    /// The resident was asked themselves.
    WaitsForResident,
    /// Nobody owes anything.
    Closed,
}

/// Whether its author may ask on `today`; `last` is the day on which they asked last.
///
/// # Errors
/// [`NotNow`].
pub fn may_chase(
    council: &Council,
    question: &Question,
    last: Option<Date>,
    today: Date,
) -> Result<(), NotNow> {
    let Some(deadline) = deadline::deadline(council, question) else {
        return Err(match question.state {
            State::AskedBack { .. } => NotNow::WaitsForResident,
            _ => NotNow::Closed,
        });
    };
    let after_due = council.calendar.due_on(deadline.on, 1);
    let first = match deadline.clock {
        Clock::Promise | Clock::Redo => after_due,
        Clock::Triage | Clock::Answer => {
            let received = council.local_date(question.received_at);
            after_due.min(council.calendar.due_on(received, AFTER_DAYS))
        }
    };
    let again = last.map(|last| council.calendar.due_on(last, EVERY_DAYS));
    let from = again.map_or(first, |again| again.max(first));
    if today < from {
        return Err(NotNow::From(from));
    }
    Ok(())
}

/// The day from which the author may ask again, having asked on `today`.
#[must_use]
pub fn again_from(council: &Council, today: Date) -> Date {
    council.calendar.due_on(today, EVERY_DAYS)
}
