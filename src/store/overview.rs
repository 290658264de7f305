//! Questions as the overviews see them: what is owed, what was answered, what is counted.

use jiff::Timestamp;
use rusqlite::params;

use super::{
    Result, WriteTx,
    questions::{COLUMNS, read},
    write_tx::time,
};
use crate::domain::{
    answer::judgement::Verdict,
    ids::{BodyCode, CategoryCode, QuestionId, SessionCode},
    keyword::Keyword,
    question::{Question, ResultClass},
    statistics::Counted,
};

/// Every question about which somebody owes something: open ones, and answers that promise something.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn owed(tx: &WriteTx<'_>) -> Result<Vec<Question>> {
    let mut owed = tx.all(
        &format!(
            "select {COLUMNS} from question
             where state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside')
             order by due_on, id"
        ),
        [],
        read,
    )?;
    owed.extend(tx.all(
        &format!(
            "select {COLUMNS} from question where promised_on is not null and state = 'answered'
             order by promised_on, id"
        ),
        [],
        read,
    )?);
    Ok(owed)
}

/// What was answered from `since` on, oldest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn answered_since(tx: &WriteTx<'_>, since: Timestamp) -> Result<Vec<Question>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question where answered_at >= ? and state = 'answered'
             order by answered_at, id"
        ),
        [since.as_second()],
        read,
    )
}

/// What was asked ahead of a session, oldest first; without what was withdrawn, merged or returned.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn of_session(tx: &WriteTx<'_>, session: &SessionCode) -> Result<Vec<Question>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question
             where session_code = ? and state not in ('withdrawn', 'merged', 'returned') order by id"
        ),
        [session.as_str()],
        read,
    )
}

/// Candidates for questioning at the session (chất vấn).
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn nominated(tx: &WriteTx<'_>) -> Result<Vec<Question>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question
             where nominated_at is not null and state not in ('withdrawn', 'merged', 'returned') order by id"
        ),
        [],
        read,
    )
}

/// Every question that was asked, for counting; without what was withdrawn or merged.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn counted(tx: &WriteTx<'_>) -> Result<Vec<Counted>> {
    tx.all(
        "select q.id, q.body_code, q.category_code, q.state, q.received_at, q.answered_at, q.reopened_count,
             (select a.result_class from answer a
              where a.question_id = q.id and a.state in ('sent', 'delivered', 'undelivered')
              order by a.id desc limit 1),
             (select s.verdict from survey s join answer a on a.id = s.answer_id
              where a.question_id = q.id and s.is_author = 1 and s.verdict is not null
              order by s.judged_at desc limit 1)
         from question q where q.state not in ('withdrawn', 'merged')",
        params![],
        |row| {
            let state: String = row.get(3)?;
            let class: Option<String> = row.get(7)?;
            let verdict: Option<String> = row.get(8)?;
            let answered_at = row
                .get::<_, Option<i64>>(5)?
                .filter(|_| state == "answered")
                .map(|at| time("question", at))
                .transpose()?;
            Ok(Counted {
                id: QuestionId(row.get(0)?),
                body: BodyCode::new(row.get::<_, String>(1)?),
                category: CategoryCode::new(row.get::<_, String>(2)?),
                is_unconfirmed: state == "received",
                is_returned: state == "returned",
                received_at: time("question", row.get(4)?)?,
                answered_at,
                reopened: row.get(6)?,
                class: class.as_deref().and_then(ResultClass::from_code),
                verdict: verdict.as_deref().and_then(Verdict::from_word),
            })
        },
    )
}
