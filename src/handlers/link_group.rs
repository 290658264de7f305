//! Groups come, go, change their id, and become the chat of a body.

use super::{
    HandlerError,
    context::{Cx, Outcome},
    count_triage,
    membership::TRIAL,
    menus, notices, rights,
};
use crate::{
    chat::{
        incoming::{BotRights, Incoming},
        outgoing::{About, Lane, Target},
    },
    domain::{
        event::Event,
        ids::{BodyCode, ChatId, MessageId},
        permission::Administrator,
        text,
    },
    messages::{
        Html, Message,
        group::{self, Lacking},
        label, say,
    },
    store::{chats, outbox, questions, topics, trials},
};

/// `/lienket CODE`, or without a code: the list to choose from.
pub(super) fn by_command(cx: &mut Cx<'_, '_>, incoming: &Incoming, typed: &str) -> Outcome {
    let chat = incoming.chat.id;
    let words = cx.group_words();
    let Some(admin) = administrator(cx, incoming)? else {
        return Ok(cx.reply(chat, Message::plain(say!(words, "link-not-admin")))?);
    };
    if typed.is_empty() {
        return Ok(cx.reply(chat, group::choose_body(words))?);
    }
    match body_called(cx, typed) {
        Some(body) => link(cx, admin, incoming, &body, None),
        None => Ok(cx.reply(chat, group::unknown_body(words, typed))?),
    }
}

/// A body was chosen from the list.
pub(super) fn by_button(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    body: &BodyCode,
    list: MessageId,
) -> Outcome {
    let words = cx.group_words();
    let Some(admin) = administrator(cx, incoming)? else {
        cx.alert(label!(words, "link-not-admin"));
        return Ok(());
    };
    if let Some(body) = body_called(cx, body.as_str()) {
        link(cx, admin, incoming, &body, Some(list))
    } else {
        cx.toast(label!(words, "old-button"));
        Ok(())
    }
}

/// Proof that whoever wrote or pressed administers the bot.
fn administrator(
    cx: &Cx<'_, '_>,
    incoming: &Incoming,
) -> Result<Option<Administrator>, HandlerError> {
    let rights = rights::of(cx, incoming.person.id, incoming.chat.id)?;
    Ok(rights.administrator())
}

/// A body by its code, in whichever case it was typed; `office` is always one.
fn body_called(cx: &Cx<'_, '_>, typed: &str) -> Option<BodyCode> {
    let typed = typed.trim();
    let named = cx
        .council
        .bodies
        .iter()
        .find(|body| body.code.as_str().eq_ignore_ascii_case(typed));
    if let Some(body) = named {
        return Some(body.code.clone());
    }
    typed
        .eq_ignore_ascii_case("office")
        .then(|| notices::office(cx))
}

/// Links, and sends what waited: open questions of the body that have no card in this chat.
fn link(
    cx: &mut Cx<'_, '_>,
    admin: Administrator,
    incoming: &Incoming,
    body: &BodyCode,
    list: Option<MessageId>,
) -> Outcome {
    let chat = incoming.chat.id;
    let words = cx.group_words();
    let title = text::truncate_utf16(&text::clean(&incoming.chat.title), 128);
    chats::link(cx.tx, chat, &title, body, admin.user(), cx.now)?;
    trials::end(cx.tx, chat)?;
    cx.record(
        &Event::ChatLinked {
            chat,
            body: body.clone(),
        },
        Some(admin.user()),
        None,
    )?;
    if *body == notices::office(cx) {
        count_triage::office_moved(cx)?;
    }
    let waiting = questions::open_of_body(cx.tx, body)?;
    let mut without_card = Vec::new();
    for question in waiting {
        if questions::card_chat(cx.tx, question.id)? != Some(chat) {
            without_card.push(question);
        }
    }
    let done = group::linked(words, body, without_card.len());
    match list {
        Some(list) => cx.edit(
            chat,
            Lane::Reply,
            Target::Message(list),
            done,
            About::default(),
        )?,
        None => cx.reply(chat, done)?,
    }
    say_what_is_lacking(cx, chat, body)?;
    for question in without_card {
        notices::put_card(cx, &question, chat)?;
    }
    let menu = menus::of_group(cx, words, body);
    Ok(cx.set_menu(chat, menu)?)
}

