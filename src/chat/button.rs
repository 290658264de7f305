//! Inline buttons: what each one means, as at most 64 bytes that Telegram keeps for us.
//!
//! The data comes back from the network and proves nothing: every handler checks rights and states again.
//! Codes are never reused; a code we no longer know gets a polite answer.

mod answering;
mod casework;
mod clock;
mod places;
mod proxy;
mod roles;
mod settings;
mod triage;

pub use self::{
    answering::AnsweringButton,
    casework::{CardDeed, CaseButton},
    clock::ClockButton,
    places::PlaceButton,
    proxy::ProxyButton,
    roles::{AuditOnly, RoleButton},
    settings::SettingsButton,
    triage::TriageButton,
};

use crate::domain::{
    ids::{
        AnswerId, AreaCode, BodyCode, CategoryCode, DraftId, Language, MeetingCode, QuestionId,
        RegistrationId, SpeakerId,
    },
    keyword::Keyword,
    meeting::speakers::Turn,
    question::ResultClass,
};

/// Telegram's limit for a button's data, in bytes.
pub const MAX_BYTES: usize = 64;

/// What pressing an inline button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Button {
    /// Agrees to the consent text of this version.
    Agree(u32),
    /// Refuses; public information still works.
    Refuse,
    /// Speaks this language from now on.
    Speak(Language),
    /// Shows a page of areas (below an area, or the top ones).
    AreaPage(Option<AreaCode>, u16),
    /// Lives in this area.
    LiveIn(AreaCode),
    /// Leaves the choice of a neighbourhood open.
    SkipNeighbourhood,
    /// Wants to choose another area.
    ChangeArea,
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
    /// Leaves the running dialogue.
    Cancel,
    /// Shows one's question with its timeline.
    ShowMine(QuestionId),
    /// Confirms the proposed body (a clerk, where triage is by clerks).
    Forward(QuestionId),
    /// Takes the question on.
    Claim(QuestionId),
    /// Lets the question go again.
    Release(QuestionId),
    /// Gives the answer this result class.
    Classify(AnswerId, ResultClass),
    /// Sends the answer to the resident.
    SendAnswer(AnswerId),
    /// Keeps the text as an internal note.
    KeepNote(AnswerId),
    /// Drops the text.
    DropAnswer(AnswerId),
    /// Links this group to the body.
    Link(BodyCode),
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
    /// Wants to hear of new meetings.
    FollowMeetings,
    /// Does not want to hear of them any more.
    UnfollowMeetings,
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
    /// The next speaker has spoken, or is passed over.
    SpeakerCalled(SpeakerId, Turn),
    /// Adds a speaker from the floor.
    AddSpeaker(MeetingCode),
    /// Writes down what came of it.
    CloseMeeting(MeetingCode),
    /// The words held at the gate are a general petition.
    GeneralPetition,
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
    /// The points of the draft become questions of their own.
    Split(DraftId),
    /// The draft stays one question.
    KeepWhole(DraftId),
    /// Of the triage queue.
    Triage(TriageButton),
    /// Of a card, beside claiming and answering.
    Case(CaseButton),
    /// Of an answer, and of judging it.
    Answering(AnsweringButton),
    /// Of reminders, digests and lists.
    Clock(ClockButton),
    /// Of roles and rights.
    Role(RoleButton),
    /// Of questions entered for somebody.
    Proxy(ProxyButton),
    /// Of a resident's own settings.
    Settings(SettingsButton),
    /// Which area a draft is about.
    Place(PlaceButton),
}

