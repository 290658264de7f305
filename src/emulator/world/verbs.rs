//! What people do: the same verbs for tests in this process and, as JSON, for `/control`.
//!
//! A verb that a real person could not do (writing where one is no member, pressing a button that
//! is not there) is refused with a [`VerbError`], because then the test is wrong, not the bot.

use serde_json::json;

use super::World;
use super::answers::Callback;
use super::chats::{Chat, ChatKind, Member, Status};
use super::messages::NewMessage;
use super::people::{NewUser, Person};
use super::state::State;

mod content;
mod fields;
mod groups;
mod inline;
mod spec;

pub(crate) use self::content::poll_wire;
pub use self::spec::{
    Choice, ContactCard, Edit, FileParticulars, FileSource, InlineAsk, Location, MemberChange,
    NewGroup, OnBehalf, Presence, Press, Send,
};

/// Something a person could not do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct VerbError(pub String);

type Verb<T> = Result<T, VerbError>;

fn no<T>(why: impl Into<String>) -> Verb<T> {
    Err(VerbError(why.into()))
}

impl World {
    /// Adds a person and their private chat with the bot; returns their id.
    pub fn create_user(&self, user: NewUser) -> i64 {
        self.act(|state| {
            let id = user.id.unwrap_or_else(|| state.ids.user());
            let mut chat = Chat::new(id, ChatKind::Private, "");
            chat.members.insert(id, Member::new(Status::Member));
            state.chats.insert(id, chat);
            state.users.insert(id, Person::new(id, user));
            state.announce_state(Some(id));
            id
        })
    }

    /// A person writes; returns the id of the message.
    ///
    /// # Errors
    /// If the person or chat does not exist, they may not write there, or the message says nothing.
    pub fn send(&self, send: &Send) -> Verb<i64> {
        self.act(|state| {
            state.check_writer(send.chat_id, send.user_id)?;
            state.check_topic(send.chat_id, send.user_id, send.message_thread_id)?;
            let content = state.user_content(send)?;
            if let Some(target) = send.reply_to_message_id
                && state.message(send.chat_id, target).is_none()
            {
                return no("the message to reply to is not there");
            }
            if let Some(user) = state.users.get_mut(&send.user_id)
                && send.chat_id == send.user_id
            {
                user.started = true;
            }
            Ok(state.post(NewMessage {
                chat_id: send.chat_id,
                from: send.user_id,
                thread_id: send.message_thread_id,
                reply_to: send.reply_to_message_id,
                content,
                ..NewMessage::default()
            }))
        })
    }

    /// A person presses a button under a message; returns the id of the callback query.
    ///
    /// # Errors
    /// If the message has no such button, unless the press is forged.
    pub fn press(&self, press: &Press) -> Verb<String> {
        self.act(|state| {
            let chat_id = press.chat_id;
            if !state
                .chats
                .get(&chat_id)
                .is_some_and(|chat| chat.has(press.user_id) || chat.is_open() || press.forged)
            {
                return no("who is not in the chat cannot press there");
            }
            if chat_id == press.user_id && state.users.get(&chat_id).is_some_and(|u| u.blocked_bot)
            {
                return no("the person has blocked the bot; unblock it first");
            }
            if let Some(inline) = &press.inline_message_id {
                return match &press.data {
                    Some(data) => Ok(state.press_elsewhere(press.user_id, inline, data)),
                    None => no("a press under a message elsewhere needs data"),
                };
            }
            let message = state.message(chat_id, press.message_id);
            let data = match (&press.data, press.forged) {
                (Some(data), true) => data.clone(),
                _ => match message.and_then(|message| message.inline_markup()) {
                    None => return no("the message is not there or has no buttons"),
                    Some(markup) => spec::find_button(markup, press)?,
                },
            };
            let is_inline = message.is_some_and(|message| message.content.contains_key("via_bot"));
            if is_inline {
                let inline = format!("inline{chat_id}_{}", press.message_id);
                return Ok(state.press_elsewhere(press.user_id, &inline, &data));
            }
            let wire = match message {
                Some(_) => state.wire(chat_id, press.message_id).unwrap_or_default(),
                None => json!({
                    "chat": state.chats.get(&chat_id).map(|chat| state.chat_wire(chat)),
                    "message_id": press.message_id, "date": 0,
                }),
            };
            let id = state.remember_callback(Callback {
                from: press.user_id,
                chat_id,
                message_id: press.message_id,
                data: data.clone(),
                asked_at: state.clock.now(),
                answer: None,
            });
            let query = json!({
                "id": id, "from": state.user_wire(press.user_id), "message": wire,
                "chat_instance": chat_id.to_string(), "data": data,
            });
            if state.is_reached_from(chat_id) {
                state.tell("callback_query", &query);
            }
            Ok(id)
        })
    }

