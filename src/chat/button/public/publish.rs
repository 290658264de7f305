//! Buttons of publishing answers, and of reading what is published.

use super::{code_of, row};
use crate::domain::{
    answer::publication::KeptBack,
    ids::{CategoryCode, QuestionId},
    keyword::Keyword,
};

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PublishButton {
    /// Shows the answer that waits longest.
    Begin,
    /// Leaves this one for later and shows the next.
    Later(QuestionId),
    /// Shows this one.
    Show(QuestionId),
    /// Everybody may read it, as shown by this version.
    Publish(QuestionId, u32),
    /// What more can be covered.
    Cover(QuestionId),
    /// Covers this piece, or shows it again; as numbered in this version.
    Toggle(QuestionId, u32, u8),
    /// Wants to type what else is to be covered.
    TypeWords(QuestionId),
    /// Shows again what was covered by hand.
    Uncover(QuestionId, u32),
    /// The reasons for not publishing it.
    Reasons(QuestionId),
    /// It is not published, for this reason.
    KeepBack(QuestionId, u32, KeptBack),
    /// Takes a published one back into the queue.
    TakeBack(QuestionId, u32),
    /// The fields with published answers.
    Fields,
    /// A page of the published answers of a field.
    Browse(CategoryCode, u16),
    /// Reads one published answer.
    Open(QuestionId),
    /// Wants to hear of news about it.
    Follow(QuestionId),
    /// Does not want to any more.
    Unfollow(QuestionId),
}

impl PublishButton {
    /// Its data without the letter in front: a short code and its arguments.
    pub(in crate::chat::button) fn encode(&self) -> String {
        match self {
            Self::Begin => "bg".to_owned(),
            Self::Later(question) => format!("lt:{question}"),
            Self::Show(question) => format!("sh:{question}"),
            Self::Publish(question, version) => format!("pu:{question}:{version}"),
            Self::Cover(question) => format!("co:{question}"),
            Self::Toggle(question, version, piece) => format!("tg:{question}:{version}:{piece}"),
            Self::TypeWords(question) => format!("tw:{question}"),
            Self::Uncover(question, version) => format!("un:{question}:{version}"),
            Self::Reasons(question) => format!("rs:{question}"),
            Self::KeepBack(question, version, reason) => {
                format!("kb:{question}:{version}:{reason}")
            }
            Self::TakeBack(question, version) => format!("tb:{question}:{version}"),
            Self::Fields => "fi".to_owned(),
            Self::Browse(category, page) => format!("br:{page}:{category}"),
            Self::Open(question) => format!("op:{question}"),
            Self::Follow(question) => format!("fo:{question}"),
            Self::Unfollow(question) => format!("uf:{question}"),
        }
    }

    /// Reads data that came back, without the letter in front.
    pub(in crate::chat::button) fn decode(code: &str, rest: &str) -> Option<Self> {
        match code {
            "bg" => return Some(Self::Begin),
            "fi" => return Some(Self::Fields),
            "br" => {
                let (page, category) = rest.split_once(':')?;
                let category = CategoryCode::new(code_of(category)?);
                return Some(Self::Browse(category, page.parse().ok()?));
            }
            _ => {}
        }
        let (id, argument) = rest.split_once(':').unwrap_or((rest, ""));
        let question = QuestionId(row(id)?);
        let (version, more) = argument.split_once(':').unwrap_or((argument, ""));
        let version = || version.parse().ok();
        Some(match code {
            "lt" => Self::Later(question),
            "sh" => Self::Show(question),
            "pu" => Self::Publish(question, version()?),
            "co" => Self::Cover(question),
            "tg" => Self::Toggle(question, version()?, more.parse().ok()?),
            "tw" => Self::TypeWords(question),
            "un" => Self::Uncover(question, version()?),
            "rs" => Self::Reasons(question),
            "kb" => Self::KeepBack(question, version()?, KeptBack::from_word(more)?),
            "tb" => Self::TakeBack(question, version()?),
            "op" => Self::Open(question),
            "fo" => Self::Follow(question),
            "uf" => Self::Unfollow(question),
            _ => return None,
        })
    }

    /// One of each, with the longest arguments.
    #[cfg(test)]
    pub(in crate::chat::button) fn examples() -> Vec<Self> {
        let question = QuestionId(i64::MAX);
        let mut all = vec![
            Self::Begin,
            Self::Later(question),
            Self::Show(question),
            Self::Publish(question, u32::MAX),
            Self::Cover(question),
            Self::Toggle(question, u32::MAX, u8::MAX),
            Self::TypeWords(question),
            Self::Uncover(question, u32::MAX),
            Self::Reasons(question),
            Self::TakeBack(question, u32::MAX),
            Self::Fields,
            Self::Browse(CategoryCode::new("x".repeat(24)), u16::MAX),
            Self::Open(question),
            Self::Follow(question),
            Self::Unfollow(question),
        ];
        all.extend(
            KeptBack::ALL
                .iter()
                .map(|reason| Self::KeepBack(question, u32::MAX, *reason)),
        );
        all
    }
}
