//! News for many people: told step by step, resumed after a crash where it stood.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    ids::{AnnouncementId, AreaCode, CategoryCode, MeetingCode, UserId},
    keyword::Keyword,
    meeting::announcement::{Announcement, Kind},
};
use crate::store::{Result, StoreError, WriteTx};

const COLUMNS: &str = "id, meeting_code, kind, told_up_to";

/// Begins to tell. What was being told about the same meeting in the same way is told anew, to everybody.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn begin(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    kind: Kind,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update announcement set done_at = ?2, is_held = 0 where meeting_code = ?1 and done_at is null",
        params![meeting.as_str(), now.as_second()],
    )?;
    tx.execute(
        "insert into announcement (meeting_code, kind, made_at) values (?, ?, ?)",
        params![meeting.as_str(), kind.as_str(), now.as_second()],
    )?;
    Ok(())
}

/// The oldest announcement that is not finished and does not rest.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn open(tx: &WriteTx<'_>) -> Result<Option<Announcement>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from announcement where done_at is null and is_held = 0 order by id limit 1"
        ),
        [],
        read,
    )
}

/// Those that rest since a backup was put back.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn held(tx: &WriteTx<'_>) -> Result<Vec<Announcement>> {
    tx.all(
        &format!("select {COLUMNS} from announcement where is_held = 1 order by id"),
        [],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<Announcement> {
    let kind: String = row.get("kind")?;
    Ok(Announcement {
        id: AnnouncementId(row.get("id")?),
        meeting: MeetingCode::new(row.get::<_, String>("meeting_code")?),
        kind: Kind::from_word(&kind)
            .ok_or_else(|| StoreError::impossible("announcement", "unknown kind"))?,
        told_up_to: UserId(row.get("told_up_to")?),
    })
}

/// The next people who may have to be told, each once: those who follow meetings, or meetings about its `subject`; or those
/// registered or waiting.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn next_people(
    tx: &WriteTx<'_>,
    of: &Announcement,
    subject: Option<&CategoryCode>,
    limit: u32,
) -> Result<Vec<UserId>> {
    if of.kind == Kind::Published {
        return tx.all(
            "select user_id from meeting_follower where user_id > ?1
             union
             select user_id from subject_follower where user_id > ?1 and category_code = ?2
             order by user_id limit ?3",
            params![of.told_up_to.0, subject.map(CategoryCode::as_str), limit],
            |row| Ok(UserId(row.get(0)?)),
        );
    }
    let sql = match of.kind {
        Kind::Held => {
            "select user_id from registration where meeting_code = ?1 and user_id > ?2
                 and arrived_at is not null order by user_id limit ?3"
        }
        Kind::Published | Kind::Changed | Kind::Cancelled => {
            "select user_id from registration where meeting_code = ?1 and user_id > ?2
                 and standing in ('seated', 'offered', 'waiting') order by user_id limit ?3"
        }
    };
    let values = params![of.meeting.as_str(), of.told_up_to.0, limit];
    tx.all(sql, values, |row| Ok(UserId(row.get(0)?)))
}

/// How many of those who follow meetings, or meetings about this subject, live, work or help in one of these areas.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn followers_in(
    tx: &WriteTx<'_>,
    areas: &[&AreaCode],
    subject: Option<&CategoryCode>,
) -> Result<u32> {
    let areas: Vec<&str> = areas.iter().map(|area| area.as_str()).collect();
    let areas = serde_json::json!(areas).to_string();
    tx.one(
        "select count(*) from (select user_id from meeting_follower
             union select user_id from subject_follower where category_code = ?2) as f
         where exists (select 1 from resident as r where r.user_id = f.user_id
                 and r.area_code in (select value from json_each(?1)))
             or exists (select 1 from resident_area as a where a.user_id = f.user_id
                 and a.area_code in (select value from json_each(?1)))",
        params![areas, subject.map(CategoryCode::as_str)],
        |row| Ok(row.get(0)?),
    )
}

/// Everybody up to `person` has been told.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn advance(tx: &WriteTx<'_>, id: AnnouncementId, person: UserId) -> Result<()> {
    tx.execute(
        "update announcement set told_up_to = ?2 where id = ?1",
        [id.0, person.0],
    )?;
    Ok(())
}

/// Everybody has been told.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn finish(tx: &WriteTx<'_>, id: AnnouncementId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update announcement set done_at = ?2, is_held = 0 where id = ?1",
        [id.0, now.as_second()],
    )?;
    Ok(())
}
