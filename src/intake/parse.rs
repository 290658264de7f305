//! Telegram's update to our [`Incoming`]: pure, and forgiving about everything we do not need.

use serde::Deserialize;
use serde_json::Value;
use teloxide::types::{
    CallbackQuery, ChatMemberKind, ChatMemberUpdated, FileMeta, MaybeInaccessibleMessage, Message,
    MessageKind, Update, UpdateKind, User,
};

use crate::{
    chat::incoming::{BotRights, Chat, ChatKind, Deed, Incoming, Person, RepliedTo},
    domain::{
        attachment::{File, Media, Microdegrees, Sent},
        ids::{ChatId, MessageId, UpdateId, UserId},
        permission::ANONYMOUS_ADMINISTRATOR,
    },
    store::inbox::RawUpdate,
};

/// What must be known of an update before it is kept.
#[derive(Deserialize)]
struct Peek {
    update_id: i64,
    #[serde(default)]
    message: Option<PeekMessage>,
    #[serde(default)]
    edited_message: Option<PeekMessage>,
    #[serde(default)]
    callback_query: Option<PeekQuery>,
    #[serde(default)]
    my_chat_member: Option<PeekMessage>,
    #[serde(default)]
    chat_member: Option<PeekMember>,
}

/// A change of somebody's membership: whose tells two of one moment apart.
#[derive(Deserialize)]
struct PeekMember {
    chat: PeekChat,
    #[serde(default)]
    date: Value,
    new_chat_member: PeekNewMember,
}

#[derive(Deserialize)]
struct PeekNewMember {
    user: PeekUser,
}

#[derive(Deserialize)]
struct PeekUser {
    id: i64,
}

#[derive(Deserialize)]
struct PeekMessage {
    chat: PeekChat,
    #[serde(default)]
    message_id: Value,
    #[serde(default)]
    date: Value,
    #[serde(default)]
    edit_date: Value,
}

/// The least an update has.
#[derive(Deserialize)]
struct Number {
    update_id: i64,
}

#[derive(Deserialize)]
struct PeekChat {
    id: i64,
}

#[derive(Deserialize)]
struct PeekQuery {
    id: String,
    #[serde(default)]
    message: Option<PeekMessage>,
}

/// A press, without the message under which it was made: that one is ours, and the larger part of the update.
#[derive(Deserialize)]
struct Press {
    update_id: u32,
    callback_query: PressQuery,
}

#[derive(Deserialize)]
struct PressQuery {
    id: String,
    from: User,
    message: PressMessage,
    #[serde(default)]
    data: String,
}

#[derive(Deserialize)]
struct PressMessage {
    message_id: i32,
    chat: PressChat,
}

#[derive(Deserialize)]
struct PressChat {
    id: i64,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    is_forum: bool,
}

/// Number, chat and mark of a raw update. `None`: it is not even that.
#[must_use]
pub fn peek(json: &str) -> Option<RawUpdate> {
    let Ok(peek) = serde_json::from_str::<Peek>(json) else {
        let Number { update_id } = serde_json::from_str(json).ok()?;
        let (id, json) = (UpdateId(update_id), json.to_owned());
        return Some(RawUpdate {
            id,
            chat: None,
            mark: String::new(),
            json,
        });
    };
    let (kind, about) = match (&peek.message, &peek.edited_message, &peek.my_chat_member) {
        (Some(message), _, _) => ("message", Some(message)),
        (_, Some(message), _) => ("edited", Some(message)),
        (_, _, Some(change)) => ("member", Some(change)),
        (None, None, None) => ("other", None),
    };
    let (chat, mark) = match (&peek.callback_query, about) {
        (Some(query), _) => {
            let chat = query.message.as_ref().map(|message| message.chat.id);
            (chat, format!("press {}", query.id))
        }
        (
            None,
            Some(PeekMessage {
                chat,
                message_id,
                date,
                edit_date,
            }),
        ) => {
            let mark = format!("{kind} {} {message_id} {date} {edit_date}", chat.id);
            (Some(chat.id), mark)
        }
        (None, None) => match &peek.chat_member {
            Some(change) => {
                let (chat, user) = (change.chat.id, change.new_chat_member.user.id);
                let mark = format!("membership {chat} {user} {}", change.date);
                (Some(chat), mark)
            }
            None => (None, kind.to_owned()),
        },
    };
    Some(RawUpdate {
        id: UpdateId(peek.update_id),
        chat: chat.map(ChatId),
        mark,
        json: json.to_owned(),
    })
}

