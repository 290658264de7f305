//! People who have written to the bot, and what they agreed to.

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::{Result, StoreError, WriteTx, write_tx::time};
use crate::domain::{
    ids::{AreaCode, Language, MessageId, UserId},
    resident::Resident,
};

/// The person, if they ever wrote.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub fn find(tx: &WriteTx<'_>, user: UserId) -> Result<Option<Resident>> {
    tx.optional(
        "select user_id, display_name, language, language_chosen, area_code, consent_version,
             consented_at, blocked_at from resident where user_id = ?",
        [user.0],
        read,
    )
}

/// Keeps a new person, or the new name or language of a known one.
///
/// # Errors
/// When SQLite fails.
pub fn save(tx: &WriteTx<'_>, resident: &Resident, now: Timestamp) -> Result<()> {
    tx.execute(
        "insert into resident (user_id, display_name, language, language_chosen, area_code, created_at)
         values (?1, ?2, ?3, ?4, ?5, ?6)
         on conflict (user_id) do update set display_name = ?2, language = ?3, language_chosen = ?4,
             area_code = ?5",
        params![
            resident.id.0,
            resident.name,
            resident.language.tag(),
            resident.language_chosen,
            resident.area.as_ref().map(AreaCode::as_str),
            now.as_second(),
        ],
    )?;
    Ok(())
}

/// A decision about the consent text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentDecision {
    /// They agreed.
    Agreed,
    /// They refused.
    Refused,
}

/// Writes a decision down, provably: which text in which language, under which message, when.
///
/// # Errors
/// When SQLite fails.
pub fn decide_consent(
    tx: &WriteTx<'_>,
    resident: &Resident,
    decision: ConsentDecision,
    version: u32,
    message: MessageId,
    now: Timestamp,
) -> Result<()> {
    let name = match decision {
        ConsentDecision::Agreed => "agreed",
        ConsentDecision::Refused => "refused",
    };
    tx.execute(
        "insert into consent (user_id, version, language, decision, message_id, decided_at)
         values (?, ?, ?, ?, ?, ?)",
        params![
            resident.id.0,
            version,
            resident.language.tag(),
            name,
            message.0,
            now.as_second()
        ],
    )?;
    tx.execute(
        "update resident set consent_version = iif(?2 = 'agreed', ?3, null),
             consented_at = iif(?2 = 'agreed', ?4, null), refused_at = iif(?2 = 'agreed', null, ?4)
         where user_id = ?1",
        params![resident.id.0, name, version, now.as_second()],
    )?;
    Ok(())
}

/// The person has blocked the bot.
///
/// # Errors
/// When SQLite fails.
pub fn mark_blocked(tx: &WriteTx<'_>, user: UserId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update resident set blocked_at = ? where user_id = ? and blocked_at is null",
        params![now.as_second(), user.0],
    )?;
    Ok(())
}

/// The person can be written to again.
///
/// # Errors
/// When SQLite fails.
pub fn unmark_blocked(tx: &WriteTx<'_>, user: UserId) -> Result<()> {
    tx.execute(
        "update resident set blocked_at = null where user_id = ?",
        [user.0],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Resident> {
    let language: String = row.get(2)?;
    let consent = match (row.get::<_, Option<u32>>(5)?, row.get::<_, Option<i64>>(6)?) {
        (Some(version), Some(at)) => Some((version, time("resident", at)?)),
        _ => None,
    };
    Ok(Resident {
        id: UserId(row.get(0)?),
        name: row.get(1)?,
        language: Language::from_tag(&language)
            .ok_or_else(|| StoreError::impossible("resident", "unknown language"))?,
        language_chosen: row.get(3)?,
        area: row.get::<_, Option<String>>(4)?.map(AreaCode::new),
        consent,
        blocked: row.get::<_, Option<i64>>(7)?.is_some(),
    })
}
