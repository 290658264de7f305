//! Which time limit of papers and meetings is near, missed, or was kept too late. Pure: facts in, findings out, computed anew each
//! time.

use std::{collections::BTreeMap, fmt};

use jiff::{ToSpan as _, civil::Date};

use crate::domain::{
    body::BodyKind,
    council::Council,
    ids::{BodyCode, MeetingCode, SessionCode},
    meeting::{Meeting, MeetingPhase},
    report::{
        ReportKind,
        clock::{ClockKey, Limit},
    },
    session::Session,
};

/// So many days before its last day a limit is near.
const NEAR: i64 = 3;
/// What was missed is told so many days long: then it is history.
const TOLD: i64 = 14;

/// What is kept of the papers of a council.
#[derive(Debug, Clone, Default)]
pub struct PapersKept {
    /// Meetings that were not called off, by time.
    pub meetings: Vec<MeetingKept>,
    /// Papers that were issued.
    pub issued: Vec<PaperIssued>,
    /// The oldest of what was given to a body and not answered: code, day.
    pub oldest: Option<(String, Date)>,
    /// How many of these were given on which day.
    pub waiting: BTreeMap<Date, usize>,
}

/// A meeting, and what was done about it.
#[derive(Debug, Clone)]
pub struct MeetingKept {
    /// As it is planned.
    pub meeting: Meeting,
    /// When residents were told of it.
    pub announced_on: Option<Date>,
    /// When a clerk wrote down what came of it.
    pub written_on: Option<Date>,
    /// Questions were asked for it: somebody has to be there.
    pub is_asked_for: bool,
}

/// A paper that was issued.
#[derive(Debug, Clone)]
pub struct PaperIssued {
    /// Its kind.
    pub kind: ReportKind,
    /// Of which session.
    pub session: Option<SessionCode>,
    /// Of which meeting.
    pub meeting: Option<MeetingCode>,
    /// When.
    pub on: Date,
}

/// What a limit is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A meeting, and its day.
    Meeting(MeetingCode, Date),
    /// The meeting of a delegation, and its day.
    Summary(BodyCode, MeetingCode, Date),
    /// A session, and the delegations that have not met anybody.
    Session(SessionCode, Vec<BodyCode>),
    /// So many questions, the oldest by its code.
    Questions(usize, String),
}

/// How a limit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitStands {
    /// Not done, and there are so many days left.
    Near(i64),
    /// Not done, so many days after its last day.
    Missed(i64),
    /// Done, on this day, which is after the last day.
    Late(Date),
}

/// A limit that somebody should know of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitFound {
    /// The limit.
    pub limit: Limit,
    /// What it is about.
    pub subject: Subject,
    /// Its last day.
    pub last: Date,
    /// How it stands.
    pub stands: LimitStands,
}

impl LimitFound {
    /// Whether the digest of a day tells it: what can still be done each time, what was done late once, after it was.
    #[must_use]
    pub fn is_told(&self, since: Date) -> bool {
        match self.stands {
            LimitStands::Near(_) | LimitStands::Missed(_) => true,
            LimitStands::Late(on) => since <= on,
        }
    }
}

impl fmt::Display for LimitFound {
    /// `plan_published (7 calendar days; source): meeting DV01 of 2026-12-01, last day 2026-11-24: missed`, for operators.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Limit {
            key,
            days,
            unit,
            source,
        } = &self.limit;
        write!(f, "{key} ({days} {unit} days; {source}): ")?;
        match &self.subject {
            Subject::Meeting(code, day) => write!(f, "meeting {code} of {day}")?,
            Subject::Summary(body, code, day) => {
                write!(f, "{body}, last meeting {code} of {day}")?;
            }
            Subject::Session(code, bodies) => {
                let bodies: Vec<&str> = bodies.iter().map(BodyCode::as_str).collect();
                write!(f, "session {code}, {}", bodies.join(", "))?;
            }
            Subject::Questions(count, code) => {
                write!(f, "{count} unanswered questions, the oldest {code}")?;
            }
        }
        if *key == ClockKey::ContactAfter {
            return write!(f, ", first day {}: too early", self.last);
        }
        write!(f, ", last day {}: ", self.last)?;
        match self.stands {
            LimitStands::Near(0) => f.write_str("today"),
            LimitStands::Near(days) => write!(f, "in {days} days"),
            LimitStands::Missed(days) => write!(f, "missed by {days} days"),
            LimitStands::Late(on) => write!(f, "done on {on}, too late"),
        }
    }
}

