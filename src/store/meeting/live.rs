//! Questions sent while a meeting runs, who supports them, and the address of the hall's page.

use std::fmt::Write as _;

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    ids::{LiveId, MeetingCode, UserId},
    keyword::Keyword as _,
    meeting::live::{LiveQuestion, LiveState},
};
use crate::store::{Result, StoreError, WriteTx};

const COLUMNS: &str = "id, meeting_code, author_id, text, state, support_count";

/// Somebody asks.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn ask(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    author: UserId,
    text: &str,
    now: Timestamp,
) -> Result<LiveId> {
    let id = tx.insert(
        "insert into live_question (meeting_code, author_id, text, state, asked_at) values (?, ?, ?, 'waiting', ?)",
        params![meeting.as_str(), author.0, text, now.as_second()],
    )?;
    Ok(LiveId(id))
}

/// How many of this person nobody has looked at.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn waiting_of(tx: &WriteTx<'_>, meeting: &MeetingCode, author: UserId) -> Result<u32> {
    tx.one(
        "select count(*) from live_question where meeting_code = ? and author_id = ? and state = 'waiting'",
        params![meeting.as_str(), author.0],
        |row| Ok(row.get(0)?),
    )
}

/// Those of a meeting: the highlighted one, what is shown by support, what waits in the order in which it came, what was
/// answered.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn all(tx: &WriteTx<'_>, meeting: &MeetingCode) -> Result<Vec<LiveQuestion>> {
    tx.all(
        &format!(
            "select {COLUMNS} from live_question where meeting_code = ?
             order by case state when 'highlighted' then 0 when 'shown' then 1 when 'waiting' then 2 else 3 end,
                 support_count desc, id limit 300"
        ),
        [meeting.as_str()],
        read,
    )
}

/// One of them.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: LiveId) -> Result<Option<LiveQuestion>> {
    tx.optional(
        &format!("select {COLUMNS} from live_question where id = ?"),
        [id.0],
        read,
    )
}

/// Somebody decides where it stands. Only one is highlighted: the one before is shown again.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn decide(
    tx: &WriteTx<'_>,
    one: &LiveQuestion,
    to: LiveState,
    by: UserId,
    now: Timestamp,
) -> Result<()> {
    if to == LiveState::Highlighted {
        tx.execute(
            "update live_question set state = 'shown' where meeting_code = ? and state = 'highlighted'",
            [one.meeting.as_str()],
        )?;
    }
    tx.execute(
        "update live_question set state = ?2, decided_by = ?3, decided_at = ?4 where id = ?1",
        params![one.id.0, to.as_str(), by.0, now.as_second()],
    )?;
    Ok(())
}

/// Somebody wants to know the same, or does not any more. Whether they do now.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn support(tx: &WriteTx<'_>, id: LiveId, user: UserId) -> Result<bool> {
    let taken_back = tx.execute(
        "delete from live_support where live_id = ? and user_id = ?",
        [id.0, user.0],
    )?;
    if taken_back == 0 {
        tx.execute(
            "insert into live_support (live_id, user_id) values (?, ?)",
            [id.0, user.0],
        )?;
    }
    tx.execute(
        "update live_question set support_count = (select count(*) from live_support where live_id = ?1) where id = ?1",
        [id.0],
    )?;
    Ok(taken_back == 0)
}

/// The secret part of the address of the hall's page; made when it is asked for first.
///
/// # Errors
/// When SQLite or the operating system's source of random bytes fails.
pub(crate) fn screen(tx: &WriteTx<'_>, meeting: &MeetingCode, now: Timestamp) -> Result<String> {
    let known: Option<String> = tx.optional(
        "select token from live_screen where meeting_code = ?",
        [meeting.as_str()],
        |row| Ok(row.get(0)?),
    )?;
    if let Some(token) = known {
        return Ok(token);
    }
    let mut bytes = [0_u8; 12];
    getrandom::fill(&mut bytes)
        .map_err(|error| StoreError::Job(anyhow::anyhow!("cannot get random bytes: {error}")))?;
    let mut token = String::new();
    for byte in bytes {
        // A String takes everything.
        let _ = write!(token, "{byte:02x}");
    }
    tx.execute(
        "insert into live_screen (meeting_code, token, opened_at) values (?, ?, ?)",
        params![meeting.as_str(), token, now.as_second()],
    )?;
    Ok(token)
}

/// Whose page that is.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn of_screen(tx: &WriteTx<'_>, token: &str) -> Result<Option<MeetingCode>> {
    tx.optional(
        "select meeting_code from live_screen where token = ?",
        [token],
        |row| Ok(MeetingCode::new(row.get::<_, String>(0)?)),
    )
}

fn read(row: &Row<'_>) -> Result<LiveQuestion> {
    let state: String = row.get("state")?;
    Ok(LiveQuestion {
        id: LiveId(row.get("id")?),
        meeting: MeetingCode::new(row.get::<_, String>("meeting_code")?),
        author: UserId(row.get("author_id")?),
        text: row.get("text")?,
        state: LiveState::from_word(&state)
            .ok_or_else(|| StoreError::impossible("live_question", "unknown state"))?,
        support: row.get("support_count")?,
    })
}
