//! "Ghi chú": what the bodies noted about a question, for whoever has it; those of others with whose they are.

use crate::{
    chat::outgoing::{About, Lane, Target, card_slot},
    domain::question::Question,
    handlers::shared::{
        actor::Actor,
        cx::{Cx, Outcome, Placing},
        notices,
    },
    messages::casework,
    store::chats,
};

/// A page of the notes: under the card, or, when a page is turned, in place.
pub(crate) fn show(cx: &mut Cx<'_, '_>, question: &Question, actor: &Actor, page: u16) -> Outcome {
    let notes = notices::notes_of(cx, question, actor.chat)?;
    let message = casework::notes(cx.group_words(), question, &notes, page);
    let slot = card_slot(question.id);
    let live = chats::message_in_slot(cx.tx, actor.chat, &slot)?;
    let is_under_card = live.is_some() && live == actor.shown();
    if !is_under_card && page_was_turned(cx, actor)? {
        return actor.show(cx, message);
    }
    let placing = Placing {
        reply_to: actor.shown().map(Target::Message),
        slot: Some(notes_slot(question)),
        about: About::question(question.id),
    };
    Ok(cx.send(actor.chat, Lane::Reply, message, placing)?)
}

fn notes_slot(question: &Question) -> String {
    format!("notes:{}", question.id)
}

fn page_was_turned(cx: &Cx<'_, '_>, actor: &Actor) -> Result<bool, crate::handlers::HandlerError> {
    let slot = match actor.shown() {
        Some(shown) => chats::slot_of_message(cx.tx, actor.chat, shown)?,
        None => None,
    };
    Ok(slot.is_some_and(|slot| slot.starts_with("notes:")))
}
