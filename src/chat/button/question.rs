//! A resident's question, from the first word on.

use super::{code_of, row};
use crate::domain::{
    ids::{CategoryCode, DraftId, QuestionId, SearchId},
    keyword::Keyword,
    question::QuestionKind,
};

/// A resident's question, from the first word on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum QuestionButton {
    /// Wants to ask a question.
    Ask,
    /// Puts the draft into this category.
    Categorise(DraftId, CategoryCode),
    /// Shows the categories again.
    BackToCategories(DraftId),
    /// Sends the draft.
    Send(DraftId),
    /// Writes the draft's text anew.
    Edit(DraftId),
    /// Throws the draft away.
    Discard(DraftId),
    /// Goes on with the draft.
    Continue(DraftId),
    /// Throws the draft away and writes anew.
    StartOver(DraftId),
    /// Shows one's question with its timeline.
    ShowMine(QuestionId),
    /// Shows another page of published answers that were found.
    SearchPage(SearchId, u16),
    /// The words held at the gate are a general petition.
    GeneralPetition,
    /// Somebody is in danger right now: the words held at the gate say so.
    DangerNow,
    /// "Không, đây là kiến nghị": nobody is in danger, the draft goes on.
    NoDanger,
    /// The held thanks are to reach the delegation.
    PassThanks,
    /// Wants the same as this question, instead of sending the draft.
    Support(DraftId, QuestionId),
    /// Reads the answer this question got, before sending the draft.
    ReadAnswer(DraftId, QuestionId),
    /// The answer is enough: the draft is not needed.
    AnswerIsEnough(DraftId),
    /// Sends the draft although others asked the same.
    SendAnyway(DraftId),
    /// Adds something to a question that was sent.
    AddMore(QuestionId),
    /// Takes a question back; the reason is asked for.
    Withdraw(QuestionId),
    /// Takes it back without a reason.
    WithdrawNow(QuestionId),
    /// The attachments of the draft say it all.
    WithoutWords(DraftId),
    /// The voice message of the draft is sent as it is.
    SendAsIs(DraftId),
    /// The draft's category is right.
    KeepCategory(DraftId),
    /// Shows every category.
    EveryCategory(DraftId),
    /// Shows who will see what of the draft.
    WhoSees(DraftId),
    /// Goes back to the draft as it is.
    BackToDraft(DraftId),
    /// Shows the kinds to choose from.
    Kinds(DraftId),
    /// The draft is of this kind.
    OfKind(DraftId, QuestionKind),
    /// Throws the draft away although it is long.
    DiscardNow(DraftId),
    /// Takes back the draft that was thrown away.
    TakeBack(DraftId),
    /// The points of the draft become questions of their own.
    Split(DraftId),
    /// The draft stays one question.
    KeepWhole(DraftId),
    /// The held words were meant as the bot read them.
    MeantSo,
    /// The held words stay as they were written.
    KeepAsWritten,
}