/// What the update means to us. `None`: nothing.
#[must_use]
pub fn parse(json: &str) -> Option<Incoming> {
    if let Ok(press) = serde_json::from_str::<Press>(json) {
        return Some(pressed(press));
    }
    let Ok(update) = serde_json::from_str::<Update>(json) else {
        return unknown_message(json);
    };
    let id = UpdateId(i64::from(update.id.0));
    match update.kind {
        UpdateKind::Message(message) => {
            message_deed(&message).and_then(|deed| incoming(id, &message, deed))
        }
        UpdateKind::EditedMessage(message) => {
            let text = message.text().or_else(|| message.caption())?.to_owned();
            incoming(
                id,
                &message,
                Deed::Edited {
                    message: MessageId(message.id.0.into()),
                    text,
                },
            )
        }
        UpdateKind::CallbackQuery(query) => press(id, query),
        UpdateKind::MyChatMember(change) => membership(id, &change),
        UpdateKind::ChatMember(change) => others_membership(id, &change),
        UpdateKind::Error(_) => unknown_message(json),
        _ => None,
    }
}

fn incoming(update: UpdateId, message: &Message, deed: Deed) -> Option<Incoming> {
    let from = message.from.as_ref()?;
    let is_anonymous_admin = user_id(from) == ANONYMOUS_ADMINISTRATOR;
    let is_of_the_group = matches!(
        deed,
        Deed::Migrated { .. } | Deed::MemberLeft { .. } | Deed::MembersCame { .. }
    );
    if from.is_bot && !is_anonymous_admin && !is_of_the_group {
        return None;
    }
    Some(Incoming {
        update,
        chat: chat(&message.chat),
        person: person(from),
        deed,
    })
}

fn message_deed(message: &Message) -> Option<Deed> {
    let id = MessageId(message.id.0.into());
    if let Some(to) = message.migrate_to_chat_id() {
        return Some(Deed::Migrated { to: ChatId(to.0) });
    }
    if let Some(left) = message.left_chat_member() {
        let member = person(left);
        return (!left.is_bot).then_some(Deed::MemberLeft { member });
    }
    if let Some(came) = message.new_chat_members() {
        let people = came.iter().filter(|user| !user.is_bot);
        let members: Vec<UserId> = people.map(user_id).collect();
        return (!members.is_empty()).then_some(Deed::MembersCame { members });
    }
    let reply_to = message.reply_to_message().map(|replied| RepliedTo {
        message: MessageId(replied.id.0.into()),
        sender: replied.from.as_ref().map(user_id),
        text: replied
            .text()
            .or_else(|| replied.caption())
            .unwrap_or_default()
            .to_owned(),
    });
    if let Some(text) = message.text() {
        return Some(Deed::Wrote {
            message: id,
            text: text.to_owned(),
            reply_to,
        });
    }
    let is_content = message.photo().is_some()
        || message.document().is_some()
        || message.video().is_some()
        || message.voice().is_some()
        || message.audio().is_some()
        || message.animation().is_some()
        || message.video_note().is_some()
        || message.sticker().is_some()
        || message.location().is_some()
        || message.venue().is_some()
        || message.contact().is_some()
        || message.poll().is_some()
        || message.dice().is_some()
        || is_of_the_future(message);
    is_content.then(|| Deed::SentMedia {
        message: id,
        sent: sent(message),
        album: message.media_group_id().map(|album| album.0.clone()),
        caption: message.caption().map(str::to_owned),
        reply_to,
    })
}

