//! What happened: the record of calls, breaches of the rules, and the feed the page follows.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

/// One call of a method by the bot.
#[derive(Clone, Debug, Serialize)]
pub struct Call {
    /// Counts from 1.
    pub seq: u64,
    /// The method as published.
    pub method: &'static str,
    /// The parameters; files by name and size.
    pub params: Value,
    /// Emulator time, Unix seconds.
    pub at: i64,
    /// Whether Telegram did it. With injected failures the bot may have heard otherwise.
    pub ok: bool,
    /// The code of the refusal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_code: Option<u16>,
    /// The text of the refusal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The id of the message that came of it, or of the first of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<i64>,
    /// The failure that was put in the way, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<&'static str>,
}

/// What changed, for those who watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedKind {
    /// A new message.
    Message,
    /// A message changed.
    Edited,
    /// A message went away.
    Deleted,
    /// The bot acknowledged a button press.
    CallbackAnswered,
    /// People, chats, members or topics changed.
    State,
    /// The bot changed its commands.
    Commands,
    /// The clock was moved.
    Clock,
}

/// One event of the feed.
#[derive(Clone, Debug, Serialize)]
pub struct FeedEvent {
    /// Counts from 1 without gaps.
    pub seq: u64,
    /// What changed.
    pub kind: FeedKind,
    /// Where, if in a chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chat_id: Option<i64>,
    /// The message as it is now, the answer, or whatever belongs to the kind.
    #[serde(flatten)]
    pub more: serde_json::Map<String, Value>,
}

/// Counters.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Stats {
    /// Updates made for the bot.
    pub updates_created: u64,
    /// Updates the bot has confirmed.
    pub updates_confirmed: u64,
    /// Updates that waited for more than a day and were forgotten.
    pub updates_expired: u64,
    /// Updates that wait.
    pub pending: usize,
    /// Calls by method.
    pub calls_by_method: BTreeMap<&'static str, u64>,
}

/// The books.
#[derive(Debug)]
pub(crate) struct Journal {
    keep: usize,
    calls: VecDeque<Call>,
    next_call: u64,
    pub(crate) calls_by_method: BTreeMap<&'static str, u64>,
    pub(crate) violations: Vec<String>,
    feed: VecDeque<Arc<FeedEvent>>,
    feed_seq: u64,
}

impl Journal {
    /// Books that keep the last `keep` calls and as many events.
    pub(crate) fn new(keep: usize) -> Self {
        Self {
            keep,
            calls: VecDeque::new(),
            next_call: 1,
            calls_by_method: BTreeMap::new(),
            violations: Vec::new(),
            feed: VecDeque::new(),
            feed_seq: 0,
        }
    }

    pub(crate) fn record(&mut self, mut call: Call) {
        call.seq = self.next_call;
        self.next_call += 1;
        *self.calls_by_method.entry(call.method).or_default() += 1;
        self.calls.push_back(call);
        if self.calls.len() > self.keep {
            self.calls.pop_front();
        }
    }

    /// Calls after the number `after`, oldest first.
    pub(crate) fn calls_after(&self, after: u64) -> impl Iterator<Item = &Call> {
        let first = self.calls.front().map_or(self.next_call, |call| call.seq);
        let skip =
            usize::try_from(after.saturating_add(1).saturating_sub(first)).unwrap_or(usize::MAX);
        self.calls.iter().skip(skip)
    }

    /// Notes a breach of the rules, as long as there are not too many.
    pub(crate) fn violation(&mut self, text: String) {
        if self.violations.len() < self.keep {
            self.violations.push(text);
        }
    }

    /// Adds an event and returns its number.
    pub(crate) fn publish(
        &mut self,
        kind: FeedKind,
        chat_id: Option<i64>,
        more: serde_json::Map<String, Value>,
    ) -> u64 {
        self.feed_seq += 1;
        self.feed.push_back(Arc::new(FeedEvent {
            seq: self.feed_seq,
            kind,
            chat_id,
            more,
        }));
        if self.feed.len() > self.keep {
            self.feed.pop_front();
        }
        self.feed_seq
    }

    pub(crate) fn feed_seq(&self) -> u64 {
        self.feed_seq
    }

    /// Events after the number `after`, oldest first, at most `limit`.
    pub(crate) fn feed_after(&self, after: u64, limit: usize) -> Vec<Arc<FeedEvent>> {
        let first = self.feed.front().map_or(1, |event| event.seq);
        let skip =
            usize::try_from(after.saturating_add(1).saturating_sub(first)).unwrap_or(usize::MAX);
        self.feed.iter().skip(skip).take(limit).cloned().collect()
    }

    pub(crate) fn reset_counts(&mut self) {
        self.calls.clear();
        self.calls_by_method.clear();
        self.violations.clear();
    }
}
