//! Questions as digests, lists and boards see them.

use futures_util::TryStreamExt as _;
use jiff::{Timestamp, civil::Date};
use sqlx::SqliteConnection;

use super::{ReadingError, Result, within::Within};
use crate::domain::{
    code::QuestionCode,
    ids::{AreaCode, BodyCode, CategoryCode, MeetingCode, QuestionId, SessionCode, UserId},
    keyword::Keyword,
    question::{Claim, Question, State, Upward, resolution::Resolution},
    scope::Scope,
};

/// A row of `question`.
struct Row {
    id: i64,
    code: String,
    author_id: Option<i64>,
    author_initials: String,
    area_code: String,
    category_code: String,
    session_code: Option<String>,
    meeting_code: Option<String>,
    kind: String,
    source: String,
    competence: Option<String>,
    is_urgent: i64,
    text: String,
    state: String,
    version: i64,
    body_code: String,
    claimed_by: Option<i64>,
    claimed_name: Option<String>,
    received_at: i64,
    forwarded_at: Option<i64>,
    due_on: String,
    asked_back_at: Option<i64>,
    sent_up_at: Option<i64>,
    sent_up_to: Option<String>,
    sent_up_number: Option<String>,
    sent_up_on: Option<String>,
    set_aside_until: Option<String>,
    answered_at: Option<i64>,
    promised_on: Option<String>,
    returned_at: Option<i64>,
    merged_into_id: Option<i64>,
    withdrawn_at: Option<i64>,
    revised_at: Option<i64>,
    reopened_count: i64,
    nominated_at: Option<i64>,
    note_count: i64,
    supporter_count: i64,
    times_raised: i64,
    resolution: String,
    resolution_at: Option<i64>,
    resolution_due_on: Option<String>,
    denied_count: i64,
}

/// The questions a statement selects: everything after `from question`, and what is bound in it.
macro_rules! questions {
    ($view:expr, $rest:literal $(, $bound:expr)*) => {{
        // Row by row: both shapes of all of them at once would take twice the memory.
        let mut rows = sqlx::query_as!(
            Row,
            "select id as \"id!\", code, author_id, author_initials, area_code, category_code, session_code, meeting_code,
                 kind, source, competence, is_urgent, text, state, version, body_code, claimed_by, claimed_name,
                 received_at, forwarded_at, due_on, asked_back_at, sent_up_at, sent_up_to, sent_up_number, sent_up_on,
                 set_aside_until, answered_at, promised_on, returned_at, merged_into_id, withdrawn_at, revised_at,
                 reopened_count, nominated_at, note_count, supporter_count, times_raised,
                 resolution, resolution_at, resolution_due_on, denied_count
             from question " + $rest
            $(, $bound)*
        )
        .fetch($view);
        let mut found = Vec::new();
        while let Some(row) = rows.try_next().await? {
            found.push(Question::try_from(row)?);
        }
        Ok::<Vec<Question>, ReadingError>(found)
    }};
}

/// What somebody in `scope` owes something about: open ones, then answers that promise something.
pub(super) async fn owed(view: &mut SqliteConnection, scope: &Scope) -> Result<Vec<Question>> {
    let Within { body, watched } = Within::of(scope);
    let mut owed = questions!(
        &mut *view,
        "where state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside')
             and (?1 is null or (state <> 'received' and (body_code = ?1
                 or category_code in (select value from json_each(?2)))))
         order by due_on, id",
        body,
        watched
    )?;
    owed.extend(questions!(
        &mut *view,
        "where (promised_on is not null or resolution = 'denied') and state = 'answered'
             and (?1 is null or body_code = ?1 or category_code in (select value from json_each(?2)))
         order by coalesce(resolution_due_on, promised_on), id",
        body,
        watched
    )?);
    Ok(owed)
}

/// What was answered in `scope` from `since` on, oldest first.
pub(super) async fn answered_since(
    view: &mut SqliteConnection,
    scope: &Scope,
    since: Timestamp,
) -> Result<Vec<Question>> {
    let Within { body, watched } = Within::of(scope);
    let since = since.as_second();
    questions!(
        view,
        "where answered_at >= ?3 and state = 'answered'
             and (?1 is null or body_code = ?1 or category_code in (select value from json_each(?2)))
         order by answered_at, id",
        body,
        watched,
        since
    )
}

/// What was asked in `scope` ahead of a session, oldest first; without what was withdrawn, merged or returned.
pub(super) async fn of_session(
    view: &mut SqliteConnection,
    scope: &Scope,
    session: &SessionCode,
) -> Result<Vec<Question>> {
    let Within { body, watched } = Within::of(scope);
    let session = session.as_str();
    questions!(
        view,
        "where session_code = ?3 and state not in ('withdrawn', 'merged', 'returned')
             and (?1 is null or (state <> 'received' and (body_code = ?1
                 or category_code in (select value from json_each(?2)))))
         order by id",
        body,
        watched,
        session
    )
}

/// Answered so that a resident is not content, and whoever watches the field has not looked at it.
pub(super) async fn appealed(view: &mut SqliteConnection) -> Result<Vec<Question>> {
    questions!(
        view,
        "where state = 'answered' and id in (select question_id from appeal where looked_at is null)
         order by id"
    )
}

/// Of this body, with an answer that waits for its head, oldest first.
pub(super) async fn submitted_in(
    view: &mut SqliteConnection,
    body: &BodyCode,
) -> Result<Vec<Question>> {
    let body = body.as_str();
    questions!(
        view,
        "where body_code = ?1 and id in (select question_id from answer where answer.state = 'submitted') order by id",
        body
    )
}

