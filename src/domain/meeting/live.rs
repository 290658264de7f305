//! Questions that are sent while a meeting runs: somebody looks at each before the hall reads it, others support it, the chair
//! highlights one and marks what was answered. In the hall nobody reads who asked.

use jiff::{SignedDuration, Timestamp};

use super::registration::{MeetingState, Planned};
use crate::domain::{
    ids::{LiveId, MeetingCode, UserId},
    keyword::keywords,
    redaction,
};

/// The longest, in UTF-16 units: it is read from a screen.
pub const MAX_LIVE: usize = 300;
/// So many of one person may wait to be looked at.
pub const MOST_WAITING: u32 = 3;
/// A meeting that lasts longer than planned takes questions for so long more.
const GRACE: SignedDuration = SignedDuration::from_hours(1);

keywords! {
    /// Where it stands.
    pub enum LiveState {
        /// Nobody has looked at it.
        Waiting = "waiting",
        /// Everybody reads it.
        Shown = "shown",
        /// It is the one that is spoken about.
        Highlighted = "highlighted",
        /// It was answered in the hall.
        Answered = "answered",
        /// Somebody looked and decided against it.
        KeptBack = "kept_back",
    }
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveQuestion {
    /// Its row.
    pub id: LiveId,
    /// At which meeting.
    pub meeting: MeetingCode,
    /// Whose.
    pub author: UserId,
    /// The words.
    pub text: String,
    /// Where it stands.
    pub state: LiveState,
    /// How many others want to know the same.
    pub support: u32,
}

impl LiveQuestion {
    /// Whether everybody may read it.
    #[must_use]
    pub(crate) fn is_public(&self) -> bool {
        match self.state {
            LiveState::Shown | LiveState::Highlighted | LiveState::Answered => true,
            LiveState::Waiting | LiveState::KeptBack => false,
        }
    }

    /// The words as everybody reads them.
    #[must_use]
    pub(crate) fn covered(&self) -> String {
        redaction::public(&self.text, None)
    }
}

/// Whether questions are taken at `now`: from the beginning of the meeting to its end, and some time more.
#[must_use]
pub(crate) fn is_running(planned: &Planned, now: Timestamp) -> bool {
    let end = planned.meeting.ends_at.checked_add(GRACE);
    planned.state == MeetingState::Published
        && planned.meeting.starts_at <= now
        && end.is_ok_and(|end| now < end)
}

/// May it become that?
#[must_use]
pub(crate) fn may_become(from: LiveState, to: LiveState) -> bool {
    use LiveState as S;
    matches!(
        (from, to),
        (S::Waiting, S::Shown | S::KeptBack)
            | (S::Shown, S::Highlighted | S::Answered | S::KeptBack)
            | (S::Highlighted, S::Shown | S::Answered)
            | (S::KeptBack | S::Answered, S::Shown)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::keyword::Keyword as _;

    #[test]
    fn nothing_is_shown_that_nobody_has_looked_at() {
        for to in LiveState::ALL {
            let shows = matches!(to, LiveState::Highlighted | LiveState::Answered);
            assert!(!(shows && may_become(LiveState::Waiting, *to)), "{to}");
        }
    }
}
