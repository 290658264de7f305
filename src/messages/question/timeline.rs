//! One's questions, and what happened to one of them.

use super::{follow_up, receipt, similar};
use crate::messages::{
    Html, Message, Words,
    answer::class_name,
    casework,
    catalog::short_day,
    keyboard::button,
    label,
    lines::{first_line, gist},
    say,
};
use crate::{
    chat::{
        button::{Button, QuestionButton},
        outgoing::Keyboard,
    },
    domain::{
        answer::Answer,
        event::{Corrected, Event, Recorded},
        ids::CategoryCode,
        question::{Question, State, resolution::Resolution},
        text,
    },
};

/// So much of a question, and of its answer, stands above its timeline.
pub(super) const TIMELINE_TEXT: usize = 1_200;

/// The resident's questions and those of others that they support, each with a button to its timeline.
#[must_use]
pub(crate) fn mine(words: Words<'_>, own: &[Question], supported: &[Question]) -> Message {
    if own.is_empty() && supported.is_empty() {
        return Message::plain(say!(words, "mine-none"));
    }
    let mut blocks = Vec::new();
    if !own.is_empty() {
        blocks.push(listed(words, say!(words, "mine-title"), own));
    }
    if !supported.is_empty() {
        let shown: Vec<Question> = supported.iter().map(similar::redacted).collect();
        let count = supported.len();
        let title = say!(words, "mine-supported-title", count = count);
        blocks.push(listed(words, title, &shown));
    }
    let buttons: Vec<_> = own
        .iter()
        .chain(supported)
        .map(|question| {
            button(
                question.code.to_string(),
                &Button::Question(QuestionButton::ShowMine(question.id)),
            )
        })
        .collect();
    let rows = buttons.chunks(3).map(<[_]>::to_vec).collect();
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}

fn listed(words: Words<'_>, title: Html, questions: &[Question]) -> Html {
    let mut lines = vec![title];
    for question in questions {
        let state = match question.state {
            State::Received => label!(words, "mine-state-received"),
            State::Forwarded { .. } => {
                label!(
                    words,
                    "mine-state-forwarded",
                    due = short_day(question.due_on)
                )
            }
            State::Answered { .. } => match question.resolution {
                Resolution::Open => label!(words, "mine-state-answered"),
                Resolution::Resolved { .. } => label!(words, "mine-state-resolved"),
                Resolution::Denied { due_on, .. } => {
                    label!(words, "mine-state-denied", day = short_day(due_on))
                }
            },
            State::AskedBack { .. } => label!(words, "mine-state-asked-back"),
            State::SentUp { .. } => label!(words, "mine-state-sent-up"),
            State::SetAside { until, .. } => {
                label!(words, "mine-state-set-aside", day = short_day(until))
            }
            State::Returned { .. } => label!(words, "mine-state-returned"),
            State::Merged { .. } => label!(words, "mine-state-merged"),
            State::Withdrawn { .. } => label!(words, "mine-state-withdrawn"),
        };
        let text = first_line(&question.text);
        lines.push(say!(
            words,
            "mine-line",
            code = question.code,
            state = state,
            text = text
        ));
    }
    Html::lines(lines)
}

/// The answer a question got.
#[derive(Debug, Clone)]
pub(crate) enum Given {
    /// It counts.
    Now(Answer),
    /// The question was opened again since.
    Before(Answer),
}

/// One question with its answer and everything that happened to it.
#[must_use]
pub(crate) fn timeline(
    words: Words<'_>,
    question: &Question,
    given: Option<&Given>,
    events: &[Recorded],
) -> Message {
    let head = if receipt::owes_nothing(question.state) {
        say!(
            words,
            "question-head-closed",
            code = question.code,
            category = words.category(&question.category),
            area = words.area_in_full(&question.area),
            state = receipt::state_line(words, question),
        )
    } else {
        say!(
            words,
            "question-head",
            code = question.code,
            category = words.category(&question.category),
            area = words.area_in_full(&question.area),
            body = receipt::handled_by(words, &question.body, question.state == State::Received),
            due = words.day(question.due_on),
        )
    };
    let mut lines = vec![head, Html::quote(&gist(&question.text, TIMELINE_TEXT))];
    if let Some(given) = given {
        let (Given::Now(answer) | Given::Before(answer)) = given;
        lines.push(match given {
            Given::Now(_) => say!(words, "timeline-answer", body = words.body(&question.body)),
            Given::Before(_) => say!(words, "timeline-answer-before"),
        });
        lines.push(Html::quote(&text::truncate_utf16(
            &answer.text,
            TIMELINE_TEXT,
        )));
    }
    lines.push(say!(words, "timeline-title"));
    lines.extend(
        events
            .iter()
            .filter_map(|event| timeline_line(words, event)),
    );
    Message {
        html: Html::lines(lines),
        keyboard: follow_up::buttons(words, question),
    }
}

