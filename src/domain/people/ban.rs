//! Somebody may not use the bot for a while: for how long, why, told or not, and what they say against it.

use jiff::{SignedDuration, Timestamp};

use crate::domain::{ids::UserId, text};

/// Nobody is banned for longer than this at once, in days: whoever goes on is banned again, by somebody who looked again.
pub(crate) const LONGEST: u16 = 365;
/// The longest reason, and the longest appeal, in UTF-16 units.
pub(crate) const LONGEST_WORDS: usize = 500;
/// Whoever is banned is told so at most this often.
const TOLD_EVERY: SignedDuration = SignedDuration::from_hours(24);

/// A ban that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ban {
    /// Whose.
    pub(crate) user: UserId,
    /// They are not told, and not answered.
    pub(crate) is_silent: bool,
    /// Why.
    pub(crate) reason: String,
    /// When it ends by itself.
    pub(crate) ends_at: Timestamp,
    /// When they were told last.
    pub(crate) told_at: Option<Timestamp>,
    /// What they said against it.
    pub(crate) appeal: Option<String>,
}

impl Ban {
    /// Whether they should be told (again).
    #[must_use]
    pub(crate) fn should_be_told(&self, now: Timestamp) -> bool {
        !self.is_silent
            && self
                .told_at
                .is_none_or(|at| now.duration_since(at).abs() >= TOLD_EVERY)
    }

    /// Whether what they write now is what they say against it: once, after they were told.
    #[must_use]
    pub(crate) fn takes_appeal(&self) -> bool {
        !self.is_silent && self.told_at.is_some() && self.appeal.is_none()
    }
}

/// What an administrator typed after the command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Order<'a> {
    /// Who is banned?
    List,
    /// The author of this question.
    Ban {
        /// Its code, as typed.
        code: &'a str,
        /// For so many days.
        days: u16,
        /// Without telling them.
        is_silent: bool,
        /// Why.
        reason: String,
    },
}

/// Reads `[im] CODE DAYS reason`. `None`: it is not that.
#[must_use]
pub(crate) fn order(typed: &str) -> Option<Order<'_>> {
    let mut words = typed.split_whitespace();
    let Some(first) = words.next() else {
        return Some(Order::List);
    };
    let is_silent = ["im", "silent"].contains(&first.to_lowercase().as_str());
    let code = if is_silent { words.next()? } else { first };
    let days = words.next()?.parse().ok()?;
    let reason = text::clean(&words.collect::<Vec<_>>().join(" "));
    let is_possible = (1..=LONGEST).contains(&days) && !reason.is_empty();
    is_possible.then(|| Order::Ban {
        code,
        days,
        is_silent,
        reason: text::truncate_utf16(&reason, LONGEST_WORDS),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_ban_has_a_question_days_and_a_reason() {
        assert_eq!(order("  "), Some(Order::List));
        let told = order("DT-0001B 7 chửi bới nhiều lần");
        assert_eq!(
            told,
            Some(Order::Ban {
                code: "DT-0001B",
                days: 7,
                is_silent: false,
                reason: "chửi bới nhiều lần".to_owned(),
            })
        );
        let silent = order("im DT-0001B 1 quảng cáo");
        assert!(matches!(
            silent,
            Some(Order::Ban {
                is_silent: true,
                days: 1,
                ..
            })
        ));
        for wrong in [
            "DT-0001B",
            "DT-0001B 7",
            "DT-0001B 0 x",
            "DT-0001B 366 x",
            "im DT-0001B x",
            "im",
        ] {
            assert_eq!(order(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn whoever_is_banned_is_told_once_a_day_and_may_say_something_once() {
        let at = |hours: i64| Timestamp::from_second(1_000_000 + hours * 3_600).unwrap();
        let ban = |told: Option<i64>, is_silent| Ban {
            user: UserId(7),
            is_silent,
            reason: "x".to_owned(),
            ends_at: at(1_000),
            told_at: told.map(at),
            appeal: None,
        };
        assert!(ban(None, false).should_be_told(at(0)));
        assert!(!ban(Some(0), false).should_be_told(at(23)));
        assert!(ban(Some(0), false).should_be_told(at(24)));
        assert!(!ban(None, true).should_be_told(at(0)));
        assert!(!ban(None, false).takes_appeal(), "they do not know yet");
        assert!(ban(Some(0), false).takes_appeal());
        assert!(!ban(Some(0), true).takes_appeal());
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(typed in ".{0,80}") {
            if let Some(Order::Ban { days, reason, .. }) = order(&typed) {
                prop_assert!((1..=LONGEST).contains(&days) && !reason.is_empty());
            }
        }
    }
}
