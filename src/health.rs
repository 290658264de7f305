//! How the bot is, for `/healthz`, `/readyz` and the log: plain counters, no sentences.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
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
    ticked_at: AtomicI64,
}

impl Health {
    /// Telegram answered.
    pub fn telegram_answered(&self, now: Timestamp) {
        self.state
            .telegram_answered_at
            .store(now.as_second(), Ordering::Relaxed);
        self.state
            .telegram_unreachable_since
            .store(0, Ordering::Relaxed);
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
