//! Buttons of what goes out to everybody: published answers, announcements.

mod broadcast;
mod consult;
mod publish;

pub(crate) use self::{broadcast::BroadcastButton, consult::ConsultButton, publish::PublishButton};

use super::{code_of, row};
