//! What every route of the server is given: the world, the token, and whether to stop.

use std::sync::Arc;

use tokio::sync::watch;

use super::world::World;

/// What handlers share.
#[derive(Clone, Debug)]
pub(crate) struct Shared {
    pub(crate) world: Arc<World>,
    pub(crate) token: Arc<str>,
    /// True once the emulator is told to stop; also an error if it was dropped.
    pub(crate) stopped: watch::Receiver<bool>,
}

impl Shared {
    /// Returns when the emulator stops.
    pub(crate) async fn stop(&self) {
        let mut stopped = self.stopped.clone();
        let _ = stopped.wait_for(|stop| *stop).await;
    }
}
