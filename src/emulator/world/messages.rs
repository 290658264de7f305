//! Messages: how they are posted, changed and deleted, and how they look on the wire.

use serde_json::{Map, Value, json};

use super::chats::{Chat, ChatKind};
use super::journal::FeedKind;
use super::state::State;
use crate::emulator::keyboards::Markup;

/// A message as it is kept: what it says is already in wire form.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) id: i64,
    pub(crate) from: i64,
    pub(crate) date: i64,
    pub(crate) edit_date: Option<i64>,
    pub(crate) thread_id: Option<i64>,
    pub(crate) in_topic: bool,
    pub(crate) reply_to: Option<i64>,
    /// `text`, `entities`, `photo`, `caption`, `forward_origin` and the like.
    pub(crate) content: Map<String, Value>,
    pub(crate) markup: Option<Markup>,
    pub(crate) service: bool,
    pub(crate) deleted: bool,
    /// Emoji by the person who reacted.
    pub(crate) reactions: Vec<(i64, String)>,
    /// Number of the feed event of its last change.
    pub(crate) seq: u64,
}

/// A message to be posted.
#[derive(Clone, Debug, Default)]
pub(crate) struct NewMessage {
    pub(crate) chat_id: i64,
    pub(crate) from: i64,
    /// The topic, in forums.
    pub(crate) thread_id: Option<i64>,
    pub(crate) reply_to: Option<i64>,
    pub(crate) content: Map<String, Value>,
    pub(crate) markup: Option<Markup>,
    pub(crate) service: bool,
}

impl NewMessage {
    /// The same with more content.
    pub(crate) fn saying(mut self, content: Map<String, Value>) -> Self {
        self.content.extend(content);
        self
    }
}

impl Message {
    pub(crate) fn text(&self) -> Option<&str> {
        self.content
            .get("text")
            .or_else(|| self.content.get("caption"))
            .and_then(Value::as_str)
    }

    pub(crate) fn inline_markup(&self) -> Option<&Value> {
        match &self.markup {
            Some(Markup::Inline(value)) => Some(value),
            _ => None,
        }
    }
}

impl State {
    /// Posts a message and returns its id. Whoever may not post was refused before.
    pub(crate) fn post(&mut self, new: NewMessage) -> i64 {
        let date = self.clock.now();
        let Some(chat) = self.chats.get_mut(&new.chat_id) else {
            return 0;
        };
        let counter = match chat.kind {
            ChatKind::Supergroup => &mut chat.last_message_id,
            ChatKind::Private | ChatKind::Group => &mut self.ids.messages,
        };
        *counter += 1;
        let id = *counter;
        let (thread_id, in_topic) = thread_of(chat, &new);
        let message = Message {
            id,
            from: new.from,
            date,
            edit_date: None,
            thread_id,
            in_topic,
            reply_to: new.reply_to.or(thread_id.filter(|_| in_topic)),
            content: new.content,
            markup: new.markup,
            service: new.service,
            deleted: false,
            reactions: Vec::new(),
            seq: 0,
        };
        chat.messages.insert(id, message);
        self.announce(new.chat_id, id, FeedKind::Message);
        if new.from != self.bot.id || is_told_to_its_author(&self.chats[&new.chat_id].messages[&id])
        {
            self.tell_bot("message", new.chat_id, id);
        }
        id
    }

    /// Posts a service message such as `new_chat_members`.
    pub(crate) fn post_service(
        &mut self,
        chat_id: i64,
        from: i64,
        field: &str,
        value: Value,
    ) -> i64 {
        self.post(NewMessage {
            chat_id,
            from,
            content: Map::from_iter([(field.to_owned(), value)]),
            service: true,
            ..NewMessage::default()
        })
    }

    /// Posts a service message inside a topic.
    pub(crate) fn post_topic_service(
        &mut self,
        chat_id: i64,
        from: i64,
        thread: i64,
        field: &str,
        value: Value,
    ) -> i64 {
        self.post(NewMessage {
            chat_id,
            from,
            thread_id: Some(thread),
            content: Map::from_iter([(field.to_owned(), value)]),
            service: true,
            ..NewMessage::default()
        })
    }

