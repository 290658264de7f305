//! What a paper is made of: everything as it stood in one moment.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::domain::{
    answer::{
        appeal::{self, Pace},
        judgement::Verdict,
        record::Subclass,
    },
    body::BodyKind,
    council::Council,
    ids::{AreaCode, BodyCode, CategoryCode, MeetingCode, SessionCode},
    meeting::{Meeting, outcome::Outcome},
    question::{Competence, QuestionKind, ResultClass, Source, resolution::is_to_be_done},
    report::ReportWish,
    session::Session,
    site::Condition,
};

/// The facts of one paper.
#[derive(Debug, Clone)]
pub struct ReportFacts {
    /// Which paper.
    pub wish: ReportWish,
    /// The council, as it was loaded last.
    pub council: Council,
    /// The bot's name, where it is known: a QR code leads there.
    pub bot: Option<String>,
    /// The day on which it is made.
    pub today: Date,
    /// The session it is about.
    pub session: Option<Session>,
    /// What the wish covers, by number; without what was withdrawn. Empty where a register is written page by page.
    pub cases: Vec<Case>,
    /// What was raised ahead of earlier sessions and is not answered or not done, as far as the paper is about a session.
    pub carried_over: Vec<Case>,
    /// How many the session before had: received, answered, resolved.
    pub before: Option<Earlier>,
    /// Meetings of the session (or the one that is named), by time.
    pub meetings: Vec<Held>,
    /// The site round that the paper records.
    pub round: Option<Round>,
    /// The number and day of the paper, where somebody has written them.
    pub issued: Option<Issued>,
}

/// Number and day of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// As the clerk wrote it: 05.
    pub number: String,
    /// The day.
    pub on: Date,
}

/// The session before, in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Its name.
    pub name: String,
    /// Petitions after splitting and merging.
    pub received: usize,
    /// Of these, answered.
    pub answered: usize,
    /// Of these, resolved.
    pub resolved: usize,
}

/// A question as papers see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// `DT-0042K`.
    pub code: String,
    /// The area it concerns.
    pub area: AreaCode,
    /// Its category.
    pub category: CategoryCode,
    /// The session it was asked ahead of.
    pub session: Option<SessionCode>,
    /// The meeting it was asked for, or spoken at.
    pub meeting: Option<MeetingCode>,
    /// What sort of words.
    pub kind: QuestionKind,
    /// How it came.
    pub source: Source,
    /// Which level decides; none: nobody has said.
    pub competence: Option<Competence>,
    /// The words, covered as the copy wants.
    pub text: String,
    /// Who has it.
    pub body: BodyCode,
    /// When it came in.
    pub received_on: Date,
    /// When it was given to its body.
    pub forwarded_on: Option<Date>,
    /// When its answer is due.
    pub due_on: Date,
    /// Its state, by the name in the table of transitions.
    pub state: String,
    /// The document it was sent up with: to whom, number, day.
    pub upward: Option<(String, String, Option<Date>)>,
    /// For which day its answer promises something.
    pub promised_on: Option<Date>,
    /// Whether that promise was kept.
    pub promise_kept: bool,
    /// Its answer, when it was answered.
    pub answer: Option<Told>,
    /// What its author says of the answer.
    pub verdict: Option<Verdict>,
    /// In how many sessions it was raised.
    pub times_raised: u32,
    /// How many others want the same.
    pub supporters: u32,
    /// How often it was opened again.
    pub reopened: u32,
    /// It came out of another one, of several matters.
    pub is_part: bool,
    /// Who spoke it, or for whom it was entered: only in the office's copy.
    pub voter: Option<String>,
    /// It was answered at the meeting where it was spoken, on the same day.
    pub on_the_spot: bool,
    /// Whether the thing was done: a fact of its own beside the answer.
    pub done: Done,
    /// How often a resident said that it is not.
    pub denials: u32,
    /// What the council makes of it: close or follow.
    pub outcome: Option<appeal::Outcome>,
    /// What the council says of how it comes along.
    pub pace: Option<Pace>,
    /// Residents' judgements that the council has not looked at.
    pub appeals: u32,
}

/// Whether the thing was done.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Done {
    /// Nobody has shown it.
    #[default]
    Open,
    /// A named person has shown it.
    Resolved {
        /// When.
        on: Date,
        /// By what.
        shown: Shown,
    },
    /// A resident says that it is not.
    Denied {
        /// Since when.
        on: Date,
        /// By when it is to be done.
        due_on: Option<Date>,
    },
}

