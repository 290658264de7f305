//! The words of a chat app as plain data: what comes in, commands, buttons, what goes out.
//!
//! Nothing here knows teloxide, SQL or Vietnamese sentences. Start with [`incoming::Incoming`].

pub(crate) mod button;
pub(crate) mod command;
pub mod delivery;
pub mod incoming;
pub mod outgoing;
