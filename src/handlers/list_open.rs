//! `/dangmo [filter]`: what a body still has to answer, page by page; for the office and the standing body everything,
//! for a committee the fields it watches.

use super::{
    Incoming,
    context::{Cx, Outcome},
    send_digest,
};
use crate::{
    domain::{
        ids::{BodyCode, ChatId, MessageId},
        listing::{self, Filter},
        question::Question,
        scope::Scope,
    },
    messages::{
        Message,
        listing::{self as say_listing, A_PAGE},
        say,
    },
    store::{self, chats, overview},
};

/// The command.
pub(super) fn by_command(cx: &mut Cx<'_, '_>, incoming: &Incoming, typed: &str) -> Outcome {
    let chat = incoming.chat.id;
    let words = cx.group_words();
    let Some(body) = chats::body_of(cx.tx, chat)? else {
        return Ok(cx.reply(chat, Message::plain(say!(words, "not-linked")))?);
    };
    let Some(filter) = Filter::parse(cx.council, typed) else {
        return Ok(cx.reply(chat, say_listing::unknown_filter(words))?);
    };
    let message = page(cx, &body, chat, &filter, 0)?;
    Ok(cx.reply(chat, message)?)
}

/// Another page, or another list, in place of the one that was there.
pub(super) fn turn(
    cx: &mut Cx<'_, '_>,
    body: &BodyCode,
    chat: ChatId,
    message: MessageId,
    (number, filter): (u16, &Filter),
) -> Outcome {
    let with = page(cx, body, chat, filter, number)?;
    Ok(cx.replace(chat, message, with)?)
}

fn page(
    cx: &Cx<'_, '_>,
    body: &BodyCode,
    chat: ChatId,
    filter: &Filter,
    number: u16,
) -> store::Result<Message> {
    let scope = Scope::of(cx.council, body);
    let mut questions: Vec<Question> = match filter {
        Filter::Nominated => overview::nominated(cx.tx)?,
        Filter::All | Filter::Overdue | Filter::DueSoon | Filter::Waiting | Filter::Category(_) => {
            overview::owed(cx.tx)?
        }
    };
    questions.retain(|question| scope.includes(question));
    let today = cx.council.local_date(cx.now);
    let all = listing::select(cx.council, filter, &questions, today);
    let from = usize::from(number).min(all.len() / A_PAGE) * A_PAGE;
    let shown = all.iter().skip(from).take(A_PAGE);
    let links = send_digest::links(cx, chat, shown.map(|question| question.id))?;
    let words = cx.group_words();
    Ok(say_listing::page(
        words, filter, &all, number, &links, today,
    ))
}
