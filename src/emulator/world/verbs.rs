//! What people do: the same verbs for tests in this process and, as JSON, for `/control`.
//!
//! A verb that a real person could not do (writing where one is no member, pressing a button that
//! is not there) is refused with a [`VerbError`], because then the test is wrong, not the bot.

use serde_json::{Map, Value, json};

use super::World;
use super::answers::{Callback, CallbackAnswer, InlineQuery};
use super::chats::{Chat, ChatKind, Member, RIGHTS, Status};
use super::journal::{Call, FeedKind, Stats};
use super::messages::NewMessage;
use super::people::{NewUser, Person};
use super::state::State;
use crate::emulator::failures::FailureRule;

mod content;
mod spec;

pub use self::spec::{
    ContactCard, Edit, FileParticulars, FileSource, Location, MemberChange, NewGroup, Presence,
    Press, Send,
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

    /// Adds a group; its first member made it. Returns its id.
    pub fn create_group(&self, group: &NewGroup) -> i64 {
        self.act(|state| {
            let kind = group.kind;
            let id = match kind {
                ChatKind::Supergroup => state.ids.supergroup(),
                _ => state.ids.group(),
            };
            let mut chat = Chat::new(id, kind, group.title.clone());
            chat.is_forum = group.is_forum && kind == ChatKind::Supergroup;
            for (number, user) in group.members.iter().enumerate() {
                let status = if number == 0 {
                    Status::Creator
                } else {
                    Status::Member
                };
                chat.members.insert(*user, Member::new(status));
            }
            state.chats.insert(id, chat);
            let actor = group.members.first().copied().unwrap_or(state.bot.id);
            let bot = state.bot.id;
            match group.bot {
                Presence::Absent => state.announce_state(Some(id)),
                Presence::Member => state.set_member(id, actor, bot, Member::new(Status::Member)),
                Presence::Administrator => {
                    state.set_member(id, actor, bot, Member::new(Status::Administrator));
                }
            }
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
                .is_some_and(|chat| chat.has(press.user_id))
            {
                return no("who is not in the chat cannot press there");
            }
            let message = state.message(chat_id, press.message_id);
            let data = match (&press.data, press.forged) {
                (Some(data), true) => data.clone(),
                _ => match message.and_then(|message| message.inline_markup()) {
                    None => return no("the message is not there or has no buttons"),
                    Some(markup) => spec::find_button(markup, press)?,
                },
            };
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
            state.queue.push("callback_query", &query);
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

    /// A person blocks the bot (`true`) or lets it in again.
    pub fn set_blocked(&self, user_id: i64, blocked: bool) {
        self.act(|state| state.set_blocked(user_id, blocked));
    }

    /// A person's account is deleted.
    pub fn deactivate(&self, user_id: i64) {
        self.act(|state| {
            if let Some(user) = state.users.get_mut(&user_id) {
                user.deactivated = true;
            }
            state.announce_state(Some(user_id));
        });
    }

    /// Somebody comes, goes, is promoted or thrown out; may be the bot.
    ///
    /// # Errors
    /// If the chat or the person does not exist.
    pub fn set_member(&self, change: &MemberChange) -> Verb<()> {
        self.act(|state| {
            let Some(chat) = state.chats.get(&change.chat_id) else {
                return no("there is no such chat");
            };
            if state.person(change.user_id).is_none() {
                return no("there is no such person");
            }
            let creator = chat
                .present()
                .find(|(_, member)| member.status == Status::Creator)
                .map(|(id, _)| id);
            let left = change.status == Status::Left && change.actor_id.is_none();
            let actor = change
                .actor_id
                .or(creator.filter(|_| !left || change.user_id == state.bot.id))
                .unwrap_or(change.user_id);
            let mut member = Member::new(change.status);
            if let (Status::Administrator, Some(rights)) = (change.status, &change.rights) {
                if let Some(unknown) = rights.iter().find(|name| !RIGHTS.contains(&name.as_str())) {
                    return no(format!("there is no right {unknown}"));
                }
                member.rights = rights.iter().cloned().collect();
            }
            state.set_member(change.chat_id, actor, change.user_id, member);
            Ok(())
        })
    }

    /// A basic group becomes a supergroup; returns the new id.
    ///
    /// # Errors
    /// If it is not a basic group.
    pub fn migrate(&self, chat_id: i64) -> Verb<i64> {
        self.act(|state| state.migrate(chat_id))
            .map_or_else(|| no("only a basic group can become a supergroup"), Ok)
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
            state.react(chat_id, user_id, message_id, emoji);
            Ok(())
        })
    }

    /// A person types `@bot query` somewhere; returns the id of the inline query.
    ///
    /// # Errors
    /// If the person does not exist.
    pub fn inline(&self, user_id: i64, query: &str, offset: &str) -> Verb<String> {
        self.act(|state| {
            if !state.users.contains_key(&user_id) {
                return no("there is no such person");
            }
            let id = state.ids.digits();
            let payload = json!({
                "id": id, "from": state.user_wire(user_id), "query": query, "offset": offset,
                "chat_type": "sender",
            });
            let asked_at = state.clock.now();
            state.inline_queries.insert(
                id.clone(),
                InlineQuery {
                    from: user_id,
                    query: query.to_owned(),
                    asked_at,
                    answer: None,
                },
            );
            state.queue.push("inline_query", &payload);
            Ok(id)
        })
    }

    /// A person picks one of the results of an inline query.
    ///
    /// # Errors
    /// If the query was not answered or has no such result.
    pub fn choose(&self, inline_query_id: &str, result_id: &str) -> Verb<()> {
        self.act(|state| {
            let Some(query) = state.inline_queries.get(inline_query_id) else {
                return no("there is no such inline query");
            };
            let offered = query
                .answer
                .as_ref()
                .and_then(|answer| answer["results"].as_array())
                .is_some_and(|results| results.iter().any(|result| result["id"] == result_id));
            if !offered {
                return no("that result was not offered");
            }
            let payload = json!({
                "result_id": result_id, "from": state.user_wire(query.from), "query": query.query,
            });
            state.queue.push("chosen_inline_result", &payload);
            Ok(())
        })
    }

    /// Moves the clock; returns the new time in Unix seconds.
    pub fn advance(&self, seconds: i64) -> i64 {
        self.act(|state| {
            let clock = state.clock.advance(seconds);
            let more = Map::from_iter([("clock".to_owned(), json!(clock))]);
            state.journal.publish(FeedKind::Clock, None, more);
            clock
        })
    }

    /// Orders a failure.
    pub fn fail(&self, rule: FailureRule) {
        self.act(|state| state.failures.add(rule));
    }

    /// Takes back all failures.
    pub fn heal(&self) {
        self.act(|state| state.failures.clear());
    }

    /// The record of calls after the number `after` (0 for all that are kept).
    #[must_use]
    pub fn calls(&self, after: u64) -> Vec<Call> {
        self.look(|state| state.journal.calls_after(after).cloned().collect())
    }

    /// What the bot did that Telegram forbids or would have ignored.
    #[must_use]
    pub fn violations(&self) -> Vec<String> {
        self.look(|state| state.journal.violations.clone())
    }

    /// How many updates wait for the bot.
    #[must_use]
    pub fn pending_updates(&self) -> usize {
        self.look(|state| state.queue.pending())
    }

    /// Button presses the bot has not acknowledged.
    #[must_use]
    pub fn unanswered_callbacks(&self) -> Vec<String> {
        self.look(|state| {
            state
                .callback_order
                .iter()
                .filter(|id| state.callbacks.get(*id).is_some_and(|c| c.answer.is_none()))
                .cloned()
                .collect()
        })
    }

    /// The bot's answer to a press, if it came.
    #[must_use]
    pub fn callback_answer(&self, id: &str) -> Option<CallbackAnswer> {
        self.look(|state| state.callbacks.get(id)?.answer.clone())
    }

    /// The bot's answer to an inline query, if it came: the parameters of `answerInlineQuery`.
    #[must_use]
    pub fn inline_answer(&self, id: &str) -> Option<Value> {
        self.look(|state| state.inline_queries.get(id)?.answer.clone())
    }

    /// Counters.
    #[must_use]
    pub fn stats(&self) -> Stats {
        self.look(|state| Stats {
            updates_created: state.queue.created,
            updates_confirmed: state.queue.confirmed,
            pending: state.queue.pending(),
            calls_by_method: state.journal.calls_by_method.clone(),
        })
    }

    /// The bot's own user id.
    #[must_use]
    pub fn bot_id(&self) -> i64 {
        self.look(|state| state.bot.id)
    }

    /// Unix seconds inside the emulator.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.look(|state| state.clock.now())
    }
}

