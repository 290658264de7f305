//! "Chuyển": another body gets the question. The reason stands on its card; the resident hears who has it now.

use super::{
    card_deeds::{self, Card},
    context::{Cx, Outcome},
    notices, prompts,
};
use crate::{
    chat::outgoing::{About, Lane, Target, card_slot},
    domain::{
        event::Event,
        ids::BodyCode,
        permission::ActsForBody,
        prompt::CasePrompt,
        question::{Question, casework, deadline, reason},
    },
    messages::{Message, card_menu, casework as say_case, label, say},
    store::questions,
};

/// A body was chosen: why?
pub(super) fn ask_reason(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    card: &Card,
    question: &Question,
    to: &BodyCode,
    version: u32,
) -> Outcome {
    let words = cx.group_words();
    if !is_possible(cx, question, to) {
        cx.toast(label!(words, "old-button"));
        return card.refresh(cx, member, question);
    }
    let html = say_case::ask_transfer_reason(words, question, to);
    let to = to.clone();
    card.ask(cx, question.id, CasePrompt::Transfer { to, version }, html)?;
    card.refresh(cx, member, question)
}

fn is_possible(cx: &Cx<'_, '_>, question: &Question, to: &BodyCode) -> bool {
    let is_known = match cx.council.body(to) {
        Some(body) => card_menu::takes_transfers(body),
        None => *to == notices::office(cx),
    };
    is_known && *to != question.body
}

/// The reason is here.
pub(super) fn transfer(
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
            return card_deeds::ask_again(cx, reply, prompt, problem, again);
        }
    };
    if !is_possible(cx, &question, to) {
        let gone = Message::plain(say!(words, "old-button"));
        return card_deeds::under(cx, reply, gone);
    }
    let from = question.body.clone();
    let due_on = deadline::answer_due(cx.council, &question.category, question.is_urgent, cx.now);
    let question = match casework::transfer(question, member, to.clone(), cx.now, due_on) {
        Ok(question) => question,
        Err(refused) => return card_deeds::refuse_words(cx, reply, &refused),
    };
    questions::save(cx.tx, &question)?;
    let event = Event::QuestionTransferred {
        from,
        to: to.clone(),
    };
    cx.record_because(&event, Some(reply.person), Some(question.id), Some(&why))?;
    leave_a_record(cx, &question, &reply.name)?;
    let saved = questions::find(cx.tx, question.id)?.unwrap_or(question);
    notices::place_card(cx, &saved)?;
    notices::update_status(cx, &saved)?;
    let news = say_case::transferred(cx.words_for_author(&saved)?, &saved);
    notices::tell_author(cx, &saved, news)?;
    let done = say!(
        words,
        "transfer-done",
        code = saved.code,
        body = words.body(&saved.body)
    );
    card_deeds::under(cx, reply, Message::plain(done))
}

/// The card in the group that had it says who has it now, and keeps no buttons.
fn leave_a_record(cx: &mut Cx<'_, '_>, question: &Question, name: &str) -> Outcome {
    let Some(chat) = questions::card_chat(cx.tx, question.id)? else {
        return Ok(());
    };
    questions::clear_card_chat(cx.tx, question.id)?;
    let record = say_case::passed_on(cx.group_words(), question, name, cx.now);
    let target = Target::Slot(card_slot(question.id));
    let about = About {
        question: Some(question.id),
        answer: None,
    };
    Ok(cx.edit(chat, Lane::Card, target, Message::plain(record), about)?)
}
