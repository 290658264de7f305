//! What papers say of meetings: before or after the session, when, where, for whom, by whom.

use super::{facts::ReportFacts, say};
use crate::domain::meeting::{Meeting, MeetingPhase};

impl ReportFacts {
    /// Before or after the session; where meetings of both are told, both.
    pub(in crate::reports) fn phase(&self) -> &'static str {
        let has = |phase| self.meetings.iter().any(|held| held.meeting.phase == phase);
        match (has(MeetingPhase::Before), has(MeetingPhase::After)) {
            (true, true) => "trước và sau",
            (false, true) => "sau",
            _ => "trước",
        }
    }

    /// A meeting's phase as a register has it.
    #[expect(
        clippy::unused_self,
        reason = "the register asks the facts for every word"
    )]
    pub(in crate::reports) fn phase_title(&self, phase: MeetingPhase) -> &'static str {
        match phase {
            MeetingPhase::Before => "Trước kỳ họp",
            MeetingPhase::After => "Sau kỳ họp",
        }
    }

    /// What the register is about.
    pub(in crate::reports) fn subject_of_register(&self) -> String {
        let session = self.session.as_ref();
        match session.filter(|_| self.wish.session.is_some()) {
            Some(session) => format!(
                "Sổ theo dõi kiến nghị của cử tri gửi đến {}",
                session.name.vi
            ),
            None => "Sổ theo dõi kiến nghị của cử tri".to_owned(),
        }
    }

    /// Where a meeting is, in one line.
    #[expect(
        clippy::unused_self,
        reason = "asked beside the other facts of a meeting"
    )]
    pub(in crate::reports) fn venue(&self, meeting: &Meeting) -> String {
        let venue = meeting.venue.as_ref().map(|venue| venue.vi.clone());
        let address = meeting.address.as_ref().map(|address| address.vi.clone());
        let online = meeting.online_url.as_ref().map(|_| "trực tuyến".to_owned());
        let parts: Vec<String> = [venue, address, online].into_iter().flatten().collect();
        say::one_line(&parts.join(", "))
    }

    /// When a meeting begins, on the council's clock.
    pub(in crate::reports) fn begins(&self, meeting: &Meeting) -> jiff::civil::DateTime {
        meeting
            .starts_at
            .to_zoned_datetime(self.council.timezone.clone())
            .datetime()
    }

    /// The areas of a meeting.
    pub(in crate::reports) fn areas(&self, meeting: &Meeting) -> String {
        let mut all = self.council.top_areas().peekable();
        if all.peek().is_some() && all.all(|area| meeting.areas.contains(&area.code)) {
            return format!("Toàn {}", self.council.unit());
        }
        say::list(meeting.areas.iter().map(|area| self.area(area)))
    }

    /// Who holds a meeting.
    pub(in crate::reports) fn hosts(&self, meeting: &Meeting) -> String {
        say::list(meeting.bodies.iter().map(|body| self.body(body)))
    }
}
