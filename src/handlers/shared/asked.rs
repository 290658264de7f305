//! The one message in a private chat that asks its reader for words. Once they have written, or asked for something
//! else, its buttons go: none is left that has nothing to leave.

use crate::{
    chat::outgoing::{ASKED_SLOT, Act, Lane, Target},
    domain::ids::MessageId,
    handlers::shared::{
        actor::Actor,
        cx::{Cx, Outcome, Placing},
    },
    messages::Message,
    store::{chats, shown},
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

/// The same in place of a message that was pressed.
pub(crate) fn put_in(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    pressed: MessageId,
    message: Message,
) -> Outcome {
    close(cx, actor)?;
    let at = cx.now;
    chats::remember_message(cx.tx, actor.chat, pressed, Some(ASKED_SLOT), None, None, at)?;
    shown::open(cx.tx, actor.chat, ASKED_SLOT)?;
    Ok(cx.replace(actor.chat, pressed, message)?)
}

/// One of its own buttons was pressed: what stands there now is another step's.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    if shown::is_open(cx.tx, actor.chat, ASKED_SLOT)?
        && actor.shown().is_some()
        && actor.shown() == chats::message_in_slot(cx.tx, actor.chat, ASKED_SLOT)?
    {
        chats::leave_slot(cx.tx, actor.chat, ASKED_SLOT)?;
    }
    Ok(())
}

/// They wrote, or do something else.
pub(crate) fn close(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    if !shown::is_open(cx.tx, actor.chat, ASKED_SLOT)? {
        return Ok(());
    }
    if actor.shown().is_some()
        && actor.shown() == chats::message_in_slot(cx.tx, actor.chat, ASKED_SLOT)?
    {
        return chats::leave_slot(cx.tx, actor.chat, ASKED_SLOT).map_err(Into::into);
    }
    // It may be on its way still: delivery knows where it is.
    let target = Target::Slot(ASKED_SLOT.to_owned());
    Ok(cx.put(actor.chat, Lane::Reply, Act::Strip { target })?)
}
