//! What time does to drafts: albums settle, a forgotten draft is mentioned once, held words are forgotten.

use jiff::Timestamp;

use super::{Facts, HandlerError, attach, context::Cx};
use crate::store::{self, StoreError, WriteTx, attachments, held_texts};

/// Whether anything is due at `now`; looks only.
///
/// # Errors
/// When the database fails.
pub fn are_due(tx: &WriteTx<'_>, now: Timestamp) -> store::Result<bool> {
    Ok(!attachments::settled(tx, now)?.is_empty() || held_texts::has_old(tx, now)?)
}

/// Does what is due. Done twice, it changes nothing.
///
/// # Errors
/// When the database fails.
pub fn run(tx: &mut WriteTx<'_>, facts: &Facts, now: Timestamp) -> store::Result<()> {
    let council = facts.council();
    let mut cx = Cx::new(tx, facts, &council, now);
    held_texts::forget_old(cx.tx, now)?;
    attach::settle_albums(&mut cx).map_err(|error| match error {
        HandlerError::Store(error) => error,
        HandlerError::Panicked | HandlerError::Crashed => StoreError::Closed,
    })
}
