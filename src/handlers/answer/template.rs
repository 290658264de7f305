//! Templates (mẫu trả lời): chosen on the card or by `/mau`, copied, filled in, sent back as a reply: then it is a
//! draft like any other.

use crate::{
    chat::{
        incoming::RepliedTo,
        outgoing::{About, Act, Lane, Target, result_slot, templates_slot, together_slot},
    },
    domain::{
        answer::template,
        code::QuestionCode,
        ids::{AnswerId, ChatId, QuestionId, TemplateId},
        permission::ActsForBody,
        prompt::{AnsweringPrompt, Prompt},
        question::{Question, lifecycle},
    },
    handlers::{
        HandlerError,
        answer::reply::{self, answered_by, question_of},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            prompts::{self, Reply},
            rights,
        },
    },
    messages::{Html, Message, label, refusal, say as sentence, template as say},
    store::{answers, chats, questions, shown, templates},
};

/// `/mau CODE`, or `/mau` in reply to a card.
pub(crate) fn by_command(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    replied_to: Option<&RepliedTo>,
    typed: &str,
) -> Outcome {
    let words = cx.group_words();
    let chat = actor.chat;
    if chats::body_of(cx.tx, chat)?.is_none() {
        return Ok(cx.reply(chat, Message::plain(sentence!(words, "not-linked")))?);
    }
    let Some(member) = rights::member(cx, actor)? else {
        let refused = Message::plain(Html::text(&rights::refusal(cx, actor)?));
        return Ok(cx.reply(chat, refused)?);
    };
    let found = match (
        QuestionCode::parse(typed, cx.council.code_prefix),
        replied_to,
    ) {
        (Ok(code), _) => questions::find_by_code(cx.tx, code)?,
        (Err(_), Some(replied)) if typed.is_empty() => question_of(cx, actor, replied)?,
        (Err(_), _) => None,
    };
    let why = match found.filter(|question| question.body == *member.body()) {
        Some(question) => {
            let by = answered_by(cx, &question)?;
            match lifecycle::answer(question.clone(), &member, by.as_deref(), cx.now) {
                Ok(_) => return show(cx, chat, &question),
                Err(refused) => Html::text(&refusal::sentence(words, &refused)),
            }
        }
        None => sentence!(words, "template-usage"),
    };
    Ok(cx.reply(chat, Message::plain(why))?)
}

fn show(cx: &mut Cx<'_, '_>, chat: ChatId, question: &Question) -> Outcome {
    let own = templates::of_body(cx.tx, &question.body)?;
    let list = say::list(cx.group_words(), question, &own);
    take_away(cx, chat, templates_slot(question.id))?;
    let placing = Placing {
        about: About::question(question.id),
        slot: Some(templates_slot(question.id)),
        ..Placing::default()
    };
    Ok(cx.send(chat, Lane::Reply, list, placing)?)
}

/// The lists that were shown for a question go: it is answered.
pub(crate) fn take_lists_away(cx: &mut Cx<'_, '_>, chat: ChatId, question: &Question) -> Outcome {
    take_away(cx, chat, templates_slot(question.id))?;
    take_away(cx, chat, together_slot(question.id))?;
    // What another council answered stays to be read.
    let slot = result_slot(question.id);
    if shown::is_open(cx.tx, chat, &slot)? {
        let target = Target::Slot(slot);
        cx.put(chat, Lane::Reply, Act::Strip { target })?;
    }
    Ok(())
}

/// A list goes, if it is there: another is shown in its place.
pub(super) fn take_away(cx: &mut Cx<'_, '_>, chat: ChatId, slot: String) -> Outcome {
    if chats::message_in_slot(cx.tx, chat, &slot)?.is_some() {
        let target = Target::Slot(slot);
        cx.put(chat, Lane::Reply, Act::Remove { target })?;
    }
    Ok(())
}

