//! What the council keeps no longer: counted for a dry run, removed step by step.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{event::OF_RESIDENTS, ids::QuestionId, retention::Kept};
use crate::store::{Result, StoreError, WriteTx, cleanup, erasure, events};

/// Questions that are closed, with nothing promised any more, and when that was.
const CLOSED: &str = "question.state in ('answered', 'returned', 'merged', 'withdrawn')
    and coalesce(answered_at, returned_at, withdrawn_at, received_at) < ?1
    and not exists (select 1 from promise where promise.question_id = question.id and promise.state = 'open')";

/// The rows of a kind that have ended: where they stand, and which they are.
fn ended(kept: Kept) -> (&'static str, String) {
    match kept {
        Kept::Attachments => (
            "attachment",
            format!("draft_id in (select draft_id from question where {CLOSED})"),
        ),
        Kept::Conversations => ("conversation", "updated_at < ?1".to_owned()),
        Kept::Logs => (
            "event",
            "at < ?1 and actor_id is not null and kind in (select value from json_each(?2))"
                .to_owned(),
        ),
        Kept::ClosedQuestions => (
            "question",
            format!("{CLOSED} and (author_initials <> '…' or author_id > 0)"),
        ),
    }
}

fn residents_events() -> Result<String> {
    serde_json::to_string(OF_RESIDENTS.as_slice())
        .map_err(|error| StoreError::impossible("event", error))
}

/// How many rows of this kind are older than `before`, and when the oldest of them is from.
///
/// # Errors
/// When SQLite fails.
pub fn count(tx: &WriteTx<'_>, kept: Kept, before: Timestamp) -> Result<u64> {
    let (table, which) = ended(kept);
    let more = match kept {
        Kept::Conversations => " + (select count(*) from draft where updated_at < ?1)",
        Kept::Attachments | Kept::Logs | Kept::ClosedQuestions => "",
    };
    tx.one(
        &format!("select (select count(*) from {table} where {which}){more} where ?2 <> ''"),
        params![before.as_second(), residents_events()?],
        |row| Ok(row.get::<_, i64>(0)?.unsigned_abs()),
    )
}

/// Removes some of what is older than `before`; gives how many rows. 0: nothing is left.
///
/// # Errors
/// When SQLite fails.
pub fn remove_some(
    tx: &WriteTx<'_>,
    kept: Kept,
    before: Timestamp,
    at_most: u32,
    now: Timestamp,
) -> Result<usize> {
    cleanup::overwrite(tx)?;
    let removed = match kept {
        Kept::Attachments => remove_rows(tx, "attachment", "id", kept, before, at_most),
        Kept::Conversations => remove_left(tx, before, at_most),
        Kept::Logs => forget_actors(tx, before, at_most),
        Kept::ClosedQuestions => cover_closed(tx, before, at_most),
    };
    cleanup::overwrite_no_more(tx)?;
    let removed = removed?;
    if removed > 0 {
        cleanup::want(tx, now)?;
    }
    Ok(removed)
}

fn remove_rows(
    tx: &WriteTx<'_>,
    table: &str,
    key: &str,
    kept: Kept,
    before: Timestamp,
    at_most: u32,
) -> Result<usize> {
    let (_, which) = ended(kept);
    tx.execute(
        &format!(
            "delete from {table} where {key} in (select {key} from {table} where {which} limit ?2)"
        ),
        params![before.as_second(), at_most],
    )
}

fn remove_left(tx: &WriteTx<'_>, before: Timestamp, at_most: u32) -> Result<usize> {
    let conversations = remove_rows(
        tx,
        "conversation",
        "user_id",
        Kept::Conversations,
        before,
        at_most,
    )?;
    let drafts = tx.all(
        "select id from draft where updated_at < ? limit ?",
        params![before.as_second(), at_most],
        |row| Ok(row.get::<_, i64>(0)?),
    )?;
    for draft in &drafts {
        for sql in [
            "delete from attachment where draft_id = ?",
            "delete from source_message where draft_id = ?",
            "delete from draft where id = ?",
        ] {
            tx.execute(sql, [*draft])?;
        }
    }
    Ok(conversations + drafts.len())
}

fn forget_actors(tx: &WriteTx<'_>, before: Timestamp, at_most: u32) -> Result<usize> {
    let (_, which) = ended(Kept::Logs);
    let rows = tx.all(
        &format!("select id, actor_id, proof from event where {which} order by id limit ?3"),
        params![before.as_second(), residents_events()?, at_most],
        |row| {
            Ok((
                row.get::<_, i64>("id")?,
                row.get::<_, i64>("actor_id")?,
                row.get::<_, Option<Vec<u8>>>("proof")?,
            ))
        },
    )?;
    for (id, actor, proof) in &rows {
        events::forget_one(tx, *id, *actor, proof.as_deref())?;
    }
    Ok(rows.len())
}

fn cover_closed(tx: &WriteTx<'_>, before: Timestamp, at_most: u32) -> Result<usize> {
    let (_, which) = ended(Kept::ClosedQuestions);
    let questions = tx.all(
        &format!("select id from question where {which} order by id limit ?2"),
        params![before.as_second(), at_most],
        |row| Ok(QuestionId(row.get(0)?)),
    )?;
    for question in &questions {
        erasure::leave_to_nobody(tx, *question)?;
    }
    Ok(questions.len())
}
