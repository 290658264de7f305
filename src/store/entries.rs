//! What clerks are entering for people without Telegram.

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::{Result, StoreError, WriteTx};
use crate::domain::{
    entry::{Entry, KEPT_SECONDS, Step},
    ids::{AreaCode, CategoryCode, ChatId, EntryId, MeetingCode, SpeakerId, UserId},
    keyword::Keyword,
    phone::Phone,
    question::Source,
};

const COLUMNS: &str =
    "id, clerk_id, chat_id, step, name, phone, source, meeting_code, speaker_id, area_code,
    category_code, text";

/// Begins an entry; one that the clerk had in this chat is thrown away.
///
/// # Errors
/// When SQLite fails.
pub fn begin(tx: &WriteTx<'_>, clerk: UserId, chat: ChatId, now: Timestamp) -> Result<Entry> {
    tx.execute(
        "delete from entry where clerk_id = ? and chat_id = ?",
        [clerk.0, chat.0],
    )?;
    tx.one(
        &format!(
            "insert into entry (clerk_id, chat_id, step, updated_at) values (?, ?, 'name', ?)
             returning {COLUMNS}"
        ),
        params![clerk.0, chat.0, now.as_second()],
        read,
    )
}

/// The entry of this row.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub fn find(tx: &WriteTx<'_>, id: EntryId) -> Result<Option<Entry>> {
    let sql = format!("select {COLUMNS} from entry where id = ?");
    tx.optional(&sql, [id.0], read)
}

/// What this clerk is entering in this chat.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub fn of(tx: &WriteTx<'_>, clerk: UserId, chat: ChatId) -> Result<Option<Entry>> {
    let sql = format!("select {COLUMNS} from entry where clerk_id = ? and chat_id = ?");
    tx.optional(&sql, [clerk.0, chat.0], read)
}

/// Keeps the entry as it is now.
///
/// # Errors
/// When SQLite fails.
pub fn save(tx: &WriteTx<'_>, entry: &Entry, now: Timestamp) -> Result<()> {
    tx.execute(
        "update entry set step = ?2, name = ?3, phone = ?4, source = ?5, meeting_code = ?6, speaker_id = ?7,
             area_code = ?8, category_code = ?9, text = ?10, updated_at = ?11 where id = ?1",
        params![
            entry.id.0,
            entry.step.as_str(),
            entry.name,
            entry.phone.as_ref().map(Phone::e164),
            entry.source.map(Keyword::as_str),
            entry.meeting.as_ref().map(MeetingCode::as_str),
            entry.speaker.map(|speaker| speaker.0),
            entry.area.as_ref().map(AreaCode::as_str),
            entry.category.as_ref().map(CategoryCode::as_str),
            entry.text,
            now.as_second(),
        ],
    )?;
    Ok(())
}

/// The entry became a question, or nothing. `false`: it was gone already.
///
/// # Errors
/// When SQLite fails.
pub fn remove(tx: &WriteTx<'_>, id: EntryId) -> Result<bool> {
    Ok(tx.execute("delete from entry where id = ?", [id.0])? == 1)
}

/// Whether an entry was left alone for so long that it has to go.
///
/// # Errors
/// When SQLite fails.
pub fn has_old(tx: &WriteTx<'_>, now: Timestamp) -> Result<bool> {
    let sql = "select 1 from entry where updated_at < ? limit 1";
    Ok(tx.optional(sql, [oldest(now)], |_| Ok(()))?.is_some())
}

/// Entries left alone for so long are forgotten: they hold names and phones.
///
/// # Errors
/// When SQLite fails.
pub fn forget_old(tx: &WriteTx<'_>, now: Timestamp) -> Result<()> {
    tx.execute("delete from entry where updated_at < ?", [oldest(now)])?;
    Ok(())
}

fn oldest(now: Timestamp) -> i64 {
    now.as_second() - KEPT_SECONDS
}

fn read(row: &Row<'_>) -> Result<Entry> {
    let impossible = |what: &str| StoreError::impossible("entry", format!("unknown {what}"));
    let step: String = row.get(3)?;
    let source = row.get::<_, Option<String>>(6)?;
    let phone = row.get::<_, Option<String>>(5)?;
    Ok(Entry {
        id: EntryId(row.get(0)?),
        clerk: UserId(row.get(1)?),
        chat: ChatId(row.get(2)?),
        step: Step::from_word(&step).ok_or_else(|| impossible("step"))?,
        name: row.get(4)?,
        phone: phone
            .map(|phone| Phone::parse(&phone).ok_or_else(|| impossible("phone")))
            .transpose()?,
        source: source
            .map(|source| Source::from_word(&source).ok_or_else(|| impossible("source")))
            .transpose()?,
        meeting: row.get::<_, Option<String>>(7)?.map(MeetingCode::new),
        speaker: row.get::<_, Option<i64>>(8)?.map(SpeakerId),
        area: row.get::<_, Option<String>>(9)?.map(AreaCode::new),
        category: row.get::<_, Option<String>>(10)?.map(CategoryCode::new),
        text: row.get(11)?,
    })
}
