//! A higher level is to decide: with a document, visible here until its result comes.

use crate::handlers::shared::deed::Deed;
use crate::{
    chat::outgoing::{About, Lane},
    domain::{
        event::Event,
        permission::ActsForBody,
        prompt::CasePrompt,
        question::{Question, State, casework, lifecycle::Refusal, upward},
    },
    handlers::{
        card::deeds,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            prompts,
        },
    },
    messages::{Html, Message, casework as say_case},
};

/// Receiver, number and date are here.
pub(crate) fn send_up(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    question: Question,
    version: u32,
    reply: &prompts::Reply<'_>,
) -> Outcome {
    let words = cx.group_words();
    let today = cx.council.local_date(cx.now);
    let document = match upward::parse(reply.text, today) {
        Ok(document) => document,
        Err(problem) => {
            let problem = say_case::document_problem(words, problem);
            let again = say_case::ask_document(words, &question);
            let prompt = CasePrompt::SendUp { version };
            return deeds::ask_again(cx, reply, prompt, problem, again);
        }
    };
    let question = match casework::send_up(question, member, document, cx.now) {
        Ok(question) => question,
        Err(refused) => return deeds::refuse_words(cx, reply, &refused),
    };
    let deed =
        Deed::new(question, Event::QuestionSentUp, reply.actor.by()).tells(say_case::sent_up);
    let question = cx.does(deed)?;
    let done = say_case::sent_up_done(cx.group_words(), &question);
    deeds::under(cx, reply, done)
}

/// "Có kết quả": the result reaches the resident as an answer, in reply to this message.
pub(crate) fn ask_result(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    question: &Question,
) -> Outcome {
    let State::SentUp { .. } = question.state else {
        return deeds::refuse(cx, actor, member, question, &Refusal::NotWaiting);
    };
    let how = say_case::ask_result(cx.group_words(), question);
    let html = Html::lines([Html::mention(actor.user, &actor.name), how]);
    let placing = Placing {
        about: About::question(question.id),
        ..Placing::default()
    };
    let message = Message::plain(html);
    Ok(cx.send(actor.chat, Lane::Reply, message, placing)?)
}
