//! What a resident reads about questions: from the first prompt to the timeline.

use jiff::{Timestamp, civil::Date};

use super::{
    Html, Message, Words,
    answer::{class_name, fact_line, words_of},
    attachment, casework,
    catalog::short_day,
    entry, follow_up,
    keyboard::{self, button},
    label, say,
};
use crate::{
    chat::{
        button::{Button, PlaceButton},
        outgoing::Keyboard,
    },
    domain::{
        answer::Answer,
        attachment::Media,
        event::{Corrected, Event, Recorded},
        ids::{BodyCode, CategoryCode, MeetingCode},
        question::{
            Question, State,
            draft::{Draft, ReadyDraft},
        },
        redaction::redact,
        text,
    },
};

/// So much of a long text a preview shows, in UTF-16 units; the rest is kept and sent all the same.
pub const PREVIEW_TEXT: usize = 2_500;
/// So much of it beside alike questions.
pub const SHORT_PREVIEW_TEXT: usize = 1_200;
/// So much of a question is quoted above its answer.
const QUOTED_TEXT: usize = 600;
/// So much of a question, and of its answer, stands above its timeline.
const TIMELINE_TEXT: usize = 1_200;
/// So much of a question stands in a list.
const LISTED_TEXT: usize = 60;
/// An answer longer than this leaves in several messages.
const ANSWER_TEXT: usize = 2_900;

/// "What would you like to ask?"
#[must_use]
pub fn prompt(words: Words<'_>) -> Message {
    Message::with(say!(words, "ask-prompt"), cancel(words))
}

/// The text is no question yet.
#[must_use]
pub fn too_short(words: Words<'_>) -> Message {
    Message::with(say!(words, "ask-too-short"), cancel(words))
}

/// "Send the new words."
#[must_use]
pub fn edit_prompt(words: Words<'_>) -> Message {
    Message::with(say!(words, "edit-prompt"), cancel(words))
}

fn cancel(words: Words<'_>) -> Keyboard {
    Keyboard::Inline(vec![vec![button(
        label!(words, "button-cancel"),
        &Button::Cancel,
    )]])
}

/// The beginning of a draft; of one without words, where its matter is.
fn beginning(words: Words<'_>, draft: &Draft) -> String {
    if draft.text.is_empty() {
        label!(words, "media-says-it")
    } else {
        text::truncate_utf16(&draft.text, QUOTED_TEXT)
    }
}

/// There is a draft already: go on with it or write anew?
#[must_use]
pub fn draft_exists(words: Words<'_>, draft: &Draft) -> Message {
    let text = beginning(words, draft);
    let keyboard = vec![
        vec![button(
            label!(words, "button-continue-draft"),
            &Button::Continue(draft.id),
        )],
        vec![button(
            label!(words, "button-new-draft"),
            &Button::StartOver(draft.id),
        )],
    ];
    Message::with(
        say!(words, "draft-exists", text = text),
        Keyboard::Inline(keyboard),
    )
}

/// A day has gone by: the draft is still there.
#[must_use]
pub fn draft_reminder(words: Words<'_>, draft: &Draft) -> Message {
    let exists = draft_exists(words, draft);
    let html = Html::paragraphs([exists.html, say!(words, "draft-reminder")]);
    Message { html, ..exists }
}

/// New words came while an old draft was lying there: part of it, or something new?
#[must_use]
pub fn draft_held(words: Words<'_>, draft: &Draft) -> Message {
    let text = beginning(words, draft);
    let keyboard = vec![
        vec![button(
            label!(words, "button-add-to-draft"),
            &Button::Continue(draft.id),
        )],
        vec![button(
            label!(words, "button-drop-draft"),
            &Button::StartOver(draft.id),
        )],
    ];
    Message::with(
        say!(words, "draft-held", text = text),
        Keyboard::Inline(keyboard),
    )
}

/// The same message, saying first that the draft took up what was just written.
#[must_use]
pub fn after_adding(words: Words<'_>, message: Message) -> Message {
    let html = Html::paragraphs([say!(words, "draft-added"), message.html]);
    Message { html, ..message }
}

