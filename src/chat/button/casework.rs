//! Buttons of a card: what a body does with a question besides answering it.
//!
//! Every one carries the version of the question it was made for, so that an old one can say who did what since.

use super::row;
use crate::domain::{
    ids::{BodyCode, QuestionId},
    keyword::{Keyword, keywords},
};

keywords! {
    /// What is to be done.
    pub(crate) enum CardDeed {
        /// Takes it on ("Nhận").
        Claim = "cl",
        /// Lets it go ("Thôi nhận").
        Release = "rl",
        /// Shows the other deeds ("Thêm việc").
        More = "mo",
        /// Back to the card ("Quay lại").
        Less = "le",
        /// Passes it on ("Chuyển").
        Transfer = "tr",
        /// Asks its author ("Hỏi lại").
        AskBack = "ab",
        /// Returns it with guidance ("Trả lại").
        Return = "rt",
        /// Sends it to a higher level.
        SendUp = "su",
        /// Sets it aside until a day.
        SetAside = "sa",
        /// Takes longer.
        Extend = "ex",
        /// The higher level's result has come.
        Result = "rs",
        /// Goes on without its author's reply.
        Resume = "re",
        /// Takes it back from the higher level, or before its day.
        BringBack = "bb",
        /// Writes down what its author said on the phone.
        EnterReply = "er",
    }
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CaseButton {
    /// A deed with this question, of this version.
    Card(CardDeed, QuestionId, u32),
    /// Shows a page of the bodies it could be passed on to.
    TransferPage(QuestionId, u32, u16),
    /// Passes it on to this body; the reason is asked for.
    TransferTo(QuestionId, u32, BodyCode),
    /// Shows a page of its internal notes. There is nothing to be late for.
    Notes(QuestionId, u16),
}

impl CaseButton {
    /// The question.
    #[must_use]
    pub(crate) fn question(&self) -> QuestionId {
        match self {
            Self::Card(_, question, _)
            | Self::TransferPage(question, ..)
            | Self::TransferTo(question, ..)
            | Self::Notes(question, _) => *question,
        }
    }

    /// The version of the question it was made for, where that matters.
    #[must_use]
    pub(crate) fn version(&self) -> Option<u32> {
        match self {
            Self::Card(_, _, version)
            | Self::TransferPage(_, version, _)
            | Self::TransferTo(_, version, _) => Some(*version),
            Self::Notes(..) => None,
        }
    }

    /// Its data without the letter in front: a short code and its arguments.
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Card(deed, question, version) => {
                format!("{}:{question}:{version}", deed.as_str())
            }
            Self::TransferPage(question, version, page) => {
                format!("tp:{question}:{version}:{page}")
            }
            Self::TransferTo(question, version, body) => format!("tt:{question}:{version}:{body}"),
            Self::Notes(question, page) => format!("no:{question}:{page}"),
        }
    }

    /// Reads data that came back, without the letter in front.
    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        let (question, rest) = rest.split_once(':')?;
        let question = QuestionId(super::row(question)?);
        if code == "no" {
            return Some(Self::Notes(question, rest.parse().ok()?));
        }
        if let Some(deed) = CardDeed::from_word(code) {
            return Some(Self::Card(deed, question, rest.parse().ok()?));
        }
        let (version, rest) = rest.split_once(':')?;
        let version = version.parse().ok()?;
        match code {
            "tp" => Some(Self::TransferPage(question, version, rest.parse().ok()?)),
            "tt" => {
                let body = BodyCode::new(super::code_of(rest)?);
                Some(Self::TransferTo(question, version, body))
            }
            _ => None,
        }
    }

    /// Every kind of them, as long as it gets.
    #[cfg(test)]
    pub(super) fn every() -> Vec<Self> {
        let question = QuestionId(i64::MAX);
        let mut all: Vec<Self> = CardDeed::ALL
            .iter()
            .map(|deed| Self::Card(*deed, question, u32::MAX))
            .collect();
        all.extend([
            Self::TransferPage(question, u32::MAX, u16::MAX),
            Self::TransferTo(question, u32::MAX, BodyCode::new("a".repeat(24))),
            Self::Notes(question, u16::MAX),
        ]);
        all
    }
}

/// Taking a question on, and letting it go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TakeButton {
    /// Confirms the proposed body (a clerk, where triage is by clerks).
    Forward(QuestionId),
    /// Takes the question on.
    Claim(QuestionId),
    /// Lets the question go again.
    Release(QuestionId),
}

impl TakeButton {
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Forward(question) => format!("fw:{question}"),
            Self::Claim(question) => format!("cl:{question}"),
            Self::Release(question) => format!("rl:{question}"),
        }
    }

    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        Some(match code {
            "fw" => Self::Forward(QuestionId(row(rest)?)),
            "cl" => Self::Claim(QuestionId(row(rest)?)),
            "rl" => Self::Release(QuestionId(row(rest)?)),
            _ => return None,
        })
    }
}
