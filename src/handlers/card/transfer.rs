//! "Chuyển": another body gets the question. The reason stands on its card; the resident hears who has it now.

use crate::handlers::shared::deed::Deed;
use crate::{
    domain::{
        event::Event,
        ids::BodyCode,
        permission::ActsForBody,
        prompt::CasePrompt,
        question::{Question, casework, deadline, reason},
    },
    handlers::{
        card::deeds,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices, prompts,
        },
    },
    messages::{Message, card_menu, casework as say_case, say},
};

/// A body was chosen: why?
pub(crate) fn ask_reason(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    question: &Question,
    to: &BodyCode,
    version: u32,
) -> Outcome {
    let words = cx.group_words();
    if !is_possible(cx, question, to) {
        cx.old_button(words);
        return deeds::refresh(cx, actor, member, question);
    }
    let html = say_case::ask_transfer_reason(words, question, to);
    let to = to.clone();
    deeds::ask(
        cx,
        actor,
        question.id,
        CasePrompt::Transfer { to, version },
        html,
    )?;
    deeds::refresh(cx, actor, member, question)
}

fn is_possible(cx: &Cx<'_, '_>, question: &Question, to: &BodyCode) -> bool {
    let is_known = match cx.council.body(to) {
        Some(body) => card_menu::takes_transfers(body),
        None => *to == notices::office(cx),
    };
    is_known && *to != question.body
}

/// The reason is here.
pub(crate) fn transfer(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    question: Question,
    to: &BodyCode,
    version: u32,
    reply: &prompts::Reply<'_>,
) -> Outcome {
    let words = cx.group_words();
    let why = match reason::parse(reply.text) {
        Ok(why) => why,
        Err(problem) => {
            let again = say_case::ask_transfer_reason(words, &question, to);
            let problem = say_case::reason_problem(words, problem);
            let to = to.clone();
            let prompt = CasePrompt::Transfer { to, version };
            return deeds::ask_again(cx, reply, prompt, problem, again);
        }
    };
    if !is_possible(cx, &question, to) {
        let gone = say!(
            words,
            "transfer-gone",
            code = question.code,
            body = words.body(to)
        );
        return deeds::under(cx, reply, Message::plain(gone));
    }
    let from = question.body.clone();
    let due_on = deadline::answer_due(cx.council, &question.category, question.is_urgent, cx.now);
    let question = match casework::transfer(question, member, to.clone(), cx.now, due_on) {
        Ok(question) => question,
        Err(refused) => return deeds::refuse_words(cx, reply, &refused),
    };
    let event = Event::QuestionTransferred {
        from,
        to: to.clone(),
    };
    let at = cx.now;
    let deed = Deed::new(question, event, reply.actor.by())
        .because(&why)
        .moves_leaving(|words, question| {
            Message::plain(say_case::passed_on(words, question, &reply.actor.name, at))
        })
        .tells(say_case::transferred);
    let saved = cx.does(deed)?;
    let done = say!(
        words,
        "transfer-done",
        code = saved.code,
        body = words.body(&saved.body)
    );
    deeds::under(cx, reply, Message::plain(done))
}
