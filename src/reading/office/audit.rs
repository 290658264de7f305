//! The log by subject, and as a file: both look at many rows, so they are read here. Residents are residents in it, by no
//! name or number.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use crate::reading::{Known, ReadingError, Result};
use crate::{
    domain::{
        audit::AuditSubject,
        chain,
        code::QuestionCode,
        event::OF_RESIDENTS,
        ids::{BodyCode, ChatId, UserId},
        keyword::Keyword as _,
        role::Role,
    },
    messages::{
        Found, Words,
        audit::{self as say, LINES_A_PAGE, Line, Who},
    },
};

/// So many lines are in a file, the newest.
const MOST_LINES: u32 = 20_000;

/// A line with the names that belong to it.
#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    at: i64,
    kind: String,
    actor_id: Option<i64>,
    actor_name: Option<String>,
    of_name: Option<String>,
    code: Option<String>,
    body: Option<String>,
    role: Option<String>,
    meeting: Option<String>,
    data: String,
    hash: Option<Vec<u8>>,
}

/// Events before the line ?1 that are of these kinds (?2), or of questions where none are named.
const LINES: &str = "select e.id, e.at, e.kind, e.actor_id, q.code, e.data, e.hash,
        json_extract(e.data, '$.body') as body, json_extract(e.data, '$.role') as role,
        json_extract(e.data, '$.meeting') as meeting,
        (select name from (
             select name, granted_at as at from role_grant where user_id = e.actor_id
             union all select name, acted_at from duty where user_id = e.actor_id and name is not null)
         order by at desc limit 1) as actor_name,
        (select name from (
             select name, granted_at as at from role_grant where user_id = json_extract(e.data, '$.of')
             union all select name, acted_at from duty
                 where user_id = json_extract(e.data, '$.of') and name is not null)
         order by at desc limit 1) as of_name
    from event e left join question q on q.id = e.question_id
    where e.id < ?1 and (?2 is null or (?2 = '' and e.question_id is not null)
        or (?2 <> '' and e.kind in (select value from json_each(?2))))
    order by e.id desc limit ?3";

async fn lines(
    view: &mut SqliteConnection,
    subject: AuditSubject,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<Row>> {
    let kinds = match subject {
        AuditSubject::Everything => None,
        AuditSubject::Questions => Some(String::new()),
        other => Some(
            serde_json::to_string(other.kinds())
                .map_err(|error| ReadingError::impossible("event", error))?,
        ),
    };
    Ok(sqlx::query_as(LINES)
        .bind(before.unwrap_or(i64::MAX))
        .bind(kinds)
        .bind(limit)
        .fetch_all(view)
        .await?)
}

/// One page of a subject.
pub(in crate::reading) async fn page(
    view: &mut SqliteConnection,
    chat: ChatId,
    (subject, before): (AuditSubject, Option<i64>),
    known: Known<'_>,
) -> Result<Found> {
    let words = words(view, chat, known).await?;
    let mut rows = lines(view, subject, before, LINES_A_PAGE + 1).await?;
    let has_more = rows.len() > LINES_A_PAGE as usize;
    rows.truncate(LINES_A_PAGE as usize);
    let older = rows.last().filter(|_| has_more).map(|row| row.id);
    let shown = rows
        .iter()
        .map(|row| line(row, known))
        .collect::<Result<Vec<_>>>()?;
    Ok(say::page_of_subject(words, subject, &shown, older).into())
}

/// The newest lines of a subject as a file.
pub(in crate::reading) async fn file(
    view: &mut SqliteConnection,
    chat: ChatId,
    subject: AuditSubject,
    known: Known<'_>,
) -> Result<Found> {
    let words = words(view, chat, known).await?;
    let rows = lines(view, subject, None, MOST_LINES).await?;
    let mut exported = Vec::with_capacity(rows.len());
    for row in &rows {
        let hash = row.hash.as_deref().map(chain::hex).unwrap_or_default();
        exported.push((row.id, line(row, known)?, row.data.clone(), hash));
    }
    Ok(say::file(words, subject, &exported, known.now))
}

async fn words<'a>(
    view: &mut SqliteConnection,
    chat: ChatId,
    known: Known<'a>,
) -> Result<Words<'a>> {
    if chat.is_private() {
        known.words_for(view, UserId(chat.0)).await
    } else {
        Ok(known.group_words())
    }
}

fn line(row: &Row, known: Known<'_>) -> Result<Line> {
    let is_residents = OF_RESIDENTS.contains(&row.kind.as_str());
    let who = match (row.actor_id, &row.actor_name) {
        _ if is_residents => Who::Resident,
        (None, _) => Who::Bot,
        (Some(_), Some(name)) => Who::Officer(name.clone()),
        (Some(user), None) if known.admins.contains(&UserId(user)) => {
            Who::Administrator(UserId(user))
        }
        (Some(_), None) => Who::Resident,
    };
    Ok(Line {
        at: Timestamp::from_second(row.at)
            .map_err(|error| ReadingError::impossible("event", error))?,
        kind: row.kind.clone(),
        who,
        of: row.of_name.clone(),
        code: row
            .code
            .clone()
            .and_then(|code| QuestionCode::try_from(code).ok()),
        body: row.body.clone().map(BodyCode::new),
        role: row.role.as_deref().and_then(Role::from_word),
        meeting: row.meeting.clone(),
    })
}
