//! "Trả lại": the question is not for this council. Its author is told who is competent and what comes next; "not our
//! job" without a pointer does not exist.

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
        question::{Question, State, casework, lifecycle, reason},
        text,
    },
    messages::{Message, say},
    store::questions,
};

/// Who is competent, and what next?
pub(super) fn ask(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    card: &Card,
    question: &Question,
) -> Outcome {
    let State::Forwarded { .. } = question.state else {
        return card.refuse(cx, member, question, &lifecycle::closed(question.state));
    };
    let words = cx.group_words();
    let html = say!(words, "return-prompt", code = question.code);
    let version = question.version;
    card.ask(cx, question.id, CasePrompt::Return { version }, html)?;
    card.refresh(cx, member, question)
}

/// The pointer is here.
pub(super) fn returned(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    question: Question,
    version: u32,
    reply: &prompts::Reply<'_>,
) -> Outcome {
    let words = cx.group_words();
    let parts = reply.text.split_once([';', '\n']);
    let read = parts.and_then(|(who, next)| {
        let who = text::clean(who);
        let is_named = who.chars().filter(|sign| sign.is_alphabetic()).count() >= 2;
        let next = reason::parse(next).ok()?;
        is_named.then(|| (text::truncate_utf16(&who, 200), next))
    });
    let Some((who, next)) = read else {
        let again = say!(words, "return-prompt", code = question.code);
        let problem = say!(words, "return-incomplete");
        let prompt = CasePrompt::Return { version };
        return card_deeds::ask_again(cx, reply, prompt, problem, again);
    };
    let question = match casework::return_with_guidance(question, member, cx.now) {
        Ok(question) => question,
        Err(refused) => return card_deeds::refuse_words(cx, reply, &refused),
    };
    questions::save(cx.tx, &question)?;
    let why = format!("{who}; {next}");
    cx.record_because(
        &Event::QuestionReturned,
        Some(reply.person),
        Some(question.id),
        Some(&why),
    )?;
    notices::update_card(cx, &question)?;
    notices::update_status(cx, &question)?;
    let words = cx.words_for_author(&question)?;
    let news = say!(
        words,
        "return-author",
        code = question.code,
        who = who,
        next = next
    );
    notices::tell_author(cx, &question, Message::plain(news))
}
