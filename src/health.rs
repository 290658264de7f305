//! How the bot is, for `/healthz`, `/readyz` and the log: plain counters, no sentences.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, AtomicI64, Ordering},
};

use jiff::Timestamp;

/// Shared between the loops that know and the pages that tell.
#[derive(Debug, Clone, Default)]
pub struct Health {
    state: Arc<State>,
}

#[derive(Debug, Default)]
struct State {
    telegram_answered_at: AtomicI64,
    telegram_unreachable_since: AtomicI64,
    was_unreachable_since: AtomicI64,
    webhook_trouble: Mutex<Option<String>>,
    brought_at: AtomicI64,
    is_serving: AtomicBool,
    ticked_at: AtomicI64,
}

impl Health {
    /// Telegram answered.
    pub fn telegram_answered(&self, now: Timestamp) {
        self.state
            .telegram_answered_at
            .store(now.as_second(), Ordering::Relaxed);
        let since = self
            .state
            .telegram_unreachable_since
            .swap(0, Ordering::Relaxed);
        if since > 0 {
            let was = &self.state.was_unreachable_since;
            let _ = was.compare_exchange(0, since, Ordering::Relaxed, Ordering::Relaxed);
        }
    }

    /// Since when (unix seconds) Telegram had been unreachable before it answered again; told once.
    #[must_use]
    pub fn outage_over(&self) -> Option<i64> {
        let since = self.state.was_unreachable_since.swap(0, Ordering::Relaxed);
        Some(since).filter(|since| *since > 0)
    }

    /// Telegram cannot bring updates to the webhook, for this reason; `None`: it can.
    pub fn webhook_fails(&self, why: Option<String>) {
        let mut held = self
            .state
            .webhook_trouble
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *held = why;
    }

    /// Telegram brought an update to the webhook: what kept it from that is over.
    pub fn webhook_works(&self, now: Timestamp) {
        self.state
            .brought_at
            .store(now.as_second(), Ordering::Relaxed);
        self.webhook_fails(None);
    }

    /// When Telegram last brought an update to the webhook (unix seconds), 0 before the first time.
    #[must_use]
    pub fn brought_at(&self) -> i64 {
        self.state.brought_at.load(Ordering::Relaxed)
    }

    /// Why Telegram cannot bring updates to the webhook, if it cannot.
    #[must_use]
    pub fn webhook_trouble(&self) -> Option<String> {
        let held = self.state.webhook_trouble.lock();
        held.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Everything of the start is done: updates are let in.
    pub fn serves(&self) {
        self.state.is_serving.store(true, Ordering::Relaxed);
    }

    /// Whether updates are let in.
    #[must_use]
    pub fn is_serving(&self) -> bool {
        self.state.is_serving.load(Ordering::Relaxed)
    }

    /// Telegram could not be reached.
    pub fn telegram_failed(&self, now: Timestamp) {
        let since = &self.state.telegram_unreachable_since;
        let _ = since.compare_exchange(0, now.as_second(), Ordering::Relaxed, Ordering::Relaxed);
    }

    /// The scheduler ticked.
    pub fn ticked(&self, now: Timestamp) {
        self.state
            .ticked_at
            .store(now.as_second(), Ordering::Relaxed);
    }

    /// Since when (unix seconds) Telegram has been unreachable, if it is.
    #[must_use]
    pub fn unreachable_since(&self) -> Option<i64> {
        Some(
            self.state
                .telegram_unreachable_since
                .load(Ordering::Relaxed),
        )
        .filter(|since| *since > 0)
    }

    /// Whether Telegram has answered at all since the start.
    #[must_use]
    pub fn has_reached_telegram(&self) -> bool {
        self.state.telegram_answered_at.load(Ordering::Relaxed) > 0
    }

    /// When the scheduler last ticked (unix seconds), 0 before the first time.
    #[must_use]
    pub fn ticked_at(&self) -> i64 {
        self.state.ticked_at.load(Ordering::Relaxed)
    }
}
