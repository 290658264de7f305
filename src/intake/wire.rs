//! What we read of an update, straight from its JSON and detail by detail: one that is missing, new or not what it
//! should be costs itself and nothing beside it.
//!
//! Only names and shapes of the Bot API; what they mean to us is said in [`super::parse`]. Reading starts with
//! [`Update`].

#![expect(
    clippy::struct_field_names,
    reason = "the names are those of the Bot API"
)]

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, Visitor},
};
use serde_json::value::RawValue;

/// A detail: `None` where it is missing or cannot be read.
#[derive(Debug)]
pub(super) struct Detail<T>(pub(super) Option<T>);

/// A list without its members that cannot be read.
#[derive(Debug)]
pub(super) struct Each<T>(pub(super) Vec<T>);

/// A text; half of a surrogate pair, which JSON can hold and a `String` cannot, becomes a replacement sign.
#[derive(Debug)]
pub(super) struct Words(pub(super) String);

/// The names of an object's fields, for what is known by its name alone.
#[derive(Debug)]
pub(super) struct Names<'a>(pub(super) Vec<Cow<'a, str>>);

impl<T> Default for Detail<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Detail<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        Ok(Self(serde_json::from_str(raw.get()).ok()))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Each<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let all = Vec::<Detail<T>>::deserialize(deserializer)?;
        Ok(Self(all.into_iter().filter_map(|one| one.0).collect()))
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl Visitor<'_> for Bytes {
            type Value = Words;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Words, E> {
                Ok(Words(String::from_utf8_lossy(bytes).into_owned()))
            }
        }
        deserializer.deserialize_bytes(Bytes)
    }
}

impl<'de> Deserialize<'de> for Names<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Names<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Names<'de>, A::Error> {
                let mut names = Vec::new();
                while let Some((name, IgnoredAny)) = map.next_entry()? {
                    names.push(name);
                }
                Ok(Names(names))
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

/// An update: its number, and one of the kinds that the bot asks for, unread.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Update<'a> {
    pub(super) update_id: Detail<i64>,
    #[serde(borrow)]
    pub(super) message: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) edited_message: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) callback_query: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) my_chat_member: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) chat_member: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) inline_query: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) chosen_inline_result: Option<&'a RawValue>,
}

/// What somebody types behind the bot's name in some chat.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct InlineQuery {
    pub(super) id: Detail<Words>,
    pub(super) from: Detail<User>,
    pub(super) query: Detail<Words>,
    pub(super) offset: Detail<Words>,
}

/// What they chose of what was found.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ChosenResult {
    pub(super) result_id: Detail<Words>,
    pub(super) from: Detail<User>,
}

/// Where and when, of whatever kind an update is: enough to keep it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Whereabouts<'a> {
    #[serde(borrow)]
    pub(super) id: Option<&'a RawValue>,
    pub(super) chat: Detail<Chat>,
    #[serde(borrow)]
    pub(super) message_id: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) date: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) edit_date: Option<&'a RawValue>,
    /// Of a press: the message under which it was made.
    pub(super) message: Detail<ReachedMessage>,
    /// Of a change of membership: whose tells two of one moment apart.
    pub(super) new_chat_member: Detail<Member>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chat {
    pub(super) id: Detail<i64>,
    #[serde(rename = "type")]
    pub(super) kind: Detail<Words>,
    pub(super) title: Detail<Words>,
    pub(super) first_name: Detail<Words>,
    pub(super) last_name: Detail<Words>,
    pub(super) is_forum: Detail<bool>,
    pub(super) username: Detail<Words>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct User {
    pub(super) id: Detail<i64>,
    pub(super) is_bot: Detail<bool>,
    pub(super) first_name: Detail<Words>,
    pub(super) last_name: Detail<Words>,
    pub(super) language_code: Detail<Words>,
}

/// A message, as far as we have a use for it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Message<'a> {
    pub(super) message_id: Detail<i64>,
    pub(super) from: Detail<User>,
    pub(super) sender_chat: Detail<Chat>,
    pub(super) chat: Detail<Chat>,
    pub(super) is_automatic_forward: Detail<bool>,
    pub(super) reply_to_message: Detail<RepliedTo>,
    pub(super) media_group_id: Detail<Words>,

    pub(super) text: Detail<Words>,
    pub(super) entities: Detail<Each<Entity>>,
    pub(super) caption: Detail<Words>,
    pub(super) caption_entities: Detail<Each<Entity>>,
    #[serde(borrow)]
    pub(super) rich_message: Option<&'a RawValue>,
    pub(super) checklist: Detail<Checklist>,
    pub(super) checklist_tasks_added: Detail<Checklist>,
    pub(super) gift: Detail<Gift>,
    pub(super) unique_gift: Detail<Gift>,

    pub(super) photo: Detail<Each<FileOf>>,
    pub(super) animation: Detail<FileOf>,
    pub(super) video: Detail<FileOf>,
    pub(super) live_photo: Detail<FileOf>,
    pub(super) video_note: Detail<FileOf>,
    pub(super) voice: Detail<FileOf>,
    pub(super) audio: Detail<FileOf>,
    pub(super) document: Detail<FileOf>,
    pub(super) location: Detail<Location>,
    pub(super) venue: Detail<Venue>,
    pub(super) contact: Detail<Contact>,

    pub(super) migrate_to_chat_id: Detail<i64>,
    pub(super) left_chat_member: Detail<User>,
    pub(super) new_chat_members: Detail<Each<User>>,
}

