//! Later, and why: set aside until a day, or an answer that takes longer. The resident is told both.

use crate::handlers::shared::deed::{By, Deed};
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
    handlers::{
        card::deeds,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            prompts,
        },
    },
    messages::{Html, casework as say_case, refusal},
};

/// Reason and day of setting aside are here.
pub(crate) fn set_aside(
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
    let event = Event::QuestionSetAside { until };
    let deed = Deed::new(changed, event, reply.actor.by())
        .because(&why)
        .tells(|words, question| say_case::set_aside(words, question, until, &why));
    let question = cx.does(deed)?;
    let done = say_case::set_aside_done(cx.group_words(), &question, until);
    deeds::under(cx, reply, done)
}

/// Reason and day of an extension are here.
pub(crate) fn extend(
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
    let event = Event::QuestionExtended { due_on };
    let deed = Deed::new(changed, event, reply.actor.by())
        .because(&why)
        .tells(|words, question| say_case::extended(words, question, &why));
    let question = cx.does(deed)?;
    let done = say_case::extended_done(cx.group_words(), &question);
    deeds::under(cx, reply, done)
}

fn unreadable(
    cx: &mut Cx<'_, '_>,
    reply: &prompts::Reply<'_>,
    prompt: CasePrompt,
    problem: Problem,
    again: Html,
) -> Outcome {
    let problem = say_case::reason_problem(cx.group_words(), problem);
    deeds::ask_again(cx, reply, prompt, problem, again)
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
            deeds::ask_again(cx, reply, prompt, problem, again)
        }
        _ => deeds::refuse_words(cx, reply, refused),
    }
}

/// "Lấy lại xử lý", "Xử lý lại ngay": from the higher level, or before its day.
pub(crate) fn bring_back(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    question: &Question,
) -> Outcome {
    let today = cx.council.local_date(cx.now);
    let calendar = &cx.council.calendar;
    let gone_on = |at| cx.council.local_date(at);
    match casework::bring_back(question.clone(), calendar, gone_on, today, cx.now) {
        Ok(back) => {
            let by = actor.by();
            came_back(cx, back, by)?;
            Ok(())
        }
        Err(refused) => deeds::refuse(cx, actor, member, question, &refused),
    }
}

/// The question is with its body again; its author reads by when it is to be answered now.
pub(crate) fn came_back(
    cx: &mut Cx<'_, '_>,
    back: Question,
    by: By,
) -> Result<Question, crate::handlers::HandlerError> {
    let deed = Deed::new(back, Event::QuestionBroughtBack, by).tells(say_case::brought_back);
    cx.does(deed)
}
