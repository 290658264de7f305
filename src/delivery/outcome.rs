//! What became of messages, waiting to be written down with the next transaction.
//!
//! Writing down one outcome costs a commit, so they ride along with the next batch of updates, or go
//! together after a moment. A crash in between sends a message twice, never not at all.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::{
    chat::delivery::{Delivered, DeliveryOutcome},
    domain::ids::{ChatId, MessageId},
};

/// Outcomes not written down yet.
#[derive(Clone, Default)]
pub struct Settling {
    inner: Arc<Inner>,
}

#[derive(Default)]
struct Inner {
    waiting: Mutex<Vec<DeliveryOutcome>>,
    arrived: Notify,
}

impl Settling {
    /// Adds an outcome.
    pub fn push(&self, outcome: DeliveryOutcome) {
        self.waiting().push(outcome);
        self.inner.arrived.notify_one();
    }

    /// Takes all of them, to be written down now.
    #[must_use]
    pub fn take(&self) -> Vec<DeliveryOutcome> {
        std::mem::take(&mut *self.waiting())
    }

    /// They could not be written down: again later, in the same order.
    pub fn put_back(&self, outcomes: &[DeliveryOutcome]) {
        self.waiting().splice(0..0, outcomes.iter().cloned());
        if !outcomes.is_empty() {
            self.inner.arrived.notify_one();
        }
    }

    /// The message that was just put into a slot, if that is not written down yet.
    #[must_use]
    pub fn message_in_slot(&self, chat: ChatId, slot: &str) -> Option<MessageId> {
        self.waiting()
            .iter()
            .rev()
            .find_map(|outcome| match outcome.result {
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

    fn waiting(&self) -> MutexGuard<'_, Vec<DeliveryOutcome>> {
        self.inner
            .waiting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
