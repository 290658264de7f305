//! A higher level is to decide: with a document, visible here until its result comes.

use super::{
    card_deeds::{self, Card},
    context::{Cx, Outcome, Placing},
    notices, prompts,
};
use crate::{
    chat::outgoing::{About, Keyboard, Lane},
    domain::{
        event::Event,
        permission::ActsForBody,
        prompt::CasePrompt,
        question::{Question, State, casework, lifecycle::Refusal, upward},
    },
    messages::{Html, Message, casework as say_case},
    store::questions,
};

/// Receiver, number and date are here.
pub(super) fn send_up(
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
            return card_deeds::ask_again(cx, reply, prompt, problem, again);
        }
    };
    let question = match casework::send_up(question, member, document, cx.now) {
        Ok(question) => question,
        Err(refused) => return card_deeds::refuse_words(cx, reply, &refused),
    };
    questions::save(cx.tx, &question)?;
    cx.record(
        &Event::QuestionSentUp,
        Some(reply.person),
        Some(question.id),
    )?;
    let question = questions::find(cx.tx, question.id)?.unwrap_or(question);
    notices::update_card(cx, &question)?;
    notices::update_status(cx, &question)?;
    let news = say_case::sent_up(cx.words_for_author(&question)?, &question);
    notices::tell_author(cx, &question, news)?;
    let done = say_case::sent_up_done(cx.group_words(), &question);
    card_deeds::under(cx, reply, done)
}

/// "Có kết quả": the result reaches the resident as an answer, in reply to this message.
pub(super) fn ask_result(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    card: &Card,
    question: &Question,
) -> Outcome {
    let State::SentUp { .. } = question.state else {
        return card.refuse(cx, member, question, &Refusal::NotWaiting);
    };
    let how = say_case::ask_result(cx.group_words(), question);
    let html = Html::lines([Html::mention(card.person, &card.name), how]);
    let placing = Placing {
        about: About {
            question: Some(question.id),
            answer: None,
        },
        ..Placing::default()
    };
    let message = Message::with(html, Keyboard::Reply);
    Ok(cx.send(card.chat, Lane::Reply, message, placing)?)
}
