//! The first administrator: where there is none, a link is printed that makes one, once.

use std::sync::Arc;

use super::print::tell;
use crate::{
    clock::Clock,
    handlers::{self, Facts},
    store::{self, Store},
};

/// Prints the link where nobody administers. It is a secret, so it goes to standard output and not into the log.
pub(super) async fn print_link(
    store: &Store,
    facts: &Arc<Facts>,
    clock: &Clock,
) -> store::Result<()> {
    let (facts, now) = (Arc::clone(facts), clock.now());
    let link = store
        .write(move |tx| handlers::first_administrator(tx, &facts, now))
        .await?;
    if let Some(link) = link {
        tell!(
            "There is no administrator yet. Open this link in Telegram within 72 hours; whoever opens it first and \
             accepts is the administrator (another start makes a new link):\n{link}"
        );
    }
    Ok(())
}
