//! What bodies, residents and the office read while a question is passed on, asked about, sent up, set aside.

use jiff::{Timestamp, civil::Date};

use super::{
    Html, Message, Words, card_menu::deed_button, catalog::short_day, keyboard::button, label, say,
};
use crate::{
    chat::{
        button::{Button, CardDeed, CaseButton},
        outgoing::Keyboard,
    },
    domain::{
        answer::Answer,
        event::{Event, Recorded, Step},
        ids::BodyCode,
        question::{
            Question, State,
            casework::{AskBack, PATIENCE_AFTER_ASKING},
            reason, upward,
        },
        redaction::without_contacts,
        text,
    },
};

/// So much of a reason stands on the card, in UTF-16 units.
const CARD_REASON: usize = 120;
/// So much of what the author is asked stands on the card.
const CARD_ASKED: usize = 200;
/// So many transfers stand on the card; the ones before are counted.
const CARD_TRANSFERS: usize = 2;
/// So much of a question is quoted above what is told of it.
const QUOTED_TEXT: usize = 300;
/// So much of what an author replied stands in one message.
const REPLY_TEXT: usize = 3_500;
/// So much of a note is shown.
const NOTE_TEXT: usize = 600;
/// Notes on one page.
const NOTES_A_PAGE: usize = 5;

/// What was done with a question before, as far as it stands on its card.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// Transfers, extensions, and why it was set aside.
    pub steps: Vec<Step>,
    /// What its author was asked, while nobody has replied.
    pub asked: Option<AskBack>,
}

/// The lines of the card about it.
pub(super) fn past_lines(words: Words<'_>, question: &Question, past: &Past) -> Vec<Html> {
    let short = |step: &Step, limit| {
        let reason = step.words.as_deref().unwrap_or_default();
        text::truncate_utf16(&without_contacts(reason), limit)
    };
    let mut lines = Vec::new();
    if let (State::AskedBack { .. }, Some(asked)) = (question.state, &past.asked) {
        let asked_text = text::truncate_utf16(&asked.text, CARD_ASKED);
        lines.push(say!(
            words,
            "card-asked",
            name = asked.name,
            text = asked_text
        ));
    }
    let transfers: Vec<&Step> = past
        .steps
        .iter()
        .filter(|step| matches!(step.event, Event::QuestionTransferred { .. }))
        .collect();
    let earlier = transfers.len().saturating_sub(CARD_TRANSFERS);
    if earlier > 0 {
        lines.push(say!(words, "card-transfers-before", count = earlier));
    }
    for step in transfers.into_iter().skip(earlier) {
        if let Event::QuestionTransferred { from, to } = &step.event {
            lines.push(say!(
                words,
                "card-transferred",
                from = words.body(from),
                to = words.body(to),
                reason = short(step, CARD_REASON),
            ));
        }
    }
    let extensions = past
        .steps
        .iter()
        .filter(|step| matches!(step.event, Event::QuestionExtended { .. }));
    if let Some(last) = extensions.clone().next_back() {
        lines.push(say!(
            words,
            "card-extended",
            count = extensions.count(),
            reason = short(last, CARD_REASON),
        ));
    }
    if matches!(question.state, State::SetAside { .. }) {
        let set_aside = |step: &&Step| matches!(step.event, Event::QuestionSetAside { .. });
        if let Some(step) = past.steps.iter().rev().find(set_aside) {
            lines.push(say!(
                words,
                "card-set-aside-why",
                reason = short(step, CARD_REASON)
            ));
        }
    }
    lines
}

