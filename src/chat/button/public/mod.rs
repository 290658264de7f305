//! Buttons of what goes out to everybody: published answers, announcements.

mod broadcast;
mod publish;

pub(crate) use self::{broadcast::BroadcastButton, publish::PublishButton};

use super::{code_of, row};
