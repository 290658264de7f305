//! Chats: private ones, basic groups and supergroups, with members and topics.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::messages::Message;

/// Which kind of chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChatKind {
    /// One person and the bot; its id is the person's.
    Private,
    /// A basic group: up to 200 people, no topics.
    Group,
    /// A supergroup: its own message ids, topics if it is a forum.
    Supergroup,
}

impl ChatKind {
    /// As in `chat.type`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Group => "group",
            Self::Supergroup => "supergroup",
        }
    }
}

/// What somebody is in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Made the group.
    Creator,
    /// Has rights.
    Administrator,
    /// Just there.
    Member,
    /// Went away, or never came.
    Left,
    /// Was thrown out and may not come back.
    Kicked,
}

impl Status {
    /// As in `chat_member.status`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Creator => "creator",
            Self::Administrator => "administrator",
            Self::Member => "member",
            Self::Left => "left",
            Self::Kicked => "kicked",
        }
    }

    /// Whether they are in the group now.
    #[must_use]
    pub fn is_present(self) -> bool {
        matches!(self, Self::Creator | Self::Administrator | Self::Member)
    }
}

/// What an administrator may do; everything except making others administrators.
pub(crate) const RIGHTS: [&str; 8] = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
];

/// Somebody's place in a group.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Member {
    pub(crate) status: Status,
    /// Names from [`RIGHTS`]; only administrators have any.
    pub(crate) rights: BTreeSet<String>,
}

impl Member {
    pub(crate) fn new(status: Status) -> Self {
        let rights = match status {
            Status::Administrator => RIGHTS.iter().map(|right| (*right).to_owned()).collect(),
            _ => BTreeSet::new(),
        };
        Self { status, rights }
    }

    pub(crate) fn may(&self, right: &str) -> bool {
        self.status == Status::Creator || self.rights.contains(right)
    }

    /// The `ChatMember` object; `user` is the `User` object.
    pub(crate) fn wire(&self, user: &Value, kind: ChatKind) -> Value {
        let mut member = json!({ "user": user, "status": self.status.as_str() });
        match self.status {
            Status::Creator => member["is_anonymous"] = json!(false),
            Status::Kicked => member["until_date"] = json!(0),
            Status::Member | Status::Left => {}
            Status::Administrator => {
                for right in RIGHTS {
                    if right != "can_manage_topics" || kind == ChatKind::Supergroup {
                        member[right] = json!(self.rights.contains(right));
                    }
                }
                for right in [
                    "can_be_edited",
                    "is_anonymous",
                    "can_promote_members",
                    "can_post_stories",
                    "can_edit_stories",
                    "can_delete_stories",
                ] {
                    member[right] = json!(false);
                }
            }
        }
        member
    }
}

/// A topic of a forum.
#[derive(Clone, Debug)]
pub(crate) struct Topic {
    pub(crate) name: String,
    pub(crate) closed: bool,
}

/// A chat and everything said in it.
#[derive(Debug)]
pub(crate) struct Chat {
    pub(crate) id: i64,
    pub(crate) kind: ChatKind,
    pub(crate) title: String,
    pub(crate) is_forum: bool,
    pub(crate) members: BTreeMap<i64, Member>,
    pub(crate) topics: BTreeMap<i64, Topic>,
    pub(crate) messages: BTreeMap<i64, Message>,
    /// Message ids by the feed number of their last change.
    pub(crate) changed: BTreeMap<u64, i64>,
    pub(crate) pinned: Vec<i64>,
    pub(crate) invite_link: Option<String>,
    pub(crate) description: Option<String>,
    /// Message ids in supergroups are the supergroup's own.
    pub(crate) last_message_id: i64,
    pub(crate) migrated_to: Option<i64>,
    /// Its public name: everybody can look in and press.
    pub(crate) username: Option<String>,
    /// The channel that has its comments here: everybody can write, too.
    pub(crate) channel: Option<i64>,
    /// The only reactions that are allowed; `None`: all of them.
    pub(crate) reactions: Option<Vec<String>>,
}

impl Chat {
    pub(crate) fn new(id: i64, kind: ChatKind, title: impl Into<String>) -> Self {
        Self {
            id,
            kind,
            title: title.into(),
            is_forum: false,
            members: BTreeMap::new(),
            topics: BTreeMap::new(),
            messages: BTreeMap::new(),
            changed: BTreeMap::new(),
            pinned: Vec::new(),
            invite_link: None,
            description: None,
            last_message_id: 0,
            migrated_to: None,
            username: None,
            channel: None,
            reactions: None,
        }
    }

    pub(crate) fn is_private(&self) -> bool {
        self.kind == ChatKind::Private
    }

    pub(crate) fn member(&self, user: i64) -> Member {
        self.members
            .get(&user)
            .cloned()
            .unwrap_or_else(|| Member::new(Status::Left))
    }

    /// Whether people who are not in it can look in.
    pub(crate) fn is_open(&self) -> bool {
        self.username.is_some() || self.channel.is_some()
    }

    pub(crate) fn has(&self, user: i64) -> bool {
        self.members
            .get(&user)
            .is_some_and(|member| member.status.is_present())
    }

    pub(crate) fn present(&self) -> impl Iterator<Item = (i64, &Member)> {
        self.members
            .iter()
            .filter(|(_, member)| member.status.is_present())
            .map(|(id, member)| (*id, member))
    }

    /// The message, unless it was deleted.
    pub(crate) fn message(&self, id: i64) -> Option<&Message> {
        self.messages.get(&id).filter(|message| !message.deleted)
    }

    /// The `Chat` object of a group.
    pub(crate) fn group_wire(&self) -> Value {
        let mut chat = json!({ "id": self.id, "type": self.kind.as_str(), "title": self.title });
        if self.is_forum {
            chat["is_forum"] = json!(true);
        }
        if let Some(username) = &self.username {
            chat["username"] = json!(username);
        }
        chat
    }

    /// The chat as the page sees it.
    pub(crate) fn page(&self) -> Value {
        let members: Vec<i64> = self.present().map(|(id, _)| id).collect();
        let topics: Vec<Value> = self
            .topics
            .iter()
            .map(|(id, topic)| {
                json!({ "message_thread_id": id, "name": topic.name, "closed": topic.closed })
            })
            .collect();
        json!({
            "id": self.id, "type": self.kind.as_str(), "title": self.title,
            "is_forum": self.is_forum, "members": members, "topics": topics,
            "migrated_to": self.migrated_to,
        })
    }
}
