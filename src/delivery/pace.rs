//! How fast messages may leave: Telegram's limits, kept before it has to remind us.

use std::{num::NonZeroU32, time::Duration};

use governor::{
    DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _,
};

use crate::domain::ids::ChatId;

/// Telegram: about 30 messages a second in all ("Broadcasting to users", Bots FAQ).
const ALL_PER_SECOND: NonZeroU32 = NonZeroU32::new(30).unwrap();
/// One message a second in a private chat …
const PRIVATE_PERIOD: Duration = Duration::from_secs(1);
/// … with a short burst above it: a reply, a keyboard, a receipt.
const PRIVATE_BURST: NonZeroU32 = NonZeroU32::new(3).unwrap();
/// 20 messages a minute in a group; edits count.
const GROUP_PER_MINUTE: NonZeroU32 = NonZeroU32::new(20).unwrap();

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
pub(super) struct Pace {
    limits: Option<Limits>,
}

struct Limits {
    all: DefaultDirectRateLimiter,
    private: DefaultKeyedRateLimiter<ChatId>,
    groups: DefaultKeyedRateLimiter<ChatId>,
}

impl Pace {
    pub(super) fn new(rate: Rate) -> Self {
        let limits = match rate {
            Rate::Off => None,
            Rate::Telegram => Quota::with_period(PRIVATE_PERIOD).map(|private| Limits {
                all: RateLimiter::direct(Quota::per_second(ALL_PER_SECOND)),
                private: RateLimiter::keyed(private.allow_burst(PRIVATE_BURST)),
                groups: RateLimiter::keyed(Quota::per_minute(GROUP_PER_MINUTE)),
            }),
        };
        Self { limits }
    }

    /// Asks for one message to `chat`; a permit given is used.
    pub(super) fn ask(&self, chat: ChatId) -> Permit {
        let Some(limits) = &self.limits else {
            return Permit::Now;
        };
        let of_chat = if chat.is_private() {
            &limits.private
        } else {
            &limits.groups
        };
        if let Err(not_until) = of_chat.check_key(&chat) {
            return Permit::ChatWaits(not_until.wait_time_from(of_chat.clock().now()));
        }
        if let Err(not_until) = limits.all.check() {
            return Permit::AllWait(not_until.wait_time_from(limits.all.clock().now()));
        }
        Permit::Now
    }

    /// Forgets chats that have been quiet.
    pub(super) fn forget_quiet(&self) {
        if let Some(limits) = &self.limits {
            limits.private.retain_recent();
            limits.groups.retain_recent();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_gets_twenty_and_then_waits_while_residents_do_not() {
        let pace = Pace::new(Rate::Telegram);
        let group = ChatId(-5);
        for _ in 0..20 {
            assert_eq!(pace.ask(group), Permit::Now);
        }
        assert!(matches!(pace.ask(group), Permit::ChatWaits(_)));
        assert_eq!(pace.ask(ChatId(7)), Permit::Now);
    }

    #[test]
    fn a_resident_gets_a_short_burst() {
        let pace = Pace::new(Rate::Telegram);
        for _ in 0..3 {
            assert_eq!(pace.ask(ChatId(7)), Permit::Now);
        }
        assert!(
            matches!(pace.ask(ChatId(7)), Permit::ChatWaits(wait) if wait <= Duration::from_secs(1))
        );
    }

    #[test]
    fn thirty_chats_a_second_and_no_more() {
        let pace = Pace::new(Rate::Telegram);
        let refused = (1..=40)
            .filter(|chat| pace.ask(ChatId(*chat)) != Permit::Now)
            .count();
        assert!((8..=10).contains(&refused), "{refused}");
    }
}
