//! Whose message is next: the more urgent first, and among equals whoever has had least. Pure but for what time it is.
//!
//! Between chats turns are taken, so nobody's flood makes another wait. Within a chat [`Line`] says who is next.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
    time::Duration,
};

use governor::clock::{Clock, DefaultClock};
use tokio::time::Instant;

use super::{
    line::{Line, reacted_to},
    pace::{Pace, Permit},
};
use crate::{chat::outgoing::Lane, domain::ids::ChatId, store::Queued};

/// What a chat was sent counts against it for so long.
const REMEMBERED: Duration = Duration::from_mins(1);
/// Of what a chat has waiting, so many count against it: more says nothing new.
const COUNTED: u32 = 8;
/// Whoever has waited longer than this waits for nobody of the same urgency.
const LONG: Duration = Duration::from_secs(15);

/// Everything that waits to be sent.
pub(super) struct Turns<C: Clock = DefaultClock> {
    pace: Pace<C>,
    queues: HashMap<ChatId, Queue>,
    ready: BTreeSet<(Rank, ChatId)>,
    delayed: BTreeSet<(Instant, ChatId)>,
    recent: HashMap<ChatId, Recent>,
    all_wait_until: Option<Instant>,
    /// Until then whatever is ready waits, unless it is an answer.
    rest_waits_until: Option<Instant>,
    waiting: usize,
}

/// The messages of one chat, and how it stands with it.
#[derive(Default)]
struct Queue {
    line: Line,
    place: Place,
    /// The row that is under way.
    under_way: Option<i64>,
    ready_since: Option<Instant>,
    tries: u32,
}

/// How soon a chat is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    lane: Lane,
    burden: u32,
    row: i64,
}

/// Where a chat stands.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Place {
    /// Nowhere: it was just made, or just finished a call.
    #[default]
    Nowhere,
    /// In `ready`.
    Ready(Rank),
    /// In `delayed`, because the pace of the chat says so; something more urgent asks again.
    Paced(Instant),
    /// In `delayed`, because Telegram or the network said so: nothing helps.
    Delayed(Instant),
    /// A call for it is under way.
    Busy,
}

/// What a chat was sent lately.
#[derive(Clone, Copy)]
struct Recent {
    count: u32,
    since: Instant,
}

impl<C: Clock + Clone> Turns<C> {
    /// Nothing waits.
    pub(super) fn new(pace: Pace<C>) -> Self {
        Self {
            pace,
            queues: HashMap::new(),
            ready: BTreeSet::new(),
            delayed: BTreeSet::new(),
            recent: HashMap::new(),
            all_wait_until: None,
            rest_waits_until: None,
            waiting: 0,
        }
    }

    /// How many messages wait or are under way.
    pub(super) fn len(&self) -> usize {
        self.waiting
    }

    /// How many of one chat.
    pub(super) fn len_of(&self, chat: ChatId) -> usize {
        self.queues.get(&chat).map_or(0, |queue| queue.line.len())
    }

    /// Nothing waits and nothing is under way.
    pub(super) fn is_empty(&self) -> bool {
        self.queues.is_empty()
    }

    /// Takes a message. Gives back one that need not be sent any more, because this one says it all.
    pub(super) fn take(&mut self, message: Queued, now: Instant) -> Option<Arc<Queued>> {
        let chat = message.outgoing.chat;
        let lane = message.outgoing.lane;
        let queue = self.queues.entry(chat).or_default();
        let spared = queue.line.take(message, queue.under_way);
        if spared.is_none() {
            self.waiting += 1;
        }
        match queue.place {
            Place::Nowhere => self.make_ready(chat, now),
            Place::Ready(rank) => {
                self.ready.remove(&(rank, chat));
                self.make_ready(chat, now);
            }
            // What is more urgent than what the pace held back may leave at once.
            Place::Paced(until) if lane == Lane::Reply => {
                self.delayed.remove(&(until, chat));
                self.make_ready(chat, now);
            }
            Place::Paced(_) | Place::Delayed(_) | Place::Busy => {}
        }
        spared
    }

    /// The next message that may leave now; it is under way then, until [`Self::sent`] or [`Self::put_off`].
    pub(super) fn next(&mut self, now: Instant) -> Option<Arc<Queued>> {
        while let Some(&(at, chat)) = self.delayed.first()
            && at <= now
        {
            self.delayed.pop_first();
            self.make_ready(chat, now);
        }
        if self.all_wait_until.is_some_and(|until| until > now) {
            return None;
        }
        (self.all_wait_until, self.rest_waits_until) = (None, None);
        while let Some((rank, chat)) = self.ready.pop_first() {
            let permit = if self.is_mark_next(chat) {
                self.pace.ask_beside(rank.row, now)
            } else {
                self.pace.ask(chat, rank.lane, rank.row, now)
            };
            match permit {
                Permit::Now => return self.start(chat),
                Permit::ChatWaits(wait) => self.stand(chat, now + wait, Place::Paced),
                // Answers come first, so there is none.
                Permit::RestWaits(wait) => {
                    self.ready.insert((rank, chat));
                    self.rest_waits_until = Some(now + wait);
                    return None;
                }
                Permit::AllWait(wait) => {
                    self.ready.insert((rank, chat));
                    self.all_wait_until = Some(now + wait);
                    return None;
                }
            }
        }
        None
    }

