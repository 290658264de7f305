//! Meetings, as residents see them.

use super::{code_of, row};
use crate::domain::ids::{LiveId, MeetingCode};

/// Meetings, as residents see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MeetingButton {
    /// Shows a page of the coming meetings.
    MeetingPage(u16),
    /// Shows one meeting.
    OpenMeeting(MeetingCode),
    /// Shows where it is held on the map.
    MeetingPlace(MeetingCode),
    /// Registers for it, or joins its waiting list.
    Register(MeetingCode),
    /// Gives up the seat or the place on the list.
    Unregister(MeetingCode),
    /// Takes the seat that is kept for one.
    AcceptSeat(MeetingCode),
    /// Shows the ticket again.
    ShowTicket(MeetingCode),
    /// Wants to say how many companions come.
    ChooseCompanions(MeetingCode),
    /// Brings so many companions.
    Companions(MeetingCode, u32),
    /// Wants to speak.
    WishToSpeak(MeetingCode),
    /// Names no topic.
    SkipTopic(MeetingCode),
    /// Does not want to speak any more.
    StaySilent(MeetingCode),
    /// Wants to ask something while it runs.
    LiveAsk(MeetingCode),
    /// Shows what was asked while it runs.
    LiveList(MeetingCode),
    /// Wants to know the same.
    LiveSupport(LiveId),
    /// Wants to hear of new meetings.
    FollowMeetings,
    /// Does not want to hear of them any more.
    UnfollowMeetings,
}

impl MeetingButton {
    pub(super) fn encode(&self) -> String {
        match self {
            Self::MeetingPage(page) => format!("mp:{page}"),
            Self::OpenMeeting(meeting) => format!("mo:{meeting}"),
            Self::MeetingPlace(meeting) => format!("mv:{meeting}"),
            Self::Register(meeting) => format!("mr:{meeting}"),
            Self::Unregister(meeting) => format!("mu:{meeting}"),
            Self::AcceptSeat(meeting) => format!("ma:{meeting}"),
            Self::ShowTicket(meeting) => format!("mt:{meeting}"),
            Self::ChooseCompanions(meeting) => format!("mc:{meeting}"),
            Self::Companions(meeting, companions) => format!("mn:{companions}:{meeting}"),
            Self::WishToSpeak(meeting) => format!("ms:{meeting}"),
            Self::SkipTopic(meeting) => format!("mk:{meeting}"),
            Self::StaySilent(meeting) => format!("mx:{meeting}"),
            Self::LiveAsk(meeting) => format!("la:{meeting}"),
            Self::LiveList(meeting) => format!("ll:{meeting}"),
            Self::LiveSupport(one) => format!("lu:{one}"),
            Self::FollowMeetings => "mf".to_owned(),
            Self::UnfollowMeetings => "mg".to_owned(),
        }
    }

    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        let meeting = || code_of(rest).map(MeetingCode::new);
        Some(match code {
            "mp" => Self::MeetingPage(rest.parse().ok()?),
            "mo" => Self::OpenMeeting(meeting()?),
            "mv" => Self::MeetingPlace(meeting()?),
            "mr" => Self::Register(meeting()?),
            "mu" => Self::Unregister(meeting()?),
            "ma" => Self::AcceptSeat(meeting()?),
            "mt" => Self::ShowTicket(meeting()?),
            "mc" => Self::ChooseCompanions(meeting()?),
            "mn" => {
                let (companions, meeting) = rest.split_once(':')?;
                Self::Companions(
                    MeetingCode::new(code_of(meeting)?),
                    companions.parse().ok()?,
                )
            }
            "ms" => Self::WishToSpeak(meeting()?),
            "mk" => Self::SkipTopic(meeting()?),
            "mx" => Self::StaySilent(meeting()?),
            "la" => Self::LiveAsk(meeting()?),
            "ll" => Self::LiveList(meeting()?),
            "lu" => Self::LiveSupport(LiveId(row(rest)?)),
            "mf" => Self::FollowMeetings,
            "mg" => Self::UnfollowMeetings,
            _ => return None,
        })
    }
}
