//! What a resident adds to a question after sending: under the card, in the order in which it came.

use super::{
    ask_back,
    context::{Cx, Outcome},
    gate::{self, Gate},
    notices,
};
use crate::{
    domain::{
        conversation::Conversation,
        event::Event,
        ids::{MessageId, QuestionId},
        question::{Question, lifecycle},
        resident::Resident,
        text,
    },
    messages::{Html, Message, follow_up as say_more, label, refusal, say},
    store::{chats, conversations, follow_ups, questions},
};

/// The resident's own question with this row.
pub(super) fn own(
    cx: &Cx<'_, '_>,
    resident: &Resident,
    id: QuestionId,
) -> Result<Option<Question>, super::HandlerError> {
    let found = questions::find(cx.tx, id)?;
    Ok(found.filter(|question| question.is_of(resident.id)))
}

/// The resident's own question that a message of ours in this chat is about.
pub(super) fn replied_about(
    cx: &Cx<'_, '_>,
    resident: &Resident,
    replied: MessageId,
) -> Result<Option<Question>, super::HandlerError> {
    match chats::question_of_message(cx.tx, resident.id.private_chat(), replied)? {
        Some(id) => own(cx, resident, id),
        None => Ok(None),
    }
}

/// "Bổ sung": the next words are added.
pub(super) fn ask(cx: &mut Cx<'_, '_>, resident: &Resident, id: QuestionId) -> Outcome {
    let words = cx.words(resident.language);
    let Some(question) = own(cx, resident, id)? else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    let count = follow_ups::additions(cx.tx, id)?.len();
    if let Err(refused) = lifecycle::may_add(&question, count) {
        cx.alert(refusal::sentence(words, &refused));
        return Ok(());
    }
    conversations::set(cx.tx, resident.id, &Conversation::AddingTo(id), cx.now)?;
    let prompt = say_more::ask_more(words, &question);
    Ok(cx.reply(resident.id.private_chat(), prompt)?)
}

/// The words, after "Bổ sung" or as a reply to a message about the question.
pub(super) fn add(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    id: QuestionId,
    typed: &str,
) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let more = text::clean(typed);
    let Some(question) = own(cx, resident, id)? else {
        conversations::clear(cx.tx, resident.id)?;
        return Ok(());
    };
    if more.is_empty() {
        return Ok(cx.reply(chat, say_more::ask_more(words, &question))?);
    }
    if gate::look_at_addition(cx, resident, &more, &question.text)? == Gate::Closed {
        return Ok(());
    }
    conversations::clear(cx.tx, resident.id)?;
    let count = follow_ups::additions(cx.tx, id)?.len();
    if let Err(refused) = lifecycle::may_add(&question, count) {
        let sentence = Html::text(&refusal::sentence(words, &refused));
        return Ok(cx.reply(chat, Message::plain(sentence))?);
    }
    follow_ups::add(cx.tx, id, &more, cx.now)?;
    cx.record(&Event::QuestionAddedTo, Some(resident.id), Some(id))?;
    if let Some(thanks) = ask_back::replied(cx, &question, Some(&more))? {
        return Ok(cx.reply(chat, Message::plain(thanks))?);
    }
    for note in say_more::added(cx.group_words(), &question, &more) {
        notices::note_under_card(cx, &question, note)?;
    }
    let done = say!(words, "added", code = question.code);
    Ok(cx.reply(chat, Message::plain(done))?)
}
