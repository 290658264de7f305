//! Groups come, go, change their id, and become the chat of a body.

use crate::{
    chat::{
        incoming::{BotRights, Chat},
        outgoing::{About, Act, Lane, Target},
    },
    domain::{
        body::BodyKind,
        event::Event,
        ids::{BodyCode, ChatId, MessageId},
        membership::Openness,
        permission::Administrator,
        text,
    },
    handlers::{
        HandlerError,
        clock::{supervision, waiting_cards},
        office::{membership::TRIAL, menus, relink},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
        },
        triage::counter,
    },
    messages::{
        Html, Message,
        group::{self as say_group, Lacking},
        label, say,
    },
    store::{chats, held_deeds::Asked, members, outbox, questions, readings, topics, trials},
};

/// `/lienket CODE`, or without a code: the list to choose from.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor, group: &Chat, typed: &str) -> Outcome {
    let chat = actor.chat;
    let words = cx.group_words();
    let Some(admin) = administrator(cx, actor)? else {
        let refused = say!(words, "link-not-admin-number", number = actor.user.0);
        return Ok(cx.reply(chat, Message::plain(refused))?);
    };
    if typed.is_empty() {
        return show_bodies(cx, chat, say_group::choose_body(words));
    }
    match body_called(cx, typed) {
        Some(body) if relink::asks(cx, actor, &body)? => Ok(()),
        Some(body) => link_if_closed(cx, admin, group, &body, None),
        None => show_bodies(cx, chat, say_group::unknown_body(words, typed)),
    }
}

/// The bodies to choose from; the list that was there before goes, and this one goes when one is chosen.
fn show_bodies(cx: &mut Cx<'_, '_>, chat: ChatId, list: Message) -> Outcome {
    take_list_away(cx, chat)?;
    let placing = Placing {
        slot: Some(LIST.to_owned()),
        ..Placing::default()
    };
    Ok(cx.send(chat, Lane::Reply, list, placing)?)
}

/// The name of the list of bodies in a group.
const LIST: &str = "bodies";

fn take_list_away(cx: &mut Cx<'_, '_>, chat: ChatId) -> Outcome {
    // It may be on its way still: delivery knows where it is.
    let target = Target::Slot(LIST.to_owned());
    Ok(cx.put(chat, Lane::Reply, Act::Remove { target })?)
}

/// The body of a button, and the administrator who pressed it; anybody else, and whoever presses for a body that is not in
/// the council any more, is told so.
fn chosen(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    body: &BodyCode,
) -> Result<Option<(Administrator, BodyCode)>, HandlerError> {
    let words = cx.group_words();
    let Some(admin) = administrator(cx, actor)? else {
        cx.alert(label!(words, "link-not-admin"));
        return Ok(None);
    };
    let body = body_called(cx, body.as_str());
    if body.is_none() {
        cx.old_button(words);
    }
    Ok(body.map(|body| (admin, body)))
}

/// "Đúng, đổi": the group is linked to another body than before, or the body gets another group.
pub(crate) fn anew(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    group: &Chat,
    body: &BodyCode,
    asked: MessageId,
) -> Outcome {
    let Some((admin, body)) = chosen(cx, actor, body)? else {
        return Ok(());
    };
    link_if_closed(cx, admin, group, &body, Some(asked))
}

/// It stays linked as it is.
pub(crate) fn leave_it(cx: &mut Cx<'_, '_>, actor: &Actor, asked: MessageId) -> Outcome {
    let words = cx.group_words();
    if administrator(cx, actor)?.is_none() {
        cx.alert(label!(words, "link-not-admin"));
        return Ok(());
    }
    Ok(cx.replace(
        actor.chat,
        asked,
        Message::plain(say!(words, "relink-left")),
    )?)
}

/// A body was chosen from the list.
pub(crate) fn by_button(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    group: &Chat,
    body: &BodyCode,
    list: MessageId,
) -> Outcome {
    let Some((admin, body)) = chosen(cx, actor, body)? else {
        return Ok(());
    };
    if relink::asks(cx, actor, &body)? {
        return take_list_away(cx, actor.chat);
    }
    link_if_closed(cx, admin, group, &body, Some(list))
}

