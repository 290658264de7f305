//! What residents think of the answers they got.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{
    answer::judgement::Verdict,
    ids::{AnswerId, UserId},
    keyword::Keyword,
};
use crate::store::{Result, StoreError, WriteTx, write_tx::time};

/// One person asked about one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Survey {
    /// Whether the person asked the question; else they support it.
    pub(crate) is_author: bool,
    /// When they were asked.
    pub(crate) asked_at: Timestamp,
    /// What they said.
    pub(crate) verdict: Option<Verdict>,
    /// What they said in words.
    pub(crate) comment: Option<String>,
    /// When they last judged.
    pub(crate) judged_at: Option<Timestamp>,
}

/// Somebody is asked, once an answer and promise. `false`: they were asked before.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn ask(
    tx: &WriteTx<'_>,
    answer: AnswerId,
    user: UserId,
    promise: i64,
    is_author: bool,
    now: Timestamp,
) -> Result<bool> {
    let added = tx.execute(
        "insert into survey (answer_id, user_id, promise_id, is_author, asked_at) values (?, ?, ?, ?, ?)
         on conflict do nothing",
        params![answer.0, user.0, promise, is_author, now.as_second()],
    )?;
    Ok(added > 0)
}

/// What this person was asked and said.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(
    tx: &WriteTx<'_>,
    answer: AnswerId,
    user: UserId,
    promise: i64,
) -> Result<Option<Survey>> {
    tx.optional(
        "select is_author, asked_at, verdict, comment, judged_at from survey
         where answer_id = ? and user_id = ? and promise_id = ?",
        params![answer.0, user.0, promise],
        |row| {
            let verdict: Option<String> = row.get("verdict")?;
            Ok(Survey {
                is_author: row.get("is_author")?,
                asked_at: time("survey", row.get("asked_at")?)?,
                verdict: verdict
                    .map(|word| {
                        Verdict::from_word(&word)
                            .ok_or_else(|| StoreError::impossible("survey", "unknown verdict"))
                    })
                    .transpose()?,
                comment: row.get("comment")?,
                judged_at: row
                    .get::<_, Option<i64>>("judged_at")?
                    .map(|at| time("survey", at))
                    .transpose()?,
            })
        },
    )
}

/// What the author of the question said of this answer in words, last.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn words_of_author(tx: &WriteTx<'_>, answer: AnswerId) -> Result<Option<String>> {
    let found = tx.optional(
        "select comment from survey where answer_id = ? and is_author = 1 and comment is not null
         order by promise_id desc limit 1",
        [answer.0],
        |row| Ok(row.get::<_, Option<String>>(0)?),
    )?;
    Ok(found.flatten())
}

/// They judged; a change keeps the time of the first judgement, from which the days to change it count.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn judge(
    tx: &WriteTx<'_>,
    answer: AnswerId,
    user: UserId,
    promise: i64,
    verdict: Verdict,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update survey set verdict = ?4, judged_at = coalesce(judged_at, ?5)
         where answer_id = ?1 and user_id = ?2 and promise_id = ?3",
        params![answer.0, user.0, promise, verdict.as_str(), now.as_second()],
    )?;
    Ok(())
}

/// What they have to add.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn comment(
    tx: &WriteTx<'_>,
    answer: AnswerId,
    user: UserId,
    promise: i64,
    words: &str,
) -> Result<()> {
    tx.execute(
        "update survey set comment = ?4 where answer_id = ?1 and user_id = ?2 and promise_id = ?3",
        params![answer.0, user.0, promise, words],
    )?;
    Ok(())
}
