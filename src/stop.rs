//! How loops learn that it is time to stop: between two steps, never in the middle of one.

use tokio::sync::watch;

/// Whoever holds this decides when to stop.
#[derive(Debug)]
pub(crate) struct Stopper(watch::Sender<bool>);

/// Tells a loop to stop.
#[derive(Debug, Clone)]
pub(crate) struct Stop(watch::Receiver<bool>);

/// Both ends.
#[must_use]
pub(crate) fn stopper() -> (Stopper, Stop) {
    let (sender, receiver) = watch::channel(false);
    (Stopper(sender), Stop(receiver))
}

impl Stopper {
    /// Everybody stops as soon as they can.
    pub(crate) fn stop(&self) {
        self.0.send_replace(true);
    }
}

impl Stop {
    /// Waits for it; whoever could say so being gone means the same.
    pub(crate) async fn asked(&mut self) {
        let _ = self.0.wait_for(|stop| *stop).await;
    }
}
