//! The audit log: events as they were written down, newest first, to be put into plain words.

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::{Result, WriteTx, write_tx::time};
use crate::domain::{
    code::QuestionCode,
    ids::{BodyCode, QuestionId, UserId},
    keyword::Keyword,
    role::Role,
};

/// One line of the log. What does not belong to its kind is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its row; pages are cut here.
    pub id: i64,
    /// When.
    pub at: Timestamp,
    /// What happened: the name of a [`crate::domain::event::Event`].
    pub kind: String,
    /// Who did it; `None`: the bot itself.
    pub actor: Option<UserId>,
    /// About which question.
    pub code: Option<QuestionCode>,
    /// For which body.
    pub body: Option<BodyCode>,
    /// About which role.
    pub role: Option<Role>,
    /// About whom.
    pub of: Option<UserId>,
    /// About which meeting.
    pub meeting: Option<String>,
}

/// Whose lines, or of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// All of them.
    Everything,
    /// Of one question.
    Question(QuestionId),
    /// What one person did, or was done about them.
    Person(UserId),
}

/// At most `limit` lines older than the line `before`, the newest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn page(tx: &WriteTx<'_>, only: Only, before: Option<i64>, limit: u32) -> Result<Vec<Entry>> {
    let (which, subject) = match only {
        Only::Everything => ("true", 0),
        Only::Question(question) => ("e.question_id = ?2", question.0),
        Only::Person(user) => (
            "e.actor_id = ?2 or json_extract(e.data, '$.of') = ?2 or json_extract(e.data, '$.heir') = ?2",
            user.0,
        ),
    };
    tx.all(
        &format!(
            "select e.id, e.at, e.kind, e.actor_id, q.code, json_extract(e.data, '$.body'),
                 json_extract(e.data, '$.role'), json_extract(e.data, '$.of'),
                 json_extract(e.data, '$.meeting')
             from event e left join question q on q.id = e.question_id
             where e.id < ?1 and ({which}) order by e.id desc limit ?3"
        ),
        params![before.unwrap_or(i64::MAX), subject, limit],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<Entry> {
    let text = |column: usize| -> Option<String> { row.get::<_, String>(column).ok() };
    let number = |column: usize| -> Option<i64> { row.get::<_, i64>(column).ok() };
    Ok(Entry {
        id: row.get(0)?,
        at: time("event", row.get(1)?)?,
        kind: row.get(2)?,
        actor: number(3).map(UserId),
        code: text(4).and_then(|code| QuestionCode::try_from(code).ok()),
        body: text(5).map(BodyCode::new),
        role: text(6).and_then(|role| Role::from_word(&role)),
        of: number(7).map(UserId),
        meeting: text(8),
    })
}
