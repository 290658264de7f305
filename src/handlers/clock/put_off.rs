//! 💤: a member of the body (or its head, in private) puts reminders of a question off, with a reason and until a day.

use crate::{
    domain::{
        event::Event,
        ids::QuestionId,
        permission::HeadsBody,
        prompt::{ClockPrompt, Prompt},
        question::{Question, deadline, ladder::MAX_SNOOZE_DAYS, reason},
        typed_day,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices,
            prompts::{self, Reply},
        },
    },
    messages::{Message, label, reminder as say_reminder},
    store::{clock, questions, roles},
};

use jiff::{ToSpan, civil::Date};

/// The example in the question lies so many days ahead.
const EXAMPLE_DAYS: i32 = 7;

/// The button was pressed.
pub(crate) fn ask(cx: &mut Cx<'_, '_>, actor: &Actor, id: QuestionId) -> Outcome {
    let words = cx.group_words();
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    if !may_put_off(cx, actor, &question)? {
        cx.alert(label!(words, "refuse-not-member"));
        return Ok(());
    }
    if deadline::deadline(cx.council, &question).is_none() {
        cx.alert(label!(words, "put-off-closed"));
        return Ok(());
    }
    let html = say_reminder::ask_why(words, &question, example(cx));
    ask_again(cx, actor, id, html)
}

fn ask_again(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: QuestionId,
    html: crate::messages::Html,
) -> Outcome {
    let prompt = Prompt::Clock(ClockPrompt::PutOff);
    let today = cx.council.local_date(cx.now);
    prompts::ask_day(cx, actor, prompt, Some(id), html, today)
}

fn example(cx: &Cx<'_, '_>) -> Date {
    let today = cx.council.local_date(cx.now);
    today.saturating_add(EXAMPLE_DAYS.days())
}

/// In the body's own group every member, in private its head.
fn may_put_off(cx: &Cx<'_, '_>, actor: &Actor, question: &Question) -> Result<bool, HandlerError> {
    if actor.chat.is_private() {
        let held = roles::held_by(cx.tx, actor.user, cx.now)?;
        return Ok(HeadsBody::by_role(&held, &question.body).is_some());
    }
    let member = actor.rights(cx)?.here();
    Ok(member.is_some_and(|member| *member.body() == question.body))
}

/// The reason and the day are here: the last word is the day.
pub(crate) fn answered(cx: &mut Cx<'_, '_>, reply: &Reply<'_>) -> Outcome {
    let words = cx.group_words();
    let found = match reply.question {
        Some(id) => questions::find(cx.tx, id)?,
        None => None,
    };
    let Some(question) = found else {
        return Ok(());
    };
    let is_over = deadline::deadline(cx.council, &question).is_none();
    if is_over || !may_put_off(cx, reply.actor, &question)? {
        let html = crate::messages::say!(words, "put-off-closed");
        return Ok(cx.reply(reply.actor.chat, Message::plain(html))?);
    }
    let today = cx.council.local_date(cx.now);
    let typed = reply.text.trim_end_matches(['.', ' ']);
    let parts = typed.rsplit_once(char::is_whitespace);
    let in_numbers = parts.and_then(|(reason, day)| {
        let reason = reason.trim().to_owned();
        Some((reason, typed_day::parse(day, today)?)).filter(|(reason, _)| !reason.is_empty())
    });
    let read = in_numbers.or_else(|| reason::parse_with_day(typed, today).ok());
    let Some((reason, until)) = read else {
        let html = say_reminder::unreadable(words, &question, example(cx));
        return ask_again(cx, reply.actor, question.id, html);
    };
    if until <= today || until > today.saturating_add(MAX_SNOOZE_DAYS.days()) {
        let html = say_reminder::too_far(words);
        return ask_again(cx, reply.actor, question.id, html);
    }
    clock::put_off(cx.tx, &question, until, &reason, reply.actor.user, cx.now)?;
    let event = Event::ReminderPutOff { until };
    cx.record_by(&event, &reply.actor.by(), question.id)?;
    let message = say_reminder::put_off(words, &question, &reply.actor.name, &reason, until);
    if reply.actor.chat.is_private() {
        cx.reply(reply.actor.chat, message.clone())?;
    }
    notices::note_under_card(cx, &question, message)
}
