//! What Telegram did with a message: the facts that come back through the door out.

use super::outgoing::About;
use crate::domain::ids::{ChatId, MessageId};

/// What became of one message of the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryOutcome {
    /// Its row.
    pub id: i64,
    /// The chat it was for.
    pub chat: ChatId,
    /// What it is about.
    pub about: About,
    /// The name under which it is remembered.
    pub slot: Option<String>,
    /// Whether a message was to be changed that is gone: what came is a new one.
    pub is_anew: bool,
    /// What Telegram did.
    pub result: Delivered,
}

/// What Telegram did with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivered {
    /// It is in the chat as a new message.
    AsMessage(MessageId),
    /// The message it changes is changed, or needed no change.
    AsChange,
    /// The message is pinned.
    Pinned(MessageId),
    /// It could not be pinned, and why.
    NotPinned(String),
    /// The group does not take the bot's reactions.
    NotReacted,
    /// The chat cannot be reached: blocked, left, kicked, deactivated.
    Unreachable(String),
    /// Telegram does not accept it.
    Refused(String),
    /// The group has another id.
    Migrated(ChatId),
}
