//! Questions as papers see them.

use sqlx::SqliteConnection;

use super::{count, day, impossible, time, word};
use crate::{
    domain::{
        answer::{hollow, judgement::Verdict},
        council::Council,
        ids::{AreaCode, BodyCode, CategoryCode, MeetingCode, SessionCode},
        keyword::Keyword as _,
        question::{ResultClass, Source},
        redaction,
        report::{ReportCopy, ReportKind, ReportWish},
    },
    reading::{ReadingError, Result},
    reports::facts::{Case, Done, Shown, Told},
};

/// A question with what papers want to know of it.
struct Row {
    number: i64,
    code: String,
    area_code: String,
    category_code: String,
    session_code: Option<String>,
    meeting_code: Option<String>,
    kind: String,
    source: String,
    competence: Option<String>,
    text: String,
    state: String,
    body_code: String,
    received_at: i64,
    forwarded_at: Option<i64>,
    due_on: String,
    sent_up_to: Option<String>,
    sent_up_number: Option<String>,
    sent_up_on: Option<String>,
    promised_on: Option<String>,
    promise: Option<String>,
    times_raised: i64,
    supporter_count: i64,
    reopened_count: i64,
    is_part: i64,
    speaker: Option<String>,
    entered_name: Option<String>,
    answer: Option<String>,
    result_class: Option<String>,
    subclass: Option<String>,
    fact_on: Option<String>,
    document_number: Option<String>,
    document_on: Option<String>,
    signer: Option<String>,
    obstacle: Option<String>,
    decided_at: Option<i64>,
    files: i64,
    verdict: Option<String>,
    resolution: String,
    resolution_at: Option<i64>,
    resolution_due_on: Option<String>,
    denied_count: i64,
    shown_number: Option<String>,
    shown_on: Option<String>,
    photos: i64,
    outcome: Option<String>,
    pace: Option<String>,
    appeals: i64,
}

/// So many questions are read at once.
pub(super) const PAGE: usize = 500;

/// What the wish covers, by number; without what was withdrawn.
pub(super) async fn cases(
    view: &mut SqliteConnection,
    council: &Council,
    wish: &ReportWish,
) -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    let mut pages = Pages::of(council, wish);
    while let Some(page) = pages.next(&mut *view).await? {
        cases.extend(page);
    }
    Ok(cases)
}

/// The same, a page after the other: no more than one is in memory.
pub(super) struct Pages<'p> {
    council: &'p Council,
    wish: &'p ReportWish,
    /// The number of the last question that was read; none: there are no more.
    after: Option<i64>,
}

impl<'p> Pages<'p> {
    pub(super) fn of(council: &'p Council, wish: &'p ReportWish) -> Self {
        Self {
            council,
            wish,
            after: Some(i64::MIN),
        }
    }

    /// The next page, which may be empty where days leave questions out; none after the last.
    pub(super) async fn next(&mut self, view: &mut SqliteConnection) -> Result<Option<Vec<Case>>> {
        let Some(after) = self.after else {
            return Ok(None);
        };
        let rows = rows(view, self.wish, after).await?;
        let last = rows.last().map(|row| row.number);
        self.after = last.filter(|_| rows.len() == PAGE);
        let mut cases = Vec::with_capacity(rows.len());
        for row in rows {
            let case = case(row, self.council, self.wish)?;
            let (from, to, day) = (self.wish.from, self.wish.to, case.received_on);
            if from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to) {
                cases.push(case);
            }
        }
        Ok(Some(cases))
    }
}

/// A page behind the question of a number.
async fn rows(view: &mut SqliteConnection, wish: &ReportWish, after: i64) -> Result<Vec<Row>> {
    let session = wish.session.as_ref().map(SessionCode::as_str);
    let meeting = wish.meeting.as_ref().map(MeetingCode::as_str);
    let body = wish.body.as_ref().map(BodyCode::as_str);
    let most = i64::try_from(PAGE).unwrap_or(i64::MAX);
    let rows = sqlx::query_as!(
        Row,
        r#"select q.number, q.code, q.area_code, q.category_code, q.session_code, q.meeting_code, q.kind, q.source, q.competence,
               q.text, q.state, q.body_code, q.received_at, q.forwarded_at, q.due_on, q.sent_up_to, q.sent_up_number,
               q.sent_up_on, q.promised_on, q.times_raised, q.supporter_count, q.reopened_count,
               q.split_from_id is not null as "is_part!: i64",
               (select p.state from promise p where p.question_id = q.id order by p.id desc limit 1) as "promise: String",
               s.name as "speaker?", e.name as "entered_name?",
               a.text as "answer?", a.result_class as "result_class?", a.subclass as "subclass?", a.fact_on as "fact_on?",
               a.document_number as "document_number?", a.document_on as "document_on?", a.signer as "signer?",
               a.obstacle as "obstacle?", a.decided_at as "decided_at?",
               (select count(*) from answer_media f where f.answer_id = a.id) as "files!: i64",
               (select v.verdict from survey v where v.answer_id = a.id and v.is_author = 1 and v.verdict is not null
                order by v.judged_at desc limit 1) as "verdict: String",
               q.resolution, q.resolution_at, q.resolution_due_on, q.denied_count,
               r.document_number as "shown_number?", r.document_on as "shown_on?",
               (select count(*) from resolution_media m where m.resolution_id = r.id) as "photos!: i64",
               t.outcome as "outcome?", t.pace as "pace?",
               (select count(*) from appeal w where w.question_id = q.id and w.looked_at is null) as "appeals!: i64"
           from question q
           left join answer a on a.question_id = q.id and a.state in ('sent', 'delivered', 'undelivered')
           left join opinion o on o.question_id = q.id
           left join speaker s on s.id = o.speaker_id
           left join entered_for e on e.question_id = q.id
           left join resolution r on r.question_id = q.id and r.state = 'stands'
           left join assessment t on t.question_id = q.id
           where q.state <> 'withdrawn'
               and (?1 is null or q.session_code = ?1) and (?2 is null or q.meeting_code = ?2)
               and (?3 is null or q.body_code = ?3)
               and q.number > ?4
           order by q.number limit ?5"#,
        session,
        meeting,
        body,
        after,
        most
    )
    .fetch_all(view)
    .await?;
    Ok(rows)
}

