//! What serves every subject.

pub mod chats;
pub(in crate::store) mod checkpoint;
pub(crate) mod conversations;
pub mod council;
pub(crate) mod discarded;
pub mod events;
pub(crate) mod inbox;
pub(in crate::store) mod migrate;
pub(crate) mod outbox;
pub(crate) mod prompts;
pub(crate) mod readings;
pub(crate) mod shown;
pub(crate) mod topics;
pub(crate) mod trials;
