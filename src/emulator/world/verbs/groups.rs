//! Groups and memberships: made, joined, left, blocked, migrated, divided into topics.

use serde_json::json;

use super::super::World;
use super::super::chats::{Chat, ChatKind, Member, RIGHTS, Status};
use super::spec::{MemberChange, NewGroup, Presence};
use super::{Verb, no};

impl World {
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

    /// The group gets a public name, or loses it.
    pub fn publish_group(&self, chat_id: i64, username: Option<&str>) {
        self.act(|state| {
            if let Some(chat) = state.chats.get_mut(&chat_id) {
                chat.username = username.map(str::to_owned);
            }
            state.announce_state(Some(chat_id));
        });
    }

    /// A channel has its comments in the group from now on.
    pub fn link_channel(&self, chat_id: i64, channel: i64) {
        self.act(|state| {
            if let Some(chat) = state.chats.get_mut(&chat_id) {
                chat.channel = Some(channel);
            }
            state.announce_state(Some(chat_id));
        });
    }

    /// Telegram puts a post of the channel into the group of its comments.
    pub fn post_from_channel(&self, chat_id: i64, text: &str) {
        self.act(|state| {
            let Some(chat) = state.chats.get(&chat_id) else {
                return;
            };
            let channel = json!({
                "id": chat.channel, "type": "channel", "title": "Kênh",
            });
            let id = chat.last_message_id + 1;
            let message = json!({
                "message_id": id, "date": state.clock.now(), "chat": state.chat_wire(chat),
                "from": {
                    "id": 777_000, "is_bot": false, "first_name": "Telegram",
                },
                "sender_chat": channel, "forward_origin": {
                    "type": "channel", "chat": channel, "message_id": 1, "date": 0,
                },
                "is_automatic_forward": true, "text": text,
            });
            if let Some(chat) = state.chats.get_mut(&chat_id) {
                chat.last_message_id = id;
            }
            state.tell("message", &message);
        });
    }

    /// A person blocks the bot (`true`) or lets it in again.
    pub fn set_blocked(&self, user_id: i64, blocked: bool) {
        self.act(|state| state.set_blocked(user_id, blocked));
    }

    /// Whoever runs the bot gives it another username.
    pub fn rename_bot(&self, username: &str) {
        self.act(|state| state.bot.username = Some(username.to_owned()));
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

    /// A person opens a topic in a forum; returns its id.
    ///
    /// # Errors
    /// If the chat is no forum or the person is not there.
    pub fn create_topic(&self, chat_id: i64, user_id: i64, name: &str) -> Verb<i64> {
        self.act(|state| {
            let allowed = state
                .chats
                .get(&chat_id)
                .is_some_and(|chat| chat.is_forum && chat.has(user_id));
            if allowed {
                Ok(state.create_topic(chat_id, user_id, name, 7_322_096))
            } else {
                no("only members of a forum can open a topic")
            }
        })
    }

    /// A person deletes a topic of a forum, with everything in it.
    ///
    /// # Errors
    /// If there is no such topic.
    pub fn delete_topic(&self, chat_id: i64, thread: i64) -> Verb<()> {
        self.act(|state| {
            if state.drop_topic(chat_id, thread) {
                Ok(())
            } else {
                no("there is no such topic")
            }
        })
    }
}
