//! Questions as digests, lists and boards see them: one by one and without their words, where there may be many; whole, where
//! they are shown.

use futures_util::TryStreamExt as _;
use jiff::{Timestamp, civil::Date};
use sqlx::SqliteConnection;

use super::{ReadingError, Result, within::Within};
use crate::domain::{
    code::QuestionCode,
    ids::{AreaCode, BodyCode, CategoryCode, MeetingCode, QuestionId, SessionCode, UserId},
    keyword::Keyword,
    question::{Brief, Claim, Question, State, Upward, deadline::Times, resolution::Resolution},
    scope::Scope,
};
use crate::messages::digest::Shown;

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
    since: Option<i64>,
    version: i64,
    body_code: String,
    claimed_by: Option<i64>,
    claimed_name: Option<String>,
    received_at: i64,
    due_on: String,
    sent_up_to: Option<String>,
    sent_up_number: Option<String>,
    sent_up_on: Option<String>,
    set_aside_until: Option<String>,
    promised_on: Option<String>,
    merged_into_id: Option<i64>,
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

/// What lists choose and count by.
struct BriefRow {
    id: i64,
    category_code: String,
    body_code: String,
    session_code: Option<String>,
    state: String,
    since: Option<i64>,
    set_aside_until: Option<String>,
    merged_into_id: Option<i64>,
    received_at: i64,
    due_on: String,
    promised_on: Option<String>,
    resolution: String,
    resolution_at: Option<i64>,
    resolution_due_on: Option<String>,
    claimed_by: Option<i64>,
    supporter_count: i64,
    times_raised: i64,
    reopened_count: i64,
    is_nominated: i64,
}

/// Hands over one by one what a statement selects: everything after `from question`, and what is bound in it. There may be
/// tens of thousands: whoever takes them keeps what will be shown.
macro_rules! each {
    ($view:expr, $take:expr, $rest:literal $(, $bound:expr)*) => {{
        let mut rows = sqlx::query_as!(
            BriefRow,
            "select id as \"id!\", category_code, body_code, session_code, state,
                 case state when 'forwarded' then forwarded_at when 'asked_back' then asked_back_at
                     when 'sent_up' then sent_up_at when 'answered' then answered_at
                     when 'returned' then returned_at when 'withdrawn' then withdrawn_at end as \"since?: i64\",
                 set_aside_until, merged_into_id, received_at, due_on, promised_on,
                 resolution, resolution_at, resolution_due_on, claimed_by, supporter_count, times_raised, reopened_count,
                 nominated_at is not null as \"is_nominated!: i64\"
             from question " + $rest
            $(, $bound)*
        )
        .fetch($view);
        while let Some(row) = rows.try_next().await? {
            $take(Brief::try_from(row)?);
        }
        Ok::<(), ReadingError>(())
    }};
}

/// The whole questions of these rows. Only of what is shown: each has all its words.
pub(super) async fn whole(
    view: &mut SqliteConnection,
    ids: impl IntoIterator<Item = QuestionId>,
) -> Result<Shown> {
    let ids: Vec<i64> = ids.into_iter().map(|id| id.0).collect();
    if ids.is_empty() {
        return Ok(Shown::new());
    }
    let ids = serde_json::Value::from(ids).to_string();
    let mut rows = sqlx::query_as!(
        Row,
        "select id as \"id!\", code, author_id, author_initials, area_code, category_code, session_code, meeting_code,
             kind, source, competence, is_urgent, text, state,
             case state when 'forwarded' then forwarded_at when 'asked_back' then asked_back_at
                 when 'sent_up' then sent_up_at when 'answered' then answered_at
                 when 'returned' then returned_at when 'withdrawn' then withdrawn_at end as \"since?: i64\",
             version, body_code, claimed_by, claimed_name, received_at, due_on, sent_up_to, sent_up_number, sent_up_on,
             set_aside_until, promised_on, merged_into_id, revised_at,
             reopened_count, nominated_at, note_count, supporter_count, times_raised,
             resolution, resolution_at, resolution_due_on, denied_count
         from question where id in (select value from json_each(?1))",
        ids
    )
    .fetch(view);
    let mut found = Shown::new();
    while let Some(row) = rows.try_next().await? {
        let question = Question::try_from(row)?;
        found.insert(question.id, question);
    }
    Ok(found)
}

/// What somebody in `scope` owes something about: open ones by the day they are due, then answers that promise something.
pub(super) async fn each_owed(
    view: &mut SqliteConnection,
    scope: &Scope,
    mut take: impl FnMut(Brief),
) -> Result<()> {
    let Within { body, watched } = Within::of(scope);
    if let Scope::Own(_) = scope {
        // By the index of its body: a council has many, and each of them reads in the morning.
        each!(
            &mut *view,
            take,
            "where body_code = ?1 and state in ('forwarded', 'asked_back', 'sent_up', 'set_aside')
             order by due_on, id",
            body
        )?;
    } else {
        each!(
            &mut *view,
            take,
            "where state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside')
                 and (?1 is null or (state <> 'received' and (body_code = ?1
                     or category_code in (select value from json_each(?2)))))
             order by due_on, id",
            body,
            watched
        )?;
    }
    each!(
        &mut *view,
        take,
        "where (promised_on is not null or resolution = 'denied') and state = 'answered'
             and (?1 is null or body_code = ?1 or category_code in (select value from json_each(?2)))
         order by coalesce(resolution_due_on, promised_on), id",
        body,
        watched
    )
}

