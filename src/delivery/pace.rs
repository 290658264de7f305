//! How fast messages may leave: Telegram's limits, kept before it has to remind us.
//!
//! A bucket that fills again while it is emptied lets through nearly twice its size in the first second, and whoever counts
//! the last second then refuses what comes next for as long. So what counts here is what left within the span itself
//! ([`Window`]).

use std::{
    collections::{HashMap, VecDeque},
    num::NonZeroU32,
    time::Duration,
};

use governor::{
    Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    middleware::NoOpMiddleware,
    state::keyed::DefaultKeyedStateStore,
};
use tokio::time::Instant;

use crate::{chat::outgoing::Lane, domain::ids::ChatId};

/// Telegram: about 30 messages a second in all ("Broadcasting to users", Bots FAQ).
const ALL_PER_SECOND: usize = 30;
/// A second, and what messages may differ in how long they are on the way.
const SECOND: Duration = Duration::from_millis(1_005);
/// What is no answer leaves evenly, at the same pace: an answer finds the next place free.
const EVEN_PERIOD: Duration = Duration::from_micros(33_500);
/// What was missed of it is made up for at once, up to this: a clock that wakes a little late, not a crowd.
const EVEN_SLACK: Duration = Duration::from_millis(15);
/// One message a second in a private chat …
const PRIVATE_PERIOD: Duration = Duration::from_secs(1);
/// … with a short burst above it: a reply, a keyboard, a receipt.
const PRIVATE_BURST: NonZeroU32 = NonZeroU32::new(3).unwrap();
/// 20 messages a minute in a group; edits count.
const GROUP_PER_MINUTE: usize = 20;
/// Of these so many for cards, notices and digests: the rest is there for whoever presses or writes, at once.
const GROUP_REST_PER_MINUTE: usize = 14;
/// A minute, and what messages may differ in how long they are on the way.
const MINUTE: Duration = Duration::from_millis(60_050);

/// How fast to send: `CUTRI_RATE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rate {
    /// Telegram's limits.
    #[default]
    Telegram,
    /// No limits: a Bot API server of one's own, benchmarks.
    Off,
}

/// Whether a message may leave now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Permit {
    /// Now.
    Now,
    /// This chat has to wait; others need not.
    ChatWaits(Duration),
    /// What is no answer has to wait, wherever it goes.
    RestWaits(Duration),
    /// All have to wait.
    AllWait(Duration),
}

/// The limits and what they have let through.
pub(super) struct Pace<C: Clock = DefaultClock> {
    limits: Option<Limits<C>>,
}

type ByChat<C> =
    RateLimiter<ChatId, DefaultKeyedStateStore<ChatId>, C, NoOpMiddleware<<C as Clock>::Instant>>;

struct Limits<C: Clock> {
    all: Window,
    /// When the next message that is no answer is due.
    even_from: Option<Instant>,
    private: ByChat<C>,
    groups: HashMap<ChatId, Group>,
}

/// What a group was sent.
struct Group {
    all: Window,
    /// Of this, what was no answer to anybody.
    rest: Window,
}

/// When the last messages left: at most so many within a span, wherever it begins.
struct Window {
    most: usize,
    span: Duration,
    left: VecDeque<Instant>,
}

impl Window {
    fn new(most: usize, span: Duration) -> Self {
        Self {
            most,
            span,
            left: VecDeque::with_capacity(most),
        }
    }

    /// How long until one more may leave; none: now.
    fn wait(&mut self, now: Instant) -> Option<Duration> {
        while let Some(first) = self.left.front()
            && now.duration_since(*first) >= self.span
        {
            self.left.pop_front();
        }
        if self.left.len() < self.most {
            return None;
        }
        let free = self.left.front().map(|first| *first + self.span);
        free.map(|at| at.duration_since(now))
    }

    fn count(&mut self, now: Instant) {
        self.left.push_back(now);
    }
}

impl<C: Clock + Clone> Pace<C> {
    pub(super) fn new(rate: Rate, clock: &C) -> Self {
        let limits = match rate {
            Rate::Off => None,
            Rate::Telegram => Quota::with_period(PRIVATE_PERIOD).map(|private| Limits {
                all: Window::new(ALL_PER_SECOND, SECOND),
                even_from: None,
                private: RateLimiter::new(
                    private.allow_burst(PRIVATE_BURST),
                    DefaultKeyedStateStore::default(),
                    clock.clone(),
                ),
                groups: HashMap::new(),
            }),
        };
        Self { limits }
    }

