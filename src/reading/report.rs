//! The facts of a paper, as they stand in one view of the database.

use jiff::{Timestamp, civil::Date};
use sqlx::SqliteConnection;

use super::{Known, ReadingError, Result};
use crate::{
    chat::outgoing::{File, MAX_CAPTION, Picture},
    domain::{
        answer::judgement::Verdict,
        council::Council,
        ids::{AreaCode, BodyCode, CategoryCode, ChatId, MeetingCode, SessionCode, UserId},
        keyword::Keyword,
        meeting::{Meeting, outcome::Outcome},
        question::ResultClass,
        redaction,
        report::{Needs, ReportCopy, ReportKind, ReportWish},
        session::Session,
        text,
    },
    messages::{Found, Html, report as messages},
    reports::{
        self,
        facts::{Case, Earlier, Held, ReportFacts, Speaker, Told},
    },
};

/// A body with more questions than this has its chart on the command line.
const MOST_IN_A_CHART: usize = 20_000;

/// A question with what papers want to know of it.
struct Row {
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
    fact_on: Option<String>,
    document_number: Option<String>,
    document_on: Option<String>,
    obstacle: Option<String>,
    decided_at: Option<i64>,
    verdict: Option<String>,
}

/// A paper for a chat: the file, and under it what it is about.
pub(super) async fn find(
    view: &mut SqliteConnection,
    chat: ChatId,
    wish: &ReportWish,
    known: Known<'_>,
) -> Result<Found> {
    let words = if chat.is_private() {
        known.words_for(&mut *view, UserId(chat.0)).await?
    } else {
        known.group_words()
    };
    let facts = facts(view, wish, (known.council, Some(known.bot)), known.now).await?;
    let Ok(bytes) = reports::make(&facts) else {
        return Ok(messages::not_made(words, wish.kind).into());
    };
    let meeting = wish.meeting.as_ref().map(MeetingCode::as_str);
    let session = facts.wish.session.as_ref().and(facts.session.as_ref());
    let session = session.map(|session| session.name.in_language(words.language()));
    let about = meeting.or(session).unwrap_or_default();
    let file = File::Report {
        name: facts.wish.file_name(facts.today),
        form: wish.form,
        bytes,
    };
    let caption = messages::caption(words, wish.kind, (about, facts.cases.len()));
    Ok(Found {
        files: vec![(file, caption)],
        ..Found::default()
    })
}

/// The chart of a body beside its figures; none while there is nothing to draw, or more than a chat waits for.
pub(super) async fn chart(
    view: &mut SqliteConnection,
    body: Option<&BodyCode>,
    received: usize,
    known: Known<'_>,
) -> Result<Option<(Picture, Html)>> {
    if received == 0 || received > MOST_IN_A_CHART {
        return Ok(None);
    }
    let wish = ReportWish {
        body: body.cloned(),
        ..ReportWish::of(ReportKind::Chart)
    };
    let facts = facts(view, &wish, (known.council, None), known.now).await?;
    let Ok(bytes) = reports::make(&facts) else {
        return Ok(None);
    };
    let told = text::truncate_utf16(&reports::chart_in_words(&facts), MAX_CAPTION - 24);
    // The picture says it to whoever sees; the words are for the others, and fill a screen.
    let told = Html::folded(&told);
    Ok(Some((Picture::Drawn { bytes }, told)))
}

/// The council as it was loaded last; none: nothing was loaded yet.
///
/// # Errors
/// When the database cannot be read.
pub async fn council(view: &mut SqliteConnection) -> Result<Option<Council>> {
    let value = sqlx::query_scalar!("select value from council where id = 1")
        .fetch_optional(view)
        .await?;
    let read = |value: String| {
        serde_json::from_str(&value).map_err(|error| ReadingError::impossible("council", error))
    };
    value.map(read).transpose()
}

