//! What was said to be done, what shows it, and what the residents say of it.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    answer::{evidence::Evidence, facts::Document},
    attachment::Media,
    ids::{AnswerId, BodyCode, PromiseId, QuestionId, ResolutionId, UserId},
    keyword::{Keyword, keywords},
    question::resolution::Says,
};
use crate::store::{Result, StoreError, WriteTx, write_tx::time};

keywords! {
    /// What became of it.
    pub(crate) enum ResolutionState {
        /// Nobody has said otherwise.
        Stands = "stands",
        /// A resident said that it is not done.
        Denied = "denied",
        /// Its question was opened again.
        Void = "void",
    }
}

/// Somebody said that a thing was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resolved {
    /// Its row.
    pub(crate) id: ResolutionId,
    /// The question.
    pub(crate) question: QuestionId,
    /// The promise that was kept by it.
    pub(crate) promise: Option<PromiseId>,
    /// Their name in the group.
    pub(crate) name: String,
    /// The document that shows it.
    pub(crate) document: Option<Document>,
    /// What became of it.
    pub(crate) state: ResolutionState,
    /// When they said so.
    pub(crate) said_at: Timestamp,
}

/// What is about to be kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewResolved<'a> {
    /// The question.
    pub(crate) question: QuestionId,
    /// The answer that the resident has.
    pub(crate) answer: AnswerId,
    /// The promise that is kept by it.
    pub(crate) promise: Option<PromiseId>,
    /// Whose body.
    pub(crate) body: &'a BodyCode,
    /// Who says so, and their name in the group.
    pub(crate) by: (UserId, &'a str),
    /// What was done.
    pub(crate) said: &'a str,
    /// What shows it.
    pub(crate) evidence: &'a Evidence,
    /// When the residents are asked.
    pub(crate) check_at: Timestamp,
}

/// Keeps it.
///
/// # Errors
/// When SQLite fails, or something stands already.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    new: &NewResolved<'_>,
    now: Timestamp,
) -> Result<ResolutionId> {
    let document = new.evidence.document.as_ref();
    let id = tx.insert(
        "insert into resolution (question_id, answer_id, promise_id, body_code, said_by, said_name, said,
             document_number, document_on, state, said_at, check_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'stands', ?, ?)",
        params![
            new.question.0,
            new.answer.0,
            new.promise.map(|promise| promise.0),
            new.body.as_str(),
            new.by.0.0,
            new.by.1,
            new.said,
            document.map(|document| document.number.as_str()),
            document.map(|document| document.dated.to_string()),
            now.as_second(),
            new.check_at.as_second(),
        ],
    )?;
    for media in &new.evidence.pictures {
        tx.execute(
            "insert into resolution_media (resolution_id, media) values (?, ?)",
            params![id, json(media)?],
        )?;
    }
    Ok(ResolutionId(id))
}

/// What this person said just now was shown by the first photo of an album.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn album_begins(
    tx: &WriteTx<'_>,
    by: UserId,
    album: &str,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update resolution set album = ?3 where said_by = ?1 and said_at = ?2 and state = 'stands' and album is null",
        params![by.0, now.as_second(), album],
    )?;
    Ok(())
}

/// What this person showed with this album, if it stands.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn of_album(tx: &WriteTx<'_>, by: UserId, album: &str) -> Result<Option<Resolved>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from resolution where album = ? and said_by = ? and state = 'stands'
             order by id desc limit 1"
        ),
        params![album, by.0],
        read,
    )
}

/// How many photos show it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn photos(tx: &WriteTx<'_>, id: ResolutionId) -> Result<usize> {
    tx.one(
        "select count(*) from resolution_media where resolution_id = ?",
        [id.0],
        |row| {
            let count: u32 = row.get(0)?;
            Ok(usize::try_from(count).unwrap_or(usize::MAX))
        },
    )
}

/// One photo more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn show_more(tx: &WriteTx<'_>, id: ResolutionId, media: &Media) -> Result<()> {
    tx.execute(
        "insert into resolution_media (resolution_id, media) values (?, ?)",
        params![id.0, json(media)?],
    )?;
    Ok(())
}

const COLUMNS: &str =
    "id, question_id, promise_id, said_name, document_number, document_on, state, said_at";

/// The one of this row.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: ResolutionId) -> Result<Option<Resolved>> {
    tx.optional(
        &format!("select {COLUMNS} from resolution where id = ?"),
        [id.0],
        read,
    )
}

/// The newest of a question, unless the question was opened again since.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn newest(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<Resolved>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from resolution where question_id = ? and state <> 'void' order by id desc limit 1"
        ),
        [question.0],
        read,
    )
}

/// Whether residents are to be asked at `now`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_any_due(tx: &WriteTx<'_>, now: Timestamp) -> Result<bool> {
    tx.one(
        "select exists (select 1 from resolution where state = 'stands' and check_at is not null and check_at <= ?)",
        [now.as_second()],
        |row| Ok(row.get(0)?),
    )
}

