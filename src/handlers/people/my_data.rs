//! `/dulieucuatoi`: everything that is stored about whoever asks, as a page to read and as JSON. Looked up in the reading
//! room; that it was given is written down.

use crate::{
    domain::{event::Event, reading::Reading},
    handlers::shared::{
        actor::Actor,
        cx::{Cx, Outcome},
    },
};

/// The command, or its button.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    cx.record(&Event::DataGiven, Some(actor.user), None)?;
    Ok(cx.want(actor.chat, &Reading::MyData)?)
}