/// What shows that it was done.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Shown {
    /// So many photos.
    pub photos: u32,
    /// Number and day of a document.
    pub document: Option<(String, Date)>,
}

impl Case {
    /// Whether somebody still owes an answer.
    #[must_use]
    pub(crate) fn is_open(&self) -> bool {
        matches!(
            self.state.as_str(),
            "received" | "forwarded" | "asked_back" | "sent_up" | "set_aside"
        )
    }

    /// Whether it is a matter of its own, after merging.
    #[must_use]
    pub(crate) fn counts(&self) -> bool {
        self.state != "merged" && self.state != "withdrawn"
    }

    /// Whether it goes to somebody to be solved: what was returned with guidance and thanks do not.
    #[must_use]
    pub(crate) fn is_petition(&self) -> bool {
        self.counts() && self.state != "returned" && self.kind != QuestionKind::Thanks
    }

    /// The class of its answer, while it is answered.
    #[must_use]
    pub(crate) fn class(&self) -> Option<ResultClass> {
        let answer = self.answer.as_ref().filter(|_| self.state == "answered")?;
        Some(answer.class)
    }

    /// Where the matter stands by class: what was shown to be done is resolved, whatever the answer had said; what a
    /// resident says is not done is under way.
    #[must_use]
    pub(crate) fn standing(&self) -> Option<ResultClass> {
        let class = self.class()?;
        Some(match (&self.done, class) {
            (Done::Resolved { .. }, _) => ResultClass::Resolved,
            (Done::Denied { .. }, ResultClass::Resolved) => ResultClass::InProgress,
            (Done::Denied { .. } | Done::Open, class) => class,
        })
    }

    /// Whether a named person has shown that it was done, and no resident denies it.
    #[must_use]
    pub(crate) fn is_resolved(&self) -> bool {
        self.state == "answered" && matches!(self.done, Done::Resolved { .. })
    }

    /// Whether a resident says that it is not done.
    #[must_use]
    pub(crate) fn is_denied(&self) -> bool {
        self.state == "answered" && matches!(self.done, Done::Denied { .. })
    }

    /// Whether its answer leaves something to be done.
    #[must_use]
    pub(crate) fn is_to_be_done(&self) -> bool {
        self.class().is_some_and(is_to_be_done)
    }

    /// Whether something is owed still: an answer, or what the answer speaks of.
    #[must_use]
    pub(crate) fn is_left(&self) -> bool {
        let done = [ResultClass::Resolved, ResultClass::Explained];
        self.is_open() || self.standing().is_some_and(|class| !done.contains(&class))
    }

    /// The day that counts next: what a denial set, what was promised, what the answer expects, the day of the answer.
    #[must_use]
    pub(crate) fn next_day(&self) -> Option<Date> {
        let again = match &self.done {
            Done::Denied { due_on, .. } => *due_on,
            Done::Open | Done::Resolved { .. } => None,
        };
        again
            .or(self.promised_on)
            .or_else(|| {
                let answer = self.answer.as_ref().filter(|_| self.state == "answered");
                answer.and_then(|told| told.fact_on)
            })
            .or_else(|| self.is_open().then_some(self.due_on))
    }

    /// Whether its answer is late.
    #[must_use]
    pub(crate) fn is_overdue(&self, today: Date) -> bool {
        self.is_open()
            && self.state != "asked_back"
            && self.state != "set_aside"
            && self.due_on < today
    }

    /// Whether the day it was promised for has gone by.
    #[must_use]
    pub(crate) fn missed_its_promise(&self, today: Date) -> bool {
        self.state == "answered"
            && !self.promise_kept
            && self.standing() != Some(ResultClass::Resolved)
            && self.promised_on.is_some_and(|day| day < today)
    }

    /// Whether a resident denied that it was done, and the day to do it again has gone by.
    #[must_use]
    pub(crate) fn is_undone(&self, today: Date) -> bool {
        matches!(&self.done, Done::Denied { due_on: Some(day), .. } if self.is_denied() && *day < today)
    }

    /// Whether its author is not content with the answer (cử tri chưa đồng tình).
    #[must_use]
    pub(crate) fn is_rejected(&self) -> bool {
        matches!(self.verdict, Some(Verdict::Not | Verdict::Unseen)) || self.reopened > 0
    }
}

