//! How fast messages may leave: Telegram's limits, kept before it has to remind us.

use std::{num::NonZeroU32, time::Duration};

use governor::{
    Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    middleware::NoOpMiddleware,
    state::{InMemoryState, NotKeyed, keyed::DefaultKeyedStateStore},
};

use crate::{chat::outgoing::Lane, domain::ids::ChatId};

/// Telegram: about 30 messages a second in all ("Broadcasting to users", Bots FAQ).
const ALL_PER_SECOND: NonZeroU32 = NonZeroU32::new(30).unwrap();
/// One message a second in a private chat …
const PRIVATE_PERIOD: Duration = Duration::from_secs(1);
/// … with a short burst above it: a reply, a keyboard, a receipt.
const PRIVATE_BURST: NonZeroU32 = NonZeroU32::new(3).unwrap();
/// 20 messages a minute in a group; edits count.
const GROUP_PER_MINUTE: NonZeroU32 = NonZeroU32::new(20).unwrap();
/// Of these so many for cards, notices and digests: the rest is there for whoever presses or writes, at once.
const GROUP_REST_PER_MINUTE: NonZeroU32 = NonZeroU32::new(14).unwrap();

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
    /// All have to wait.
    AllWait(Duration),
}

/// The limits and what they have let through.
pub(super) struct Pace<C: Clock = DefaultClock> {
    limits: Option<Limits<C>>,
}

type Direct<C> = RateLimiter<NotKeyed, InMemoryState, C, NoOpMiddleware<<C as Clock>::Instant>>;
type ByChat<C> =
    RateLimiter<ChatId, DefaultKeyedStateStore<ChatId>, C, NoOpMiddleware<<C as Clock>::Instant>>;

struct Limits<C: Clock> {
    all: Direct<C>,
    private: ByChat<C>,
    groups: ByChat<C>,
    /// Within `groups`, for what is no answer to anybody.
    groups_rest: ByChat<C>,
}

impl<C: Clock + Clone> Pace<C> {
    pub(super) fn new(rate: Rate, clock: &C) -> Self {
        let limits = match rate {
            Rate::Off => None,
            Rate::Telegram => Quota::with_period(PRIVATE_PERIOD).map(|private| {
                let by_chat = |quota| {
                    RateLimiter::new(quota, DefaultKeyedStateStore::default(), clock.clone())
                };
                Limits {
                    all: RateLimiter::direct_with_clock(
                        Quota::per_second(ALL_PER_SECOND),
                        clock.clone(),
                    ),
                    private: by_chat(private.allow_burst(PRIVATE_BURST)),
                    groups: by_chat(Quota::per_minute(GROUP_PER_MINUTE)),
                    groups_rest: by_chat(Quota::per_minute(GROUP_REST_PER_MINUTE)),
                }
            }),
        };
        Self { limits }
    }

    /// Asks for one message to `chat`; a permit given is used.
    pub(super) fn ask(&self, chat: ChatId, lane: Lane) -> Permit {
        let Some(limits) = &self.limits else {
            return Permit::Now;
        };
        let of_chat: &[&ByChat<C>] = match (chat.is_private(), lane) {
            (true, _) => &[&limits.private],
            (false, Lane::Reply) => &[&limits.groups],
            (false, Lane::Card | Lane::Notice | Lane::Digest | Lane::Broadcast) => {
                &[&limits.groups_rest, &limits.groups]
            }
        };
        for limit in of_chat {
            if let Err(not_until) = limit.check_key(&chat) {
                return Permit::ChatWaits(not_until.wait_time_from(limit.clock().now()));
            }
        }
        self.ask_beside()
    }

    /// The same for what is no message: a chat's messages are not fewer for it.
    pub(super) fn ask_beside(&self) -> Permit {
        let Some(limits) = &self.limits else {
            return Permit::Now;
        };
        match limits.all.check() {
            Ok(()) => Permit::Now,
            Err(not_until) => Permit::AllWait(not_until.wait_time_from(limits.all.clock().now())),
        }
    }

    /// Forgets chats that have been quiet.
    pub(super) fn forget_quiet(&self) {
        if let Some(limits) = &self.limits {
            limits.private.retain_recent();
            limits.groups.retain_recent();
            limits.groups_rest.retain_recent();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_gets_twenty_and_then_waits_while_residents_do_not() {
        let pace = Pace::new(Rate::Telegram, &DefaultClock::default());
        let group = ChatId(-5);
        for _ in 0..20 {
            assert_eq!(pace.ask(group, Lane::Reply), Permit::Now);
        }
        assert!(matches!(pace.ask(group, Lane::Reply), Permit::ChatWaits(_)));
        assert_eq!(pace.ask(ChatId(7), Lane::Reply), Permit::Now);
    }

    #[test]
    fn cards_leave_something_of_a_groups_pace_for_answers() {
        let pace = Pace::new(Rate::Telegram, &DefaultClock::default());
        let group = ChatId(-5);
        let cards = (0..30).filter(|_| pace.ask(group, Lane::Card) == Permit::Now);
        assert_eq!(cards.count(), 14);
        for _ in 0..6 {
            assert_eq!(pace.ask(group, Lane::Reply), Permit::Now);
        }
        assert!(matches!(pace.ask(group, Lane::Reply), Permit::ChatWaits(_)));
    }

    #[test]
    fn a_resident_gets_a_short_burst() {
        let pace = Pace::new(Rate::Telegram, &DefaultClock::default());
        for _ in 0..3 {
            assert_eq!(pace.ask(ChatId(7), Lane::Reply), Permit::Now);
        }
        assert!(
            matches!(pace.ask(ChatId(7), Lane::Reply), Permit::ChatWaits(wait) if wait <= Duration::from_secs(1))
        );
    }

    #[test]
    fn thirty_chats_a_second_and_no_more() {
        let pace = Pace::new(Rate::Telegram, &DefaultClock::default());
        let refused = (1..=40)
            .filter(|chat| pace.ask(ChatId(*chat), Lane::Reply) != Permit::Now)
            .count();
        assert!((8..=10).contains(&refused), "{refused}");
    }
}
