//! Meetings, seats and who came, as they are kept.

use cutri::{
    domain::{
        ids::{MeetingCode, SessionCode},
        report::{ReportKind, ReportWish, changes::Kept, issue::ReadyPaper},
    },
    store::issued,
};

use crate::world::Town;

impl Town {
    /// How many registrations are so: seated, waiting, cancelled …
    pub fn registrations_that_are(&self, standing: &str) -> i64 {
        self.count(&format!(
            "select count(*) from registration where standing = '{standing}'"
        ))
    }

    /// How many people have a seat, companions counted.
    pub fn people_seated(&self) -> i64 {
        self.count("select coalesce(sum(size), 0) from registration where standing = 'seated'")
    }

    /// The tickets of those whose name begins so: guests of a reserved seat.
    pub fn tickets_of_guests(&self, name: &str) -> Vec<String> {
        self.texts(&format!(
            "select ticket from registration where guest_name like '{name}%' order by id"
        ))
    }

    /// Every ticket.
    pub fn tickets(&self) -> Vec<String> {
        self.texts("select ticket from registration order by id")
    }

    /// How many residents have a reserved seat.
    pub fn residents_on_reserved_seats(&self) -> i64 {
        self.count(
            "select count(*) from registration where share = 'reserved' and user_id is not null",
        )
    }

    /// How many people, companions counted, have reserved seats.
    pub fn people_on_reserved_seats(&self) -> i64 {
        self.count("select coalesce(sum(size), 0) from registration where share = 'reserved'")
    }

    /// How many wait for a seat that is for everybody.
    pub fn waiting_for_an_open_seat(&self) -> i64 {
        self.count(
            "select count(*) from registration where standing = 'waiting' and share = 'open'",
        )
    }

    /// How many registrations are checked in.
    pub fn checked_in(&self) -> i64 {
        self.count("select count(arrived_at) from registration")
    }

    /// How many people are checked in, companions counted.
    pub fn people_checked_in(&self) -> i64 {
        self.count("select coalesce(sum(arrived_size), 0) from registration")
    }

    /// How many meetings are in this state.
    pub fn meetings_that_are(&self, state: &str) -> i64 {
        self.count(&format!(
            "select count(*) from meeting where state = '{state}'"
        ))
    }

    /// How many may come.
    pub fn capacity_of(&self, meeting: &str) -> i64 {
        self.count(&format!(
            "select json_extract(value, '$.capacity') from meeting where code = '{meeting}'"
        ))
    }

    /// When it begins, in unix seconds.
    pub fn start_of(&self, meeting: &str) -> i64 {
        self.count(&format!(
            "select starts_at from meeting where code = '{meeting}'"
        ))
    }

    /// How many who wished to speak are so.
    pub fn speakers_that_are(&self, state: &str) -> i64 {
        self.count(&format!(
            "select count(*) from speaker where state = '{state}'"
        ))
    }

    /// How many opinions the only meeting brought that is over.
    pub fn opinions_brought(&self) -> i64 {
        self.count("select opinions from meeting_outcome")
    }

    /// The office issues a paper now, as `cutri report KIND --issue` does.
    pub fn issues(&self, kind: ReportKind, session: Option<&str>, meeting: Option<&str>) {
        let wish = ReportWish {
            session: session.map(SessionCode::new),
            meeting: meeting.map(MeetingCode::new),
            ..ReportWish::of(kind)
        };
        let now = self.now();
        let today = now.to_zoned_datetime(jiff::tz::TimeZone::fixed(jiff::tz::offset(7)));
        let paper = ReadyPaper {
            wish,
            number: None,
            dated_on: None,
            kept: Kept::default(),
            file: Vec::new(),
            today: today.date(),
        };
        self.asks_store(|tx| issued::issue(tx, &paper, None, now));
    }
}