/// Who did what since the button was made: "Chị Mai đã chuyển cho UBND lúc 09:05 23/11/2026".
#[must_use]
pub fn meanwhile(words: Words<'_>, question: &Question, step: &Step) -> String {
    let who = match &step.name {
        Some(name) => name.clone(),
        None if step.actor.is_some() && step.actor == question.author => {
            label!(words, "meanwhile-author")
        }
        None => label!(words, "meanwhile-nobody"),
    };
    let deed = match &step.event {
        Event::QuestionClaimed => "claimed",
        Event::QuestionReleased => "released",
        Event::QuestionForwarded { .. } => "forwarded",
        Event::QuestionTransferred { .. } => "transferred",
        Event::AuthorAskedBack => "asked",
        Event::AuthorReplied => "replied",
        Event::WaitEnded => "resumed",
        Event::QuestionSentUp => "sent-up",
        Event::QuestionReturned { .. } => "returned",
        Event::QuestionSetAside { .. } => "set-aside",
        Event::QuestionBroughtBack => "brought-back",
        Event::QuestionExtended { .. } => "extended",
        Event::AnswerSent { .. } => "answered",
        Event::QuestionRevised => "revised",
        Event::QuestionWithdrawn => "withdrawn",
        _ => "changed",
    };
    let body = match &step.event {
        Event::QuestionTransferred { to, .. } => words.body(to),
        _ => words.body(&question.body),
    };
    label!(
        words,
        "meanwhile",
        who = who,
        deed = deed,
        body = body,
        time = words.moment(step.at)
    )
}

/// One line of the resident's timeline.
pub(super) fn timeline_line(words: Words<'_>, recorded: &Recorded) -> Option<Html> {
    let time = words.moment(recorded.at);
    Some(match &recorded.event {
        Event::QuestionTransferred { to, .. } => {
            say!(
                words,
                "timeline-transferred",
                time = time,
                body = words.body(to)
            )
        }
        Event::AuthorAskedBack => say!(words, "timeline-asked-back", time = time),
        Event::AuthorReplied => say!(words, "timeline-replied", time = time),
        Event::WaitEnded => say!(words, "timeline-wait-ended", time = time),
        Event::QuestionSentUp => say!(words, "timeline-sent-up", time = time),
        Event::QuestionSetAside { until } => {
            say!(
                words,
                "timeline-set-aside",
                time = time,
                day = short_day(*until)
            )
        }
        Event::QuestionBroughtBack => say!(words, "timeline-brought-back", time = time),
        Event::QuestionExtended { due_on } => {
            say!(
                words,
                "timeline-extended",
                time = time,
                day = short_day(*due_on)
            )
        }
        _ => return None,
    })
}

/// "Why does it go to them?"
#[must_use]
pub fn ask_transfer_reason(words: Words<'_>, question: &Question, to: &BodyCode) -> Html {
    say!(
        words,
        "transfer-ask-reason",
        code = question.code,
        body = words.body(to)
    )
}

/// What stands where the card was in the group that passed it on: a record without buttons.
#[must_use]
pub fn passed_on(words: Words<'_>, question: &Question, name: &str, at: Timestamp) -> Html {
    let quoted = text::truncate_utf16(&without_contacts(&question.text), QUOTED_TEXT);
    Html::lines([
        say!(
            words,
            "card-head",
            code = question.code,
            category = words.category(&question.category)
        ),
        Html::quote(&quoted),
        say!(
            words,
            "card-passed-on",
            body = words.body(&question.body),
            name = name,
            time = words.moment(at)
        ),
    ])
}

/// What stands on an old card of a question that is with another body now.
#[must_use]
pub fn is_elsewhere(words: Words<'_>, question: &Question) -> Html {
    Html::lines([
        say!(
            words,
            "card-head",
            code = question.code,
            category = words.category(&question.category)
        ),
        say!(words, "card-elsewhere", body = words.body(&question.body)),
    ])
}

/// For its author: who has it now, and by when they answer.
#[must_use]
pub fn transferred(words: Words<'_>, question: &Question) -> Message {
    Message::plain(say!(
        words,
        "transferred-author",
        code = question.code,
        body = words.body(&question.body),
        due = words.day(question.due_on),
    ))
}

/// "What do you want to know from the resident?"
#[must_use]
pub fn ask_what_to_ask(words: Words<'_>, question: &Question) -> Html {
    say!(words, "ask-back-prompt", code = question.code)
}

/// For its author: what the body wants to know, against their own words.
#[must_use]
pub fn asked_back(words: Words<'_>, question: &Question, asked: &str) -> Message {
    let html = Html::lines([
        say!(
            words,
            "asked-back-head",
            code = question.code,
            body = words.body(&question.body)
        ),
        Html::quote(&text::truncate_utf16(&question.text, QUOTED_TEXT)),
        say!(words, "asked-back-asked", text = asked),
        say!(words, "asked-back-how"),
    ]);
    let add = button(
        label!(words, "button-reply-asked"),
        &Button::AddMore(question.id),
    );
    Message::with(html, Keyboard::Inline(vec![vec![add]]))
}

