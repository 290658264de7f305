//! What goes on while Telegram has not answered yet after the start, however long that takes: what waits is counted, since when
//! is written down, the backup of the night is made.

use std::{convert::Infallible, sync::Arc, time::Duration};

use jiff::Timestamp;

use crate::{
    clock::Clock,
    handlers::Facts,
    health::Health,
    run::Nightly,
    schedule::{self, Outage},
    store::{self, Store, inbox, outbox},
};

/// So often what waits is counted.
const TICK: Duration = Duration::from_secs(1);

/// Goes on for ever; whoever has waited for Telegram drops it.
pub(in crate::run) async fn meanwhile(
    store: Store,
    facts: Arc<Facts>,
    health: Health,
    clock: Clock,
) -> Infallible {
    let mut nightly = Nightly::new(store.clone(), facts);
    let backups = async {
        loop {
            nightly.look(&clock).await;
        }
    };
    let mut outage = Outage::default();
    let counts = async {
        loop {
            tokio::time::sleep(TICK).await;
            let now = clock.now();
            if let Err(error) = look(&store, &mut outage, &health, now).await {
                tracing::error!(%error, "what waits could not be counted");
            }
        }
    };
    tokio::select! {
        never = backups => never,
        never = counts => never,
    }
}

async fn look(
    store: &Store,
    outage: &mut Outage,
    health: &Health,
    now: Timestamp,
) -> store::Result<()> {
    let counted = store
        .read(move |tx| Ok((inbox::counts(tx)?, outbox::counts(tx, now)?)))
        .await?;
    schedule::show_queues(counted.0, counted.1);
    outage.lasts(store, health, now).await
}
