//! The clock's memory: rungs that were reached, reminders put off, rounds that were done.

pub(crate) mod overview;
pub(crate) mod reminders;
pub(crate) mod supervision;

use jiff::{Timestamp, civil::Date};
use rusqlite::params;

use crate::domain::{
    ids::{BodyCode, QuestionId, UserId},
    keyword::Keyword,
    question::{
        Question,
        deadline::Deadline,
        ladder::{Owed, Rung},
    },
};
use crate::store::{Result, StoreError, WriteTx, write_tx::time};

/// What became of a rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Somebody was reminded.
    Sent,
    /// Somebody had done something before.
    Silenced,
}

/// When this round was done last.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn round_done(tx: &WriteTx<'_>, name: &str) -> Result<Option<Timestamp>> {
    tx.optional(
        "select done_at from morning_round where name = ?",
        [name],
        |row| time("morning_round", row.get(0)?),
    )
}

/// This round is done.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn finish_round(tx: &WriteTx<'_>, name: &str, now: Timestamp) -> Result<()> {
    tx.execute(
        "insert into morning_round (name, done_at) values (?1, ?2)
         on conflict (name) do update set done_at = ?2",
        params![name, now.as_second()],
    )?;
    Ok(())
}

/// It does not come round again.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget_round(tx: &WriteTx<'_>, name: &str) -> Result<()> {
    tx.execute("delete from morning_round where name = ?", [name])?;
    Ok(())
}

/// The rounds of this kind (`kind:what`) that were done last at `before` or earlier: each by what it is of.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn rounds_of(tx: &WriteTx<'_>, kind: &str, before: Timestamp) -> Result<Vec<String>> {
    let (first, end) = (format!("{kind}:"), format!("{kind};"));
    tx.all(
        "select substr(name, length(?1) + 1) from morning_round
         where name >= ?1 and name < ?2 and done_at <= ?3 order by name",
        params![first, end, before.as_second()],
        |row| Ok(row.get(0)?),
    )
}

/// The rung reached last for this deadline of the question, while it is with this body.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn last_rung(
    tx: &WriteTx<'_>,
    question: &Owed,
    deadline: Deadline,
) -> Result<Option<(Rung, Timestamp)>> {
    tx.optional(
        "select rung, reached_at from reminder
         where question_id = ? and clock = ? and due_on = ? and body_code = ?
         order by reached_at desc limit 1",
        params![
            question.id.0,
            deadline.clock.name(),
            deadline.on.to_string(),
            question.body.as_str()
        ],
        |row| {
            let word: String = row.get("rung")?;
            let rung = Rung::from_word(&word)
                .ok_or_else(|| StoreError::impossible("reminder", format!("unknown {word}")))?;
            Ok((rung, time("reminder", row.get("reached_at")?)?))
        },
    )
}

/// This rung is reached.
///
/// # Errors
/// When SQLite fails, or the rung was reached before.
pub(crate) fn reach(
    tx: &WriteTx<'_>,
    question: &Owed,
    deadline: Deadline,
    rung: Rung,
    outcome: Outcome,
    now: Timestamp,
) -> Result<()> {
    let outcome = match outcome {
        Outcome::Sent => "sent",
        Outcome::Silenced => "silenced",
    };
    tx.execute(
        "insert into reminder (question_id, clock, due_on, body_code, rung, outcome, reached_at)
         values (?, ?, ?, ?, ?, ?, ?)",
        params![
            question.id.0,
            deadline.clock.name(),
            deadline.on.to_string(),
            question.body.as_str(),
            rung.as_str(),
            outcome,
            now.as_second()
        ],
    )?;
    Ok(())
}

/// When somebody other than its author and supporters last did something about the question.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn last_deed(tx: &WriteTx<'_>, question: &Owed) -> Result<Option<Timestamp>> {
    let at = tx.one(
        "select max(at) from event where question_id = ?1 and actor_id is not null and actor_id <> ?2
             and kind not in ('question_supported', 'question_chased')",
        params![question.id.0, question.author.map_or(0, |author| author.0)],
        |row| Ok(row.get::<_, Option<i64>>(0)?),
    )?;
    at.map(|at| time("event", at)).transpose()
}

/// When its author last asked how it is getting on.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn last_chased(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<Timestamp>> {
    let at = tx.one(
        "select max(at) from event where question_id = ? and kind = 'question_chased'",
        [question.0],
        |row| Ok(row.get::<_, Option<i64>>(0)?),
    )?;
    at.map(|at| time("event", at)).transpose()
}

/// A member puts reminders of the question off.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn put_off(
    tx: &WriteTx<'_>,
    question: &Question,
    until: Date,
    reason: &str,
    by: UserId,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into snooze (question_id, body_code, until, reason, put_off_by, put_off_at)
         values (?1, ?2, ?3, ?4, ?5, ?6)
         on conflict (question_id) do update
             set body_code = ?2, until = ?3, reason = ?4, put_off_by = ?5, put_off_at = ?6",
        params![
            question.id.0,
            question.body.as_str(),
            until.to_string(),
            reason,
            by.0,
            now.as_second()
        ],
    )?;
    Ok(())
}

/// Whether nobody wants to be reminded of the question on `today`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_put_off(
    tx: &WriteTx<'_>,
    question: QuestionId,
    body: &BodyCode,
    today: Date,
) -> Result<bool> {
    tx.one(
        "select exists (select 1 from snooze where question_id = ? and body_code = ? and until > ?)",
        params![question.0, body.as_str(), today.to_string()],
        |row| Ok(row.get(0)?),
    )
}