/// Somebody's words, as this copy may show them.
pub(super) fn covered(wish: &ReportWish, text: &str, name: Option<&str>) -> String {
    match wish.copy {
        // A chart counts and shows no words.
        _ if wish.kind == ReportKind::Chart => String::new(),
        ReportCopy::Office => text.to_owned(),
        ReportCopy::Public => redaction::public(text, name),
    }
}

fn case(row: Row, council: &Council, wish: &ReportWish) -> Result<Case> {
    let on = |seconds: i64| time(seconds).map(|at| council.local_date(at));
    let done = done(&row, on)?;
    let name = row.speaker.or(row.entered_name);
    let covered = |text: &str| covered(wish, text, name.as_deref());
    let received_on = on(row.received_at)?;
    let answered_on = row.decided_at.map(on).transpose()?;
    let files = count(row.files)?;
    let answer = match (row.answer, row.result_class) {
        (Some(text), Some(class)) => Some(Told {
            is_hollow: counts_hollow(wish.kind) && !hollow::look_at(&text, files).is_empty(),
            text: covered(&text),
            class: ResultClass::from_code(&class).ok_or_else(|| impossible(&class))?,
            subclass: row.subclass.map(|known| word(&known)).transpose()?,
            fact_on: day(row.fact_on)?,
            document_number: row.document_number,
            document_on: day(row.document_on)?,
            signer: row.signer,
            obstacle: row.obstacle.map(|said| covered(&said)),
            on: answered_on,
        }),
        _ => None,
    };
    let source = word(&row.source)?;
    let upward = match (row.sent_up_to, row.sent_up_number) {
        (Some(to), Some(number)) => Some((to, number, day(row.sent_up_on)?)),
        _ => None,
    };
    Ok(Case {
        code: row.code,
        area: AreaCode::new(row.area_code),
        category: CategoryCode::new(row.category_code),
        session: row.session_code.map(SessionCode::new),
        meeting: row.meeting_code.map(MeetingCode::new),
        kind: word(&row.kind)?,
        source,
        competence: row.competence.map(|known| word(&known)).transpose()?,
        text: covered(&row.text),
        body: BodyCode::new(row.body_code),
        received_on,
        forwarded_on: row.forwarded_at.map(on).transpose()?,
        due_on: row
            .due_on
            .parse()
            .map_err(|error| ReadingError::impossible("question", error))?,
        on_the_spot: row.state == "answered"
            && source == Source::Meeting
            && answered_on == Some(received_on),
        state: row.state,
        upward,
        promised_on: day(row.promised_on)?,
        promise_kept: row.promise.as_deref() == Some("kept"),
        answer,
        verdict: row.verdict.as_deref().and_then(Verdict::from_word),
        times_raised: count(row.times_raised)?,
        supporters: count(row.supporter_count)?,
        reopened: count(row.reopened_count)?,
        is_part: row.is_part != 0,
        voter: name.filter(|_| wish.copy == ReportCopy::Office),
        done,
        denials: count(row.denied_count)?,
        outcome: row.outcome.map(|known| word(&known)).transpose()?,
        pace: row.pace.map(|known| word(&known)).transpose()?,
        appeals: count(row.appeals)?,
    })
}

/// Whether the thing was done, and what shows it.
fn done(row: &Row, on: impl Fn(i64) -> Result<jiff::civil::Date>) -> Result<Done> {
    let since = row.resolution_at.map(on).transpose()?;
    Ok(match (row.resolution.as_str(), since) {
        ("resolved", Some(since)) => Done::Resolved {
            on: since,
            shown: Shown {
                photos: count(row.photos)?,
                document: match (&row.shown_number, day(row.shown_on.clone())?) {
                    (Some(number), Some(dated)) => Some((number.clone(), dated)),
                    _ => None,
                },
            },
        },
        ("denied", Some(since)) => Done::Denied {
            on: since,
            due_on: day(row.resolution_due_on.clone())?,
        },
        _ => Done::Open,
    })
}

/// Only papers that count them look at the words of answers.
fn counts_hollow(kind: ReportKind) -> bool {
    kind == ReportKind::Supervision
}
