//! "Ghi chú": what the body noted about a question, in its own group only.

use super::{
    card_deeds::Card,
    context::{Cx, Outcome, Placing},
};
use crate::{
    chat::outgoing::{About, Lane, Target, card_slot},
    domain::question::Question,
    messages::casework,
    store::{answers, chats},
};

/// A page of the notes: under the card, or, when a page is turned, in place.
pub(super) fn show(cx: &mut Cx<'_, '_>, question: &Question, card: &Card, page: u16) -> Outcome {
    let notes = answers::notes(cx.tx, question.id, card.chat)?;
    let message = casework::notes(cx.group_words(), question, &notes, page);
    let slot = card_slot(question.id);
    let live = chats::message_in_slot(cx.tx, card.chat, &slot)?;
    let is_under_card = live == Some(card.shown);
    if !is_under_card && page_was_turned(cx, card)? {
        return Ok(cx.replace(card.chat, card.shown, message)?);
    }
    let placing = Placing {
        reply_to: Some(Target::Message(card.shown)),
        slot: Some(notes_slot(question)),
        about: About {
            question: Some(question.id),
            answer: None,
        },
    };
    Ok(cx.send(card.chat, Lane::Reply, message, placing)?)
}

fn notes_slot(question: &Question) -> String {
    format!("notes:{}", question.id)
}

fn page_was_turned(cx: &Cx<'_, '_>, card: &Card) -> Result<bool, super::HandlerError> {
    let slot = chats::slot_of_message(cx.tx, card.chat, card.shown)?;
    Ok(slot.is_some_and(|slot| slot.starts_with("notes:")))
}