/// Those whose residents are to be asked at `now`, the oldest first, a few at a time.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn due(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<Resolved>> {
    tx.all(
        &format!(
            "select {COLUMNS} from resolution
             where state = 'stands' and check_at is not null and check_at <= ? order by check_at, id limit 100"
        ),
        [now.as_second()],
        read,
    )
}

/// The residents were asked; nobody is asked again.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn asked(tx: &WriteTx<'_>, id: ResolutionId) -> Result<()> {
    tx.execute("update resolution set check_at = null where id = ?", [id.0])?;
    Ok(())
}

/// A resident said that it is not done.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn deny(tx: &WriteTx<'_>, id: ResolutionId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update resolution set state = 'denied', ended_at = ?2, check_at = null where id = ?1",
        params![id.0, now.as_second()],
    )?;
    Ok(())
}

/// The question was opened again: what was said to be done counts no more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn void(tx: &WriteTx<'_>, question: QuestionId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update resolution set state = 'void', ended_at = coalesce(ended_at, ?2), check_at = null
         where question_id = ?1 and state <> 'void'",
        params![question.0, now.as_second()],
    )?;
    Ok(())
}

/// One person asked whether it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Check {
    /// Whether the person asked the question; else they support it.
    pub(crate) is_author: bool,
    /// When they were asked.
    pub(crate) asked_at: Timestamp,
    /// What they said.
    pub(crate) says: Option<Says>,
}

/// Somebody is asked, once. `false`: they were asked before, or have judged the promise that was kept by it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn ask(
    tx: &WriteTx<'_>,
    resolved: &Resolved,
    (user, is_author): (UserId, bool),
    now: Timestamp,
) -> Result<bool> {
    let added = tx.execute(
        "insert into resolution_check (resolution_id, user_id, is_author, asked_at)
         select ?1, ?2, ?3, ?4 where not exists (
             select 1 from survey where ?5 is not null and promise_id = ?5 and user_id = ?2
                 and judged_at is not null)
         on conflict do nothing",
        params![
            resolved.id.0,
            user.0,
            is_author,
            now.as_second(),
            resolved.promise.map(|promise| promise.0)
        ],
    )?;
    Ok(added > 0)
}

/// What this person was asked and said.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn check_of(tx: &WriteTx<'_>, id: ResolutionId, user: UserId) -> Result<Option<Check>> {
    tx.optional(
        "select is_author, asked_at, says from resolution_check where resolution_id = ? and user_id = ?",
        params![id.0, user.0],
        |row| {
            let says: Option<String> = row.get("says")?;
            let says = says
                .map(|word| {
                    Says::from_word(&word)
                        .ok_or_else(|| StoreError::impossible("resolution_check", "unknown word"))
                })
                .transpose()?;
            Ok(Check {
                is_author: row.get("is_author")?,
                asked_at: time("resolution_check", row.get("asked_at")?)?,
                says,
            })
        },
    )
}

/// They said it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn say(
    tx: &WriteTx<'_>,
    id: ResolutionId,
    user: UserId,
    says: Says,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update resolution_check set says = ?3, said_at = ?4 where resolution_id = ?1 and user_id = ?2",
        params![id.0, user.0, says.as_str(), now.as_second()],
    )?;
    Ok(())
}

/// What they add to it, in words or as a photo.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn add(
    tx: &WriteTx<'_>,
    id: ResolutionId,
    user: UserId,
    words: &str,
    media: Option<&Media>,
) -> Result<()> {
    let media = media.map(json).transpose()?;
    tx.execute(
        "update resolution_check set words = nullif(?3, ''), media = coalesce(?4, media)
         where resolution_id = ?1 and user_id = ?2",
        params![id.0, user.0, words, media],
    )?;
    Ok(())
}

fn json(media: &Media) -> Result<String> {
    serde_json::to_string(media).map_err(|error| StoreError::impossible("resolution_media", error))
}

fn read(row: &Row<'_>) -> Result<Resolved> {
    let state: String = row.get("state")?;
    let document_on: Option<String> = row.get("document_on")?;
    let document = match (
        row.get::<_, Option<String>>("document_number")?,
        document_on,
    ) {
        (Some(number), Some(dated)) => Some(Document {
            number,
            dated: dated
                .parse()
                .map_err(|_| StoreError::impossible("resolution", "no day"))?,
        }),
        _ => None,
    };
    Ok(Resolved {
        id: ResolutionId(row.get("id")?),
        question: QuestionId(row.get("question_id")?),
        promise: row.get::<_, Option<i64>>("promise_id")?.map(PromiseId),
        name: row.get("said_name")?,
        document,
        state: ResolutionState::from_word(&state)
            .ok_or_else(|| StoreError::impossible("resolution", "unknown state"))?,
        said_at: time("resolution", row.get("said_at")?)?,
    })
}
