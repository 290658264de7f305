//! The loop that empties the outbox: one queue a chat, the most urgent chat first, many at once.

use std::{
    collections::{BTreeSet, HashMap, VecDeque},
    sync::Arc,
    time::Duration,
};

use teloxide::{payloads::AnswerCallbackQuery, types::CallbackQueryId};
use tokio::{
    sync::{mpsc, oneshot},
    task::JoinSet,
    time::Instant,
};

use super::{
    Letter, Letters,
    outcome::Settling,
    pace::{Pace, Permit, Rate},
    send::{self, Delay, Sender},
};
use crate::{
    botapi::BotApi,
    chat::{
        delivery::{Delivered, DeliveryOutcome},
        outgoing::{Act, Lane, Target},
    },
    domain::ids::ChatId,
    handlers::Acknowledgement,
    store::{Queued, Store, outbox},
};

/// Calls under way at once: ten times what Telegram's 30 a second can use when it answers in 0.1 s, and each
/// opens a connection, which costs memory.
const MAX_IN_FLIGHT: usize = 24;
/// Messages kept in memory; more wait in the outbox until there is room.
const MAX_IN_MEMORY: usize = 10_000;
/// The first wait after trouble; it doubles up to [`LONGEST_BACKOFF`].
const FIRST_BACKOFF: Duration = Duration::from_millis(200);
/// The longest wait after trouble.
const LONGEST_BACKOFF: Duration = Duration::from_mins(1);
/// So many chats told to wait within [`FLOOD_WINDOW`] mean that everything has to wait.
const FLOOD_CHATS: usize = 3;
/// See [`FLOOD_CHATS`].
const FLOOD_WINDOW: Duration = Duration::from_secs(10);
/// An acknowledgement later than this is of no use to anybody.
const SEEN_TIMEOUT: Duration = Duration::from_secs(5);
/// Acknowledgements under way at once: more would only open connections, and each costs memory.
const MAX_ACKNOWLEDGING: usize = 8;
/// As many while messages are under way in numbers: what people read comes before the end of a button's spinning.
const ACKNOWLEDGING_BESIDE: usize = 2;

/// Sends what is in the outbox.
pub struct Worker {
    sender: Arc<Sender>,
    letters: mpsc::UnboundedReceiver<Letter>,
    pace: Pace,
    queues: HashMap<ChatId, Queue>,
    ready: BTreeSet<(Lane, i64, ChatId)>,
    delayed: BTreeSet<(Instant, ChatId)>,
    in_memory: usize,
    /// The newest row ever taken into memory; rows after it may wait in the outbox only.
    newest: i64,
    /// Whether rows after `newest` were left in the outbox for want of room.
    is_behind: bool,
    all_wait_until: Option<Instant>,
    floods: VecDeque<(Instant, ChatId)>,
    tasks: JoinSet<Done>,
    in_flight: usize,
    presses: VecDeque<Acknowledgement>,
    acknowledging: usize,
    waiting_for_idle: Vec<oneshot::Sender<()>>,
}

/// The messages of one chat.
#[derive(Default)]
struct Queue {
    items: VecDeque<Arc<Queued>>,
    place: Place,
    tries: u32,
}

/// Where a chat stands.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Place {
    /// Nowhere: it was just made, or just finished a call.
    #[default]
    Nowhere,
    /// In `ready`, under the lane and the row of its head.
    Ready(Lane, i64),
    /// In `delayed`.
    Delayed(Instant),
    /// A call for it is under way.
    Busy,
}

/// A finished task.
enum Done {
    Sent(Arc<Queued>, Result<Delivered, Delay>),
    Seen,
}