    /// Asks for one message to `chat`; a permit given is used, one refused costs nothing.
    pub(super) fn ask(&mut self, chat: ChatId, lane: Lane, now: Instant) -> Permit {
        let Some(limits) = &mut self.limits else {
            return Permit::Now;
        };
        if let Some(wait) = limits.all.wait(now) {
            return Permit::AllWait(wait);
        }
        let is_answer = lane == Lane::Reply;
        if !chat.is_private()
            && let Some(wait) = limits.group(chat).wait(is_answer, now)
        {
            return Permit::ChatWaits(wait);
        }
        if !is_answer && let Some(wait) = limits.wait_to_be_even(now) {
            return Permit::RestWaits(wait);
        }
        // Last, because this one counts at once.
        if chat.is_private()
            && let Err(not_until) = limits.private.check_key(&chat)
        {
            return Permit::ChatWaits(not_until.wait_time_from(limits.private.clock().now()));
        }
        if !is_answer {
            limits.count_as_even(now);
        }
        limits.all.count(now);
        if !chat.is_private() {
            limits.group(chat).count(is_answer, now);
        }
        Permit::Now
    }

    /// Forgets chats that have been quiet.
    pub(super) fn forget_quiet(&mut self, now: Instant) {
        if let Some(limits) = &mut self.limits {
            limits.private.retain_recent();
            limits.groups.retain(|_, group| !group.is_quiet(now));
        }
    }
}

impl<C: Clock> Limits<C> {
    fn wait_to_be_even(&self, now: Instant) -> Option<Duration> {
        let wait = self.even_from?.saturating_duration_since(now);
        (!wait.is_zero()).then_some(wait)
    }

    fn count_as_even(&mut self, now: Instant) {
        let due = self.even_from.unwrap_or(now);
        let due = due.max(now.checked_sub(EVEN_SLACK).unwrap_or(now));
        self.even_from = Some(due + EVEN_PERIOD);
    }

    fn group(&mut self, chat: ChatId) -> &mut Group {
        self.groups.entry(chat).or_insert_with(|| Group {
            all: Window::new(GROUP_PER_MINUTE, MINUTE),
            rest: Window::new(GROUP_REST_PER_MINUTE, MINUTE),
        })
    }
}

impl Group {
    fn wait(&mut self, is_answer: bool, now: Instant) -> Option<Duration> {
        let rest = self.rest.wait(now).filter(|_| !is_answer);
        rest.max(self.all.wait(now))
    }

    fn count(&mut self, is_answer: bool, now: Instant) {
        self.all.count(now);
        if !is_answer {
            self.rest.count(now);
        }
    }

    fn is_quiet(&mut self, now: Instant) -> bool {
        self.all.wait(now);
        self.all.left.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pace() -> Pace<DefaultClock> {
        Pace::new(Rate::Telegram, &DefaultClock::default())
    }

    #[test]
    fn a_group_gets_twenty_in_a_minute_wherever_it_begins() {
        let (mut pace, group, begun) = (pace(), ChatId(-5), Instant::now());
        let mut left = Vec::new();
        for tenth in 0..3_000 {
            let now = begun + Duration::from_millis(100 * tenth);
            if pace.ask(group, Lane::Reply, now) == Permit::Now {
                left.push(now);
            }
        }
        assert!((98..=100).contains(&left.len()), "{}", left.len());
        for twenty_one in left.windows(21) {
            assert!(twenty_one[20] - twenty_one[0] > Duration::from_mins(1));
        }
        assert!(matches!(
            pace.ask(group, Lane::Reply, left[99]),
            Permit::ChatWaits(_)
        ));
        assert_eq!(pace.ask(ChatId(7), Lane::Reply, left[99]), Permit::Now);
    }

    #[test]
    fn cards_leave_something_of_a_groups_pace_for_answers() {
        let (mut pace, group, begun) = (pace(), ChatId(-5), Instant::now());
        let now = |tenth: u64| begun + Duration::from_millis(100 * tenth);
        let cards = (0..30).filter(|at| pace.ask(group, Lane::Card, now(*at)) == Permit::Now);
        assert_eq!(cards.count(), 14);
        for _ in 0..6 {
            assert_eq!(pace.ask(group, Lane::Reply, now(31)), Permit::Now);
        }
        assert!(matches!(
            pace.ask(group, Lane::Reply, now(31)),
            Permit::ChatWaits(_)
        ));
    }

    #[test]
    fn a_resident_gets_a_short_burst() {
        let (mut pace, now) = (pace(), Instant::now());
        for _ in 0..3 {
            assert_eq!(pace.ask(ChatId(7), Lane::Reply, now), Permit::Now);
        }
        assert!(
            matches!(pace.ask(ChatId(7), Lane::Reply, now), Permit::ChatWaits(wait) if wait <= Duration::from_secs(1))
        );
    }

    #[test]
    fn whoever_is_refused_for_the_sake_of_all_keeps_their_burst() {
        let (mut pace, now) = (pace(), Instant::now());
        for chat in 1..=30 {
            assert_eq!(pace.ask(ChatId(chat), Lane::Reply, now), Permit::Now);
        }
        for _ in 0..10 {
            let permit = pace.ask(ChatId(77), Lane::Reply, now);
            assert!(matches!(permit, Permit::AllWait(_)));
        }
        let later = now + SECOND;
        for _ in 0..3 {
            assert_eq!(pace.ask(ChatId(77), Lane::Reply, later), Permit::Now);
        }
    }
}
