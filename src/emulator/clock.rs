//! The emulator's clock: the system's pushed forward, or one moved by hand.
//!
//! Never sleeps. Real waiting (long polls, webhook retries) uses wall-clock time; everything that
//! people and Telegram's rules see (dates, ages, rate limits) is read here.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// What time it is inside the emulator.
#[derive(Clone, Debug)]
pub enum EmulatorClock {
    /// The system clock plus this many seconds.
    Offset(Arc<AtomicI64>),
    /// Exactly this Unix time in seconds; it stands still until moved.
    Manual(Arc<AtomicI64>),
}

impl EmulatorClock {
    /// The system clock, which can later be pushed forward with [`advance`](Self::advance).
    #[must_use]
    pub fn system() -> Self {
        Self::Offset(Arc::default())
    }

    /// A clock that stands at `unix_seconds` until it is moved.
    #[must_use]
    pub fn manual(unix_seconds: i64) -> Self {
        Self::Manual(Arc::new(AtomicI64::new(unix_seconds)))
    }

    /// Unix seconds.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.now_millis() / 1000
    }

    /// Unix milliseconds.
    #[must_use]
    pub fn now_millis(&self) -> i64 {
        match self {
            Self::Offset(offset) => system_millis() + offset.load(Ordering::SeqCst) * 1000,
            Self::Manual(now) => now.load(Ordering::SeqCst) * 1000,
        }
    }

    /// Moves the clock by `seconds` and returns the new time in Unix seconds.
    #[expect(clippy::must_use_candidate, reason = "the new time is a courtesy")]
    pub fn advance(&self, seconds: i64) -> i64 {
        let (Self::Offset(cell) | Self::Manual(cell)) = self;
        cell.fetch_add(seconds, Ordering::SeqCst);
        self.now()
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the emulator imports nothing of this crate, so it has a clock of its own"
)]
fn system_millis() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_millis()).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manual_clock_moves_only_by_hand() {
        let clock = EmulatorClock::manual(1_000);
        assert_eq!(clock.now(), 1_000);
        assert_eq!(clock.advance(60), 1_060);
        assert_eq!(clock.clone().now(), 1_060);
    }

    #[test]
    fn a_pushed_system_clock_is_ahead_by_the_push() {
        let clock = EmulatorClock::system();
        let before = clock.now();
        assert!(clock.advance(3_600) >= before + 3_600);
    }
}