/// The facts of a paper. A session that is wanted and not named is the nearest one.
///
/// # Errors
/// When the database cannot be read or a row is damaged.
pub async fn facts(
    view: &mut SqliteConnection,
    wish: &ReportWish,
    (council, bot): (&Council, Option<&str>),
    now: Timestamp,
) -> Result<ReportFacts> {
    let mut wish = wish.clone();
    let held = meetings(&mut *view, wish.copy).await?;
    let named = held
        .iter()
        .find(|held| Some(&held.meeting.code) == wish.meeting.as_ref());
    let session = match (&wish.session, named) {
        (Some(code), _) => council.session(code).cloned(),
        (None, Some(held)) => held
            .meeting
            .session
            .as_ref()
            .and_then(|code| council.session(code))
            .cloned(),
        (None, None) if wish.kind.needs() == Needs::Session => {
            nearest_session(council, now).cloned()
        }
        (None, None) => None,
    };
    if wish.kind.needs() == Needs::Session && wish.session.is_none() {
        wish.session = session.as_ref().map(|session| session.code.clone());
    }
    let today = council.local_date(now);
    let cases = cases(&mut *view, council, &wish).await?;
    let mut carried_over = Vec::new();
    let mut before = None;
    if let Some(session) = session.as_ref().filter(|_| is_about_a_session(wish.kind)) {
        let earlier = earlier_sessions(council, session);
        for one in &earlier {
            let of_it = ReportWish {
                session: Some(one.code.clone()),
                meeting: None,
                from: None,
                to: None,
                ..wish.clone()
            };
            let found = self::cases(&mut *view, council, &of_it).await?;
            let petitions: Vec<&Case> = found.iter().filter(|case| case.is_petition()).collect();
            // The last one is the nearest.
            before = Some(Earlier {
                name: one.name.vi.clone(),
                received: petitions.len(),
                answered: petitions
                    .iter()
                    .filter(|case| case.state == "answered")
                    .count(),
                resolved: petitions
                    .iter()
                    .filter(|case| case.class() == Some(ResultClass::Resolved))
                    .count(),
            });
            carried_over.extend(
                found
                    .into_iter()
                    .filter(|case| case.is_petition() && case.is_open()),
            );
        }
    }
    let meetings = held
        .into_iter()
        .filter(|held| match (&wish.meeting, &session) {
            (Some(code), _) => held.meeting.code == *code,
            (None, Some(session)) => held.meeting.session.as_ref() == Some(&session.code),
            (None, None) => true,
        })
        .filter(|held| {
            wish.meeting.is_some()
                || wish
                    .body
                    .as_ref()
                    .is_none_or(|body| held.meeting.bodies.contains(body))
        })
        .collect();
    Ok(ReportFacts {
        council: council.clone(),
        bot: bot.map(ToOwned::to_owned),
        today,
        session,
        cases,
        carried_over,
        before,
        meetings,
        issued: None,
        wish,
    })
}

fn is_about_a_session(kind: ReportKind) -> bool {
    matches!(
        kind,
        ReportKind::Summary | ReportKind::Results | ReportKind::Supervision | ReportKind::Chart
    )
}

/// The session that opens next; after the last one, the last one.
fn nearest_session(council: &Council, now: Timestamp) -> Option<&Session> {
    let today = council.local_date(now);
    let mut sessions: Vec<&Session> = council.sessions.iter().collect();
    sessions.sort_by_key(|session| session.opens_on);
    let next = sessions.iter().find(|session| session.opens_on >= today);
    next.or(sessions.last()).copied()
}

/// Those that opened before, the nearest last.
fn earlier_sessions(council: &Council, session: &Session) -> Vec<Session> {
    let mut earlier: Vec<Session> = council
        .sessions
        .iter()
        .filter(|one| one.opens_on < session.opens_on)
        .cloned()
        .collect();
    earlier.sort_by_key(|one| one.opens_on);
    earlier
}

/// What the wish covers, by number; without what was withdrawn.
async fn cases(
    view: &mut SqliteConnection,
    council: &Council,
    wish: &ReportWish,
) -> Result<Vec<Case>> {
    let session = wish.session.as_ref().map(SessionCode::as_str);
    let meeting = wish.meeting.as_ref().map(MeetingCode::as_str);
    let body = wish.body.as_ref().map(BodyCode::as_str);
    let rows = sqlx::query_as!(
        Row,
        r#"select q.code, q.area_code, q.category_code, q.session_code, q.meeting_code, q.kind, q.source, q.competence,
               q.text, q.state, q.body_code, q.received_at, q.forwarded_at, q.due_on, q.sent_up_to, q.sent_up_number,
               q.sent_up_on, q.promised_on, q.times_raised, q.supporter_count, q.reopened_count,
               q.split_from_id is not null as "is_part!: i64",
               (select p.state from promise p where p.question_id = q.id order by p.id desc limit 1) as "promise: String",
               s.name as "speaker?", e.name as "entered_name?",
               a.text as "answer?", a.result_class as "result_class?", a.fact_on as "fact_on?",
               a.document_number as "document_number?", a.document_on as "document_on?", a.obstacle as "obstacle?",
               a.decided_at as "decided_at?",
               (select v.verdict from survey v where v.answer_id = a.id and v.is_author = 1 and v.verdict is not null
                order by v.judged_at desc limit 1) as "verdict: String"
           from question q
           left join answer a on a.question_id = q.id and a.state in ('sent', 'delivered', 'undelivered')
           left join opinion o on o.question_id = q.id
           left join speaker s on s.id = o.speaker_id
           left join entered_for e on e.question_id = q.id
           where q.state <> 'withdrawn'
               and (?1 is null or q.session_code = ?1) and (?2 is null or q.meeting_code = ?2)
               and (?3 is null or q.body_code = ?3)
           order by q.number"#,
        session,
        meeting,
        body
    )
    .fetch_all(view)
    .await?;
    let mut cases = Vec::with_capacity(rows.len());
    for row in rows {
        let case = case(row, council, wish)?;
        let day = case.received_on;
        if wish.from.is_none_or(|from| from <= day) && wish.to.is_none_or(|to| day <= to) {
            cases.push(case);
        }
    }
    Ok(cases)
}

