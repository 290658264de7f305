//! Answered questions drawn by lot to be called back, and what was heard.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    answer::call_back::{DRAWN, Heard},
    ids::{CallBackId, QuestionId, UserId},
    keyword::Keyword as _,
};
use crate::store::{Result, StoreError, WriteTx};

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CallBack {
    /// Its row.
    pub(crate) id: CallBackId,
    /// The month in which it was answered: 2026-11.
    pub(crate) month: String,
    /// The question.
    pub(crate) question: QuestionId,
    /// What was heard; none: nobody has called yet.
    pub(crate) heard: Option<Heard>,
}

/// Draws some of those that were answered from `begin` to `end` (not with it) by lot. Once a month: what was drawn stays.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn draw(
    tx: &WriteTx<'_>,
    month: &str,
    (begin, end): (Timestamp, Timestamp),
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into call_back (month, question_id, drawn_at)
         select ?1, id, ?4 from question
         where state = 'answered' and answered_at >= ?2 and answered_at < ?3
             and not exists (select 1 from call_back where month = ?1)
         order by random() limit ?5",
        params![
            month,
            begin.as_second(),
            end.as_second(),
            now.as_second(),
            DRAWN
        ],
    )?;
    Ok(())
}

/// Everything of a month, in the order in which it was drawn.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn of_month(tx: &WriteTx<'_>, month: &str) -> Result<Vec<CallBack>> {
    tx.all(
        "select id, month, question_id, heard from call_back where month = ? order by id",
        [month],
        read,
    )
}

/// One of them.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: CallBackId) -> Result<Option<CallBack>> {
    tx.optional(
        "select id, month, question_id, heard from call_back where id = ?",
        [id.0],
        read,
    )
}

/// What was heard; said again, the last word counts.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn note(
    tx: &WriteTx<'_>,
    id: CallBackId,
    heard: Heard,
    by: UserId,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update call_back set heard = ?2, noted_by = ?3, noted_at = ?4 where id = ?1",
        params![id.0, heard.as_str(), by.0, now.as_second()],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<CallBack> {
    let heard: Option<String> = row.get("heard")?;
    let known = |word: String| {
        Heard::from_word(&word).ok_or_else(|| StoreError::impossible("call_back", "unknown word"))
    };
    Ok(CallBack {
        id: CallBackId(row.get("id")?),
        month: row.get("month")?,
        question: QuestionId(row.get("question_id")?),
        heard: heard.map(known).transpose()?,
    })
}
