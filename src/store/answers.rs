//! What delegates wrote in reply to a card: drafts, answers, internal notes.

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::{Result, StoreError, WriteTx, write_tx::time};
use crate::domain::{
    answer::{Answer, AnswerState},
    ids::{AnswerId, ChatId, MessageId, QuestionId, UserId},
    question::ResultClass,
};

const COLUMNS: &str =
    "id, question_id, chat_id, author_id, author_name, text, result_class, state, decided_at,
    delivered_at";

/// Keeps a new draft of an answer.
///
/// # Errors
/// When SQLite fails.
pub fn write(
    tx: &WriteTx<'_>,
    question: QuestionId,
    written_in: (ChatId, MessageId),
    author: (UserId, &str),
    text: &str,
    now: Timestamp,
) -> Result<Answer> {
    let sql = format!(
        "insert into answer (question_id, chat_id, message_id, author_id, author_name, text, result_class,
             state, written_at) values (?, ?, ?, ?, ?, ?, ?, 'draft', ?) returning {COLUMNS}"
    );
    let class = ResultClass::Explained.code();
    tx.one(
        &sql,
        params![
            question.0,
            written_in.0.0,
            written_in.1.0,
            author.0.0,
            author.1,
            text,
            class,
            now.as_second()
        ],
        read,
    )
}

/// The answer of this row.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub fn find(tx: &WriteTx<'_>, id: AnswerId) -> Result<Option<Answer>> {
    tx.optional(
        &format!("select {COLUMNS} from answer where id = ?"),
        [id.0],
        read,
    )
}

/// The answer the resident got, or is getting.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub fn sent_for(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<Answer>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from answer
             where question_id = ? and state in ('sent', 'delivered', 'undelivered')"
        ),
        [question.0],
        read,
    )
}

/// The undecided draft that this message of a delegate became.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub fn draft_written_in(
    tx: &WriteTx<'_>,
    chat: ChatId,
    message: MessageId,
) -> Result<Option<Answer>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from answer where chat_id = ? and message_id = ? and state = 'draft'
             order by id desc limit 1"
        ),
        [chat.0, message.0],
        read,
    )
}

/// What delegates have written about the question and not decided on yet.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn undecided(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<Answer>> {
    tx.all(
        &format!(
            "select {COLUMNS} from answer where question_id = ? and state = 'draft' order by id"
        ),
        [question.0],
        read,
    )
}

/// The notes that this group keeps about the question, oldest first, with the time of each.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn notes(tx: &WriteTx<'_>, question: QuestionId, chat: ChatId) -> Result<Vec<Answer>> {
    tx.all(
        &format!(
            "select {COLUMNS} from answer where question_id = ? and chat_id = ? and state = 'note'
             order by id"
        ),
        [question.0, chat.0],
        read,
    )
}

/// The class the delegate chose.
///
/// # Errors
/// When SQLite fails.
pub fn classify(tx: &WriteTx<'_>, id: AnswerId, class: ResultClass) -> Result<()> {
    tx.execute(
        "update answer set result_class = ? where id = ? and state = 'draft'",
        params![class.code(), id.0],
    )?;
    Ok(())
}

/// The draft's words have changed.
///
/// # Errors
/// When SQLite fails.
pub fn rewrite(tx: &WriteTx<'_>, id: AnswerId, text: &str) -> Result<()> {
    tx.execute(
        "update answer set text = ? where id = ? and state = 'draft'",
        params![text, id.0],
    )?;
    Ok(())
}

/// What became of it, at `now`.
///
/// # Errors
/// When SQLite fails.
pub fn move_to(tx: &WriteTx<'_>, id: AnswerId, state: AnswerState, now: Timestamp) -> Result<()> {
    let delivered = matches!(state, AnswerState::Delivered);
    tx.execute(
        "update answer set state = ?2, decided_at = coalesce(decided_at, ?3),
             delivered_at = iif(?4, ?3, delivered_at) where id = ?1",
        params![id.0, state.code(), now.as_second(), delivered],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Answer> {
    let (class, state): (String, String) = (row.get(6)?, row.get(7)?);
    Ok(Answer {
        id: AnswerId(row.get(0)?),
        question: QuestionId(row.get(1)?),
        chat: ChatId(row.get(2)?),
        author: UserId(row.get(3)?),
        author_name: row.get(4)?,
        text: row.get(5)?,
        class: ResultClass::from_code(&class)
            .ok_or_else(|| StoreError::impossible("answer", "unknown result class"))?,
        state: AnswerState::from_code(&state)
            .ok_or_else(|| StoreError::impossible("answer", "unknown state"))?,
        decided_at: optional_time(row, 8)?,
        delivered_at: optional_time(row, 9)?,
    })
}

fn optional_time(row: &Row<'_>, column: usize) -> Result<Option<Timestamp>> {
    row.get::<_, Option<i64>>(column)?
        .map(|at| time("answer", at))
        .transpose()
}
