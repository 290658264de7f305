//! The rules that a council sets for itself, with the defaults of a council that sets none.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use super::obligation::SupportObligation;
use crate::domain::{keyword::keywords, working_days::Calendar};

keywords! {
    /// Whether a clerk sees a question before the delegation does.
    pub enum Triage {
        /// The card goes straight to the body that the routes name.
        Automatic = "automatic",
        /// A clerk confirms category, area and body first.
        Clerk = "clerk",
    }
}

keywords! {
    /// Whether an answer waits for someone before the resident gets it.
    pub enum Approval {
        /// It is sent at once.
        None = "none",
        /// It waits for the head of the delegation.
        Head = "head",
    }
}

keywords! {
    /// Who looks at a question and its answer before everybody can read them.
    pub enum Publish {
        /// A clerk of the office.
        Clerk = "clerk",
        /// Whoever heads the body that answered.
        Head = "head",
    }
}

keywords! {
    /// Who may look at the phone that a resident left; every look is written down.
    pub enum PhoneFor {
        /// The office only.
        Office = "office",
        /// The office, and the body that has the question.
        Body = "body",
    }
}

keywords! {
    /// A day of the week on which a digest is due.
    pub enum Day {
        /// Thứ hai.
        Mon = "mon",
        /// Thứ ba.
        Tue = "tue",
        /// Thứ tư.
        Wed = "wed",
        /// Thứ năm.
        Thu = "thu",
        /// Thứ sáu.
        Fri = "fri",
        /// Thứ bảy.
        Sat = "sat",
        /// Chủ nhật.
        Sun = "sun",
    }
}

impl Day {
    /// The day of the week of a date.
    #[must_use]
    pub fn of(date: Date) -> Self {
        match date.weekday() {
            Weekday::Monday => Self::Mon,
            Weekday::Tuesday => Self::Tue,
            Weekday::Wednesday => Self::Wed,
            Weekday::Thursday => Self::Thu,
            Weekday::Friday => Self::Fri,
            Weekday::Saturday => Self::Sat,
            Weekday::Sunday => Self::Sun,
        }
    }
}

/// When bodies get their digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// Local time of day.
    pub at: Time,
    /// Days of the week; none means no digests.
    pub days: Vec<Day>,
}

/// Hours in which everything that can wait waits. May lie over midnight; `from == to` means never.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    /// First quiet minute, local time.
    pub from: Time,
    /// First minute that is not quiet any more.
    pub to: Time,
}

impl Digest {
    /// When digests and reminders leave on a day: at the council's hour, or when its quiet hours end.
    #[must_use]
    pub fn leaves_at(&self, quiet: QuietHours) -> Time {
        if quiet.contains(self.at) {
            quiet.to
        } else {
            self.at
        }
    }

    /// Whether a digest is due on this day: a day of the list that is not a day off; where the list is the whole
    /// working week, also a Saturday or Sunday worked.
    #[must_use]
    pub fn is_due_on(&self, date: Date, calendar: &Calendar) -> bool {
        const WEEK: [Day; 5] = [Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri];
        if calendar.on.contains(&date) && WEEK.iter().all(|day| self.days.contains(day)) {
            return true;
        }
        let is_off = calendar.off.contains(&date) && !calendar.on.contains(&date);
        self.days.contains(&Day::of(date)) && !is_off
    }
}

impl QuietHours {
    /// Whether this local time is quiet.
    #[must_use]
    pub fn contains(self, time: Time) -> bool {
        if self.from <= self.to {
            self.from <= time && time < self.to
        } else {
            self.from <= time || time < self.to
        }
    }

    /// The instant at which the quiet hours that hold at `now` end; `None` if it is not quiet now.
    #[must_use]
    pub fn end_after(self, now: Timestamp, timezone: &TimeZone) -> Option<Timestamp> {
        let local = timezone.to_datetime(now);
        if !self.contains(local.time()) {
            return None;
        }
        let day = if local.time() < self.to {
            local.date()
        } else {
            local.date().checked_add(1.day()).ok()?
        };
        timezone.to_timestamp(day.to_datetime(self.to)).ok()
    }
}

/// On which working days around the due day whom is reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalation {
    /// Whoever has the question: so many days before.
    pub owner_days_before: u16,
    /// The head of the body: so many days after.
    pub head_days_after: u16,
    /// The standing body: so many days after, later than the head.
    pub standing_body_days_after: u16,
}

impl Default for Escalation {
    fn default() -> Self {
        Self {
            owner_days_before: 3,
            head_days_after: 1,
            standing_body_days_after: 5,
        }
    }
}

/// How the database is copied at night.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NightlyBackup {
    /// From this local time on, once a day.
    pub at: Time,
    /// The folder of the copies; a relative one lies in the folder of the database.
    pub folder: String,
    /// So many copies are kept.
    pub keep: u16,
    /// Who alone can open them: the public part of a key of age (`age1…`); nobody in particular: they are plain.
    #[serde(default)]
    pub age: Option<String>,
}

