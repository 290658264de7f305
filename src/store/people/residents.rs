//! People who have written to the bot, and what they agreed to.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    chain::hash_of_text,
    ids::{AreaCode, Language, MessageId, UserId},
    keyword::Keyword,
    phone::Phone,
    resident::{AreaRole, OwnArea, Resident, Topic},
};
use crate::store::{Result, StoreError, WriteTx, public_texts, write_tx::time};

/// The person, if they ever wrote.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, user: UserId) -> Result<Option<Resident>> {
    tx.optional(
        "select user_id, display_name, language, language_chosen, area_code, consent_version,
             consented_at, blocked_at, name_chosen, area_role, wants_plain_words
         from resident where user_id = ?",
        [user.0],
        read,
    )
}

/// Keeps a new person, or the new name or language of a known one.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn save(tx: &WriteTx<'_>, resident: &Resident, now: Timestamp) -> Result<()> {
    tx.execute(
        "insert into resident (user_id, display_name, language, language_chosen, area_code, created_at,
             name_chosen, area_role, wants_plain_words)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         on conflict (user_id) do update set display_name = ?2, language = ?3, language_chosen = ?4,
             area_code = ?5, name_chosen = ?7, area_role = ?8, wants_plain_words = ?9",
        params![
            resident.id.0,
            resident.name,
            resident.language.tag(),
            resident.language_chosen,
            resident.area.as_ref().map(AreaCode::as_str),
            now.as_second(),
            resident.name_chosen,
            resident.area_role.as_str(),
            resident.wants_plain_words,
        ],
    )?;
    Ok(())
}

/// A decision about the consent text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ConsentDecision {
    /// They agreed.
    Agreed,
    /// They refused.
    Refused,
    /// They took back what they had agreed to.
    Withdrawn,
}

/// The consent text that somebody decided about, as it stood on their screen.
#[derive(Debug, Clone)]
pub(crate) struct ConsentText {
    /// Its version.
    pub(crate) version: u32,
    /// Everything it said.
    pub(crate) text: String,
}

/// Writes a decision down, provably: which text, word by word, in which language, under which message, when.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn decide_consent(
    tx: &WriteTx<'_>,
    resident: &Resident,
    decision: ConsentDecision,
    about: &ConsentText,
    message: MessageId,
    now: Timestamp,
) -> Result<()> {
    let name = match decision {
        ConsentDecision::Agreed => "agreed",
        ConsentDecision::Refused => "refused",
        ConsentDecision::Withdrawn => "withdrawn",
    };
    let version = about.version;
    let hash = hash_of_text(&about.text);
    let language = resident.language.tag();
    tx.execute(
        "insert into consent_text (hash, version, language, text, first_shown_at) values (?, ?, ?, ?, ?)
         on conflict do nothing",
        params![hash, version, language, about.text, now.as_second()],
    )?;
    tx.execute(
        "insert into consent (user_id, version, language, decision, message_id, decided_at, text_hash)
         values (?, ?, ?, ?, ?, ?, ?)",
        params![
            resident.id.0,
            version,
            language,
            name,
            message.0,
            now.as_second(),
            hash
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
pub(crate) fn mark_blocked(tx: &WriteTx<'_>, user: UserId, now: Timestamp) -> Result<()> {
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
pub(crate) fn unmark_blocked(tx: &WriteTx<'_>, user: UserId) -> Result<()> {
    tx.execute(
        "update resident set blocked_at = null where user_id = ?",
        [user.0],
    )?;
    Ok(())
}

/// Whether the person wants short sentences without signs; nobody unknown does.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn wants_plain_words(tx: &WriteTx<'_>, user: UserId) -> Result<bool> {
    tx.one(
        "select exists (select 1 from resident where user_id = ? and wants_plain_words)",
        [user.0],
        |row| Ok(row.get(0)?),
    )
}

/// The person's areas, the first one first, then in the order in which they were added.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn areas(tx: &WriteTx<'_>, user: UserId) -> Result<Vec<OwnArea>> {
    tx.all(
        "select area_code, area_role, 0 as at from resident where user_id = ?1 and area_code is not null
         union all
         select area_code, role, added_at from resident_area where user_id = ?1
             and area_code <> (select coalesce(area_code, '') from resident where user_id = ?1)
         order by at, area_code",
        [user.0],
        |row| {
            Ok(OwnArea {
                area: AreaCode::new(row.get::<_, String>("area_code")?),
                role: role(&row.get::<_, String>("area_role")?)?,
            })
        },
    )
}

/// Keeps a further area of the person, or its new role.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep_area(
    tx: &WriteTx<'_>,
    user: UserId,
    own: &OwnArea,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into resident_area (user_id, area_code, role, added_at) values (?1, ?2, ?3, ?4)
         on conflict (user_id, area_code) do update set role = ?3",
        params![
            user.0,
            own.area.as_str(),
            own.role.as_str(),
            now.as_second()
        ],
    )?;
    Ok(())
}