/// Everything that is near, missed or late on a day, by its last day.
#[must_use]
pub fn look(council: &Council, kept: &PapersKept, today: Date) -> Vec<LimitFound> {
    let looking = Looking {
        council,
        kept,
        today,
    };
    let mut found = Vec::new();
    for held in &kept.meetings {
        found.extend(looking.plan(held));
        found.extend(looking.invitation(held));
        found.extend(looking.too_early(held));
    }
    for session in &council.sessions {
        found.extend(looking.contact(session));
    }
    found.extend(looking.summaries());
    found.extend(looking.answers());
    found.sort_by_key(|one| (one.last, one.limit.key));
    found
}

struct Looking<'a> {
    council: &'a Council,
    kept: &'a PapersKept,
    today: Date,
}

impl Looking<'_> {
    /// A plan or notice of its session was issued, or its residents were told of it.
    fn plan(&self, held: &MeetingKept) -> Option<LimitFound> {
        let meeting = &held.meeting;
        let is_its_plan = |paper: &&PaperIssued| {
            let is_plan = matches!(paper.kind, ReportKind::Plan | ReportKind::Notice);
            let is_its = match &paper.meeting {
                Some(code) => *code == meeting.code,
                None => meeting.session.is_some() && paper.session == meeting.session,
            };
            is_plan && is_its
        };
        let issued = self.kept.issued.iter().filter(is_its_plan);
        let done = issued.map(|paper| paper.on).chain(held.announced_on).min();
        self.before_meeting(ClockKey::PlanPublished, held, done)
    }

    /// The letters of invitation were issued, where questions say who has to be there.
    fn invitation(&self, held: &MeetingKept) -> Option<LimitFound> {
        if !held.is_asked_for {
            return None;
        }
        let letters = self.kept.issued.iter().filter(|paper| {
            paper.kind == ReportKind::Invitation
                && paper.meeting.as_ref() == Some(&held.meeting.code)
        });
        let done = letters.map(|paper| paper.on).min();
        self.before_meeting(ClockKey::InvitationNotified, held, done)
    }

    fn before_meeting(
        &self,
        key: ClockKey,
        held: &MeetingKept,
        done: Option<Date>,
    ) -> Option<LimitFound> {
        let day = self.day_of(&held.meeting);
        // Nothing can be done about a meeting that was held.
        if day < self.today {
            return None;
        }
        let limit = self.council.limit(key, day)?;
        let last = limit.before(&self.council.calendar, day);
        let subject = Subject::Meeting(held.meeting.code.clone(), day);
        self.found(limit, subject, last, done)
    }

    /// A meeting after a session that is planned for a day on which it is too early.
    fn too_early(&self, held: &MeetingKept) -> Option<LimitFound> {
        let day = self.day_of(&held.meeting);
        if held.meeting.phase != MeetingPhase::After || day < self.today {
            return None;
        }
        let session = self.council.session(held.meeting.session.as_ref()?)?;
        let limit = self.council.limit(ClockKey::ContactAfter, day)?;
        let first = limit.after(&self.council.calendar, session.opens_on);
        let left = (first - day).get_days();
        (day < first).then(|| LimitFound {
            limit,
            subject: Subject::Meeting(held.meeting.code.clone(), day),
            last: first,
            stands: LimitStands::Missed(i64::from(left)),
        })
    }

    /// Delegations that meet nobody early enough before a session.
    fn contact(&self, session: &Session) -> Option<LimitFound> {
        if session.opens_on <= self.today {
            return None;
        }
        let limit = self
            .council
            .limit(ClockKey::ContactBefore, session.opens_on)?;
        let last = limit.before(&self.council.calendar, session.opens_on);
        let meets = |body: &BodyCode| {
            self.kept.meetings.iter().any(|held| {
                held.meeting.session.as_ref() == Some(&session.code)
                    && held.meeting.phase == MeetingPhase::Before
                    && held.meeting.bodies.contains(body)
                    && self.day_of(&held.meeting) <= last
            })
        };
        let delegations = self.council.bodies.iter();
        let lacking: Vec<BodyCode> = delegations
            .filter(|body| body.kind == BodyKind::Delegation && !meets(&body.code))
            .map(|body| body.code.clone())
            .collect();
        if lacking.is_empty() {
            return None;
        }
        let subject = Subject::Session(session.code.clone(), lacking);
        self.found(limit, subject, last, None)
    }

    /// A delegation's last meeting of a round, whose outcome nobody has written down, and whose session has no summary since.
    fn summaries(&self) -> Vec<LimitFound> {
        let mut found = Vec::new();
        let mut rounds: Vec<(&BodyCode, &MeetingKept)> = Vec::new();
        for held in &self.kept.meetings {
            for body in &held.meeting.bodies {
                let is_same = |(known, before): &(&BodyCode, &MeetingKept)| {
                    *known == body
                        && before.meeting.session == held.meeting.session
                        && before.meeting.phase == held.meeting.phase
                };
                // By time: a later meeting of the same round takes the place of the earlier one.
                rounds.retain(|known| !is_same(known));
                rounds.push((body, held));
            }
        }
        let is_delegation = |code: &BodyCode| {
            let body = self.council.body(code);
            body.is_some_and(|body| body.kind == BodyKind::Delegation)
        };
        for (body, held) in rounds {
            let day = self.day_of(&held.meeting);
            if !is_delegation(body) || self.today <= day {
                continue;
            }
            let Some(limit) = self.council.limit(ClockKey::SummarySent, day) else {
                continue;
            };
            let last = limit.after(&self.council.calendar, day);
            let subject = Subject::Summary(body.clone(), held.meeting.code.clone(), day);
            let done = self.summary_of(&held.meeting, day);
            let done = done.into_iter().chain(held.written_on).min();
            found.extend(self.found(limit, subject, last, done));
        }
        found
    }

    /// When the summary of its session was issued, if that was after it.
    fn summary_of(&self, meeting: &Meeting, day: Date) -> Option<Date> {
        let issued = self.kept.issued.iter().filter(|paper| {
            paper.kind == ReportKind::Summary
                && meeting.session.is_some()
                && paper.session == meeting.session
                && day <= paper.on
        });
        issued.map(|paper| paper.on).min()
    }

    /// Questions that nobody has answered for so long: as one, by the oldest.
    fn answers(&self) -> Option<LimitFound> {
        let limit = self.council.limit(ClockKey::Answer, self.today)?;
        let last_of = |given: Date| limit.after(&self.council.calendar, given);
        let soon = self.today.saturating_add(NEAR.days());
        let waiting = self.kept.waiting.iter();
        let concerned = waiting
            .filter(|(given, _)| last_of(**given) <= soon)
            .map(|(_, many)| many)
            .sum();
        let (code, given) = self.kept.oldest.as_ref()?;
        let last = last_of(*given);
        let subject = Subject::Questions(concerned, code.clone());
        let days = i64::from((self.today - last).get_days());
        let stands = if concerned == 0 {
            return None;
        } else if days <= 0 {
            LimitStands::Near(-days)
        } else {
            LimitStands::Missed(days)
        };
        Some(LimitFound {
            limit,
            subject,
            last,
            stands,
        })
    }

    /// What is near, missed or late; nothing of what is neither.
    fn found(
        &self,
        limit: Limit,
        subject: Subject,
        last: Date,
        done: Option<Date>,
    ) -> Option<LimitFound> {
        let gone = i64::from((self.today - last).get_days());
        let stands = match done {
            Some(on) if on <= last => return None,
            Some(on) => LimitStands::Late(on),
            None if gone < -NEAR => return None,
            None if gone <= 0 => LimitStands::Near(-gone),
            None => LimitStands::Missed(gone),
        };
        (gone <= TOLD).then_some(LimitFound {
            limit,
            subject,
            last,
            stands,
        })
    }

    fn day_of(&self, meeting: &Meeting) -> Date {
        self.council.local_date(meeting.starts_at)
    }
}

#[cfg(test)]
#[path = "limits_tests.rs"]
mod tests;