impl Button {
    /// The data Telegram keeps: a short code and its arguments. Never longer than [`MAX_BYTES`], because
    /// codes of the council file have at most 24 bytes.
    #[must_use]
    pub fn encode(&self) -> String {
        match self {
            Self::Agree(version) => format!("ok:{version}"),
            Self::Refuse => "no".to_owned(),
            Self::Speak(language) => format!("ln:{}", language.tag()),
            Self::AreaPage(parent, page) => {
                format!("ap:{page}:{}", parent.as_ref().map_or("", AreaCode::as_str))
            }
            Self::LiveIn(area) => format!("ar:{area}"),
            Self::SkipNeighbourhood => "sn".to_owned(),
            Self::ChangeArea => "ca".to_owned(),
            Self::Ask => "ak".to_owned(),
            Self::Categorise(draft, category) => format!("ct:{draft}:{category}"),
            Self::BackToCategories(draft) => format!("bc:{draft}"),
            Self::Send(draft) => format!("sd:{draft}"),
            Self::Edit(draft) => format!("ed:{draft}"),
            Self::Discard(draft) => format!("dd:{draft}"),
            Self::Continue(draft) => format!("cd:{draft}"),
            Self::StartOver(draft) => format!("so:{draft}"),
            Self::Cancel => "xx".to_owned(),
            Self::ShowMine(question) => format!("mq:{question}"),
            Self::Forward(question) => format!("fw:{question}"),
            Self::Claim(question) => format!("cl:{question}"),
            Self::Release(question) => format!("rl:{question}"),
            Self::Classify(answer, class) => format!("ac:{answer}:{}", class.code()),
            Self::SendAnswer(answer) => format!("sa:{answer}"),
            Self::KeepNote(answer) => format!("kn:{answer}"),
            Self::DropAnswer(answer) => format!("da:{answer}"),
            Self::Link(body) => format!("lk:{body}"),
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
            Self::FollowMeetings => "mf".to_owned(),
            Self::UnfollowMeetings => "mg".to_owned(),
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
            Self::SpeakerCalled(speaker, turn) => format!("sc:{speaker}:{turn}"),
            Self::AddSpeaker(meeting) => format!("sf:{meeting}"),
            Self::CloseMeeting(meeting) => format!("nz:{meeting}"),
            Self::GeneralPetition => "gp".to_owned(),
            Self::PassThanks => "pt".to_owned(),
            Self::Support(draft, question) => format!("su:{draft}:{question}"),
            Self::ReadAnswer(draft, question) => format!("ra:{draft}:{question}"),
            Self::AnswerIsEnough(draft) => format!("ae:{draft}"),
            Self::SendAnyway(draft) => format!("sw:{draft}"),
            Self::AddMore(question) => format!("am:{question}"),
            Self::Withdraw(question) => format!("wd:{question}"),
            Self::WithdrawNow(question) => format!("wn:{question}"),
            Self::WithoutWords(draft) => format!("ww:{draft}"),
            Self::Split(draft) => format!("sp:{draft}"),
            Self::KeepWhole(draft) => format!("kw:{draft}"),
            Self::Triage(button) => format!("t/{}", button.encode()),
            Self::Case(button) => format!("c/{}", button.encode()),
            Self::Answering(button) => format!("a/{}", button.encode()),
            Self::Clock(button) => format!("k/{}", button.encode()),
            Self::Role(button) => format!("r/{}", button.encode()),
            Self::Proxy(button) => format!("p/{}", button.encode()),
            Self::Settings(button) => format!("s/{}", button.encode()),
            Self::Place(button) => format!("g/{}", button.encode()),
        }
    }

    /// Reads data that came back. `None`: forged, damaged, or of an older bot.
    #[must_use]
    pub fn decode(data: &str) -> Option<Self> {
        if data.len() > MAX_BYTES {
            return None;
        }
        let button = match data.split_once('/') {
            Some((subject, inner)) if subject.len() == 1 => {
                let (code, rest) = split(inner);
                Self::decode_of_subject(subject, code, rest)?
            }
            _ => {
                let (code, rest) = split(data);
                Self::decode_plain(code, rest)?
            }
        };
        (button.encode() == data).then_some(button)
    }

    /// The buttons of a subject with a list of its own; the letter in front names it.
    fn decode_of_subject(subject: &str, code: &str, rest: &str) -> Option<Self> {
        match subject {
            "t" => TriageButton::decode(code, rest).map(Self::Triage),
            "c" => CaseButton::decode(code, rest).map(Self::Case),
            "a" => AnsweringButton::decode(code, rest).map(Self::Answering),
            "k" => ClockButton::decode(code, rest).map(Self::Clock),
            "r" => RoleButton::decode(code, rest).map(Self::Role),
            "p" => ProxyButton::decode(code, rest).map(Self::Proxy),
            "s" => SettingsButton::decode(code, rest).map(Self::Settings),
            "g" => PlaceButton::decode(code, rest).map(Self::Place),
            _ => None,
        }
    }