/// What was sent; what cannot go with a question is [`Sent::Other`].
fn sent(message: &Message) -> Sent {
    let media = if let Some(sizes) = message.photo() {
        sizes.last().map(|size| Media::Photo {
            file: file(&size.file),
        })
    } else if let Some(animation) = message.animation() {
        // Telegram repeats an animation as a document.
        let file = file(&animation.file);
        Some(Media::Animation { file })
    } else if let Some(video) = message.video() {
        let file = file(&video.file);
        Some(Media::Video { file })
    } else if let Some(note) = message.video_note() {
        let file = file(&note.file);
        Some(Media::VideoNote { file })
    } else if let Some(voice) = message.voice() {
        Some(Media::Voice {
            file: file(&voice.file),
            seconds: voice.duration.seconds(),
        })
    } else if let Some(audio) = message.audio() {
        let file = file(&audio.file);
        Some(Media::Audio { file })
    } else if let Some(document) = message.document() {
        Some(Media::Document {
            file: file(&document.file),
            name: document.file_name.clone(),
            mime: document.mime_type.as_ref().map(ToString::to_string),
        })
    } else {
        place(message)
    };
    match (media, message.contact()) {
        (Some(media), _) => Sent::Media(media),
        (None, Some(contact)) => Sent::Contact {
            phone: contact.phone_number.clone(),
            user: contact
                .user_id
                .and_then(|user| i64::try_from(user.0).ok())
                .map(UserId),
        },
        (None, None) => Sent::Other,
    }
}

fn place(message: &Message) -> Option<Media> {
    // Telegram repeats the place of a venue on its own.
    let venue = message.venue();
    let location = venue
        .map(|venue| &venue.location)
        .or_else(|| message.location())?;
    Some(Media::Place {
        latitude: Microdegrees::of(location.latitude),
        longitude: Microdegrees::of(location.longitude),
        venue: venue.map(|venue| (venue.title.clone(), venue.address.clone())),
    })
}

fn file(file: &FileMeta) -> File {
    File {
        id: file.id.0.clone(),
        unique_id: file.unique_id.0.clone(),
        size: u64::from(file.size),
    }
}

/// Content our library does not know yet: whoever sent it to us in private gets an answer all the same.
fn is_of_the_future(message: &Message) -> bool {
    message.chat.is_private() && matches!(message.kind, MessageKind::Empty {})
}

fn pressed(press: Press) -> Incoming {
    let query = press.callback_query;
    let PressMessage { message_id, chat } = query.message;
    Incoming {
        update: UpdateId(press.update_id.into()),
        chat: Chat {
            id: ChatId(chat.id),
            kind: kind_of(&chat.kind),
            title: chat.title,
            is_forum: chat.is_forum,
        },
        person: person(&query.from),
        deed: Deed::Pressed {
            press: query.id,
            data: query.data,
            message: MessageId(message_id.into()),
        },
    }
}

fn kind_of(chat_type: &str) -> ChatKind {
    match chat_type {
        "private" => ChatKind::Private,
        "channel" => ChatKind::Channel,
        _ => ChatKind::Group,
    }
}

fn press(update: UpdateId, query: CallbackQuery) -> Option<Incoming> {
    let (message, chat_of) = match query.message? {
        MaybeInaccessibleMessage::Regular(message) => (message.id, chat(&message.chat)),
        MaybeInaccessibleMessage::Inaccessible(message) => {
            (message.message_id, chat(&message.chat))
        }
    };
    Some(Incoming {
        update,
        chat: chat_of,
        person: person(&query.from),
        deed: Deed::Pressed {
            press: query.id.0,
            data: query.data.unwrap_or_default(),
            message: MessageId(message.0.into()),
        },
    })
}

fn membership(update: UpdateId, change: &ChatMemberUpdated) -> Option<Incoming> {
    let was = change.old_chat_member.is_present();
    let is = change.new_chat_member.is_present();
    let deed = match (was, is) {
        (false, true) => Deed::AddedBot(rights(&change.new_chat_member.kind)),
        (true, false) => Deed::RemovedBot,
        (true, true) => Deed::ChangedRights(rights(&change.new_chat_member.kind)),
        (false, false) => return None,
    };
    Some(Incoming {
        update,
        chat: chat(&change.chat),
        person: person(&change.from),
        deed,
    })
}

