//! What came of meetings, and what the office was told about how full they are.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{
    ids::{MeetingCode, UserId},
    meeting::outcome::Outcome,
};
use crate::store::{Result, WriteTx};

/// Keeps what a clerk wrote down; written again, it is corrected.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn save(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    outcome: Outcome,
    by: UserId,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into meeting_outcome (meeting_code, opinions, answered, passed_on, written_by, written_at)
         values (?1, ?2, ?3, ?4, ?5, ?6)
         on conflict (meeting_code) do update set opinions = ?2, answered = ?3, passed_on = ?4,
             written_by = ?5, written_at = ?6",
        params![
            meeting.as_str(),
            outcome.opinions,
            outcome.answered,
            outcome.passed_on,
            by.0,
            now.as_second()
        ],
    )?;
    Ok(())
}

/// What was written down.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn find(tx: &WriteTx<'_>, meeting: &MeetingCode) -> Result<Option<Outcome>> {
    tx.optional(
        "select opinions, answered, passed_on from meeting_outcome where meeting_code = ?",
        [meeting.as_str()],
        |row| {
            Ok(Outcome {
                opinions: row.get("opinions")?,
                answered: row.get("answered")?,
                passed_on: row.get("passed_on")?,
            })
        },
    )
}

/// The office is being told that the meeting has reached this mark. `false`: it was told before.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn note_fill(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    per_cent: u32,
    now: Timestamp,
) -> Result<bool> {
    let added = tx.execute(
        "insert or ignore into fill_notice (meeting_code, per_cent, told_at) values (?, ?, ?)",
        params![meeting.as_str(), per_cent, now.as_second()],
    )?;
    Ok(added == 1)
}
