//! What a body does with a card besides answering: claim, release, confirm, list, show again.

use super::{
    context::{Cx, Outcome},
    notices,
};
use crate::{
    chat::incoming::Incoming,
    domain::{
        body::BodyKind,
        code::QuestionCode,
        event::Event,
        ids::{BodyCode, ChatId, QuestionId},
        permission::ActsForBody,
        question::{
            Question, deadline,
            lifecycle::{self, Refusal},
        },
        text,
    },
    messages::{Message, label, question as say_question, refusal, say},
    store::{chats, questions},
};

/// "Nhận".
pub(super) fn claim(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    question: QuestionId,
) -> Outcome {
    let by = incoming.person.id;
    let name = text::truncate_utf16(&text::clean(&incoming.person.name), 64);
    change(
        cx,
        incoming,
        question,
        &Event::QuestionClaimed,
        |question| lifecycle::claim(question, member, by, &name),
    )
}

/// "Thôi nhận".
pub(super) fn release(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    question: QuestionId,
) -> Outcome {
    let by = incoming.person.id;
    change(
        cx,
        incoming,
        question,
        &Event::QuestionReleased,
        |question| lifecycle::release(question, member, by),
    )
}

/// One change of a question by a button on its card: decided by the domain, shown on card and receipt.
fn change(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    id: QuestionId,
    event: &Event,
    decide: impl FnOnce(Question) -> Result<Question, Refusal>,
) -> Outcome {
    let Some(question) = questions::find(cx.tx, id)? else {
        let words = cx.group_words();
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    match decide(question.clone()) {
        Ok(changed) if changed == question => Ok(()),
        Ok(changed) => {
            questions::save(cx.tx, &changed)?;
            cx.record(event, Some(incoming.person.id), Some(id))?;
            notices::update_card(cx, &changed)?;
            notices::update_status(cx, &changed)
        }
        Err(refused) => {
            let sentence = refusal::sentence(cx.group_words(), &refused);
            cx.alert(sentence);
            Ok(())
        }
    }
}

/// A clerk confirms who handles the question: only in the office's group.
pub(super) fn forward(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    id: QuestionId,
) -> Outcome {
    let words = cx.group_words();
    if !is_office(cx, member.body()) {
        cx.alert(label!(words, "refuse-not-member"));
        return Ok(());
    }
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    let due_on = deadline::answer_due(cx.council, &question.category, question.is_urgent, cx.now);
    match lifecycle::forward(question, cx.now, due_on) {
        Ok(question) => {
            questions::save(cx.tx, &question)?;
            let event = Event::QuestionForwarded {
                body: question.body.clone(),
            };
            cx.record(&event, Some(incoming.person.id), Some(id))?;
            notices::update_card(cx, &question)?;
            notices::place_card(cx, &question)?;
            notices::update_status(cx, &question)?;
            let news = say_question::moved_on(cx.words_for_author(&question)?, &question);
            notices::tell_author(cx, &question, news)
        }
        Err(refused) => {
            cx.alert(refusal::sentence(words, &refused));
            Ok(())
        }
    }
}

fn is_office(cx: &Cx<'_, '_>, body: &BodyCode) -> bool {
    *body == BodyCode::office()
        || cx
            .council
            .body(body)
            .is_some_and(|body| body.kind == BodyKind::Office)
}

/// `/cauhoi CODE`: the card again, at the bottom of the chat; it is the live one from now on.
pub(super) fn show_again(cx: &mut Cx<'_, '_>, chat: ChatId, typed: &str) -> Outcome {
    let words = cx.group_words();
    let Some(body) = chats::body_of(cx.tx, chat)? else {
        return Ok(cx.reply(chat, Message::plain(say!(words, "not-linked")))?);
    };
    let found = match QuestionCode::parse(typed, cx.council.code_prefix) {
        Ok(code) => questions::find_by_code(cx.tx, code)?,
        Err(_) => None,
    };
    match found.filter(|question| question.body == body) {
        Some(question) => notices::put_card(cx, &question, chat),
        None => Ok(cx.reply(chat, Message::plain(say!(words, "question-unknown")))?),
    }
}
