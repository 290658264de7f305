//! `/yeucau` for the office: the queue of requests about people's own data with its clock of working days, what came of
//! each, and the paper for the file. In private only: it is personal data, and every look is written down.
//!
//! Somebody without Telegram is served here, too: proved by the slip of their receipt (`/yeucau CODE SLIP`), or by being
//! at the desk.

use jiff::{Timestamp, civil::Date};

use crate::{
    chat::{
        button::DataButton,
        outgoing::{Act, File, Lane},
    },
    domain::{
        code::{QuestionCode, SlipCode},
        conversation::Conversation,
        council::Council,
        data_request::{DataRequest, DataRequestKind, DataRequestOutcome, Proof},
        event::Event,
        ids::{DataRequestId, QuestionId, UserId},
        prompt::{DataPrompt, Prompt},
        question::Question,
        reading::Reading,
        text,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome},
            notices,
            prompts::Reply,
        },
    },
    messages::{Message, data_request as say_request, label, say},
    store::{
        self, WriteTx, conversations,
        data_requests::{self, NewRequest},
        entered_for, erasure, questions, residents,
    },
};

/// The day by which a request of today is dealt with.
pub(crate) fn due_on(cx: &Cx<'_, '_>) -> Date {
    let today = cx.council.local_date(cx.now);
    let days = cx.council.rules.data_request_days;
    cx.council.calendar.due_on(today, days)
}

/// Keeps a request and writes down that it was made.
pub(crate) fn keep(
    cx: &mut Cx<'_, '_>,
    new: &NewRequest<'_>,
    by: Option<UserId>,
) -> Result<DataRequestId, HandlerError> {
    let request = data_requests::keep(cx.tx, new, cx.now)?;
    let what = new.kind;
    let made = Event::DataRequestMade { request, what };
    cx.record(&made, by, new.question)?;
    Ok(request)
}

/// Wrong slip codes a clerk may type in a day.
const TRIES_A_DAY: u32 = 5;

/// The queue, or the person of a question that was entered for them.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, officer: &Actor, typed: &str) -> Outcome {
    let words = officer.words(cx);
    if typed.is_empty() {
        return show_queue(cx, officer, 0);
    }
    let (code, slip) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    let Some(question) = on_paper(cx, code)? else {
        let html = say!(words, "request-no-paper");
        return Ok(cx.reply(officer.chat, Message::plain(html))?);
    };
    if slip.trim().is_empty() {
        let message = say_request::ask_proof(words, &question);
        return Ok(cx.reply(officer.chat, message)?);
    }
    let today = cx.council.local_date(cx.now);
    let tries = entered_for::wrong_tries(cx.tx, officer.user, today)?;
    let known = entered_for::find(cx.tx, question.id)?.and_then(|known| known.slip_hash);
    let is_right =
        SlipCode::parse(slip).is_ok_and(|slip| known == Some(slip.hash_for(question.code)));
    if tries >= TRIES_A_DAY || !is_right {
        entered_for::count_wrong_try(cx.tx, officer.user, today)?;
        cx.record(&Event::SlipRefused, Some(officer.user), None)?;
        let html = say!(words, "request-wrong-slip");
        return Ok(cx.reply(officer.chat, Message::plain(html))?);
    }
    enter(cx, officer, question.id, Proof::Slip)
}

/// The question with this code, if its author has no Telegram.
fn on_paper(cx: &Cx<'_, '_>, code: &str) -> Result<Option<Question>, HandlerError> {
    let Ok(code) = QuestionCode::parse(code, cx.council.code_prefix) else {
        return Ok(None);
    };
    let found = questions::find_by_code(cx.tx, code)?;
    Ok(found.filter(|question| question.author.is_none()))
}

/// Somebody without Telegram is here, or sent their slip.
fn enter(cx: &mut Cx<'_, '_>, officer: &Actor, question: QuestionId, proof: Proof) -> Outcome {
    let new = NewRequest {
        kind: DataRequestKind::Other,
        of: None,
        question: Some(question),
        proof,
        words: None,
        due_on: due_on(cx),
        entered_by: Some(officer.user),
    };
    let id = keep(cx, &new, Some(officer.user))?;
    show(cx, officer, id)
}

