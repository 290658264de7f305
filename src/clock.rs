//! What time it is. The only place that reads the system clock.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use jiff::Timestamp;

/// The time, as the machine tells it, moved by hand in a demo, or standing still in a test.
#[derive(Debug, Clone)]
pub struct Clock {
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    System,
    Shifted(Arc<AtomicI64>),
    Standing(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's time.
    #[must_use]
    pub fn system() -> Self {
        Self { kind: Kind::System }
    }

    /// The machine's time plus as many seconds as `shift` holds at the moment.
    #[must_use]
    pub fn shifted(shift: Arc<AtomicI64>) -> Self {
        Self {
            kind: Kind::Shifted(shift),
        }
    }

    /// The unix seconds that `now` holds at the moment; only whoever holds it moves it.
    #[must_use]
    pub fn standing(now: Arc<AtomicI64>) -> Self {
        Self {
            kind: Kind::Standing(now),
        }
    }

    /// The time now.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that may")]
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match &self.kind {
            Kind::System => Timestamp::now(),
            Kind::Shifted(shift) => {
                let seconds = Timestamp::now()
                    .as_second()
                    .saturating_add(shift.load(Ordering::Relaxed));
                Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX)
            }
            Kind::Standing(now) => {
                Timestamp::from_second(now.load(Ordering::Relaxed)).unwrap_or(Timestamp::MAX)
            }
        }
    }
}
