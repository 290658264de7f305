//! The loop that empties the outbox: one queue a chat, the most urgent chat first, many at once.

use std::{
    collections::{BTreeSet, HashMap, VecDeque},
    sync::Arc,
    time::Duration,
};

use governor::clock::DefaultClock;
use teloxide::{payloads::AnswerCallbackQuery, types::CallbackQueryId};
use tokio::{
    sync::{mpsc, oneshot},
    task::JoinSet,
    time::Instant,
};

use super::{
    Letter, Letters, line,
    outcome::Settling,
    pace::{Pace, Rate},
    send::{self, Delay, Sender},
    turns::Turns,
};
use crate::{
    botapi::BotApi,
    chat::{
        delivery::{Delivered, DeliveryOutcome},
        outgoing::{Act, Lane, Target},
    },
    domain::ids::ChatId,
    handlers::Acknowledgement,
    store::{Queued, Store, StoreError, outbox},
};

/// Calls under way at once: ten times what Telegram's 30 a second can use when it answers in 0.1 s, and each
/// opens a connection, which costs memory.
const MAX_IN_FLIGHT: usize = 24;
/// Messages kept in memory; more wait in the outbox until there is room.
const MAX_IN_MEMORY: usize = 10_000;
/// As many of one chat: a group of which thousands wait leaves room for everybody else's.
const KEPT_OF_A_CHAT: usize = 1_000;
/// The first wait after trouble; it doubles up to [`LONGEST_BACKOFF`].
const FIRST_BACKOFF: Duration = Duration::from_millis(200);
/// The wait after our own disk failed: nobody is troubled by another look, and people wait.
const AFTER_THE_DISK: Duration = Duration::from_secs(1);
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

/// So often whoever waits is looked after.
const UPKEEP: Duration = Duration::from_secs(5);

/// Sends what is in the outbox.
pub struct Worker {
    sender: Arc<Sender>,
    letters: mpsc::UnboundedReceiver<Letter>,
    turns: Turns,
    /// The newest row ever taken into memory; rows after it may wait in the outbox only.
    newest: i64,
    /// Whether rows after `newest` were left in the outbox for want of room.
    is_behind: bool,
    /// Chats of which messages were left in the outbox, because enough of theirs wait in memory.
    behind: HashMap<ChatId, Behind>,
    floods: VecDeque<(Instant, ChatId)>,
    tasks: JoinSet<Done>,
    in_flight: usize,
    presses: VecDeque<Acknowledgement>,
    acknowledging: usize,
    waiting_for_idle: Vec<oneshot::Sender<()>>,
}

