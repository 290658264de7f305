//! Everything behind the lock, and the small questions asked of it.

use std::collections::{BTreeMap, HashMap, VecDeque};

use serde_json::{Map, Value, json};

use super::answers::{Callback, InlineQuery};
use super::chats::{Chat, ChatKind};
use super::journal::{FeedKind, Journal};
use super::people::Person;
use super::queue::Queue;
use super::report::Switch;
use crate::emulator::Config;
use crate::emulator::clock::EmulatorClock;
use crate::emulator::commands::CommandBook;
use crate::emulator::failures::Failures;
use crate::emulator::files::FileStore;
use crate::emulator::ids::Ids;
use crate::emulator::limits::Flood;

/// The whole world. Maps by id; nothing is searched by walking over all messages.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) clock: EmulatorClock,
    pub(crate) bot: Person,
    pub(crate) privacy_mode: bool,
    pub(crate) callback_ttl: i64,
    pub(crate) inline_mode: bool,
    pub(crate) inline_feedback: bool,
    pub(crate) ids: Ids,
    pub(crate) users: BTreeMap<i64, Person>,
    pub(crate) chats: BTreeMap<i64, Chat>,
    pub(crate) queue: Queue,
    pub(crate) journal: Journal,
    pub(crate) callbacks: HashMap<String, Callback>,
    /// Callback ids by age, so that a long run can forget old ones.
    pub(crate) callback_order: VecDeque<String>,
    pub(crate) inline_queries: HashMap<String, InlineQuery>,
    pub(crate) files: FileStore,
    pub(crate) commands: CommandBook,
    /// Name, descriptions and menu buttons the bot has set, by method subject and language or chat.
    pub(crate) profile: HashMap<String, Value>,
    pub(crate) failures: Failures,
    pub(crate) flood: Option<Flood>,
    /// What the program behind the page tells about itself.
    pub(crate) explained: Value,
    /// What the page can turn on and off.
    pub(crate) switches: Vec<Switch>,
}

/// How many button presses are remembered.
const KEPT_CALLBACKS: usize = 100_000;

impl State {
    pub(crate) fn new(config: &Config) -> Self {
        let id = config
            .token
            .split(':')
            .next()
            .and_then(|id| id.parse().ok())
            .unwrap_or(1);
        Self {
            clock: config.clock.clone(),
            bot: Person::bot(id, &config.bot_name, &config.bot_username),
            privacy_mode: config.privacy_mode,
            callback_ttl: config.callback_ttl_seconds,
            inline_mode: config.inline_mode,
            inline_feedback: config.inline_feedback,
            ids: Ids::new(config.seed),
            users: BTreeMap::new(),
            chats: BTreeMap::new(),
            queue: Queue::new(config.first_update_id),
            journal: Journal::new(config.kept_calls),
            callbacks: HashMap::new(),
            explained: serde_json::json!({}),
            switches: Vec::new(),
            callback_order: VecDeque::new(),
            inline_queries: HashMap::new(),
            files: FileStore::default(),
            commands: CommandBook::default(),
            profile: HashMap::new(),
            failures: Failures::default(),
            flood: config.flood_limits.then(Flood::default),
        }
    }

    /// A person, or the bot.
    pub(crate) fn person(&self, id: i64) -> Option<&Person> {
        if id == self.bot.id {
            Some(&self.bot)
        } else {
            self.users.get(&id)
        }
    }

    /// The `User` object. Somebody who does not exist looks like a deleted account.
    pub(crate) fn user_wire(&self, id: i64) -> Value {
        match self.person(id) {
            Some(person) => person.wire(),
            None => json!({ "id": id, "is_bot": false, "first_name": "" }),
        }
    }

    /// The `Chat` object inside messages and updates.
    pub(crate) fn chat_wire(&self, chat: &Chat) -> Value {
        match chat.kind {
            ChatKind::Private => self.users.get(&chat.id).map_or_else(
                || json!({ "id": chat.id, "type": "private" }),
                Person::private_chat,
            ),
            ChatKind::Group | ChatKind::Supergroup => chat.group_wire(),
        }
    }

    /// The message unless it was deleted or never was.
    pub(crate) fn message(&self, chat_id: i64, id: i64) -> Option<&super::Message> {
        self.chats.get(&chat_id)?.message(id)
    }

    /// Whether the bot is in the chat; it always is in private ones.
    pub(crate) fn is_reached_from(&self, chat_id: i64) -> bool {
        self.chats
            .get(&chat_id)
            .is_some_and(|chat| chat.is_private() || chat.has(self.bot.id))
    }

    /// Queues an update.
    pub(crate) fn tell(&mut self, kind: &str, payload: &Value) {
        self.queue.push(self.clock.now(), kind, payload);
    }

    /// Tells the feed that people, chats or topics changed.
    pub(crate) fn announce_state(&mut self, chat_id: Option<i64>) {
        self.journal.publish(FeedKind::State, chat_id, Map::new());
    }

    /// Remembers a press and returns its id.
    pub(crate) fn remember_callback(&mut self, callback: Callback) -> String {
        let id = self.ids.digits();
        self.callbacks.insert(id.clone(), callback);
        self.callback_order.push_back(id.clone());
        if self.callback_order.len() > KEPT_CALLBACKS
            && let Some(oldest) = self.callback_order.pop_front()
        {
            self.callbacks.remove(&oldest);
        }
        id
    }
}
