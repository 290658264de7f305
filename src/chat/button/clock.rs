//! Buttons of reminders, digests, lists, nominations, chasing.

use super::{code_of, row};
use crate::domain::{
    answer::{appeal::Mark, call_back::Heard},
    ids::{CallBackId, MeetingCode, QuestionId, RoundId, SessionCode},
    keyword::Keyword as _,
    listing::Filter,
    report::{ReportForm, ReportKind},
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
            _ => return None,
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
        ]
    }
}