/// The council's rules. Every number here may be asked about by a resident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// Who sees a question first.
    pub triage: Triage,
    /// Who sees an answer before the resident.
    pub approval: Approval,
    /// Working days for the clerk to pass a question on.
    pub triage_days: u16,
    /// Working days for the answer, from the transfer; a category may set its own.
    pub answer_days: u16,
    /// Working days for the answer where somebody may be in danger.
    pub urgent_days: u16,
    /// When whom is reminded.
    pub escalation: Escalation,
    /// Open questions that one resident may have at a time.
    pub max_open_questions: u32,
    /// Hours before a meeting at which those registered are reminded, the longest first.
    pub reminders_before_meeting_hours: Vec<u16>,
    /// Hours for which a freed seat is kept for the next on the waiting list.
    pub seat_offer_hours: u16,
    /// Daily digest of the bodies.
    pub digest: Digest,
    /// Nightly quiet.
    pub quiet_hours: QuietHours,
    /// Who looks before an answer is public.
    pub publish: Publish,
    /// Who may see a resident's phone.
    pub phone_for: PhoneFor,
    /// Working days in which somebody hears what came of a request about their own data: two by Decree 356/2025 unless
    /// the council is quicker.
    pub data_request_days: u16,
    /// Days in which somebody who wants to be forgotten can take that back.
    pub erasure_days: u16,
    /// Days after something was said to be done until the residents are asked whether it is.
    pub resolved_check_days: u16,
    /// Minutes that a speaker has at a meeting.
    pub speaking_minutes: u16,
    /// What so many supporters oblige a body to; none: nothing.
    pub support_obligation: Option<SupportObligation>,
    /// How the database is copied at night; `None`: by somebody else.
    pub backup: Option<NightlyBackup>,
}

impl Default for Rules {
    /// The values that the documentation of the council file gives as defaults.
    fn default() -> Self {
        Self {
            triage: Triage::Automatic,
            approval: Approval::None,
            triage_days: 2,
            answer_days: 30,
            urgent_days: 3,
            escalation: Escalation::default(),
            max_open_questions: 10,
            reminders_before_meeting_hours: vec![24, 2],
            seat_offer_hours: 12,
            digest: Digest {
                at: Time::constant(7, 30, 0, 0),
                days: vec![Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri],
            },
            quiet_hours: QuietHours {
                from: Time::constant(21, 0, 0, 0),
                to: Time::constant(6, 30, 0, 0),
            },
            publish: Publish::Clerk,
            phone_for: PhoneFor::Office,
            data_request_days: 2,
            erasure_days: 7,
            resolved_check_days: 14,
            speaking_minutes: 3,
            support_obligation: None,
            backup: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn the_night_lies_over_midnight() {
        let night = Rules::default().quiet_hours;
        for (hour, minute, is_quiet) in [
            (20, 59, false),
            (21, 0, true),
            (0, 0, true),
            (6, 29, true),
            (6, 30, false),
        ] {
            assert_eq!(
                night.contains(time(hour, minute, 0, 0)),
                is_quiet,
                "{hour}:{minute}"
            );
        }
        let never = QuietHours {
            from: time(9, 0, 0, 0),
            to: time(9, 0, 0, 0),
        };
        assert!(!never.contains(time(9, 0, 0, 0)));
    }

    #[test]
    fn what_waits_at_night_leaves_in_the_morning() {
        let hanoi = TimeZone::fixed(jiff::tz::offset(7));
        let night = Rules::default().quiet_hours;
        let at = |day, hour| {
            date(2026, 11, day)
                .at(hour, 0, 0, 0)
                .to_zoned_datetime(hanoi.clone())
                .unwrap()
                .timestamp()
        };
        let morning = date(2026, 11, 24)
            .at(6, 30, 0, 0)
            .to_zoned_datetime(hanoi.clone())
            .unwrap()
            .timestamp();
        assert_eq!(night.end_after(at(23, 22), &hanoi), Some(morning));
        assert_eq!(night.end_after(at(24, 3), &hanoi), Some(morning));
        assert_eq!(night.end_after(at(24, 12), &hanoi), None);
    }

    #[test]
    fn digests_keep_to_the_list_the_holidays_and_the_weekends_worked() {
        let calendar = Calendar {
            off: [date(2026, 11, 24)].into(),
            on: [date(2026, 11, 28)].into(),
        };
        let daily = Rules::default().digest;
        assert!(daily.is_due_on(date(2026, 11, 23), &calendar));
        assert!(!daily.is_due_on(date(2026, 11, 24), &calendar), "a day off");
        assert!(
            daily.is_due_on(date(2026, 11, 28), &calendar),
            "a Saturday worked"
        );
        assert!(!daily.is_due_on(date(2026, 11, 29), &calendar), "a Sunday");
        let weekly = Digest {
            days: vec![Day::Mon],
            ..daily
        };
        assert!(!weekly.is_due_on(date(2026, 11, 28), &calendar));
    }

    #[test]
    fn an_hour_of_the_night_becomes_its_end() {
        let rules = Rules::default();
        let at = |hour| Digest {
            at: time(hour, 0, 0, 0),
            days: Vec::new(),
        };
        assert_eq!(at(5).leaves_at(rules.quiet_hours), time(6, 30, 0, 0));
        assert_eq!(at(22).leaves_at(rules.quiet_hours), time(6, 30, 0, 0));
        assert_eq!(at(8).leaves_at(rules.quiet_hours), time(8, 0, 0, 0));
    }

    #[test]
    fn a_date_knows_its_day() {
        assert_eq!(Day::of(date(2026, 11, 23)), Day::Mon);
        assert_eq!(Day::of(date(2026, 11, 29)), Day::Sun);
    }
}