/// Matters whose residents were not content and of which this body has not said anything since, the oldest first.
pub(super) async fn appealed_to(
    view: &mut SqliteConnection,
    body: &BodyCode,
) -> Result<Vec<Question>> {
    let body = body.as_str();
    questions!(
        view,
        "where id in (select question_id from appeal where appeal.body_code = ?1 and looked_at is null) order by id",
        body
    )
}

/// Candidates of `scope` for questioning at the session (chất vấn).
pub(super) async fn nominated(view: &mut SqliteConnection, scope: &Scope) -> Result<Vec<Question>> {
    let Within { body, watched } = Within::of(scope);
    questions!(
        view,
        "where nominated_at is not null and state not in ('withdrawn', 'merged', 'returned')
             and (?1 is null or (state <> 'received' and (body_code = ?1
                 or category_code in (select value from json_each(?2)))))
         order by id",
        body,
        watched
    )
}

impl TryFrom<Row> for Question {
    type Error = ReadingError;

    fn try_from(row: Row) -> Result<Self> {
        let state = state(&row)?;
        let resolution = resolution(&row)?;
        let upward = match (row.sent_up_to, row.sent_up_number, day(row.sent_up_on)?) {
            (Some(to), Some(number), Some(dated)) => Some(Upward { to, number, dated }),
            _ => None,
        };
        let claimed = match (row.claimed_by, row.claimed_name) {
            (Some(by), Some(name)) => Some(Claim {
                by: UserId(by),
                name,
            }),
            _ => None,
        };
        Ok(Self {
            id: QuestionId(row.id),
            code: QuestionCode::try_from(row.code).map_err(impossible)?,
            author: row.author_id.map(UserId),
            author_initials: row.author_initials,
            area: AreaCode::new(row.area_code),
            category: CategoryCode::new(row.category_code),
            session: row.session_code.map(SessionCode::new),
            meeting: row.meeting_code.map(MeetingCode::new),
            kind: word(&row.kind)?,
            source: word(&row.source)?,
            competence: row.competence.map(|known| word(&known)).transpose()?,
            is_urgent: row.is_urgent != 0,
            text: row.text,
            body: BodyCode::new(row.body_code),
            received_at: time(row.received_at)?,
            due_on: row.due_on.parse().map_err(impossible)?,
            claimed,
            notes: count(row.note_count)?,
            revised_at: row.revised_at.map(time).transpose()?,
            supporters: count(row.supporter_count)?,
            times_raised: count(row.times_raised)?,
            upward,
            promised_on: day(row.promised_on)?,
            reopened: count(row.reopened_count)?,
            resolution,
            denials: count(row.denied_count)?,
            nominated_at: row.nominated_at.map(time).transpose()?,
            version: count(row.version)?,
            state,
        })
    }
}

fn state(row: &Row) -> Result<State> {
    let at = |seconds: Option<i64>| {
        seconds
            .ok_or_else(|| impossible(format!("{} without a time", row.state)))
            .and_then(time)
    };
    Ok(match row.state.as_str() {
        "received" => State::Received,
        "forwarded" => State::Forwarded {
            at: at(row.forwarded_at)?,
        },
        "asked_back" => State::AskedBack {
            at: at(row.asked_back_at)?,
        },
        "sent_up" => State::SentUp {
            at: at(row.sent_up_at)?,
        },
        "set_aside" => State::SetAside {
            until: day(row.set_aside_until.clone())?
                .ok_or_else(|| impossible("set aside without a day"))?,
            // Only a deed gives it back, and deeds are done by the writer.
            paused: None,
        },
        "answered" => State::Answered {
            at: at(row.answered_at)?,
        },
        "returned" => State::Returned {
            at: at(row.returned_at)?,
        },
        "merged" => State::Merged {
            into: row
                .merged_into_id
                .map(QuestionId)
                .ok_or_else(|| impossible("merged into nothing"))?,
        },
        "withdrawn" => State::Withdrawn {
            at: at(row.withdrawn_at)?,
        },
        other => return Err(impossible(format!("unknown state {other}"))),
    })
}

fn resolution(row: &Row) -> Result<Resolution> {
    let at = row.resolution_at.map(time).transpose()?;
    let due_on = day(row.resolution_due_on.clone())?;
    match (row.resolution.as_str(), at, due_on) {
        ("resolved", Some(at), _) => Ok(Resolution::Resolved { at }),
        ("denied", Some(at), Some(due_on)) => Ok(Resolution::Denied { at, due_on }),
        ("open", ..) => Ok(Resolution::Open),
        (name, ..) => Err(impossible(format!(
            "a resolution that is {name} without its day"
        ))),
    }
}

pub(super) fn impossible(why: impl std::fmt::Display) -> ReadingError {
    ReadingError::impossible("question", why)
}

pub(super) fn time(seconds: i64) -> Result<Timestamp> {
    Timestamp::from_second(seconds).map_err(impossible)
}

fn count(number: i64) -> Result<u32> {
    u32::try_from(number).map_err(impossible)
}

fn word<K: Keyword>(word: &str) -> Result<K> {
    K::from_word(word).ok_or_else(|| impossible(format!("unknown word {word}")))
}

fn day(day: Option<String>) -> Result<Option<Date>> {
    day.map(|day| day.parse().map_err(impossible)).transpose()
}
