//! Updates that wait for the bot, and how it confirms them.
//!
//! An update stays until the bot asks for a later one (or its webhook answers 2xx), as at Telegram.

use std::collections::{BTreeSet, VecDeque};

use serde_json::Value;

/// An update as it will be sent: already written out.
#[derive(Clone, Debug)]
pub(crate) struct Update {
    pub(crate) id: i64,
    pub(crate) json: String,
    /// The chat, or the person, whose updates a webhook gets one after the other.
    pub(crate) lane: i64,
    /// Emulator time, Unix seconds.
    made_at: i64,
}

/// Telegram keeps an update for a day.
const LIFETIME: i64 = 86_400;

/// Where updates are delivered instead of being fetched.
#[derive(Clone, Debug)]
pub(crate) struct Webhook {
    pub(crate) url: String,
    pub(crate) secret_token: Option<String>,
    pub(crate) max_connections: i64,
    pub(crate) last_error: Option<(i64, String)>,
}

/// The queue.
#[derive(Debug)]
pub(crate) struct Queue {
    next_id: i64,
    pending: VecDeque<Update>,
    /// The latest confirmed ones, which a failure may hand out again.
    confirmed_lately: VecDeque<Update>,
    pub(crate) created: u64,
    pub(crate) confirmed: u64,
    pub(crate) expired: u64,
    allowed: Option<BTreeSet<String>>,
    pub(crate) webhook: Option<Webhook>,
    /// Changes when a newer poll or a webhook ends the older polls.
    pub(crate) reign: u64,
}

/// How many confirmed updates can be handed out again.
const KEPT_CONFIRMED: usize = 100;

/// Kinds that are not sent unless asked for by name.
const NOT_BY_DEFAULT: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

impl Queue {
    pub(crate) fn new(first_id: i64) -> Self {
        Self {
            next_id: first_id,
            pending: VecDeque::new(),
            confirmed_lately: VecDeque::new(),
            created: 0,
            confirmed: 0,
            expired: 0,
            allowed: None,
            webhook: None,
            reign: 0,
        }
    }

    /// Queues an update if the bot wants its kind.
    pub(crate) fn push(&mut self, now: i64, kind: &str, payload: &Value) {
        if !self.wants(kind) {
            return;
        }
        let id = self.next_id;
        self.next_id += 1;
        self.created += 1;
        self.pending.push_back(Update {
            id,
            json: format!("{{\"update_id\":{id},\"{kind}\":{payload}}}"),
            lane: lane(payload),
            made_at: now,
        });
    }

    pub(crate) fn wants(&self, kind: &str) -> bool {
        match &self.allowed {
            None => !NOT_BY_DEFAULT.contains(&kind),
            Some(kinds) => kinds.contains(kind),
        }
    }

    /// Remembers `allowed_updates`; an empty list means the default.
    pub(crate) fn allow(&mut self, kinds: &[String]) {
        self.allowed = (!kinds.is_empty()).then(|| kinds.iter().cloned().collect());
    }

    /// The remembered `allowed_updates`, if any were given.
    pub(crate) fn allowed(&self) -> Option<Vec<String>> {
        self.allowed
            .as_ref()
            .map(|kinds| kinds.iter().cloned().collect())
    }

    /// Forgets what has waited for longer than a day.
    pub(crate) fn expire(&mut self, now: i64) {
        while self
            .pending
            .front()
            .is_some_and(|first| now - first.made_at > LIFETIME)
        {
            self.pending.pop_front();
            self.expired += 1;
        }
    }

    /// Confirms by offset: everything before `offset`, or all but the last `-offset`.
    pub(crate) fn confirm(&mut self, offset: i64) {
        if offset >= 0 {
            while self.pending.front().is_some_and(|first| first.id < offset) {
                self.confirm_first();
            }
        } else {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            while self.pending.len() > keep {
                self.confirm_first();
            }
        }
    }

    fn confirm_first(&mut self) {
        if let Some(update) = self.pending.pop_front() {
            self.keep_confirmed(update);
        }
    }

