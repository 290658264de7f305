//! What a person sees on the screen, for tests.

use std::sync::Arc;

use serde_json::Value;

use super::{
    FeedEvent, State, World,
    chats::{Chat, Status},
};
use crate::emulator::commands::Viewer;

/// A message as somebody reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Its id in the chat.
    pub message_id: i64,
    /// Who wrote it.
    pub from_id: i64,
    /// Whether the bot wrote it.
    pub from_bot: bool,
    /// Text or caption; empty for files without words.
    pub text: String,
    /// Rows of inline buttons, or of the reply keyboard.
    pub buttons: Vec<Vec<Button>>,
    /// The message it answers.
    pub reply_to: Option<i64>,
    /// Whether it has been deleted since.
    pub deleted: bool,
    /// The whole message as `/control/messages` shows it.
    pub json: Value,
}

/// A button under a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub text: String,
    /// What it sends to the bot.
    pub data: Option<String>,
    /// Where it leads.
    pub url: Option<String>,
}

impl Seen {
    fn read(json: Value, bot: i64) -> Self {
        let words = |name: &str| json[name].as_str();
        let rows = json["reply_markup"]["inline_keyboard"]
            .as_array()
            .or_else(|| json["reply_markup"]["keyboard"].as_array());
        let from_id = json["from"]["id"].as_i64().unwrap_or_default();
        Self {
            message_id: json["message_id"].as_i64().unwrap_or_default(),
            from_id,
            from_bot: from_id == bot,
            text: words("text")
                .or_else(|| words("caption"))
                .unwrap_or_default()
                .to_owned(),
            buttons: rows
                .into_iter()
                .flatten()
                .map(|row| {
                    row.as_array()
                        .into_iter()
                        .flatten()
                        .map(Button::read)
                        .collect()
                })
                .collect(),
            reply_to: json["reply_to_message"]["message_id"].as_i64(),
            deleted: json["deleted"] == true,
            json,
        }
    }
}

impl Button {
    fn read(json: &Value) -> Self {
        let words = |name: &str| json[name].as_str().map(str::to_owned);
        Self {
            text: words("text")
                .or_else(|| json.as_str().map(str::to_owned))
                .unwrap_or_default(),
            data: words("callback_data"),
            url: words("url"),
        }
    }
}

impl State {
    /// The messages of a chat that are not deleted, oldest first.
    fn shown(&self, chat_id: i64) -> impl DoubleEndedIterator<Item = i64> {
        let messages = self.chats.get(&chat_id).into_iter();
        messages
            .flat_map(|chat| chat.messages.values())
            .filter(|message| !message.deleted)
            .map(|message| message.id)
    }

    fn seen(&self, chat_id: i64, id: i64) -> Option<Seen> {
        Some(Seen::read(self.view(chat_id, id)?, self.bot.id))
    }
}

/// How many events [`World::events_after`] gives at most.
const EVENTS_AT_ONCE: usize = 1_000;

impl World {
    /// What happened after the event number `after`, as soon as there is anything.
    pub async fn events_after(&self, after: u64) -> Vec<Arc<FeedEvent>> {
        let mut changes = self.changes();
        loop {
            let events = self.look(|state| state.journal.feed_after(after, EVENTS_AT_ONCE));
            if !events.is_empty() || changes.changed().await.is_err() {
                return events;
            }
        }
    }

    /// All messages of a chat that are not deleted, oldest first.
    #[must_use]
    pub fn messages(&self, chat_id: i64) -> Vec<Seen> {
        self.messages_after(chat_id, 0)
    }

    /// Those of them that are newer than the message `after`.
    #[must_use]
    pub fn messages_after(&self, chat_id: i64, after: i64) -> Vec<Seen> {
        self.look(|state| {
            state
                .shown(chat_id)
                .filter(|id| *id > after)
                .filter_map(|id| state.seen(chat_id, id))
                .collect()
        })
    }

    /// The newest message of a chat that fits and is not deleted.
    pub fn newest(&self, chat_id: i64, fits: impl Fn(&Seen) -> bool) -> Option<Seen> {
        self.look(|state| {
            state
                .shown(chat_id)
                .rev()
                .filter_map(|id| state.seen(chat_id, id))
                .find(fits)
        })
    }

    /// One message, also if it was deleted.
    #[must_use]
    pub fn message(&self, chat_id: i64, message_id: i64) -> Option<Seen> {
        self.look(|state| state.seen(chat_id, message_id))
    }

    /// What is in a file that somebody sent.
    #[must_use]
    pub fn file(&self, file_id: &str) -> Option<Vec<u8>> {
        self.look(|state| Some(state.files.get(file_id)?.bytes.to_vec()))
    }

    /// The commands in the menu that a person sees in a chat, as `BotCommand`s.
    #[must_use]
    pub fn menu(&self, chat_id: i64, user_id: i64) -> Vec<Value> {
        self.look(|state| state.menu(chat_id, user_id))
    }

    /// Whether somebody is in a group.
    #[must_use]
    pub fn is_member(&self, chat_id: i64, user_id: i64) -> bool {
        self.look(|state| {
            let chat = state.chats.get(&chat_id);
            chat.is_some_and(|chat| chat.has(user_id))
        })
    }
}

impl State {
    /// The commands in the menu that a person sees in a chat.
    pub(crate) fn menu(&self, chat_id: i64, user_id: i64) -> Vec<Value> {
        let language = self
            .users
            .get(&user_id)
            .and_then(|user| user.language_code.clone())
            .unwrap_or_default();
        let chat = self.chats.get(&chat_id);
        let is_admin = chat.is_some_and(|chat| {
            matches!(
                chat.member(user_id).status,
                Status::Administrator | Status::Creator
            )
        });
        self.commands.visible(Viewer {
            chat_id,
            user_id,
            // The menu knows `vi`, not `vi-VN`.
            language: language.split('-').next().unwrap_or_default(),
            is_private: chat.is_none_or(Chat::is_private),
            is_admin,
        })
    }
}
