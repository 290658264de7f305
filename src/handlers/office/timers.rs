//! What ends by itself: roles with their term, trials of groups; and what is told once after a restore.

use crate::{
    handlers::{
        office::{self, membership},
        shared::cx::{Cx, Outcome},
    },
    store::{self, WriteTx, roles, trials, upkeep},
};

use jiff::Timestamp;

/// Whether a role or a trial has ended and was not dealt with.
///
/// # Errors
/// When the database fails.
pub(crate) fn are_due(tx: &WriteTx<'_>, now: Timestamp) -> store::Result<bool> {
    Ok(!roles::expired(tx, now)?.is_empty()
        || !trials::over(tx, now)?.is_empty()
        || upkeep::restored_at(tx)?.is_some())
}

/// Deals with them.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    office::roles::end_expired(cx)?;
    membership::end_trials(cx)
}