/// Somebody else came or went. Telegram tells this only where the bot administers the group; elsewhere there are
/// the service messages, and where there are both, the second one changes nothing.
fn others_membership(update: UpdateId, change: &ChatMemberUpdated) -> Option<Incoming> {
    let member = &change.new_chat_member.user;
    if member.is_bot {
        return None;
    }
    let was = change.old_chat_member.is_present();
    let is = change.new_chat_member.is_present();
    let deed = match (was, is) {
        (false, true) => Deed::MembersCame {
            members: vec![user_id(member)],
        },
        (true, false) => Deed::MemberLeft {
            member: person(member),
        },
        (true, true) | (false, false) => return None,
    };
    Some(Incoming {
        update,
        chat: chat(&change.chat),
        person: person(&change.from),
        deed,
    })
}

fn rights(member: &ChatMemberKind) -> BotRights {
    match member {
        ChatMemberKind::Owner(_) => BotRights {
            can_manage_topics: true,
            can_pin: true,
        },
        ChatMemberKind::Administrator(rights) => BotRights {
            can_manage_topics: rights.can_manage_topics,
            can_pin: rights.can_pin_messages,
        },
        ChatMemberKind::Member(_)
        | ChatMemberKind::Restricted(_)
        | ChatMemberKind::Left
        | ChatMemberKind::Banned(_) => BotRights::default(),
    }
}

/// A message in a form newer than our library: the person still gets an answer.
fn unknown_message(json: &str) -> Option<Incoming> {
    let value: Value = serde_json::from_str(json).ok()?;
    let update = UpdateId(value.get("update_id")?.as_i64()?);
    tracing::warn!(update = update.0, "an update of an unknown form");
    let message = value.get("message")?;
    let chat = message.get("chat")?;
    let from = message.get("from")?;
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let message_id = MessageId(message.get("message_id")?.as_i64()?);
    let deed = match text(message, "text") {
        Some(text) => Deed::Wrote {
            message: message_id,
            text,
            reply_to: None,
        },
        None => Deed::SentMedia {
            message: message_id,
            sent: Sent::Other,
            album: None,
            caption: text(message, "caption"),
            reply_to: None,
        },
    };
    Some(Incoming {
        update,
        chat: Chat {
            id: ChatId(chat.get("id")?.as_i64()?),
            kind: kind_of(&text(chat, "type")?),
            title: text(chat, "title").unwrap_or_default(),
            is_forum: chat.get("is_forum").and_then(Value::as_bool) == Some(true),
        },
        person: Person {
            id: UserId(from.get("id")?.as_i64()?),
            name: text(from, "first_name")?,
            language_tag: text(from, "language_code"),
        },
        deed,
    })
}

fn chat(chat: &teloxide::types::Chat) -> Chat {
    let kind = if chat.is_private() {
        ChatKind::Private
    } else if chat.is_channel() {
        ChatKind::Channel
    } else {
        ChatKind::Group
    };
    Chat {
        id: ChatId(chat.id.0),
        kind,
        title: chat.title().unwrap_or_default().to_owned(),
        is_forum: is_forum(chat),
    }
}

fn is_forum(chat: &teloxide::types::Chat) -> bool {
    use teloxide::types::{ChatKind, PublicChatKind};
    match &chat.kind {
        ChatKind::Public(public) => match &public.kind {
            PublicChatKind::Supergroup(group) => group.is_forum,
            PublicChatKind::Group | PublicChatKind::Channel(_) => false,
        },
        ChatKind::Private(_) => false,
    }
}

fn person(user: &User) -> Person {
    Person {
        id: user_id(user),
        name: user.full_name(),
        language_tag: user.language_code.clone(),
    }
}

fn user_id(user: &User) -> UserId {
    UserId(i64::try_from(user.id.0).unwrap_or(0))
}
