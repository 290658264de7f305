//! Who gets a seat: capacity, reserved seats, companions, the waiting list and its offers.
//!
//! The fair rule: people stand in the order in which they registered. Whenever seats become free, they go to
//! the first in that order whose whole party fits, then to the next, until nobody who waits fits any more. A
//! party that is passed over because it is too large keeps its place; it can become smaller at any time
//! without losing it. An offered seat is taken until the offer expires, so no seat is given twice; whoever
//! lets an offer expire leaves the list and may join again at its end. Nothing here knows time or people.

use serde::{Deserialize, Serialize};

use crate::domain::ids::RegistrationId;
use crate::domain::keyword::keywords;

use super::Meeting;

/// Companions one person may bring (issue 3: "oneself and 0–5 companions").
pub const MAX_COMPANIONS: u32 = 5;

keywords! {
    /// Where a registration stands.
    pub enum Standing {
        /// Has a seat.
        Seated = "seated",
        /// A seat is kept for it until the offer expires.
        Offered = "offered",
        /// On the waiting list.
        Waiting = "waiting",
        /// Cancelled by the person or with the meeting.
        Cancelled = "cancelled",
        /// Let an offer expire.
        Lapsed = "lapsed",
    }
}

impl Standing {
    /// Whether it takes seats: an offer does, so that a seat is never promised twice.
    #[must_use]
    pub fn takes_seats(self) -> bool {
        matches!(self, Self::Seated | Self::Offered)
    }

    /// Whether the person still wants to come.
    #[must_use]
    pub fn is_live(self) -> bool {
        matches!(self, Self::Seated | Self::Offered | Self::Waiting)
    }
}

keywords! {
    /// Which seats a party takes.
    pub enum Share {
        /// Those that anybody can register for.
        Open = "open",
        /// Reserved ones: given out by a clerk, and given back only to be given out again.
        Reserved = "reserved",
    }
}

/// The room of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Seats; `None` is as many as come.
    pub capacity: Option<u32>,
    /// Seats among them that only a clerk gives out.
    pub reserved: u32,
}

/// Seats taken, companions counted: seated and offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// Out of those that everybody can register for.
    pub open: u32,
    /// Out of the reserved ones.
    pub reserved: u32,
}

/// Where a new registration goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// It gets its seats at once.
    Seat,
    /// It waits at the end of the list.
    Wait,
}

/// A party on the waiting list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Whose.
    pub id: RegistrationId,
    /// The person and the companions.
    pub size: u32,
}

/// The rules of seats say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSeats {
    /// Fewer seats than people who have one.
    BelowTaken {
        /// How many are taken.
        taken: u32,
    },
    /// More reserved seats than seats, or than are free to be reserved.
    ReserveTooLarge {
        /// The most that can be reserved.
        most: u32,
    },
    /// A party on reserved seats wants more of them: only a clerk gives these out.
    OnlyByClerk,
    /// Only so many seats are left.
    Left {
        /// How many.
        free: u32,
    },
}

impl Room {
    /// The room of this meeting.
    #[must_use]
    pub fn of(meeting: &Meeting) -> Self {
        Self {
            capacity: meeting.capacity,
            reserved: meeting.reserved,
        }
    }

    /// Seats that anybody can have now; `None` is as many as come.
    #[must_use]
    pub fn free(self, taken: Taken) -> Option<u32> {
        let capacity = self.capacity?;
        let open = capacity.saturating_sub(self.reserved);
        Some(open.saturating_sub(taken.open))
    }

    /// Reserved seats that a clerk can still give out.
    #[must_use]
    pub fn free_reserved(self, taken: Taken) -> u32 {
        self.reserved.saturating_sub(taken.reserved)
    }

    /// Whether a party of this size can sit down now.
    #[must_use]
    pub fn fits(self, taken: Taken, size: u32) -> bool {
        self.free(taken).is_none_or(|free| size <= free)
    }

    /// Where somebody who registers now goes. As nobody who waits fits (see [`promote`]), whoever fits passes
    /// nobody who could have had the seats.
    #[must_use]
    pub fn admit(self, taken: Taken, size: u32) -> Admission {
        if self.fits(taken, size) {
            Admission::Seat
        } else {
            Admission::Wait
        }
    }

    /// A party that has seats wants more of them.
    ///
    /// # Errors
    /// [`NoSeats::Left`] when they are not free.
    pub fn may_grow(self, taken: Taken, from: u32, to: u32) -> Result<(), NoSeats> {
        let more = to.saturating_sub(from);
        match self.free(taken) {
            Some(free) if more > free => Err(NoSeats::Left { free }),
            _ => Ok(()),
        }
    }

    /// A party that has seats becomes larger or smaller, by its own wish.
    ///
    /// # Errors
    /// [`NoSeats`] when more are not free, or not theirs to take.
    pub fn may_resize(self, taken: Taken, share: Share, from: u32, to: u32) -> Result<(), NoSeats> {
        match share {
            Share::Open => self.may_grow(taken, from, to),
            Share::Reserved if to > from => Err(NoSeats::OnlyByClerk),
            Share::Reserved => Ok(()),
        }
    }

    /// A clerk gives out reserved seats.
    ///
    /// # Errors
    /// [`NoSeats::Left`] when there are not so many.
    pub fn may_give_reserved(self, taken: Taken, size: u32) -> Result<(), NoSeats> {
        let free = self.free_reserved(taken);
        if size > free {
            return Err(NoSeats::Left { free });
        }
        Ok(())
    }

    /// The room becomes another: larger, smaller, with more or fewer reserved seats. Nobody loses a seat.
    ///
    /// # Errors
    /// [`NoSeats`] when somebody would.
    pub fn may_become(self, newer: Self, taken: Taken) -> Result<(), NoSeats> {
        if newer.reserved < taken.reserved {
            return Err(NoSeats::BelowTaken {
                taken: taken.reserved,
            });
        }
        let Some(capacity) = newer.capacity else {
            return Ok(());
        };
        if newer.reserved > capacity {
            return Err(NoSeats::ReserveTooLarge { most: capacity });
        }
        if capacity - newer.reserved >= taken.open {
            return Ok(());
        }
        if capacity < taken.open + taken.reserved {
            return Err(NoSeats::BelowTaken {
                taken: taken.open + taken.reserved,
            });
        }
        Err(NoSeats::ReserveTooLarge {
            most: capacity - taken.open,
        })
    }
}

/// Who gets the free seats: `waiting` in the order of registration. Afterwards nobody left on the list fits.
#[must_use]
pub fn promote(room: Room, taken: Taken, waiting: &[Waiting]) -> Vec<Waiting> {
    let mut taken = taken;
    let mut promoted = Vec::new();
    for party in waiting {
        if room.fits(taken, party.size) {
            taken.open += party.size;
            promoted.push(*party);
        }
        if room.free(taken) == Some(0) {
            break;
        }
    }
    promoted
}

#[cfg(test)]
mod tests;
