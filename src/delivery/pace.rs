//! How fast messages may leave: Telegram's limits, kept before it has to remind us.
//!
//! A bucket that fills again while it is emptied lets through nearly twice its size in the first second, and whoever counts
//! the last second then refuses what comes next for as long. So what counts here is what left within the span itself
//! ([`Window`]), and not from when it left but from when Telegram surely had it: messages differ in how long they travel.

use std::{collections::HashMap, num::NonZeroU32, time::Duration};

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
/// A second, by clocks that count milliseconds.
const SECOND: Duration = Duration::from_millis(1_001);
/// Telegram is taken to have had a message when it answers, or after so long if that is sooner …
const LEAST_TRAVEL: Duration = Duration::from_millis(10);
/// … or longer, where it had to remind us, up to this.
const MOST_TRAVEL: Duration = Duration::from_millis(100);
/// So much less again with every look at who has been quiet.
const TRAVEL_EASES_BY: Duration = Duration::from_millis(1);
/// What is no answer leaves evenly, at the same pace: an answer finds the next place free.
const EVEN_PERIOD: Duration = Duration::from_micros(33_367);
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
/// A minute, likewise.
const MINUTE: Duration = Duration::from_millis(60_001);

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
    /// How long a message is thought to travel at most.
    travel: Duration,
}

/// What a group was sent.
struct Group {
    all: Window,
    /// Of this, what was no answer to anybody.
    rest: Window,
}

/// By when Telegram had the last messages: at most so many within a span, wherever it begins.
struct Window {
    most: usize,
    span: Duration,
    /// The row of each, and by when it had arrived.
    had: Vec<(i64, Instant)>,
}

impl Window {
    fn new(most: usize, span: Duration) -> Self {
        Self {
            most,
            span,
            had: Vec::with_capacity(most),
        }
    }

    /// How long until one more may leave; none: now.
    fn wait(&mut self, now: Instant) -> Option<Duration> {
        let span = self.span;
        self.had.retain(|(_, at)| *at + span > now);
        if self.had.len() < self.most {
            return None;
        }
        let first = self.had.iter().map(|(_, at)| *at).min();
        first.map(|at| (at + span).duration_since(now))
    }

    fn count(&mut self, row: i64, by: Instant) {
        self.had.push((row, by));
    }

