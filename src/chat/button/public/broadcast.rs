//! Buttons of announcements to many.

use super::{code_of, row};
use crate::domain::{
    broadcast::Subject,
    ids::{AreaCode, BroadcastId, CategoryCode, MeetingCode},
    keyword::Keyword,
};

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BroadcastButton {
    /// Writes a new one.
    New,
    /// Shows it as it is.
    Show(BroadcastId),
    /// Who could be told.
    Audiences(BroadcastId),
    /// Everybody is.
    Everybody(BroadcastId),
    /// A page of areas.
    Areas(BroadcastId, u16),
    /// Whoever lives there is told, or is not.
    Area(BroadcastId, AreaCode, u16),
    /// The meetings to choose from.
    Meetings(BroadcastId),
    /// Whoever registered for it.
    Meeting(BroadcastId, MeetingCode),
    /// The fields to choose from.
    Fields(BroadcastId),
    /// Whoever asked about it.
    Field(BroadcastId, CategoryCode),
    /// Whoever has an open question.
    OpenQuestions(BroadcastId),
    /// Wants to write what is told.
    Text(BroadcastId),
    /// Takes the photo or file away.
    NoFile(BroadcastId),
    /// Wants to write the button.
    Link(BroadcastId),
    /// Takes it away.
    NoLink(BroadcastId),
    /// What it is about.
    About(BroadcastId, Subject),
    /// Wants to say why it cannot wait for the morning.
    Urgent(BroadcastId),
    /// It can.
    NotUrgent(BroadcastId),
    /// Sends it to whoever presses, and to nobody else.
    Test(BroadcastId),
    /// Asks somebody else to approve it.
    Submit(BroadcastId),
    /// Gives it up.
    Drop(BroadcastId),
    /// Approves it: it is sent.
    Approve(BroadcastId),
    /// Its author has to change it.
    SendBack(BroadcastId),
    /// Sending rests.
    Pause(BroadcastId),
    /// Sending goes on.
    Resume(BroadcastId),
    /// Asks whether to stop it for good.
    Stop(BroadcastId),
    /// Stops it for good.
    StopNow(BroadcastId),
    /// A resident does not want to hear of such things any more.
    Mute(Subject),
}

impl BroadcastButton {
    /// Its data without the letter in front: a short code and its arguments.
    pub(in crate::chat::button) fn encode(&self) -> String {
        match self {
            Self::New => "nw".to_owned(),
            Self::Show(id) => format!("sh:{id}"),
            Self::Audiences(id) => format!("au:{id}"),
            Self::Everybody(id) => format!("al:{id}"),
            Self::Areas(id, page) => format!("as:{id}:{page}"),
            Self::Area(id, area, page) => format!("ar:{id}:{page}:{area}"),
            Self::Meetings(id) => format!("ms:{id}"),
            Self::Meeting(id, meeting) => format!("me:{id}:{meeting}"),
            Self::Fields(id) => format!("fs:{id}"),
            Self::Field(id, field) => format!("fi:{id}:{field}"),
            Self::OpenQuestions(id) => format!("oq:{id}"),
            Self::Text(id) => format!("tx:{id}"),
            Self::NoFile(id) => format!("nf:{id}"),
            Self::Link(id) => format!("li:{id}"),
            Self::NoLink(id) => format!("nl:{id}"),
            Self::About(id, subject) => format!("ab:{id}:{subject}"),
            Self::Urgent(id) => format!("ur:{id}"),
            Self::NotUrgent(id) => format!("nu:{id}"),
            Self::Test(id) => format!("te:{id}"),
            Self::Submit(id) => format!("su:{id}"),
            Self::Drop(id) => format!("dr:{id}"),
            Self::Approve(id) => format!("ap:{id}"),
            Self::SendBack(id) => format!("sb:{id}"),
            Self::Pause(id) => format!("pa:{id}"),
            Self::Resume(id) => format!("re:{id}"),
            Self::Stop(id) => format!("st:{id}"),
            Self::StopNow(id) => format!("sn:{id}"),
            Self::Mute(subject) => format!("mu:{subject}"),
        }
    }

