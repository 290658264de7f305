//! A resident takes a question back, with a reason or without one; whoever waits with them is told.

use crate::handlers::shared::deed::{By, Deed};
use crate::{
    chat::outgoing::Lane,
    domain::{
        conversation::Conversation,
        event::Event,
        ids::QuestionId,
        question::{Question, lifecycle},
        text,
    },
    handlers::{
        question::add::own,
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome, Placing},
            notices,
        },
    },
    messages::{Html, Message, follow_up as say_more, refusal, say},
    store::{conversations, erasure, follow_ups, support},
};

/// "Rút lại": why?
pub(crate) fn ask(cx: &mut Cx<'_, '_>, actor: &Actor, id: QuestionId) -> Outcome {
    let words = actor.words(cx);
    let Some(question) = own(cx, actor, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    if let Err(refused) = lifecycle::withdraw(question.clone(), cx.now) {
        cx.alert(refusal::sentence(words, &refused));
        return Ok(());
    }
    conversations::set(cx.tx, actor.user, &Conversation::Withdrawing(id), cx.now)?;
    let prompt = say_more::ask_reason(words, &question);
    asked::put(cx, actor, prompt)
}

/// The reason was typed, or left out.
pub(crate) fn withdraw(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: QuestionId,
    reason: Option<&str>,
) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    let Some(question) = own(cx, actor, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    conversations::clear(cx.tx, actor.user)?;
    let question = match lifecycle::withdraw(question, cx.now) {
        Ok(question) => question,
        Err(refused) => {
            let sentence = refusal::sentence(words, &refused);
            cx.alert(sentence.clone());
            return Ok(cx.reply(chat, Message::plain(Html::text(&sentence)))?);
        }
    };
    let reason = reason.map(text::clean).filter(|reason| !reason.is_empty());
    if let Some(reason) = &reason {
        follow_ups::keep_reason(cx.tx, id, reason, cx.now)?;
    }
    // What nobody is to answer any more is not kept: the words go everywhere, the reason stays with the council.
    erasure::forget_words(cx.tx, id, cx.now)?;
    cx.facts.forget_words();
    let by = By::Resident(actor.user);
    let question = cx.does(Deed::new(question, Event::QuestionWithdrawn, by))?;
    notices::hide_words_beside_card(cx, &question)?;
    let note = say_more::withdrawn(cx.group_words(), &question, reason.as_deref());
    notices::note_under_card(cx, &question, note)?;
    tell_supporters(cx, &question)?;
    let done = Message::plain(say!(words, "withdrawn", code = question.code));
    asked::close(cx, actor)?;
    actor.show(cx, done)
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
