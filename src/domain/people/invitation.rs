//! One-time links that give a role: the token in the link, how long it holds, what it gives.
//!
//! Whoever holds the link can take the role, so a link holds once, for a short time, and can be taken back.

use std::fmt;

use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date, tz::TimeZone};

use crate::domain::{
    ids::{BodyCode, InvitationId, UserId},
    role::Role,
};

/// A link holds for so long: over a weekend, not into the next one.
pub(crate) const LINK_HOLDS: SignedDuration = SignedDuration::from_hours(72);

/// A role given after the end of the term in the council file holds for so many days: a council works on until the
/// next one meets, and its file is brought up to date then.
pub(crate) const DAYS_AFTER_TERM: i64 = 90;

/// Letters of a token: 24 random bytes (192 bits), six bits a letter.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The length of a token.
pub(crate) const TOKEN_LENGTH: usize = 32;

/// The secret in a link, as people pass it on. Never kept, never logged.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct InvitationToken(String);

impl InvitationToken {
    /// Writes random bytes as base64url.
    #[must_use]
    pub(crate) fn from_random(bytes: &[u8; 24]) -> Self {
        let mut token = String::with_capacity(TOKEN_LENGTH);
        for chunk in bytes.chunks_exact(3) {
            let bits = chunk
                .iter()
                .fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte));
            for shift in [18, 12, 6, 0] {
                let letter = usize::try_from((bits >> shift) & 63).unwrap_or(0);
                token.push(char::from(LETTERS[letter]));
            }
        }
        Self(token)
    }

    /// Reads what came back. `None`: never one of ours.
    #[must_use]
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        let is_token =
            typed.len() == TOKEN_LENGTH && typed.bytes().all(|byte| LETTERS.contains(&byte));
        is_token.then(|| Self(typed.to_owned()))
    }

    /// The token as it stands in the link.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for InvitationToken {
    /// A token in a log would be a role for whoever reads the log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InvitationToken(…)")
    }
}

/// An invitation that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Invitation {
    /// Its row.
    pub(crate) id: InvitationId,
    /// The role it gives.
    pub(crate) role: Role,
    /// For which body.
    pub(crate) body: Option<BodyCode>,
    /// Who made it.
    pub(crate) made_by: UserId,
    /// Until when it can be accepted.
    pub(crate) expires_at: Timestamp,
    /// Whether it was accepted, declined or taken back.
    pub(crate) is_spent: bool,
}

impl Invitation {
    /// Whether it can be accepted at `now`.
    #[must_use]
    pub(crate) fn holds(&self, now: Timestamp) -> bool {
        !self.is_spent && now < self.expires_at
    }
}

/// Until when a role given at `now` holds: to the end of the last day of the term; once that is over, for
/// [`DAYS_AFTER_TERM`].
#[must_use]
pub(crate) fn role_ends_at(term_to: Date, timezone: &TimeZone, now: Timestamp) -> Timestamp {
    let after = term_to.tomorrow().unwrap_or(term_to);
    let end = after
        .to_zoned_datetime(timezone.clone())
        .map_or(now, |midnight| midnight.timestamp());
    if end > now {
        return end;
    }
    now.checked_add((DAYS_AFTER_TERM * 24).hours())
        .unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_role_ends_with_the_last_day_of_the_term() {
        let hanoi = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let ends = role_ends_at(date(2031, 6, 30), &hanoi, at("2026-11-23T01:00:00Z"));
        assert_eq!(ends, at("2031-06-30T17:00:00Z"));
    }

    #[test]
    fn after_the_term_a_role_is_a_stopgap() {
        let hanoi = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let now = at("2026-11-23T01:00:00Z");
        let ends = role_ends_at(date(2026, 6, 30), &hanoi, now);
        assert_eq!(ends, at("2027-02-21T01:00:00Z"));
    }

    #[test]
    fn a_token_is_never_written_by_debug() {
        let token = InvitationToken::from_random(&[7; 24]);
        assert!(!format!("{token:?}").contains(token.as_str()));
    }

    proptest! {
        #[test]
        fn every_token_comes_back(bytes: [u8; 24]) {
            let token = InvitationToken::from_random(&bytes);
            prop_assert_eq!(token.as_str().len(), TOKEN_LENGTH);
            prop_assert_eq!(InvitationToken::parse(token.as_str()), Some(token));
        }

        #[test]
        fn other_bytes_are_another_token(one: [u8; 24], other: [u8; 24]) {
            prop_assume!(one != other);
            prop_assert_ne!(InvitationToken::from_random(&one), InvitationToken::from_random(&other));
        }

        #[test]
        fn nothing_typed_makes_it_panic(typed in "\\PC{0,40}") {
            let _ = InvitationToken::parse(&typed);
        }
    }
}