/// What was answered in `scope` from `since` on.
pub(super) async fn each_answered_since(
    view: &mut SqliteConnection,
    scope: &Scope,
    since: Timestamp,
    mut take: impl FnMut(Brief),
) -> Result<()> {
    let Within { body, watched } = Within::of(scope);
    let since = since.as_second();
    each!(
        view,
        take,
        "where answered_at >= ?3 and state = 'answered'
             and (?1 is null or body_code = ?1 or category_code in (select value from json_each(?2)))",
        body,
        watched,
        since
    )
}

/// What was asked in `scope` ahead of a session; without what was withdrawn, merged or returned.
pub(super) async fn each_of_session(
    view: &mut SqliteConnection,
    scope: &Scope,
    session: &SessionCode,
    mut take: impl FnMut(Brief),
) -> Result<()> {
    let Within { body, watched } = Within::of(scope);
    let session = session.as_str();
    each!(
        view,
        take,
        "where session_code = ?3 and state not in ('withdrawn', 'merged', 'returned')
             and (?1 is null or (state <> 'received' and (body_code = ?1
                 or category_code in (select value from json_each(?2)))))",
        body,
        watched,
        session
    )
}

/// Answered so that a resident is not content, and whoever watches the field has not looked at it.
pub(super) async fn each_appealed(
    view: &mut SqliteConnection,
    mut take: impl FnMut(Brief),
) -> Result<()> {
    each!(
        view,
        take,
        "where state = 'answered' and id in (select question_id from appeal where looked_at is null)
         order by id"
    )
}

/// Of this body, with an answer that waits for its head, oldest first.
pub(super) async fn submitted_in(
    view: &mut SqliteConnection,
    body: &BodyCode,
) -> Result<Vec<QuestionId>> {
    let body = body.as_str();
    let ids = sqlx::query_scalar!(
        r#"select id as "id!" from question
           where body_code = ?1 and id in (select question_id from answer where answer.state = 'submitted') order by id"#,
        body
    );
    let ids = ids.fetch_all(view).await?;
    Ok(ids.into_iter().map(QuestionId).collect())
}

/// Matters whose residents were not content and of which this body has not said anything since, the oldest first.
pub(super) async fn appealed_to(
    view: &mut SqliteConnection,
    body: &BodyCode,
) -> Result<Vec<QuestionId>> {
    let body = body.as_str();
    let ids = sqlx::query_scalar!(
        r#"select id as "id!" from question
           where id in (select question_id from appeal where appeal.body_code = ?1 and looked_at is null) order by id"#,
        body
    );
    let ids = ids.fetch_all(view).await?;
    Ok(ids.into_iter().map(QuestionId).collect())
}

/// Candidates of `scope` for questioning at the session (chất vấn).
pub(super) async fn each_nominated(
    view: &mut SqliteConnection,
    scope: &Scope,
    mut take: impl FnMut(Brief),
) -> Result<()> {
    let Within { body, watched } = Within::of(scope);
    each!(
        view,
        take,
        "where nominated_at is not null and state not in ('withdrawn', 'merged', 'returned')
             and (?1 is null or (state <> 'received' and (body_code = ?1
                 or category_code in (select value from json_each(?2)))))",
        body,
        watched
    )
}

impl TryFrom<BriefRow> for Brief {
    type Error = ReadingError;

    fn try_from(row: BriefRow) -> Result<Self> {
        let of_state = (row.since, row.set_aside_until, row.merged_into_id);
        let of_resolution = (row.resolution_at, row.resolution_due_on);
        Ok(Self {
            id: QuestionId(row.id),
            category: CategoryCode::new(row.category_code),
            body: BodyCode::new(row.body_code),
            session: row.session_code.map(SessionCode::new),
            times: Times {
                state: state(&row.state, of_state)?,
                received_at: time(row.received_at)?,
                due_on: row.due_on.parse().map_err(impossible)?,
                promised_on: day(row.promised_on)?,
                resolution: resolution(&row.resolution, of_resolution)?,
            },
            claimed_by: row.claimed_by.map(UserId),
            supporters: count(row.supporter_count)?,
            times_raised: count(row.times_raised)?,
            reopened: count(row.reopened_count)?,
            is_nominated: row.is_nominated != 0,
        })
    }
}

impl TryFrom<Row> for Question {
    type Error = ReadingError;

    fn try_from(row: Row) -> Result<Self> {
        let of_state = (row.since, row.set_aside_until, row.merged_into_id);
        let state = state(&row.state, of_state)?;
        let of_resolution = (row.resolution_at, row.resolution_due_on);
        let resolution = resolution(&row.resolution, of_resolution)?;
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

/// A state by its name: since when, set aside until when, merged into which.
fn state(
    name: &str,
    (since, until, into): (Option<i64>, Option<String>, Option<i64>),
) -> Result<State> {
    let at = || {
        since
            .ok_or_else(|| impossible(format!("{name} without a time")))
            .and_then(time)
    };
    Ok(match name {
        "received" => State::Received,
        "forwarded" => State::Forwarded { at: at()? },
        "asked_back" => State::AskedBack { at: at()? },
        "sent_up" => State::SentUp { at: at()? },
        "set_aside" => State::SetAside {
            until: day(until)?.ok_or_else(|| impossible("set aside without a day"))?,
            // Only a deed gives it back, and deeds are done by the writer.
            paused: None,
        },
        "answered" => State::Answered { at: at()? },
        "returned" => State::Returned { at: at()? },
        "merged" => State::Merged {
            into: into
                .map(QuestionId)
                .ok_or_else(|| impossible("merged into nothing"))?,
        },
        "withdrawn" => State::Withdrawn { at: at()? },
        other => return Err(impossible(format!("unknown state {other}"))),
    })
}

/// Whether the thing was done, by its name: since when, and until when it is to be.
fn resolution(name: &str, (at, due_on): (Option<i64>, Option<String>)) -> Result<Resolution> {
    match (name, at.map(time).transpose()?, day(due_on)?) {
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
