//! Telegram's update to our [`Incoming`]: pure, and forgiving about everything we do not need.
//!
//! Reads `wire` and never the types of a library: those refuse a whole update for one detail that is newer than
//! they are, and with it what somebody wrote.

use serde_json::value::RawValue;

use super::{content, wire, words};
use crate::{
    chat::incoming::{BotRights, Chat, ChatKind, Deed, Incoming, Person, RepliedTo},
    domain::{
        attachment::{Media, Sent},
        ids::{ChatId, MessageId, UpdateId, UserId},
        permission::{ANONYMOUS_ADMINISTRATOR, SERVICE_ACCOUNT},
    },
    store::inbox::RawUpdate,
};

/// Number, chat and mark of a raw update. `None`: it is not even that.
#[must_use]
pub fn peek(json: &str) -> Option<RawUpdate> {
    let update: wire::Update<'_> = serde_json::from_str(json).ok()?;
    let id = UpdateId(update.update_id.0?);
    let (chat, mark) = whereabouts(&update);
    Some(RawUpdate {
        id,
        chat: chat.map(ChatId),
        mark,
        json: json.to_owned(),
    })
}

/// The chat whose order counts, and what tells the update from another one with the same number.
fn whereabouts(update: &wire::Update<'_>) -> (Option<i64>, String) {
    let kinds = [
        ("press", update.callback_query),
        ("message", update.message),
        ("edited", update.edited_message),
        ("member", update.my_chat_member),
        ("membership", update.chat_member),
        ("inline", update.inline_query),
        ("chosen", update.chosen_inline_result),
    ];
    let Some((kind, raw)) = kinds.iter().find_map(|(kind, raw)| Some((*kind, (*raw)?))) else {
        return (None, "other".to_owned());
    };
    let Ok(about) = serde_json::from_str::<wire::Whereabouts<'_>>(raw.get()) else {
        return (None, String::new());
    };
    let number = |raw: Option<&RawValue>| raw.map_or("null", RawValue::get).to_owned();
    let chat_id = |chat: &wire::Detail<wire::Chat>| chat.0.as_ref().and_then(|chat| chat.id.0);
    let chat = chat_id(&about.chat);
    let named = chat.unwrap_or_default();
    match kind {
        "press" => {
            let under = about.message.0.as_ref();
            let id = number(about.id);
            let mark = format!("press {}", id.trim_matches('"'));
            (under.and_then(|message| chat_id(&message.chat)), mark)
        }
        // Nothing is done in any chat: they wait for nothing, and nothing waits for them.
        "inline" => (
            None,
            format!("inline {}", number(about.id).trim_matches('"')),
        ),
        "chosen" => {
            let update = update.update_id.0.unwrap_or_default();
            (None, format!("chosen {update}"))
        }
        "membership" => {
            let member = about.new_chat_member.0.and_then(|member| member.user.0);
            let user = member.and_then(|user| user.id.0).unwrap_or_default();
            let mark = format!("membership {named} {user} {}", number(about.date));
            (chat, mark)
        }
        kind => {
            let (id, date) = (number(about.message_id), number(about.date));
            let edited = number(about.edit_date);
            (chat, format!("{kind} {named} {id} {date} {edited}"))
        }
    }
}

/// What the update means to us. `None`: nothing.
#[must_use]
pub fn parse(json: &str) -> Option<Incoming> {
    let update: wire::Update<'_> = serde_json::from_str(json).ok()?;
    let id = UpdateId(update.update_id.0?);
    if let Some(query) = update.callback_query {
        return pressed(id, &read(query)?);
    }
    if let Some(message) = update.message {
        return written(id, message);
    }
    if let Some(message) = update.edited_message {
        return edited(id, &read(message)?);
    }
    if let Some(change) = update.my_chat_member {
        return membership(id, &read(change)?);
    }
    if let Some(query) = update.inline_query {
        return inline(id, &read(query)?);
    }
    if let Some(chosen) = update.chosen_inline_result {
        return chosen_inline(id, &read(chosen)?);
    }
    others_membership(id, &read(update.chat_member?)?)
}