/// A button of the queue. Rights are checked here, whatever it carries.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, officer: &Actor, button: &DataButton) -> Outcome {
    let words = officer.words(cx);
    if !officer.rights(cx)?.is_clerk() {
        cx.alert(label!(words, "audit-not-clerk"));
        return Ok(());
    }
    match *button {
        DataButton::Queue(page) => show_queue(cx, officer, page),
        DataButton::Show(id) => show(cx, officer, id),
        DataButton::Paper(id) => paper(cx, officer, id),
        DataButton::AtTheDesk(question) => match questions::find(cx.tx, question)? {
            Some(question) if question.author.is_none() => {
                enter(cx, officer, question.id, Proof::Desk)
            }
            _ => {
                cx.old_button(words);
                Ok(())
            }
        },
        DataButton::Done(id) => ask(cx, officer, id, DataPrompt::Done(id)),
        DataButton::Refuse(id) => ask(cx, officer, id, DataPrompt::Refused(id)),
        DataButton::Wants(id, kind) => {
            if open(cx, officer, id)?.is_some() {
                data_requests::set_kind(cx.tx, id, kind)?;
                show(cx, officer, id)?;
            }
            Ok(())
        }
        DataButton::HandOver(id) => hand_over(cx, officer, id),
        DataButton::Forget(id) => {
            if let Some(request) = of_paper(cx, officer, id)? {
                let message = say_request::ask_forget(words, &request);
                officer.show(cx, message)?;
            }
            Ok(())
        }
        DataButton::ForgetNow(id) => forget(cx, officer, id),
        DataButton::Open
        | DataButton::Mine
        | DataButton::Withdraw
        | DataButton::WithdrawNow
        | DataButton::Erase
        | DataButton::EraseAll
        | DataButton::EraseButMatter
        | DataButton::TakeBack
        | DataButton::Ask
        | DataButton::AskFor(_)
        | DataButton::Drop(_) => Ok(()),
    }
}

fn show_queue(cx: &mut Cx<'_, '_>, officer: &Actor, page: u16) -> Outcome {
    let open = data_requests::open(cx.tx)?;
    let closed = data_requests::closed(cx.tx, say_request::CLOSED_SHOWN)?;
    let today = cx.council.local_date(cx.now);
    let message = say_request::queue(officer.words(cx), &open, &closed, page, today);
    officer.show(cx, message)
}

/// One request: who asks, what, by when. That somebody looked is written down.
fn show(cx: &mut Cx<'_, '_>, officer: &Actor, id: DataRequestId) -> Outcome {
    let words = officer.words(cx);
    let Some(request) = data_requests::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    let viewed = Event::DataRequestViewed { request: id };
    cx.record(&viewed, Some(officer.user), request.question)?;
    let about = about(cx, &request)?;
    let today = cx.council.local_date(cx.now);
    let message = say_request::one(words, &request, &about, today);
    officer.show(cx, message)
}

/// Whom and which question a request is about.
fn about(cx: &Cx<'_, '_>, request: &DataRequest) -> store::Result<say_request::AboutWhom> {
    let code = match request.question {
        Some(id) => questions::find(cx.tx, id)?.map(|question| question.code),
        None => None,
    };
    let name = match (request.of, request.question) {
        (Some(user), _) if !user.is_nobody() => {
            residents::find(cx.tx, user)?.map(|known| known.name)
        }
        (None, Some(id)) => entered_for::find(cx.tx, id)?.and_then(|known| known.name),
        (Some(_), _) | (None, None) => None,
    };
    Ok(say_request::AboutWhom { name, code })
}

/// The request, if it is open still; else the queue.
fn open(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: DataRequestId,
) -> Result<Option<DataRequest>, HandlerError> {
    let found = data_requests::find(cx.tx, id)?.filter(|request| request.closed.is_none());
    if found.is_none() {
        cx.alert(label!(officer.words(cx), "request-closed-already"));
    }
    Ok(found)
}

/// The request, if it is open still and of somebody without Telegram.
fn of_paper(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: DataRequestId,
) -> Result<Option<DataRequest>, HandlerError> {
    let found = open(cx, officer, id)?;
    Ok(found.filter(|request| request.of.is_none() && request.question.is_some()))
}

fn ask(cx: &mut Cx<'_, '_>, officer: &Actor, id: DataRequestId, prompt: DataPrompt) -> Outcome {
    let Some(request) = open(cx, officer, id)? else {
        return Ok(());
    };
    let waits = Conversation::Asked {
        prompt: Prompt::Data(prompt),
        question: request.question,
    };
    conversations::set(cx.tx, officer.user, &waits, cx.now)?;
    let html = match prompt {
        DataPrompt::Done(_) => say!(officer.words(cx), "request-ask-done", number = id.0),
        DataPrompt::Refused(_) => say!(officer.words(cx), "request-ask-refused", number = id.0),
    };
    asked::put(cx, officer, Message::plain(html))
}

/// What was done, or why not, is written: whoever asked reads it.
pub(crate) fn answered(cx: &mut Cx<'_, '_>, prompt: DataPrompt, reply: &Reply<'_>) -> Outcome {
    let officer = reply.actor;
    if !officer.rights(cx)?.is_clerk() {
        return Ok(());
    }
    let (id, outcome) = match prompt {
        DataPrompt::Done(id) => (id, DataRequestOutcome::Done),
        DataPrompt::Refused(id) => (id, DataRequestOutcome::Refused),
    };
    let reason = text::truncate_utf16(reply.text, MOST_REASON);
    close(cx, officer, id, (outcome, Some(&reason)))
}

