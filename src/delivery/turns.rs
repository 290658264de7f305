//! Whose message is next: the more urgent first, and among equals whoever has had least. Pure but for what time it is.
//!
//! Between chats turns are taken, so nobody's flood makes another wait. Within a chat everything leaves in order, but for
//! this: in a group an answer to somebody overtakes cards, cards overtake notices, and these what can wait; in a private
//! chat everything overtakes digests and announcements. What belongs to one message of the chat stays in order.

use std::{
    collections::{BTreeSet, HashMap, HashSet, VecDeque},
    sync::Arc,
    time::Duration,
};

use governor::clock::{Clock, DefaultClock};
use tokio::time::Instant;

use super::pace::{Pace, Permit};
use crate::{
    chat::outgoing::{Act, Lane, Target},
    domain::ids::{ChatId, MessageId},
    store::Queued,
};

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

/// The messages of one chat, in the order in which they came.
#[derive(Default)]
struct Queue {
    items: VecDeque<Arc<Queued>>,
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

    /// Nothing waits and nothing is under way.
    pub(super) fn is_empty(&self) -> bool {
        self.queues.is_empty()
    }

    /// Takes a message. Gives back one that need not be sent any more, because this one says it all.
    pub(super) fn take(&mut self, message: Queued, now: Instant) -> Option<Arc<Queued>> {
        let chat = message.outgoing.chat;
        let lane = message.outgoing.lane;
        let queue = self.queues.entry(chat).or_default();
        let older = superseded(queue, &message);
        let message = Arc::new(message);
        let spared = if let Some(older) = older {
            Some(std::mem::replace(&mut queue.items[older], message))
        } else {
            queue.items.push_back(message);
            self.waiting += 1;
            None
        };
        match queue.place {
            // A long queue is not looked through for every message that joins it.
            Place::Ready(rank) if spared.is_none() && queue.changes_nothing(rank, now) => {}
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
        let next = queue.and_then(|queue| queue.items.get(queue.next(chat)));
        next.is_some_and(|next| reacted_to(next).is_some())
    }

    fn start(&mut self, chat: ChatId) -> Option<Arc<Queued>> {
        let queue = self.queues.get_mut(&chat)?;
        let next = queue.items.get(queue.next(chat)).map(Arc::clone)?;
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
            let at = queue.items.iter().position(|item| item.id == message.id);
            if at.and_then(|at| queue.items.remove(at)).is_some() {
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
            self.waiting -= queue.items.len();
            queue.items.clear();
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
        let Some(next) = queue.items.get(queue.next(chat)) else {
            self.queues.remove(&chat);
            return;
        };
        let lane = next.outgoing.lane;
        let since = *queue.ready_since.get_or_insert(now);
        let burden = if now.duration_since(since) >= LONG {
            0
        } else {
            let waiting = u32::try_from(queue.items.len()).unwrap_or(COUNTED);
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

impl Queue {
    /// Whether the last one that came leaves what is next, and how soon, as it is: it is no more urgent, or waits for another,
    /// and so many wait that one more does not count.
    fn changes_nothing(&self, rank: Rank, now: Instant) -> bool {
        let is_new = |since: Instant| now.duration_since(since) < LONG;
        let mut earlier = self.items.iter();
        let Some(last) = earlier.next_back() else {
            return false;
        };
        self.items.len() > COUNTED as usize
            && self.ready_since.is_none_or(is_new)
            && (last.outgoing.lane >= rank.lane || earlier.any(|one| belong_together(one, last)))
    }

    /// Which message of the chat is next: the most urgent one that need not wait for an earlier one.
    fn next(&self, chat: ChatId) -> usize {
        let Some(first) = self.items.front() else {
            return 0;
        };
        let (mut next, mut lane) = (0, first.outgoing.lane);
        // What earlier ones touch, gathered as they are passed: a queue is looked through once.
        let mut before: HashSet<Touched<'_>> = HashSet::new();
        let pairs = self.items.iter().zip(self.items.iter().skip(1));
        for (at, (earlier, item)) in (1..).zip(pairs) {
            if lane == Lane::Reply || chat.is_private() && lane < Lane::Digest {
                break;
            }
            before.extend(touched(earlier).into_iter().flatten());
            let mut touches = touched(item).into_iter().flatten();
            if item.outgoing.lane < lane && !touches.any(|one| before.contains(&one)) {
                (next, lane) = (at, item.outgoing.lane);
            }
        }
        next
    }
}

/// Whether the order of two messages of a chat matters: they are, change or answer the same message.
fn belong_together(earlier: &Queued, later: &Queued) -> bool {
    let (earlier, later) = (touched(earlier), touched(later));
    earlier
        .iter()
        .flatten()
        .any(|one| later.iter().flatten().any(|other| one == other))
}

/// A message of the chat, by either of its names.
#[derive(PartialEq, Eq, Hash)]
enum Touched<'a> {
    Slot(&'a str),
    Message(MessageId),
}

impl<'a> Touched<'a> {
    fn of(target: &'a Target) -> Self {
        match target {
            Target::Slot(slot) => Self::Slot(slot),
            Target::Message(message) => Self::Message(*message),
        }
    }
}

/// What a message is, changes and answers.
fn touched(message: &Queued) -> [Option<Touched<'_>>; 2] {
    match &message.outgoing.act {
        Act::Send { reply_to, slot, .. } => [
            slot.as_deref().map(Touched::Slot),
            reply_to.as_ref().map(Touched::of),
        ],
        Act::Media { reply_to, .. } => [reply_to.as_ref().map(Touched::of), None],
        Act::Picture { slot, .. } => [slot.as_deref().map(Touched::Slot), None],
        Act::Edit { target: of, .. }
        | Act::Recaption { target: of, .. }
        | Act::Pin { target: of }
        | Act::React { target: of, .. }
        | Act::Remove { target: of }
        | Act::Strip { target: of } => [Some(Touched::of(of)), None],
        Act::File { .. }
        | Act::Captioned { .. }
        | Act::Venue { .. }
        | Act::Show { .. }
        | Act::AnswerInline { .. }
        | Act::Menu { .. }
        | Act::Leave => [None, None],
    }
}

/// The waiting edit that `newer` makes pointless: both change the same slot, and nothing between them has to do with it. The
/// same with reactions to one message.
fn superseded(queue: &Queue, newer: &Queued) -> Option<usize> {
    let says_it_all = |older: &Queued| match (edited_slot(older), edited_slot(newer)) {
        (Some(older), Some(newer)) => older == newer,
        (None, None) => reacted_to(older).is_some() && reacted_to(older) == reacted_to(newer),
        _ => false,
    };
    if !says_it_all(newer) {
        return None;
    }
    let last = queue
        .items
        .iter()
        .rposition(|item| belong_together(item, newer))?;
    let older = &queue.items[last];
    (says_it_all(older) && queue.under_way != Some(older.id)).then_some(last)
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

fn reacted_to(message: &Queued) -> Option<&Target> {
    match &message.outgoing.act {
        Act::React { target, .. } => Some(target),
        _ => None,
    }
}

#[cfg(test)]
#[path = "turns_tests.rs"]
mod tests;
