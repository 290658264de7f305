//! What a body does with a card besides answering: claim, release, confirm, list, show again.

use super::{
    context::{Cx, Outcome},
    notices, rights, triage,
};
use crate::{
    chat::incoming::Incoming,
    domain::{
        code::QuestionCode,
        event::Event,
        ids::{ChatId, QuestionId},
        permission::ActsForBody,
        question::{
            Question,
            lifecycle::{self, Refusal},
        },
        text,
    },
    messages::{Message, card, label, refusal, say},
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
    if !rights::is_office(cx, member.body()) {
        cx.alert(label!(words, "refuse-not-member"));
        return Ok(());
    }
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    triage::forward(cx, incoming.person.id, question)?;
    Ok(())
}

/// `/dangmo`: what this group's body still has to answer.
pub(super) fn list_open(cx: &mut Cx<'_, '_>, chat: ChatId) -> Outcome {
    let words = cx.group_words();
    let message = match chats::body_of(cx.tx, chat)? {
        Some(body) => {
            let mut open = questions::open_of_body(cx.tx, &body)?;
            if rights::is_office(cx, &body) {
                open.extend(questions::unconfirmed(cx.tx)?);
            }
            card::open_list(words, &open, cx.council.local_date(cx.now))
        }
        None => Message::plain(say!(words, "not-linked")),
    };
    Ok(cx.reply(chat, message)?)
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