    fn decode_plain(code: &str, rest: &str) -> Option<Self> {
        Some(match code {
            "ok" => Self::Agree(rest.parse().ok()?),
            "no" => Self::Refuse,
            "ln" => Self::Speak(Language::ALL.into_iter().find(|l| l.tag() == rest)?),
            "ap" => {
                let (page, parent) = rest.split_once(':')?;
                Self::AreaPage(code_of(parent).map(AreaCode::new), page.parse().ok()?)
            }
            "ar" => Self::LiveIn(AreaCode::new(code_of(rest)?)),
            "sn" => Self::SkipNeighbourhood,
            "ca" => Self::ChangeArea,
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
            "xx" => Self::Cancel,
            "mq" => Self::ShowMine(QuestionId(row(rest)?)),
            "fw" => Self::Forward(QuestionId(row(rest)?)),
            "cl" => Self::Claim(QuestionId(row(rest)?)),
            "rl" => Self::Release(QuestionId(row(rest)?)),
            "ac" => {
                let (answer, class) = rest.split_once(':')?;
                Self::Classify(AnswerId(row(answer)?), ResultClass::from_code(class)?)
            }
            "sa" => Self::SendAnswer(AnswerId(row(rest)?)),
            "kn" => Self::KeepNote(AnswerId(row(rest)?)),
            "da" => Self::DropAnswer(AnswerId(row(rest)?)),
            "lk" => Self::Link(BodyCode::new(code_of(rest)?)),
            "mp" => Self::MeetingPage(rest.parse().ok()?),
            "mf" => Self::FollowMeetings,
            "mg" => Self::UnfollowMeetings,
            "nn" => Self::NewMeeting,
            "gp" => Self::GeneralPetition,
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
            "sp" => Self::Split(DraftId(row(rest)?)),
            "kw" => Self::KeepWhole(DraftId(row(rest)?)),
            _ => Self::decode_of_meeting(code, rest)?,
        })
    }

    /// The buttons that carry a meeting's code.
    fn decode_of_meeting(code: &str, rest: &str) -> Option<Self> {
        let meeting = || code_of(rest).map(MeetingCode::new);
        Some(match code {
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
            "ne" => Self::PlanMeeting(meeting()?),
            "np" => Self::PublishMeeting(meeting()?),
            "nc" => Self::ChangeMeeting(meeting()?),
            "nx" => Self::CallOffMeeting(meeting()?),
            "nk" => Self::CopyMeeting(meeting()?),
            "sl" => Self::Speakers(meeting()?),
            "sc" => {
                let (speaker, turn) = rest.split_once(':')?;
                Self::SpeakerCalled(SpeakerId(row(speaker)?), Turn::from_word(turn)?)
            }
            "sf" => Self::AddSpeaker(meeting()?),
            "nz" => Self::CloseMeeting(meeting()?),
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
            _ => return None,
        })
    }
}

/// A code and its arguments.
fn split(data: &str) -> (&str, &str) {
    data.split_once(':').unwrap_or((data, ""))
}

/// Row numbers are positive; anything else was never ours.
fn row(text: &str) -> Option<i64> {
    text.parse().ok().filter(|number| *number > 0)
}