/// The draft is as long as it can be: it has to be sent first.
#[must_use]
pub fn too_long(words: Words<'_>, draft: &Draft) -> Message {
    let go_on = button(
        label!(words, "button-continue-draft"),
        &Button::Continue(draft.id),
    );
    Message::with(
        say!(words, "draft-too-long"),
        Keyboard::Inline(vec![vec![go_on]]),
    )
}

/// Which category? The proposed ones first.
#[must_use]
pub fn ask_category(words: Words<'_>, draft: &Draft, proposed: &[CategoryCode]) -> Message {
    let offered: Vec<_> = words.council().offered_categories().collect();
    let keyboard = keyboard::categories(words, draft.id, proposed, &offered);
    let html = if proposed.is_empty() {
        say!(words, "ask-category")
    } else {
        say!(words, "ask-category-proposed")
    };
    Message::with(html, keyboard)
}

/// What will happen when the draft is sent.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// Who will handle it.
    pub body: BodyCode,
    /// By when an answer would be due.
    pub due_on: Date,
    /// The author as the group will see them.
    pub initials: String,
    /// The session whose deadline it would still make: its name and the deadline.
    pub session: Option<(String, Timestamp)>,
    /// The meeting it is asked for, and when that begins.
    pub meeting: Option<(MeetingCode, Timestamp)>,
    /// The time of the preview.
    pub now: Timestamp,
    /// What goes with it.
    pub attachments: Vec<Media>,
    /// How much of the text is shown, in UTF-16 units; all of it is sent.
    pub shown: usize,
}

/// Everything once more before sending, and who will see what.
#[must_use]
pub fn preview(words: Words<'_>, draft: &ReadyDraft, outlook: &Outlook) -> Message {
    let shown = text::truncate_utf16(&draft.text, outlook.shown);
    let hidden = text::utf16_len(&draft.text).saturating_sub(outlook.shown);
    let mut blocks = vec![say!(
        words,
        "preview",
        text = shown,
        category = words.category(&draft.category),
        area = words.area_in_full(&draft.area),
        body = words.body(&outlook.body),
        due = words.day(outlook.due_on),
        initials = outlook.initials,
    )];
    if hidden > 0 {
        blocks.push(say!(words, "preview-cut", count = hidden));
    }
    if !outlook.attachments.is_empty() {
        let list = attachment::list(words, &outlook.attachments);
        blocks.push(say!(words, "preview-attachments", list = list));
    }
    if let Some((code, starts_at)) = &outlook.meeting {
        let time = words.appointment(*starts_at);
        blocks.push(say!(
            words,
            "preview-meeting",
            code = code.as_str(),
            time = time
        ));
    }
    if let Some(missed) = words.council().missed_session(outlook.now) {
        let missed = missed.name.in_language(words.language());
        blocks.push(say!(words, "preview-missed", missed = missed));
    }
    if let Some((session, deadline)) = &outlook.session {
        blocks.push(say!(
            words,
            "preview-session",
            deadline = words.moment(*deadline),
            session = session,
            days = i64::from(super::meeting::days_left(words, *deadline, outlook.now)),
        ));
    }
    let keyboard = vec![
        vec![button(
            label!(words, "button-send"),
            &Button::Send(draft.id),
        )],
        vec![
            button(label!(words, "button-edit"), &Button::Edit(draft.id)),
            button(
                label!(words, "button-categories"),
                &Button::BackToCategories(draft.id),
            ),
        ],
        vec![
            button(
                label!(words, "button-other-area"),
                &Button::Place(PlaceButton::Choose(draft.id)),
            ),
            button(label!(words, "button-cancel"), &Button::Discard(draft.id)),
        ],
    ];
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(keyboard))
}

/// What stands where the preview was, once it is sent.
#[must_use]
pub fn sent_mark(words: Words<'_>, question: &Question) -> Html {
    let shown = text::truncate_utf16(&question.text, PREVIEW_TEXT);
    Html::lines([say!(words, "draft-sent-mark"), Html::quote(&shown)])
}