/// For the group: the question is on its way to its author.
#[must_use]
pub fn was_asked(words: Words<'_>, question: &Question, asked: &str) -> Message {
    Message::plain(say!(
        words,
        "ask-back-done",
        code = question.code,
        text = asked
    ))
}

/// For the office: somebody without Telegram has to be phoned.
#[must_use]
pub fn phone_author(words: Words<'_>, question: &Question, asked: &str) -> Message {
    let html = say!(
        words,
        "ask-back-phone",
        code = question.code,
        body = words.body(&question.body),
        text = asked
    );
    let enter = deed_button(
        label!(words, "button-enter-reply"),
        question,
        CardDeed::EnterReply,
    );
    Message::with(html, Keyboard::Inline(vec![vec![enter]]))
}

/// "What did they say?"
#[must_use]
pub fn ask_reply(words: Words<'_>, question: &Question) -> Html {
    say!(words, "enter-reply-prompt", code = question.code)
}

/// For the group: the author has replied; whoever asked is named. `None`: not in words.
#[must_use]
pub fn replied(
    words: Words<'_>,
    question: &Question,
    asked: &AskBack,
    reply: Option<&str>,
) -> Vec<Message> {
    let head = say!(
        words,
        "ask-back-replied",
        code = question.code,
        who = Html::mention(asked.by, &asked.name),
        asked = text::truncate_utf16(&asked.text, CARD_ASKED),
        due = words.day(question.due_on),
    );
    let Some(reply) = reply else {
        return vec![Message::plain(Html::lines([
            head,
            say!(words, "ask-back-replied-files"),
        ]))];
    };
    let mut parts = text::split_utf16(&without_contacts(reply), REPLY_TEXT).into_iter();
    let first = Html::quote(&parts.next().unwrap_or_default());
    std::iter::once(Html::lines([head, first]))
        .chain(parts.map(|part| Html::quote(&part)))
        .map(Message::plain)
        .collect()
}

/// For its author: the reply has arrived.
#[must_use]
pub fn reply_arrived(words: Words<'_>, question: &Question) -> Html {
    say!(
        words,
        "asked-back-thanks",
        code = question.code,
        body = words.body(&question.body),
        due = words.day(question.due_on),
    )
}

/// For the group: no reply came; it may go on without one.
#[must_use]
pub fn no_reply(words: Words<'_>, question: &Question) -> Message {
    let html = say!(
        words,
        "ask-back-silent",
        code = question.code,
        days = PATIENCE_AFTER_ASKING.unsigned_abs()
    );
    let go_on = deed_button(label!(words, "button-go-on"), question, CardDeed::Resume);
    Message::with(html, Keyboard::Inline(vec![vec![go_on]]))
}

/// "To whom, with which document?"
#[must_use]
pub fn ask_document(words: Words<'_>, question: &Question) -> Html {
    say!(words, "send-up-prompt", code = question.code)
}

/// What is wrong with a document as it was typed.
#[must_use]
pub fn document_problem(words: Words<'_>, problem: upward::Problem) -> Html {
    match problem {
        upward::Problem::Incomplete => say!(words, "send-up-incomplete"),
        upward::Problem::NoNumber => say!(words, "send-up-no-number"),
        upward::Problem::NoDay => say!(words, "prompt-no-day"),
        upward::Problem::DayToCome => say!(words, "send-up-day-to-come"),
    }
}

/// What is wrong with a reason or a day as they were typed.
#[must_use]
pub fn reason_problem(words: Words<'_>, problem: reason::Problem) -> Html {
    match problem {
        reason::Problem::NoReason => say!(words, "prompt-no-reason"),
        reason::Problem::NoDay => say!(words, "prompt-no-day"),
    }
}

/// For its author: a higher level decides, and what with.
#[must_use]
pub fn sent_up(words: Words<'_>, question: &Question) -> Message {
    let (to, number, day) = document_of(question);
    Message::plain(say!(
        words,
        "sent-up-author",
        code = question.code,
        to = to,
        number = number,
        day = day,
        body = words.body(&question.body),
    ))
}