    /// Puts the change of a message into the feed.
    pub(crate) fn announce(&mut self, chat_id: i64, id: i64, kind: FeedKind) {
        let Some(view) = self.view(chat_id, id) else {
            return;
        };
        let more = Map::from_iter([("message".to_owned(), view)]);
        let seq = self.journal.publish(kind, Some(chat_id), more);
        if let Some(chat) = self.chats.get_mut(&chat_id)
            && let Some(message) = chat.messages.get_mut(&id)
        {
            let before = std::mem::replace(&mut message.seq, seq);
            chat.changed.remove(&before);
            chat.changed.insert(seq, id);
        }
    }

    /// Queues `message` or `edited_message`, if the bot may see the message.
    pub(crate) fn tell_bot(&mut self, kind: &str, chat_id: i64, id: i64) {
        let Some(chat) = self.chats.get(&chat_id) else {
            return;
        };
        let seen = chat
            .messages
            .get(&id)
            .is_some_and(|message| self.bot_sees(chat, message));
        if seen && let Some(wire) = self.wire(chat_id, id) {
            self.tell(kind, &wire);
        }
    }

    /// Privacy mode: a bot that is no administrator gets commands, replies to its own messages, what
    /// was sent through it and service messages. Mentions are not on Telegram's list, so they are not delivered.
    fn bot_sees(&self, chat: &Chat, message: &Message) -> bool {
        if chat.is_private() {
            return self
                .users
                .get(&chat.id)
                .is_some_and(|user| !user.blocked_bot);
        }
        if !chat.has(self.bot.id) {
            return false;
        }
        let admin = chat.member(self.bot.id).status != super::Status::Member;
        let through_bot = message.content.contains_key("via_bot");
        if admin || !self.privacy_mode || message.service || through_bot {
            return true;
        }
        let reply_to_bot = message
            .reply_to
            .filter(|id| message.thread_id != Some(*id) || !message.in_topic)
            .and_then(|id| chat.message(id))
            .is_some_and(|target| target.from == self.bot.id);
        reply_to_bot
            || message
                .text()
                .is_some_and(|text| self.is_command_for_bot(text))
    }

    fn is_command_for_bot(&self, text: &str) -> bool {
        let Some(word) = text
            .strip_prefix('/')
            .and_then(|rest| rest.split_whitespace().next())
        else {
            return false;
        };
        let username = self.bot.username.as_deref().unwrap_or_default();
        match word.split_once('@') {
            None => !word.is_empty(),
            Some((_, addressee)) => addressee.eq_ignore_ascii_case(username),
        }
    }

    /// The `Message` object as Telegram sends it, with the message it replies to.
    pub(crate) fn wire(&self, chat_id: i64, id: i64) -> Option<Value> {
        let chat = self.chats.get(&chat_id)?;
        let message = chat.messages.get(&id)?;
        let mut wire = self.bare_wire(chat, message);
        if let Some(target) = message.reply_to.and_then(|target| chat.message(target)) {
            wire["reply_to_message"] = self.bare_wire(chat, target);
        }
        if let Some(pinned) = message
            .content
            .get("pinned_message")
            .and_then(Value::as_i64)
        {
            wire["pinned_message"] = match chat.message(pinned) {
                Some(target) => self.bare_wire(chat, target),
                None => json!({ "chat": self.chat_wire(chat), "message_id": pinned, "date": 0 }),
            };
        }
        Some(wire)
    }

