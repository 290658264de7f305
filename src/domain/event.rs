//! What happened: audit, statistics, digests and timelines are read from events.
//!
//! An event never holds a person's words, name or phone; who did it can be forgotten ([`super::chain`]).

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    answer::{appeal::Mark, call_back::Heard, judgement::Verdict, publication::KeptBack},
    audit::AuditSubject,
    categorise::Kind,
    consultation::StatementState,
    data_request::{DataRequestKind, DataRequestOutcome},
    guidance::Pointer,
    ids::{
        AnswerId, AreaCode, BodyCode, BroadcastId, ChatId, ConsultationId, DataRequestId,
        MeetingCode, ResolutionId, UserId,
    },
    keyword::keywords,
    meeting::{live::LiveState, seats::Standing, speakers::Turn},
    question::{ResultClass, Source},
    report::ReportKind,
    role::Role,
    site::Condition,
    trouble::{Remedy, Trouble},
};

keywords! {
    /// What of a profile was changed.
    pub enum ProfilePart {
        /// The display name.
        Name = "name",
        /// The phone, given or taken away.
        Phone = "phone",
    }
}

/// What only residents do. Whoever did it is a resident in the log, even if they hold a role besides; and when a person
/// is forgotten, these do not say any more who it was.
pub const OF_RESIDENTS: [&str; 33] = [
    "ban_appealed",
    "consent_given",
    "consent_refused",
    "consent_withdrawn",
    "data_given",
    "erasure_asked",
    "erasure_taken_back",
    "area_chosen",
    "profile_changed",
    "question_received",
    "question_supported",
    "question_repeated",
    "question_revised",
    "question_added_to",
    "question_withdrawn",
    "question_chased",
    "question_followed",
    "slip_refused",
    "author_replied",
    "answer_judged",
    "question_reopened",
    "resolution_confirmed",
    "resolution_denied",
    "resolution_reopened",
    "answer_found_before_asking",
    "registration_made",
    "registration_cancelled",
    "seat_offered",
    "seat_accepted",
    "offer_lapsed",
    "redirected",
    "redirection_overruled",
    "thanks_passed_on",
];

