//! Buttons of one's own data: consent, being forgotten, requests to the office.

use super::row;
use crate::domain::{
    data_request::DataRequestKind,
    ids::{DataRequestId, QuestionId},
    keyword::Keyword,
};

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DataButton {
    /// What becomes of one's data, and what one can do about it.
    Open,
    /// Wants everything that is stored.
    Mine,
    /// Wants to take the consent back.
    Withdraw,
    /// Takes it back.
    WithdrawNow,
    /// Wants to be forgotten.
    Erase,
    /// Is forgotten in some days, with all words.
    EraseAll,
    /// Is forgotten in some days; the words of open questions stay, covered.
    EraseButMatter,
    /// Does not want to be forgotten any more.
    TakeBack,
    /// Wants something of the office.
    Ask,
    /// Wants this of it.
    AskFor(DataRequestKind),
    /// Takes a request back.
    Drop(DataRequestId),
    /// The office's queue.
    Queue(u16),
    /// One request.
    Show(DataRequestId),
    /// It was done.
    Done(DataRequestId),
    /// It is refused.
    Refuse(DataRequestId),
    /// The paper for the file.
    Paper(DataRequestId),
    /// The person of this question is before the desk.
    AtTheDesk(QuestionId),
    /// What somebody without Telegram wants.
    Wants(DataRequestId, DataRequestKind),
    /// Gives somebody without Telegram what is stored about them.
    HandOver(DataRequestId),
    /// Wants to forget somebody without Telegram.
    Forget(DataRequestId),
    /// Forgets them.
    ForgetNow(DataRequestId),
}

impl DataButton {
    /// Its data without the letter in front: a short code and its arguments.
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Open => "op".to_owned(),
            Self::Mine => "my".to_owned(),
            Self::Withdraw => "wd".to_owned(),
            Self::WithdrawNow => "wn".to_owned(),
            Self::Erase => "er".to_owned(),
            Self::EraseAll => "ea".to_owned(),
            Self::EraseButMatter => "em".to_owned(),
            Self::TakeBack => "tb".to_owned(),
            Self::Ask => "as".to_owned(),
            Self::AskFor(kind) => format!("af:{kind}"),
            Self::Drop(request) => format!("dr:{request}"),
            Self::Queue(page) => format!("qu:{page}"),
            Self::Show(request) => format!("sh:{request}"),
            Self::Done(request) => format!("do:{request}"),
            Self::Refuse(request) => format!("re:{request}"),
            Self::Paper(request) => format!("pa:{request}"),
            Self::AtTheDesk(question) => format!("de:{question}"),
            Self::Wants(request, kind) => format!("wa:{request}:{kind}"),
            Self::HandOver(request) => format!("ho:{request}"),
            Self::Forget(request) => format!("fo:{request}"),
            Self::ForgetNow(request) => format!("fn:{request}"),
        }
    }

    /// Reads data that came back, without the letter in front.
    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        let request = || row(rest).map(DataRequestId);
        Some(match code {
            "op" => Self::Open,
            "my" => Self::Mine,
            "wd" => Self::Withdraw,
            "wn" => Self::WithdrawNow,
            "er" => Self::Erase,
            "ea" => Self::EraseAll,
            "em" => Self::EraseButMatter,
            "tb" => Self::TakeBack,
            "as" => Self::Ask,
            "af" => Self::AskFor(DataRequestKind::from_word(rest)?),
            "dr" => Self::Drop(request()?),
            "qu" => Self::Queue(rest.parse().ok()?),
            "sh" => Self::Show(request()?),
            "do" => Self::Done(request()?),
            "re" => Self::Refuse(request()?),
            "pa" => Self::Paper(request()?),
            "de" => Self::AtTheDesk(QuestionId(row(rest)?)),
            "wa" => {
                let (request, kind) = rest.split_once(':')?;
                Self::Wants(
                    DataRequestId(row(request)?),
                    DataRequestKind::from_word(kind)?,
                )
            }
            "ho" => Self::HandOver(request()?),
            "fo" => Self::Forget(request()?),
            "fn" => Self::ForgetNow(request()?),
            _ => return None,
        })
    }

    /// Every button, with the longest arguments.
    #[cfg(test)]
    pub(super) fn every() -> Vec<Self> {
        let request = DataRequestId(i64::MAX);
        let mut all = vec![
            Self::Open,
            Self::Mine,
            Self::Withdraw,
            Self::WithdrawNow,
            Self::Erase,
            Self::EraseAll,
            Self::EraseButMatter,
            Self::TakeBack,
            Self::Ask,
            Self::Drop(request),
            Self::Queue(u16::MAX),
            Self::Show(request),
            Self::Done(request),
            Self::Refuse(request),
            Self::Paper(request),
            Self::AtTheDesk(QuestionId(i64::MAX)),
            Self::HandOver(request),
            Self::Forget(request),
            Self::ForgetNow(request),
        ];
        for kind in DataRequestKind::ALL {
            all.push(Self::AskFor(*kind));
            all.push(Self::Wants(request, *kind));
        }
        all
    }
}
