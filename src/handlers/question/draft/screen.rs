//! The one message on which a draft is decided. When the draft is shown anew further down, what it said before is
//! closed: a button of yesterday's preview decides nothing.

use crate::{
    chat::outgoing::{Lane, draft_slot},
    domain::ids::{DraftId, MessageId},
    handlers::shared::{
        actor::Actor,
        cx::{Cx, Outcome, Placing},
    },
    messages::{Message, say},
    store::chats,
};

/// Shows the draft in the message that was pressed, or in a new one.
pub(crate) fn show(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: Option<MessageId>,
    message: Message,
) -> Outcome {
    let slot = draft_slot(draft);
    let before = chats::message_in_slot(cx.tx, actor.chat, &slot)?;
    if let Some(before) = before.filter(|before| Some(*before) != shown) {
        let moved = say!(actor.words(cx), "draft-is-below");
        cx.replace(actor.chat, before, Message::plain(moved))?;
    }
    let Some(shown) = shown else {
        let placing = Placing {
            slot: Some(slot),
            ..Placing::default()
        };
        return Ok(cx.send(actor.chat, Lane::Reply, message, placing)?);
    };
    if before != Some(shown) {
        let at = cx.now;
        chats::remember_message(cx.tx, actor.chat, shown, Some(&slot), None, None, at)?;
    }
    Ok(cx.replace(actor.chat, shown, message)?)
}

/// The draft is decided: the message that was pressed says how, another one that still showed it says so, too.
pub(crate) fn close(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: Option<MessageId>,
    says: Message,
) -> Outcome {
    let slot = draft_slot(draft);
    let before = chats::message_in_slot(cx.tx, actor.chat, &slot)?;
    chats::leave_slot(cx.tx, actor.chat, &slot)?;
    if let Some(before) = before.filter(|before| Some(*before) != shown) {
        cx.replace(actor.chat, before, Message::plain(says.html.clone()))?;
    }
    match shown {
        Some(shown) => Ok(cx.replace(actor.chat, shown, says)?),
        None => Ok(()),
    }
}