    /// Reads data that came back, without the letter in front.
    pub(in crate::chat::button) fn decode(code: &str, rest: &str) -> Option<Self> {
        match code {
            "nw" => return Some(Self::New),
            "mu" => return Subject::from_word(rest).map(Self::Mute),
            _ => {}
        }
        let (id, argument) = rest.split_once(':').unwrap_or((rest, ""));
        let id = BroadcastId(row(id)?);
        Some(match code {
            "sh" => Self::Show(id),
            "au" => Self::Audiences(id),
            "al" => Self::Everybody(id),
            "as" => Self::Areas(id, argument.parse().ok()?),
            "ar" => {
                let (page, area) = argument.split_once(':')?;
                Self::Area(id, AreaCode::new(code_of(area)?), page.parse().ok()?)
            }
            "ms" => Self::Meetings(id),
            "me" => Self::Meeting(id, MeetingCode::new(code_of(argument)?)),
            "fs" => Self::Fields(id),
            "fi" => Self::Field(id, CategoryCode::new(code_of(argument)?)),
            "oq" => Self::OpenQuestions(id),
            "tx" => Self::Text(id),
            "nf" => Self::NoFile(id),
            "li" => Self::Link(id),
            "nl" => Self::NoLink(id),
            "ab" => Self::About(id, Subject::from_word(argument)?),
            "ur" => Self::Urgent(id),
            "nu" => Self::NotUrgent(id),
            "te" => Self::Test(id),
            "su" => Self::Submit(id),
            "dr" => Self::Drop(id),
            "ap" => Self::Approve(id),
            "sb" => Self::SendBack(id),
            "pa" => Self::Pause(id),
            "re" => Self::Resume(id),
            "st" => Self::Stop(id),
            "sn" => Self::StopNow(id),
            _ => return None,
        })
    }

    /// Which announcement it belongs to; `None`: to none yet.
    pub(crate) fn of(&self) -> Option<BroadcastId> {
        match self {
            Self::New | Self::Mute(_) => None,
            Self::Show(id)
            | Self::Audiences(id)
            | Self::Everybody(id)
            | Self::Areas(id, _)
            | Self::Area(id, ..)
            | Self::Meetings(id)
            | Self::Meeting(id, _)
            | Self::Fields(id)
            | Self::Field(id, _)
            | Self::OpenQuestions(id)
            | Self::Text(id)
            | Self::NoFile(id)
            | Self::Link(id)
            | Self::NoLink(id)
            | Self::About(id, _)
            | Self::Urgent(id)
            | Self::NotUrgent(id)
            | Self::Test(id)
            | Self::Submit(id)
            | Self::Drop(id)
            | Self::Approve(id)
            | Self::SendBack(id)
            | Self::Pause(id)
            | Self::Resume(id)
            | Self::Stop(id)
            | Self::StopNow(id) => Some(*id),
        }
    }

    /// One of each, with the longest arguments.
    #[cfg(test)]
    pub(in crate::chat::button) fn examples() -> Vec<Self> {
        let id = BroadcastId(i64::MAX);
        let longest = "x".repeat(24);
        let mut all = vec![
            Self::New,
            Self::Show(id),
            Self::Audiences(id),
            Self::Everybody(id),
            Self::Areas(id, u16::MAX),
            Self::Area(id, AreaCode::new(longest.clone()), u16::MAX),
            Self::Meetings(id),
            Self::Meeting(id, MeetingCode::new(longest.clone())),
            Self::Fields(id),
            Self::Field(id, CategoryCode::new(longest)),
            Self::OpenQuestions(id),
            Self::Text(id),
            Self::NoFile(id),
            Self::Link(id),
            Self::NoLink(id),
            Self::Urgent(id),
            Self::NotUrgent(id),
            Self::Test(id),
            Self::Submit(id),
            Self::Drop(id),
            Self::Approve(id),
            Self::SendBack(id),
            Self::Pause(id),
            Self::Resume(id),
            Self::Stop(id),
            Self::StopNow(id),
        ];
        all.extend(
            Subject::ALL
                .iter()
                .flat_map(|subject| [Self::About(id, *subject), Self::Mute(*subject)]),
        );
        all
    }
}
