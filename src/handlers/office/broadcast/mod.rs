//! `/thongbao`: an announcement to many. One clerk writes it ([`compose`]), another approves it, time sends it step by step
//! ([`send`]), and whoever gets it can switch its subject off.
//!
//! Rights are proved by `rights::clerk`, for every press.

mod compose;
pub(crate) mod send;

use crate::{
    chat::button::BroadcastButton,
    domain::{
        broadcast::{Broadcast, BroadcastState},
        event::Event,
        permission::ANONYMOUS_ADMINISTRATOR,
        prompt::BroadcastPrompt,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            prompts::Reply,
            rights,
        },
    },
    messages::{Message, broadcast as say_broadcast, label, say},
    store::broadcasts,
};

/// Announcements that are over and still shown by the command.
const ENDED_SHOWN: u32 = 3;

/// `/thongbao [text]`.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    if rights::clerk(cx, actor)?.is_none() {
        let html = say!(actor.words(cx), "broadcast-not-clerk");
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    }
    if typed.is_empty() {
        for earlier in broadcasts::ended(cx.tx, ENDED_SHOWN)?.into_iter().rev() {
            let message = say_broadcast::progress(actor.words(cx), &earlier, None);
            cx.reply(actor.chat, message)?;
        }
        for running in broadcasts::under_way(cx.tx)? {
            let message = send::progress(cx, actor.words(cx), &running);
            cx.reply(actor.chat, message)?;
        }
    }
    compose::begin(cx, actor, typed)
}

/// A button in private or in the office's group.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, actor: &Actor, button: &BroadcastButton) -> Outcome {
    if let BroadcastButton::Mute(subject) = button {
        return send::mute(cx, actor, *subject);
    }
    let words = actor.words(cx);
    if rights::clerk(cx, actor)?.is_none() {
        cx.alert(label!(words, "broadcast-not-clerk"));
        return Ok(());
    }
    let Some(id) = button.of() else {
        return compose::begin(cx, &actor.anew(), "");
    };
    let Some(broadcast) = broadcasts::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    match button {
        BroadcastButton::Approve(_) => approve(cx, actor, &broadcast),
        BroadcastButton::SendBack(_) => compose::send_back(cx, actor, broadcast),
        BroadcastButton::Test(_) => compose::test(cx, actor, &broadcast),
        BroadcastButton::Pause(_) => send::pause(cx, actor, &broadcast),
        BroadcastButton::Resume(_) => send::resume(cx, actor, &broadcast),
        BroadcastButton::Stop(_) => {
            let ask = say_broadcast::ask_stop(words, &broadcast);
            actor.show(cx, ask)
        }
        BroadcastButton::StopNow(_) => send::stop(cx, actor, &broadcast),
        BroadcastButton::Show(_) if broadcast.state != BroadcastState::Draft => {
            let message = send::progress(cx, words, &broadcast);
            actor.show(cx, message)
        }
        _ if broadcast.state != BroadcastState::Draft || broadcast.author != actor.user => {
            cx.alert(label!(words, "broadcast-not-yours"));
            Ok(())
        }
        _ => compose::pressed(cx, actor, broadcast, button),
    }
}

/// Words that were asked for.
pub(crate) fn answered(cx: &mut Cx<'_, '_>, prompt: BroadcastPrompt, reply: &Reply<'_>) -> Outcome {
    if rights::clerk(cx, reply.actor)?.is_none() {
        return Ok(());
    }
    let (BroadcastPrompt::Text(id) | BroadcastPrompt::Link(id) | BroadcastPrompt::Reason(id)) =
        prompt;
    let found = broadcasts::find(cx.tx, id)?;
    let draft = found.filter(|broadcast| {
        broadcast.state == BroadcastState::Draft && broadcast.author == reply.actor.user
    });
    let Some(broadcast) = draft else {
        let html = say!(reply.actor.words(cx), "broadcast-not-yours");
        return Ok(cx.reply(reply.actor.chat, Message::plain(html))?);
    };
    compose::wrote(cx, prompt, broadcast, reply)
}

/// Somebody else than its author approves it: from now on it is sent.
fn approve(cx: &mut Cx<'_, '_>, actor: &Actor, broadcast: &Broadcast) -> Outcome {
    let words = actor.words(cx);
    if actor.user == broadcast.author {
        cx.alert(label!(words, "broadcast-four-eyes"));
        return Ok(());
    }
    if actor.user == ANONYMOUS_ADMINISTRATOR {
        cx.alert(label!(words, "broadcast-anonymous"));
        return Ok(());
    }
    if !broadcasts::approve(cx.tx, broadcast.id, actor.named(), cx.now)? {
        cx.alert(label!(words, "broadcast-decided-already"));
        return Ok(());
    }
    let approved = Event::BroadcastApproved {
        broadcast: broadcast.id,
        urgent: broadcast.urgent_because.is_some(),
    };
    cx.record(&approved, Some(actor.user), None)?;
    cx.toast(label!(words, "broadcast-approved"));
    let done = say!(
        words,
        "broadcast-approved-by",
        name = actor.name,
        author = broadcast.author_name
    );
    actor.show(cx, Message::plain(done))?;
    send::begin(cx, broadcast.id)
}

/// Reads it anew.
fn again(cx: &Cx<'_, '_>, broadcast: &Broadcast) -> Result<Option<Broadcast>, HandlerError> {
    Ok(broadcasts::find(cx.tx, broadcast.id)?)
}