    /// Confirms one update, as an answer of 2xx from a webhook does.
    pub(crate) fn confirm_one(&mut self, id: i64) {
        let found = self.pending.binary_search_by_key(&id, |update| update.id);
        if let Some(update) = found.ok().and_then(|at| self.pending.remove(at)) {
            self.keep_confirmed(update);
        }
    }

    fn keep_confirmed(&mut self, update: Update) {
        self.confirmed += 1;
        self.confirmed_lately.push_back(update);
        if self.confirmed_lately.len() > KEPT_CONFIRMED {
            self.confirmed_lately.pop_front();
        }
    }

    /// Puts the lately confirmed updates back, as Telegram does when it forgets a confirmation.
    pub(crate) fn hand_out_again(&mut self) {
        while let Some(update) = self.confirmed_lately.pop_back() {
            self.confirmed = self.confirmed.saturating_sub(1);
            self.pending.push_front(update);
        }
    }

    /// The first updates, at most `limit`.
    pub(crate) fn first(&self, limit: usize) -> impl Iterator<Item = &Update> {
        self.pending.iter().take(limit)
    }

    /// The first update whose lane is free.
    pub(crate) fn first_free(&self, is_busy: impl Fn(i64) -> bool) -> Option<&Update> {
        self.pending.iter().find(|update| !is_busy(update.lane))
    }

    pub(crate) fn pending(&self) -> usize {
        self.pending.len()
    }

    pub(crate) fn drop_pending(&mut self) {
        self.pending.clear();
    }
}

fn lane(payload: &Value) -> i64 {
    [
        &payload["chat"],
        &payload["message"]["chat"],
        &payload["from"],
    ]
    .into_iter()
    .find_map(|who| who["id"].as_i64())
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue(count: i64) -> Queue {
        let mut queue = Queue::new(10);
        for number in 0..count {
            queue.push(0, "message", &serde_json::json!({ "n": number }));
        }
        queue
    }

    fn ids(queue: &Queue) -> Vec<i64> {
        queue.first(100).map(|update| update.id).collect()
    }

    #[test]
    fn an_offset_confirms_everything_before_it() {
        let mut queue = queue(4);
        queue.confirm(12);
        assert_eq!(ids(&queue), [12, 13]);
        assert_eq!((queue.created, queue.confirmed), (4, 2));
    }

    #[test]
    fn a_negative_offset_keeps_the_last_ones() {
        let mut queue = queue(4);
        queue.confirm(-1);
        assert_eq!(ids(&queue), [13]);
    }

    #[test]
    fn an_update_waits_for_a_day() {
        let mut queue = queue(2);
        queue.expire(86_400);
        assert_eq!(queue.pending(), 2);
        queue.expire(86_401);
        assert_eq!((queue.pending(), queue.expired), (0, 2));
    }

    #[test]
    fn offset_zero_confirms_nothing() {
        let mut queue = queue(2);
        queue.confirm(0);
        assert_eq!(ids(&queue), [10, 11]);
    }

    #[test]
    fn confirmed_updates_can_come_again() {
        let mut queue = queue(3);
        queue.confirm(12);
        queue.hand_out_again();
        assert_eq!(ids(&queue), [10, 11, 12]);
        assert_eq!(queue.confirmed, 0);
    }

    #[test]
    fn a_busy_chat_does_not_hold_up_the_others() {
        let mut queue = queue(0);
        for chat in [5, 5, 6] {
            let message = serde_json::json!({ "chat": { "id": chat } });
            queue.push(0, "message", &message);
        }
        let free = queue.first_free(|lane| lane == 5).map(|update| update.id);
        assert_eq!(free, Some(12));
        queue.confirm_one(12);
        assert_eq!(ids(&queue), [10, 11]);
    }

    #[test]
    fn kinds_that_were_not_asked_for_are_not_queued() {
        let mut queue = queue(0);
        queue.push(0, "chat_member", &serde_json::json!({}));
        assert_eq!(queue.pending(), 0);
        queue.allow(&["chat_member".to_owned()]);
        queue.push(0, "chat_member", &serde_json::json!({}));
        queue.push(0, "message", &serde_json::json!({}));
        assert_eq!(queue.pending(), 1);
    }
}
