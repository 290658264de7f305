//! 💤: a member of the body (or its head, in private) puts reminders of a question off, with a reason and until a day.

use jiff::{ToSpan, civil::Date};

use super::{
    HandlerError,
    context::{Cx, Outcome},
    notices,
    prompts::{self, Reply},
    rights,
};
use crate::{
    domain::{
        event::Event,
        ids::{ChatId, QuestionId, UserId},
        permission::HeadsBody,
        prompt::{ClockPrompt, Prompt},
        question::{Question, deadline, ladder::MAX_SNOOZE_DAYS},
        typed_day,
    },
    messages::{Message, label, reminder as say_reminder},
    store::{clock, questions, roles},
};

/// The example in the question lies so many days ahead.
const EXAMPLE_DAYS: i32 = 7;

/// The button was pressed.
pub(super) fn ask(
    cx: &mut Cx<'_, '_>,
    chat: ChatId,
    person: (UserId, &str),
    id: QuestionId,
) -> Outcome {
    let words = cx.group_words();
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    if !may_put_off(cx, chat, person.0, &question)? {
        cx.alert(label!(words, "refuse-not-member"));
        return Ok(());
    }
    if deadline::deadline(cx.council, &question).is_none() {
        cx.alert(label!(words, "put-off-closed"));
        return Ok(());
    }
    let html = say_reminder::ask_why(words, &question, example(cx));
    ask_again(cx, chat, person, id, html)
}

fn ask_again(
    cx: &mut Cx<'_, '_>,
    chat: ChatId,
    person: (UserId, &str),
    id: QuestionId,
    html: crate::messages::Html,
) -> Outcome {
    let prompt = Prompt::Clock(ClockPrompt::PutOff);
    prompts::ask(cx, chat, person, prompt, Some(id), html)
}

fn example(cx: &Cx<'_, '_>) -> Date {
    let today = cx.council.local_date(cx.now);
    today.saturating_add(EXAMPLE_DAYS.days())
}

/// In the body's own group every member, in private its head.
fn may_put_off(
    cx: &Cx<'_, '_>,
    chat: ChatId,
    person: UserId,
    question: &Question,
) -> Result<bool, HandlerError> {
    if chat.is_private() {
        let held = roles::held_by(cx.tx, person, cx.now)?;
        return Ok(HeadsBody::by_role(&held, &question.body).is_some());
    }
    let member = rights::of(cx, person, chat)?.here();
    Ok(member.is_some_and(|member| *member.body() == question.body))
}

/// The reason and the day are here: the last word is the day.
pub(super) fn answered(cx: &mut Cx<'_, '_>, reply: &Reply<'_>) -> Outcome {
    let words = cx.group_words();
    let found = match reply.question {
        Some(id) => questions::find(cx.tx, id)?,
        None => None,
    };
    let Some(question) = found else {
        return Ok(());
    };
    let is_over = deadline::deadline(cx.council, &question).is_none();
    if is_over || !may_put_off(cx, reply.chat, reply.person, &question)? {
        let html = crate::messages::say!(words, "put-off-closed");
        return Ok(cx.reply(reply.chat, Message::plain(html))?);
    }
    let today = cx.council.local_date(cx.now);
    let person = (reply.person, reply.name.as_str());
    let typed = reply.text.trim_end_matches(['.', ' ']);
    let parts = typed.rsplit_once(char::is_whitespace);
    let read = parts.and_then(|(reason, day)| {
        let reason = reason.trim();
        Some((reason, typed_day::parse(day, today)?)).filter(|_| !reason.is_empty())
    });
    let Some((reason, until)) = read else {
        let html = say_reminder::unreadable(words, &question, example(cx));
        return ask_again(cx, reply.chat, person, question.id, html);
    };
    if until <= today || until > today.saturating_add(MAX_SNOOZE_DAYS.days()) {
        let html = say_reminder::too_far(words);
        return ask_again(cx, reply.chat, person, question.id, html);
    }
    clock::put_off(cx.tx, &question, until, reason, reply.person, cx.now)?;
    let event = Event::ReminderPutOff { until };
    cx.record(&event, Some(reply.person), Some(question.id))?;
    let message = say_reminder::put_off(words, &question, &reply.name, reason, until);
    if reply.chat.is_private() {
        cx.reply(reply.chat, message.clone())?;
    }
    notices::note_under_card(cx, &question, message)
}
