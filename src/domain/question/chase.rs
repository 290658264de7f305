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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::question::casework::tests::question;

    fn council() -> Council {
        Council::parse(include_str!("../../../examples/duy-tien/council.toml")).unwrap()
    }

    /// Came in on a Monday, due at the end of December.
    fn asked(state: State) -> Question {
        Question {
            received_at: "2026-11-23T09:00:00+07:00".parse().unwrap(),
            state,
            ..question()
        }
    }

    #[test]
    fn a_resident_asks_after_ten_days_or_the_day_after_it_was_due_and_then_every_five() {
        let council = council();
        let may = |question: &Question, last, today| may_chase(&council, question, last, today);
        let open = asked(question().state);
        let tenth = date(2026, 12, 7);
        let before = date(2026, 12, 6);
        assert_eq!(may(&open, None, before), Err(NotNow::From(tenth)));
        assert_eq!(may(&open, None, tenth), Ok(()));
        let again = date(2026, 12, 14);
        assert_eq!(again_from(&council, tenth), again);
        assert_eq!(may(&open, Some(tenth), tenth), Err(NotNow::From(again)));
        assert_eq!(may(&open, Some(tenth), again), Ok(()));
        let soon = Question {
            due_on: date(2026, 11, 26),
            ..open
        };
        assert_eq!(
            may(&soon, None, soon.due_on),
            Err(NotNow::From(date(2026, 11, 27)))
        );
        assert_eq!(may(&soon, None, date(2026, 11, 28)), Ok(()));
    }

    #[test]
    fn nobody_is_pressed_for_what_the_resident_owes_or_nobody_does() {
        let at = "2026-11-24T09:00:00+07:00".parse().unwrap();
        let why = |state| may_chase(&council(), &asked(state), None, date(2027, 3, 1));
        assert_eq!(why(State::AskedBack { at }), Err(NotNow::WaitsForResident));
        assert_eq!(why(State::Answered { at }), Err(NotNow::Closed));
    }
}
