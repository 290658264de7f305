//! Meetings as they are planned: what the council file announced, with what clerks changed since.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Row, params};
use serde_json::Value;

use crate::domain::{
    council::Council,
    ids::{CategoryCode, MeetingCode, UserId},
    keyword::Keyword,
    meeting::{
        Meeting,
        announcement::Kind,
        registration::{MeetingState, Planned},
    },
};
use crate::store::{Result, StoreError, WriteTx, announcements, reminders};

const COLUMNS: &str = "value, state, sequence, reason";

/// The meeting with this code, in whichever case a person typed it.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, code: &MeetingCode) -> Result<Option<Planned>> {
    let sql = format!("select {COLUMNS} from meeting where code = ? collate nocase");
    tx.optional(&sql, [code.as_str()], read)
}

/// Announced meetings that have not ended, the next first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn coming(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<Planned>> {
    let sql = format!(
        "select {COLUMNS} from meeting where state = 'published' and ends_at > ? order by starts_at, code"
    );
    tx.all(&sql, [now.as_second()], read)
}

/// Everything that clerks still plan: meetings that have not ended, in whatever state, drafts first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn to_plan(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<Planned>> {
    let sql = format!(
        "select {COLUMNS} from meeting where ends_at > ? order by state <> 'draft', starts_at, code"
    );
    tx.all(&sql, [now.as_second()], read)
}

/// Announced meetings that begin within `span` from now, or ended so long ago at most, the first first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn around(
    tx: &WriteTx<'_>,
    now: Timestamp,
    span: SignedDuration,
) -> Result<Vec<Planned>> {
    let sql = format!(
        "select {COLUMNS} from meeting where state = 'published' and ends_at >= ?1 and starts_at <= ?2
         order by starts_at, code"
    );
    tx.all(
        &sql,
        [(now - span).as_second(), (now + span).as_second()],
        read,
    )
}

/// Whether this person has neither decided about new meetings nor been asked.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn may_be_asked_to_follow(tx: &WriteTx<'_>, user: UserId) -> Result<bool> {
    tx.one(
        "select not exists (select 1 from meeting_follower where user_id = ?1)
             and exists (select 1 from resident where user_id = ?1 and not asked_to_follow)",
        [user.0],
        |row| Ok(row.get(0)?),
    )
}

/// This person has been asked.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn asked_to_follow(tx: &WriteTx<'_>, user: UserId) -> Result<()> {
    tx.execute(
        "update resident set asked_to_follow = 1 where user_id = ?",
        [user.0],
    )?;
    Ok(())
}

/// Keeps the meeting as it is planned now; its reminders are set anew.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn save(
    tx: &WriteTx<'_>,
    council: &Council,
    planned: &Planned,
    now: Timestamp,
) -> Result<()> {
    let meeting = &planned.meeting;
    tx.execute(
        "insert into meeting (code, value, state, starts_at, ends_at, sequence, reason, updated_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         on conflict (code) do update set value = ?2, state = ?3, starts_at = ?4, ends_at = ?5,
             sequence = ?6, reason = ?7, updated_at = ?8",
        params![
            meeting.code.as_str(),
            text_of(&json(meeting)?)?,
            planned.state.as_str(),
            meeting.starts_at.as_second(),
            meeting.ends_at.as_second(),
            planned.sequence,
            planned.reason,
            now.as_second(),
        ],
    )?;
    reminders::set_anew(tx, council, planned, now)
}

/// Takes over what the council file says about its meetings. What a clerk changed in chat stays, unless the
/// file itself changed at that very point since it was last loaded: then the newer word of the file counts.
/// Loading the same file again changes nothing.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn take_over(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> Result<()> {
    for meeting in &council.meetings {
        let newer = json(meeting)?;
        let text = text_of(&newer)?;
        let known: Option<Option<String>> = tx.optional(
            "select file_value from meeting where code = ?",
            [meeting.code.as_str()],
            |row| Ok(row.get(0)?),
        )?;
        if known
            .as_ref()
            .is_some_and(|file| file.as_deref() == Some(&text))
        {
            continue;
        }
        let planned = find(tx, &meeting.code)?;
        let before = planned.clone();
        let merged = match (planned, known.flatten()) {
            (Some(planned), Some(file)) => {
                let older: Value = serde_json::from_str(&file)
                    .map_err(|error| StoreError::impossible("meeting", error))?;
                let value = merged(&older, &newer, json(&planned.meeting)?);
                let meeting = serde_json::from_value(value)
                    .map_err(|error| StoreError::impossible("meeting", error))?;
                let sequence = planned.sequence + 1;
                Planned {
                    meeting,
                    sequence,
                    ..planned
                }
            }
            (Some(planned), None) => planned,
            (None, _) => Planned {
                meeting: meeting.clone(),
                state: MeetingState::Published,
                sequence: 0,
                reason: None,
            },
        };
        save(tx, council, &merged, now)?;
        tx.execute(
            "update meeting set file_value = ?2 where code = ?1",
            params![meeting.code.as_str(), text],
        )?;
        if let Some(kind) = news(before.as_ref(), &merged) {
            announcements::begin(tx, &meeting.code, kind, now)?;
        }
    }
    Ok(())
}

