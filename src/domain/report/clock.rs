//! Time limits of the council's papers and meetings (thời hạn): each with its days, how they are counted, since when, and where it is
//! written. A council says its own in `[[papers.clock]]`; what it leaves out is shipped here.
//!
//! Which one holds on a day is said by `Council::limit`; whether it is near or missed by `overview::limits`.

use jiff::{ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

use crate::domain::{keyword::keywords, working_days::Calendar};

keywords! {
    /// What is limited.
    pub enum ClockKey {
        /// The plan of a meeting is public so many days before it.
        PlanPublished = "plan_published",
        /// Those who have to be there are invited so many days before a meeting.
        InvitationNotified = "invitation_notified",
        /// Delegations meet residents so many days before a session opens, or earlier.
        ContactBefore = "contact_before",
        /// Delegations meet residents no earlier than so many days after a session.
        ContactAfter = "contact_after",
        /// What was said at a delegation's meeting is summed up so many days after it.
        SummarySent = "summary_sent",
        /// A body answers so many days after it was given a question. A warning only: what a body owes is `[rules]`.
        Answer = "answer",
    }
}

keywords! {
    /// How days are counted.
    pub enum DayUnit {
        /// Every day.
        Calendar = "calendar",
        /// Days on which the council works, as its file has them.
        Working = "working",
    }
}

/// A time limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperClock {
    /// What it limits.
    pub key: ClockKey,
    /// So many days; none: it is switched off.
    pub value: Option<u16>,
    /// How they are counted.
    pub unit: DayUnit,
    /// The first day on which it holds.
    pub from: Option<Date>,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// Where it is written.
    pub source: String,
}

/// The limits that come with the program: (days, unit, source). No law sets most of them: they are other councils' rules, so a
/// council puts its own in their place. How `contact_after` is counted is not told by what was read of it: it is off.
pub(crate) const SHIPPED: [(ClockKey, Option<u16>, DayUnit, &str); 6] = [
    (
        ClockKey::PlanPublished,
        Some(7),
        DayUnit::Calendar,
        "quy chế tiếp xúc cử tri của TP.HCM, để tham khảo",
    ),
    (
        ClockKey::InvitationNotified,
        Some(3),
        DayUnit::Working,
        "Nghị quyết liên tịch 72/2025, Điều 32 về tiếp xúc ngoài đơn vị bầu cử, vận dụng",
    ),
    (
        ClockKey::ContactBefore,
        Some(15),
        DayUnit::Calendar,
        "quy chế tiếp xúc cử tri của TP.HCM, để tham khảo",
    ),
    (ClockKey::ContactAfter, None, DayUnit::Calendar, "chưa đặt"),
    (
        ClockKey::SummarySent,
        Some(5),
        DayUnit::Calendar,
        "quy chế tiếp xúc cử tri của TP.HCM, để tham khảo",
    ),
    (
        ClockKey::Answer,
        Some(30),
        DayUnit::Calendar,
        "quy chế tiếp xúc cử tri của TP.HCM, để tham khảo",
    ),
];

impl PaperClock {
    /// Whether it holds on this day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether there is a day on which both hold.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let begins = self.from.max(other.from);
        let ends = match (self.until, other.until) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        match (begins, ends) {
            (Some(begins), Some(ends)) => begins <= ends,
            _ => true,
        }
    }
}

/// A limit that holds, with its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// What it limits.
    pub key: ClockKey,
    /// So many days.
    pub days: u16,
    /// How they are counted.
    pub unit: DayUnit,
    /// Where it is written.
    pub source: String,
}

impl Limit {
    /// The last day that is early enough before `end`.
    #[must_use]
    pub fn before(&self, calendar: &Calendar, end: Date) -> Date {
        match self.unit {
            DayUnit::Calendar => end
                .checked_sub(i64::from(self.days).days())
                .unwrap_or(Date::MIN),
            DayUnit::Working => calendar.days_before(end, self.days),
        }
    }

    /// The last day of the limit that begins with `start`, which is not counted.
    #[must_use]
    pub fn after(&self, calendar: &Calendar, start: Date) -> Date {
        match self.unit {
            DayUnit::Calendar => start
                .checked_add(i64::from(self.days).days())
                .unwrap_or(Date::MAX),
            DayUnit::Working => calendar.due_on(start, self.days),
        }
    }
}