/// The question of a button, if the member's body has it and can answer it.
fn question_of_button(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    question: QuestionId,
) -> Result<Option<Question>, HandlerError> {
    let words = cx.group_words();
    let found = questions::find(cx.tx, question)?
        .filter(|found| found.body == *member.body() && found.state.is_with_body());
    if found.is_none() {
        cx.old_button(words);
    }
    Ok(found)
}

/// "Mẫu trả lời" on the card.
pub(crate) fn list(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    chat: ChatId,
    question: QuestionId,
) -> Outcome {
    match question_of_button(cx, member, question)? {
        Some(question) => show(cx, chat, &question),
        None => Ok(()),
    }
}

/// One that comes with the program.
pub(crate) fn take_built_in(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    question: QuestionId,
    number: u8,
) -> Outcome {
    let Some(question) = question_of_button(cx, member, question)? else {
        return Ok(());
    };
    match say::built_in(cx.group_words(), number) {
        Some((_, text)) => offer(cx, actor, &question, &text),
        None => Ok(()),
    }
}

/// One of the body's own.
pub(crate) fn take_own(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    question: QuestionId,
    id: TemplateId,
) -> Outcome {
    let Some(question) = question_of_button(cx, member, question)? else {
        return Ok(());
    };
    let own = templates::of_body(cx.tx, member.body())?;
    if let Some((_, text)) = own.into_iter().find(|(own, _)| *own == id) {
        return offer(cx, actor, &question, &text);
    }
    let words = cx.group_words();
    cx.old_button(words);
    Ok(())
}

/// The text to copy; the reply to it is a draft.
fn offer(cx: &mut Cx<'_, '_>, actor: &Actor, question: &Question, text: &str) -> Outcome {
    let html = say::to_fill_in(cx.group_words(), question, text);
    let prompt = Prompt::Answering(AnsweringPrompt::FillTemplate);
    prompts::ask(cx, actor, prompt, Some(question.id), html)
}

/// Filled in: a draft with its preview.
pub(crate) fn filled_in(cx: &mut Cx<'_, '_>, reply: &Reply<'_>) -> Outcome {
    let member = reply.actor.rights(cx)?.here();
    let question = match reply.question {
        Some(question) => questions::find(cx.tx, question)?,
        None => None,
    };
    let Some(question) = question.filter(|question| {
        member
            .as_ref()
            .is_some_and(|member| *member.body() == question.body)
    }) else {
        let words = cx.group_words();
        let gone = Message::plain(sentence!(words, "question-unknown"));
        return Ok(cx.reply(reply.actor.chat, gone)?);
    };
    let draft = reply::begin(cx, reply.actor, &question, reply.message, reply.text)?;
    reply::show_preview(cx, &question, draft.id)
}

/// "Lưu làm mẫu" under an answer that was sent.
pub(crate) fn keep(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    answer: AnswerId,
) -> Outcome {
    let words = cx.group_words();
    let found = answers::find(cx.tx, answer)?
        .filter(|answer| answer.chat == actor.chat && !answer.text.is_empty());
    let Some(answer) = found else {
        cx.old_button(words);
        return Ok(());
    };
    let text = template::of_answer(
        &answer.text,
        &label!(words, "template-field-document"),
        &label!(words, "template-field-day"),
        &label!(words, "template-field-number"),
    );
    let by = actor.user;
    if templates::keep(cx.tx, member.body(), &text, by, template::MOST, cx.now)? {
        cx.alert(label!(words, "template-kept"));
    } else {
        let limit = template::MOST;
        cx.alert(label!(words, "template-not-kept", limit = limit));
    }
    Ok(())
}

/// "Bỏ mẫu".
pub(crate) fn remove(cx: &mut Cx<'_, '_>, member: &ActsForBody, id: TemplateId) -> Outcome {
    let words = cx.group_words();
    if templates::remove(cx.tx, member.body(), id, cx.now)? {
        cx.toast(label!(words, "template-removed"));
    } else {
        cx.old_button(words);
    }
    Ok(())
}
