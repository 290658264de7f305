//! What ends by itself: roles with their term, trials of groups.

use jiff::Timestamp;

use super::{
    context::{Cx, Outcome},
    manage_roles, membership,
};
use crate::store::{self, WriteTx, roles, trials};

/// Whether a role or a trial has ended and was not dealt with.
///
/// # Errors
/// When the database fails.
pub fn are_due(tx: &WriteTx<'_>, now: Timestamp) -> store::Result<bool> {
    Ok(!roles::expired(tx, now)?.is_empty() || !trials::over(tx, now)?.is_empty())
}

/// Deals with them.
pub(super) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    manage_roles::end_expired(cx)?;
    membership::end_trials(cx)
}
