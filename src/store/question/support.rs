//! Who wants the same as a question's author, and what was asked before.

use jiff::{Timestamp, civil::Date};
use rusqlite::params;

use crate::domain::{
    ids::{AreaCode, QuestionId, UserId},
    question::Question,
};
use crate::store::{
    Result, WriteTx,
    questions::{COLUMNS, read},
};

/// Adds a resident's voice. `false`: it was counted before.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn add(
    tx: &WriteTx<'_>,
    question: QuestionId,
    user: UserId,
    now: Timestamp,
) -> Result<bool> {
    let added = tx.execute(
        "insert into support (question_id, user_id, supported_at) values (?, ?, ?) on conflict do nothing",
        params![question.0, user.0, now.as_second()],
    )?;
    if added > 0 {
        tx.execute(
            "update question set supporter_count =
                 (select count(*) from support where question_id = ?1) where id = ?1",
            [question.0],
        )?;
    }
    Ok(added > 0)
}

/// Everybody who wants the same, in the order in which they said so.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn supporters(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<UserId>> {
    tx.all(
        "select user_id from support where question_id = ? order by supported_at, user_id",
        [question.0],
        |row| Ok(UserId(row.get(0)?)),
    )
}

/// Whether this resident wants the same as the question's author.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_supporter(tx: &WriteTx<'_>, question: QuestionId, user: UserId) -> Result<bool> {
    tx.one(
        "select exists (select 1 from support where question_id = ? and user_id = ?)",
        params![question.0, user.0],
        |row| Ok(row.get(0)?),
    )
}

/// Questions of others that this resident supports, newest first, at most `limit`.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn supported_by(tx: &WriteTx<'_>, user: UserId, limit: u32) -> Result<Vec<Question>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question
             where id in (select question_id from support where user_id = ?1)
                 and author_id is not ?1 order by id desc limit ?2"
        ),
        params![user.0, limit],
        read,
    )
}

/// The number of supporters the question's body was last told of.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn told(tx: &WriteTx<'_>, question: QuestionId) -> Result<u32> {
    tx.one(
        "select supporters_told from question where id = ?",
        [question.0],
        |row| Ok(row.get(0)?),
    )
}

/// The question's body is told of this number now.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_told(tx: &WriteTx<'_>, question: QuestionId, count: u32) -> Result<()> {
    tx.execute(
        "update question set supporters_told = ?2 where id = ?1",
        params![question.0, count],
    )?;
    Ok(())
}

/// Where everybody who wants the same lives; none: they have not said.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn homes(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<Option<AreaCode>>> {
    tx.all(
        "select resident.area_code from support left join resident on resident.user_id = support.user_id
         where support.question_id = ?",
        [question.0],
        |row| Ok(row.get::<_, Option<String>>(0)?.map(AreaCode::new)),
    )
}

/// Whether its body is obliged by the number of supporters.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_obliged(tx: &WriteTx<'_>, question: QuestionId) -> Result<bool> {
    tx.one(
        "select obliged_at is not null from question where id = ?",
        [question.0],
        |row| Ok(row.get(0)?),
    )
}

/// Its body is obliged from `now` on.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn oblige(tx: &WriteTx<'_>, question: QuestionId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update question set obliged_at = ?2 where id = ?1",
        params![question.0, now.as_second()],
    )?;
    Ok(())
}

/// What a body was obliged to answer and has not by its day, unless it is on the session's list already.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn obliged_and_late(tx: &WriteTx<'_>, today: Date) -> Result<Vec<Question>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question indexed by question_obliged
             where obliged_at is not null and nominated_at is null and due_on < ?
                 and state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside') order by id"
        ),
        [today.to_string()],
        read,
    )
}

/// The question raises again what an earlier one asked.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_repeats(
    tx: &WriteTx<'_>,
    question: QuestionId,
    earlier: QuestionId,
    times_raised: u32,
) -> Result<()> {
    tx.execute(
        "update question set repeats_id = ?2, times_raised = ?3 where id = ?1",
        params![question.0, earlier.0, times_raised],
    )?;
    Ok(())
}
