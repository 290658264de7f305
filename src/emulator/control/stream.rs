//! The feed as server-sent events.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::Stream;
use futures_util::stream::unfold;
use serde::Deserialize;
use tokio::sync::watch::Receiver;

use super::super::shared::Shared;
use super::super::world::FeedEvent;

/// How many events are taken at once.
const BATCH: usize = 100;

#[derive(Deserialize)]
pub(super) struct From {
    after: Option<u64>,
}

struct Follower {
    shared: Shared,
    changes: Receiver<()>,
    after: u64,
    ready: VecDeque<Arc<FeedEvent>>,
}

pub(super) async fn stream(
    State(shared): State<Shared>,
    Query(from): Query<From>,
    headers: HeaderMap,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let resumed = headers
        .get("last-event-id")
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse().ok());
    let now = || shared.world.look(|state| state.journal.feed_seq());
    let follower = Follower {
        after: resumed.or(from.after).unwrap_or_else(now),
        changes: shared.world.changes(),
        shared,
        ready: VecDeque::new(),
    };
    Sse::new(unfold(follower, next)).keep_alive(KeepAlive::default())
}

async fn next(mut follower: Follower) -> Option<(Result<Event, Infallible>, Follower)> {
    loop {
        if let Some(event) = follower.ready.pop_front() {
            let json = serde_json::to_string(&*event).unwrap_or_default();
            let sent = Event::default().id(event.seq.to_string()).data(json);
            return Some((Ok(sent), follower));
        }
        // Mark the change as seen before looking, or one in between would be lost.
        follower.changes.borrow_and_update();
        let events = follower
            .shared
            .world
            .look(|state| state.journal.feed_after(follower.after, BATCH));
        if let Some(last) = events.last() {
            follower.after = last.seq;
            follower.ready = events.into();
        } else {
            tokio::select! {
                () = follower.shared.stop() => return None,
                changed = follower.changes.changed() => changed.ok()?,
            }
        }
    }
}
