//! What a resident adds to a question after sending: under the card, in the order in which it came.

use crate::{
    domain::{
        conversation::Conversation,
        event::Event,
        ids::{MessageId, QuestionId},
        question::{Question, lifecycle},
        text,
    },
    handlers::{
        card::ask_back,
        question::gate::{self, Gate},
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome},
            notices,
        },
    },
    messages::{Html, Message, follow_up as say_more, refusal, say},
    store::{chats, conversations, follow_ups, questions},
};

/// The resident's own question with this row.
pub(crate) fn own(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    id: QuestionId,
) -> Result<Option<Question>, crate::handlers::HandlerError> {
    let found = questions::find(cx.tx, id)?;
    Ok(found.filter(|question| question.is_of(actor.user)))
}

/// The resident's own question that a message of ours in this chat is about.
pub(crate) fn replied_about(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    replied: MessageId,
) -> Result<Option<Question>, crate::handlers::HandlerError> {
    match chats::question_of_message(cx.tx, actor.chat, replied)? {
        Some(id) => own(cx, actor, id),
        None => Ok(None),
    }
}

/// "Bổ sung": the next words are added.
pub(crate) fn ask(cx: &mut Cx<'_, '_>, actor: &Actor, id: QuestionId) -> Outcome {
    let words = actor.words(cx);
    let Some(question) = own(cx, actor, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    let count = follow_ups::additions(cx.tx, id)?.len();
    if let Err(refused) = lifecycle::may_add(&question, count) {
        cx.alert(refusal::sentence(words, &refused));
        return Ok(());
    }
    conversations::set(cx.tx, actor.user, &Conversation::AddingTo(id), cx.now)?;
    let prompt = say_more::ask_more(words, &question);
    asked::put(cx, actor, prompt)
}

/// The words, after "Bổ sung" or as a reply to a message about the question.
pub(crate) fn add(cx: &mut Cx<'_, '_>, actor: &Actor, id: QuestionId, typed: &str) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    let more = text::clean(typed);
    let Some(question) = own(cx, actor, id)? else {
        conversations::clear(cx.tx, actor.user)?;
        return Ok(());
    };
    if more.is_empty() {
        return Ok(cx.reply(chat, say_more::ask_more(words, &question))?);
    }
    if gate::look_at_addition(cx, actor, &more, &question.text)? == Gate::Closed {
        return Ok(());
    }
    conversations::clear(cx.tx, actor.user)?;
    let count = follow_ups::additions(cx.tx, id)?.len();
    if let Err(refused) = lifecycle::may_add(&question, count) {
        let sentence = Html::text(&refusal::sentence(words, &refused));
        return Ok(cx.reply(chat, Message::plain(sentence))?);
    }
    follow_ups::add(cx.tx, id, &more, cx.now)?;
    cx.record(&Event::QuestionAddedTo, Some(actor.user), Some(id))?;
    if let Some(thanks) = ask_back::replied(cx, &question, Some(&more))? {
        return Ok(cx.reply(chat, Message::plain(thanks))?);
    }
    for note in say_more::added(cx.group_words(), &question, &more) {
        notices::words_under_card(cx, &question, note)?;
    }
    let done = say!(words, "added", code = question.code);
    Ok(cx.reply(chat, Message::plain(done))?)
}
