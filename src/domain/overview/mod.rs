//! What bodies and residents overlook: lists, digests, figures, searches, and the readings that look them up.

pub mod audit;
pub(crate) mod board;
pub(crate) mod digest;
mod first;
pub mod limits;
pub mod listing;
pub mod reading;
pub(crate) mod scope;
pub(crate) mod search;
pub mod site;
pub(crate) mod statistics;