/// Words behind the bot's name. Of the pages only those that we gave are known: another is the first.
fn inline(update: UpdateId, query: &wire::InlineQuery) -> Option<Incoming> {
    let person = person(query.from.0.as_ref()?)?;
    let page = query.offset.text().and_then(|offset| offset.parse().ok());
    Some(Incoming {
        update,
        chat: Chat::private(person.id),
        person,
        deed: Deed::AskedInline {
            query: query.id.owned()?,
            words: query.query.owned().unwrap_or_default(),
            page: page.unwrap_or_default(),
        },
    })
}

fn chosen_inline(update: UpdateId, chosen: &wire::ChosenResult) -> Option<Incoming> {
    let person = person(chosen.from.0.as_ref()?)?;
    Some(Incoming {
        update,
        chat: Chat::private(person.id),
        person,
        deed: Deed::ChoseInline {
            result: chosen.result_id.owned()?,
        },
    })
}

fn read<'a, T: serde::Deserialize<'a>>(raw: &'a RawValue) -> Option<T> {
    serde_json::from_str(raw.get()).ok()
}

/// In whose name a message was sent.
enum Sender {
    /// A person's, or that of the group for its anonymous administrators.
    Person(Person),
    /// A channel's or another group's: who wrote it, nobody can say.
    Channel(Person),
    /// A program's.
    Bot(Person),
}

/// `None`: nobody said it, Telegram put it there.
fn sender(message: &wire::Message<'_>, chat: &Chat) -> Option<Sender> {
    if is_of_telegram(message) {
        return None;
    }
    let from = message.from.0.as_ref().and_then(person);
    let on_behalf = message.sender_chat.0.as_ref();
    let on_behalf = on_behalf.filter(|_| chat.kind != ChatKind::Private);
    if let Some(other) = on_behalf {
        let is_the_group = other.id.0 == Some(chat.id.0);
        let person = from.unwrap_or_else(|| Person {
            id: ANONYMOUS_ADMINISTRATOR,
            name: other.title.owned().unwrap_or_default(),
            language_tag: None,
        });
        return Some(if is_the_group {
            Sender::Person(person)
        } else {
            Sender::Channel(person)
        });
    }
    if let Some(person) = from {
        let is_bot = message.from.0.as_ref().and_then(|from| from.is_bot.0);
        let is_bot = is_bot == Some(true) && person.id != ANONYMOUS_ADMINISTRATOR;
        return Some(if is_bot {
            Sender::Bot(person)
        } else {
            Sender::Person(person)
        });
    }
    if chat.kind != ChatKind::Private {
        return None;
    }
    let of = message.chat.0.as_ref()?;
    Some(Sender::Person(Person {
        id: UserId(chat.id.0),
        name: full_name(&of.first_name, &of.last_name),
        language_tag: None,
    }))
}

/// Posts of a channel are put into the group of its comments by Telegram, in the name of its service account.
fn is_of_telegram(message: &wire::Message<'_>) -> bool {
    let from = message.from.0.as_ref().and_then(|from| from.id.0);
    message.is_automatic_forward.0 == Some(true) || from == Some(SERVICE_ACCOUNT.0)
}

fn written(update: UpdateId, raw: &RawValue) -> Option<Incoming> {
    let message: wire::Message<'_> = read(raw)?;
    let chat = chat(message.chat.0.as_ref()?)?;
    if is_of_telegram(&message) && chat.kind == ChatKind::Group {
        return Some(Incoming {
            update,
            chat,
            person: Person {
                id: SERVICE_ACCOUNT,
                name: String::new(),
                language_tag: None,
            },
            deed: Deed::PostedFromChannel,
        });
    }
    let sender = sender(&message, &chat)?;
    let is_of_the_group = message.migrate_to_chat_id.0.is_some()
        || message.left_chat_member.0.is_some()
        || message.new_chat_members.0.is_some();
    let (person, deed) = match sender {
        Sender::Person(person) | Sender::Channel(person) | Sender::Bot(person)
            if is_of_the_group =>
        {
            (person, of_the_group(&message)?)
        }
        Sender::Person(person) => (person, said(&message, raw, &chat)?),
        Sender::Channel(person) => {
            let deed = Deed::WroteAsChannel {
                message: MessageId(message.message_id.0?),
                text: words_of(&message).0.unwrap_or_default(),
                reply_to: replied_to(&message),
            };
            (person, deed)
        }
        Sender::Bot(_) => return None,
    };
    Some(Incoming {
        update,
        chat,
        person,
        deed,
    })
}

