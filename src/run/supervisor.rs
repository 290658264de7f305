//! Tells the system's supervisor (systemd, `Type=notify`) how the start goes and that the process lives. Without one it does
//! nothing.

use std::time::Duration;

use sd_notify::NotifyState;

use crate::{clock::Clock, health::Health};

/// A tick older than this, in seconds, is no sign of life.
const STALE_TICK: i64 = 30;

/// The process has opened its database and its pages; whether Telegram answers is another matter, and no restart helps.
pub(super) fn ready() {
    tell(&[NotifyState::Ready]);
}

/// What it is doing, for `systemctl status`.
pub(super) fn says(status: &str) {
    tell(&[NotifyState::Status(status)]);
}

/// It was asked to stop.
pub(super) fn stopping() {
    tell(&[NotifyState::Stopping, NotifyState::Status("stopping")]);
}

fn tell(states: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(states) {
        tracing::debug!(%error, "the supervisor could not be told");
    }
}

/// Gives signs of life as often as the supervisor wants them, as long as the scheduler ticks.
pub(super) async fn watchdog(health: Health, clock: Clock) {
    let Some(limit) = sd_notify::watchdog_enabled() else {
        return;
    };
    let every = (limit / 2).max(Duration::from_millis(100));
    loop {
        tokio::time::sleep(every).await;
        let ticked_at = health.ticked_at();
        if ticked_at == 0 || clock.now().as_second() - ticked_at <= STALE_TICK {
            tell(&[NotifyState::Watchdog]);
        }
    }
}
