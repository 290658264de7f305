//! What is written in a group in the name of a channel: nobody can say who wrote it, so nothing of it counts.

use crate::{
    chat::{
        command::{self, Slash},
        incoming::RepliedTo,
        outgoing::{Lane, Target},
    },
    domain::ids::MessageId,
    handlers::{
        answer::reply::question_of,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
        },
    },
    messages::{Message, say},
};

/// A reply to a card, or a command, is told so; the rest is none of our business.
pub(crate) fn written(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    message: MessageId,
    text: &str,
    replied_to: Option<&RepliedTo>,
) -> Outcome {
    let spoken_to = command::parse(text, &cx.facts.bot().username);
    let is_command = matches!(spoken_to, Some(Slash::Known(..)));
    let is_about_us = match replied_to {
        Some(replied) => question_of(cx, actor, replied)?.is_some(),
        None => false,
    };
    if !is_about_us && !is_command {
        return Ok(());
    }
    let placing = Placing {
        reply_to: Some(Target::Message(message)),
        ..Placing::default()
    };
    let sentence = Message::plain(say!(cx.group_words(), "reply-as-channel"));
    Ok(cx.send(actor.chat, Lane::Reply, sentence, placing)?)
}