impl Worker {
    /// A worker that sends through `api` at `rate`.
    #[must_use]
    pub fn new(
        api: BotApi,
        store: Store,
        settling: Settling,
        letters: Letters,
        rate: Rate,
    ) -> Self {
        Self {
            sender: Arc::new(Sender {
                api,
                store,
                settling,
            }),
            letters: letters.0,
            pace: Pace::new(rate),
            queues: HashMap::new(),
            ready: BTreeSet::new(),
            delayed: BTreeSet::new(),
            in_memory: 0,
            newest: 0,
            is_behind: true,
            all_wait_until: None,
            floods: VecDeque::new(),
            tasks: JoinSet::new(),
            in_flight: 0,
            presses: VecDeque::new(),
            acknowledging: 0,
            waiting_for_idle: Vec::new(),
        }
    }

    /// Sends for ever: first what the last process left, then what comes. Ends when every [`super::Mail`] is
    /// gone and nothing is under way.
    pub async fn run(mut self) {
        let mut upkeep = tokio::time::interval(Duration::from_mins(1));
        loop {
            if self.is_behind && self.in_memory < MAX_IN_MEMORY / 2 {
                self.catch_up().await;
            }
            self.dispatch();
            self.acknowledge();
            self.tell_idle();
            let wake = self.next_wake();
            tokio::select! {
                letter = self.letters.recv() => match letter {
                    Some(letter) => self.take(letter),
                    None => break,
                },
                Some(done) = self.tasks.join_next() => self.finish(done),
                () = tokio::time::sleep_until(wake.unwrap_or_else(far)), if wake.is_some() => {}
                _ = upkeep.tick() => self.pace.forget_quiet(),
            }
        }
        while let Some(done) = self.tasks.join_next().await {
            self.finish(done);
        }
    }

    fn take(&mut self, letter: Letter) {
        match letter {
            Letter::Queued(queued) => {
                for message in queued {
                    if self.is_behind || self.in_memory >= MAX_IN_MEMORY {
                        self.is_behind = true;
                        break;
                    }
                    self.enqueue(message);
                }
            }
            Letter::Seen(presses) => self.presses.extend(presses),
            Letter::WhenIdle(done) => self.waiting_for_idle.push(done),
        }
    }

    /// Takes rows into memory that were left in the outbox: at the start, or for want of room.
    async fn catch_up(&mut self) {
        let after = self.newest;
        let room = MAX_IN_MEMORY.saturating_sub(self.in_memory);
        match self
            .sender
            .store
            .read(move |tx| outbox::waiting(tx, after, room))
            .await
        {
            Ok(rows) => {
                self.is_behind = rows.len() >= room;
                for row in rows {
                    self.enqueue(row);
                }
            }
            Err(error) => {
                tracing::error!(%error, "the outbox cannot be read");
                self.all_wait_until = Some(Instant::now() + FIRST_BACKOFF);
                tokio::time::sleep(FIRST_BACKOFF).await;
            }
        }
    }

    fn enqueue(&mut self, message: Queued) {
        if message.id <= self.newest {
            return;
        }
        self.newest = message.id;
        let chat = message.outgoing.chat;
        let queue = self.queues.entry(chat).or_default();
        if let Some(older) = superseded(&queue.items, queue.place == Place::Busy, &message) {
            let outcome = outcome_of(&queue.items[older], Delivered::AsChange);
            queue.items[older] = Arc::new(message);
            self.sender.settling.push(outcome);
            return;
        }
        queue.items.push_back(Arc::new(message));
        self.in_memory += 1;
        if queue.place == Place::Nowhere {
            self.make_ready(chat);
        }
    }

    /// The chat has nothing under way and need not wait: its head is ready, or it is done.
    fn make_ready(&mut self, chat: ChatId) {
        let Some(queue) = self.queues.get_mut(&chat) else {
            return;
        };
        if let Some(head) = queue.items.front() {
            queue.place = Place::Ready(head.outgoing.lane, head.id);
            self.ready.insert((head.outgoing.lane, head.id, chat));
        } else {
            self.queues.remove(&chat);
        }
    }

