//! Checking people in at the door: when, and whom. Who may do it, `permission` says.

use jiff::{SignedDuration, Timestamp};

use super::{
    registration::{MeetingState, Planned, Registration},
    seats::{Share, Standing},
};
use crate::domain::ids::RegistrationId;

/// The door opens so long before the beginning: lists are tried out in the morning.
pub const OPENS_BEFORE: SignedDuration = SignedDuration::from_hours(12);
/// Corrections are possible so long after the end, until the minutes are written.
pub const CLOSES_AFTER: SignedDuration = SignedDuration::from_hours(24);
/// Walk-ins counted in one go.
pub const MAX_WALK_INS: u32 = 500;

/// Who came so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HeadCount {
    /// Registrations with a seat.
    pub registered: u32,
    /// People of these registrations, companions included.
    pub expected: u32,
    /// Registrations checked in.
    pub arrived: u32,
    /// People of these.
    pub present: u32,
    /// People who came without registering.
    pub walk_ins: u32,
}

impl HeadCount {
    /// Everybody in the room.
    #[must_use]
    pub fn in_all(self) -> u32 {
        self.present + self.walk_ins
    }
}

/// One line of the list at the door: names are for those who check people in, and only in private.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// Whose registration.
    pub id: RegistrationId,
    /// The name they show on Telegram, or that a clerk wrote down.
    pub name: String,
    /// Which seats they have.
    pub share: Share,
    /// How many they registered.
    pub size: u32,
    /// How many came; `None`: nobody yet.
    pub arrived: Option<u32>,
}

/// The rules say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No such meeting, or one that is not held.
    NotHeld,
    /// The door opens then.
    TooEarly(Timestamp),
    /// The minutes are being written.
    TooLate,
    /// No seat: still on the list, or cancelled.
    NoSeat(Standing),
    /// Checked in already, then.
    Already(Timestamp),
}

/// Whether the door is open.
///
/// # Errors
/// [`Refusal`]: not held, too early, too late.
pub fn is_open(planned: &Planned, now: Timestamp) -> Result<(), Refusal> {
    if planned.state != MeetingState::Published {
        return Err(Refusal::NotHeld);
    }
    let opens_at = planned.meeting.starts_at - OPENS_BEFORE;
    if now < opens_at {
        return Err(Refusal::TooEarly(opens_at));
    }
    if now > planned.meeting.ends_at + CLOSES_AFTER {
        return Err(Refusal::TooLate);
    }
    Ok(())
}

/// Whether this party may go in.
///
/// # Errors
/// [`Refusal`]: the door, no seat, or in already.
pub fn may_arrive(
    planned: &Planned,
    registration: &Registration,
    now: Timestamp,
) -> Result<(), Refusal> {
    is_open(planned, now)?;
    if registration.standing != Standing::Seated {
        return Err(Refusal::NoSeat(registration.standing));
    }
    match registration.arrived_at {
        Some(at) => Err(Refusal::Already(at)),
        None => Ok(()),
    }
}
