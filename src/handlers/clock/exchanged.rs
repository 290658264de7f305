//! What an exchange package brought beside the running bot: cards show the other council's number, groups read the results.

use crate::{
    chat::outgoing::{About, Act, Lane, Target, card_slot, result_slot},
    domain::{import::exchange::CameBack, question::Question},
    handlers::shared::{
        cx::{Cx, Outcome, Placing},
        notices,
    },
    messages::exchanged as say,
    store::{self, WriteTx, chats, exchanges, imports, questions},
};

/// So many a tick: a big package floods no group.
const AT_ONCE: u32 = 3;

/// Whether a card or a result waits, or a question out of a file waits for its card.
///
/// # Errors
/// When the database fails.
pub(crate) fn is_due(tx: &WriteTx<'_>) -> store::Result<bool> {
    Ok(exchanges::is_anything_due(tx)? || imports::is_card_due(tx)?)
}

/// Brings cards up to date, tells results; each once.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    for id in exchanges::take_not_shown(cx.tx, AT_ONCE)? {
        if let Some(question) = questions::find(cx.tx, id)? {
            notices::update_card(cx, &question)?;
        }
    }
    for result in exchanges::take_untold(cx.tx, AT_ONCE, cx.now)? {
        if let Some(question) = questions::find(cx.tx, result.question)? {
            tell(cx, &question, &result)?;
        }
    }
    Ok(())
}

/// Under the card; an earlier result loses its button.
fn tell(cx: &mut Cx<'_, '_>, question: &Question, result: &CameBack) -> Outcome {
    let Some(chat) = questions::card_chat(cx.tx, question.id)? else {
        return Ok(());
    };
    let slot = result_slot(question.id);
    if let Some(older) = chats::message_in_slot(cx.tx, chat, &slot)? {
        let target = Target::Message(older);
        cx.put(chat, Lane::Notice, Act::Strip { target })?;
    }
    let placing = Placing {
        reply_to: Some(Target::Slot(card_slot(question.id))),
        about: About::question(question.id),
        slot: Some(slot),
    };
    let message = say::came_back(cx.group_words(), question, result);
    Ok(cx.send(chat, Lane::Notice, message, placing)?)
}