/// For the group: it is written down, to be seen by whoever wrote the document's number.
#[must_use]
pub fn sent_up_done(words: Words<'_>, question: &Question) -> Message {
    let (to, number, day) = document_of(question);
    Message::plain(say!(
        words,
        "sent-up-done",
        code = question.code,
        to = to,
        number = number,
        day = day,
        body = words.body(&question.body),
    ))
}

/// Receiver, number and day of the document with which it went up.
fn document_of(question: &Question) -> (String, String, String) {
    question
        .upward
        .as_ref()
        .map(|document| {
            (
                document.to.clone(),
                document.number.clone(),
                short_day(document.dated),
            )
        })
        .unwrap_or_default()
}

/// For the group: how the result of the higher level reaches the resident.
#[must_use]
pub fn ask_result(words: Words<'_>, question: &Question) -> Html {
    say!(words, "send-up-result", code = question.code)
}

/// "Why, and until when?"
#[must_use]
pub fn ask_set_aside(words: Words<'_>, question: &Question) -> Html {
    say!(words, "set-aside-prompt", code = question.code)
}

/// "Why, and until when may the answer take?"
#[must_use]
pub fn ask_extension(words: Words<'_>, question: &Question) -> Html {
    say!(
        words,
        "extend-prompt",
        code = question.code,
        due = words.day(question.due_on)
    )
}

/// For its author: nothing happens until that day, and why.
#[must_use]
pub fn set_aside(words: Words<'_>, question: &Question, until: Date, why: &str) -> Message {
    Message::plain(say!(
        words,
        "set-aside-author",
        code = question.code,
        body = words.body(&question.body),
        day = words.day(until),
        reason = without_contacts(why),
    ))
}

/// For its author: the answer takes longer, and why.
#[must_use]
pub fn extended(words: Words<'_>, question: &Question, why: &str) -> Message {
    Message::plain(say!(
        words,
        "extended-author",
        code = question.code,
        body = words.body(&question.body),
        due = words.day(question.due_on),
        reason = without_contacts(why),
    ))
}

/// For the group: it is set aside, to be seen by whoever wrote the reason.
#[must_use]
pub fn set_aside_done(words: Words<'_>, question: &Question, until: Date) -> Message {
    Message::plain(say!(
        words,
        "set-aside-done",
        code = question.code,
        day = words.day(until)
    ))
}

/// For the group: the new day holds, to be seen by whoever wrote the reason.
#[must_use]
pub fn extended_done(words: Words<'_>, question: &Question) -> Message {
    Message::plain(say!(
        words,
        "extended-done",
        code = question.code,
        due = words.day(question.due_on)
    ))
}

/// For the group: the day has come.
#[must_use]
pub fn came_back(words: Words<'_>, question: &Question) -> Message {
    Message::plain(say!(
        words,
        "set-aside-back",
        code = question.code,
        due = words.day(question.due_on)
    ))
}

/// A page of internal notes, oldest first, with the way to the others.
#[must_use]
pub fn notes(words: Words<'_>, question: &Question, notes: &[Answer], page: u16) -> Message {
    if notes.is_empty() {
        return Message::plain(say!(words, "notes-none", code = question.code));
    }
    let last = (notes.len() - 1) / NOTES_A_PAGE;
    let page = usize::from(page).min(last);
    let mut blocks = vec![say!(
        words,
        "notes-title",
        code = question.code,
        count = notes.len()
    )];
    for note in notes.iter().skip(page * NOTES_A_PAGE).take(NOTES_A_PAGE) {
        let time = note.decided_at.map(|at| words.moment(at));
        blocks.push(say!(
            words,
            "notes-item",
            name = note.author_name,
            time = time.unwrap_or_default(),
            text = text::truncate_utf16(&note.text, NOTE_TEXT),
        ));
    }
    let html = Html::paragraphs(blocks);
    let turn = |text: String, to: usize| {
        let to = CaseButton::Notes(question.id, u16::try_from(to).unwrap_or(0));
        button(text, &Button::Case(to))
    };
    let mut turns = Vec::new();
    if page > 0 {
        turns.push(turn(label!(words, "button-previous-page"), page - 1));
    }
    if page < last {
        turns.push(turn(label!(words, "button-next-page"), page + 1));
    }
    if turns.is_empty() {
        Message::plain(html)
    } else {
        Message::with(html, Keyboard::Inline(vec![turns]))
    }
}
