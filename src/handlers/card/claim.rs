//! What a body does with a card besides answering: claim, release, confirm, list, show again.

use crate::handlers::shared::deed::Deed;
use crate::{
    domain::{
        code::QuestionCode,
        event::Event,
        ids::{BodyCode, QuestionId},
        permission::ActsForBody,
        question::{
            Question, State,
            lifecycle::{self, Refusal},
        },
        scope::Scope,
    },
    handlers::{
        card::assess,
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
pub(crate) fn show_again(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let (words, chat) = (cx.group_words(), actor.chat);
    let Some(body) = chats::body_of(cx.tx, chat)? else {
        return Ok(cx.reply(chat, Message::plain(say!(words, "not-linked")))?);
    };
    let found = match QuestionCode::parse(typed, cx.council.code_prefix) {
        Ok(code) => questions::find_by_code(cx.tx, code)?,
        Err(_) => None,
    };
    match found {
        Some(question) if question.body == body => notices::put_card(cx, &question, chat),
        Some(question) if watches(cx, &body, &question) => assess::show(cx, actor, &question),
        _ => Ok(cx.reply(chat, Message::plain(say!(words, "question-unknown")))?),
    }
}

/// Whether the matter is another body's, and this one watches it.
fn watches(cx: &Cx<'_, '_>, body: &BodyCode, question: &Question) -> bool {
    question.state != State::Received && Scope::of(cx.council, body).includes(question)
}

/// The button of an entry in a digest: its card, here and now.
pub(crate) fn open_again(cx: &mut Cx<'_, '_>, actor: &Actor, id: QuestionId) -> Outcome {
    let words = cx.group_words();
    let body = chats::body_of(cx.tx, actor.chat)?;
    let found = questions::find(cx.tx, id)?;
    match (found, body) {
        (Some(question), Some(body)) if question.body == body => {
            notices::put_card(cx, &question, actor.chat)
        }
        (Some(question), Some(body)) if watches(cx, &body, &question) => {
            assess::show(cx, actor, &question)
        }
        _ => {
            cx.old_button(words);
            Ok(())
        }
    }
}
