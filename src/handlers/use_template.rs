//! Templates (mẫu trả lời): chosen on the card or by `/mau`, copied, filled in, sent back as a reply: then it is a
//! draft like any other.

use super::{
    HandlerError,
    answer_question::{self, name_of, question_of},
    context::{Cx, Outcome, Placing},
    prompts::{self, Reply},
    rights,
};
use crate::{
    chat::{
        incoming::{Deed, Incoming},
        outgoing::Lane,
    },
    domain::{
        answer::template,
        code::QuestionCode,
        ids::{AnswerId, ChatId, QuestionId, TemplateId},
        permission::ActsForBody,
        prompt::{AnsweringPrompt, Prompt},
        question::Question,
    },
    messages::{Html, Message, label, say as sentence, template as say},
    store::{answers, chats, questions, templates},
};

/// `/mau CODE`, or `/mau` in reply to a card.
pub(super) fn by_command(cx: &mut Cx<'_, '_>, incoming: &Incoming, typed: &str) -> Outcome {
    let words = cx.group_words();
    let chat = incoming.chat.id;
    if chats::body_of(cx.tx, chat)?.is_none() {
        return Ok(cx.reply(chat, Message::plain(sentence!(words, "not-linked")))?);
    }
    let Some(member) = rights::member(cx, incoming)? else {
        let refused = Message::plain(Html::text(&rights::refusal(cx, incoming)?));
        return Ok(cx.reply(chat, refused)?);
    };
    let replied_to = match &incoming.deed {
        Deed::Wrote { reply_to, .. } => reply_to.as_ref(),
        _ => None,
    };
    let found = match (
        QuestionCode::parse(typed, cx.council.code_prefix),
        replied_to,
    ) {
        (Ok(code), _) => questions::find_by_code(cx.tx, code)?,
        (Err(_), Some(replied)) if typed.is_empty() => question_of(cx, incoming, replied)?,
        (Err(_), _) => None,
    };
    match found.filter(|question| question.body == *member.body()) {
        Some(question) => show(cx, chat, &question),
        None => Ok(cx.reply(chat, Message::plain(sentence!(words, "template-usage")))?),
    }
}

fn show(cx: &mut Cx<'_, '_>, chat: ChatId, question: &Question) -> Outcome {
    let own = templates::of_body(cx.tx, &question.body)?;
    let list = say::list(cx.group_words(), question, &own);
    let placing = Placing {
        about: answer_question::about(question),
        ..Placing::default()
    };
    Ok(cx.send(chat, Lane::Reply, list, placing)?)
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
        cx.toast(label!(words, "old-button"));
    }
    Ok(found)
}

/// "Mẫu trả lời" on the card.
pub(super) fn list(
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
pub(super) fn take_built_in(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    question: QuestionId,
    number: u8,
) -> Outcome {
    let Some(question) = question_of_button(cx, member, question)? else {
        return Ok(());
    };
    match say::built_in(cx.group_words(), number) {
        Some((_, text)) => offer(cx, incoming, &question, &text),
        None => Ok(()),
    }
}

/// One of the body's own.
pub(super) fn take_own(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    question: QuestionId,
    id: TemplateId,
) -> Outcome {
    let Some(question) = question_of_button(cx, member, question)? else {
        return Ok(());
    };
    let own = templates::of_body(cx.tx, member.body())?;
    if let Some((_, text)) = own.into_iter().find(|(own, _)| *own == id) {
        return offer(cx, incoming, &question, &text);
    }
    let words = cx.group_words();
    cx.toast(label!(words, "old-button"));
    Ok(())
}

/// The text to copy; the reply to it is a draft.
fn offer(cx: &mut Cx<'_, '_>, incoming: &Incoming, question: &Question, text: &str) -> Outcome {
    let html = say::to_fill_in(cx.group_words(), question, text);
    let prompt = Prompt::Answering(AnsweringPrompt::FillTemplate);
    let name = name_of(incoming);
    let person = (incoming.person.id, name.as_str());
    let chat = incoming.chat.id;
    prompts::ask(cx, chat, person, prompt, Some(question.id), html)
}

/// Filled in: a draft with its preview.
pub(super) fn filled_in(cx: &mut Cx<'_, '_>, reply: &Reply<'_>) -> Outcome {
    let member = rights::of(cx, reply.person, reply.chat)?.here();
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
        return Ok(cx.reply(reply.chat, gone)?);
    };
    let author = (reply.person, reply.name.as_str());
    let written_in = (reply.chat, reply.message);
    let draft = answer_question::begin(cx, &question, written_in, author, reply.text)?;
    answer_question::show_preview(cx, &question, draft.id)
}

/// "Lưu làm mẫu" under an answer that was sent.
pub(super) fn keep(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    answer: AnswerId,
) -> Outcome {
    let words = cx.group_words();
    let found = answers::find(cx.tx, answer)?
        .filter(|answer| answer.chat == incoming.chat.id && !answer.text.is_empty());
    let Some(answer) = found else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    let text = template::of_answer(
        &answer.text,
        &label!(words, "template-field-document"),
        &label!(words, "template-field-day"),
        &label!(words, "template-field-number"),
    );
    let by = incoming.person.id;
    if templates::keep(cx.tx, member.body(), &text, by, template::MOST, cx.now)? {
        cx.alert(label!(words, "template-kept"));
    } else {
        let limit = template::MOST;
        cx.alert(label!(words, "template-not-kept", limit = limit));
    }
    Ok(())
}

/// "Bỏ mẫu".
pub(super) fn remove(cx: &mut Cx<'_, '_>, member: &ActsForBody, id: TemplateId) -> Outcome {
    let words = cx.group_words();
    if templates::remove(cx.tx, member.body(), id, cx.now)? {
        cx.toast(label!(words, "template-removed"));
    } else {
        cx.toast(label!(words, "old-button"));
    }
    Ok(())
}
