//! Digests: every morning to the bodies that have a group, before a session, and with `/tonghop` at once. They are looked
//! up beside the writing thread; here it is decided who reads one.

use crate::{
    chat::outgoing::card_slot,
    domain::{
        ids::{ChatId, QuestionId},
        reading::{Occasion, Reading},
        session::{Before, Session},
    },
    handlers::{
        clock::morning,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{Message, digest::Links, say},
    store::{
        self,
        chats::{self, LinkedChat},
        readings,
    },
};

use std::collections::BTreeMap;

use jiff::Timestamp;

/// Every linked group reads what is its own; one for which nothing happened reads nothing.
pub(crate) fn to_everybody(cx: &mut Cx<'_, '_>, last: Option<Timestamp>) -> Outcome {
    for linked in chats::all(cx.tx)? {
        let since = since(&linked, last);
        let digest = Reading::Digest {
            body: linked.body,
            since,
            occasion: Occasion::Morning,
        };
        readings::keep(cx.tx, linked.chat, &digest, cx.now)?;
    }
    Ok(())
}

/// The moment after which everything is new for this group: the last digest, if the group was there to read it; else
/// nothing is left out.
fn since(linked: &LinkedChat, last: Option<Timestamp>) -> Timestamp {
    last.filter(|last| linked.linked_at <= *last)
        .unwrap_or(Timestamp::UNIX_EPOCH)
}

/// `/tonghop`: what came since the last one, now; also if there is nothing.
pub(crate) fn now(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let chat = actor.chat;
    let linked = chats::all(cx.tx)?
        .into_iter()
        .find(|linked| linked.chat == chat);
    let Some(linked) = linked else {
        let words = cx.group_words();
        return Ok(cx.reply(chat, Message::plain(say!(words, "not-linked")))?);
    };
    let digest = Reading::Digest {
        since: since(&linked, morning::last_digest(cx)?),
        body: linked.body,
        occasion: Occasion::Asked,
    };
    Ok(cx.want(chat, &digest)?)
}

/// What awaits each body at the session; nothing to those that were asked nothing for it.
pub(crate) fn before_session(cx: &mut Cx<'_, '_>, session: &Session, before: Before) -> Outcome {
    for linked in chats::all(cx.tx)? {
        let reading = Reading::BeforeSession {
            body: linked.body,
            session: session.code.clone(),
            before,
        };
        readings::keep(cx.tx, linked.chat, &reading, cx.now)?;
    }
    Ok(())
}

/// Where the live cards of these questions are in a chat.
pub(crate) fn links(
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
