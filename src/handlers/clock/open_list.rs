//! `/dangmo [filter]`: what a body still has to answer, page by page; for the office and the standing body everything,
//! for a committee the fields it watches.

use crate::{
    domain::{
        ids::{BodyCode, ChatId, MessageId},
        listing::Filter,
        reading::Reading,
    },
    handlers::shared::{
        actor::Actor,
        cx::{Cx, Outcome},
    },
    messages::{Message, listing as say_listing, say},
    store::chats,
};

/// The command.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let chat = actor.chat;
    let words = cx.group_words();
    let Some(body) = chats::body_of(cx.tx, chat)? else {
        return Ok(cx.reply(chat, Message::plain(say!(words, "not-linked")))?);
    };
    let Some(filter) = Filter::parse(cx.council, typed) else {
        return Ok(cx.reply(chat, say_listing::unknown_filter(words))?);
    };
    let reading = Reading::List {
        body,
        filter,
        page: 0,
        turns: None,
    };
    Ok(cx.want(chat, &reading)?)
}

/// Another page, or another list, in place of the one that was there.
pub(crate) fn turn(
    cx: &mut Cx<'_, '_>,
    body: &BodyCode,
    chat: ChatId,
    message: MessageId,
    (page, filter): (u16, &Filter),
) -> Outcome {
    let reading = Reading::List {
        body: body.clone(),
        filter: filter.clone(),
        page,
        turns: Some(message),
    };
    Ok(cx.want(chat, &reading)?)
}
