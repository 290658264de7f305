//! Later, and why: set aside until a day, or an answer that takes longer. The resident is told both.

use super::{
    card_deeds::{self, Card},
    context::{Cx, Outcome},
    notices, prompts,
};
use crate::{
    domain::{
        event::Event,
        permission::ActsForBody,
        prompt::CasePrompt,
        question::{
            Question, casework,
            lifecycle::Refusal,
            reason::{self, Problem},
        },
    },
    messages::{Html, casework as say_case, refusal},
    store::questions,
};

/// Reason and day of setting aside are here.
pub(super) fn set_aside(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    question: Question,
    version: u32,
    reply: &prompts::Reply<'_>,
) -> Outcome {
    let today = cx.council.local_date(cx.now);
    let prompt = CasePrompt::SetAside { version };
    let again = say_case::ask_set_aside(cx.group_words(), &question);
    let (why, until) = match reason::parse_with_day(reply.text, today) {
        Ok(read) => read,
        Err(problem) => return unreadable(cx, reply, prompt, problem, again),
    };
    let calendar = &cx.council.calendar;
    let changed = match casework::set_aside(question, member, calendar, until, today) {
        Ok(question) => question,
        Err(refused) => return refuse(cx, reply, prompt, &refused, again),
    };
    questions::save(cx.tx, &changed)?;
    let event = Event::QuestionSetAside { until };
    let question = recorded(cx, changed, &event, reply, &why)?;
    let news = say_case::set_aside(cx.words_for_author(&question)?, &question, until, &why);
    notices::tell_author(cx, &question, news)?;
    let done = say_case::set_aside_done(cx.group_words(), &question, until);
    card_deeds::under(cx, reply, done)
}

/// Reason and day of an extension are here.
pub(super) fn extend(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    question: Question,
    version: u32,
    reply: &prompts::Reply<'_>,
) -> Outcome {
    let today = cx.council.local_date(cx.now);
    let prompt = CasePrompt::Extend { version };
    let again = say_case::ask_extension(cx.group_words(), &question);
    let (why, due_on) = match reason::parse_with_day(reply.text, today) {
        Ok(read) => read,
        Err(problem) => return unreadable(cx, reply, prompt, problem, again),
    };
    let changed = match casework::extend(question, member, due_on, today) {
        Ok(question) => question,
        Err(refused) => return refuse(cx, reply, prompt, &refused, again),
    };
    questions::save(cx.tx, &changed)?;
    let event = Event::QuestionExtended { due_on };
    let question = recorded(cx, changed, &event, reply, &why)?;
    let news = say_case::extended(cx.words_for_author(&question)?, &question, &why);
    notices::tell_author(cx, &question, news)?;
    let done = say_case::extended_done(cx.group_words(), &question);
    card_deeds::under(cx, reply, done)
}

/// Event, card and receipt; the question with its new version.
fn recorded(
    cx: &mut Cx<'_, '_>,
    changed: Question,
    event: &Event,
    reply: &prompts::Reply<'_>,
    why: &str,
) -> Result<Question, super::HandlerError> {
    cx.record_because(event, Some(reply.person), Some(changed.id), Some(why))?;
    let question = questions::find(cx.tx, changed.id)?.unwrap_or(changed);
    notices::update_card(cx, &question)?;
    notices::update_status(cx, &question)?;
    Ok(question)
}

fn unreadable(
    cx: &mut Cx<'_, '_>,
    reply: &prompts::Reply<'_>,
    prompt: CasePrompt,
    problem: Problem,
    again: Html,
) -> Outcome {
    let problem = say_case::reason_problem(cx.group_words(), problem);
    card_deeds::ask_again(cx, reply, prompt, problem, again)
}

/// A day that does not do is asked for again; anything else is final.
fn refuse(
    cx: &mut Cx<'_, '_>,
    reply: &prompts::Reply<'_>,
    prompt: CasePrompt,
    refused: &Refusal,
    again: Html,
) -> Outcome {
    match refused {
        Refusal::BadDay { .. } => {
            let problem = Html::text(&refusal::sentence(cx.group_words(), refused));
            card_deeds::ask_again(cx, reply, prompt, problem, again)
        }
        _ => card_deeds::refuse_words(cx, reply, refused),
    }
}

/// "Lấy lại xử lý", "Xử lý lại ngay": from the higher level, or before its day.
pub(super) fn bring_back(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    card: &Card,
    question: &Question,
) -> Outcome {
    let today = cx.council.local_date(cx.now);
    let calendar = &cx.council.calendar;
    match casework::bring_back(question.clone(), calendar, today, cx.now) {
        Ok(back) => {
            came_back(cx, back, Some(card.person))?;
            Ok(())
        }
        Err(refused) => card.refuse(cx, member, question, &refused),
    }
}

/// The question is with its body again.
pub(super) fn came_back(
    cx: &mut Cx<'_, '_>,
    back: Question,
    by: Option<crate::domain::ids::UserId>,
) -> Result<Question, super::HandlerError> {
    questions::save(cx.tx, &back)?;
    cx.record(&Event::QuestionBroughtBack, by, Some(back.id))?;
    let question = questions::find(cx.tx, back.id)?.unwrap_or(back);
    notices::update_card(cx, &question)?;
    notices::update_status(cx, &question)?;
    Ok(question)
}