fn code_of(text: &str) -> Option<&str> {
    (!text.is_empty() && !text.contains(':')).then_some(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn every_button() -> Vec<Button> {
        let longest = "a".repeat(24);
        let draft = DraftId(i64::MAX);
        let question = QuestionId(i64::MAX);
        let answer = AnswerId(i64::MAX);
        let mut all = vec![
            Button::Agree(u32::MAX),
            Button::Refuse,
            Button::AreaPage(None, 0),
            Button::AreaPage(Some(AreaCode::new(longest.clone())), u16::MAX),
            Button::LiveIn(AreaCode::new(longest.clone())),
            Button::SkipNeighbourhood,
            Button::ChangeArea,
            Button::Ask,
            Button::Categorise(draft, CategoryCode::new(longest.clone())),
            Button::BackToCategories(draft),
            Button::Send(draft),
            Button::Edit(draft),
            Button::Discard(draft),
            Button::Continue(draft),
            Button::StartOver(draft),
            Button::Cancel,
            Button::ShowMine(question),
            Button::Forward(question),
            Button::Claim(question),
            Button::Release(question),
            Button::SendAnswer(answer),
            Button::KeepNote(answer),
            Button::DropAnswer(answer),
            Button::Link(BodyCode::new(longest.clone())),
            Button::MeetingPage(u16::MAX),
            Button::FollowMeetings,
            Button::UnfollowMeetings,
            Button::NewMeeting,
            Button::GeneralPetition,
            Button::PassThanks,
            Button::Support(draft, question),
            Button::ReadAnswer(draft, question),
            Button::AnswerIsEnough(draft),
            Button::SendAnyway(draft),
            Button::AddMore(question),
            Button::Withdraw(question),
            Button::WithdrawNow(question),
            Button::WithoutWords(draft),
            Button::Split(draft),
            Button::KeepWhole(draft),
        ];
        let meeting = || MeetingCode::new(longest.clone());
        all.extend([
            Button::OpenMeeting(meeting()),
            Button::MeetingPlace(meeting()),
            Button::Register(meeting()),
            Button::Unregister(meeting()),
            Button::AcceptSeat(meeting()),
            Button::ShowTicket(meeting()),
            Button::ChooseCompanions(meeting()),
            Button::Companions(meeting(), u32::MAX),
            Button::WishToSpeak(meeting()),
            Button::SkipTopic(meeting()),
            Button::StaySilent(meeting()),
            Button::GuestPage(meeting(), u16::MAX),
            Button::Arrived(RegistrationId(i64::MAX), u16::MAX),
            Button::NotArrived(RegistrationId(i64::MAX), u16::MAX),
            Button::Recount(RegistrationId(i64::MAX), u32::MAX),
            Button::WalkIns(meeting(), u32::MAX),
            Button::PlanMeeting(meeting()),
            Button::PublishMeeting(meeting()),
            Button::ChangeMeeting(meeting()),
            Button::CallOffMeeting(meeting()),
            Button::CopyMeeting(meeting()),
            Button::Speakers(meeting()),
            Button::AddSpeaker(meeting()),
            Button::CloseMeeting(meeting()),
        ]);
        all.extend(
            Turn::ALL
                .iter()
                .map(|turn| Button::SpeakerCalled(SpeakerId(i64::MAX), *turn)),
        );
        all.extend(settings::every(&longest).into_iter().map(Button::Settings));
        all.extend(places::every(&longest).into_iter().map(Button::Place));
        all.extend(ProxyButton::every().into_iter().map(Button::Proxy));
        all.extend(TriageButton::examples().into_iter().map(Button::Triage));
        all.extend(Language::ALL.map(Button::Speak));
        all.extend(roles::every_button().into_iter().map(Button::Role));
        all.extend(ResultClass::ALL.map(|class| Button::Classify(answer, class)));
        all.extend(ClockButton::every().into_iter().map(Button::Clock));
        all.extend(CaseButton::every().into_iter().map(Button::Case));
        all.extend(answering::every_one().into_iter().map(Button::Answering));
        all
    }

    #[test]
    fn every_button_survives_the_round_trip_within_the_limit() {
        for button in every_button() {
            let data = button.encode();
            assert!(data.len() <= MAX_BYTES, "{data}");
            assert_eq!(Button::decode(&data), Some(button));
        }
    }

    proptest! {
        #[test]
        fn forged_data_is_refused_or_means_exactly_itself(data in ".{0,80}") {
            if let Some(button) = Button::decode(&data) {
                prop_assert_eq!(button.encode(), data);
            }
        }

        #[test]
        fn damaged_data_never_panics(code in "[a-z]{2}", rest in "[0-9a-z:+-]{0,40}") {
            let _ = Button::decode(&format!("{code}:{rest}"));
        }
    }
}