/// What people have to be told after a meeting became another.
fn news(before: Option<&Planned>, after: &Planned) -> Option<Kind> {
    if after.state != MeetingState::Published {
        return None;
    }
    match before {
        None => Some(Kind::Published),
        Some(before) if before.meeting.is_moved_by(&after.meeting) => Some(Kind::Changed),
        Some(_) => None,
    }
}

/// `planned` with every key that differs between the older and the newer file taken from the newer one.
fn merged(older: &Value, newer: &Value, planned: Value) -> Value {
    let (Value::Object(older), Value::Object(newer), Value::Object(mut planned)) =
        (older, newer, planned)
    else {
        return newer.clone();
    };
    for (key, value) in newer {
        if older.get(key) != Some(value) {
            planned.insert(key.clone(), value.clone());
        }
    }
    Value::Object(planned)
}

/// This person hears of new meetings in their area from now on.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn follow(tx: &WriteTx<'_>, person: UserId, now: Timestamp) -> Result<()> {
    tx.execute(
        "insert or ignore into meeting_follower (user_id, since) values (?, ?)",
        params![person.0, now.as_second()],
    )?;
    Ok(())
}

/// This person does not want to hear of new meetings any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn unfollow(tx: &WriteTx<'_>, person: UserId) -> Result<()> {
    tx.execute("delete from meeting_follower where user_id = ?", [person.0])?;
    Ok(())
}

/// The person wants to hear of meetings about this field.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn follow_subject(
    tx: &WriteTx<'_>,
    person: UserId,
    field: &CategoryCode,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into subject_follower (user_id, category_code, since) values (?, ?, ?) on conflict do nothing",
        params![person.0, field.as_str(), now.as_second()],
    )?;
    Ok(())
}

/// They do not want to any more; of no field: of none.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn unfollow_subject(
    tx: &WriteTx<'_>,
    person: UserId,
    field: Option<&CategoryCode>,
) -> Result<()> {
    tx.execute(
        "delete from subject_follower where user_id = ?1 and category_code = coalesce(?2, category_code)",
        params![person.0, field.map(CategoryCode::as_str)],
    )?;
    Ok(())
}

/// Of meetings about which fields the person wants to hear.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn subjects_of(tx: &WriteTx<'_>, person: UserId) -> Result<Vec<CategoryCode>> {
    tx.all(
        "select category_code from subject_follower where user_id = ? order by category_code",
        [person.0],
        |row| Ok(CategoryCode::new(row.get::<_, String>(0)?)),
    )
}

/// Whether this person hears of new meetings.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn follows(tx: &WriteTx<'_>, person: UserId) -> Result<bool> {
    let sql = "select 1 from meeting_follower where user_id = ?";
    Ok(tx.optional(sql, [person.0], |_| Ok(()))?.is_some())
}

fn json(meeting: &Meeting) -> Result<Value> {
    serde_json::to_value(meeting).map_err(|error| StoreError::impossible("meeting", error))
}

fn text_of(value: &Value) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::impossible("meeting", error))
}

pub(in crate::store) fn read(row: &Row<'_>) -> Result<Planned> {
    let value: String = row.get("value")?;
    let state: String = row.get("state")?;
    Ok(Planned {
        meeting: serde_json::from_str(&value)
            .map_err(|error| StoreError::impossible("meeting", error))?,
        state: MeetingState::from_word(&state)
            .ok_or_else(|| StoreError::impossible("meeting", "unknown state"))?,
        sequence: row.get("sequence")?,
        reason: row.get("reason")?,
    })
}
