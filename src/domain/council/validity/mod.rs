//! From when until when an entry of a council file holds: areas are merged, bodies dissolved, fields given up, and what was
//! asked before keeps their names.

mod today;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The first and the last day on which an entry is offered and given anything new; without them always.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl Validity {
    /// Whether it holds on `day`; without a day, whether it holds at all.
    #[must_use]
    pub fn holds_on(&self, day: Option<Date>) -> bool {
        day.is_none_or(|day| {
            self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_the_last_day_count() {
        let day = |day: &str| Some(day.parse::<Date>().unwrap());
        let valid = Validity {
            from: day("2027-01-01"),
            until: day("2027-06-30"),
        };
        for (on, holds) in [
            ("2026-12-31", false),
            ("2027-01-01", true),
            ("2027-06-30", true),
            ("2027-07-01", false),
        ] {
            assert_eq!(valid.holds_on(day(on)), holds, "{on}");
        }
        assert!(valid.holds_on(None));
        assert!(Validity::default().holds_on(day("2027-01-01")));
    }
}