/// The receipt, and later the same message with the state of things: edited in place.
#[must_use]
pub fn receipt(words: Words<'_>, question: &Question) -> Message {
    let state = state_line(words, question);
    let html = say!(
        words,
        "receipt",
        code = question.code,
        category = words.category(&question.category),
        area = words.area_in_full(&question.area),
        body = words.body(&question.body),
        due = words.day(question.due_on),
        state = state,
    );
    let html = Html::lines(std::iter::once(html).chain(entry::about_lines(words, question)));
    let html = if question.is_urgent && question.state.is_open() {
        Html::lines([html, say!(words, "receipt-urgent")])
    } else {
        html
    };
    let hint = say!(words, "receipt-hint", code = question.code);
    let again = button(
        label!(words, "button-look-again"),
        &Button::ShowMine(question.id),
    );
    let mut rows = vec![vec![again]];
    rows.extend(follow_up::row(words, question));
    Message::with(Html::paragraphs([html, hint]), Keyboard::Inline(rows))
}

fn state_line(words: Words<'_>, question: &Question) -> Html {
    match question.state {
        State::Received => say!(words, "state-received"),
        State::Forwarded { .. } if question.claimed.is_some() => {
            say!(words, "state-claimed", body = words.body(&question.body))
        }
        State::Forwarded { .. } => {
            say!(words, "state-forwarded", body = words.body(&question.body))
        }
        State::AskedBack { .. } => say!(words, "state-asked-back"),
        State::SentUp { .. } => say!(
            words,
            "state-sent-up",
            to = question
                .upward
                .as_ref()
                .map_or("", |upward| upward.to.as_str()),
        ),
        State::SetAside { until } => {
            say!(words, "state-set-aside", day = words.day(until))
        }
        State::Returned { at } => say!(
            words,
            "state-returned",
            day = short_day(words.council().local_date(at))
        ),
        State::Merged { .. } => say!(words, "state-merged"),
        State::Withdrawn { at } => say!(
            words,
            "state-withdrawn",
            day = short_day(words.council().local_date(at))
        ),
        State::Answered { at } => {
            say!(
                words,
                "state-answered",
                day = short_day(words.council().local_date(at))
            )
        }
    }
}

/// Somebody else has the question now.
#[must_use]
pub fn moved_on(words: Words<'_>, question: &Question) -> Message {
    Message::plain(say!(
        words,
        "moved-on",
        code = question.code,
        body = words.body(&question.body),
        due = words.day(question.due_on),
    ))
}

/// What goes with an answer beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enclosed {
    /// Nothing, or nothing that is sent here.
    Nothing,
    /// So many files.
    Files(u32),
    /// The resident's own photo and those taken afterwards.
    BeforeAndAfter,
}

/// The answer, quoted against the question. A very long one takes several messages.
#[must_use]
pub fn answer(
    words: Words<'_>,
    question: &Question,
    answer: &Answer,
    enclosed: Enclosed,
) -> Vec<Message> {
    let quoted = text::truncate_utf16(&question.text, QUOTED_TEXT);
    let body = words.body(&question.body);
    let said = words_of(words, answer);
    let mut parts = text::split_utf16(&said, ANSWER_TEXT);
    let closing = Html::lines(closing(words, answer, enclosed));
    let head = say!(
        words,
        "answer-head",
        code = question.code,
        question = quoted,
        body = body
    );
    if parts.len() <= 1 {
        let only = Html::text(&parts.pop().unwrap_or_default());
        return vec![Message::plain(Html::paragraphs([head, only, closing]))];
    }
    let mut messages = vec![Message::plain(Html::paragraphs([
        head,
        Html::text(&parts.remove(0)),
    ]))];
    let last = parts.len() - 1;
    for (at, part) in parts.iter().enumerate() {
        let mut blocks = vec![Html::text(part)];
        if at == last {
            blocks.push(closing.clone());
        }
        messages.push(Message::plain(Html::paragraphs(blocks)));
    }
    messages
}

/// Result class with its fact, what is enclosed, the note of a correction.
fn closing(words: Words<'_>, answer: &Answer, enclosed: Enclosed) -> Vec<Html> {
    let mut lines = vec![say!(
        words,
        "answer-class",
        class = class_name(words, answer.class)
    )];
    lines.extend(fact_line(words, answer));
    match enclosed {
        Enclosed::Nothing => {}
        Enclosed::Files(count) => lines.push(say!(words, "answer-files", count = count)),
        Enclosed::BeforeAndAfter => lines.push(say!(words, "answer-before-after")),
    }
    if let Some(at) = answer.corrected_at {
        let day = short_day(words.council().local_date(at));
        lines.push(say!(words, "answer-corrected", day = day));
    }
    lines
}