/// The message that was replied to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RepliedTo {
    pub(super) message_id: Detail<i64>,
    pub(super) from: Detail<User>,
    pub(super) text: Detail<Words>,
    pub(super) caption: Detail<Words>,
}

/// A part of a text that means something, counted in UTF-16 units.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Entity {
    #[serde(rename = "type")]
    pub(super) kind: Detail<Words>,
    pub(super) offset: Detail<usize>,
    pub(super) length: Detail<usize>,
    pub(super) url: Detail<Words>,
}

/// A checklist, or the tasks that were added to one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Checklist {
    pub(super) title: Detail<Words>,
    pub(super) tasks: Detail<Each<Task>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Task {
    pub(super) text: Detail<Words>,
}

/// A gift, which may come with words.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Gift {
    pub(super) text: Detail<Words>,
}

/// Any file: each kind has some of these.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FileOf {
    pub(super) file_id: Detail<Words>,
    pub(super) file_unique_id: Detail<Words>,
    pub(super) file_size: Detail<u64>,
    pub(super) file_name: Detail<Words>,
    pub(super) mime_type: Detail<Words>,
    pub(super) duration: Detail<u32>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Location {
    pub(super) latitude: Detail<f64>,
    pub(super) longitude: Detail<f64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Venue {
    pub(super) location: Detail<Location>,
    pub(super) title: Detail<Words>,
    pub(super) address: Detail<Words>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Contact {
    pub(super) phone_number: Detail<Words>,
    pub(super) user_id: Detail<i64>,
}

/// A press. The message under which it was made is ours and the larger part of the update: only its id is read.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Press {
    pub(super) id: Detail<Words>,
    pub(super) from: Detail<User>,
    pub(super) message: Detail<ReachedMessage>,
    pub(super) data: Detail<Words>,
}

/// A message of ours, as a press tells of it; one that can no longer be reached has this much as well.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ReachedMessage {
    pub(super) message_id: Detail<i64>,
    pub(super) chat: Detail<Chat>,
    /// One that is told whole has a sender.
    pub(super) from: Detail<User>,
    pub(super) reply_markup: Detail<Keyboard>,
}

/// The buttons under a message.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Keyboard {
    pub(super) inline_keyboard: Detail<Each<Each<KeyboardButton>>>,
}

/// One of them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct KeyboardButton {
    pub(super) callback_data: Detail<Words>,
}

/// Somebody's place in a chat changed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct MemberChange {
    pub(super) chat: Detail<Chat>,
    pub(super) from: Detail<User>,
    pub(super) old_chat_member: Detail<Member>,
    pub(super) new_chat_member: Detail<Member>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Member {
    pub(super) status: Detail<Words>,
    pub(super) user: Detail<User>,
    pub(super) is_member: Detail<bool>,
    pub(super) can_manage_topics: Detail<bool>,
    pub(super) can_pin_messages: Detail<bool>,
}

impl Member {
    /// Whether they are in the chat. A status newer than this bot is one of somebody who is.
    pub(super) fn is_present(&self) -> bool {
        match self.status.0.as_ref().map(|status| status.0.as_str()) {
            Some("left" | "kicked") | None => false,
            Some("restricted") => self.is_member.0 == Some(true),
            Some(_) => true,
        }
    }
}

impl Detail<Words> {
    /// The text, unless it is missing or empty.
    pub(super) fn text(&self) -> Option<&str> {
        let words = self.0.as_ref()?;
        (!words.0.is_empty()).then_some(words.0.as_str())
    }

    /// The text for keeping.
    pub(super) fn owned(&self) -> Option<String> {
        self.text().map(str::to_owned)
    }
}