    /// Whether what is next in the chat is a reaction: no message, and never in front of one.
    fn is_mark_next(&self, chat: ChatId) -> bool {
        let queue = self.queues.get(&chat);
        let next = queue.and_then(|queue| queue.line.next(chat));
        next.is_some_and(|next| reacted_to(next).is_some())
    }

    fn start(&mut self, chat: ChatId) -> Option<Arc<Queued>> {
        let queue = self.queues.get_mut(&chat)?;
        let next = queue.line.next(chat).map(Arc::clone)?;
        queue.place = Place::Busy;
        queue.under_way = Some(next.id);
        queue.ready_since = None;
        Some(next)
    }

    /// The message has left, or never will.
    pub(super) fn sent(&mut self, message: &Queued, now: Instant) {
        let chat = message.outgoing.chat;
        self.pace.answered(chat, message.id, now);
        if let Some(queue) = self.queues.get_mut(&chat) {
            queue.tries = 0;
            queue.under_way = None;
            if queue.line.remove(message) {
                self.waiting -= 1;
            }
        }
        if message.outgoing.lane == Lane::Reply {
            let recent = self.recent.entry(chat).or_insert(Recent {
                count: 0,
                since: now,
            });
            if now.duration_since(recent.since) >= REMEMBERED {
                *recent = Recent {
                    count: 0,
                    since: now,
                };
            }
            recent.count = recent.count.saturating_add(1);
        }
        self.make_ready(chat, now);
    }

    /// Nothing more can be sent to this chat: it is called otherwise now.
    pub(super) fn forget(&mut self, chat: ChatId) {
        if let Some(queue) = self.queues.get_mut(&chat) {
            self.waiting -= queue.line.len();
            queue.line.clear();
        }
    }

    /// The message that was under way has to wait, and with it its chat.
    pub(super) fn put_off(&mut self, chat: ChatId, until: Instant) {
        if let Some(queue) = self.queues.get_mut(&chat) {
            queue.under_way = None;
        }
        self.stand(chat, until, Place::Delayed);
    }

    /// Telegram had to remind us of its pace.
    pub(super) fn reminded(&mut self) {
        self.pace.reminded();
    }

    /// How often in a row something of this chat failed, with this time.
    pub(super) fn count_try(&mut self, chat: ChatId) -> u32 {
        self.queues.get_mut(&chat).map_or(1, |queue| {
            queue.tries = queue.tries.saturating_add(1);
            queue.tries
        })
    }

    /// Nothing leaves before `until`.
    pub(super) fn all_wait(&mut self, until: Instant) {
        self.all_wait_until = Some(until);
    }

    /// When there may be something to do.
    pub(super) fn next_wake(&self) -> Option<Instant> {
        let chat = self.delayed.first().map(|(at, _)| *at);
        let ready = self.all_wait_until.or(self.rest_waits_until);
        match (ready, chat) {
            (Some(ready), Some(chat)) if !self.ready.is_empty() => Some(ready.min(chat)),
            (Some(ready), None) if !self.ready.is_empty() => Some(ready),
            (_, chat) => chat,
        }
    }

    /// Who has waited long is served before others, and who has been quiet is forgotten.
    pub(super) fn look_after(&mut self, now: Instant) {
        self.recent
            .retain(|_, recent| now.duration_since(recent.since) < REMEMBERED);
        self.pace.forget_quiet(now);
        let waiting: Vec<ChatId> = self.ready.iter().map(|(_, chat)| *chat).collect();
        for chat in waiting {
            if let Some(queue) = self.queues.get(&chat)
                && let Place::Ready(rank) = queue.place
            {
                self.ready.remove(&(rank, chat));
                self.make_ready(chat, now);
            }
        }
    }

    fn stand(&mut self, chat: ChatId, until: Instant, place: fn(Instant) -> Place) {
        if let Some(queue) = self.queues.get_mut(&chat) {
            queue.place = place(until);
            self.delayed.insert((until, chat));
        }
    }

    /// The chat has nothing under way and need not wait: it is ready, or it is done.
    fn make_ready(&mut self, chat: ChatId, now: Instant) {
        let sent = self.recent.get(&chat).map_or(0, |recent| {
            if now.duration_since(recent.since) < REMEMBERED {
                recent.count
            } else {
                0
            }
        });
        let Some(queue) = self.queues.get_mut(&chat) else {
            return;
        };
        let Some(next) = queue.line.next(chat) else {
            self.queues.remove(&chat);
            return;
        };
        let lane = next.outgoing.lane;
        let since = *queue.ready_since.get_or_insert(now);
        let burden = if now.duration_since(since) >= LONG {
            0
        } else {
            let waiting = u32::try_from(queue.line.len()).unwrap_or(COUNTED);
            sent.saturating_add(waiting.min(COUNTED))
        };
        let rank = Rank {
            lane,
            burden,
            row: next.id,
        };
        queue.place = Place::Ready(rank);
        self.ready.insert((rank, chat));
    }
}

#[cfg(test)]
mod tests;