/// The resident's questions, each with a button to its timeline.
#[must_use]
pub fn mine(words: Words<'_>, questions: &[Question]) -> Message {
    if questions.is_empty() {
        return Message::plain(say!(words, "mine-none"));
    }
    let mut lines = vec![say!(words, "mine-title")];
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
            State::Answered { .. } => label!(words, "mine-state-answered"),
            State::AskedBack { .. } => label!(words, "mine-state-asked-back"),
            State::SentUp { .. } => label!(words, "mine-state-sent-up"),
            State::SetAside { until } => {
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
    let buttons: Vec<_> = questions
        .iter()
        .map(|question| button(question.code.to_string(), &Button::ShowMine(question.id)))
        .collect();
    let rows = buttons.chunks(3).map(<[_]>::to_vec).collect();
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

/// The beginning of a question, on one line.
#[must_use]
pub(super) fn first_line(question: &str) -> String {
    let line = question.split_whitespace().collect::<Vec<_>>().join(" ");
    text::truncate_utf16(&line, LISTED_TEXT)
}

/// One question with its answer and everything that happened to it.
#[must_use]
pub fn timeline(
    words: Words<'_>,
    question: &Question,
    answer: Option<&Answer>,
    events: &[Recorded],
) -> Message {
    let mut lines = vec![
        say!(
            words,
            "question-head",
            code = question.code,
            category = words.category(&question.category),
            area = words.area_in_full(&question.area),
            body = words.body(&question.body),
            due = words.day(question.due_on),
        ),
        Html::quote(&text::truncate_utf16(&question.text, TIMELINE_TEXT)),
    ];
    if let Some(answer) = answer {
        lines.push(say!(
            words,
            "timeline-answer",
            body = words.body(&question.body)
        ));
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

/// One line of the timeline; `None` for what is no business of the resident.
#[expect(
    clippy::too_many_lines,
    reason = "one arm an event: everything that can happen to a question, in one list"
)]
fn timeline_line(words: Words<'_>, recorded: &Recorded) -> Option<Html> {
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
        Event::AnswerCorrected { .. } => Some(say!(words, "timeline-corrected", time = time)),
        Event::QuestionReopened { body, .. } => Some(say!(
            words,
            "timeline-reopened",
            time = time,
            body = words.body(body)
        )),
        Event::PromiseKept { .. } => Some(say!(words, "timeline-promise-kept", time = time)),
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
        | Event::SpeakerCalled { .. }
        | Event::MeetingHeld { .. }
        | Event::UpdateSetAside { .. }
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
        | Event::GuestListViewed { .. }
        | Event::GroupLeft { .. }
        | Event::ReminderPutOff { .. }
        | Event::QuestionNominated
        | Event::NominationWithdrawn
        | Event::ThanksPassedOn { .. } => None,
    }
}

/// Answers that were found, without what could name or reach a person.
#[must_use]
pub fn found(words: Words<'_>, typed: &str, found: &[(Question, Answer)]) -> Message {
    let typed = text::truncate_utf16(typed, LISTED_TEXT);
    if found.is_empty() {
        return Message::plain(say!(words, "search-none", words = typed));
    }
    let mut blocks = vec![say!(words, "search-title", words = typed)];
    for (question, answer) in found {
        let day = answer
            .decided_at
            .map(|at| short_day(words.council().local_date(at)));
        blocks.push(say!(
            words,
            "search-item",
            category = words.category(&question.category),
            area = words.area(&question.area),
            day = day.unwrap_or_default(),
            question = text::truncate_utf16(&redact(&question.text), QUOTED_TEXT),
            body = words.body(&question.body),
            answer = text::truncate_utf16(&redact(&answer.text), QUOTED_TEXT),
        ));
    }
    Message::plain(Html::paragraphs(blocks))
}
