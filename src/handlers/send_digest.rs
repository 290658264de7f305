//! Digests: every morning to the bodies that have a group, before a session, and with `/tonghop` at once.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{
    Incoming,
    context::{Cx, Outcome, Placing},
    morning,
};
use crate::{
    chat::outgoing::{Act, File, Lane, card_slot},
    domain::{
        digest,
        ids::{BodyCode, ChatId, QuestionId},
        question::Question,
        scope::Scope,
        session::Session,
    },
    messages::{
        Message,
        digest::{self as say_digest, Before, Links},
        say,
    },
    store::{self, chats, overview},
};

/// Every linked group reads what is its own; one for which nothing happened reads nothing.
pub(super) fn to_everybody(cx: &mut Cx<'_, '_>, owed: &[Question], since: Timestamp) -> Outcome {
    let answered = overview::answered_since(cx.tx, since)?;
    for linked in chats::all(cx.tx)? {
        let today = cx.council.local_date(cx.now);
        let scope = Scope::of(cx.council, &linked.body);
        let digest = digest::gather(cx.council, &scope, owed, &answered, since, today);
        if !digest.is_quiet() {
            send(cx, linked.chat, &linked.body, &digest, Lane::Digest)?;
        }
    }
    Ok(())
}

/// `/tonghop`: what came since the last one, now; also if there is nothing.
pub(super) fn now(cx: &mut Cx<'_, '_>, incoming: &Incoming) -> Outcome {
    let chat = incoming.chat.id;
    let Some(body) = chats::body_of(cx.tx, chat)? else {
        let words = cx.group_words();
        return Ok(cx.reply(chat, Message::plain(say!(words, "not-linked")))?);
    };
    let since = morning::since_last_digest(cx)?;
    let owed = overview::owed(cx.tx)?;
    let answered = overview::answered_since(cx.tx, since)?;
    let scope = Scope::of(cx.council, &body);
    let today = cx.council.local_date(cx.now);
    let digest = digest::gather(cx.council, &scope, &owed, &answered, since, today);
    send(cx, chat, &body, &digest, Lane::Reply)
}

fn send(
    cx: &mut Cx<'_, '_>,
    chat: ChatId,
    body: &BodyCode,
    digest: &digest::Digest<'_>,
    lane: Lane,
) -> Outcome {
    let today = cx.council.local_date(cx.now);
    let links = links(cx, chat, digest.named())?;
    let pages = say_digest::digest(cx.group_words(), body, digest, &links, today);
    for message in pages.messages {
        cx.send(chat, lane, message, Placing::default())?;
    }
    if let Some(text) = pages.file {
        let file = File::Text {
            name: format!("tong-hop-{today}.txt"),
            text,
        };
        let html = say!(cx.group_words(), "digest-file").into_string();
        cx.put(chat, lane, Act::File { file, html })?;
    }
    Ok(())
}

/// What awaits each body at the session; nothing to those that were asked nothing for it.
pub(super) fn before_session(cx: &mut Cx<'_, '_>, session: &Session, before: Before) -> Outcome {
    let asked = overview::of_session(cx.tx, &session.code)?;
    for linked in chats::all(cx.tx)? {
        let scope = Scope::of(cx.council, &linked.body);
        let mine: Vec<&Question> = asked.iter().filter(|one| scope.includes(one)).collect();
        if mine.is_empty() {
            continue;
        }
        let links = links(cx, linked.chat, mine.iter().map(|question| question.id))?;
        let message = say_digest::before_session(cx.group_words(), session, before, &mine, &links);
        cx.send(linked.chat, Lane::Digest, message, Placing::default())?;
    }
    Ok(())
}

/// Where the live cards of these questions are in a chat.
pub(super) fn links(
    cx: &Cx<'_, '_>,
    chat: ChatId,
    questions: impl IntoIterator<Item = QuestionId>,
) -> store::Result<Links> {
    let mut cards = BTreeMap::new();
    for question in questions {
        if let Some(card) = chats::message_in_slot(cx.tx, chat, &card_slot(question))? {
            cards.insert(question, card);
        }
    }
    Ok(Links::new(chat, cards))
}