    fn dispatch(&mut self) {
        let now = Instant::now();
        while let Some(&(at, chat)) = self.delayed.first()
            && at <= now
        {
            self.delayed.pop_first();
            self.make_ready(chat);
        }
        if self.all_wait_until.is_some_and(|until| until > now) {
            return;
        }
        self.all_wait_until = None;
        while self.in_flight < MAX_IN_FLIGHT
            && let Some((lane, id, chat)) = self.ready.pop_first()
        {
            match self.pace.ask(chat) {
                Permit::Now => self.start(chat),
                Permit::ChatWaits(wait) => self.delay(chat, now + wait),
                Permit::AllWait(wait) => {
                    self.ready.insert((lane, id, chat));
                    self.all_wait_until = Some(now + wait);
                    return;
                }
            }
        }
    }

    fn start(&mut self, chat: ChatId) {
        let Some(queue) = self.queues.get_mut(&chat) else {
            return;
        };
        let Some(head) = queue.items.front().map(Arc::clone) else {
            return;
        };
        queue.place = Place::Busy;
        self.in_flight += 1;
        let sender = Arc::clone(&self.sender);
        self.tasks.spawn(async move {
            let result = send::send(sender, &head.outgoing).await;
            Done::Sent(head, result)
        });
    }

    fn delay(&mut self, chat: ChatId, until: Instant) {
        if let Some(queue) = self.queues.get_mut(&chat) {
            queue.place = Place::Delayed(until);
            self.delayed.insert((until, chat));
        }
    }

    fn finish(&mut self, done: Result<Done, tokio::task::JoinError>) {
        match done {
            Ok(Done::Sent(message, result)) => {
                self.in_flight -= 1;
                self.settle(&message, result);
            }
            Ok(Done::Seen) => self.acknowledging -= 1,
            Err(error) => tracing::error!(%error, "a sending task ended badly"),
        }
    }

    fn settle(&mut self, message: &Queued, result: Result<Delivered, Delay>) {
        let chat = message.outgoing.chat;
        match result {
            Ok(delivered) => {
                metrics::counter!("cutri_messages_sent_total").increment(1);
                if let Some(queue) = self.queues.get_mut(&chat) {
                    queue.tries = 0;
                    queue.items.pop_front();
                    self.in_memory -= 1;
                    if matches!(delivered, Delivered::Migrated(_)) {
                        self.in_memory -= queue.items.len();
                        queue.items.clear();
                    }
                }
                self.sender.settling.push(outcome_of(message, delivered));
                self.make_ready(chat);
            }
            Err(delay) => self.put_off(chat, delay),
        }
    }

    /// The head of the chat stays where it is, for later.
    fn put_off(&mut self, chat: ChatId, delay: Delay) {
        let now = Instant::now();
        match delay {
            Delay::Asked(seconds) => {
                metrics::counter!("cutri_flood_waits_total").increment(1);
                let wait = Duration::from_secs(u64::from(seconds));
                self.floods.push_back((now, chat));
                self.floods
                    .retain(|(at, _)| now.duration_since(*at) < FLOOD_WINDOW);
                let chats: BTreeSet<ChatId> = self.floods.iter().map(|(_, chat)| *chat).collect();
                if chats.len() >= FLOOD_CHATS {
                    self.all_wait_until = Some(now + wait);
                }
                self.delay(chat, now + wait);
            }
            Delay::Trouble(why) => {
                metrics::counter!("cutri_send_troubles_total").increment(1);
                let tries = self.queues.get_mut(&chat).map_or(1, |queue| {
                    queue.tries = queue.tries.saturating_add(1);
                    queue.tries
                });
                let wait = backoff(tries);
                tracing::warn!(error = %why, tries, wait_ms = wait.as_millis(), "a message has to wait");
                self.delay(chat, now + wait);
            }
            Delay::BadToken => {
                tracing::error!("Telegram refuses the token: nothing can be sent");
                self.all_wait_until = Some(now + LONGEST_BACKOFF);
                self.delay(chat, now + LONGEST_BACKOFF);
            }
        }
    }