/// The area is none of the person's further ones any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn drop_area(tx: &WriteTx<'_>, user: UserId, area: &AreaCode) -> Result<()> {
    tx.execute(
        "delete from resident_area where user_id = ? and area_code = ?",
        params![user.0, area.as_str()],
    )?;
    Ok(())
}

/// The phone the person gave. Whole numbers are for an officer who has to call, in private; whoever shows one
/// checks the right first and writes the look down.
///
/// # Errors
/// When SQLite fails or the number is damaged.
pub(crate) fn phone(tx: &WriteTx<'_>, user: UserId) -> Result<Option<Phone>> {
    let kept: Option<Option<String>> = tx.optional(
        "select phone from resident where user_id = ?",
        [user.0],
        |row| Ok(row.get(0)?),
    )?;
    kept.flatten()
        .map(|kept| {
            Phone::parse(&kept).ok_or_else(|| StoreError::impossible("resident", "bad phone"))
        })
        .transpose()
}

/// Keeps the person's own phone; `None` takes it away.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_phone(
    tx: &WriteTx<'_>,
    user: UserId,
    phone: Option<&Phone>,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update resident set phone = ?2, phone_given_at = iif(?2 is null, null, ?3) where user_id = ?1",
        params![user.0, phone.map(Phone::e164), now.as_second()],
    )?;
    Ok(())
}

/// The initials that groups see with the person's questions, after the name was corrected.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn correct_initials(tx: &WriteTx<'_>, user: UserId, initials: &str) -> Result<()> {
    tx.execute(
        "update question set author_initials = ?2 where author_id = ?1",
        params![user.0, initials],
    )?;
    public_texts::follow_author(tx, user)
}

/// Whether the person wants to hear of this.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn wants(tx: &WriteTx<'_>, user: UserId, topic: Topic) -> Result<bool> {
    let sql = match topic {
        Topic::NewMeetings => {
            "select exists (select 1 from meeting_follower where user_id = ?1 and ?2 <> '')"
        }
        // Whoever took the consent back is told nothing that they did not ask for.
        Topic::Reminders | Topic::Announcements | Topic::Services => {
            "select not exists (select 1 from muted_topic where user_id = ?1 and topic = ?2)
                 and exists (select 1 from resident where user_id = ?1 and consent_version is not null)"
        }
    };
    tx.one(sql, params![user.0, topic.as_str()], |row| Ok(row.get(0)?))
}

/// The person does not want to hear of this (a topic that is on unless muted).
///
/// # Errors
/// When SQLite fails.
pub(crate) fn mute(tx: &WriteTx<'_>, user: UserId, topic: Topic, now: Timestamp) -> Result<()> {
    tx.execute(
        "insert into muted_topic (user_id, topic, muted_at) values (?, ?, ?) on conflict do nothing",
        params![user.0, topic.as_str(), now.as_second()],
    )?;
    Ok(())
}

/// The person wants to hear of it again.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn unmute(tx: &WriteTx<'_>, user: UserId, topic: Topic) -> Result<()> {
    tx.execute(
        "delete from muted_topic where user_id = ? and topic = ?",
        params![user.0, topic.as_str()],
    )?;
    Ok(())
}

fn role(word: &str) -> Result<AreaRole> {
    AreaRole::from_word(word).ok_or_else(|| StoreError::impossible("resident", "unknown role"))
}

fn read(row: &Row<'_>) -> Result<Resident> {
    let language: String = row.get("language")?;
    let consent = match (
        row.get::<_, Option<u32>>("consent_version")?,
        row.get::<_, Option<i64>>("consented_at")?,
    ) {
        (Some(version), Some(at)) => Some((version, time("resident", at)?)),
        _ => None,
    };
    Ok(Resident {
        id: UserId(row.get("user_id")?),
        name: row.get("display_name")?,
        name_chosen: row.get("name_chosen")?,
        language: Language::from_tag(&language)
            .ok_or_else(|| StoreError::impossible("resident", "unknown language"))?,
        language_chosen: row.get("language_chosen")?,
        area: row
            .get::<_, Option<String>>("area_code")?
            .map(AreaCode::new),
        area_role: role(&row.get::<_, String>("area_role")?)?,
        wants_plain_words: row.get("wants_plain_words")?,
        consent,
        blocked: row.get::<_, Option<i64>>("blocked_at")?.is_some(),
    })
}
