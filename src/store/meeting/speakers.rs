//! Who speaks at a meeting, in which order.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    ids::{MeetingCode, SpeakerId, UserId},
    keyword::Keyword,
    meeting::speakers::{Speaker, Turn},
};
use crate::store::{Result, StoreError, WriteTx, write_tx::time};

const COLUMNS: &str = "id, meeting_code, name, topic, state, began_at";

/// Takes everybody who wishes to speak and was checked in onto the list, in the order of arrival; whoever does
/// not wish to any more and was not called is taken off. Those who are there keep their places.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn take_up(tx: &WriteTx<'_>, meeting: &MeetingCode) -> Result<()> {
    tx.execute(
        "delete from speaker where meeting_code = ? and state = 'waiting' and registration_id in
             (select id from registration where wishes_to_speak = 0 or arrived_at is null)",
        [meeting.as_str()],
    )?;
    tx.execute(
        "insert or ignore into speaker (meeting_code, registration_id, name, topic, state)
         select meeting_code, registration.id, coalesce(guest_name, display_name), topic, 'waiting' from registration
             left join resident on resident.user_id = registration.user_id
         where meeting_code = ? and wishes_to_speak = 1 and arrived_at is not null
         order by arrived_at, place",
        [meeting.as_str()],
    )?;
    Ok(())
}

/// Somebody from the floor.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn add(tx: &WriteTx<'_>, meeting: &MeetingCode, name: &str) -> Result<()> {
    tx.execute(
        "insert into speaker (meeting_code, name, state) values (?, ?, 'waiting')",
        params![meeting.as_str(), name],
    )?;
    Ok(())
}

/// The list, in order: those called first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn all(tx: &WriteTx<'_>, meeting: &MeetingCode) -> Result<Vec<Speaker>> {
    let sql = format!(
        "select {COLUMNS} from speaker where meeting_code = ? order by state = 'waiting', called_at, id"
    );
    tx.all(&sql, [meeting.as_str()], read)
}

/// One of them.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: SpeakerId) -> Result<Option<Speaker>> {
    let sql = format!("select {COLUMNS} from speaker where id = ?");
    tx.optional(&sql, [id.0], read)
}

/// A speaker who waits has the floor from now on.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn begins(tx: &WriteTx<'_>, id: SpeakerId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update speaker set began_at = ?2 where id = ?1 and state = 'waiting' and began_at is null",
        params![id.0, now.as_second()],
    )?;
    Ok(())
}

/// The turn of a speaker who waits was taken, or passed over. `false`: another clerk was faster.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn call(
    tx: &WriteTx<'_>,
    id: SpeakerId,
    turn: Turn,
    by: UserId,
    now: Timestamp,
) -> Result<bool> {
    let changed = tx.execute(
        "update speaker set state = ?2, called_by = ?3, called_at = ?4 where id = ?1 and state = 'waiting'",
        params![id.0, turn.as_str(), by.0, now.as_second()],
    )?;
    Ok(changed == 1)
}

fn read(row: &Row<'_>) -> Result<Speaker> {
    let state: String = row.get("state")?;
    Ok(Speaker {
        id: SpeakerId(row.get("id")?),
        meeting: MeetingCode::new(row.get::<_, String>("meeting_code")?),
        name: row.get("name")?,
        topic: row.get("topic")?,
        turn: Turn::from_word(&state)
            .ok_or_else(|| StoreError::impossible("speaker", "unknown state"))?,
        began_at: row
            .get::<_, Option<i64>>("began_at")?
            .map(|at| time("speaker", at))
            .transpose()?,
    })
}