    fn acknowledge(&mut self) {
        let most = if self.in_flight > MAX_ACKNOWLEDGING {
            ACKNOWLEDGING_BESIDE
        } else {
            MAX_ACKNOWLEDGING
        };
        while self.acknowledging < most
            && let Some(press) = self.presses.pop_front()
        {
            self.acknowledging += 1;
            self.start_acknowledging(press);
        }
    }

    fn start_acknowledging(&mut self, press: Acknowledgement) {
        let sender = Arc::clone(&self.sender);
        self.tasks.spawn(async move {
            let payload = AnswerCallbackQuery {
                callback_query_id: CallbackQueryId(press.press),
                text: press.toast,
                show_alert: press.is_alert.then_some(true),
                url: None,
                cache_time: None,
            };
            if let Err(error) = sender.api.tell_within(&payload, SEEN_TIMEOUT).await {
                tracing::debug!(%error, "a press could not be acknowledged");
            }
            Done::Seen
        });
    }

    fn next_wake(&self) -> Option<Instant> {
        let chat = self.delayed.first().map(|(at, _)| *at);
        match (self.all_wait_until, chat) {
            (Some(all), Some(chat)) if !self.ready.is_empty() => Some(all.min(chat)),
            (Some(all), None) if !self.ready.is_empty() => Some(all),
            (_, chat) => chat,
        }
    }

    fn tell_idle(&mut self) {
        let is_idle = self.queues.is_empty() && self.presses.is_empty() && self.tasks.is_empty();
        if is_idle && !self.is_behind {
            for waiting in self.waiting_for_idle.drain(..) {
                let _ = waiting.send(());
            }
        }
    }
}

fn far() -> Instant {
    Instant::now() + Duration::from_hours(1)
}

/// 0.2 s, 0.4 s, … up to a minute.
fn backoff(tries: u32) -> Duration {
    FIRST_BACKOFF
        .saturating_mul(1 << tries.saturating_sub(1).min(16))
        .min(LONGEST_BACKOFF)
}

/// The waiting edit that `newer` makes pointless: both change the same slot, and nothing between them does.
fn superseded(items: &VecDeque<Arc<Queued>>, busy: bool, newer: &Queued) -> Option<usize> {
    let slot = edited_slot(newer)?;
    let last = items.len().checked_sub(1)?;
    let is_under_way = busy && last == 0;
    (!is_under_way && edited_slot(&items[last]) == Some(slot)).then_some(last)
}

fn edited_slot(message: &Queued) -> Option<&str> {
    match &message.outgoing.act {
        Act::Edit {
            target: Target::Slot(slot),
            ..
        } => Some(slot),
        _ => None,
    }
}

fn outcome_of(message: &Queued, result: Delivered) -> DeliveryOutcome {
    let slot = match &message.outgoing.act {
        Act::Send { slot, .. } | Act::Picture { slot, .. } => slot.clone(),
        Act::Edit {
            target: Target::Slot(slot),
            ..
        }
        | Act::Recaption {
            target: Target::Slot(slot),
            ..
        } => Some(slot.clone()),
        Act::Edit { .. }
        | Act::Recaption { .. }
        | Act::File { .. }
        | Act::Media { .. }
        | Act::Venue { .. }
        | Act::Menu { .. }
        | Act::Leave
        | Act::Pin { .. } => None,
    };
    DeliveryOutcome {
        id: message.id,
        chat: message.outgoing.chat,
        about: message.outgoing.about.clone(),
        slot,
        result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_and_end_at_a_minute() {
        assert_eq!(backoff(1), Duration::from_millis(200));
        assert_eq!(backoff(2), Duration::from_millis(400));
        assert_eq!(backoff(40), LONGEST_BACKOFF);
    }
}