/// What became of the group or its members, as far as it concerns us.
fn of_the_group(message: &wire::Message<'_>) -> Option<Deed> {
    if let Some(to) = message.migrate_to_chat_id.0 {
        return Some(Deed::Migrated { to: ChatId(to) });
    }
    if let Some(left) = &message.left_chat_member.0 {
        let member = person(left).filter(|_| left.is_bot.0 != Some(true))?;
        return Some(Deed::MemberLeft { member });
    }
    let came = message.new_chat_members.0.as_ref()?;
    let people = came.0.iter().filter(|user| user.is_bot.0 != Some(true));
    let members: Vec<UserId> = people.filter_map(|user| user.id.0.map(UserId)).collect();
    (!members.is_empty()).then_some(Deed::MembersCame { members })
}

/// What a person said or sent. `None`: nothing that anybody waits for an answer to.
fn said(message: &wire::Message<'_>, raw: &RawValue, chat: &Chat) -> Option<Deed> {
    let id = MessageId(message.message_id.0?);
    let reply_to = replied_to(message);
    let (words, mut of_page) = words_of(message);
    let is_under_something = message.text.text().is_none() && words::caption(message).is_some();
    let sent = match content::sent(message) {
        None if !of_page.is_empty() => Some(Sent::Media(of_page.remove(0))),
        sent => sent,
    };
    if sent.is_none()
        && !is_under_something
        && let Some(text) = words
    {
        return Some(Deed::Wrote {
            message: id,
            text,
            reply_to,
        });
    }
    if sent.is_none() && words.is_none() {
        let is_for_us = chat.kind == ChatKind::Private || reply_to.is_some();
        if !is_for_us || content::is_notice(raw.get()) {
            return None;
        }
    }
    Some(Deed::SentMedia {
        message: id,
        sent: sent.unwrap_or(Sent::Other),
        // Several files of one page are as good as an album.
        album: message.media_group_id.owned().or_else(|| {
            let is_album = !of_page.is_empty();
            is_album.then(|| format!("page-{}", id.0))
        }),
        more: of_page.into_iter().map(Sent::Media).collect(),
        caption: words,
        reply_to,
    })
}

/// The words in whatever form they came, and the files of a formatted page.
fn words_of(message: &wire::Message<'_>) -> (Option<String>, Vec<Media>) {
    let plain = words::text(message)
        .or_else(|| words::caption(message))
        .or_else(|| words::list(message));
    match (plain, message.rich_message) {
        (None, Some(page)) => {
            let page = words::page(page);
            let files = page.files.iter();
            let files = files.filter_map(|(field, json)| content::of_page(field, json));
            (page.words, files.collect())
        }
        (plain, _) => (plain, Vec::new()),
    }
}

fn replied_to(message: &wire::Message<'_>) -> Option<RepliedTo> {
    let replied = message.reply_to_message.0.as_ref()?;
    let words = replied.text.owned().or_else(|| replied.caption.owned());
    Some(RepliedTo {
        message: MessageId(replied.message_id.0?),
        sender: replied
            .from
            .0
            .as_ref()
            .and_then(|user| user.id.0)
            .map(UserId),
        text: words.unwrap_or_default(),
    })
}

fn edited(update: UpdateId, message: &wire::Message<'_>) -> Option<Incoming> {
    let chat = chat(message.chat.0.as_ref()?)?;
    let Sender::Person(person) = sender(message, &chat)? else {
        return None;
    };
    let deed = Deed::Edited {
        message: MessageId(message.message_id.0?),
        text: words_of(message).0?,
    };
    Some(Incoming {
        update,
        chat,
        person,
        deed,
    })
}