    /// Telegram has answered: it had the message now at the latest.
    fn answered(&mut self, row: i64, now: Instant) {
        if let Some((_, at)) = self.had.iter_mut().rfind(|(known, _)| *known == row) {
            *at = now.min(*at);
        }
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
                travel: LEAST_TRAVEL,
            }),
        };
        Self { limits }
    }

    /// Asks for one message to `chat`; a permit given is used, one refused costs nothing.
    pub(super) fn ask(&mut self, chat: ChatId, lane: Lane, row: i64, now: Instant) -> Permit {
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
        let by = now + limits.travel;
        limits.all.count(row, by);
        if !chat.is_private() {
            limits.group(chat).count(is_answer, row, by);
        }
        Permit::Now
    }

    /// The same for what is no message: a chat's messages are not fewer for it.
    pub(super) fn ask_beside(&mut self, row: i64, now: Instant) -> Permit {
        let Some(limits) = &mut self.limits else {
            return Permit::Now;
        };
        if let Some(wait) = limits.all.wait(now) {
            return Permit::AllWait(wait);
        }
        limits.all.count(row, now + limits.travel);
        Permit::Now
    }

    /// Telegram has answered the call for this row.
    pub(super) fn answered(&mut self, chat: ChatId, row: i64, now: Instant) {
        if let Some(limits) = &mut self.limits {
            limits.all.answered(row, now);
            if let Some(group) = limits.groups.get_mut(&chat) {
                group.all.answered(row, now);
                group.rest.answered(row, now);
            }
        }
    }

    /// Telegram had to remind us: messages travel longer than was thought.
    pub(super) fn reminded(&mut self) {
        if let Some(limits) = &mut self.limits {
            limits.travel = (limits.travel * 3 / 2).min(MOST_TRAVEL);
        }
    }

    /// Forgets chats that have been quiet.
    pub(super) fn forget_quiet(&mut self, now: Instant) {
        if let Some(limits) = &mut self.limits {
            limits.private.retain_recent();
            limits.groups.retain(|_, group| !group.is_quiet(now));
            let eased = limits.travel.saturating_sub(TRAVEL_EASES_BY);
            limits.travel = eased.max(LEAST_TRAVEL);
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

    fn count(&mut self, is_answer: bool, row: i64, by: Instant) {
        self.all.count(row, by);
        if !is_answer {
            self.rest.count(row, by);
        }
    }

    fn is_quiet(&mut self, now: Instant) -> bool {
        self.all.wait(now);
        self.all.had.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Asking {
        pace: Pace<DefaultClock>,
        begun: Instant,
        rows: i64,
    }

    impl Asking {
        fn begin() -> Self {
            Self {
                pace: Pace::new(Rate::Telegram, &DefaultClock::default()),
                begun: Instant::now(),
                rows: 0,
            }
        }

        /// Asks so many milliseconds after the beginning; Telegram answers after `travels`.
        fn asks(&mut self, chat: i64, lane: Lane, at: u64, travels: u64) -> Permit {
            self.rows += 1;
            let now = self.begun + Duration::from_millis(at);
            let permit = self.pace.ask(ChatId(chat), lane, self.rows, now);
            if permit == Permit::Now {
                let answered = now + Duration::from_millis(travels);
                self.pace.answered(ChatId(chat), self.rows, answered);
            }
            permit
        }
    }

    #[test]
    fn a_group_gets_twenty_in_a_minute_wherever_it_begins() {
        let mut asking = Asking::begin();
        let left: Vec<u64> = (0..3_000)
            .map(|tenth| 100 * tenth)
            .filter(|at| asking.asks(-5, Lane::Reply, *at, 0) == Permit::Now)
            .collect();
        assert!((98..=100).contains(&left.len()), "{}", left.len());
        for twenty_one in left.windows(21) {
            assert!(twenty_one[20] - twenty_one[0] > 60_000);
        }
    }

    #[test]
    fn a_group_that_waits_holds_up_nobody() {
        let mut asking = Asking::begin();
        for _ in 0..20 {
            assert_eq!(asking.asks(-5, Lane::Reply, 0, 0), Permit::Now);
        }
        let permit = asking.asks(-5, Lane::Reply, 0, 0);
        assert!(matches!(permit, Permit::ChatWaits(_)));
        assert_eq!(asking.asks(7, Lane::Reply, 0, 0), Permit::Now);
    }

    #[test]
    fn cards_leave_something_of_a_groups_pace_for_answers() {
        let mut asking = Asking::begin();
        let cards = (0..30).filter(|at| asking.asks(-5, Lane::Card, 100 * at, 0) == Permit::Now);
        assert_eq!(cards.count(), 14);
        for _ in 0..6 {
            assert_eq!(asking.asks(-5, Lane::Reply, 3_100, 0), Permit::Now);
        }
        let permit = asking.asks(-5, Lane::Reply, 3_100, 0);
        assert!(matches!(permit, Permit::ChatWaits(_)));
    }

    #[test]
    fn a_resident_gets_a_short_burst() {
        let mut asking = Asking::begin();
        for _ in 0..3 {
            assert_eq!(asking.asks(7, Lane::Reply, 0, 0), Permit::Now);
        }
        let permit = asking.asks(7, Lane::Reply, 0, 0);
        assert!(matches!(permit, Permit::ChatWaits(wait) if wait <= Duration::from_secs(1)));
    }

    #[test]
    fn whoever_is_refused_for_the_sake_of_all_keeps_their_burst() {
        let mut asking = Asking::begin();
        for chat in 1..=30 {
            assert_eq!(asking.asks(chat, Lane::Reply, 0, 0), Permit::Now);
        }
        for _ in 0..10 {
            let permit = asking.asks(77, Lane::Reply, 0, 0);
            assert!(matches!(permit, Permit::AllWait(_)));
        }
        for _ in 0..3 {
            assert_eq!(asking.asks(77, Lane::Reply, 1_001, 0), Permit::Now);
        }
    }

    #[test]
    fn a_message_counts_until_a_second_after_telegram_surely_had_it() {
        let mut asking = Asking::begin();
        for chat in 1..=30 {
            assert_eq!(asking.asks(chat, Lane::Reply, 0, 6), Permit::Now);
        }
        assert!(matches!(
            asking.asks(77, Lane::Reply, 1_006, 6),
            Permit::AllWait(_)
        ));
        assert_eq!(asking.asks(77, Lane::Reply, 1_007, 6), Permit::Now);
    }

    #[test]
    fn where_telegram_had_to_remind_us_messages_are_thought_to_travel_longer_for_a_while() {
        let mut asking = Asking::begin();
        asking.pace.reminded();
        for chat in 1..=30 {
            assert_eq!(asking.asks(chat, Lane::Reply, 0, 500), Permit::Now);
        }
        assert!(matches!(
            asking.asks(77, Lane::Reply, 1_015, 0),
            Permit::AllWait(_)
        ));
        assert_eq!(asking.asks(77, Lane::Reply, 1_016, 0), Permit::Now);
        for _ in 0..5 {
            asking.pace.forget_quiet(asking.begun);
        }
        for chat in 100..130 {
            assert_eq!(asking.asks(chat, Lane::Reply, 9_000, 500), Permit::Now);
        }
        assert_eq!(asking.asks(77, Lane::Reply, 10_011, 0), Permit::Now);
    }
}
