//! What became of messages, waiting to be written down with the next transaction.
//!
//! Writing down one outcome costs a commit, so they ride along with the next batch of updates, or go
//! together after a moment. A crash in between sends a message twice, never not at all.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::{
    chat::outgoing::About,
    domain::ids::{ChatId, MessageId},
};

/// What became of one message of the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Its row.
    pub id: i64,
    /// The chat it was for.
    pub chat: ChatId,
    /// What it is about.
    pub about: About,
    /// The name under which it is remembered.
    pub slot: Option<String>,
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
    /// The chat cannot be reached: blocked, left, kicked, deactivated.
    Unreachable(String),
    /// Telegram does not accept it.
    Refused(String),
    /// The group has another id.
    Migrated(ChatId),
}

/// Outcomes not written down yet.
#[derive(Clone, Default)]
pub struct Settling {
    inner: Arc<Inner>,
}

#[derive(Default)]
struct Inner {
    waiting: Mutex<Vec<Outcome>>,
    arrived: Notify,
}

impl Settling {
    /// Adds an outcome.
    pub fn push(&self, outcome: Outcome) {
        self.waiting().push(outcome);
        self.inner.arrived.notify_one();
    }

    /// Takes all of them, to be written down now.
    #[must_use]
    pub fn take(&self) -> Vec<Outcome> {
        std::mem::take(&mut *self.waiting())
    }

    /// They could not be written down: again later, in the same order.
    pub fn put_back(&self, outcomes: &[Outcome]) {
        self.waiting().splice(0..0, outcomes.iter().cloned());
        if !outcomes.is_empty() {
            self.inner.arrived.notify_one();
        }
    }

    /// The message that was just put into a slot, if that is not written down yet.
    #[must_use]
    pub fn message_in_slot(&self, chat: ChatId, slot: &str) -> Option<MessageId> {
        self.waiting().iter().rev().find_map(|outcome| match outcome.result {
            Delivered::AsMessage(message)
                if outcome.chat == chat && outcome.slot.as_deref() == Some(slot) =>
            {
                Some(message)
            }
            _ => None,
        })
    }

    /// Waits until there is something to write down.
    pub async fn arrival(&self) {
        self.inner.arrived.notified().await;
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<Outcome>> {
        self.inner.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
