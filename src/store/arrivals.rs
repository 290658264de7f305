//! Who came to a meeting: registrations checked in, and people who came without one.

use jiff::Timestamp;
use rusqlite::params;

use super::{Result, WriteTx};
use crate::domain::{
    ids::{MeetingCode, RegistrationId, UserId},
    meeting::check_in::{Guest, HeadCount},
};

/// So many of the party are here, checked in by `by`. `false`: they were here already, nothing changed.
///
/// # Errors
/// When SQLite fails.
pub fn arrive(
    tx: &WriteTx<'_>,
    id: RegistrationId,
    size: u32,
    by: UserId,
    now: Timestamp,
) -> Result<bool> {
    let changed = tx.execute(
        "update registration set arrived_at = ?3, arrived_size = ?2, arrived_by = ?4
         where id = ?1 and arrived_at is null and standing = 'seated'",
        params![id.0, size, now.as_second(), by.0],
    )?;
    Ok(changed == 1)
}

/// So many of a party that is here came.
///
/// # Errors
/// When SQLite fails.
pub fn recount(tx: &WriteTx<'_>, id: RegistrationId, size: u32) -> Result<()> {
    tx.execute(
        "update registration set arrived_size = ?2 where id = ?1 and arrived_at is not null",
        params![id.0, size],
    )?;
    Ok(())
}

/// They are not here after all. `false`: they were not.
///
/// # Errors
/// When SQLite fails.
pub fn undo(tx: &WriteTx<'_>, id: RegistrationId) -> Result<bool> {
    let changed = tx.execute(
        "update registration set arrived_at = null, arrived_size = null, arrived_by = null
         where id = ? and arrived_at is not null",
        [id.0],
    )?;
    Ok(changed == 1)
}

/// People came without having registered.
///
/// # Errors
/// When SQLite fails.
pub fn add_walk_in(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    size: u32,
    name: Option<&str>,
    by: UserId,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into walk_in (meeting_code, size, name, entered_by, entered_at) values (?, ?, ?, ?, ?)",
        params![meeting.as_str(), size, name, by.0, now.as_second()],
    )?;
    Ok(())
}

/// The last entry of this clerk was a mistake; gives how many people it had.
///
/// # Errors
/// When SQLite fails.
pub fn undo_walk_in(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    by: UserId,
    now: Timestamp,
) -> Result<Option<u32>> {
    tx.optional(
        "update walk_in set undone_at = ?3 where id =
             (select max(id) from walk_in where meeting_code = ?1 and entered_by = ?2 and undone_at is null)
         returning size",
        params![meeting.as_str(), by.0, now.as_second()],
        |row| Ok(row.get(0)?),
    )
}

/// How many came.
///
/// # Errors
/// When SQLite fails.
pub fn head_count(tx: &WriteTx<'_>, meeting: &MeetingCode) -> Result<HeadCount> {
    tx.one(
        "select count(*), coalesce(sum(size), 0), count(arrived_at), coalesce(sum(arrived_size), 0),
             (select coalesce(sum(size), 0) from walk_in where meeting_code = ?1 and undone_at is null)
         from registration where meeting_code = ?1 and standing = 'seated'",
        [meeting.as_str()],
        |row| {
            Ok(HeadCount {
                registered: row.get(0)?,
                expected: row.get(1)?,
                arrived: row.get(2)?,
                present: row.get(3)?,
                walk_ins: row.get(4)?,
            })
        },
    )
}

/// A page of those who have a seat, by name.
///
/// # Errors
/// When SQLite fails.
pub fn guests(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    skip: usize,
    limit: usize,
) -> Result<Vec<Guest>> {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    tx.all(
        "select registration.id, display_name, size, arrived_size from registration
             join resident on resident.user_id = registration.user_id
         where meeting_code = ? and standing = 'seated' order by display_name, place limit ? offset ?",
        params![meeting.as_str(), count(limit), count(skip)],
        |row| {
            Ok(Guest {
                id: RegistrationId(row.get(0)?),
                name: row.get(1)?,
                size: row.get(2)?,
                arrived: row.get(3)?,
            })
        },
    )
}

/// One of them.
///
/// # Errors
/// When SQLite fails.
pub fn guest(tx: &WriteTx<'_>, id: RegistrationId) -> Result<Option<Guest>> {
    tx.optional(
        "select registration.id, display_name, size, arrived_size from registration
             join resident on resident.user_id = registration.user_id where registration.id = ?",
        [id.0],
        |row| {
            Ok(Guest {
                id: RegistrationId(row.get(0)?),
                name: row.get(1)?,
                size: row.get(2)?,
                arrived: row.get(3)?,
            })
        },
    )
}
