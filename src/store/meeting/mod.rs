//! Meetings.

pub(crate) mod announcements;
pub(crate) mod arrivals;
pub(crate) mod live;
pub(crate) mod meetings;
pub(crate) mod opinions;
pub(crate) mod outcomes;
pub(crate) mod registrations;
pub(crate) mod speakers;
