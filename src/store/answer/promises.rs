//! Days that answers promise something for.

use jiff::{Timestamp, civil::Date};
use rusqlite::{Row, params};

use crate::domain::{
    answer::promise::{Promise, PromiseState},
    ids::{AnswerId, BodyCode, PromiseId, QuestionId},
    keyword::Keyword,
};
use crate::store::{Result, StoreError, WriteTx, write_tx::time};

const COLUMNS: &str = "id, question_id, answer_id, promised_on, state, asked_at";

/// An answer promises something for `on`; its body is asked at `due_at`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn make(
    tx: &WriteTx<'_>,
    question: QuestionId,
    answer: AnswerId,
    on: Date,
    due_at: Timestamp,
    now: Timestamp,
) -> Result<PromiseId> {
    let id = tx.insert(
        "insert into promise (question_id, answer_id, promised_on, state, due_at, made_at)
         values (?, ?, ?, 'open', ?, ?)",
        params![
            question.0,
            answer.0,
            on.to_string(),
            due_at.as_second(),
            now.as_second()
        ],
    )?;
    Ok(PromiseId(id))
}

/// The promise of this row.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: PromiseId) -> Result<Option<Promise>> {
    tx.optional(
        &format!("select {COLUMNS} from promise where id = ?"),
        [id.0],
        read,
    )
}

/// Whether anything has to happen to a promise at `now`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_any_due(tx: &WriteTx<'_>, now: Timestamp) -> Result<bool> {
    tx.one(
        "select exists (select 1 from promise where state = 'open' and due_at is not null and due_at <= ?)",
        [now.as_second()],
        |row| Ok(row.get(0)?),
    )
}

/// Promises to which something has to happen at `now`, the oldest first, a few at a time.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn due(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<Promise>> {
    tx.all(
        &format!(
            "select {COLUMNS} from promise
             where state = 'open' and due_at is not null and due_at <= ? order by due_at, id limit 100"
        ),
        [now.as_second()],
        read,
    )
}

/// Promises of a body whose day is `today` or has gone by without a word from it, the oldest first; of every body
/// where none is named. For digests, lists and the supervision board.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn missed(tx: &WriteTx<'_>, body: Option<&BodyCode>, today: Date) -> Result<Vec<Promise>> {
    tx.all(
        "select promise.id, question_id, answer_id, promise.promised_on, promise.state, asked_at
         from promise join question on question.id = promise.question_id
         where promise.state = 'open' and promise.promised_on <= ?1 and (?2 is null or body_code = ?2)
         order by promise.promised_on, promise.id",
        params![today.to_string(), body.map(BodyCode::as_str)],
        read,
    )
}

/// The body was asked; what comes next is due at `next`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn asked(
    tx: &WriteTx<'_>,
    id: PromiseId,
    next: Timestamp,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update promise set asked_at = ?3, due_at = ?2 where id = ?1",
        params![id.0, next.as_second(), now.as_second()],
    )?;
    Ok(())
}

/// Nothing happens to it by itself any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn leave_alone(tx: &WriteTx<'_>, id: PromiseId) -> Result<()> {
    tx.execute("update promise set due_at = null where id = ?", [id.0])?;
    Ok(())
}

/// What became of it, who said so, and in which words.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn close(
    tx: &WriteTx<'_>,
    id: PromiseId,
    state: PromiseState,
    by: &str,
    words: &str,
    now: Timestamp,
) -> Result<()> {
    let report = (state == PromiseState::Kept).then_some(words);
    let reason = (state == PromiseState::Postponed).then_some(words);
    tx.execute(
        "update promise set state = ?2, closed_by = ?3, report = ?4, reason = ?5, closed_at = ?6, due_at = null
         where id = ?1",
        params![id.0, state.as_str(), by, report, reason, now.as_second()],
    )?;
    Ok(())
}

/// What was promised for the question is done, said outside of its day.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep_open(
    tx: &WriteTx<'_>,
    question: QuestionId,
    by: &str,
    words: &str,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update promise set state = 'kept', closed_by = ?2, report = ?3, closed_at = ?4, due_at = null
         where question_id = ?1 and state = 'open'",
        params![question.0, by, words, now.as_second()],
    )?;
    Ok(())
}

/// The question was opened again: what was promised for it counts no more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn void(tx: &WriteTx<'_>, question: QuestionId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update promise set state = 'void', closed_at = ?2, due_at = null
         where question_id = ?1 and state = 'open'",
        params![question.0, now.as_second()],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Promise> {
    let (on, state): (String, String) = (row.get("promised_on")?, row.get("state")?);
    Ok(Promise {
        id: PromiseId(row.get("id")?),
        question: QuestionId(row.get("question_id")?),
        answer: AnswerId(row.get("answer_id")?),
        on: on
            .parse()
            .map_err(|_| StoreError::impossible("promise", "no day"))?,
        state: PromiseState::from_word(&state)
            .ok_or_else(|| StoreError::impossible("promise", "unknown state"))?,
        asked_at: row
            .get::<_, Option<i64>>("asked_at")?
            .map(|at| time("promise", at))
            .transpose()?,
    })
}
