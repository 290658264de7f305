//! Meetings, as clerks lead them.

use super::{code_of, row};
use crate::domain::{
    ids::{AreaCode, LiveId, MeetingCode, RegistrationId, SpeakerId},
    keyword::Keyword,
    meeting::{live::LiveState, speakers::Turn},
};

/// Meetings, as clerks lead them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OrganiseButton {
    /// Shows a page of the list at a meeting's door.
    GuestPage(MeetingCode, u16),
    /// This party is here (seen on that page of the list).
    Arrived(RegistrationId, u16),
    /// It is not here after all.
    NotArrived(RegistrationId, u16),
    /// So many of it came.
    Recount(RegistrationId, u32),
    /// So many came without registration; 0 takes the last entry back.
    WalkIns(MeetingCode, u32),
    /// Begins a new meeting (a clerk).
    NewMeeting,
    /// Shows a meeting as clerks see it.
    PlanMeeting(MeetingCode),
    /// Announces it.
    PublishMeeting(MeetingCode),
    /// Changes it.
    ChangeMeeting(MeetingCode),
    /// Calls it off.
    CallOffMeeting(MeetingCode),
    /// Copies it to other areas.
    CopyMeeting(MeetingCode),
    /// Shows its list of speakers.
    Speakers(MeetingCode),
    /// Shows which bodies must be there.
    Attend(MeetingCode),
    /// The next speaker has spoken, or is passed over.
    SpeakerCalled(SpeakerId, Turn),
    /// The next speaker has the floor.
    SpeakerBegins(SpeakerId),
    /// Shows the questions that are sent while it runs.
    LiveDesk(MeetingCode),
    /// One of them is to stand so.
    LiveSet(LiveId, LiveState),
    /// Adds a speaker from the floor.
    AddSpeaker(MeetingCode),
    /// Writes down what came of it.
    CloseMeeting(MeetingCode),
    /// Shows a page of its reserved seats.
    Reserve(MeetingCode, u16),
    /// Gives reserved seats to this party, which waits (seen on that page).
    GiveSeat(RegistrationId, u16),
    /// This guest does not come: the seat is free again.
    TakeSeatBack(RegistrationId, u16),
    /// Gives reserved seats to guests by name.
    InviteGuests(MeetingCode),
    /// Shows the form of a new meeting, to be filled in.
    ShowForm,
    /// A draft like this meeting, on a later day.
    NewLike(MeetingCode),
    /// A draft in this area.
    NewIn(AreaCode),
    /// Shows days for a draft.
    Days(MeetingCode),
    /// A draft is on this day (days since 1 January 1970).
    OnDay(MeetingCode, i64),
    /// Shows hours for a draft.
    Hours(MeetingCode),
    /// A draft begins so many minutes after midnight.
    AtHour(MeetingCode, u16),
    /// Shows places for a draft.
    Places(MeetingCode),
    /// A draft is at the place with this number in the list.
    AtPlace(MeetingCode, u16),
}

