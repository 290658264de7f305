//! `/thongke`: figures of the body; for the office and the standing body of everything, and the supervision board.

use crate::{
    domain::{
        ids::{BodyCode, ChatId},
        reading::Reading,
        scope::Scope,
        text,
    },
    handlers::{
        clock::supervision,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{Message, label, say},
    store::chats,
};

/// The command; `bang` (or `board`) behind it asks for the board.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let chat = actor.chat;
    let words = cx.group_words();
    let Some(body) = chats::body_of(cx.tx, chat)? else {
        return Ok(cx.reply(chat, Message::plain(say!(words, "not-linked")))?);
    };
    let scope = Scope::of(cx.council, &body);
    if ["bang", "bang giam sat", "board"].contains(&text::fold(typed).trim()) {
        if scope != Scope::Everything {
            return Ok(cx.reply(chat, Message::plain(say!(words, "board-not-yours")))?);
        }
        cx.want(chat, &Reading::Board)?;
        return supervision::refresh(cx, chat);
    }
    Ok(cx.want(chat, &Reading::Figures { body })?)
}

/// The button under the figures.
pub(crate) fn by_button(cx: &mut Cx<'_, '_>, body: &BodyCode, chat: ChatId) -> Outcome {
    if Scope::of(cx.council, body) != Scope::Everything {
        let words = cx.group_words();
        cx.alert(label!(words, "board-not-yours"));
        return Ok(());
    }
    cx.want(chat, &Reading::Board)?;
    supervision::refresh(cx, chat)
}
