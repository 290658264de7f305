//! Buttons of reminders, digests, lists, nominations, chasing.

use jiff::civil::Date;

use super::{code_of, row};
use crate::domain::{
    answer::{appeal::Mark, call_back::Heard},
    ids::{CallBackId, IssuedId, MeetingCode, PaperId, QuestionId, RoundId, SessionCode},
    keyword::Keyword as _,
    listing::Filter,
    report::{ReportForm, ReportKind, issue::DocumentNumber},
    said_day,
};

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ClockButton {
    /// Its author asks how it is getting on.
    Chase(QuestionId),
    /// A member puts reminders off.
    PutOff(QuestionId),
    /// Makes it a candidate for questioning at the session.
    Nominate(QuestionId),
    /// Not a candidate any more.
    Withdraw(QuestionId),
    /// Shows a page of a list.
    ListPage(u16, Filter),
    /// Shows the supervision board.
    Board,
    /// Shows the card of an entry.
    OpenCard(QuestionId),
    /// A body that watches the matter gives its verdict.
    Assess(QuestionId, Mark),
    /// What was heard on the telephone.
    CalledBack(CallBackId, Heard),
    /// Wants a paper of this kind.
    Report(ReportKind),
    /// Wants it in this form.
    ReportForm(ReportKind, ReportForm),
    /// Wants it of this session.
    ReportSession(ReportKind, SessionCode),
    /// Wants it of this meeting.
    ReportMeeting(ReportKind, MeetingCode),
    /// Wants the record of this site round.
    ReportRound(RoundId),
    /// Of papers that are issued.
    Paper(PaperButton),
}

/// A button of papers that are issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PaperButton {
    /// Asks for number and day of this paper.
    Issue(PaperId),
    /// Issues it so.
    IssueAs(PaperId, DocumentNumber, Date),
    /// Does not.
    Leave,
    /// Shows a page of what was issued.
    List(u16),
    /// Wants one again, as it was.
    Again(IssuedId),
}

impl PaperButton {
    fn encode(&self) -> String {
        match self {
            Self::Issue(paper) => format!("pi:{paper}"),
            Self::IssueAs(paper, number, day) => {
                format!("pc:{paper}:{}:{number}", said_day::number_of(*day))
            }
            Self::Leave => "px".to_owned(),
            Self::List(page) => format!("pl:{page}"),
            Self::Again(issued) => format!("pg:{issued}"),
        }
    }

    fn decode(code: &str, rest: &str) -> Option<Self> {
        Some(match code {
            "pi" => Self::Issue(PaperId(row(rest)?)),
            "pc" => {
                let (paper, rest) = rest.split_once(':')?;
                let (day, number) = rest.split_once(':')?;
                Self::IssueAs(
                    PaperId(row(paper)?),
                    DocumentNumber::parse(number)?,
                    said_day::day_of(day.parse().ok()?)?,
                )
            }
            "px" => Self::Leave,
            "pl" => Self::List(rest.parse().ok()?),
            "pg" => Self::Again(IssuedId(row(rest)?)),
            _ => return None,
        })
    }
}

