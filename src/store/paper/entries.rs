//! What clerks are entering for people without Telegram.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    code::OpinionSlip,
    entry::{Entry, KEPT_SECONDS, Step},
    ids::{AreaCode, CategoryCode, ChatId, EntryId, MeetingCode, SpeakerId, UserId},
    keyword::Keyword,
    phone::Phone,
    question::Source,
};
use crate::store::{Result, StoreError, WriteTx};

const COLUMNS: &str =
    "id, clerk_id, chat_id, step, name, phone, source, meeting_code, speaker_id, area_code,
    category_code, text, slip";

/// Begins an entry; one that the clerk had in this chat is thrown away.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn begin(
    tx: &WriteTx<'_>,
    clerk: UserId,
    chat: ChatId,
    now: Timestamp,
) -> Result<Entry> {
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
pub(crate) fn find(tx: &WriteTx<'_>, id: EntryId) -> Result<Option<Entry>> {
    let sql = format!("select {COLUMNS} from entry where id = ?");
    tx.optional(&sql, [id.0], read)
}

/// What this clerk is entering in this chat.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn of(tx: &WriteTx<'_>, clerk: UserId, chat: ChatId) -> Result<Option<Entry>> {
    let sql = format!("select {COLUMNS} from entry where clerk_id = ? and chat_id = ?");
    tx.optional(&sql, [clerk.0, chat.0], read)
}

/// Keeps the entry as it is now.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn save(tx: &WriteTx<'_>, entry: &Entry, now: Timestamp) -> Result<()> {
    tx.execute(
        "update entry set step = ?2, name = ?3, phone = ?4, source = ?5, meeting_code = ?6, speaker_id = ?7,
             area_code = ?8, category_code = ?9, text = ?10, updated_at = ?11, slip = ?12 where id = ?1",
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
            entry.slip.as_ref().map(ToString::to_string),
        ],
    )?;
    Ok(())
}

/// The entry became a question, or nothing. `false`: it was gone already.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn remove(tx: &WriteTx<'_>, id: EntryId) -> Result<bool> {
    Ok(tx.execute("delete from entry where id = ?", [id.0])? == 1)
}

/// Whether an entry was left alone for so long that it has to go.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn has_old(tx: &WriteTx<'_>, now: Timestamp) -> Result<bool> {
    let sql = "select 1 from entry where updated_at < ? limit 1";
    Ok(tx.optional(sql, [oldest(now)], |_| Ok(()))?.is_some())
}

/// Entries left alone for so long are forgotten: they hold names and phones.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget_old(tx: &WriteTx<'_>, now: Timestamp) -> Result<()> {
    tx.execute("delete from entry where updated_at < ?", [oldest(now)])?;
    Ok(())
}

fn oldest(now: Timestamp) -> i64 {
    now.as_second() - KEPT_SECONDS
}

fn read(row: &Row<'_>) -> Result<Entry> {
    let impossible = |what: &str| StoreError::impossible("entry", format!("unknown {what}"));
    let step: String = row.get("step")?;
    let source = row.get::<_, Option<String>>("source")?;
    let phone = row.get::<_, Option<String>>("phone")?;
    Ok(Entry {
        id: EntryId(row.get("id")?),
        clerk: UserId(row.get("clerk_id")?),
        chat: ChatId(row.get("chat_id")?),
        step: Step::from_word(&step).ok_or_else(|| impossible("step"))?,
        name: row.get("name")?,
        phone: phone
            .map(|phone| Phone::parse(&phone).ok_or_else(|| impossible("phone")))
            .transpose()?,
        source: source
            .map(|source| Source::from_word(&source).ok_or_else(|| impossible("source")))
            .transpose()?,
        meeting: row
            .get::<_, Option<String>>("meeting_code")?
            .map(MeetingCode::new),
        speaker: row.get::<_, Option<i64>>("speaker_id")?.map(SpeakerId),
        area: row
            .get::<_, Option<String>>("area_code")?
            .map(AreaCode::new),
        category: row
            .get::<_, Option<String>>("category_code")?
            .map(CategoryCode::new),
        text: row.get("text")?,
        slip: row
            .get::<_, Option<String>>("slip")?
            .map(|slip| OpinionSlip::parse(&slip).ok_or_else(|| impossible("slip")))
            .transpose()?,
    })
}
