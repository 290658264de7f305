//! Questions to a council: who is who, what lies where, what comes next.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Council;
use crate::domain::area::Area;
use crate::domain::body::{Body, BodyKind};
use crate::domain::category::{self, Category};
use crate::domain::ids::{AreaCode, BodyCode, CategoryCode, Language, MeetingCode, SessionCode};
use crate::domain::meeting::Meeting;
use crate::domain::session::Session;

impl Council {
    /// The area with this code.
    #[must_use]
    pub fn area(&self, code: &AreaCode) -> Option<&Area> {
        self.areas.iter().find(|area| area.code == *code)
    }

    /// The body with this code.
    #[must_use]
    pub fn body(&self, code: &BodyCode) -> Option<&Body> {
        self.bodies.iter().find(|body| body.code == *code)
    }

    /// The category with this code; `other` always exists.
    #[must_use]
    pub fn category(&self, code: &CategoryCode) -> Option<&Category> {
        self.categories
            .iter()
            .find(|category| category.code == *code)
            .or_else(|| (code.as_str() == category::OTHER).then(category::other))
    }

    /// The categories as a resident is offered them today: the council's own, and "Khác" at the end.
    pub fn offered_categories(&self) -> impl Iterator<Item = &Category> {
        let names_other = self
            .categories
            .iter()
            .any(|category| category.code.as_str() == category::OTHER);
        let other = (!names_other).then(category::other);
        let own = self.categories.iter();
        own.filter(|category| category.valid.holds_on(self.today))
            .chain(other)
    }

    /// The session with this code.
    #[must_use]
    pub fn session(&self, code: &SessionCode) -> Option<&Session> {
        self.sessions.iter().find(|session| session.code == *code)
    }

    /// The meeting with this code, in whichever case a person typed it.
    #[must_use]
    pub fn meeting(&self, code: &MeetingCode) -> Option<&Meeting> {
        self.meetings
            .iter()
            .find(|meeting| meeting.code.as_str().eq_ignore_ascii_case(code.as_str()))
    }

    /// The areas of today that lie in no other, in the order of the file.
    pub fn top_areas(&self) -> impl Iterator<Item = &Area> {
        let areas = self.areas.iter();
        areas.filter(|area| area.parent.is_none() && area.valid.holds_on(self.today))
    }

    /// The areas of today that lie directly in this one, in the order of the file.
    pub fn children<'c>(&'c self, code: &'c AreaCode) -> impl Iterator<Item = &'c Area> {
        let areas = self.areas.iter();
        areas.filter(move |area| {
            area.parent.as_ref() == Some(code) && area.valid.holds_on(self.today)
        })
    }

    /// The areas in which this one lies, the nearest first, without itself.
    #[must_use]
    pub fn ancestors(&self, code: &AreaCode) -> Vec<&Area> {
        let mut ancestors: Vec<&Area> = Vec::new();
        let mut parent = self.area(code).and_then(|area| area.parent.as_ref());
        while let Some(area) = parent.and_then(|code| self.area(code)) {
            // Checked files have no cycles; a hand-made council must not hang us either.
            if area.code == *code || ancestors.iter().any(|known| known.code == area.code) {
                break;
            }
            ancestors.push(area);
            parent = area.parent.as_ref();
        }
        ancestors
    }

    /// The codes of this area and of those in which it lies, the nearest first.
    pub(crate) fn path_of<'c>(&'c self, code: &'c AreaCode) -> Vec<&'c AreaCode> {
        let ancestors = self.ancestors(code).into_iter().map(|area| &area.code);
        std::iter::once(code).chain(ancestors).collect()
    }

    /// The delegation that names this very area, today.
    pub(crate) fn own_delegation(&self, code: &AreaCode) -> Option<&Body> {
        self.bodies.iter().find(|body| {
            body.kind == BodyKind::Delegation && body.areas.contains(code) && self.is_at_work(body)
        })
    }

    /// The delegation that answers for this area: its own, or that of the nearest area in which it lies.
    #[must_use]
    pub fn delegation_of(&self, code: &AreaCode) -> Option<&Body> {
        self.path_of(code)
            .into_iter()
            .find_map(|code| self.own_delegation(code))
    }

    /// The body of kind office, if the file has one.
    #[must_use]
    pub fn office(&self) -> Option<&Body> {
        self.bodies
            .iter()
            .find(|body| body.kind == BodyKind::Office)
    }

    /// The code of the office: the file's body, or the built-in one.
    #[must_use]
    pub fn office_code(&self) -> BodyCode {
        self.office()
            .map_or_else(BodyCode::office, |office| office.code.clone())
    }

    /// The session for which questions are collected at `now`: the next whose cut-off is still to come.
    #[must_use]
    pub fn next_session(&self, now: Timestamp) -> Option<&Session> {
        self.sessions
            .iter()
            .filter(|session| session.questions_close_at > now)
            .min_by_key(|session| session.questions_close_at)
    }

    /// The session that a question arriving at `now` is too late for: its cut-off is over, it has not opened yet.
    #[must_use]
    pub fn missed_session(&self, now: Timestamp) -> Option<&Session> {
        let today = self.local_date(now);
        self.sessions
            .iter()
            .filter(|session| session.questions_close_at <= now && session.opens_on >= today)
            .min_by_key(|session| session.opens_on)
    }

    /// The session a question belongs to that is asked for a meeting of `session` (or for none): that one while
    /// it takes questions, else the next that does.
    #[must_use]
    pub fn session_for(&self, session: Option<&SessionCode>, now: Timestamp) -> Option<&Session> {
        session
            .and_then(|code| self.session(code))
            .filter(|session| session.questions_close_at > now)
            .or_else(|| self.next_session(now))
    }

    /// Whether people come to this body with their questions: the office and the fatherland front.
    #[must_use]
    pub fn takes_questions_at_the_desk(&self, code: &BodyCode) -> bool {
        *code == BodyCode::office()
            || self.body(code).is_some_and(|body| {
                matches!(body.kind, BodyKind::Office | BodyKind::FatherlandFront)
            })
    }

    /// The language of people who have not chosen one.
    #[must_use]
    pub fn default_language(&self) -> Language {
        self.languages.first().copied().unwrap_or_default()
    }

    /// The council's local date at an instant.
    #[must_use]
    pub fn local_date(&self, at: Timestamp) -> Date {
        self.timezone.to_datetime(at).date()
    }

    /// When this day begins where the council is.
    #[must_use]
    pub fn begins(&self, day: Date) -> Timestamp {
        day.at(0, 0, 0, 0)
            .to_zoned_datetime(self.timezone.clone())
            .map_or(Timestamp::MAX, |midnight| midnight.timestamp())
    }

    /// Until when a message that can wait waits; `None` if it may leave at `now`.
    #[must_use]
    pub fn quiet_until(&self, now: Timestamp) -> Option<Timestamp> {
        self.rules.quiet_hours.end_after(now, &self.timezone)
    }
}