/// An answer as papers see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its words.
    pub text: String,
    /// How the body classes the result.
    pub class: ResultClass,
    /// How exactly.
    pub subclass: Option<Subclass>,
    /// The day of the class: roadmap, expected, until when.
    pub fact_on: Option<Date>,
    /// Number of the document.
    pub document_number: Option<String>,
    /// Its day.
    pub document_on: Option<Date>,
    /// Who signed it.
    pub signer: Option<String>,
    /// What it is blocked by.
    pub obstacle: Option<String>,
    /// The day on which it was sent.
    pub on: Option<Date>,
    /// It says nothing by the rules that warn before it is sent; looked at only where a paper counts it.
    pub is_hollow: bool,
}

/// A meeting as papers see it.
#[derive(Debug, Clone)]
pub struct Held {
    /// As it is planned now.
    pub meeting: Meeting,
    /// It was called off.
    pub is_cancelled: bool,
    /// People with a seat.
    pub registered: u32,
    /// People who came, those from the street with them.
    pub came: u32,
    /// Names and topics on the list of speakers, in order, with whether they spoke; names only in the office's copy.
    pub speakers: Vec<Speaker>,
    /// What a clerk wrote down at the end.
    pub outcome: Option<Outcome>,
    /// When that was.
    pub written_at: Option<Timestamp>,
}

/// Somebody on the list of speakers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The name; none in a public copy.
    pub name: Option<String>,
    /// Whether they spoke.
    pub spoke: bool,
}

/// A site round (khảo sát thực tế) as its record tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Where.
    pub area: AreaCode,
    /// Who went, by name.
    pub by: String,
    /// When it began.
    pub begun_at: Timestamp,
    /// When it ended; none: it goes on.
    pub ended_at: Option<Timestamp>,
    /// Place by place, in order.
    pub visits: Vec<Visited>,
}

/// A place of a site round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visited {
    /// The question, `DT-0042K`.
    pub code: String,
    /// Where it is.
    pub area: AreaCode,
    /// Its words, covered as the copy wants.
    pub text: String,
    /// Who has it.
    pub body: BodyCode,
    /// What was found; none: not visited.
    pub found: Option<Condition>,
    /// What the head of the neighbourhood or the clerk said there.
    pub words: Option<String>,
    /// So many photos and files.
    pub photos: u32,
}

impl ReportFacts {
    /// The name of an area.
    pub(crate) fn area(&self, code: &AreaCode) -> String {
        let found = self.council.area(code);
        found.map_or_else(|| code.to_string(), |area| area.name.vi.clone())
    }

    /// The name of a body.
    pub(crate) fn body(&self, code: &BodyCode) -> String {
        let found = self.council.body(code);
        found.map_or_else(
            || {
                if *code == BodyCode::office() {
                    "Văn phòng".to_owned()
                } else {
                    code.to_string()
                }
            },
            |body| body.name.vi.clone(),
        )
    }

    /// The name of a category.
    pub(crate) fn category(&self, code: &CategoryCode) -> String {
        let found = self.council.category(code);
        found.map_or_else(|| code.to_string(), |category| category.name.vi.clone())
    }

    /// Bodies that have something of these, in the order of the council file.
    pub(crate) fn bodies_of<'c>(&self, cases: impl Iterator<Item = &'c Case>) -> Vec<BodyCode> {
        let mut found: Vec<BodyCode> = Vec::new();
        for case in cases {
            if !found.contains(&case.body) {
                found.push(case.body.clone());
            }
        }
        found.sort_by_key(|code| self.place_of(code));
        found
    }

    /// The place of a body in the council file; those that are not in it come last.
    pub(crate) fn place_of(&self, body: &BodyCode) -> usize {
        let mut bodies = self.council.bodies.iter();
        let place = bodies.position(|known| known.code == *body);
        place.unwrap_or(usize::MAX)
    }

    /// The delegations, in the order of the council file.
    pub(crate) fn delegations(&self) -> impl Iterator<Item = &crate::domain::body::Body> {
        let bodies = self.council.bodies.iter();
        bodies.filter(|body| body.kind == BodyKind::Delegation)
    }

    /// Matters that go to somebody to be solved.
    pub(crate) fn petitions(&self) -> Vec<&Case> {
        self.cases
            .iter()
            .filter(|case| case.is_petition())
            .collect()
    }
}
