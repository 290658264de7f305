//! Inline buttons: what each one means, as at most 64 bytes that Telegram keeps for us.
//!
//! The data comes back from the network and proves nothing: every handler checks rights and states again.
//! Codes are never reused; a code we no longer know gets a polite answer.

mod answering;
mod casework;
mod clock;
mod data;
mod meeting;
mod office;
mod organise;
mod person;
mod places;
mod preview;
mod proxy;
mod public;
mod question;
mod settings;
mod triage;
mod waiting;

pub(crate) use self::{
    answering::AnsweringButton,
    casework::{CardDeed, CaseButton, TakeButton},
    clock::{ClockButton, PaperButton},
    data::DataButton,
    meeting::MeetingButton,
    office::{AuditOnly, LinkButton, RoleButton},
    organise::OrganiseButton,
    person::PersonButton,
    places::PlaceButton,
    preview::PreviewButton,
    proxy::ProxyButton,
    public::{BroadcastButton, ConsultButton, PublishButton},
    question::QuestionButton,
    settings::SettingsButton,
    triage::TriageButton,
    waiting::WaitingButton,
};

/// Telegram's limit for a button's data, in bytes.
pub(crate) const MAX_BYTES: usize = 64;

/// What pressing an inline button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Button {
    /// Of consent, language, where they live.
    Person(PersonButton),
    /// Of a resident's own question.
    Question(QuestionButton),
    /// Of taking a question on.
    Take(TakeButton),
    /// Of an answer's preview.
    Preview(PreviewButton),
    /// Of meetings, for residents.
    Meeting(MeetingButton),
    /// Of meetings, for clerks.
    Organise(OrganiseButton),
    /// Of which body a group belongs to.
    Link(LinkButton),
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
    /// Under a message that asks somebody for words.
    Waiting(WaitingButton),
    /// Of one's own data.
    Data(DataButton),
    /// Of publishing answers, and of what is published.
    Publish(PublishButton),
    /// Of announcements to many.
    Broadcast(BroadcastButton),
    /// Of rounds on a draft.
    Consult(ConsultButton),
}

impl Button {
    /// The data Telegram keeps: a short code and its arguments. Never longer than [`MAX_BYTES`], because
    /// codes of the council file have at most 24 bytes.
    #[must_use]
    pub(crate) fn encode(&self) -> String {
        match self {
            Self::Person(button) => button.encode(),
            Self::Question(button) => button.encode(),
            Self::Take(button) => button.encode(),
            Self::Preview(button) => button.encode(),
            Self::Meeting(button) => button.encode(),
            Self::Organise(button) => button.encode(),
            Self::Link(button) => button.encode(),
            Self::Triage(button) => format!("t/{}", button.encode()),
            Self::Case(button) => format!("c/{}", button.encode()),
            Self::Answering(button) => format!("a/{}", button.encode()),
            Self::Clock(button) => format!("k/{}", button.encode()),
            Self::Role(button) => format!("r/{}", button.encode()),
            Self::Proxy(button) => format!("p/{}", button.encode()),
            Self::Settings(button) => format!("s/{}", button.encode()),
            Self::Place(button) => format!("g/{}", button.encode()),
            Self::Waiting(button) => format!("w/{}", button.encode()),
            Self::Data(button) => format!("d/{}", button.encode()),
            Self::Publish(button) => format!("b/{}", button.encode()),
            Self::Broadcast(button) => format!("n/{}", button.encode()),
            Self::Consult(button) => format!("v/{}", button.encode()),
        }
    }

