//! For which associations people speak in their areas, as they say themselves.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::ids::{AreaCode, UserId};
use crate::store::{Result, WriteTx};

/// Somebody speaks for this association in this area, from now on; another one there before is over.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    user: UserId,
    area: &AreaCode,
    name: &str,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into association (user_id, area_code, name, since) values (?1, ?2, ?3, ?4)
         on conflict (user_id, area_code) do update set name = ?3, since = ?4",
        params![user.0, area.as_str(), name, now.as_second()],
    )?;
    Ok(())
}

/// They speak for themselves there.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn drop(tx: &WriteTx<'_>, user: UserId, area: &AreaCode) -> Result<()> {
    tx.execute(
        "delete from association where user_id = ? and area_code = ?",
        params![user.0, area.as_str()],
    )?;
    Ok(())
}

/// A part of the area takes its place among theirs.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn narrow(tx: &WriteTx<'_>, user: UserId, from: &AreaCode, to: &AreaCode) -> Result<()> {
    tx.execute(
        "update or replace association set area_code = ?3 where user_id = ?1 and area_code = ?2",
        params![user.0, from.as_str(), to.as_str()],
    )?;
    Ok(())
}

/// Those of areas that are none of theirs any more are over.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn prune(tx: &WriteTx<'_>, user: UserId) -> Result<()> {
    tx.execute(
        "delete from association where user_id = ?1
             and area_code not in (select area_code from resident_area where user_id = ?1)
             and area_code <> coalesce((select area_code from resident where user_id = ?1), '')",
        [user.0],
    )?;
    Ok(())
}

/// Where they speak for which.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn of(tx: &WriteTx<'_>, user: UserId) -> Result<Vec<(AreaCode, String)>> {
    tx.all(
        "select area_code, name from association where user_id = ? order by area_code",
        [user.0],
        |row| {
            let area: String = row.get("area_code")?;
            Ok((AreaCode::new(area), row.get("name")?))
        },
    )
}

/// For which they speak in what they asked at `asked_at` about the innermost of these areas.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn speaking(
    tx: &WriteTx<'_>,
    user: UserId,
    areas: &[&AreaCode],
    asked_at: Timestamp,
) -> Result<Option<String>> {
    for area in areas {
        let found = tx.optional(
            "select name from association where user_id = ? and area_code = ? and since <= ?",
            params![user.0, area.as_str(), asked_at.as_second()],
            |row| Ok(row.get(0)?),
        )?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}