/// What was left in the outbox of one chat.
struct Behind {
    /// Every row up to this one is in memory, or was.
    after: i64,
    /// And these.
    overtook: BTreeSet<i64>,
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
            turns: Turns::new(Pace::new(rate, &DefaultClock::default())),
            newest: 0,
            is_behind: true,
            behind: HashMap::new(),
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
        let mut upkeep = tokio::time::interval(UPKEEP);
        loop {
            if self.is_behind && self.turns.len() < MAX_IN_MEMORY / 2 {
                self.catch_up().await;
            }
            self.catch_up_with_chats().await;
            self.dispatch();
            self.acknowledge();
            self.tell_idle();
            let wake = self.turns.next_wake();
            tokio::select! {
                letter = self.letters.recv() => match letter {
                    Some(letter) => self.take(letter),
                    None => break,
                },
                Some(done) = self.tasks.join_next() => self.finish(done),
                () = tokio::time::sleep_until(wake.unwrap_or_else(far)), if wake.is_some() => {}
                _ = upkeep.tick() => self.turns.look_after(Instant::now()),
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
                    if self.is_behind || self.turns.len() >= MAX_IN_MEMORY {
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
        let room = MAX_IN_MEMORY.saturating_sub(self.turns.len());
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
            Err(error) => self.waits_for_the_outbox(&error).await,
        }
    }

    async fn waits_for_the_outbox(&mut self, error: &StoreError) {
        tracing::error!(%error, "the outbox cannot be read");
        self.turns.all_wait(Instant::now() + FIRST_BACKOFF);
        tokio::time::sleep(FIRST_BACKOFF).await;
    }

    /// Takes more rows of chats of which half of what was taken has left.
    async fn catch_up_with_chats(&mut self) {
        const MORE: usize = KEPT_OF_A_CHAT / 2;
        let low = |chat: &ChatId| self.turns.len_of(*chat) < MORE;
        let chats: Vec<ChatId> = self.behind.keys().copied().filter(low).collect();
        for chat in chats {
            let Some(mut behind) = self.behind.remove(&chat) else {
                continue;
            };
            let (after, newest) = (behind.after, self.newest);
            let rows = self
                .sender
                .store
                .read(move |tx| outbox::waiting_of(tx, chat, (after, newest), MORE))
                .await;
            let rows = match rows {
                Ok(rows) => rows,
                Err(error) => {
                    self.behind.insert(chat, behind);
                    return self.waits_for_the_outbox(&error).await;
                }
            };
            let is_all = rows.len() < MORE;
            for row in rows {
                behind.after = row.id;
                if !behind.overtook.remove(&row.id) {
                    self.put(row);
                }
            }
            if !is_all {
                self.behind.insert(chat, behind);
            }
        }
    }

    fn enqueue(&mut self, message: Queued) {
        if message.id <= self.newest {
            return;
        }
        self.newest = message.id;
        let (chat, id) = (message.outgoing.chat, message.id);
        if self.turns.len_of(chat) >= KEPT_OF_A_CHAT {
            self.behind.entry(chat).or_insert_with(|| Behind {
                after: id - 1,
                overtook: BTreeSet::new(),
            });
        }
        if let Some(behind) = self.behind.get_mut(&chat) {
            if !line::may_overtake(&message) {
                return;
            }
            behind.overtook.insert(id);
        }
        self.put(message);
    }

    fn put(&mut self, message: Queued) {
        if let Some(spared) = self.turns.take(message, Instant::now()) {
            let outcome = outcome_of(&spared, Delivered::AsChange);
            self.sender.settling.push(outcome);
        }
    }

    fn dispatch(&mut self) {
        let now = Instant::now();
        while self.in_flight < MAX_IN_FLIGHT
            && let Some(next) = self.turns.next(now)
        {
            self.in_flight += 1;
            let sender = Arc::clone(&self.sender);
            self.tasks.spawn(async move {
                let result = send::send(sender, &next.outgoing).await;
                Done::Sent(next, result)
            });
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
                if let (Some(since), Lane::Reply) = (message.since, message.outgoing.lane) {
                    metrics::histogram!("cutri_reply_seconds").record(since.elapsed());
                }
                if matches!(delivered, Delivered::Migrated(_)) {
                    self.turns.forget(chat);
                    self.behind.remove(&chat);
                }
                self.sender.settling.push(outcome_of(message, delivered));
                self.turns.sent(message, Instant::now());
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
                self.turns.reminded();
                let wait = Duration::from_secs(u64::from(seconds));
                self.floods.push_back((now, chat));
                self.floods
                    .retain(|(at, _)| now.duration_since(*at) < FLOOD_WINDOW);
                let chats: BTreeSet<ChatId> = self.floods.iter().map(|(_, chat)| *chat).collect();
                if chats.len() >= FLOOD_CHATS {
                    self.turns.all_wait(now + wait);
                }
                self.turns.put_off(chat, now + wait);
            }
            Delay::Trouble(why) => {
                metrics::counter!("cutri_send_troubles_total").increment(1);
                let tries = self.turns.count_try(chat);
                let wait = backoff(tries);
                tracing::warn!(error = %why, tries, wait_ms = wait.as_millis(), "a message has to wait");
                self.turns.put_off(chat, now + wait);
            }
            Delay::Disk(why) => {
                tracing::error!(error = %why, "a message has to wait for the database");
                self.turns.put_off(chat, now + AFTER_THE_DISK);
            }
            Delay::BadToken => {
                tracing::error!("Telegram refuses the token: nothing can be sent");
                self.turns.all_wait(now + LONGEST_BACKOFF);
                self.turns.put_off(chat, now + LONGEST_BACKOFF);
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

    fn tell_idle(&mut self) {
        let is_idle = self.turns.is_empty() && self.presses.is_empty() && self.tasks.is_empty();
        if is_idle && !self.is_behind && self.behind.is_empty() {
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
        | Act::Captioned { .. }
        | Act::Venue { .. }
        | Act::Remove { .. }
        | Act::Show { .. }
        | Act::AnswerInline { .. }
        | Act::Strip { .. }
        | Act::React { .. }
        | Act::Menu { .. }
        | Act::Leave
        | Act::Pin { .. } => None,
    };
    DeliveryOutcome {
        id: message.id,
        chat: message.outgoing.chat,
        about: message.outgoing.about.clone(),
        slot,
        is_anew: matches!(
            message.outgoing.act,
            Act::Edit { .. } | Act::Recaption { .. }
        ) && matches!(result, Delivered::AsMessage(_)),
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