impl OrganiseButton {
    pub(super) fn encode(&self) -> String {
        match self {
            Self::GuestPage(meeting, page) => format!("cp:{page}:{meeting}"),
            Self::Arrived(registration, page) => format!("ci:{registration}:{page}"),
            Self::NotArrived(registration, page) => format!("cu:{registration}:{page}"),
            Self::Recount(registration, size) => format!("cs:{registration}:{size}"),
            Self::WalkIns(meeting, size) => format!("cw:{size}:{meeting}"),
            Self::NewMeeting => "nn".to_owned(),
            Self::PlanMeeting(meeting) => format!("ne:{meeting}"),
            Self::PublishMeeting(meeting) => format!("np:{meeting}"),
            Self::ChangeMeeting(meeting) => format!("nc:{meeting}"),
            Self::CallOffMeeting(meeting) => format!("nx:{meeting}"),
            Self::CopyMeeting(meeting) => format!("nk:{meeting}"),
            Self::Speakers(meeting) => format!("sl:{meeting}"),
            Self::Attend(meeting) => format!("at:{meeting}"),
            Self::SpeakerBegins(speaker) => format!("sg:{speaker}"),
            Self::LiveDesk(meeting) => format!("ld:{meeting}"),
            Self::LiveSet(one, to) => format!("lq:{one}:{to}"),
            Self::SpeakerCalled(speaker, turn) => format!("sc:{speaker}:{turn}"),
            Self::AddSpeaker(meeting) => format!("sf:{meeting}"),
            Self::CloseMeeting(meeting) => format!("nz:{meeting}"),
            Self::Reserve(meeting, page) => format!("nr:{page}:{meeting}"),
            Self::GiveSeat(party, page) => format!("ng:{party}:{page}"),
            Self::TakeSeatBack(party, page) => format!("nb:{party}:{page}"),
            Self::InviteGuests(meeting) => format!("ni:{meeting}"),
            Self::ShowForm => "nq".to_owned(),
            Self::NewLike(meeting) => format!("nf:{meeting}"),
            Self::NewIn(area) => format!("na:{area}"),
            Self::Days(meeting) => format!("nw:{meeting}"),
            Self::OnDay(meeting, day) => format!("ny:{day}:{meeting}"),
            Self::Hours(meeting) => format!("nh:{meeting}"),
            Self::AtHour(meeting, minutes) => format!("nt:{minutes}:{meeting}"),
            Self::Places(meeting) => format!("nl:{meeting}"),
            Self::AtPlace(meeting, number) => format!("nv:{number}:{meeting}"),
        }
    }

    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        let meeting = || code_of(rest).map(MeetingCode::new);
        Some(match code {
            "cp" => {
                let (page, meeting) = rest.split_once(':')?;
                Self::GuestPage(MeetingCode::new(code_of(meeting)?), page.parse().ok()?)
            }
            "ci" | "cu" | "cs" => {
                let (registration, number) = rest.split_once(':')?;
                let registration = RegistrationId(row(registration)?);
                match code {
                    "ci" => Self::Arrived(registration, number.parse().ok()?),
                    "cu" => Self::NotArrived(registration, number.parse().ok()?),
                    _ => Self::Recount(registration, number.parse().ok()?),
                }
            }
            "cw" => {
                let (size, meeting) = rest.split_once(':')?;
                Self::WalkIns(MeetingCode::new(code_of(meeting)?), size.parse().ok()?)
            }
            "nn" => Self::NewMeeting,
            "ne" => Self::PlanMeeting(meeting()?),
            "np" => Self::PublishMeeting(meeting()?),
            "nc" => Self::ChangeMeeting(meeting()?),
            "nx" => Self::CallOffMeeting(meeting()?),
            "nk" => Self::CopyMeeting(meeting()?),
            "sl" => Self::Speakers(meeting()?),
            "at" => Self::Attend(meeting()?),
            "sg" => Self::SpeakerBegins(SpeakerId(row(rest)?)),
            "ld" => Self::LiveDesk(meeting()?),
            "lq" => {
                let (one, to) = rest.split_once(':')?;
                Self::LiveSet(LiveId(row(one)?), LiveState::from_word(to)?)
            }
            "sc" => {
                let (speaker, turn) = rest.split_once(':')?;
                Self::SpeakerCalled(SpeakerId(row(speaker)?), Turn::from_word(turn)?)
            }
            "sf" => Self::AddSpeaker(meeting()?),
            "nz" => Self::CloseMeeting(meeting()?),
            "nr" => {
                let (page, meeting) = rest.split_once(':')?;
                Self::Reserve(MeetingCode::new(code_of(meeting)?), page.parse().ok()?)
            }
            "ng" | "nb" => {
                let (party, page) = rest.split_once(':')?;
                let (party, page) = (RegistrationId(row(party)?), page.parse().ok()?);
                if code == "ng" {
                    Self::GiveSeat(party, page)
                } else {
                    Self::TakeSeatBack(party, page)
                }
            }
            "ni" => Self::InviteGuests(meeting()?),
            "nq" => Self::ShowForm,
            "nf" => Self::NewLike(meeting()?),
            "na" => Self::NewIn(AreaCode::new(code_of(rest)?)),
            "nw" => Self::Days(meeting()?),
            "nh" => Self::Hours(meeting()?),
            "nl" => Self::Places(meeting()?),
            "ny" | "nt" | "nv" => {
                let (number, meeting) = rest.split_once(':')?;
                let meeting = MeetingCode::new(code_of(meeting)?);
                match code {
                    "ny" => Self::OnDay(meeting, row(number)?),
                    "nt" => Self::AtHour(meeting, number.parse().ok()?),
                    _ => Self::AtPlace(meeting, number.parse().ok()?),
                }
            }
            _ => return None,
        })
    }
}
