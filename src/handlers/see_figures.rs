//! `/thongke`: figures of the body; for the office and the standing body of everything, and the supervision board.

use super::{
    Incoming,
    context::{Cx, Outcome},
    send_digest,
};
use crate::{
    domain::{
        digest,
        ids::{BodyCode, ChatId},
        scope::Scope,
        statistics, text,
    },
    messages::{Message, digest as say_digest, figures as say_figures, label, say},
    store::{self, chats, overview},
};

/// The command; `bang` (or `board`) behind it asks for the board.
pub(super) fn by_command(cx: &mut Cx<'_, '_>, incoming: &Incoming, typed: &str) -> Outcome {
    let chat = incoming.chat.id;
    let words = cx.group_words();
    let Some(body) = chats::body_of(cx.tx, chat)? else {
        return Ok(cx.reply(chat, Message::plain(say!(words, "not-linked")))?);
    };
    let scope = Scope::of(cx.council, &body);
    if ["bang", "bang giam sat", "board"].contains(&text::fold(typed).trim()) {
        if scope != Scope::Everything {
            return Ok(cx.reply(chat, Message::plain(say!(words, "board-not-yours")))?);
        }
        let message = board(cx, chat)?;
        return Ok(cx.reply(chat, message)?);
    }
    let owed = overview::owed(cx.tx)?;
    let rows = overview::counted(cx.tx)?;
    let figures = statistics::count(cx.council, &scope, &rows, &owed, cx.now);
    let today = cx.council.local_date(cx.now);
    let message = say_figures::figures(words, &body, &scope, &figures, today);
    Ok(cx.reply(chat, message)?)
}

/// The button under the figures.
pub(super) fn by_button(cx: &mut Cx<'_, '_>, body: &BodyCode, chat: ChatId) -> Outcome {
    if Scope::of(cx.council, body) != Scope::Everything {
        let words = cx.group_words();
        cx.alert(label!(words, "board-not-yours"));
        return Ok(());
    }
    let message = board(cx, chat)?;
    Ok(cx.reply(chat, message)?)
}

fn board(cx: &Cx<'_, '_>, chat: ChatId) -> store::Result<Message> {
    let today = cx.council.local_date(cx.now);
    let owed = overview::owed(cx.tx)?;
    let board = digest::board(cx.council, &owed, today);
    let links = send_digest::links(cx, chat, say_digest::on_board(&board))?;
    Ok(say_digest::board(cx.group_words(), &board, &links, today))
}
