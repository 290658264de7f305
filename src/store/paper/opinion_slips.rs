//! Printed opinion slips that were entered: each became one question.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{code::OpinionSlip, ids::QuestionId};
use crate::store::{Result, WriteTx};

/// The code of the question that this slip became; `None`: it was not entered.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn entered_as(tx: &WriteTx<'_>, slip: &OpinionSlip) -> Result<Option<String>> {
    tx.optional(
        "select q.code from opinion_slip s join question q on q.id = s.question_id
         where s.meeting_code = ? and s.number = ?",
        params![slip.meeting.as_str(), slip.number],
        |row| Ok(row.get(0)?),
    )
}

/// The slip became this question.
///
/// # Errors
/// When SQLite fails, or it was entered before.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    slip: &OpinionSlip,
    question: QuestionId,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into opinion_slip (meeting_code, number, question_id, entered_at) values (?, ?, ?, ?)",
        params![
            slip.meeting.as_str(),
            slip.number,
            question.0,
            now.as_second()
        ],
    )?;
    Ok(())
}
