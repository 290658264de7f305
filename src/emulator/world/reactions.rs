//! Reactions to messages.

use serde_json::{Value, json};

use super::journal::FeedKind;
use super::messages::Message;
use super::state::State;

impl State {
    /// Sets or takes back somebody's reaction; nobody is told.
    pub(crate) fn set_reaction(
        &mut self,
        chat_id: i64,
        user_id: i64,
        message_id: i64,
        emoji: Option<String>,
    ) {
        if let Some(message) = self
            .chats
            .get_mut(&chat_id)
            .and_then(|chat| chat.messages.get_mut(&message_id))
        {
            message.reactions.retain(|(user, _)| *user != user_id);
            message
                .reactions
                .extend(emoji.map(|emoji| (user_id, emoji)));
        }
        self.announce(chat_id, message_id, FeedKind::Edited);
    }

    /// A person's reaction; the bot is told in private chats and where it is an administrator.
    pub(crate) fn react(
        &mut self,
        chat_id: i64,
        user_id: i64,
        message_id: i64,
        emoji: Option<String>,
    ) {
        let old = self.reactions_of(chat_id, user_id, message_id);
        self.set_reaction(chat_id, user_id, message_id, emoji);
        let new = self.reactions_of(chat_id, user_id, message_id);
        if let Some(chat) = self.chats.get(&chat_id)
            && (chat.is_private() || self.bot_is_admin(chat_id))
        {
            let payload = json!({
                "chat": self.chat_wire(chat), "message_id": message_id,
                "user": self.user_wire(user_id), "date": self.clock.now(),
                "old_reaction": old, "new_reaction": new,
            });
            self.tell("message_reaction", &payload);
        }
    }

    fn reactions_of(&self, chat_id: i64, user_id: i64, message_id: i64) -> Vec<Value> {
        let of = |message: &Message| {
            message
                .reactions
                .iter()
                .filter(|(user, _)| *user == user_id)
                .map(|(_, emoji)| json!({ "type": "emoji", "emoji": emoji }))
                .collect()
        };
        self.message(chat_id, message_id)
            .map(of)
            .unwrap_or_default()
    }
}
