//! Reminders to come: one row a meeting and offset, gone when it was sent.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{
    council::Council,
    ids::MeetingCode,
    meeting::registration::{MeetingState, Planned},
    planning::reminder,
};
use crate::store::{Result, WriteTx};

/// Writes the reminders of a meeting anew: at the council's offsets, those that are still to come.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_anew(
    tx: &WriteTx<'_>,
    council: &Council,
    planned: &Planned,
    now: Timestamp,
) -> Result<()> {
    let code = planned.meeting.code.as_str();
    tx.execute(
        "delete from meeting_reminder where meeting_code = ?",
        [code],
    )?;
    if planned.state != MeetingState::Published {
        return Ok(());
    }
    for hours in &council.rules.reminders_before_meeting_hours {
        let due_at = reminder::due_at(council, planned.meeting.starts_at, *hours);
        if due_at > now {
            tx.execute(
                "insert into meeting_reminder (meeting_code, hours_before, due_at) values (?, ?, ?)",
                params![code, hours, due_at.as_second()],
            )?;
        }
    }
    Ok(())
}

/// Takes the meetings for which a reminder is due, with the hours before; several that fell due together count
/// as one, the longest.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn take_due(tx: &WriteTx<'_>, now: Timestamp) -> Result<BTreeMap<MeetingCode, u16>> {
    let due = tx.all(
        "delete from meeting_reminder where due_at <= ? returning meeting_code, hours_before",
        [now.as_second()],
        |row| {
            Ok((
                MeetingCode::new(row.get::<_, String>("meeting_code")?),
                row.get("hours_before")?,
            ))
        },
    )?;
    let mut longest: BTreeMap<MeetingCode, u16> = BTreeMap::new();
    for (meeting, hours) in due {
        let known = longest.entry(meeting).or_insert(hours);
        *known = hours.max(*known);
    }
    Ok(longest)
}

/// Whether a reminder, the end of an offer, or the next step of an announcement is due.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_anything_due(tx: &WriteTx<'_>, now: Timestamp) -> Result<bool> {
    tx.one(
        "select exists (select 1 from meeting_reminder where due_at <= ?1)
             or exists (select 1 from registration where standing = 'offered' and offered_until <= ?1)
             or exists (select 1 from announcement where done_at is null and is_held = 0)",
        [now.as_second()],
        |row| Ok(row.get(0)?),
    )
}