/// The same for somebody who supports it: without what is between its author and the council.
#[must_use]
pub(crate) fn supported_timeline(
    words: Words<'_>,
    question: &Question,
    given: Option<&Given>,
    events: &[Recorded],
) -> Message {
    let public: Vec<Recorded> = events
        .iter()
        .filter(|recorded| is_for_supporters(&recorded.event))
        .cloned()
        .collect();
    let shown = timeline(words, question, given, &public);
    let supported = say!(words, "mine-supported", count = question.supporters);
    Message::plain(Html::paragraphs([supported, shown.html]))
}

/// Whether a supporter may read it: where the question is and what came of it, not what its author said or did.
fn is_for_supporters(event: &Event) -> bool {
    matches!(
        event,
        Event::QuestionReceived { .. }
            | Event::QuestionForwarded { .. }
            | Event::QuestionClaimed
            | Event::QuestionReleased
            | Event::QuestionTransferred { .. }
            | Event::QuestionSentUp
            | Event::QuestionSetAside { .. }
            | Event::QuestionBroughtBack
            | Event::QuestionExtended { .. }
            | Event::QuestionMerged { .. }
            | Event::QuestionTookIn { .. }
            | Event::QuestionReturned { .. }
            | Event::AnswerSent { .. }
            | Event::AnswerCorrected { .. }
            | Event::PromiseKept { .. }
            | Event::PromisePostponed { .. }
            | Event::QuestionObliged { .. }
            | Event::QuestionResolved { .. }
            | Event::ResolutionReopened { .. }
    )
}

