//! The audit log: events as they were written down, newest first, to be put into plain words.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    code::QuestionCode,
    ids::{BodyCode, QuestionId, UserId},
    keyword::Keyword,
    role::Role,
};
use crate::store::{Result, WriteTx, write_tx::time};

/// One line of the log. What does not belong to its kind is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its row; pages are cut here.
    pub(crate) id: i64,
    /// When.
    pub(crate) at: Timestamp,
    /// What happened: the name of a [`crate::domain::event::Event`].
    pub(crate) kind: String,
    /// Who did it; `None`: the bot itself.
    pub(crate) actor: Option<UserId>,
    /// By which name the bodies know them, where it was written down with the deed.
    pub(crate) name: Option<String>,
    /// About which question.
    pub(crate) code: Option<QuestionCode>,
    /// For which body.
    pub(crate) body: Option<BodyCode>,
    /// About which role.
    pub(crate) role: Option<Role>,
    /// About whom.
    pub(crate) of: Option<UserId>,
    /// About which meeting.
    pub(crate) meeting: Option<String>,
}

/// Whose lines, or of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Only {
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
pub(crate) fn page(
    tx: &WriteTx<'_>,
    only: Only,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<Entry>> {
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
            "select e.id, e.at, e.kind, e.actor_id, q.code, json_extract(e.data, '$.body') as body,
                 json_extract(e.data, '$.role') as role, json_extract(e.data, '$.of') as of_user,
                 json_extract(e.data, '$.meeting') as meeting, s.actor_name
             from event e left join question q on q.id = e.question_id
             left join case_step s on s.event_id = e.id
             where e.id < ?1 and ({which}) order by e.id desc limit ?3"
        ),
        params![before.unwrap_or(i64::MAX), subject, limit],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<Entry> {
    let text = |column: &str| -> Option<String> { row.get::<_, String>(column).ok() };
    let number = |column: &str| -> Option<i64> { row.get::<_, i64>(column).ok() };
    Ok(Entry {
        id: row.get("id")?,
        at: time("event", row.get("at")?)?,
        kind: row.get("kind")?,
        actor: number("actor_id").map(UserId),
        name: text("actor_name"),
        code: text("code").and_then(|code| QuestionCode::try_from(code).ok()),
        body: text("body").map(BodyCode::new),
        role: text("role").and_then(|role| Role::from_word(&role)),
        of: number("of_user").map(UserId),
        meeting: text("meeting"),
    })
}
