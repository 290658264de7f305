//! One person's registration for a meeting, and what may be done with it when.

use jiff::{Timestamp, ToSpan};

use super::{
    Meeting,
    seats::{MAX_COMPANIONS, NoSeats, Share, Standing},
};
use crate::domain::code::TicketCode;
use crate::domain::ids::{MeetingCode, RegistrationId, UserId};
use crate::domain::keyword::keywords;

/// The longest topic of a wish to speak, in UTF-16 units: a sentence or two.
pub const MAX_TOPIC: usize = 300;

keywords! {
    /// Where a meeting stands in its life.
    pub enum MeetingState {
        /// Being prepared: only clerks see it.
        Draft = "draft",
        /// Announced.
        Published = "published",
        /// Called off.
        Cancelled = "cancelled",
    }
}

/// A meeting as it is planned now: the council file's words with what clerks changed since.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// When, where, for whom.
    pub meeting: Meeting,
    /// Where it stands.
    pub state: MeetingState,
    /// How often it was changed: calendar apps replace an older entry by a newer one (RFC 5545, SEQUENCE).
    pub sequence: u32,
    /// Why it was called off.
    pub reason: Option<String>,
}

/// Whose registration it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// Somebody who writes to the bot.
    Resident(UserId),
    /// Somebody without Telegram who was invited, by the name that a clerk wrote down.
    Guest(String),
}

/// A person (with companions) who wants to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// Its row.
    pub id: RegistrationId,
    /// To which meeting.
    pub meeting: MeetingCode,
    /// Who.
    pub holder: Holder,
    /// What they show at the door.
    pub ticket: TicketCode,
    /// The person and the companions: 1 to 6.
    pub size: u32,
    /// Where it stands.
    pub standing: Standing,
    /// Which seats it takes.
    pub share: Share,
    /// An offered seat is kept until then.
    pub offered_until: Option<Timestamp>,
    /// Wants to speak.
    pub wishes_to_speak: bool,
    /// About what.
    pub topic: Option<String>,
    /// When they were checked in.
    pub arrived_at: Option<Timestamp>,
}

/// The rules say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such meeting (drafts look the same).
    Unknown,
    /// It was called off.
    Cancelled,
    /// It has ended.
    Over,
    /// Registration ended then.
    Closed(Timestamp),
    /// The person has no registration (any more).
    NotRegistered,
    /// The person is there already.
    Arrived,
    /// More companions than one may bring.
    TooMany,
    /// The seats are not there.
    Seats(NoSeats),
}

impl Planned {
    /// Whether residents see it.
    #[must_use]
    pub fn is_visible(&self) -> bool {
        self.state != MeetingState::Draft
    }

    /// Whether somebody may register at `now`.
    ///
    /// # Errors
    /// [`Refusal`]: a draft, called off, over, or too late.
    pub fn may_register(&self, now: Timestamp) -> Result<(), Refusal> {
        self.is_to_come(now)?;
        if now >= self.meeting.registration_closes_at {
            return Err(Refusal::Closed(self.meeting.registration_closes_at));
        }
        Ok(())
    }

    /// Whether anything about it can still change for those who come: until it ends.
    ///
    /// # Errors
    /// [`Refusal`]: a draft, called off, or over.
    pub fn is_to_come(&self, now: Timestamp) -> Result<(), Refusal> {
        match self.state {
            MeetingState::Draft => Err(Refusal::Unknown),
            MeetingState::Cancelled => Err(Refusal::Cancelled),
            MeetingState::Published if now >= self.meeting.ends_at => Err(Refusal::Over),
            MeetingState::Published => Ok(()),
        }
    }
}

impl Registration {
    /// Who can be written to.
    #[must_use]
    pub fn person(&self) -> Option<UserId> {
        match self.holder {
            Holder::Resident(person) => Some(person),
            Holder::Guest(_) => None,
        }
    }

    /// Companions.
    #[must_use]
    pub fn companions(&self) -> u32 {
        self.size.saturating_sub(1)
    }

    /// Whether the person may still give up the seat or the place on the list.
    ///
    /// # Errors
    /// [`Refusal`]: nothing to give up, or already there.
    pub fn may_cancel(&self) -> Result<(), Refusal> {
        if !self.standing.is_live() {
            return Err(Refusal::NotRegistered);
        }
        if self.arrived_at.is_some() {
            return Err(Refusal::Arrived);
        }
        Ok(())
    }
}

/// The size of a party with so many companions.
///
/// # Errors
/// [`Refusal::TooMany`] above [`MAX_COMPANIONS`].
pub fn size_with(companions: u32) -> Result<u32, Refusal> {
    if companions > MAX_COMPANIONS {
        return Err(Refusal::TooMany);
    }
    Ok(companions + 1)
}

/// Until when an offered seat is kept: `hours` of the council's rule, counted from the end of the night if it
/// is quiet now, but never beyond half of the time left before the meeting, so that it can go on to others.
#[must_use]
pub fn offer_until(
    now: Timestamp,
    quiet_until: Option<Timestamp>,
    starts_at: Timestamp,
    hours: u16,
) -> Timestamp {
    let from = quiet_until.unwrap_or(now);
    let by_rule = from.checked_add(i64::from(hours).hours()).unwrap_or(from);
    let left = (starts_at.as_second() - now.as_second()).max(0);
    let halfway = Timestamp::from_second(now.as_second() + left / 2).unwrap_or(now);
    by_rule.min(halfway)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> Timestamp {
        Timestamp::from_second(hours * 3_600).unwrap()
    }

    #[test]
    fn an_offer_lasts_as_the_rule_says_and_ends_well_before_the_meeting() {
        assert_eq!(offer_until(at(0), None, at(100), 12), at(12));
        assert_eq!(offer_until(at(0), Some(at(8)), at(100), 12), at(20));
        assert_eq!(offer_until(at(0), None, at(10), 12), at(5));
        assert_eq!(offer_until(at(10), None, at(9), 12), at(10));
    }

    #[test]
    fn nobody_brings_more_than_five() {
        assert_eq!(size_with(0), Ok(1));
        assert_eq!(size_with(5), Ok(6));
        assert_eq!(size_with(6), Err(Refusal::TooMany));
    }
}
