//! A resident takes a question back, with a reason or without one; whoever waits with them is told.

use super::{
    add_to_question::own,
    context::{Cx, Outcome, Placing},
    notices,
};
use crate::{
    chat::outgoing::Lane,
    domain::{
        conversation::Conversation,
        event::Event,
        ids::QuestionId,
        question::{Question, lifecycle},
        resident::Resident,
        text,
    },
    messages::{Html, Message, follow_up as say_more, label, refusal, say},
    store::{conversations, follow_ups, questions, support},
};

/// "Rút lại": why?
pub(super) fn ask(cx: &mut Cx<'_, '_>, resident: &Resident, id: QuestionId) -> Outcome {
    let words = cx.words(resident.language);
    let Some(question) = own(cx, resident, id)? else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    if let Err(refused) = lifecycle::withdraw(question.clone(), cx.now) {
        cx.alert(refusal::sentence(words, &refused));
        return Ok(());
    }
    conversations::set(cx.tx, resident.id, &Conversation::Withdrawing(id), cx.now)?;
    let prompt = say_more::ask_reason(words, &question);
    Ok(cx.reply(resident.id.private_chat(), prompt)?)
}

/// The reason was typed, or left out.
pub(super) fn withdraw(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    id: QuestionId,
    reason: Option<&str>,
) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let Some(question) = own(cx, resident, id)? else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    conversations::clear(cx.tx, resident.id)?;
    let question = match lifecycle::withdraw(question, cx.now) {
        Ok(question) => question,
        Err(refused) => {
            let sentence = refusal::sentence(words, &refused);
            cx.alert(sentence.clone());
            return Ok(cx.reply(chat, Message::plain(Html::text(&sentence)))?);
        }
    };
    questions::save(cx.tx, &question)?;
    let reason = reason.map(text::clean).filter(|reason| !reason.is_empty());
    if let Some(reason) = &reason {
        follow_ups::keep_reason(cx.tx, id, reason, cx.now)?;
    }
    cx.record(&Event::QuestionWithdrawn, Some(resident.id), Some(id))?;
    notices::update_card(cx, &question)?;
    notices::update_status(cx, &question)?;
    let note = say_more::withdrawn(cx.group_words(), &question, reason.as_deref());
    notices::note_under_card(cx, &question, note)?;
    tell_supporters(cx, &question)?;
    let done = say!(words, "withdrawn", code = question.code);
    Ok(cx.reply(chat, Message::plain(done))?)
}

fn tell_supporters(cx: &mut Cx<'_, '_>, question: &Question) -> Outcome {
    for supporter in support::supporters(cx.tx, question.id)? {
        let words = cx.words_for(supporter)?;
        let news = say!(words, "withdrawn-supporter", code = question.code);
        cx.send(
            supporter.private_chat(),
            Lane::Card,
            Message::plain(news),
            Placing::default(),
        )?;
    }
    Ok(())
}
