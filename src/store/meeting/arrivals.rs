//! Who came to a meeting: registrations checked in, and people who came without one.

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::registrations::share_of;
use crate::domain::{
    ids::{MeetingCode, RegistrationId, UserId},
    meeting::check_in::{Guest, HeadCount},
};
use crate::store::{Result, WriteTx};

/// A line of the list, with whom it names.
const GUEST: &str =
    "registration.id as id, coalesce(guest_name, display_name) as name, share, size, arrived_size
    from registration left join resident on resident.user_id = registration.user_id";

/// So many of the party are here, checked in by `by`. `false`: they were here already, nothing changed.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn arrive(
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
pub(crate) fn recount(tx: &WriteTx<'_>, id: RegistrationId, size: u32) -> Result<()> {
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
pub(crate) fn undo(tx: &WriteTx<'_>, id: RegistrationId) -> Result<bool> {
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
pub(crate) fn add_walk_in(
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
pub(crate) fn undo_walk_in(
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
pub(crate) fn head_count(tx: &WriteTx<'_>, meeting: &MeetingCode) -> Result<HeadCount> {
    tx.one(
        "select count(*) as registered, coalesce(sum(size), 0) as expected, count(arrived_at) as arrived,
             coalesce(sum(arrived_size), 0) as present,
             (select coalesce(sum(size), 0) from walk_in where meeting_code = ?1 and undone_at is null)
                 as walk_ins
         from registration where meeting_code = ?1 and standing = 'seated'",
        [meeting.as_str()],
        |row| {
            Ok(HeadCount {
                registered: row.get("registered")?,
                expected: row.get("expected")?,
                arrived: row.get("arrived")?,
                present: row.get("present")?,
                walk_ins: row.get("walk_ins")?,
            })
        },
    )
}

/// A page of those who have a seat, by name.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn guests(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    skip: usize,
    limit: usize,
) -> Result<Vec<Guest>> {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    tx.all(
        &format!(
            "select {GUEST} where meeting_code = ? and standing = 'seated' order by name, place limit ? offset ?"
        ),
        params![meeting.as_str(), count(limit), count(skip)],
        read_guest,
    )
}

/// One of them.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn guest(tx: &WriteTx<'_>, id: RegistrationId) -> Result<Option<Guest>> {
    let sql = format!("select {GUEST} where registration.id = ?");
    tx.optional(&sql, [id.0], read_guest)
}

fn read_guest(row: &Row<'_>) -> Result<Guest> {
    let share: String = row.get("share")?;
    Ok(Guest {
        id: RegistrationId(row.get("id")?),
        name: row.get("name")?,
        share: share_of(&share)?,
        size: row.get("size")?,
        arrived: row.get("arrived_size")?,
    })
}
