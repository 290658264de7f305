//! The words of the verbs: what a person sends, presses, changes. The same structures are read
//! from `/control` as JSON, where an unknown field is an error.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::super::chats::{ChatKind, Status};
use super::{Verb, no};

/// A group to be made.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewGroup {
    /// Its name.
    pub title: String,
    /// Basic group or supergroup.
    #[serde(rename = "type", default = "supergroup")]
    pub kind: ChatKind,
    /// Whether the supergroup has topics.
    #[serde(default)]
    pub is_forum: bool,
    /// People by id; the first made the group.
    #[serde(default)]
    pub members: Vec<i64>,
    /// What the bot is there.
    #[serde(default)]
    pub bot: Presence,
}

fn supergroup() -> ChatKind {
    ChatKind::Supergroup
}

/// What the bot is in a new group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// A member without rights, so under privacy mode.
    #[default]
    Member,
    /// An administrator.
    Administrator,
    /// Not there.
    Absent,
}

impl NewGroup {
    /// A supergroup with these members and the bot as an administrator.
    #[must_use]
    pub fn titled(title: impl Into<String>, members: impl Into<Vec<i64>>) -> Self {
        Self {
            title: title.into(),
            kind: ChatKind::Supergroup,
            is_forum: false,
            members: members.into(),
            bot: Presence::Administrator,
        }
    }
}

/// A file a person sends: the id of one that is there, or one to be made up.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum FileSource {
    /// A file id.
    Id(String),
    /// A file with particulars; without `file_id` it is made up on the spot.
    Described(FileParticulars),
}

/// Particulars of a file that a person sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FileParticulars {
    /// An uploaded file.
    pub file_id: Option<String>,
    /// Its name.
    pub file_name: Option<String>,
    /// Its type.
    pub mime_type: Option<String>,
    /// Pretended size in bytes.
    pub file_size: Option<u64>,
    /// Seconds.
    pub duration: Option<u32>,
    /// Pixels.
    pub width: Option<u32>,
    /// Pixels.
    pub height: Option<u32>,
    /// Optional fields that Telegram leaves out this time, such as `file_size`.
    pub without: Vec<String>,
}

/// A place.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Location {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// A contact; with the person's own `user_id` it is what a "share my phone" button sends.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct ContactCard {
    /// As the app writes it.
    pub phone_number: String,
    /// Given name.
    pub first_name: String,
    /// Family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Telegram id, if the contact has an account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<i64>,
}

/// A message a person writes: where, who, and exactly one kind of content.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Send {
    /// Where; a person's own id is their private chat with the bot.
    pub chat_id: i64,
    /// Who.
    pub user_id: i64,
    /// Plain text.
    pub text: Option<String>,
    /// Words under a file.
    pub caption: Option<String>,
    /// The message it answers.
    pub reply_to_message_id: Option<i64>,
    /// The topic, in forums.
    pub message_thread_id: Option<i64>,
    /// The same for all messages of an album.
    pub media_group_id: Option<String>,
    /// A photo.
    pub photo: Option<FileSource>,
    /// A document.
    pub document: Option<FileSource>,
    /// A voice message.
    pub voice: Option<FileSource>,
    /// A video.
    pub video: Option<FileSource>,
    /// Music.
    pub audio: Option<FileSource>,
    /// A soundless video.
    pub animation: Option<FileSource>,
    /// A sticker.
    pub sticker: Option<FileSource>,
    /// A round video.
    pub video_note: Option<FileSource>,
    /// A place.
    pub location: Option<Location>,
    /// A place with a name: `location`, `title`, `address`.
    pub venue: Option<Value>,
    /// A contact.
    pub contact: Option<ContactCard>,
    /// A poll: `question`, `options` (texts).
    pub poll: Option<Value>,
    /// A die or another animated emoji: `true` or the emoji.
    pub dice: Option<Value>,
    /// Whose message is passed on: a user id, or a name for people with hidden accounts.
    pub forward_from: Option<Value>,
    /// The bot through which it was written (`true` for ours).
    pub via_bot: bool,
    /// In whose name it is written in a group.
    pub on_behalf: Option<OnBehalf>,
    /// Fields of the message as the Bot API writes them, for what no other field here says.
    pub fields: Map<String, Value>,
    /// Fields that this Bot API does not have: what a later one may bring.
    pub unheard_of: Map<String, Value>,
}