/// The longest reason that is kept, in UTF-16 units.
const MOST_REASON: usize = 1_000;

fn close(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: DataRequestId,
    (outcome, reason): (DataRequestOutcome, Option<&str>),
) -> Outcome {
    let words = officer.words(cx);
    let Some(request) = data_requests::find(cx.tx, id)? else {
        return Ok(());
    };
    if !data_requests::close(cx.tx, id, (outcome, reason), Some(officer.named()), cx.now)? {
        let html = say!(words, "request-closed-already");
        return Ok(cx.reply(officer.chat, Message::plain(html))?);
    }
    let closed = Event::DataRequestClosed {
        request: id,
        outcome,
    };
    cx.record(&closed, Some(officer.user), request.question)?;
    if let Some(user) = request.of {
        let theirs = cx.words_for(user)?;
        let told = say_request::outcome(theirs, id, outcome, reason);
        cx.reply(user.private_chat(), told)?;
    }
    show(cx, &officer.anew(), id)
}

/// What is stored about somebody without Telegram, for the clerk to print.
fn hand_over(cx: &mut Cx<'_, '_>, officer: &Actor, id: DataRequestId) -> Outcome {
    let Some(request) = of_paper(cx, officer, id)? else {
        return Ok(());
    };
    let Some(question) = request.question else {
        return Ok(());
    };
    let given = Event::DataHandedOver { request: id };
    cx.record(&given, Some(officer.user), Some(question))?;
    Ok(cx.want(officer.chat, &Reading::DataOnPaper { question })?)
}

/// Somebody without Telegram is forgotten: at once, they are at the desk.
fn forget(cx: &mut Cx<'_, '_>, officer: &Actor, id: DataRequestId) -> Outcome {
    let Some(request) = of_paper(cx, officer, id)? else {
        return Ok(());
    };
    let Some(question) = request.question else {
        return Ok(());
    };
    erasure::forget_on_paper(cx.tx, question, erasure::Words::Go, cx.now)?;
    cx.facts.forget_words();
    cx.record(
        &Event::PersonForgotten { questions: 1 },
        Some(officer.user),
        Some(question),
    )?;
    if let Some(question) = questions::find(cx.tx, question)? {
        notices::update_card(cx, &question)?;
        notices::hide_words_beside_card(cx, &question)?;
    }
    close(cx, officer, id, (DataRequestOutcome::Done, None))
}

/// The paper for the file.
fn paper(cx: &mut Cx<'_, '_>, officer: &Actor, id: DataRequestId) -> Outcome {
    let words = officer.words(cx);
    let Some(request) = data_requests::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    let viewed = Event::DataRequestViewed { request: id };
    cx.record(&viewed, Some(officer.user), request.question)?;
    let about = about(cx, &request)?;
    let file = File::Text {
        name: format!("yeu-cau-{}.txt", id.0),
        text: say_request::paper(cx.group_words(), &request, &about, cx.now),
    };
    let html = say!(words, "request-paper-file", number = id.0).into_string();
    let act = Act::File {
        file,
        html,
        keyboard: None,
    };
    Ok(cx.put(officer.chat, Lane::Reply, act)?)
}

/// Whether the office is to be reminded now: by day, on a working day, once a day.
///
/// # Errors
/// When the database fails.
pub(crate) fn are_due(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<bool> {
    let today = council.local_date(now);
    if !council.calendar.is_working_day(today) || council.quiet_until(now).is_some() {
        return Ok(false);
    }
    data_requests::is_any_pressing(tx, next_working_day(council, today), today)
}

fn next_working_day(council: &Council, today: Date) -> Date {
    council.calendar.due_on(today, 1)
}

/// Reminds the office of what is due tomorrow, today, or was due: numbers and days, no names.
pub(crate) fn remind(cx: &mut Cx<'_, '_>) -> Outcome {
    if !are_due(cx.tx, cx.council, cx.now)? {
        return Ok(());
    }
    let today = cx.council.local_date(cx.now);
    let until = next_working_day(cx.council, today);
    let mut pressing = data_requests::open(cx.tx)?;
    pressing.retain(|request| request.is_pressing(&cx.council.calendar, today));
    data_requests::mark_reminded(cx.tx, until, today)?;
    if pressing.is_empty() {
        return Ok(());
    }
    let reminder = say_request::reminder(cx.group_words(), &pressing, today);
    Ok(notices::tell_office(cx, reminder)?)
}
