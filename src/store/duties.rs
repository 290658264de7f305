//! Who acted for a body in its group lately: for a while they may do so in private, too.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use super::{Result, WriteTx};
use crate::domain::ids::{BodyCode, UserId};

/// Somebody has just acted for this body in its group.
///
/// # Errors
/// When SQLite fails.
pub fn note(tx: &WriteTx<'_>, user: UserId, body: &BodyCode, now: Timestamp) -> Result<()> {
    tx.execute(
        "insert into duty (user_id, body_code, acted_at) values (?1, ?2, ?3)
         on conflict (user_id, body_code) do update set acted_at = ?3",
        params![user.0, body.as_str(), now.as_second()],
    )?;
    Ok(())
}

/// The bodies for which this person acted within the last `lately`.
///
/// # Errors
/// When SQLite fails.
pub fn of(
    tx: &WriteTx<'_>,
    user: UserId,
    lately: SignedDuration,
    now: Timestamp,
) -> Result<BTreeSet<BodyCode>> {
    let bodies = tx.all(
        "select body_code from duty where user_id = ? and acted_at > ?",
        params![user.0, (now - lately).as_second()],
        |row| Ok(BodyCode::new(row.get::<_, String>(0)?)),
    )?;
    Ok(bodies.into_iter().collect())
}
