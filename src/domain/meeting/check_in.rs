//! Checking people in at the door: who may do it, when, and whom.

use jiff::{SignedDuration, Timestamp};

use super::{
    registration::{MeetingState, Planned, Registration},
    seats::Standing,
};
use crate::domain::{
    ids::{RegistrationId, UserId},
    permission::Rights,
};

/// The door opens so long before the beginning: lists are tried out in the morning.
pub const OPENS_BEFORE: SignedDuration = SignedDuration::from_hours(12);
/// Corrections are possible so long after the end, until the minutes are written.
pub const CLOSES_AFTER: SignedDuration = SignedDuration::from_hours(24);
/// Whoever acted for a body in its group may do so in private for so long.
pub const DUTY: SignedDuration = SignedDuration::from_hours(24);
/// Walk-ins counted in one go.
pub const MAX_WALK_INS: u32 = 500;

/// Proof that somebody may check people in at one meeting: an administrator, somebody of the office, or of a
/// body that holds the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChecksIn(UserId);

impl ChecksIn {
    /// From the rights they have where they act.
    #[must_use]
    pub fn at(planned: &Planned, rights: &Rights) -> Option<Self> {
        let holds = planned
            .meeting
            .bodies
            .iter()
            .any(|body| rights.acts_for(body).is_some());
        (rights.is_clerk() || holds).then_some(Self(rights.who()))
    }

    /// Who it is.
    #[must_use]
    pub fn user(self) -> UserId {
        self.0
    }
}

/// Proof that somebody plans meetings: an administrator or somebody of the office (a clerk).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clerk(UserId);

impl Clerk {
    /// From the rights they have where they act.
    #[must_use]
    pub fn of(rights: &Rights) -> Option<Self> {
        rights.is_clerk().then_some(Self(rights.who()))
    }

    /// Who it is.
    #[must_use]
    pub fn user(self) -> UserId {
        self.0
    }
}

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
    /// The name they show on Telegram.
    pub name: String,
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
