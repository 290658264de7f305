//! How much one person may do at once, and what becomes of more: generous for whoever types slowly, firm with a program.
//!
//! Buckets of tokens, by the clock of the bot. What goes beyond them is told once, politely; then nothing is said until it
//! is over. A resident's words are kept in any case.

use std::collections::HashMap;

use jiff::Timestamp;

use crate::domain::ids::UserId;

/// What somebody does, as far as its cost is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Effort {
    /// Writes or sends something in private: what follows counts as this, too.
    Any,
    /// Changes a message sent earlier.
    Edit,
    /// Looks something up that is the same for everybody: help, search.
    LookUp,
    /// Types words behind the bot's name in some chat: letter by letter, each a question of its own.
    Inline,
    /// Tries a code: of a link, an invitation, a ticket, a slip.
    Code,
    /// Presses a button in private: clerks do that in rows.
    Press,
    /// Does something in a group, where only its members can do anything.
    InGroup,
}

/// How much of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Allowance {
    /// So many at once.
    at_once: u32,
    /// And so many more a minute.
    a_minute: u32,
}

impl Effort {
    /// Enough for whoever catches up after a day without a network, or presses in a hurry.
    fn of_a_person(self) -> Allowance {
        let (at_once, a_minute) = match self {
            Self::Any => (120, 60),
            Self::Edit => (30, 12),
            Self::LookUp => (30, 20),
            Self::Inline => (60, 60),
            Self::Code => (20, 4),
            Self::Press => (600, 300),
            Self::InGroup => (1_000, 600),
        };
        Allowance { at_once, a_minute }
    }

    /// What everybody together may look up: a third of what Telegram lets through, so that asking goes on.
    const ALL_TOGETHER: Allowance = Allowance {
        at_once: 300,
        a_minute: 600,
    };

    /// Its name in metrics.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Edit => "edit",
            Self::LookUp => "look_up",
            Self::Inline => "inline",
            Self::Code => "code",
            Self::Press => "press",
            Self::InGroup => "in_group",
        }
    }
}

/// Whether something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ruling {
    /// It is.
    Passes,
    /// It is too much of this. `tells`: for the first time, so it is said.
    TooMuch {
        /// Of what.
        of: Effort,
        /// Whether it is said now.
        tells: bool,
        /// After so many seconds it is over.
        seconds: u32,
    },
    /// Everybody together looks up too much.
    AllTogether {
        /// Whether it is said now.
        tells: bool,
    },
}

/// Tokens that are left.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: f64,
    at: Timestamp,
    /// It ran out, and is not used before it is a quarter full again.
    is_closed: bool,
}

impl Bucket {
    fn full(allowance: Allowance, now: Timestamp) -> Self {
        Self {
            left: f64::from(allowance.at_once),
            at: now,
            is_closed: false,
        }
    }

    fn fill(&mut self, allowance: Allowance, now: Timestamp) {
        let seconds = now.duration_since(self.at).as_secs_f64().max(0.0);
        let more = seconds * f64::from(allowance.a_minute) / 60.0;
        self.left = (self.left + more).min(f64::from(allowance.at_once));
        self.at = now;
        if self.left >= f64::from(allowance.at_once) / 4.0 {
            self.is_closed = false;
        }
    }

    /// Takes one. `Err`: there is none; whether it has just run out.
    fn take(&mut self, allowance: Allowance, now: Timestamp) -> Result<(), bool> {
        self.fill(allowance, now);
        if self.is_closed {
            return Err(false);
        }
        if self.left < 1.0 {
            self.is_closed = true;
            return Err(true);
        }
        self.left -= 1.0;
        Ok(())
    }
}

/// How long a bucket that ran out stays closed, in seconds.
fn closed_for(allowance: Allowance) -> u32 {
    (allowance.at_once / 4).saturating_mul(60) / allowance.a_minute.max(1)
}

/// Which buckets a deed takes from: its own first, so that what is refused there uses up nothing else.
fn counted_as(effort: Effort) -> &'static [Effort] {
    match effort {
        Effort::Any => &[Effort::Any],
        Effort::Edit => &[Effort::Edit, Effort::Any],
        Effort::LookUp => &[Effort::LookUp, Effort::Any],
        Effort::Inline => &[Effort::Inline],
        Effort::Code => &[Effort::Code, Effort::Any],
        Effort::Press => &[Effort::Press],
        Effort::InGroup => &[Effort::InGroup],
    }
}

/// So many people are watched at once; whoever has done nothing for long is forgotten first.
const MOST_PEOPLE: usize = 20_000;

/// What everybody has done lately. In memory only: a restart is generous.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    people: HashMap<(UserId, Effort), Bucket>,
    together: Option<Bucket>,
    /// Who has been told that everybody together is too much, and when.
    told_together: HashMap<UserId, Timestamp>,
}

