//! The bot's reactions in groups: 👀 on the card of whatever somebody took on, ✍ under words that may become an answer, 👌 once
//! it is on its way. Seen at a glance; nothing depends on them, they leave behind everything else, and a group that refuses
//! them is left in peace.

use crate::{
    chat::outgoing::{Act, Lane, Mark, Target, card_slot},
    domain::{
        answer::Answer,
        ids::ChatId,
        question::{Question, State},
    },
    handlers::shared::cx::{Cx, Outcome},
    store::{answers, questions, topics},
};

/// What the card of a question is marked with.
fn of(question: &Question) -> Option<Mark> {
    match question.state {
        State::Answered { .. } => Some(Mark::Sent),
        _ if question.state.is_open() && question.claimed.is_some() => Some(Mark::Claimed),
        _ => None,
    }
}

/// A question has changed: the mark of its card follows.
pub(crate) fn follow(cx: &mut Cx<'_, '_>, before: Option<&Question>, now: &Question) -> Outcome {
    let mark = of(now);
    if before.is_some_and(|before| of(before) == mark) {
        return Ok(());
    }
    match questions::card_chat(cx.tx, now.id)? {
        Some(chat) => put(cx, chat, Target::Slot(card_slot(now.id)), mark),
        None => Ok(()),
    }
}

/// A new card lies in `chat`: it is marked as the one before was.
pub(crate) fn on_new_card(cx: &mut Cx<'_, '_>, question: &Question, chat: ChatId) -> Outcome {
    match of(question) {
        Some(mark) => put(cx, chat, Target::Slot(card_slot(question.id)), Some(mark)),
        None => Ok(()),
    }
}

/// The words that somebody wrote for an answer; `None`: nothing comes of them.
pub(crate) fn on_words(cx: &mut Cx<'_, '_>, answer: &Answer, mark: Option<Mark>) -> Outcome {
    match answers::message_of(cx.tx, answer.id)? {
        Some(message) => put(cx, answer.chat, Target::Message(message), mark),
        None => Ok(()),
    }
}

fn put(cx: &mut Cx<'_, '_>, chat: ChatId, target: Target, mark: Option<Mark>) -> Outcome {
    if chat.is_private() || !topics::takes_reactions(cx.tx, chat, cx.now)? {
        return Ok(());
    }
    Ok(cx.put(chat, Lane::Broadcast, Act::React { target, mark })?)
}
