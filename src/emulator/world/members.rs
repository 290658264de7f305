//! Who comes and goes: memberships, blocks, and what the bot is told of them.

use serde_json::{Value, json};

use super::chats::{Chat, ChatKind, Member, Status};
use super::state::State;

impl State {
    /// Makes `user` what `member` says, by the hand of `actor`: queues `my_chat_member` or
    /// `chat_member`, and posts the service message people see.
    pub(crate) fn set_member(&mut self, chat_id: i64, actor: i64, user: i64, member: Member) {
        let Some(chat) = self.chats.get(&chat_id) else {
            return;
        };
        let old = chat.member(user);
        if old == member {
            return;
        }
        let came = !old.status.is_present() && member.status.is_present();
        let went = old.status.is_present() && !member.status.is_present();
        let change = self.member_change(chat, actor, user, &old, &member);
        let bot_is_there = chat.has(self.bot.id);
        let by_bot = actor == self.bot.id;
        let user_wire = self.user_wire(user);
        // Those who leave are seen leaving, so the message comes before the change.
        if went && (user != self.bot.id) {
            self.post_service(chat_id, actor, "left_chat_member", user_wire.clone());
        }
        if let Some(chat) = self.chats.get_mut(&chat_id) {
            chat.members.insert(user, member);
        }
        if user == self.bot.id {
            self.tell("my_chat_member", &change);
        } else if bot_is_there && !by_bot && self.bot_is_admin(chat_id) {
            self.tell("chat_member", &change);
        }
        if came {
            let added = json!([user_wire]);
            self.post_service(chat_id, actor, "new_chat_members", added);
        } else if went && user == self.bot.id {
            self.post_service(chat_id, actor, "left_chat_member", user_wire);
        }
        self.announce_state(Some(chat_id));
    }

    fn member_change(
        &self,
        chat: &Chat,
        actor: i64,
        user: i64,
        old: &Member,
        new: &Member,
    ) -> Value {
        let wire = self.user_wire(user);
        json!({
            "chat": self.chat_wire(chat), "from": self.user_wire(actor), "date": self.clock.now(),
            "old_chat_member": old.wire(&wire, chat.kind),
            "new_chat_member": new.wire(&wire, chat.kind),
        })
    }

    pub(crate) fn bot_is_admin(&self, chat_id: i64) -> bool {
        self.chats.get(&chat_id).is_some_and(|chat| {
            matches!(
                chat.member(self.bot.id).status,
                Status::Administrator | Status::Creator
            )
        })
    }

    /// A person blocks the bot or lets it in again.
    pub(crate) fn set_blocked(&mut self, user_id: i64, blocked: bool) {
        let Some(user) = self.users.get_mut(&user_id) else {
            return;
        };
        if user.blocked_bot == blocked {
            return;
        }
        user.blocked_bot = blocked;
        if !user.started {
            return;
        }
        let member = |blocked| {
            Member::new(if blocked {
                Status::Kicked
            } else {
                Status::Member
            })
        };
        if let Some(chat) = self.chats.get(&user_id) {
            let change = self.member_change(
                chat,
                user_id,
                self.bot.id,
                &member(!blocked),
                &member(blocked),
            );
            self.tell("my_chat_member", &change);
        }
        self.announce_state(Some(user_id));
    }

    /// Turns a basic group into a supergroup and returns the new id; the old one only errs then.
    pub(crate) fn migrate(&mut self, chat_id: i64) -> Option<i64> {
        let old = self.chats.get(&chat_id)?;
        if old.kind != ChatKind::Group || old.migrated_to.is_some() {
            return None;
        }
        let new_id = self.ids.supergroup();
        let mut new = Chat::new(new_id, ChatKind::Supergroup, old.title.clone());
        new.members = old.members.clone();
        new.description.clone_from(&old.description);
        let actor = old
            .present()
            .map(|(id, _)| id)
            .find(|id| *id != self.bot.id)
            .unwrap_or(self.bot.id);
        self.chats.insert(new_id, new);
        self.post_service(chat_id, actor, "migrate_to_chat_id", json!(new_id));
        self.post_service(new_id, actor, "migrate_from_chat_id", json!(chat_id));
        if let Some(old) = self.chats.get_mut(&chat_id) {
            old.migrated_to = Some(new_id);
        }
        self.announce_state(Some(chat_id));
        Some(new_id)
    }
}