/// In whose name a message is written, if not in the writer's own.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnBehalf {
    /// The group's, as its anonymous administrators do.
    Group,
    /// That of a channel with this title.
    Channel(String),
}

impl Send {
    /// A text in a chat.
    #[must_use]
    pub fn text(chat_id: i64, user_id: i64, text: impl Into<String>) -> Self {
        Self {
            chat_id,
            user_id,
            text: Some(text.into()),
            ..Self::default()
        }
    }

    /// A text to the bot in private.
    #[must_use]
    pub fn private(user_id: i64, text: impl Into<String>) -> Self {
        Self::text(user_id, user_id, text)
    }

    /// The same in answer to a message.
    #[must_use]
    pub fn reply_to(mut self, message_id: i64) -> Self {
        self.reply_to_message_id = Some(message_id);
        self
    }
}

/// A press of a button: by its exact data, or by words its text contains.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Press {
    /// Where the message is.
    pub chat_id: i64,
    /// Who presses.
    pub user_id: i64,
    /// The message under which the button stands.
    pub message_id: i64,
    /// The button's data.
    pub data: Option<String>,
    /// Words in the button's text.
    pub text: Option<String>,
    /// Send `data` even if no such button is there, as a manipulated app can.
    pub forged: bool,
    /// The message is one of ours in a chat without us: Telegram tells this id and no message. Needs `data`.
    pub inline_message_id: Option<String>,
}

impl Press {
    /// Presses the button whose text contains `text`.
    #[must_use]
    pub fn text(chat_id: i64, user_id: i64, message_id: i64, text: impl Into<String>) -> Self {
        Self {
            chat_id,
            user_id,
            message_id,
            text: Some(text.into()),
            ..Self::default()
        }
    }
}

/// A change of one's own message.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// Where.
    pub chat_id: i64,
    /// Who.
    pub user_id: i64,
    /// Which.
    pub message_id: i64,
    /// The new text or caption.
    pub text: String,
    /// Fields of the message as the Bot API writes them.
    #[serde(default)]
    pub fields: Map<String, Value>,
    /// Fields that this Bot API does not have.
    #[serde(default)]
    pub unheard_of: Map<String, Value>,
}

/// A change of somebody's place in a group.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberChange {
    /// The group.
    pub chat_id: i64,
    /// Who comes, goes or changes; may be the bot.
    pub user_id: i64,
    /// What they are now.
    pub status: Status,
    /// Names of the administrator's rights; all but making administrators if absent.
    #[serde(default)]
    pub rights: Option<Vec<String>>,
    /// Who does it; the creator of the group, or the person itself when leaving, if absent.
    #[serde(default)]
    pub actor_id: Option<i64>,
}

/// `@bot query`, typed somewhere.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct InlineAsk {
    /// Who types.
    pub user_id: i64,
    /// Where; nowhere in particular if absent.
    pub chat_id: Option<i64>,
    /// What follows the bot's name.
    pub query: String,
    /// Where the list goes on, for its later pages.
    pub offset: String,
}

/// The choice of an inline result.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Choice {
    /// The query.
    pub inline_query_id: String,
    /// The result.
    pub result_id: String,
    /// Where the result is to appear.
    pub chat_id: Option<i64>,
    /// Who picks; always the one who asked.
    pub user_id: Option<i64>,
}

/// The data of the button that a press means.
pub(super) fn find_button(markup: &Value, press: &Press) -> Verb<String> {
    let buttons = markup["inline_keyboard"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_array)
        .flatten();
    let mut seen = Vec::new();
    for button in buttons {
        let text = button["text"].as_str().unwrap_or_default();
        let data = button["callback_data"].as_str();
        let meant = match (&press.data, &press.text) {
            (Some(wanted), _) => data == Some(wanted),
            (None, Some(words)) => text.contains(words.as_str()),
            (None, None) => return no("a press needs data or text"),
        };
        match (meant, data) {
            (true, Some(data)) => return Ok(data.to_owned()),
            (true, None) => return no("that button sends nothing to the bot"),
            (false, _) => seen.push(text.to_owned()),
        }
    }
    no(format!("no such button; there are: {}", seen.join(" | ")))
}