impl ClockButton {
    /// Its data without the letter in front: a short code and its arguments.
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Chase(question) => format!("c:{question}"),
            Self::PutOff(question) => format!("s:{question}"),
            Self::Nominate(question) => format!("n:{question}"),
            Self::Withdraw(question) => format!("u:{question}"),
            Self::ListPage(page, filter) => format!("l:{page}:{}", filter.code()),
            Self::Board => "b".to_owned(),
            Self::OpenCard(question) => format!("o:{question}"),
            Self::Assess(question, mark) => format!("a:{question}:{}", mark.as_str()),
            Self::CalledBack(call, heard) => format!("cb:{call}:{heard}"),
            Self::Report(kind) => format!("r:{kind}"),
            Self::ReportForm(kind, form) => format!("rf:{kind}:{form}"),
            Self::ReportSession(kind, session) => format!("rs:{kind}:{session}"),
            Self::ReportMeeting(kind, meeting) => format!("rm:{kind}:{meeting}"),
            Self::ReportRound(round) => format!("ro:{round}"),
            Self::Paper(button) => button.encode(),
        }
    }

    /// Reads data that came back, without the letter in front.
    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        let question = || row(rest).map(QuestionId);
        Some(match code {
            "c" => Self::Chase(question()?),
            "s" => Self::PutOff(question()?),
            "n" => Self::Nominate(question()?),
            "u" => Self::Withdraw(question()?),
            "l" => {
                let (page, filter) = rest.split_once(':')?;
                Self::ListPage(page.parse().ok()?, Filter::from_code(filter)?)
            }
            "b" => Self::Board,
            "o" => Self::OpenCard(question()?),
            "a" => {
                let (question, mark) = rest.split_once(':')?;
                Self::Assess(QuestionId(row(question)?), Mark::from_word(mark)?)
            }
            "cb" => {
                let (call, heard) = rest.split_once(':')?;
                Self::CalledBack(CallBackId(row(call)?), Heard::from_word(heard)?)
            }
            "r" => Self::Report(ReportKind::from_word(rest)?),
            "rf" => {
                let (kind, form) = rest.split_once(':')?;
                Self::ReportForm(ReportKind::from_word(kind)?, ReportForm::from_word(form)?)
            }
            "rs" => {
                let (kind, session) = rest.split_once(':')?;
                Self::ReportSession(
                    ReportKind::from_word(kind)?,
                    SessionCode::new(code_of(session)?),
                )
            }
            "rm" => {
                let (kind, meeting) = rest.split_once(':')?;
                Self::ReportMeeting(
                    ReportKind::from_word(kind)?,
                    MeetingCode::new(code_of(meeting)?),
                )
            }
            "ro" => Self::ReportRound(RoundId(row(rest)?)),
            _ => Self::Paper(PaperButton::decode(code, rest)?),
        })
    }

    /// Every button, with the longest arguments.
    #[cfg(test)]
    pub(super) fn every() -> Vec<Self> {
        use crate::domain::ids::CategoryCode;

        let question = QuestionId(i64::MAX);
        let category = CategoryCode::new("a".repeat(24));
        vec![
            Self::Chase(question),
            Self::PutOff(question),
            Self::Nominate(question),
            Self::Withdraw(question),
            Self::ListPage(u16::MAX, Filter::All),
            Self::ListPage(0, Filter::Overdue),
            Self::ListPage(0, Filter::DueSoon),
            Self::ListPage(0, Filter::Waiting),
            Self::ListPage(0, Filter::CarriedOver),
            Self::ListPage(0, Filter::Nominated),
            Self::ListPage(u16::MAX, Filter::Category(category)),
            Self::Board,
            Self::OpenCard(question),
            Self::Assess(question, Mark::OnSchedule),
            Self::CalledBack(CallBackId(i64::MAX), Heard::Unreachable),
            Self::Report(ReportKind::Supervision),
            Self::ReportForm(ReportKind::Supervision, ReportForm::Docx),
            Self::ReportSession(ReportKind::Supervision, SessionCode::new("a".repeat(24))),
            Self::ReportMeeting(ReportKind::Supervision, MeetingCode::new("a".repeat(24))),
            Self::ReportRound(RoundId(i64::MAX)),
            Self::Paper(PaperButton::Issue(PaperId(i64::MAX))),
            Self::Paper(PaperButton::IssueAs(
                PaperId(i64::MAX),
                DocumentNumber::parse("99999z").unwrap(),
                Date::MAX,
            )),
            Self::Paper(PaperButton::Leave),
            Self::Paper(PaperButton::List(u16::MAX)),
            Self::Paper(PaperButton::Again(IssuedId(i64::MAX))),
        ]
    }
}
