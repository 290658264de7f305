//! Meetings: seeing, registering, companions, speaking, the door, the list of speakers; planning, changing, closing.

pub(crate) mod access;
pub(crate) mod announce;
pub(crate) mod ask;
pub(crate) mod change;
pub(crate) mod check_in;
pub(crate) mod close;
pub(crate) mod companions;
pub(crate) mod live;
pub(crate) mod plan;
pub(crate) mod register;
pub(crate) mod reserve;
pub(crate) mod seats;
pub(crate) mod see;
pub(crate) mod speak;
pub(crate) mod speakers;