impl Limits {
    /// Somebody does something now.
    pub(crate) fn rule(&mut self, who: UserId, effort: Effort, now: Timestamp) -> Ruling {
        if self.people.len() > MOST_PEOPLE {
            self.forget_quiet(now);
        }
        for of in counted_as(effort).iter().copied() {
            let allowance = of.of_a_person();
            let bucket = self
                .people
                .entry((who, of))
                .or_insert_with(|| Bucket::full(allowance, now));
            if let Err(tells) = bucket.take(allowance, now) {
                let seconds = closed_for(allowance);
                return Ruling::TooMuch { of, tells, seconds };
            }
        }
        if effort != Effort::LookUp {
            return Ruling::Passes;
        }
        let allowance = Effort::ALL_TOGETHER;
        let together = self
            .together
            .get_or_insert_with(|| Bucket::full(allowance, now));
        if together.take(allowance, now).is_ok() {
            return Ruling::Passes;
        }
        let told = self.told_together.insert(who, now);
        let tells = told.is_none_or(|at| now.duration_since(at).as_secs() >= 60);
        if !tells && let Some(at) = told {
            self.told_together.insert(who, at);
        }
        Ruling::AllTogether { tells }
    }

    fn forget_quiet(&mut self, now: Timestamp) {
        self.people.retain(|(_, of), bucket| {
            let allowance = of.of_a_person();
            bucket.fill(allowance, now);
            bucket.left < f64::from(allowance.at_once)
        });
        self.told_together
            .retain(|_, at| now.duration_since(*at).as_secs() < 60);
        if self.people.len() > MOST_PEOPLE {
            self.people.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAN: UserId = UserId(7);

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_000_000 + seconds).unwrap()
    }

    #[test]
    fn sixty_messages_at_once_and_one_a_second_for_an_hour_are_nobodys_flood() {
        let mut limits = Limits::default();
        for _ in 0..60 {
            assert_eq!(limits.rule(LAN, Effort::Any, at(0)), Ruling::Passes);
        }
        for second in 1..3_600 {
            assert_eq!(limits.rule(LAN, Effort::Any, at(second)), Ruling::Passes);
        }
    }

    #[test]
    fn five_hundred_at_once_are_told_once_and_it_ends_by_itself() {
        let mut limits = Limits::default();
        let rulings: Vec<Ruling> = (0..500)
            .map(|_| limits.rule(LAN, Effort::Any, at(0)))
            .collect();
        let passed = rulings.iter().filter(|one| **one == Ruling::Passes).count();
        let told = rulings
            .iter()
            .filter(|one| matches!(one, Ruling::TooMuch { tells: true, .. }))
            .count();
        assert_eq!((passed, told), (120, 1));
        assert!(matches!(
            limits.rule(LAN, Effort::Any, at(29)),
            Ruling::TooMuch { tells: false, .. }
        ));
        assert_eq!(limits.rule(LAN, Effort::Any, at(30)), Ruling::Passes);
        assert_eq!(limits.rule(UserId(8), Effort::Any, at(0)), Ruling::Passes);
    }

    #[test]
    fn what_one_kind_uses_up_leaves_the_others() {
        let mut limits = Limits::default();
        for _ in 0..40 {
            limits.rule(LAN, Effort::Edit, at(0));
        }
        assert!(matches!(
            limits.rule(LAN, Effort::Edit, at(0)),
            Ruling::TooMuch {
                of: Effort::Edit,
                ..
            }
        ));
        assert_eq!(limits.rule(LAN, Effort::Any, at(0)), Ruling::Passes);
        assert_eq!(limits.rule(LAN, Effort::LookUp, at(0)), Ruling::Passes);
    }

    #[test]
    fn sixty_accounts_that_look_up_leave_room_for_whoever_asks() {
        let mut limits = Limits::default();
        let (mut passed, mut told) = (0, 0);
        for account in 0..60 {
            for _ in 0..20 {
                match limits.rule(UserId(100 + account), Effort::LookUp, at(0)) {
                    Ruling::Passes => passed += 1,
                    Ruling::AllTogether { tells: true } => told += 1,
                    Ruling::AllTogether { tells: false } | Ruling::TooMuch { .. } => {}
                }
            }
        }
        assert_eq!(passed, 300);
        assert!(told <= 60, "each once: {told}");
        assert_eq!(limits.rule(LAN, Effort::Any, at(0)), Ruling::Passes);
    }

    #[test]
    fn a_clock_that_jumps_back_locks_nobody_out() {
        let mut limits = Limits::default();
        for _ in 0..200 {
            limits.rule(LAN, Effort::Any, at(10_000));
        }
        limits.rule(LAN, Effort::Any, at(0));
        assert_eq!(limits.rule(LAN, Effort::Any, at(31)), Ruling::Passes);
    }

    #[test]
    fn many_people_are_forgotten_again() {
        let mut limits = Limits::default();
        for who in 0..=20_000 {
            limits.rule(UserId(who), Effort::Any, at(0));
        }
        limits.rule(LAN, Effort::Any, at(100));
        assert!(limits.people.len() < 10, "{}", limits.people.len());
    }
}
