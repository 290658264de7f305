//! What a person did, in our words: every update Telegram sends becomes one [`Incoming`] or nothing.

use crate::domain::attachment::Sent;
use crate::domain::ids::{ChatId, MessageId, UpdateId, UserId};

/// One thing that happened in one chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// The update it came in with.
    pub update: UpdateId,
    /// Where it happened.
    pub chat: Chat,
    /// Who did it.
    pub person: Person,
    /// What they did.
    pub deed: Deed,
}

/// The chat an update came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chat {
    /// Its id.
    pub id: ChatId,
    /// Private, or some kind of group.
    pub kind: ChatKind,
    /// A group's title; empty in a private chat.
    pub title: String,
    /// Whether it is a group with topics.
    pub is_forum: bool,
    /// Whether it has a public name: everybody can look in, and press.
    pub is_public: bool,
}

impl Incoming {
    /// Telegram's id of the press, if it was one.
    #[must_use]
    pub fn press(&self) -> Option<&str> {
        match &self.deed {
            Deed::Pressed { press, .. } | Deed::PressedElsewhere { press } => Some(press),
            Deed::Wrote { .. }
            | Deed::SentMedia { .. }
            | Deed::WroteAsChannel { .. }
            | Deed::PostedFromChannel
            | Deed::AskedInline { .. }
            | Deed::ChoseInline { .. }
            | Deed::Edited { .. }
            | Deed::RemovedBot
            | Deed::AddedBot(_)
            | Deed::ChangedRights(_)
            | Deed::MemberLeft { .. }
            | Deed::MembersCame { .. }
            | Deed::Migrated { .. } => None,
        }
    }
}

impl Chat {
    /// The chat of a person with the bot.
    #[must_use]
    pub fn private(with: UserId) -> Self {
        Self {
            id: with.private_chat(),
            kind: ChatKind::Private,
            title: String::new(),
            is_forum: false,
            is_public: false,
        }
    }
}

/// What the bot may do in a group, as far as it matters to us.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BotRights {
    /// Makes topics.
    pub can_manage_topics: bool,
    /// Pins messages.
    pub can_pin: bool,
}

/// Private chats are for residents; groups belong to bodies of the council.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChatKind {
    /// One person and the bot.
    Private,
    /// A group or supergroup.
    Group,
    /// A channel, where the bot does nothing.
    Channel,
}

/// The Telegram user who acted, as Telegram describes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: UserId,
    /// First and last name, as they chose to show it.
    pub name: String,
    /// The language of their app (IETF tag), where Telegram told it.
    pub language_tag: Option<String>,
}

/// What a person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Typed words behind the bot's name, in whatever chat.
    AskedInline {
        /// Telegram's id of it.
        query: String,
        /// The words, as typed; none: just the name.
        words: String,
        /// Which page of what is found, from 0.
        page: u16,
    },
    /// Chose one of what was found: it appears in that chat.
    ChoseInline {
        /// Which.
        result: String,
    },
    /// Wrote a text (commands too: see [`super::command`]).
    Wrote {
        /// Their message.
        message: MessageId,
        /// Its text, as written.
        text: String,
        /// The message they replied to.
        reply_to: Option<RepliedTo>,
    },
    /// Sent something that is not text: a photo, a voice message, a sticker, …
    SentMedia {
        /// Their message.
        message: MessageId,
        /// What.
        sent: Sent,
        /// What else that one message holds: a formatted page may have several files.
        more: Vec<Sent>,
        /// The album it belongs to.
        album: Option<String>,
        /// The words under it.
        caption: Option<String>,
        /// The message they replied to.
        reply_to: Option<RepliedTo>,
    },
    /// Wrote or sent something in the name of a channel or of another group: who it was, nobody can say.
    WroteAsChannel {
        /// The message.
        message: MessageId,
        /// Its words; empty when it had none.
        text: String,
        /// The message it replies to.
        reply_to: Option<RepliedTo>,
    },
    /// Nobody did anything: Telegram put a post of a channel into the group where its comments are.
    PostedFromChannel,
    /// Changed a text sent earlier.
    Edited {
        /// The changed message.
        message: MessageId,
        /// Its new text.
        text: String,
    },
    /// Pressed an inline button.
    Pressed {
        /// Telegram's id of the press, for the acknowledgement.
        press: String,
        /// The button's data: untrusted.
        data: String,
        /// The message the button is under.
        message: MessageId,
        /// Whether that message shows a button with this data, as far as Telegram tells: an app can be made to send
        /// any data under any message.
        is_shown: bool,
    },
    /// Pressed a button under a message of which Telegram tells nothing: it is in a chat without the bot, or too old.
    PressedElsewhere {
        /// Telegram's id of the press, for the acknowledgement.
        press: String,
    },
    /// Blocked the bot in the private chat, or removed it from the group.
    RemovedBot,
    /// Unblocked the bot, or added it to the group.
    AddedBot(BotRights),
    /// Changed what the bot may do here; it was and is in the chat.
    ChangedRights(BotRights),
    /// Somebody (not the bot) left the group or was removed from it.
    MemberLeft {
        /// Who.
        member: Person,
    },
    /// People (not the bot) came into the group.
    MembersCame {
        /// Who.
        members: Vec<UserId>,
    },
    /// A group became a supergroup with a new id.
    Migrated {
        /// The id from now on.
        to: ChatId,
    },
}

/// The message somebody replied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepliedTo {
    /// Its id.
    pub message: MessageId,
    /// Its sender, where Telegram told it.
    pub sender: Option<UserId>,
    /// Its text or caption; empty when it had none.
    pub text: String,
}
