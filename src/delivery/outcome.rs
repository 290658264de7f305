//! What became of messages, waiting to be written down with the next transaction.
//!
//! Writing down one outcome costs a commit, so they ride along with the next batch of updates, or go
//! together after a moment. A crash in between sends a message twice, never not at all.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::{sync::Notify, time::Instant};

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
    unwritten: Mutex<Unwritten>,
    arrived: Notify,
}

#[derive(Default)]
struct Unwritten {
    waiting: Vec<DeliveryOutcome>,
    /// When the oldest of `waiting` came.
    waiting_since: Option<Instant>,
    /// Taken to be written down, until that is done: whoever looks for a slot still finds it here.
    taken: Vec<Arc<Vec<DeliveryOutcome>>>,
}

impl Settling {
    /// Adds an outcome.
    pub fn push(&self, outcome: DeliveryOutcome) {
        let mut unwritten = self.unwritten();
        unwritten.waiting_since.get_or_insert_with(Instant::now);
        unwritten.waiting.push(outcome);
        drop(unwritten);
        self.inner.arrived.notify_one();
    }

    /// Takes all of them, to be written down now. Afterwards say [`Self::written`] or [`Self::put_back`].
    #[must_use]
    pub fn take(&self) -> Arc<Vec<DeliveryOutcome>> {
        let mut unwritten = self.unwritten();
        unwritten.waiting_since = None;
        let batch = Arc::new(std::mem::take(&mut unwritten.waiting));
        if !batch.is_empty() {
            unwritten.taken.push(Arc::clone(&batch));
        }
        batch
    }

    /// Whether everything is written down.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        let unwritten = self.unwritten();
        unwritten.waiting.is_empty() && unwritten.taken.is_empty()
    }

    /// They are on disk.
    pub fn written(&self, batch: &Arc<Vec<DeliveryOutcome>>) {
        self.unwritten()
            .taken
            .retain(|taken| !Arc::ptr_eq(taken, batch));
    }

    /// They could not be written down: again later, in the same order.
    pub fn put_back(&self, batch: &Arc<Vec<DeliveryOutcome>>) {
        let mut unwritten = self.unwritten();
        unwritten.taken.retain(|taken| !Arc::ptr_eq(taken, batch));
        if batch.is_empty() {
            return;
        }
        unwritten.waiting_since.get_or_insert_with(Instant::now);
        unwritten.waiting.splice(0..0, batch.iter().cloned());
        drop(unwritten);
        self.inner.arrived.notify_one();
    }

    /// The message that was just put into a slot, if that is not written down yet.
    #[must_use]
    pub fn message_in_slot(&self, chat: ChatId, slot: &str) -> Option<MessageId> {
        let unwritten = self.unwritten();
        let taken = unwritten.taken.iter().flat_map(|batch| batch.iter());
        let newest_last: Vec<&DeliveryOutcome> = taken.chain(&unwritten.waiting).collect();
        newest_last
            .into_iter()
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

    /// When the oldest outcome that nobody has taken came; none: nothing waits.
    #[must_use]
    pub fn waiting_since(&self) -> Option<Instant> {
        self.unwritten().waiting_since
    }

    /// Waits until there is something to write down.
    pub async fn arrival(&self) {
        self.inner.arrived.notified().await;
    }

    fn unwritten(&self) -> MutexGuard<'_, Unwritten> {
        self.inner
            .unwritten
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::outgoing::About;

    fn outcome(id: i64, slot: &str) -> DeliveryOutcome {
        DeliveryOutcome {
            id,
            chat: ChatId(7),
            about: About::default(),
            slot: Some(slot.to_owned()),
            is_anew: false,
            result: Delivered::AsMessage(MessageId(id)),
        }
    }

    #[test]
    fn a_slot_is_known_until_it_is_on_disk() {
        let settling = Settling::default();
        settling.push(outcome(1, "card:1"));
        let batch = settling.take();
        assert_eq!(
            settling.message_in_slot(ChatId(7), "card:1"),
            Some(MessageId(1))
        );
        settling.push(outcome(2, "card:1"));
        assert_eq!(
            settling.message_in_slot(ChatId(7), "card:1"),
            Some(MessageId(2))
        );
        settling.written(&batch);
        let batch = settling.take();
        settling.written(&batch);
        assert_eq!(settling.message_in_slot(ChatId(7), "card:1"), None);
    }

    #[test]
    fn what_could_not_be_written_keeps_its_place() {
        let settling = Settling::default();
        settling.push(outcome(1, "a"));
        let batch = settling.take();
        settling.push(outcome(2, "b"));
        settling.put_back(&batch);
        let ids: Vec<i64> = settling.take().iter().map(|outcome| outcome.id).collect();
        assert_eq!(ids, [1, 2]);
    }
}
