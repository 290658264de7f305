//! Buttons of questions entered for somebody without Telegram, and of following them.

use super::{code_of, row};
use crate::domain::{
    code::QuestionCode,
    ids::{AreaCode, CategoryCode, EntryId, MeetingCode, QuestionId, SpeakerId},
    keyword::Keyword,
    question::Source,
};

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ProxyButton {
    /// Begins another entry.
    Again,
    /// Throws the entry away and begins anew.
    StartOver(EntryId),
    /// Throws it away.
    Leave(EntryId),
    /// One step back.
    Back(EntryId),
    /// Nothing is known at this step.
    Skip(EntryId),
    /// This is how it reached the council.
    From(EntryId, Source),
    /// It was spoken at this meeting.
    AtMeeting(EntryId, MeetingCode),
    /// Another page of areas (below an area, or the top ones).
    AreaPage(EntryId, Option<AreaCode>, u16),
    /// It concerns this area.
    In(EntryId, AreaCode),
    /// It is about this category.
    About(EntryId, CategoryCode),
    /// Shows every category.
    AllCategories(EntryId),
    /// Becomes a question.
    Send(EntryId),
    /// Prints the receipt again, with a new slip code.
    Reprint(QuestionId),
    /// Shows name and phone of the person, in private.
    Contact(QuestionId),
    /// Prints the answer.
    PrintAnswer(QuestionId),
    /// The person has been told of the answer by paper or phone.
    HandedOver(QuestionId),
    /// Writes down what the person said.
    WriteReply(QuestionId),
    /// Writes down what a speaker said.
    RecordOpinion(SpeakerId),
    /// A resident asks a question for this meeting.
    AskForMeeting(MeetingCode),
    /// Proves to be the person by the slip code.
    TypeSlip(QuestionCode),
    /// Proves it by their own phone.
    ProvePhone(QuestionCode),
}

impl ProxyButton {
    /// Its data without the letter in front: a short code and its arguments.
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Again => "ag".to_owned(),
            Self::StartOver(entry) => format!("so:{entry}"),
            Self::Leave(entry) => format!("xx:{entry}"),
            Self::Back(entry) => format!("bk:{entry}"),
            Self::Skip(entry) => format!("sk:{entry}"),
            Self::From(entry, source) => format!("fr:{entry}:{source}"),
            Self::AtMeeting(entry, meeting) => format!("mt:{entry}:{meeting}"),
            Self::AreaPage(entry, parent, page) => format!(
                "ap:{entry}:{page}:{}",
                parent.as_ref().map_or("", AreaCode::as_str)
            ),
            Self::In(entry, area) => format!("ar:{entry}:{area}"),
            Self::About(entry, category) => format!("ct:{entry}:{category}"),
            Self::AllCategories(entry) => format!("ca:{entry}"),
            Self::Send(entry) => format!("sd:{entry}"),
            Self::Reprint(question) => format!("rp:{question}"),
            Self::Contact(question) => format!("co:{question}"),
            Self::PrintAnswer(question) => format!("pa:{question}"),
            Self::HandedOver(question) => format!("ho:{question}"),
            Self::WriteReply(question) => format!("wr:{question}"),
            Self::RecordOpinion(speaker) => format!("op:{speaker}"),
            Self::AskForMeeting(meeting) => format!("am:{meeting}"),
            Self::TypeSlip(code) => format!("ts:{code}"),
            Self::ProvePhone(code) => format!("pp:{code}"),
        }
    }

    /// Reads data that came back, without the letter in front.
    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        let entry = || row(rest).map(EntryId);
        let question = || row(rest).map(QuestionId);
        let typed = || QuestionCode::try_from(rest.to_owned()).ok();
        let with = || {
            let (entry, more) = rest.split_once(':')?;
            Some((EntryId(row(entry)?), more))
        };
        Some(match code {
            "ag" => Self::Again,
            "so" => Self::StartOver(entry()?),
            "xx" => Self::Leave(entry()?),
            "bk" => Self::Back(entry()?),
            "sk" => Self::Skip(entry()?),
            "fr" => {
                let (entry, source) = with()?;
                Self::From(entry, Source::from_word(source)?)
            }
            "mt" => {
                let (entry, meeting) = with()?;
                Self::AtMeeting(entry, MeetingCode::new(code_of(meeting)?))
            }
            "ap" => {
                let (entry, more) = with()?;
                let (page, parent) = more.split_once(':')?;
                let parent = code_of(parent).map(AreaCode::new);
                Self::AreaPage(entry, parent, page.parse().ok()?)
            }
            "ar" => {
                let (entry, area) = with()?;
                Self::In(entry, AreaCode::new(code_of(area)?))
            }
            "ct" => {
                let (entry, category) = with()?;
                Self::About(entry, CategoryCode::new(code_of(category)?))
            }
            "ca" => Self::AllCategories(entry()?),
            "sd" => Self::Send(entry()?),
            "rp" => Self::Reprint(question()?),
            "co" => Self::Contact(question()?),
            "pa" => Self::PrintAnswer(question()?),
            "ho" => Self::HandedOver(question()?),
            "wr" => Self::WriteReply(question()?),
            "op" => Self::RecordOpinion(SpeakerId(row(rest)?)),
            "am" => Self::AskForMeeting(MeetingCode::new(code_of(rest)?)),
            "ts" => Self::TypeSlip(typed()?),
            "pp" => Self::ProvePhone(typed()?),
            _ => return None,
        })
    }

    /// One of each, with the longest arguments there are.
    #[cfg(test)]
    pub(super) fn every() -> Vec<Self> {
        let longest = "a".repeat(24);
        let entry = EntryId(i64::MAX);
        let question = QuestionId(i64::MAX);
        let typed = QuestionCode::new(
            crate::domain::code::CodePrefix::new("DT").unwrap(),
            std::num::NonZeroU32::MAX,
        );
        let mut all = vec![
            Self::Again,
            Self::StartOver(entry),
            Self::Leave(entry),
            Self::Back(entry),
            Self::Skip(entry),
            Self::AtMeeting(entry, MeetingCode::new(longest.clone())),
            Self::AreaPage(entry, None, 0),
            Self::AreaPage(entry, Some(AreaCode::new(longest.clone())), u16::MAX),
            Self::In(entry, AreaCode::new(longest.clone())),
            Self::About(entry, CategoryCode::new(longest.clone())),
            Self::AllCategories(entry),
            Self::Send(entry),
            Self::Reprint(question),
            Self::Contact(question),
            Self::PrintAnswer(question),
            Self::HandedOver(question),
            Self::WriteReply(question),
            Self::RecordOpinion(SpeakerId(i64::MAX)),
            Self::AskForMeeting(MeetingCode::new(longest)),
            Self::TypeSlip(typed),
            Self::ProvePhone(typed),
        ];
        all.extend(Source::ALL.iter().map(|source| Self::From(entry, *source)));
        all
    }
}
