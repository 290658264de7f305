//! The facts of a paper, as they stand in one view of the database: questions in [`cases`], site rounds in [`rounds`]; what goes to
//! another council in [`exchange`]; papers with a number in [`issued`]; a register is written while it is read: [`register`].

mod cases;
pub mod exchange;
pub(super) mod issued;
pub mod register;
mod rounds;

use jiff::{Timestamp, civil::Date};
use sqlx::SqliteConnection;

use super::{Known, ReadingError, Result};
use crate::{
    chat::outgoing::{File, MAX_CAPTION, Picture},
    domain::{
        council::Council,
        ids::{BodyCode, ChatId, MeetingCode, SessionCode, UserId},
        keyword::Keyword,
        meeting::{Meeting, outcome::Outcome},
        question::ResultClass,
        report::{Needs, ReportCopy, ReportKind, ReportWish},
        session::Session,
        text,
    },
    messages::{Found, Html, Paper, Words, report as messages},
    reports::{
        self, ChartTally,
        facts::{Case, Earlier, Held, ReportFacts, Speaker},
    },
};

/// A body with more questions than this has its chart on the command line.
const MOST_IN_A_CHART: usize = 20_000;

/// A paper for a chat: the file, and under it what it is about.
pub(super) async fn find(
    view: &mut SqliteConnection,
    chat: ChatId,
    wish: &ReportWish,
    known: Known<'_>,
) -> Result<Found> {
    let words = words(&mut *view, chat, known).await?;
    let about = (known.council, Some(known.bot));
    let (facts, made) = if wish.kind == ReportKind::Register {
        let facts = around(&mut *view, wish, about, known.now).await?;
        let folder = register::folder(&mut *view).await?;
        let made = register::write(view, &facts, (Vec::new(), &folder)).await;
        (facts, made)
    } else {
        let facts = facts(view, wish, about, known.now).await?;
        let made = reports::make(&facts).map(|bytes| (bytes, facts.cases.len()));
        (facts, made.map_err(ReadingError::Unwritten))
    };
    let (bytes, questions) = match made {
        Ok(made) => made,
        Err(ReadingError::Unwritten(_)) => return Ok(messages::not_made(words, wish.kind).into()),
        Err(error) => return Err(error),
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
    let caption = messages::caption(words, wish.kind, (about, questions));
    Ok(Found {
        files: vec![(file, caption)],
        paper: Some(Paper::Draft(facts.wish)),
        ..Found::default()
    })
}

/// The speaker of whoever waits for a paper.
async fn words<'a>(
    view: &mut SqliteConnection,
    chat: ChatId,
    known: Known<'a>,
) -> Result<Words<'a>> {
    Ok(if chat.is_private() {
        known.words_for(view, UserId(chat.0)).await?
    } else {
        known.group_words()
    })
}

/// The chart of a body beside its figures, of everything or of a session; none while there is nothing to draw, or more than a
/// chat waits for.
pub(super) async fn chart(
    view: &mut SqliteConnection,
    (body, session): (Option<&BodyCode>, Option<&SessionCode>),
    received: usize,
    known: Known<'_>,
) -> Result<Option<(Picture, Html)>> {
    if received == 0 || received > MOST_IN_A_CHART {
        return Ok(None);
    }
    let wish = ReportWish {
        body: body.cloned(),
        session: session.cloned(),
        ..ReportWish::of(ReportKind::Chart)
    };
    let facts = around(&mut *view, &wish, (known.council, None), known.now).await?;
    let mut tally = ChartTally::default();
    let mut pages = cases::Pages::of(&facts.council, &facts.wish);
    while let Some(page) = pages.next(&mut *view).await? {
        for case in &page {
            tally.add(&facts, case);
        }
    }
    let Ok(bytes) = reports::draw(&facts, &tally) else {
        return Ok(None);
    };
    let told = text::truncate_utf16(&reports::chart_in_words(&facts, &tally), MAX_CAPTION - 24);
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
    about: (&Council, Option<&str>),
    now: Timestamp,
) -> Result<ReportFacts> {
    let mut facts = around(&mut *view, wish, about, now).await?;
    facts.cases = cases::cases(view, &facts.council, &facts.wish).await?;
    Ok(facts)
}

/// The same without the questions that the wish covers: what a register is written around.
///
/// # Errors
/// When the database cannot be read or a row is damaged.
pub async fn around(
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
            let (counted, left) = earlier_session(&mut *view, council, (one, &of_it)).await?;
            // The last one is the nearest.
            before = Some(counted);
            carried_over.extend(left);
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
        cases: Vec::new(),
        carried_over,
        before,
        meetings,
        round: rounds::round(view, &wish).await?,
        issued: None,
        wish,
    })
}

/// What an earlier session had, in figures, and what is left of it; a chart draws the figures only.
async fn earlier_session(
    view: &mut SqliteConnection,
    council: &Council,
    (session, wish): (&Session, &ReportWish),
) -> Result<(Earlier, Vec<Case>)> {
    let mut earlier = Earlier {
        name: session.name.vi.clone(),
        received: 0,
        answered: 0,
        resolved: 0,
    };
    let mut left = Vec::new();
    let mut pages = cases::Pages::of(council, wish);
    while let Some(page) = pages.next(&mut *view).await? {
        for case in page.into_iter().filter(Case::is_petition) {
            earlier.received += 1;
            earlier.answered += usize::from(case.state == "answered");
            earlier.resolved += usize::from(case.standing() == Some(ResultClass::Resolved));
            if wish.kind != ReportKind::Chart && case.is_left() {
                left.push(case);
            }
        }
    }
    Ok((earlier, left))
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