impl State {
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
        if !chat.has(user_id) {
            return no("who is not in the chat cannot write there");
        }
        if chat.is_private() && user.blocked_bot {
            return no("the person has blocked the bot; unblock it first");
        }
        Ok(())
    }

    fn check_own(&self, chat_id: i64, user_id: i64, message_id: i64) -> Verb<()> {
        match self.message(chat_id, message_id) {
            None => no("the message is not there"),
            Some(message) if message.from != user_id => no("the message is somebody else's"),
            Some(_) => Ok(()),
        }
    }

    fn react(&mut self, chat_id: i64, user_id: i64, message_id: i64, emoji: &str) {
        let Some(message) = self
            .chats
            .get_mut(&chat_id)
            .and_then(|chat| chat.messages.get_mut(&message_id))
        else {
            return;
        };
        let of = |message: &super::Message| -> Vec<Value> {
            message
                .reactions
                .iter()
                .filter(|(user, _)| *user == user_id)
                .map(|(_, emoji)| json!({ "type": "emoji", "emoji": emoji }))
                .collect()
        };
        let old = of(message);
        message.reactions.retain(|(user, _)| *user != user_id);
        if !emoji.is_empty() {
            message.reactions.push((user_id, emoji.to_owned()));
        }
        let new = of(message);
        let chat = self.chats.get(&chat_id).map(|chat| self.chat_wire(chat));
        // Only administrators are told of reactions in groups.
        if chat_id > 0 || self.bot_is_admin(chat_id) {
            let payload = json!({
                "chat": chat, "message_id": message_id, "user": self.user_wire(user_id),
                "date": self.clock.now(), "old_reaction": old, "new_reaction": new,
            });
            self.queue.push("message_reaction", &payload);
        }
        self.announce(chat_id, message_id, FeedKind::Edited);
    }
}