/// The administrator has read what it means that others than members read along.
pub(crate) fn in_spite_of_all(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    group: &Chat,
    body: &BodyCode,
    warning: MessageId,
) -> Outcome {
    let Some((admin, body)) = chosen(cx, actor, body)? else {
        return Ok(());
    };
    if cx.is_protected(warning) {
        return link_if_closed(cx, admin, group, &body, None);
    }
    link(cx, admin, group, &body, Some(warning))
}

/// Links a group that only its members read; of any other the administrator is told first what it means.
fn link_if_closed(
    cx: &mut Cx<'_, '_>,
    admin: Administrator,
    group: &Chat,
    body: &BodyCode,
    list: Option<MessageId>,
) -> Outcome {
    let chat = group.id;
    let has_comments = match members::is_discussion(cx.tx, chat)? {
        Some(known) => known,
        None if chat.is_basic_group() => false,
        None => {
            cx.ask_telegram(Asked { chat, about: None });
            return Ok(());
        }
    };
    let openness = Openness::of(group.is_public, has_comments);
    if openness == Openness::Closed {
        return link(cx, admin, group, body, list);
    }
    let warning = say_group::open_to_others(cx.group_words(), body, openness);
    match list {
        Some(list) => Ok(cx.replace(chat, list, warning)?),
        None => Ok(cx.reply(chat, warning)?),
    }
}

/// A post of a channel came into the group: the channel has its comments there.
pub(crate) fn has_comments(cx: &mut Cx<'_, '_>, group: &Chat) -> Outcome {
    if !members::set_discussion(cx.tx, group.id, true)? {
        return Ok(());
    }
    warn_if_open(cx, group.id, Openness::Discussion)
}

/// The group of a body can be read by others from now on: it reads so, and the office.
fn warn_if_open(cx: &mut Cx<'_, '_>, chat: ChatId, openness: Openness) -> Outcome {
    let Some(body) = chats::body_of(cx.tx, chat)? else {
        return Ok(());
    };
    let warning = say_group::has_become_open(cx.group_words(), &body, openness);
    if body != notices::office(cx) {
        notices::tell_office(cx, warning.clone())?;
    }
    Ok(cx.reply(chat, warning)?)
}

/// Proof that whoever wrote or pressed administers the bot.
fn administrator(cx: &Cx<'_, '_>, actor: &Actor) -> Result<Option<Administrator>, HandlerError> {
    Ok(actor.rights(cx)?.administrator())
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
    group: &Chat,
    body: &BodyCode,
    list: Option<MessageId>,
) -> Outcome {
    let chat = group.id;
    let words = cx.group_words();
    let title = text::truncate_utf16(&text::clean(&group.title), 128);
    let before = relink::Before::of(cx, chat, body)?;
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
        counter::office_moved(cx)?;
    }
    let without_card = questions::count_without_card_in(cx.tx, body, chat)?;
    let done = say_group::linked(words, body, without_card);
    if let Some(list) = list {
        let list = Target::Message(list);
        cx.edit(chat, Lane::Reply, list, done, About::default())?;
    } else {
        take_list_away(cx, chat)?;
        cx.reply(chat, done)?;
    }
    before.tell(cx, chat, body)?;
    say_what_is_lacking(cx, chat, body)?;
    if *body == notices::office(cx) {
        let mut waiting = chats::waiting_for_group(cx.tx)?;
        waiting.retain(|(of, _)| of != body);
        if !waiting.is_empty() {
            cx.reply(chat, say_group::cards_wait(words, &waiting))?;
        }
    }
    waiting_cards::place(cx, body, chat)?;
    let menu = menus::of_group(cx, words, body);
    Ok(cx.set_menu(chat, menu)?)
}