    /// Reads data that came back. `None`: forged, damaged, or of an older bot.
    #[must_use]
    pub(crate) fn decode(data: &str) -> Option<Self> {
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
            "w" => WaitingButton::decode(code, rest).map(Self::Waiting),
            "d" => DataButton::decode(code, rest).map(Self::Data),
            "b" => PublishButton::decode(code, rest).map(Self::Publish),
            "n" => BroadcastButton::decode(code, rest).map(Self::Broadcast),
            "v" => ConsultButton::decode(code, rest).map(Self::Consult),
            _ => None,
        }
    }

    /// The oldest buttons have no letter in front: no code stands for two of them.
    fn decode_plain(code: &str, rest: &str) -> Option<Self> {
        PersonButton::decode(code, rest)
            .map(Self::Person)
            .or_else(|| QuestionButton::decode(code, rest).map(Self::Question))
            .or_else(|| TakeButton::decode(code, rest).map(Self::Take))
            .or_else(|| PreviewButton::decode(code, rest).map(Self::Preview))
            .or_else(|| MeetingButton::decode(code, rest).map(Self::Meeting))
            .or_else(|| OrganiseButton::decode(code, rest).map(Self::Organise))
            .or_else(|| LinkButton::decode(code, rest).map(Self::Link))
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
    use crate::domain::{
        ids::{
            AnswerId, AreaCode, CategoryCode, DraftId, Language, LiveId, MeetingCode, QuestionId,
            RegistrationId, SpeakerId,
        },
        keyword::Keyword,
        meeting::{live::LiveState, speakers::Turn},
        question::{QuestionKind, ResultClass},
    };

    #[expect(clippy::too_many_lines, reason = "every button, in one list")]
    fn every_button() -> Vec<Button> {
        let longest = "a".repeat(24);
        let draft = DraftId(i64::MAX);
        let question = QuestionId(i64::MAX);
        let answer = AnswerId(i64::MAX);
        let mut all = vec![
            Button::Person(PersonButton::Agree(u32::MAX)),
            Button::Person(PersonButton::Refuse),
            Button::Person(PersonButton::AreaPage(None, 0)),
            Button::Person(PersonButton::AreaPage(
                Some(AreaCode::new(longest.clone())),
                u16::MAX,
            )),
            Button::Person(PersonButton::LiveIn(AreaCode::new(longest.clone()))),
            Button::Person(PersonButton::SkipNeighbourhood),
            Button::Person(PersonButton::ChangeArea),
            Button::Question(QuestionButton::Ask),
            Button::Question(QuestionButton::Categorise(
                draft,
                CategoryCode::new(longest.clone()),
            )),
            Button::Question(QuestionButton::BackToCategories(draft)),
            Button::Question(QuestionButton::Send(draft)),
            Button::Question(QuestionButton::Edit(draft)),
            Button::Question(QuestionButton::Discard(draft)),
            Button::Question(QuestionButton::Continue(draft)),
            Button::Question(QuestionButton::StartOver(draft)),
            Button::Person(PersonButton::Cancel),
            Button::Question(QuestionButton::ShowMine(question)),
            Button::Question(QuestionButton::SearchPage(
                crate::domain::ids::SearchId(i64::MAX),
                u16::MAX,
            )),
            Button::Take(TakeButton::Forward(question)),
            Button::Take(TakeButton::Claim(question)),
            Button::Take(TakeButton::Release(question)),
            Button::Preview(PreviewButton::SendAnswer(answer)),
            Button::Preview(PreviewButton::KeepNote(answer)),
            Button::Preview(PreviewButton::DropAnswer(answer)),
        ];
        all.extend(LinkButton::every().into_iter().map(Button::Link));
        all.extend([
            Button::Meeting(MeetingButton::MeetingPage(u16::MAX)),
            Button::Meeting(MeetingButton::FollowMeetings),
            Button::Meeting(MeetingButton::UnfollowMeetings),
            Button::Organise(OrganiseButton::NewMeeting),
            Button::Question(QuestionButton::GeneralPetition),
            Button::Question(QuestionButton::DangerNow),
            Button::Question(QuestionButton::NoDanger),
            Button::Question(QuestionButton::PassThanks),
            Button::Question(QuestionButton::Support(draft, question)),
            Button::Question(QuestionButton::ReadAnswer(draft, question)),
            Button::Question(QuestionButton::AnswerIsEnough(draft)),
            Button::Question(QuestionButton::SendAnyway(draft)),
            Button::Question(QuestionButton::AddMore(question)),
            Button::Question(QuestionButton::Withdraw(question)),
            Button::Question(QuestionButton::WithdrawNow(question)),
            Button::Question(QuestionButton::WithoutWords(draft)),
            Button::Question(QuestionButton::Split(draft)),
            Button::Question(QuestionButton::KeepWhole(draft)),
            Button::Question(QuestionButton::MeantSo),
            Button::Question(QuestionButton::KeepAsWritten),
        ]);
        all.extend(
            [
                QuestionButton::SendAsIs(draft),
                QuestionButton::KeepCategory(draft),
                QuestionButton::EveryCategory(draft),
                QuestionButton::WhoSees(draft),
                QuestionButton::BackToDraft(draft),
                QuestionButton::Kinds(draft),
                QuestionButton::DiscardNow(draft),
                QuestionButton::TakeBack(draft),
            ]
            .map(Button::Question),
        );
        all.extend([
            Button::Person(PersonButton::DelegatesOf(AreaCode::new(longest.clone()))),
            Button::Person(PersonButton::DelegatesPage(u16::MAX)),
        ]);
        all.extend(
            QuestionKind::ALL
                .iter()
                .map(|kind| Button::Question(QuestionButton::OfKind(draft, *kind))),
        );
        let meeting = || MeetingCode::new(longest.clone());
        all.extend([
            Button::Meeting(MeetingButton::OpenMeeting(meeting())),
            Button::Meeting(MeetingButton::MeetingPlace(meeting())),
            Button::Meeting(MeetingButton::Register(meeting())),
            Button::Meeting(MeetingButton::Unregister(meeting())),
            Button::Meeting(MeetingButton::AcceptSeat(meeting())),
            Button::Meeting(MeetingButton::ShowTicket(meeting())),
            Button::Meeting(MeetingButton::ChooseCompanions(meeting())),
            Button::Meeting(MeetingButton::Companions(meeting(), u32::MAX)),
            Button::Meeting(MeetingButton::WishToSpeak(meeting())),
            Button::Meeting(MeetingButton::SkipTopic(meeting())),
            Button::Meeting(MeetingButton::StaySilent(meeting())),
            Button::Organise(OrganiseButton::GuestPage(meeting(), u16::MAX)),
            Button::Organise(OrganiseButton::Arrived(RegistrationId(i64::MAX), u16::MAX)),
            Button::Organise(OrganiseButton::NotArrived(
                RegistrationId(i64::MAX),
                u16::MAX,
            )),
            Button::Organise(OrganiseButton::Recount(RegistrationId(i64::MAX), u32::MAX)),
            Button::Organise(OrganiseButton::WalkIns(meeting(), u32::MAX)),
            Button::Organise(OrganiseButton::PlanMeeting(meeting())),
            Button::Organise(OrganiseButton::PublishMeeting(meeting())),
            Button::Organise(OrganiseButton::ChangeMeeting(meeting())),
            Button::Organise(OrganiseButton::CallOffMeeting(meeting())),
            Button::Organise(OrganiseButton::CopyMeeting(meeting())),
            Button::Organise(OrganiseButton::Speakers(meeting())),
            Button::Organise(OrganiseButton::AddSpeaker(meeting())),
            Button::Organise(OrganiseButton::CloseMeeting(meeting())),
            Button::Organise(OrganiseButton::Reserve(meeting(), u16::MAX)),
            Button::Organise(OrganiseButton::GiveSeat(RegistrationId(i64::MAX), u16::MAX)),
            Button::Organise(OrganiseButton::TakeSeatBack(
                RegistrationId(i64::MAX),
                u16::MAX,
            )),
            Button::Organise(OrganiseButton::InviteGuests(meeting())),
            Button::Organise(OrganiseButton::ShowForm),
            Button::Organise(OrganiseButton::NewLike(meeting())),
            Button::Organise(OrganiseButton::NewIn(AreaCode::new(longest.clone()))),
            Button::Organise(OrganiseButton::Days(meeting())),
            Button::Organise(OrganiseButton::OnDay(meeting(), 99_999)),
            Button::Organise(OrganiseButton::Hours(meeting())),
            Button::Organise(OrganiseButton::AtHour(meeting(), u16::MAX)),
            Button::Organise(OrganiseButton::Places(meeting())),
            Button::Organise(OrganiseButton::AtPlace(meeting(), u16::MAX)),
            Button::Organise(OrganiseButton::Attend(meeting())),
            Button::Organise(OrganiseButton::SpeakerBegins(SpeakerId(i64::MAX))),
            Button::Organise(OrganiseButton::LiveDesk(meeting())),
            Button::Organise(OrganiseButton::LiveSet(
                LiveId(i64::MAX),
                LiveState::Highlighted,
            )),
            Button::Meeting(MeetingButton::LiveAsk(meeting())),
            Button::Meeting(MeetingButton::LiveList(meeting())),
            Button::Meeting(MeetingButton::LiveSupport(LiveId(i64::MAX))),
        ]);
        all.extend(Turn::ALL.iter().map(|turn| {
            Button::Organise(OrganiseButton::SpeakerCalled(SpeakerId(i64::MAX), *turn))
        }));
        all.extend(settings::every(&longest).into_iter().map(Button::Settings));
        all.extend(places::every(&longest).into_iter().map(Button::Place));
        all.extend(ProxyButton::every().into_iter().map(Button::Proxy));
        all.extend(TriageButton::examples().into_iter().map(Button::Triage));
        all.extend(Language::ALL.map(|language| Button::Person(PersonButton::Speak(language))));
        all.extend(office::every_button().into_iter().map(Button::Role));
        all.extend(
            ResultClass::ALL.map(|class| Button::Preview(PreviewButton::Classify(answer, class))),
        );
        all.extend(DataButton::every().into_iter().map(Button::Data));
        all.extend(ClockButton::every().into_iter().map(Button::Clock));
        all.extend(CaseButton::every().into_iter().map(Button::Case));
        all.extend(answering::every_one().into_iter().map(Button::Answering));
        all.extend(WaitingButton::every().into_iter().map(Button::Waiting));
        all.extend(PublishButton::examples().into_iter().map(Button::Publish));
        all.extend(
            BroadcastButton::examples()
                .into_iter()
                .map(Button::Broadcast),
        );
        all.extend(ConsultButton::examples().into_iter().map(Button::Consult));
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

    /// Messages of years ago carry these codes: one that changes makes their buttons dead or, worse, other buttons.
    #[test]
    fn the_codes_of_today_do_not_change() {
        let codes: Vec<String> = every_button().iter().map(Button::encode).collect();
        insta::assert_snapshot!(codes.join("\n"));
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
