//! People come into the group of a body and leave it. Leaving ends what the group gave: acting there, duty in
//! private, the questions they had taken on.

use jiff::SignedDuration;

use super::{
    context::{Cx, Outcome, Placing},
    hand_over, menus, rights,
};
use crate::{
    chat::{
        incoming::{Incoming, Person},
        outgoing::{Act, Lane},
    },
    domain::{
        event::Event,
        ids::{ChatId, UserId},
    },
    messages::{Message, say},
    store::{chats, duties, roles, trials},
};

/// A group that somebody without the right added the bot to may be linked for so long.
pub(super) const TRIAL: SignedDuration = SignedDuration::from_hours(1);

/// Somebody left, or was removed. Told twice where the bot administers the group; the second changes nothing.
pub(super) fn left(cx: &mut Cx<'_, '_>, incoming: &Incoming, member: &Person) -> Outcome {
    let Some(body) = chats::body_of(cx.tx, incoming.chat.id)? else {
        return Ok(());
    };
    let name = match roles::name_of(cx.tx, member.id)? {
        Some(name) => name,
        None => rights::name_of(&member.name),
    };
    if !duties::left(cx.tx, member.id, &name, &body, cx.now)? {
        return Ok(());
    }
    let event = Event::MemberLeft {
        body: body.clone(),
        of: member.id,
    };
    cx.record(&event, Some(incoming.person.id), None)?;
    menus::refresh(cx, member.id)?;
    hand_over::when_gone(cx, &body, (member.id, &name))
}

/// People came (back).
pub(super) fn came(cx: &mut Cx<'_, '_>, chat: ChatId, members: &[UserId]) -> Outcome {
    let Some(body) = chats::body_of(cx.tx, chat)? else {
        return Ok(());
    };
    for member in members {
        duties::came(cx.tx, *member, &body)?;
    }
    Ok(())
}

/// Who writes in a group is in it, whatever was heard of them. Pressing proves less: in a public group others can.
pub(super) fn writes(cx: &mut Cx<'_, '_>, incoming: &Incoming) -> Outcome {
    came(cx, incoming.chat.id, &[incoming.person.id])
}

/// Groups that nobody linked in time: the bot says why, and goes.
pub(super) fn end_trials(cx: &mut Cx<'_, '_>) -> Outcome {
    for chat in trials::over(cx.tx, cx.now)? {
        trials::end(cx.tx, chat)?;
        if chats::body_of(cx.tx, chat)?.is_some() {
            continue;
        }
        let goodbye = Message::plain(say!(cx.group_words(), "trial-over"));
        cx.send(chat, Lane::Reply, goodbye, Placing::default())?;
        cx.put(chat, Lane::Reply, Act::Leave)?;
        cx.record(&Event::GroupLeft { chat }, None, None)?;
    }
    Ok(())
}
