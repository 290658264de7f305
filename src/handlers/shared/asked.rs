//! The one message in a private chat that asks its reader for words. Once they have written, or asked for something
//! else, its buttons go: none is left that has nothing to leave.

use crate::{
    chat::outgoing::{ASKED_SLOT, Act, Lane},
    handlers::shared::{
        actor::Actor,
        cx::{Cx, Outcome, Placing},
    },
    messages::Message,
    store::chats,
};

/// Asks for words.
pub(crate) fn put(cx: &mut Cx<'_, '_>, actor: &Actor, message: Message) -> Outcome {
    close(cx, actor)?;
    let placing = Placing {
        slot: Some(ASKED_SLOT.to_owned()),
        ..Placing::default()
    };
    Ok(cx.send(actor.chat, Lane::Reply, message, placing)?)
}

/// They wrote, or do something else.
pub(crate) fn close(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let Some(message) = chats::message_in_slot(cx.tx, actor.chat, ASKED_SLOT)? else {
        return Ok(());
    };
    chats::leave_slot(cx.tx, actor.chat, ASKED_SLOT)?;
    if actor.shown() == Some(message) {
        return Ok(());
    }
    Ok(cx.put(actor.chat, Lane::Reply, Act::Strip { message })?)
}
