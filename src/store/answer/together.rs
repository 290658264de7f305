//! Which questions are answered with the same words.

use jiff::Timestamp;
use rusqlite::params;

use super::answers::{COLUMNS, read};
use crate::domain::{
    answer::Answer,
    ids::{AnswerId, QuestionId, UserId},
};
use crate::store::{Result, StoreError, WriteTx, answers};

/// Those chosen to be answered with this one, in order.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn chosen(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<QuestionId>> {
    tx.all(
        "select other_id from answered_together where question_id = ? order by other_id",
        [question.0],
        |row| Ok(QuestionId(row.get(0)?)),
    )
}

/// Another one is answered with it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn choose(
    tx: &WriteTx<'_>,
    question: QuestionId,
    other: QuestionId,
    by: UserId,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into answered_together (question_id, other_id, chosen_by, chosen_at) values (?, ?, ?, ?)
         on conflict do nothing",
        params![question.0, other.0, by.0, now.as_second()],
    )?;
    Ok(())
}

/// This one is answered by itself after all.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn take_out(tx: &WriteTx<'_>, question: QuestionId, other: QuestionId) -> Result<()> {
    tx.execute(
        "delete from answered_together where question_id = ? and other_id = ?",
        [question.0, other.0],
    )?;
    Ok(())
}

/// They are answered, or it is not asked for any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn end(tx: &WriteTx<'_>, question: QuestionId) -> Result<()> {
    tx.execute(
        "delete from answered_together where question_id = ?",
        [question.0],
    )?;
    Ok(())
}

/// The same answer, with its class, facts and files, as a draft for another question. Its message stays the first one's.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn copy(
    tx: &WriteTx<'_>,
    answer: AnswerId,
    other: QuestionId,
    now: Timestamp,
) -> Result<Answer> {
    let id = tx.insert(
        "insert into answer (question_id, chat_id, message_id, author_id, author_name, text, result_class, fact_on,
             document_number, document_on, obstacle, subclass, signer, points_covered, points_left_out, state,
             written_at, approved_by, approved_name, joint_of)
         select ?2, chat_id, 0, author_id, author_name, text, result_class, fact_on, document_number, document_on,
             obstacle, subclass, signer, 0, 0, 'draft', ?3, approved_by, approved_name, id
         from answer where id = ?1",
        params![answer.0, other.0, now.as_second()],
    )?;
    tx.execute(
        "insert into answer_media (answer_id, message_id, media)
         select ?2, message_id, media from answer_media where answer_id = ?1 order by id",
        [answer.0, id],
    )?;
    answers::find(tx, AnswerId(id))?
        .ok_or_else(|| StoreError::impossible("answer", "it was just copied"))
}

/// Whether the answer has the words of another one, and so no message of its own in the group.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_copy(tx: &WriteTx<'_>, answer: AnswerId) -> Result<bool> {
    tx.one(
        "select joint_of is not null from answer where id = ?",
        [answer.0],
        |row| Ok(row.get(0)?),
    )
}

/// The answers with the same words that residents have.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn copies_of(tx: &WriteTx<'_>, answer: AnswerId) -> Result<Vec<Answer>> {
    tx.all(
        &format!(
            "select {COLUMNS} from answer where joint_of = ? and state in ('sent', 'delivered', 'undelivered') order by id"
        ),
        [answer.0],
        read,
    )
}
