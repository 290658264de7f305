//! What a body does with a card besides answering: claim, release, confirm, list, show again.

use crate::handlers::shared::deed::Deed;
use crate::{
    domain::{
        code::QuestionCode,
        event::Event,
        ids::{ChatId, QuestionId},
        permission::ActsForBody,
        question::{
            Question,
            lifecycle::{self, Refusal},
        },
    },
    handlers::{
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices, rights,
        },
        triage::desk,
    },
    messages::{Message, label, refusal, say},
    store::{chats, questions},
};

/// "Nhận".
pub(crate) fn claim(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    question: QuestionId,
) -> Outcome {
    change(cx, actor, question, Event::QuestionClaimed, |question| {
        lifecycle::claim(question, member, actor.user, &actor.name)
    })
}

/// "Thôi nhận".
pub(crate) fn release(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    question: QuestionId,
) -> Outcome {
    let by = actor.user;
    change(cx, actor, question, Event::QuestionReleased, |question| {
        lifecycle::release(question, member, by)
    })
}

/// One change of a question by a button on its card: decided by the domain, shown on card and receipt.
fn change(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: QuestionId,
    event: Event,
    decide: impl FnOnce(Question) -> Result<Question, Refusal>,
) -> Outcome {
    let Some(question) = questions::find(cx.tx, id)? else {
        let words = cx.group_words();
        cx.old_button(words);
        return Ok(());
    };
    match decide(question.clone()) {
        Ok(changed) if changed == question => Ok(()),
        Ok(changed) => {
            let by = actor.by();
            cx.does(Deed::new(changed, event, by))?;
            Ok(())
        }
        Err(refused) => {
            let sentence = refusal::sentence(cx.group_words(), &refused);
            cx.alert(sentence);
            Ok(())
        }
    }
}

/// A clerk confirms who handles the question: only in the office's group.
pub(crate) fn forward(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: QuestionId,
) -> Outcome {
    let words = cx.group_words();
    if !rights::is_office(cx, member.body()) {
        cx.alert(label!(words, "refuse-not-member"));
        return Ok(());
    }
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    desk::forward(cx, actor.by(), question)?;
    Ok(())
}

/// `/cauhoi CODE`: the card again, at the bottom of the chat; it is the live one from now on.
pub(crate) fn show_again(cx: &mut Cx<'_, '_>, chat: ChatId, typed: &str) -> Outcome {
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