/// The bot came into a group: an administrator is offered the bodies, anybody else is told how it works.
pub(super) fn bot_added(cx: &mut Cx<'_, '_>, incoming: &Incoming, rights: BotRights) -> Outcome {
    let chat = incoming.chat.id;
    topics::set_rights(cx.tx, chat, rights)?;
    let words = cx.group_words();
    chats::mark_broken(cx.tx, chat, None)?;
    outbox::unpark(cx.tx, chat, cx.now)?;
    if chats::body_of(cx.tx, chat)?.is_some() {
        return Ok(());
    }
    let council = cx.council.short_name.in_language(words.language());
    let hello = say!(words, "bot-added", council = council);
    let message = if administrator(cx, incoming)?.is_some() {
        let mut choice = group::choose_body(words);
        choice.html = Html::paragraphs([hello, choice.html]);
        choice
    } else {
        trials::begin(cx.tx, chat, incoming.person.id, cx.now + TRIAL)?;
        let minutes = TRIAL.as_mins();
        Message::plain(Html::paragraphs([
            hello,
            say!(words, "help-group-unlinked"),
            say!(words, "trial-begins", minutes = minutes),
        ]))
    };
    Ok(cx.reply(chat, message)?)
}

/// The bot may do more or less than before: what was parked is tried again, and the group of a body reads what is
/// missing now.
pub(super) fn rights_changed(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    rights: BotRights,
) -> Outcome {
    let chat = incoming.chat.id;
    topics::set_rights(cx.tx, chat, rights)?;
    chats::mark_broken(cx.tx, chat, None)?;
    outbox::unpark(cx.tx, chat, cx.now)?;
    count_triage::pin_again(cx, chat)?;
    match chats::body_of(cx.tx, chat)? {
        Some(body) => say_what_is_lacking(cx, chat, &body),
        None => Ok(()),
    }
}

/// A group became a forum, or is none any more: noticed with whatever happens there.
pub(super) fn notice_topics(cx: &mut Cx<'_, '_>, incoming: &Incoming) -> Outcome {
    let chat = &incoming.chat;
    if topics::group(cx.tx, chat.id)?.is_forum == chat.is_forum {
        return Ok(());
    }
    topics::set_forum(cx.tx, chat.id, chat.is_forum)?;
    match chats::body_of(cx.tx, chat.id)? {
        Some(body) => say_what_is_lacking(cx, chat.id, &body),
        None => Ok(()),
    }
}

/// Says exactly which rights to grant, once; and once that nothing is missing any more.
fn say_what_is_lacking(cx: &mut Cx<'_, '_>, chat: ChatId, body: &BodyCode) -> Outcome {
    let known = topics::group(cx.tx, chat)?;
    let is_office = *body == notices::office(cx);
    let lacking = Lacking::of(
        known.is_forum,
        is_office,
        known.rights.can_manage_topics,
        known.rights.can_pin,
    );
    let code = lacking.code();
    if known.told_lacking == code {
        return Ok(());
    }
    topics::set_told(cx.tx, chat, code.as_deref())?;
    let message = group::rights(cx.group_words(), lacking);
    Ok(cx.reply(chat, message)?)
}

/// The bot was removed: the office hears of it once.
pub(super) fn bot_removed(cx: &mut Cx<'_, '_>, incoming: &Incoming) -> Outcome {
    trials::end(cx.tx, incoming.chat.id)?;
    broken(cx, incoming.chat.id, "bot was removed")
}

/// Nothing can be sent to the group; if it is a body's, the office hears of it once.
pub(super) fn broken(cx: &mut Cx<'_, '_>, chat: ChatId, why: &str) -> Outcome {
    if !chats::mark_broken(cx.tx, chat, Some(why))? {
        return Ok(());
    }
    let Some(body) = chats::body_of(cx.tx, chat)? else {
        return Ok(());
    };
    if body == notices::office(cx) {
        return Ok(());
    }
    let words = cx.group_words();
    let message = Message::plain(say!(
        words,
        "group-broken-office",
        body = words.body(&body),
        why = why,
    ));
    Ok(notices::tell_office(cx, message)?)
}

/// The group became a supergroup: link, open drafts and everything on its way follow.
pub(super) fn migrated(cx: &mut Cx<'_, '_>, from: ChatId, to: ChatId) -> Outcome {
    if chats::migrate(cx.tx, from, to)? {
        cx.record(&Event::ChatMigrated { from, to }, None, None)?;
    }
    trials::migrate(cx.tx, from, to)?;
    outbox::redirect(cx.tx, from, to, cx.now)?;
    Ok(())
}
