//! What people ask of the office about their own data, and what came of it.

use jiff::{Timestamp, civil::Date};
use rusqlite::{Row, params};

use crate::domain::{
    data_request::{Closed, DataRequest, DataRequestKind, DataRequestOutcome, Proof},
    ids::{DataRequestId, QuestionId, UserId},
    keyword::Keyword,
};
use crate::store::{Result, StoreError, WriteTx, write_tx::time};

const COLUMNS: &str =
    "id, kind, user_id, question_id, proof, words, asked_at, due_on, outcome, reason, closed_at,
    closed_name";

/// Open requests of one person; more say nothing new.
pub(crate) const MOST_OPEN: u32 = 5;

/// A request about to be kept.
#[derive(Debug, Clone)]
pub(crate) struct NewRequest<'a> {
    /// What they want.
    pub(crate) kind: DataRequestKind,
    /// Who; `None`: somebody without Telegram.
    pub(crate) of: Option<UserId>,
    /// The question that is theirs.
    pub(crate) question: Option<QuestionId>,
    /// How it is known that they are who they say.
    pub(crate) proof: Proof,
    /// What they said.
    pub(crate) words: Option<&'a str>,
    /// The day by which they hear what came of it.
    pub(crate) due_on: Date,
    /// The clerk who wrote it down for them.
    pub(crate) entered_by: Option<UserId>,
}

/// Keeps a request.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    new: &NewRequest<'_>,
    now: Timestamp,
) -> Result<DataRequestId> {
    tx.insert(
        "insert into data_request (kind, user_id, question_id, proof, words, asked_at, due_on, entered_by)
         values (?, ?, ?, ?, ?, ?, ?, ?)",
        params![
            new.kind.as_str(),
            new.of.map(|user| user.0),
            new.question.map(|question| question.0),
            new.proof.as_str(),
            new.words,
            now.as_second(),
            new.due_on.to_string(),
            new.entered_by.map(|clerk| clerk.0),
        ],
    )
    .map(DataRequestId)
}

/// The request of this row.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: DataRequestId) -> Result<Option<DataRequest>> {
    tx.optional(
        &format!("select {COLUMNS} from data_request where id = ?"),
        [id.0],
        read,
    )
}

/// Everything that is open, the most pressing first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn open(tx: &WriteTx<'_>) -> Result<Vec<DataRequest>> {
    tx.all(
        &format!("select {COLUMNS} from data_request where outcome is null order by due_on, id"),
        [],
        read,
    )
}

/// The newest that were dealt with.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn closed(tx: &WriteTx<'_>, limit: u32) -> Result<Vec<DataRequest>> {
    tx.all(
        &format!(
            "select {COLUMNS} from data_request where outcome is not null order by closed_at desc, id desc limit ?"
        ),
        [limit],
        read,
    )
}

/// What this person asked that is open.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn open_of(tx: &WriteTx<'_>, user: UserId) -> Result<Vec<DataRequest>> {
    tx.all(
        &format!(
            "select {COLUMNS} from data_request where user_id = ? and outcome is null order by id"
        ),
        [user.0],
        read,
    )
}

/// Another kind of request than was thought.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_kind(tx: &WriteTx<'_>, id: DataRequestId, kind: DataRequestKind) -> Result<()> {
    tx.execute(
        "update data_request set kind = ? where id = ? and outcome is null",
        params![kind.as_str(), id.0],
    )?;
    Ok(())
}

/// It was dealt with, by a clerk or by the bot. `false`: somebody was faster.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn close(
    tx: &WriteTx<'_>,
    id: DataRequestId,
    (outcome, reason): (DataRequestOutcome, Option<&str>),
    by: Option<(UserId, &str)>,
    now: Timestamp,
) -> Result<bool> {
    let closed = tx.execute(
        "update data_request set outcome = ?2, reason = ?3, closed_at = ?4, closed_by = ?5, closed_name = ?6
         where id = ?1 and outcome is null",
        params![
            id.0,
            outcome.as_str(),
            reason,
            now.as_second(),
            by.map(|(user, _)| user.0),
            by.map(|(_, name)| name),
        ],
    )?;
    Ok(closed > 0)
}

/// Whether something open is due by `day` of which the office was not reminded today.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_any_pressing(tx: &WriteTx<'_>, day: Date, today: Date) -> Result<bool> {
    tx.one(
        "select exists (select 1 from data_request
             where outcome is null and due_on <= ?1 and (reminded_on is null or reminded_on < ?2))",
        params![day.to_string(), today.to_string()],
        |row| Ok(row.get(0)?),
    )
}

/// The office was reminded of all that is open and due by `day`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn mark_reminded(tx: &WriteTx<'_>, day: Date, today: Date) -> Result<()> {
    tx.execute(
        "update data_request set reminded_on = ?2 where outcome is null and due_on <= ?1",
        params![day.to_string(), today.to_string()],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<DataRequest> {
    let impossible = |why: &str| StoreError::impossible("data_request", why);
    let due_on: String = row.get("due_on")?;
    let outcome: Option<String> = row.get("outcome")?;
    let closed = match outcome {
        Some(word) => Some(Closed {
            outcome: DataRequestOutcome::from_word(&word).ok_or_else(|| impossible("outcome"))?,
            reason: row.get("reason")?,
            at: time("data_request", row.get("closed_at")?)?,
            by: row.get("closed_name")?,
        }),
        None => None,
    };
    Ok(DataRequest {
        id: DataRequestId(row.get("id")?),
        kind: DataRequestKind::from_word(&row.get::<_, String>("kind")?)
            .ok_or_else(|| impossible("kind"))?,
        of: row.get::<_, Option<i64>>("user_id")?.map(UserId),
        question: row.get::<_, Option<i64>>("question_id")?.map(QuestionId),
        proof: Proof::from_word(&row.get::<_, String>("proof")?)
            .ok_or_else(|| impossible("proof"))?,
        words: row.get("words")?,
        asked_at: time("data_request", row.get("asked_at")?)?,
        due_on: due_on.parse().map_err(|_| impossible("due_on"))?,
        closed,
    })
}
