//! Whether somebody belongs to a group: what was seen of them, what Telegram told, and for how long that holds.
//!
//! Whoever belongs to the group of a body acts for it, so it must be known. In a closed group only members can do
//! anything. In one with a public name everybody reads and presses, and where a channel has its comments everybody even
//! writes; there Telegram is asked.

use jiff::{SignedDuration, Timestamp};

/// What Telegram told holds for so long.
const TOLD_FOR: SignedDuration = SignedDuration::from_hours(1);
/// Whoever is no member may become one at any time, so that is asked again soon.
const OUTSIDE_FOR: SignedDuration = SignedDuration::from_mins(1);

/// Why somebody is thought to be a member, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// They were seen coming in, or writing where only members write.
    Seen,
    /// Telegram was asked, and knows them as a member.
    ToldMember,
    /// Telegram was asked, and they are not there.
    ToldOutsider,
}

impl Evidence {
    /// Every one.
    pub(crate) const ALL: [Self; 3] = [Self::Seen, Self::ToldMember, Self::ToldOutsider];

    /// As it is stored.
    #[must_use]
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::ToldMember => "told_member",
            Self::ToldOutsider => "told_outsider",
        }
    }
}

/// Who can do something in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Openness {
    /// Its members.
    Closed,
    /// It has a public name: everybody reads and presses; only members write.
    Public,
    /// A channel has its comments there: everybody writes.
    Discussion,
}

impl Openness {
    /// From what is known of the group.
    #[must_use]
    pub(crate) fn of(has_public_name: bool, is_discussion: bool) -> Self {
        match (is_discussion, has_public_name) {
            (true, _) => Self::Discussion,
            (false, true) => Self::Public,
            (false, false) => Self::Closed,
        }
    }

    /// Whether writing there shows that somebody is a member.
    #[must_use]
    pub(crate) fn is_written_in_by_members_only(self) -> bool {
        self != Self::Discussion
    }
}

/// What somebody is to a group at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// A member.
    Member,
    /// None.
    Outsider,
    /// Nobody knows: Telegram has to be asked.
    Unknown,
}

/// What follows from the newest evidence about somebody.
#[must_use]
pub(crate) fn standing(
    openness: Openness,
    newest: Option<(Evidence, Timestamp)>,
    now: Timestamp,
) -> Standing {
    let Some((evidence, at)) = newest else {
        return Standing::Unknown;
    };
    // A clock that was put back makes nothing older than it is.
    let age = now.duration_since(at).abs();
    match evidence {
        // Whoever leaves a closed group is seen leaving it.
        Evidence::Seen if openness == Openness::Closed => Standing::Member,
        Evidence::Seen | Evidence::ToldMember if age < TOLD_FOR => Standing::Member,
        Evidence::ToldOutsider if age < OUTSIDE_FOR => Standing::Outsider,
        Evidence::Seen | Evidence::ToldMember | Evidence::ToldOutsider => Standing::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_000_000 + seconds).unwrap()
    }

    fn is(openness: Openness, evidence: Evidence, seconds: i64) -> Standing {
        standing(openness, Some((evidence, at(0))), at(seconds))
    }

    #[test]
    fn of_whom_nothing_is_known_telegram_is_asked_in_every_group() {
        for openness in [Openness::Closed, Openness::Public, Openness::Discussion] {
            assert_eq!(standing(openness, None, at(0)), Standing::Unknown);
        }
    }

    #[test]
    fn what_telegram_told_holds_for_an_hour_and_that_somebody_is_outside_for_a_minute() {
        for openness in [Openness::Closed, Openness::Public, Openness::Discussion] {
            assert_eq!(is(openness, Evidence::ToldMember, 3_599), Standing::Member);
            assert_eq!(is(openness, Evidence::ToldMember, 3_600), Standing::Unknown);
            assert_eq!(is(openness, Evidence::ToldOutsider, 59), Standing::Outsider);
            assert_eq!(is(openness, Evidence::ToldOutsider, 60), Standing::Unknown);
        }
    }

    #[test]
    fn who_was_seen_in_a_closed_group_stays_until_they_are_seen_leaving() {
        assert_eq!(
            is(Openness::Closed, Evidence::Seen, 9_000_000),
            Standing::Member
        );
        assert_eq!(
            is(Openness::Public, Evidence::Seen, 3_599),
            Standing::Member
        );
        assert_eq!(
            is(Openness::Public, Evidence::Seen, 3_601),
            Standing::Unknown
        );
    }

    #[test]
    fn a_clock_that_jumps_back_makes_no_member_of_anybody_for_ever() {
        let much_later = Some((Evidence::ToldMember, at(100_000)));
        assert_eq!(
            standing(Openness::Public, much_later, at(0)),
            Standing::Unknown
        );
    }

    #[test]
    fn a_group_with_comments_of_a_channel_is_the_most_open() {
        assert_eq!(Openness::of(false, false), Openness::Closed);
        assert_eq!(Openness::of(true, false), Openness::Public);
        assert_eq!(Openness::of(true, true), Openness::Discussion);
        assert_eq!(Openness::of(false, true), Openness::Discussion);
    }
}