/// Something that happened, past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// A resident agreed to the consent text.
    ConsentGiven {
        /// Which text.
        version: u32,
    },
    /// A resident refused the consent text.
    ConsentRefused {
        /// Which text.
        version: u32,
    },
    /// A resident took the consent back.
    ConsentWithdrawn {
        /// Which text they had agreed to.
        version: u32,
    },
    /// A resident was given everything that is stored about them.
    DataGiven,
    /// A resident wants to be forgotten.
    ErasureAsked,
    /// They do not want it any more.
    ErasureTakenBack,
    /// A person was forgotten.
    PersonForgotten {
        /// How many questions lost their author.
        questions: usize,
    },
    /// Somebody asked the office something about their own data.
    DataRequestMade {
        /// Its number.
        request: DataRequestId,
        /// What they want.
        what: DataRequestKind,
    },
    /// The office was shown what somebody asked.
    DataRequestViewed {
        /// Its number.
        request: DataRequestId,
    },
    /// The log was given out as a file.
    AuditExported {
        /// What of it.
        subject: AuditSubject,
    },
    /// The office gave a paper its number and keeps it.
    PaperIssued {
        /// Which.
        paper: ReportKind,
        /// The number of the document, where somebody wrote one.
        number: Option<String>,
    },
    /// A clerk gave somebody without Telegram what is stored about them.
    DataHandedOver {
        /// Which request.
        request: DataRequestId,
    },
    /// It was dealt with.
    DataRequestClosed {
        /// Its number.
        request: DataRequestId,
        /// How.
        outcome: DataRequestOutcome,
    },
    /// What the council keeps no longer was removed.
    RetentionDone {
        /// How many rows.
        removed: usize,
    },
    /// A resident chose where they live.
    AreaChosen {
        /// Where.
        area: AreaCode,
    },
    /// A resident corrected or removed something about themselves.
    ProfileChanged {
        /// What; never its content.
        part: ProfilePart,
    },
    /// A question came in.
    QuestionReceived {
        /// Who is to handle it.
        body: BodyCode,
    },
    /// It was handed to its body.
    QuestionForwarded {
        /// To whom.
        body: BodyCode,
    },
    /// A member took it on.
    QuestionClaimed,
    /// The member let it go.
    QuestionReleased,
    /// The body kept an internal note.
    NoteKept {
        /// Which text.
        answer: AnswerId,
    },
    /// The body sent its answer on its way.
    AnswerSent {
        /// Which text.
        answer: AnswerId,
        /// How the body classes the result.
        class: ResultClass,
        /// The body.
        body: BodyCode,
    },
    /// The answer waits for the head of the body.
    AnswerSubmitted {
        /// Which text.
        answer: AnswerId,
    },
    /// The head approved it.
    AnswerApproved {
        /// Which text.
        answer: AnswerId,
    },
    /// The head sent it back to its author.
    AnswerSentBack {
        /// Which text.
        answer: AnswerId,
    },
    /// Points of the question were left out on purpose.
    PointsLeftOut {
        /// Which text.
        answer: AnswerId,
        /// How many.
        count: u32,
    },
    /// Somebody looked, and everybody may read the answer.
    AnswerPublished {
        /// Which text.
        answer: AnswerId,
    },
    /// Somebody looked, and decided against it.
    AnswerKeptBack {
        /// Which text.
        answer: AnswerId,
        /// Why.
        reason: KeptBack,
    },
    /// It is not public any more, until somebody looks again.
    PublicationTakenBack {
        /// Which text.
        answer: AnswerId,
    },
    /// An answer that was sent got other words.
    AnswerCorrected {
        /// Which text.
        answer: AnswerId,
    },
    /// A resident judged an answer: its author, or somebody who wants the same.
    AnswerJudged {
        /// Which text.
        answer: AnswerId,
        /// How.
        verdict: Verdict,
        /// Whether it is the question's author who judged.
        is_author: bool,
    },
    /// Its author was not content, and it was opened again (cử tri chưa đồng tình).
    QuestionReopened {
        /// The how many-th time.
        times: u32,
        /// Who has it now.
        body: BodyCode,
    },
    /// An answer promised something for a day.
    PromiseMade {
        /// Which day.
        on: Date,
    },
    /// The body said that it is done.
    PromiseKept {
        /// For which day it was promised.
        on: Date,
    },
    /// Another day was promised.
    PromisePostponed {
        /// Until which day.
        to: Date,
    },
    /// Somebody of the body said that the thing was done, and showed it.
    QuestionResolved {
        /// Which row.
        resolution: ResolutionId,
    },
    /// A resident said that it is done.
    ResolutionConfirmed {
        /// Which row.
        resolution: ResolutionId,
        /// Whether it is the question's author who said so.
        is_author: bool,
    },
    /// A resident said that it is not done.
    ResolutionDenied {
        /// Which row.
        resolution: ResolutionId,
        /// Whether it is the question's author who said so.
        is_author: bool,
    },
    /// What was said to be done is to be done until a day: this track is open again, the answer stays.
    ResolutionReopened {
        /// The how many-th time.
        times: u32,
        /// Until which day.
        due_on: Date,
    },
    /// So many people want the same that the body has to answer by a nearer day.
    QuestionObliged {
        /// How many.
        supporters: u32,
        /// By which day.
        due_on: Date,
    },
    /// A body that watches the matter gave its verdict.
    QuestionAssessed {
        /// Which.
        mark: Mark,
    },
    /// The office called its resident back.
    QuestionCalledBack {
        /// What was heard.
        heard: Heard,
    },
    /// Somebody looked at it on a site round.
    SiteVisited {
        /// What was found.
        condition: Condition,
    },
    /// Telegram gave the answer to the resident.
    AnswerDelivered {
        /// Which text.
        answer: AnswerId,
    },
    /// The resident cannot be reached.
    AnswerUndelivered {
        /// Which text.
        answer: AnswerId,
    },
    /// A group became the chat of a body.
    ChatLinked {
        /// The group.
        chat: ChatId,
        /// The body.
        body: BodyCode,
    },
    /// A group got a new id.
    ChatMigrated {
        /// Before.
        from: ChatId,
        /// From now on.
        to: ChatId,
    },
    /// A resident registered for a meeting, or joined its waiting list.
    RegistrationMade {
        /// Which meeting.
        meeting: MeetingCode,
        /// Seated or waiting.
        standing: Standing,
    },
    /// A resident gave up the seat or the place on the list.
    RegistrationCancelled {
        /// Which meeting.
        meeting: MeetingCode,
    },
    /// A freed seat is kept for a resident.
    SeatOffered {
        /// Which meeting.
        meeting: MeetingCode,
    },
    /// The resident took it.
    SeatAccepted {
        /// Which meeting.
        meeting: MeetingCode,
    },
    /// The resident let it go by.
    OfferLapsed {
        /// Which meeting.
        meeting: MeetingCode,
    },
    /// A party was checked in; the actor is who did it.
    Arrived {
        /// Which meeting.
        meeting: MeetingCode,
    },
    /// That was a mistake.
    ArrivalUndone {
        /// Which meeting.
        meeting: MeetingCode,
    },
    /// People who had not registered were counted.
    WalkInsCounted {
        /// Which meeting.
        meeting: MeetingCode,
        /// How many.
        size: u32,
    },
    /// A clerk made a meeting.
    MeetingPlanned {
        /// Which.
        meeting: MeetingCode,
    },
    /// A clerk announced it.
    MeetingPublished {
        /// Which.
        meeting: MeetingCode,
    },
    /// A clerk changed when, where or for how many it is.
    MeetingChanged {
        /// Which.
        meeting: MeetingCode,
    },
    /// A clerk called it off.
    MeetingCancelled {
        /// Which.
        meeting: MeetingCode,
    },
    /// A clerk gave reserved seats to a party.
    ReservedSeatGiven {
        /// At which meeting.
        meeting: MeetingCode,
        /// How many seats.
        size: u32,
    },
    /// A party gave its reserved seats back, or a clerk did for it.
    ReservedSeatReturned {
        /// At which meeting.
        meeting: MeetingCode,
        /// How many seats.
        size: u32,
    },
    /// A speaker was called.
    SpeakerCalled {
        /// At which meeting.
        meeting: MeetingCode,
        /// Spoken or passed over.
        turn: Turn,
    },
    /// Somebody who leads a meeting decided about a question that was sent while it ran.
    LiveQuestionDecided {
        /// At which meeting.
        meeting: MeetingCode,
        /// Where it stands now.
        state: LiveState,
    },
    /// A clerk wrote down what came of a meeting.
    MeetingHeld {
        /// Which.
        meeting: MeetingCode,
        /// Opinions spoken.
        opinions: u32,
    },
    /// An update could not be handled and was set aside.
    UpdateSetAside {
        /// Its number.
        update: i64,
    },
    /// Somebody decided what becomes of something that could not be done.
    TroubleSettled {
        /// What it is.
        what: Trouble,
        /// Its number.
        number: i64,
        /// What becomes of it.
        how: Remedy,
    },
    /// Words that are no petition were shown their own door. Not whose they were.
    Redirected {
        /// What they were taken for.
        what: Kind,
    },
    /// Their author said that they are a general petition all the same.
    RedirectionOverruled {
        /// What they had been taken for.
        what: Kind,
    },
    /// Another resident wants the same.
    QuestionSupported,
    /// It raises again what was asked in an earlier session.
    QuestionRepeated {
        /// In how many sessions it was raised by now.
        times: u32,
    },
    /// A resident found the answer to an alike question enough.
    AnswerFoundBeforeAsking,
    /// Its author changed the words.
    QuestionRevised,
    /// Its author added something.
    QuestionAddedTo,
    /// The office wrote down what is said in its recording.
    QuestionWrittenDown,
    /// Its author took it back.
    QuestionWithdrawn,
    /// An administrator made a one-time link.
    InvitationMade {
        /// The role it gives.
        role: Role,
        /// For which body.
        body: Option<BodyCode>,
    },
    /// An administrator took it back.
    InvitationRevoked {
        /// The role it gave.
        role: Role,
        /// For which body.
        body: Option<BodyCode>,
    },
    /// Somebody with the link did not want the role.
    InvitationDeclined {
        /// The role it gave.
        role: Role,
        /// For which body.
        body: Option<BodyCode>,
    },
    /// Somebody accepted a role; the actor is who holds it now.
    RoleGranted {
        /// Which.
        role: Role,
        /// For which body.
        body: Option<BodyCode>,
    },
    /// An administrator took a role away.
    RoleRevoked {
        /// Which.
        role: Role,
        /// For which body.
        body: Option<BodyCode>,
        /// From whom.
        of: UserId,
    },
    /// A role ended with its term.
    RoleExpired {
        /// Which.
        role: Role,
        /// For which body.
        body: Option<BodyCode>,
        /// Whose.
        of: UserId,
    },
    /// Somebody left the group of a body.
    MemberLeft {
        /// Which body.
        body: BodyCode,
        /// Who.
        of: UserId,
    },
    /// A question was given to a member.
    QuestionAssigned {
        /// To whom.
        of: UserId,
    },
    /// What one member had open went to another, or back to the body.
    QuestionHandedOver {
        /// Who had it.
        of: UserId,
        /// Who has it now; `None`: nobody yet.
        heir: Option<UserId>,
    },
    /// An officer was shown the phone of a question's author.
    PhoneViewed,
    /// An officer was shown the words of a question with what cards cover.
    WordsViewed,
    /// An officer was shown the names of those who come to a meeting.
    GuestListViewed {
        /// Which meeting.
        meeting: MeetingCode,
    },
    /// The bot left a group that belongs to no body.
    GroupLeft {
        /// Which.
        chat: ChatId,
    },
    /// A clerk let a round on a draft begin.
    ConsultationPublished {
        /// Which.
        round: ConsultationId,
    },
    /// It is over.
    ConsultationClosed {
        /// Which.
        round: ConsultationId,
    },
    /// A clerk read a statement that a resident proposed.
    StatementDecided {
        /// Of which round.
        round: ConsultationId,
        /// Where it stands now.
        state: StatementState,
    },
    /// A clerk wants an announcement to be sent.
    BroadcastSubmitted {
        /// Which.
        broadcast: BroadcastId,
    },
    /// Somebody else approved it.
    BroadcastApproved {
        /// Which.
        broadcast: BroadcastId,
        /// Whether it may pass the quiet hours.
        urgent: bool,
    },
    /// Sending it rests.
    BroadcastPaused {
        /// Which.
        broadcast: BroadcastId,
    },
    /// Sending it goes on.
    BroadcastResumed {
        /// Which.
        broadcast: BroadcastId,
    },
    /// It was stopped for good.
    BroadcastStopped {
        /// Which.
        broadcast: BroadcastId,
    },
    /// Everybody has it who can have it.
    BroadcastEnded {
        /// Which.
        broadcast: BroadcastId,
        /// How many have it.
        delivered: u32,
    },
    /// An administrator banned somebody.
    PersonBanned {
        /// For so many days.
        days: u16,
        /// Without telling them.
        silent: bool,
    },
    /// An administrator ended a ban.
    PersonUnbanned,
    /// Somebody said something against their ban.
    BanAppealed,
    /// A clerk entered it for somebody without Telegram.
    QuestionEntered {
        /// How it reached the council.
        source: Source,
    },
    /// Whoever it was entered for proved it, and is its author from now on.
    QuestionFollowed,
    /// Somebody without Telegram was told of the answer by paper or phone.
    AnswerHandedOver,
    /// A clerk wrote down what its author said when asked back.
    ReplyWrittenDown,
    /// A clerk looked at name and phone.
    ContactSeen,
    /// A receipt was printed again, with a new slip code.
    SlipPrinted,
    /// Somebody typed a wrong slip code.
    SlipRefused,
    /// A clerk corrected what was known of it.
    QuestionCorrected {
        /// What.
        what: Corrected,
        /// The code before; empty where nobody had said.
        before: String,
        /// The code from now on.
        after: String,
    },
    /// It goes on as another question.
    QuestionMerged {
        /// The code of that one.
        into: String,
    },
    /// Another question goes on as this one.
    QuestionTookIn {
        /// The code of that one.
        other: String,
    },
    /// Some of its words became questions of their own.
    QuestionSplit {
        /// Into how many in all.
        parts: u32,
    },
    /// It was split off another question.
    QuestionSplitOff {
        /// The code of that one.
        from: String,
    },
    /// It belongs to another question.
    QuestionRelated {
        /// The code of that one.
        other: String,
    },
    /// It was returned with guidance.
    QuestionReturned {
        /// Where its author was pointed.
        pointer: Pointer,
    },
    /// Its author asked how it is getting on.
    QuestionChased,
    /// A member put reminders of it off.
    ReminderPutOff {
        /// Until which day.
        until: Date,
    },
    /// It became a candidate for questioning at the session.
    QuestionNominated,
    /// It is none any more.
    NominationWithdrawn,
    /// A resident's thanks were passed on.
    ThanksPassedOn {
        /// To whom.
        body: BodyCode,
    },
    /// Another body has it now.
    QuestionTransferred {
        /// Who had it.
        from: BodyCode,
        /// Who has it.
        to: BodyCode,
    },
    /// Its author was asked for details; the clock stopped.
    AuthorAskedBack,
    /// Its author replied; the clock runs on.
    AuthorReplied,
    /// The body goes on without a reply; the clock runs on.
    WaitEnded,
    /// A higher level is to decide.
    QuestionSentUp,
    /// Nothing happens until that day.
    QuestionSetAside {
        /// Until when.
        until: Date,
    },
    /// Back from the higher level, or from being set aside.
    QuestionBroughtBack,
    /// The answer may take longer.
    QuestionExtended {
        /// Until when.
        due_on: Date,
    },
}

impl Event {
    /// Whether an author did it with a question that a body may have before its eyes: an old button on the card has
    /// to know of it.
    #[must_use]
    pub fn is_of_author_on_card(&self) -> bool {
        matches!(
            self,
            Self::QuestionRevised | Self::QuestionWithdrawn | Self::AuthorReplied
        )
    }
}

keywords! {
    /// What of a question a clerk corrected.
    pub enum Corrected {
        /// What sort of words it is.
        Kind = "kind",
        /// Its category.
        Category = "category",
        /// Its area.
        Area = "area",
        /// Which level decides.
        Competence = "competence",
        /// Who has it, or is to have it.
        Body = "body",
        /// Whether somebody may be in danger.
        Urgency = "urgency",
    }
}

/// An event with its time, for timelines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: Event,
}

/// A deed with a question that a body has, with what an event may not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: Event,
    /// Who; `None`: the clock.
    pub actor: Option<UserId>,
    /// Their name in the group; `None`: its author, or the clock.
    pub name: Option<String>,
    /// Why.
    pub words: Option<String>,
}