/// One line of the timeline; `None` for what is no business of the resident.
#[expect(
    clippy::too_many_lines,
    reason = "one arm an event: everything that can happen to a question, in one list"
)]
pub(super) fn timeline_line(words: Words<'_>, recorded: &Recorded) -> Option<Html> {
    let time = words.moment(recorded.at);
    match &recorded.event {
        Event::QuestionReceived { .. } => Some(say!(words, "timeline-received", time = time)),
        Event::QuestionForwarded { body } => Some(say!(
            words,
            "timeline-forwarded",
            time = time,
            body = words.body(body)
        )),
        Event::QuestionClaimed => Some(say!(words, "timeline-claimed", time = time)),
        Event::QuestionReleased => Some(say!(words, "timeline-released", time = time)),
        Event::AnswerSent { class, body, .. } => Some(say!(
            words,
            "timeline-answered",
            time = time,
            body = words.body(body),
            class = class_name(words, *class),
        )),
        Event::AnswerDelivered { .. } => Some(say!(words, "timeline-delivered", time = time)),
        Event::AnswerUndelivered { .. } => Some(say!(words, "timeline-undelivered", time = time)),
        Event::QuestionRevised => Some(say!(words, "timeline-revised", time = time)),
        Event::QuestionAddedTo => Some(say!(words, "timeline-added", time = time)),
        Event::QuestionWrittenDown => Some(say!(words, "timeline-written-down", time = time)),
        Event::QuestionChased => Some(say!(words, "timeline-chased", time = time)),
        Event::QuestionWithdrawn => Some(say!(words, "timeline-withdrawn", time = time)),
        Event::QuestionEntered { source } => Some(say!(
            words,
            "timeline-entered",
            time = time,
            source = label!(words, "question-source", source = source.to_string())
        )),
        Event::QuestionFollowed => Some(say!(words, "timeline-followed", time = time)),
        Event::AnswerHandedOver => Some(say!(words, "timeline-handed-over", time = time)),
        Event::ReplyWrittenDown => Some(say!(words, "timeline-reply-written", time = time)),
        Event::QuestionMerged { into } => {
            Some(say!(words, "timeline-merged", time = time, code = into))
        }
        Event::QuestionTookIn { other } => {
            Some(say!(words, "timeline-took-in", time = time, code = other))
        }
        Event::QuestionSplit { parts } => {
            Some(say!(words, "timeline-split", time = time, count = parts))
        }
        Event::QuestionSplitOff { from } => {
            Some(say!(words, "timeline-split-off", time = time, code = from))
        }
        Event::QuestionReturned { .. } => Some(say!(words, "timeline-returned", time = time)),
        Event::QuestionCorrected {
            what: Corrected::Category,
            after,
            ..
        } => Some(say!(
            words,
            "timeline-category",
            time = time,
            category = words.category(&CategoryCode::new(after.as_str()))
        )),
        Event::QuestionTransferred { .. }
        | Event::AuthorAskedBack
        | Event::AuthorReplied
        | Event::WaitEnded
        | Event::QuestionSentUp
        | Event::QuestionSetAside { .. }
        | Event::QuestionBroughtBack
        | Event::QuestionExtended { .. } => casework::timeline_line(words, recorded),
        Event::AnswerPublished { .. } => Some(say!(words, "timeline-published", time = time)),
        Event::PublicationTakenBack { .. } => {
            Some(say!(words, "timeline-unpublished", time = time))
        }
        Event::AnswerCorrected { .. } => Some(say!(words, "timeline-corrected", time = time)),
        Event::QuestionReopened { body, .. } => Some(say!(
            words,
            "timeline-reopened",
            time = time,
            body = words.body(body)
        )),
        Event::PromiseKept { .. } => Some(say!(words, "timeline-promise-kept", time = time)),
        Event::QuestionObliged { supporters, due_on } => Some(say!(
            words,
            "timeline-obliged",
            time = time,
            count = *supporters,
            day = short_day(*due_on)
        )),
        Event::QuestionResolved { .. } => Some(say!(words, "timeline-resolved", time = time)),
        Event::ResolutionReopened { due_on, .. } => Some(say!(
            words,
            "timeline-denied",
            time = time,
            day = short_day(*due_on)
        )),
        Event::PromisePostponed { to } => Some(say!(
            words,
            "timeline-promise-postponed",
            time = time,
            day = short_day(*to)
        )),
        Event::QuestionCorrected { .. }
        | Event::QuestionRelated { .. }
        | Event::ContactSeen
        | Event::SlipPrinted
        | Event::SlipRefused
        | Event::NoteKept { .. }
        | Event::AnswerSubmitted { .. }
        | Event::AnswerApproved { .. }
        | Event::AnswerSentBack { .. }
        | Event::PointsLeftOut { .. }
        | Event::AnswerJudged { .. }
        | Event::QuestionAssessed { .. }
        | Event::SiteVisited { .. }
        | Event::QuestionCalledBack { .. }
        | Event::ResolutionConfirmed { .. }
        | Event::ResolutionDenied { .. }
        | Event::PromiseMade { .. }
        | Event::ConsentGiven { .. }
        | Event::ConsentRefused { .. }
        | Event::AreaChosen { .. }
        | Event::ProfileChanged { .. }
        | Event::ChatLinked { .. }
        | Event::ChatMigrated { .. }
        | Event::RegistrationMade { .. }
        | Event::RegistrationCancelled { .. }
        | Event::SeatOffered { .. }
        | Event::SeatAccepted { .. }
        | Event::OfferLapsed { .. }
        | Event::Arrived { .. }
        | Event::ArrivalUndone { .. }
        | Event::WalkInsCounted { .. }
        | Event::MeetingPlanned { .. }
        | Event::MeetingPublished { .. }
        | Event::MeetingChanged { .. }
        | Event::MeetingCancelled { .. }
        | Event::ReservedSeatGiven { .. }
        | Event::ReservedSeatReturned { .. }
        | Event::SpeakerCalled { .. }
        | Event::LiveQuestionDecided { .. }
        | Event::MeetingHeld { .. }
        | Event::UpdateSetAside { .. }
        | Event::TroubleSettled { .. }
        | Event::Redirected { .. }
        | Event::RedirectionOverruled { .. }
        | Event::QuestionSupported
        | Event::QuestionRepeated { .. }
        | Event::AnswerFoundBeforeAsking
        | Event::InvitationMade { .. }
        | Event::InvitationRevoked { .. }
        | Event::InvitationDeclined { .. }
        | Event::RoleGranted { .. }
        | Event::RoleRevoked { .. }
        | Event::RoleExpired { .. }
        | Event::MemberLeft { .. }
        | Event::QuestionAssigned { .. }
        | Event::QuestionHandedOver { .. }
        | Event::PhoneViewed
        | Event::WordsViewed
        | Event::GuestListViewed { .. }
        | Event::GroupLeft { .. }
        | Event::PersonBanned { .. }
        | Event::PersonUnbanned
        | Event::BanAppealed
        | Event::ReminderPutOff { .. }
        | Event::QuestionNominated
        | Event::NominationWithdrawn
        | Event::ConsentWithdrawn { .. }
        | Event::DataGiven
        | Event::ErasureAsked
        | Event::ErasureTakenBack
        | Event::PersonForgotten { .. }
        | Event::DataRequestMade { .. }
        | Event::DataRequestViewed { .. }
        | Event::DataHandedOver { .. }
        | Event::DataRequestClosed { .. }
        | Event::RetentionDone { .. }
        | Event::AuditExported { .. }
        | Event::PaperIssued { .. }
        | Event::AnswerKeptBack { .. }
        | Event::ConsultationPublished { .. }
        | Event::ConsultationClosed { .. }
        | Event::StatementDecided { .. }
        | Event::BroadcastSubmitted { .. }
        | Event::BroadcastApproved { .. }
        | Event::BroadcastPaused { .. }
        | Event::BroadcastResumed { .. }
        | Event::BroadcastStopped { .. }
        | Event::BroadcastEnded { .. }
        | Event::ThanksPassedOn { .. } => None,
    }
}