    /// A person changes the text or caption of their own message.
    ///
    /// # Errors
    /// If it is not theirs, is gone, or has no text.
    pub fn edit(&self, edit: &Edit) -> Verb<()> {
        self.act(|state| {
            state.check_own(edit.chat_id, edit.user_id, edit.message_id)?;
            let more = fields::checked(&edit.fields, &edit.unheard_of)?;
            let changed = content::text_fields(&edit.text, "text");
            let caption = content::text_fields(&edit.text, "caption");
            state.change(edit.chat_id, edit.message_id, |message| {
                let fields = if message.content.contains_key("text") {
                    changed
                } else {
                    caption
                };
                message.content.remove("entities");
                message.content.remove("caption_entities");
                message.content.extend(fields);
                message.content.extend(more);
            });
            state.tell_bot("edited_message", edit.chat_id, edit.message_id);
            Ok(())
        })
    }

    /// A person deletes their own message; the bot is not told.
    ///
    /// # Errors
    /// If it is not there, or is another's in a group.
    pub fn delete(&self, chat_id: i64, user_id: i64, message_id: i64) -> Verb<()> {
        self.act(|state| {
            if chat_id != user_id {
                state.check_own(chat_id, user_id, message_id)?;
            }
            if state.message(chat_id, message_id).is_none() {
                return no("the message is not there");
            }
            state.delete_message(chat_id, message_id);
            Ok(())
        })
    }

    /// A chat begins anew: what was said in it so far is gone for everybody, and the bot is not told.
    pub fn clear(&self, chat_id: i64) {
        self.act(|state| {
            if let Some(chat) = state.chats.get_mut(&chat_id) {
                chat.messages.clear();
                chat.changed.clear();
                chat.pinned.clear();
            }
        });
    }

    /// An administrator of a group says which reactions are allowed there; `None`: all of them.
    pub fn allow_reactions(&self, chat_id: i64, only: Option<&[&str]>) {
        self.act(|state| {
            if let Some(chat) = state.chats.get_mut(&chat_id) {
                let named = |only: &[&str]| only.iter().map(|emoji| (*emoji).to_owned()).collect();
                chat.reactions = only.map(named);
            }
        });
    }

    /// A person reacts to a message, or takes the reaction back with an empty emoji.
    ///
    /// # Errors
    /// If the message is not there.
    pub fn react(&self, chat_id: i64, user_id: i64, message_id: i64, emoji: &str) -> Verb<()> {
        self.act(|state| {
            if state.message(chat_id, message_id).is_none() {
                return no("the message is not there");
            }
            let emoji = (!emoji.is_empty()).then(|| emoji.to_owned());
            state.react(chat_id, user_id, message_id, emoji);
            Ok(())
        })
    }
}

impl State {
    /// A press under a message that was sent through the bot into a chat where it is not.
    fn press_elsewhere(&mut self, user_id: i64, inline_message_id: &str, data: &str) -> String {
        let id = self.remember_callback(Callback {
            from: user_id,
            chat_id: user_id,
            message_id: 0,
            data: data.to_owned(),
            asked_at: self.clock.now(),
            answer: None,
        });
        let query = json!({
            "id": id, "from": self.user_wire(user_id), "inline_message_id": inline_message_id,
            "chat_instance": inline_message_id, "data": data,
        });
        self.tell("callback_query", &query);
        id
    }

    fn check_writer(&self, chat_id: i64, user_id: i64) -> Verb<()> {
        let Some(user) = self.users.get(&user_id) else {
            return no("there is no such person");
        };
        let Some(chat) = self.chats.get(&chat_id) else {
            return no("there is no such chat");
        };
        if user.deactivated {
            return no("the account was deleted");
        }
        if chat.migrated_to.is_some() {
            return no("the group has become a supergroup");
        }
        if !chat.has(user_id) && chat.channel.is_none() {
            return no("who is not in the chat cannot write there");
        }
        if chat.is_private() && user.blocked_bot {
            return no("the person has blocked the bot; unblock it first");
        }
        Ok(())
    }

    fn check_topic(&self, chat_id: i64, user_id: i64, thread: Option<i64>) -> Verb<()> {
        let (Some(thread), Some(chat)) = (thread, self.chats.get(&chat_id)) else {
            return Ok(());
        };
        match chat.topics.get(&thread) {
            None => no("there is no such topic"),
            Some(topic) if topic.closed && !chat.member(user_id).may("can_manage_topics") => {
                no("the topic is closed")
            }
            Some(_) => Ok(()),
        }
    }

    fn check_own(&self, chat_id: i64, user_id: i64, message_id: i64) -> Verb<()> {
        match self.message(chat_id, message_id) {
            None => no("the message is not there"),
            Some(message) if message.from != user_id => no("the message is somebody else's"),
            Some(_) => Ok(()),
        }
    }
}
