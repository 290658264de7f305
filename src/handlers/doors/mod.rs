//! Who comes in by which door: a private chat, a group, time, what became of sent messages. A door looks at what
//! arrived and runs the one step that it asks for; nobody imports this room. Start with [`private`] or [`group`].

pub(crate) mod buttons;
pub(crate) mod consent;
pub(crate) mod deliveries;
pub(crate) mod elsewhere;
pub(crate) mod encoding;
pub(crate) mod flood;
pub(crate) mod group;
pub(crate) mod media;
pub(crate) mod meet;
pub(crate) mod next;
pub(crate) mod private;
pub(crate) mod prompts;
pub(crate) mod readings;
pub(crate) mod start;
pub(crate) mod timers;

use crate::{chat::incoming::Deed, handlers::shared::actor::On};

/// With which message somebody acts.
fn on(deed: &Deed) -> On {
    match deed {
        Deed::Wrote { message, .. }
        | Deed::WroteAsChannel { message, .. }
        | Deed::SentMedia { message, .. }
        | Deed::Edited { message, .. } => On::Wrote(*message),
        Deed::Pressed { message, .. } => On::Pressed(*message),
        Deed::PressedElsewhere { .. }
        | Deed::PostedFromChannel
        | Deed::AskedInline { .. }
        | Deed::ChoseInline { .. }
        | Deed::RemovedBot
        | Deed::AddedBot(_)
        | Deed::ChangedRights(_)
        | Deed::MemberLeft { .. }
        | Deed::MembersCame { .. }
        | Deed::Migrated { .. } => On::Nothing,
    }
}
