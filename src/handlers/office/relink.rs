//! A group that was another body's, or a body that had another group: it is asked about first, and everybody whose cards
//! move is told in a new message.

use crate::{
    chat::outgoing::{About, Lane, Target, card_slot},
    domain::ids::{BodyCode, ChatId},
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
        },
    },
    messages::{Message, casework, group as say},
    store::{chats, questions},
};

/// How group and body were linked before.
pub(crate) struct Before {
    /// Whose group it was.
    body: Option<BodyCode>,
    /// Which group the body had.
    chat: Option<ChatId>,
}

impl Before {
    /// What a link of `chat` to `body` would change.
    pub(crate) fn of(cx: &Cx<'_, '_>, chat: ChatId, body: &BodyCode) -> Result<Self, HandlerError> {
        let was = chats::body_of(cx.tx, chat)?.filter(|was| was != body);
        let had = chats::chat_of(cx.tx, body)?.filter(|had| *had != chat);
        Ok(Self {
            body: was,
            chat: had,
        })
    }

    /// Whose cards moved reads it: the body that had this group, the group that the body had, the office.
    pub(crate) fn tell(&self, cx: &mut Cx<'_, '_>, chat: ChatId, body: &BodyCode) -> Outcome {
        let words = cx.group_words();
        if let Some(had) = self.chat {
            close_cards(cx, body, had)?;
            let message = say::has_another_group(words, body);
            cx.send(had, Lane::Card, message, Placing::default())?;
        }
        let mut waiting = 0;
        if let Some(was) = &self.body {
            waiting = close_cards(cx, was, chat)?;
            let message = say::was_of(words, was, waiting);
            cx.reply(chat, message)?;
        }
        let is_changed = self.body.is_some() || self.chat.is_some();
        if is_changed && *body != notices::office(cx) {
            let message = say::relinked(words, body, self.body.as_ref(), waiting);
            notices::tell_office(cx, message)?;
        }
        Ok(())
    }
}

/// Asks first where linking this group to `body` takes it from another, or takes the body from another group. `false`:
/// it takes nothing from anybody.
pub(crate) fn asks(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    body: &BodyCode,
) -> Result<bool, HandlerError> {
    let before = Before::of(cx, actor.chat, body)?;
    let is_broken = chats::all(cx.tx)?
        .iter()
        .any(|link| Some(link.chat) == before.chat && link.broken.is_some());
    if before.body.is_none() && (before.chat.is_none() || is_broken) {
        return Ok(false);
    }
    let waiting = match &before.body {
        Some(was) => questions::count_open_of_body(cx.tx, was)?,
        None => 0,
    };
    let question = say::ask_relink(cx.group_words(), body, before.body.as_ref(), waiting);
    cx.reply(actor.chat, question)?;
    Ok(true)
}

/// The cards of a body in a group that is no longer its own can do nothing there; they wait for its group.
fn close_cards(cx: &mut Cx<'_, '_>, body: &BodyCode, chat: ChatId) -> Result<usize, HandlerError> {
    let mut closed = 0;
    for id in questions::with_card_in(cx.tx, body, chat)? {
        let Some(question) = questions::find(cx.tx, id)? else {
            continue;
        };
        questions::forget_card_chat(cx.tx, question.id)?;
        let record = Message::plain(casework::is_elsewhere(cx.group_words(), &question));
        let target = Target::Slot(card_slot(question.id));
        let about = About::question(question.id);
        cx.edit(chat, Lane::Card, target, record, about)?;
        closed += 1;
    }
    Ok(closed)
}