/// The bot came into a group: an administrator is offered the bodies, anybody else is told how it works.
pub(crate) fn bot_added(cx: &mut Cx<'_, '_>, actor: &Actor, rights: BotRights) -> Outcome {
    let chat = actor.chat;
    topics::set_rights(cx.tx, chat, rights)?;
    let words = cx.group_words();
    chats::mark_broken(cx.tx, chat, None)?;
    outbox::unpark(cx.tx, chat, cx.now)?;
    if chats::body_of(cx.tx, chat)?.is_some() {
        return Ok(());
    }
    let council = cx.council.short_name.in_language(words.language());
    let hello = say!(words, "bot-added", council = council);
    if administrator(cx, actor)?.is_some() {
        let mut choice = say_group::choose_body(words);
        choice.html = Html::paragraphs([hello, choice.html]);
        return show_bodies(cx, chat, choice);
    }
    trials::begin(cx.tx, chat, actor.user, cx.now + TRIAL)?;
    let minutes = TRIAL.as_mins();
    let message = Message::plain(Html::paragraphs([
        hello,
        say!(words, "help-group-unlinked"),
        say!(words, "trial-begins", minutes = minutes),
    ]));
    Ok(cx.reply(chat, message)?)
}

/// The bot may do more or less than before: what was parked is tried again, and the group of a body reads what is
/// missing now.
pub(crate) fn rights_changed(cx: &mut Cx<'_, '_>, chat: ChatId, rights: BotRights) -> Outcome {
    topics::set_rights(cx.tx, chat, rights)?;
    chats::mark_broken(cx.tx, chat, None)?;
    outbox::unpark(cx.tx, chat, cx.now)?;
    counter::pin_again(cx, chat)?;
    supervision::pin_again(cx, chat)?;
    match chats::body_of(cx.tx, chat)? {
        Some(body) => say_what_is_lacking(cx, chat, &body),
        None => Ok(()),
    }
}

/// A group became a forum or public, or is that no more: noticed with whatever happens there.
pub(crate) fn notice_topics(cx: &mut Cx<'_, '_>, chat: &Chat) -> Outcome {
    let known = topics::group(cx.tx, chat.id)?;
    if known.is_public != chat.is_public {
        topics::set_public(cx.tx, chat.id, chat.is_public)?;
        if chat.is_public {
            warn_if_open(cx, chat.id, Openness::Public)?;
        }
    }
    if known.is_forum == chat.is_forum {
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
    let kind = cx.council.body(body).map(|body| body.kind);
    let has_a_pin = *body == notices::office(cx) || kind == Some(BodyKind::StandingBody);
    let lacking = Lacking::of(
        known.is_forum,
        has_a_pin,
        known.rights.can_manage_topics,
        known.rights.can_pin,
    );
    let code = lacking.code();
    if known.told_lacking == code {
        return Ok(());
    }
    topics::set_told(cx.tx, chat, code.as_deref())?;
    let message = say_group::rights(cx.group_words(), lacking);
    Ok(cx.reply(chat, message)?)
}

/// The bot was removed: the office hears of it once.
pub(crate) fn bot_removed(cx: &mut Cx<'_, '_>, chat: ChatId) -> Outcome {
    trials::end(cx.tx, chat)?;
    broken(cx, chat, say_group::REMOVED)
}

/// Nothing can be sent to the group; if it is a body's, the office hears of it once.
pub(crate) fn broken(cx: &mut Cx<'_, '_>, chat: ChatId, why: &str) -> Outcome {
    if !chats::mark_broken(cx.tx, chat, Some(why))? {
        return Ok(());
    }
    let Some(body) = chats::body_of(cx.tx, chat)? else {
        return Ok(());
    };
    if body == notices::office(cx) {
        return Ok(());
    }
    let message = say_group::broken(cx.group_words(), &body, why);
    Ok(notices::tell_office(cx, message)?)
}

/// Somebody gives a command where nothing could be sent: what is parked is tried again.
pub(crate) fn tries_again(cx: &mut Cx<'_, '_>, chat: ChatId) -> Outcome {
    if chats::mark_broken(cx.tx, chat, None)? {
        outbox::unpark(cx.tx, chat, cx.now)?;
    }
    Ok(())
}

/// The group became a supergroup: link, open drafts and everything on its way follow.
pub(crate) fn migrated(cx: &mut Cx<'_, '_>, from: ChatId, to: ChatId) -> Outcome {
    if chats::migrate(cx.tx, from, to)? {
        cx.record(&Event::ChatMigrated { from, to }, None, None)?;
    }
    trials::migrate(cx.tx, from, to)?;
    members::migrate(cx.tx, from, to)?;
    outbox::redirect(cx.tx, from, to, cx.now)?;
    readings::redirect(cx.tx, from, to)?;
    Ok(())
}
