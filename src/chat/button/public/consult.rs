//! Buttons of rounds on a draft.

use super::{code_of, row};
use crate::domain::{
    consultation::{Stance, StatementState},
    ids::{AreaCode, ConsultationId, StatementId},
    keyword::Keyword,
    said_day,
};

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ConsultButton {
    /// The next statement that the person has not answered.
    Next(ConsultationId),
    /// What they make of this one.
    Say(StatementId, Stance),
    /// What they made of all so far.
    Mine(ConsultationId),
    /// This statement, to answer it otherwise.
    Statement(StatementId),
    /// Wants to write a statement.
    Propose(ConsultationId),
    /// What came of it.
    Outcome(ConsultationId),
    /// A clerk writes a new one.
    Write,
    /// Writes it anew.
    Rewrite(ConsultationId),
    /// It, while it is written.
    Draft(ConsultationId),
    /// A page of areas.
    Areas(ConsultationId, u16),
    /// Whoever lives there is asked, or is not.
    Area(ConsultationId, AreaCode, u16),
    /// Everybody is.
    Everywhere(ConsultationId),
    /// The last day, as a number of days.
    EndsOn(ConsultationId, i64),
    /// Gives it up.
    Drop(ConsultationId),
    /// It begins.
    Publish(ConsultationId),
    /// How it goes, and what waits to be read.
    Desk(ConsultationId),
    /// A clerk has read it.
    Decide(StatementId, StatementState),
    /// Asks whether to end it before its time.
    End(ConsultationId),
    /// Ends it.
    EndNow(ConsultationId),
}

impl ConsultButton {
    /// Its data without the letter in front: a short code and its arguments.
    pub(in crate::chat::button) fn encode(&self) -> String {
        match self {
            Self::Next(id) => format!("ne:{id}"),
            Self::Say(id, stance) => format!("sy:{id}:{stance}"),
            Self::Mine(id) => format!("mi:{id}"),
            Self::Statement(id) => format!("st:{id}"),
            Self::Propose(id) => format!("pr:{id}"),
            Self::Outcome(id) => format!("oc:{id}"),
            Self::Write => "wr".to_owned(),
            Self::Rewrite(id) => format!("rw:{id}"),
            Self::Draft(id) => format!("df:{id}"),
            Self::Areas(id, page) => format!("as:{id}:{page}"),
            Self::Area(id, area, page) => format!("ar:{id}:{page}:{area}"),
            Self::Everywhere(id) => format!("ev:{id}"),
            Self::EndsOn(id, day) => format!("da:{id}:{day}"),
            Self::Drop(id) => format!("dr:{id}"),
            Self::Publish(id) => format!("pu:{id}"),
            Self::Desk(id) => format!("de:{id}"),
            Self::Decide(id, to) => format!("dc:{id}:{to}"),
            Self::End(id) => format!("en:{id}"),
            Self::EndNow(id) => format!("ew:{id}"),
        }
    }

    /// Reads data that came back, without the letter in front.
    pub(in crate::chat::button) fn decode(code: &str, rest: &str) -> Option<Self> {
        if code == "wr" {
            return Some(Self::Write);
        }
        let (number, argument) = rest.split_once(':').unwrap_or((rest, ""));
        let number = row(number)?;
        let (id, statement) = (ConsultationId(number), StatementId(number));
        Some(match code {
            "ne" => Self::Next(id),
            "sy" => Self::Say(statement, Stance::from_word(argument)?),
            "mi" => Self::Mine(id),
            "st" => Self::Statement(statement),
            "pr" => Self::Propose(id),
            "oc" => Self::Outcome(id),
            "rw" => Self::Rewrite(id),
            "df" => Self::Draft(id),
            "as" => Self::Areas(id, argument.parse().ok()?),
            "ar" => {
                let (page, area) = argument.split_once(':')?;
                Self::Area(id, AreaCode::new(code_of(area)?), page.parse().ok()?)
            }
            "ev" => Self::Everywhere(id),
            "da" => {
                let day: i64 = argument.parse().ok()?;
                said_day::day_of(day)?;
                Self::EndsOn(id, day)
            }
            "dr" => Self::Drop(id),
            "pu" => Self::Publish(id),
            "de" => Self::Desk(id),
            "dc" => Self::Decide(statement, StatementState::from_word(argument)?),
            "en" => Self::End(id),
            "ew" => Self::EndNow(id),
            _ => return None,
        })
    }

    /// One of each, with the longest arguments.
    #[cfg(test)]
    pub(in crate::chat::button) fn examples() -> Vec<Self> {
        let id = ConsultationId(i64::MAX);
        let statement = StatementId(i64::MAX);
        let mut all = vec![
            Self::Next(id),
            Self::Mine(id),
            Self::Statement(statement),
            Self::Propose(id),
            Self::Outcome(id),
            Self::Write,
            Self::Rewrite(id),
            Self::Draft(id),
            Self::Areas(id, u16::MAX),
            Self::Area(id, AreaCode::new("x".repeat(24)), u16::MAX),
            Self::Everywhere(id),
            Self::EndsOn(id, 99_999),
            Self::Drop(id),
            Self::Publish(id),
            Self::Desk(id),
            Self::End(id),
            Self::EndNow(id),
        ];
        all.extend(
            Stance::ALL
                .iter()
                .map(|stance| Self::Say(statement, *stance)),
        );
        all.extend(
            StatementState::ALL
                .iter()
                .map(|state| Self::Decide(statement, *state)),
        );
        all
    }
}
