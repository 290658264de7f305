//! Who acts for a body in its group: by which name it knows them, when they acted last, whether they left.
//! For a while after acting they may do so in private, too.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use crate::domain::ids::{BodyCode, UserId};
use crate::store::{Result, WriteTx};

/// Somebody has just acted for this body in its group, under this name.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn acted(
    tx: &WriteTx<'_>,
    user: UserId,
    name: &str,
    body: &BodyCode,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into duty (user_id, body_code, acted_at, name) values (?1, ?2, ?3, ?4)
         on conflict (user_id, body_code) do update set acted_at = ?3, name = ?4",
        params![user.0, body.as_str(), now.as_second(), name],
    )?;
    Ok(())
}

/// The bodies for which this person acted within the last `lately`, without those whose group they left.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn of(
    tx: &WriteTx<'_>,
    user: UserId,
    lately: SignedDuration,
    now: Timestamp,
) -> Result<BTreeSet<BodyCode>> {
    let bodies = tx.all(
        "select body_code from duty where user_id = ? and acted_at > ? and left_at is null",
        params![user.0, (now - lately).as_second()],
        |row| Ok(BodyCode::new(row.get::<_, String>(0)?)),
    )?;
    Ok(bodies.into_iter().collect())
}

/// They left this body's group. `false`: that was known.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn left(
    tx: &WriteTx<'_>,
    user: UserId,
    name: &str,
    body: &BodyCode,
    now: Timestamp,
) -> Result<bool> {
    let changed = tx.execute(
        "insert into duty (user_id, body_code, acted_at, name, left_at) values (?1, ?2, 0, ?4, ?3)
         on conflict (user_id, body_code) do update set left_at = ?3 where left_at is null",
        params![user.0, body.as_str(), now.as_second(), name],
    )?;
    Ok(changed > 0)
}

/// They are in this body's group (again).
///
/// # Errors
/// When SQLite fails.
pub(crate) fn came(tx: &WriteTx<'_>, user: UserId, body: &BodyCode) -> Result<()> {
    tx.execute(
        "update duty set left_at = null where user_id = ? and body_code = ? and left_at is not null",
        params![user.0, body.as_str()],
    )?;
    Ok(())
}

/// The bodies whose group they left.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn left_by(tx: &WriteTx<'_>, user: UserId) -> Result<BTreeSet<BodyCode>> {
    let bodies = tx.all(
        "select body_code from duty where user_id = ? and left_at is not null",
        [user.0],
        |row| Ok(BodyCode::new(row.get::<_, String>(0)?)),
    )?;
    Ok(bodies.into_iter().collect())
}

/// Everybody who acted for this body in its group and has not left, by name.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn known_in(tx: &WriteTx<'_>, body: &BodyCode) -> Result<Vec<(UserId, String)>> {
    tx.all(
        "select user_id, name from duty
         where body_code = ? and left_at is null and name is not null order by acted_at desc, user_id",
        [body.as_str()],
        |row| Ok((UserId(row.get("user_id")?), row.get("name")?)),
    )
}