/// A press. One that tells no message (it was made where the bot is not, or long ago) is answered all the same.
fn pressed(update: UpdateId, query: &wire::Press) -> Option<Incoming> {
    let person = person(query.from.0.as_ref()?)?;
    let press = query.id.owned()?;
    let under = query.message.0.as_ref();
    let message = under.and_then(|message| message.message_id.0);
    let is_shown = |data: &str| under.is_none_or(|message| may_show(message, data));
    let place = under.and_then(|message| chat(message.chat.0.as_ref()?));
    let (chat, deed) = match (message, place) {
        (Some(message), Some(chat)) => {
            let data = query.data.owned().unwrap_or_default();
            let deed = Deed::Pressed {
                is_shown: is_shown(&data),
                press,
                data,
                message: MessageId(message),
            };
            (chat, deed)
        }
        _ => (Chat::private(person.id), Deed::PressedElsewhere { press }),
    };
    Some(Incoming {
        update,
        chat,
        person,
        deed,
    })
}

/// Whether the message shows such a button; also where it is not told whole, so that nobody can say.
fn may_show(message: &wire::ReachedMessage, data: &str) -> bool {
    let Some(buttons) = &message.reply_markup.0 else {
        return message.from.0.is_none();
    };
    let rows = buttons.inline_keyboard.0.as_ref();
    let mut all = rows
        .into_iter()
        .flat_map(|rows| &rows.0)
        .flat_map(|row| &row.0);
    all.any(|button| button.callback_data.text() == Some(data))
}

fn membership(update: UpdateId, change: &wire::MemberChange) -> Option<Incoming> {
    let now = change.new_chat_member.0.as_ref()?;
    let was = change.old_chat_member.0.as_ref();
    let was = was.is_some_and(wire::Member::is_present);
    let deed = match (was, now.is_present()) {
        (false, true) => Deed::AddedBot(rights(now)),
        (true, false) => Deed::RemovedBot,
        (true, true) => Deed::ChangedRights(rights(now)),
        (false, false) => return None,
    };
    Some(Incoming {
        update,
        chat: chat(change.chat.0.as_ref()?)?,
        person: person(change.from.0.as_ref()?)?,
        deed,
    })
}

/// Somebody else came or went. Telegram tells this only where the bot administers the group; elsewhere there are
/// the service messages, and where there are both, the second one changes nothing.
fn others_membership(update: UpdateId, change: &wire::MemberChange) -> Option<Incoming> {
    let now = change.new_chat_member.0.as_ref()?;
    let member = now.user.0.as_ref()?;
    if member.is_bot.0 == Some(true) {
        return None;
    }
    let was = change.old_chat_member.0.as_ref();
    let was = was.is_some_and(wire::Member::is_present);
    let member = person(member)?;
    let deed = match (was, now.is_present()) {
        (false, true) => Deed::MembersCame {
            members: vec![member.id],
        },
        (true, false) => Deed::MemberLeft { member },
        (true, true) | (false, false) => return None,
    };
    Some(Incoming {
        update,
        chat: chat(change.chat.0.as_ref()?)?,
        person: person(change.from.0.as_ref()?)?,
        deed,
    })
}

fn rights(member: &wire::Member) -> BotRights {
    let status = member.status.text();
    let may = |right: &wire::Detail<bool>| match status {
        Some("creator") => true,
        Some("administrator") => right.0 == Some(true),
        _ => false,
    };
    BotRights {
        can_manage_topics: may(&member.can_manage_topics),
        can_pin: may(&member.can_pin_messages),
    }
}

fn chat(of: &wire::Chat) -> Option<Chat> {
    let id = ChatId(of.id.0?);
    let kind = match of.kind.text() {
        Some("channel") => ChatKind::Channel,
        _ if id.is_private() => ChatKind::Private,
        _ => ChatKind::Group,
    };
    Some(Chat {
        id,
        kind,
        title: of.title.owned().unwrap_or_default(),
        is_forum: of.is_forum.0 == Some(true),
        is_public: of.username.text().is_some_and(|name| !name.is_empty()),
    })
}

fn person(user: &wire::User) -> Option<Person> {
    Some(Person {
        id: UserId(user.id.0?),
        name: full_name(&user.first_name, &user.last_name),
        language_tag: user.language_code.owned(),
    })
}

fn full_name(first: &wire::Detail<wire::Words>, last: &wire::Detail<wire::Words>) -> String {
    let names = [first.text(), last.text()];
    let names: Vec<&str> = names.into_iter().flatten().collect();
    names.join(" ")
}