impl QuestionButton {
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Ask => "ak".to_owned(),
            Self::Categorise(draft, category) => format!("ct:{draft}:{category}"),
            Self::BackToCategories(draft) => format!("bc:{draft}"),
            Self::Send(draft) => format!("sd:{draft}"),
            Self::Edit(draft) => format!("ed:{draft}"),
            Self::Discard(draft) => format!("dd:{draft}"),
            Self::Continue(draft) => format!("cd:{draft}"),
            Self::StartOver(draft) => format!("so:{draft}"),
            Self::ShowMine(question) => format!("mq:{question}"),
            Self::SearchPage(search, page) => format!("sr:{search}:{page}"),
            Self::GeneralPetition => "gp".to_owned(),
            Self::DangerNow => "dn".to_owned(),
            Self::NoDanger => "nd".to_owned(),
            Self::PassThanks => "pt".to_owned(),
            Self::Support(draft, question) => format!("su:{draft}:{question}"),
            Self::ReadAnswer(draft, question) => format!("ra:{draft}:{question}"),
            Self::AnswerIsEnough(draft) => format!("ae:{draft}"),
            Self::SendAnyway(draft) => format!("sw:{draft}"),
            Self::AddMore(question) => format!("am:{question}"),
            Self::Withdraw(question) => format!("wd:{question}"),
            Self::WithdrawNow(question) => format!("wn:{question}"),
            Self::WithoutWords(draft) => format!("ww:{draft}"),
            Self::SendAsIs(draft) => format!("sv:{draft}"),
            Self::KeepCategory(draft) => format!("kc:{draft}"),
            Self::EveryCategory(draft) => format!("ec:{draft}"),
            Self::WhoSees(draft) => format!("wh:{draft}"),
            Self::BackToDraft(draft) => format!("bd:{draft}"),
            Self::Kinds(draft) => format!("qk:{draft}"),
            Self::OfKind(draft, kind) => format!("qo:{draft}:{kind}"),
            Self::DiscardNow(draft) => format!("dx:{draft}"),
            Self::TakeBack(draft) => format!("tb:{draft}"),
            Self::Split(draft) => format!("sp:{draft}"),
            Self::KeepWhole(draft) => format!("kw:{draft}"),
            Self::MeantSo => "em".to_owned(),
            Self::KeepAsWritten => "ek".to_owned(),
        }
    }

    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        Some(match code {
            "ak" => Self::Ask,
            "ct" => {
                let (draft, category) = rest.split_once(':')?;
                Self::Categorise(DraftId(row(draft)?), CategoryCode::new(code_of(category)?))
            }
            "bc" => Self::BackToCategories(DraftId(row(rest)?)),
            "sd" => Self::Send(DraftId(row(rest)?)),
            "ed" => Self::Edit(DraftId(row(rest)?)),
            "dd" => Self::Discard(DraftId(row(rest)?)),
            "cd" => Self::Continue(DraftId(row(rest)?)),
            "so" => Self::StartOver(DraftId(row(rest)?)),
            "mq" => Self::ShowMine(QuestionId(row(rest)?)),
            "sr" => {
                let (search, page) = rest.split_once(':')?;
                Self::SearchPage(SearchId(row(search)?), page.parse().ok()?)
            }
            "gp" => Self::GeneralPetition,
            "dn" => Self::DangerNow,
            "nd" => Self::NoDanger,
            "pt" => Self::PassThanks,
            "su" => {
                let (draft, question) = rest.split_once(':')?;
                Self::Support(DraftId(row(draft)?), QuestionId(row(question)?))
            }
            "ra" => {
                let (draft, question) = rest.split_once(':')?;
                Self::ReadAnswer(DraftId(row(draft)?), QuestionId(row(question)?))
            }
            "ae" => Self::AnswerIsEnough(DraftId(row(rest)?)),
            "sw" => Self::SendAnyway(DraftId(row(rest)?)),
            "am" => Self::AddMore(QuestionId(row(rest)?)),
            "wd" => Self::Withdraw(QuestionId(row(rest)?)),
            "wn" => Self::WithdrawNow(QuestionId(row(rest)?)),
            "ww" => Self::WithoutWords(DraftId(row(rest)?)),
            "sv" => Self::SendAsIs(DraftId(row(rest)?)),
            "kc" => Self::KeepCategory(DraftId(row(rest)?)),
            "ec" => Self::EveryCategory(DraftId(row(rest)?)),
            "wh" => Self::WhoSees(DraftId(row(rest)?)),
            "bd" => Self::BackToDraft(DraftId(row(rest)?)),
            "qk" => Self::Kinds(DraftId(row(rest)?)),
            "qo" => {
                let (draft, kind) = rest.split_once(':')?;
                Self::OfKind(DraftId(row(draft)?), QuestionKind::from_word(kind)?)
            }
            "dx" => Self::DiscardNow(DraftId(row(rest)?)),
            "tb" => Self::TakeBack(DraftId(row(rest)?)),
            "sp" => Self::Split(DraftId(row(rest)?)),
            "kw" => Self::KeepWhole(DraftId(row(rest)?)),
            "em" => Self::MeantSo,
            "ek" => Self::KeepAsWritten,
            _ => return None,
        })
    }
}
