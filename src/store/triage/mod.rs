//! The queue of the office: what waits, who looks at it, what the counter shows.

pub(crate) mod corrections;
pub(crate) mod site;

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{
    ids::{MessageId, QuestionId, UserId},
    triage::Hold,
};
use crate::store::{Result, WriteTx, write_tx::time};

/// What waits to be sorted, in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Waiting {
    /// How many.
    pub(crate) count: u32,
    /// When the one that has waited longest came in.
    pub(crate) oldest: Option<Timestamp>,
    /// How many came in before a moment.
    pub(crate) overdue: u32,
    /// How many are newer than a question.
    pub(crate) fresh: u32,
    /// The newest.
    pub(crate) newest: Option<QuestionId>,
}

/// The questions that wait to be sorted: how many, how many of them came in before `overdue`, how many are newer than
/// `noticed`. Counted in an index of nothing else: this is asked every second.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn waiting(
    tx: &WriteTx<'_>,
    overdue: Timestamp,
    noticed: QuestionId,
) -> Result<Waiting> {
    tx.one(
        "select count(*) as waiting, min(received_at) as oldest, count(*) filter (where received_at < ?1) as overdue,
             count(*) filter (where id > ?2) as fresh, max(id) as newest
         from question indexed by question_waiting where state = 'received'",
        params![overdue.as_second(), noticed.0],
        |row| {
            let oldest: Option<i64> = row.get("oldest")?;
            Ok(Waiting {
                count: row.get("waiting")?,
                oldest: oldest.map(|at| time("question", at)).transpose()?,
                overdue: row.get("overdue")?,
                fresh: row.get("fresh")?,
                newest: row.get::<_, Option<i64>>("newest")?.map(QuestionId),
            })
        },
    )
}

/// How many other questions than this one wait to be sorted.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn behind(tx: &WriteTx<'_>, question: QuestionId) -> Result<u32> {
    tx.one(
        "select count(*) from question indexed by question_waiting where state = 'received' and id <> ?",
        [question.0],
        |row| Ok(row.get(0)?),
    )
}

/// The next question for `clerk` behind `after`, from the front again at the end: urgent ones first, then the oldest;
/// none that another clerk has on the screen at `now`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn next(
    tx: &WriteTx<'_>,
    clerk: Option<UserId>,
    after: QuestionId,
    now: Timestamp,
) -> Result<Option<QuestionId>> {
    tx.optional(
        "select question.id from question
             left join triage_desk on triage_desk.question_id = question.id
         where state = 'received'
             and (held_until is null or held_until <= ?3 or held_by = ?1)
         order by question.id <= ?2, is_urgent desc, question.id limit 1",
        params![clerk.map(|clerk| clerk.0), after.0, now.as_second()],
        |row| Ok(QuestionId(row.get(0)?)),
    )
}

/// Who has the question on the screen, or had it last.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn hold_of(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<Hold>> {
    tx.optional(
        "select held_by, held_name, held_until from triage_desk
         where question_id = ? and held_by is not null",
        [question.0],
        |row| {
            Ok(Hold {
                by: UserId(row.get("held_by")?),
                name: row.get("held_name")?,
                until: time("triage_desk", row.get("held_until")?)?,
            })
        },
    )
}

/// The question is on this clerk's screen.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn hold(tx: &WriteTx<'_>, question: QuestionId, hold: &Hold) -> Result<()> {
    tx.execute(
        "insert into triage_desk (question_id, held_by, held_name, held_until) values (?1, ?2, ?3, ?4)
         on conflict (question_id) do update set held_by = ?2, held_name = ?3, held_until = ?4",
        params![question.0, hold.by.0, hold.name, hold.until.as_second()],
    )?;
    Ok(())
}

/// Nobody has it on the screen any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn let_go(tx: &WriteTx<'_>, question: QuestionId, by: UserId) -> Result<()> {
    tx.execute(
        "update triage_desk set held_by = null, held_name = null, held_until = null
         where question_id = ? and held_by = ?",
        [question.0, by.0],
    )?;
    Ok(())
}

/// Whether any clerk has a waiting question on the screen at `now`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_anybody_at_work(tx: &WriteTx<'_>, now: Timestamp) -> Result<bool> {
    tx.one(
        "select exists (select 1 from triage_desk where held_until > ?)",
        [now.as_second()],
        |row| Ok(row.get(0)?),
    )
}

/// This clerk decided about it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_done(
    tx: &WriteTx<'_>,
    question: QuestionId,
    by: UserId,
    name: &str,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into triage_desk (question_id, done_by, done_name, done_at) values (?1, ?2, ?3, ?4)
         on conflict (question_id) do update set done_by = ?2, done_name = ?3, done_at = ?4,
             held_by = null, held_name = null, held_until = null",
        params![question.0, by.0, name, now.as_second()],
    )?;
    Ok(())
}

/// Who decided about it last, and when.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn done_by(
    tx: &WriteTx<'_>,
    question: QuestionId,
) -> Result<Option<(String, Timestamp)>> {
    tx.optional(
        "select done_name, done_at from triage_desk where question_id = ? and done_at is not null",
        [question.0],
        |row| {
            Ok((
                row.get("done_name")?,
                time("triage_desk", row.get("done_at")?)?,
            ))
        },
    )
}

/// What the office's group shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Board {
    /// The figures on the counter, as a key to compare; `None`: never shown.
    pub(crate) shown: Option<String>,
    /// When the counter was written last.
    pub(crate) shown_at: i64,
    /// The newest question that the office heard of.
    pub(crate) noticed: QuestionId,
    /// When it heard.
    pub(crate) noticed_at: i64,
    /// The message that was pinned.
    pub(crate) pinned: Option<MessageId>,
    /// Whether the office was told which right is missing.
    pub(crate) is_pin_refused: bool,
}

impl Default for Board {
    /// Nothing was shown yet.
    fn default() -> Self {
        Self {
            shown: None,
            shown_at: 0,
            noticed: QuestionId(0),
            noticed_at: 0,
            pinned: None,
            is_pin_refused: false,
        }
    }
}

/// The board as it is.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn board(tx: &WriteTx<'_>) -> Result<Board> {
    let found = tx.optional(
        "select shown, shown_at, noticed_id, noticed_at, pinned_message, pin_refused_at is not null as is_pin_refused
         from triage_board where id = 1",
        [],
        |row| {
            Ok(Board {
                shown: row.get("shown")?,
                shown_at: row.get("shown_at")?,
                noticed: QuestionId(row.get("noticed_id")?),
                noticed_at: row.get("noticed_at")?,
                pinned: row.get::<_, Option<i64>>("pinned_message")?.map(MessageId),
                is_pin_refused: row.get("is_pin_refused")?,
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}

/// Keeps the board.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep_board(tx: &WriteTx<'_>, board: &Board, now: Timestamp) -> Result<()> {
    tx.execute(
        "insert into triage_board (id, shown, shown_at, noticed_id, noticed_at, pinned_message, pin_refused_at)
             values (1, ?1, ?2, ?3, ?4, ?5, ?6)
         on conflict (id) do update set shown = ?1, shown_at = ?2, noticed_id = ?3, noticed_at = ?4,
             pinned_message = ?5, pin_refused_at = ?6",
        params![
            board.shown,
            board.shown_at,
            board.noticed.0,
            board.noticed_at,
            board.pinned.map(|message| message.0),
            board.is_pin_refused.then(|| now.as_second()),
        ],
    )?;
    Ok(())
}