fn case(row: Row, council: &Council, wish: &ReportWish) -> Result<Case> {
    let copy = wish.copy;
    let name = row.speaker.or(row.entered_name);
    let covered = |text: &str| match copy {
        // A chart counts and shows no words.
        _ if wish.kind == ReportKind::Chart => String::new(),
        ReportCopy::Office => text.to_owned(),
        ReportCopy::Public => redaction::public(text, name.as_deref()),
    };
    let on = |seconds: i64| time(seconds).map(|at| council.local_date(at));
    let received_on = on(row.received_at)?;
    let answered_on = row.decided_at.map(on).transpose()?;
    let answer = match (row.answer, row.result_class) {
        (Some(text), Some(class)) => Some(Told {
            text: covered(&text),
            class: ResultClass::from_code(&class).ok_or_else(|| impossible(&class))?,
            fact_on: day(row.fact_on)?,
            document_number: row.document_number,
            document_on: day(row.document_on)?,
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
            && source == crate::domain::question::Source::Meeting
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
        voter: name.filter(|_| copy == ReportCopy::Office),
    })
}

/// Every meeting that was not thrown away, by time.
async fn meetings(view: &mut SqliteConnection, copy: ReportCopy) -> Result<Vec<Held>> {
    let rows = sqlx::query!(
        r#"select m.code, m.value, m.state,
               (select coalesce(sum(r.size), 0) from registration r
                where r.meeting_code = m.code and r.standing = 'seated') as "registered!: i64",
               (select coalesce(sum(coalesce(r.arrived_size, r.size)), 0) from registration r
                where r.meeting_code = m.code and r.arrived_at is not null) as "arrived!: i64",
               (select coalesce(sum(w.size), 0) from walk_in w
                where w.meeting_code = m.code and w.undone_at is null) as "walked_in!: i64",
               o.opinions as "opinions?", o.answered as "answered?", o.passed_on as "passed_on?",
               o.written_at as "written_at?"
           from meeting m left join meeting_outcome o on o.meeting_code = m.code
           order by m.starts_at, m.code"#
    )
    .fetch_all(&mut *view)
    .await?;
    let speakers = sqlx::query!("select meeting_code, name, state from speaker order by id")
        .fetch_all(view)
        .await?;
    let mut held = Vec::new();
    for row in rows {
        let meeting: Meeting = serde_json::from_str(&row.value)
            .map_err(|error| ReadingError::impossible("meeting", error))?;
        let outcome = match (row.opinions, row.answered, row.passed_on) {
            (Some(opinions), Some(answered), Some(passed_on)) => Some(Outcome {
                opinions: count(opinions)?,
                answered: count(answered)?,
                passed_on: count(passed_on)?,
            }),
            _ => None,
        };
        held.push(Held {
            is_cancelled: row.state == "cancelled",
            registered: count(row.registered)?,
            came: count(row.arrived + row.walked_in)?,
            speakers: speakers
                .iter()
                .filter(|speaker| speaker.meeting_code == meeting.code.as_str())
                .map(|speaker| Speaker {
                    name: Some(speaker.name.clone()).filter(|_| copy == ReportCopy::Office),
                    spoke: speaker.state == "spoken",
                })
                .collect(),
            outcome,
            written_at: row.written_at.map(time).transpose()?,
            meeting,
        });
    }
    Ok(held)
}

fn time(seconds: i64) -> Result<Timestamp> {
    Timestamp::from_second(seconds).map_err(|error| ReadingError::impossible("question", error))
}

fn day(text: Option<String>) -> Result<Option<Date>> {
    let read = |text: String| {
        text.parse()
            .map_err(|error| ReadingError::impossible("question", error))
    };
    text.map(read).transpose()
}

fn count(number: i64) -> Result<u32> {
    u32::try_from(number).map_err(|error| ReadingError::impossible("question", error))
}

fn word<K: Keyword>(known: &str) -> Result<K> {
    K::from_word(known).ok_or_else(|| impossible(known))
}

fn impossible(word: &str) -> ReadingError {
    ReadingError::impossible("question", format!("{word:?} is not known"))
}