    fn bare_wire(&self, chat: &Chat, message: &Message) -> Value {
        let mut wire = message.content.clone();
        wire.insert("message_id".into(), json!(message.id));
        let from = match wire.get("sender_chat") {
            Some(whose) => stand_in(chat.id, whose),
            None => self.user_wire(message.from),
        };
        wire.insert("from".into(), from);
        wire.insert("chat".into(), self.chat_wire(chat));
        wire.insert("date".into(), json!(message.date));
        if let Some(date) = message.edit_date {
            wire.insert("edit_date".into(), json!(date));
        }
        if let Some(thread) = message.thread_id {
            wire.insert("message_thread_id".into(), json!(thread));
        }
        if message.in_topic {
            wire.insert("is_topic_message".into(), json!(true));
        }
        if let Some(markup) = message.inline_markup() {
            wire.insert("reply_markup".into(), markup.clone());
        }
        Value::Object(wire)
    }

    /// The message as the page sees it: with reply keyboards, reactions and the deletion mark.
    pub(crate) fn view(&self, chat_id: i64, id: i64) -> Option<Value> {
        let mut view = self.wire(chat_id, id)?;
        let message = self.chats.get(&chat_id)?.messages.get(&id)?;
        view["deleted"] = json!(message.deleted);
        if let Some(Markup::Reply(value)) = &message.markup {
            view["reply_markup"] = value.clone();
        }
        if !message.reactions.is_empty() {
            let reactions: Vec<Value> = message
                .reactions
                .iter()
                .map(|(user, emoji)| json!({ "user_id": user, "emoji": emoji }))
                .collect();
            view["reactions"] = json!(reactions);
        }
        Some(view)
    }

    /// The buttons under a message.
    pub(crate) fn inline_markup(&self, chat_id: i64, id: i64) -> Option<&Value> {
        self.chats.get(&chat_id)?.messages.get(&id)?.inline_markup()
    }

    /// Changes a message in place, and tells the feed.
    pub(crate) fn change(&mut self, chat_id: i64, id: i64, change: impl FnOnce(&mut Message)) {
        let now = self.clock.now();
        let Some(message) = self
            .chats
            .get_mut(&chat_id)
            .and_then(|chat| chat.messages.get_mut(&id))
        else {
            return;
        };
        change(message);
        message.edit_date = Some(now);
        self.announce(chat_id, id, FeedKind::Edited);
    }

    /// Deletes a message; bots are not told of deletions.
    pub(crate) fn delete_message(&mut self, chat_id: i64, id: i64) {
        let Some(chat) = self.chats.get_mut(&chat_id) else {
            return;
        };
        chat.pinned.retain(|pinned| *pinned != id);
        if let Some(message) = chat.messages.get_mut(&id) {
            message.deleted = true;
        }
        self.announce(chat_id, id, FeedKind::Deleted);
    }
}

/// Who Telegram says wrote what was written in the name of a chat.
fn stand_in(group: i64, whose: &Value) -> Value {
    if whose["id"].as_i64() == Some(group) {
        json!({
            "id": 1_087_968_824, "is_bot": true, "first_name": "Group",
            "username": "GroupAnonymousBot",
        })
    } else {
        json!({
            "id": 136_817_688, "is_bot": true, "first_name": "Channel", "username": "Channel_Bot",
        })
    }
}

/// Service messages about what the bot did that Telegram tells the bot itself.
fn is_told_to_its_author(message: &Message) -> bool {
    const TOLD: [&str; 3] = ["pinned_message", "new_chat_title", "left_chat_member"];
    message.service
        && TOLD
            .iter()
            .any(|field| message.content.contains_key(*field))
}

/// The thread a message belongs to, and whether that is a forum topic.
fn thread_of(chat: &Chat, new: &NewMessage) -> (Option<i64>, bool) {
    if let Some(topic) = new.thread_id {
        return (Some(topic), true);
    }
    let Some(target) = new.reply_to.and_then(|id| chat.messages.get(&id)) else {
        return (None, false);
    };
    match chat.kind {
        ChatKind::Supergroup if chat.is_forum => (target.thread_id, target.in_topic),
        // Replies in supergroups form threads, whose id is their first message's.
        ChatKind::Supergroup => (Some(target.thread_id.unwrap_or(target.id)), false),
        ChatKind::Private | ChatKind::Group => (None, false),
    }
}
