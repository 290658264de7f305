//! Writing down what became of messages, when no batch of updates takes it along.

use std::{sync::Arc, time::Duration};

use crate::{
    clock::Clock,
    delivery::outcome::Settling,
    handlers::{Facts, settle_deliveries},
    store::{self, Store},
};

/// Outcomes of messages wait at most this long for company before they are written down.
const SETTLE_AFTER: Duration = Duration::from_millis(20);

/// Writes down what became of messages; gives how many.
pub(super) async fn once(
    store: &Store,
    facts: &Arc<Facts>,
    settling: &Settling,
    clock: &Clock,
) -> store::Result<usize> {
    let outcomes = settling.take();
    if outcomes.is_empty() {
        return Ok(0);
    }
    let count = outcomes.len();
    let (now, facts, settled) = (clock.now(), Arc::clone(facts), Arc::clone(&outcomes));
    let written = store
        .write(move |tx| settle_deliveries(tx, &facts, &settled, now))
        .await;
    if let Err(error) = written {
        settling.put_back(&outcomes);
        return Err(error);
    }
    settling.written(&outcomes);
    Ok(count)
}

/// Writes down outcomes that no batch of updates has taken along in time.
pub(super) async fn for_ever(store: Store, facts: Arc<Facts>, settling: Settling, clock: Clock) {
    loop {
        settling.arrival().await;
        while let Some(since) = settling.waiting_since() {
            let due = since + SETTLE_AFTER;
            if tokio::time::Instant::now() < due {
                tokio::time::sleep_until(due).await;
                continue;
            }
            if let Err(error) = once(&store, &facts, &settling, &clock).await {
                tracing::error!(%error, "deliveries could not be written down");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}
