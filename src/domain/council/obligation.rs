//! So many supporters oblige a body to answer by a nearer day: the council says so beforehand.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::Council;
use crate::domain::{ids::AreaCode, keyword::keywords};

keywords! {
    /// Whose support counts.
    pub enum CountsWithin {
        /// Residents of the question's area, and of what lies around it.
        Area = "area",
        /// Everybody.
        Council = "council",
    }
}

/// What support obliges to (`support_obligation` of the council file).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportObligation {
    /// So many supporters.
    pub supporters: u32,
    /// Whose support counts.
    pub within: CountsWithin,
    /// An answer, point by point, within so many working days; else the matter is on the session's list.
    pub answer_days: u16,
}

impl SupportObligation {
    /// How many of those who support a matter of `area`, by where they live, count.
    #[must_use]
    pub fn count(
        self,
        council: &Council,
        area: &AreaCode,
        homes: &[Option<AreaCode>],
        is_near: impl Fn(&Council, &AreaCode, &AreaCode) -> bool,
    ) -> u32 {
        let counts = homes.iter().filter(|home| match (self.within, home) {
            (CountsWithin::Council, _) => true,
            (CountsWithin::Area, Some(home)) => is_near(council, home, area),
            (CountsWithin::Area, None) => false,
        });
        u32::try_from(counts.count()).unwrap_or(u32::MAX)
    }

    /// The day by which an answer is owed, once it is reached.
    #[must_use]
    pub fn due_on(self, council: &Council, now: Timestamp) -> Date {
        let today = council.local_date(now);
        council.calendar.due_on(today, self.answer_days)
    }
}
