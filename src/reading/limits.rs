//! What is kept of papers and meetings, for their time limits: for the morning's digest of the office, and for `cutri check`.

use std::collections::BTreeMap;

use futures_util::TryStreamExt as _;
use jiff::{Timestamp, civil::Date};
use sqlx::SqliteConnection;

use super::{ReadingError, Result};
use crate::domain::{
    council::Council,
    limits::{MeetingKept, PaperIssued, PapersKept},
    meeting::Meeting,
    report::ReportWish,
};

/// Meetings that ended so long ago, in seconds, have no limit that anybody could still keep.
const MEETINGS_BACK: i64 = 60 * 86_400;

/// What is kept.
///
/// # Errors
/// When the database cannot be read or a row is damaged.
pub(super) async fn kept(
    view: &mut SqliteConnection,
    council: &Council,
    now: Timestamp,
) -> Result<PapersKept> {
    let (oldest, waiting) = waiting(&mut *view, council).await?;
    Ok(PapersKept {
        meetings: meetings(&mut *view, council, now).await?,
        issued: issued(view, council).await?,
        oldest,
        waiting,
    })
}

async fn meetings(
    view: &mut SqliteConnection,
    council: &Council,
    now: Timestamp,
) -> Result<Vec<MeetingKept>> {
    let since = now.as_second() - MEETINGS_BACK;
    let rows = sqlx::query!(
        r#"select m.value,
               (select min(a.made_at) from announcement a
                where a.meeting_code = m.code and a.kind = 'published') as "announced_at: i64",
               (select o.written_at from meeting_outcome o where o.meeting_code = m.code) as "written_at: i64",
               exists (select 1 from question q
                where q.meeting_code = m.code and q.state not in ('withdrawn', 'merged', 'returned')) as "is_asked_for!: i64"
           from meeting m where m.state <> 'cancelled' and m.ends_at >= ?1 order by m.starts_at, m.code"#,
        since
    )
    .fetch_all(view)
    .await?;
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows {
        let meeting: Meeting = serde_json::from_str(&row.value)
            .map_err(|error| ReadingError::impossible("meeting", error))?;
        kept.push(MeetingKept {
            meeting,
            announced_on: row.announced_at.map(|at| day(council, at)).transpose()?,
            written_on: row.written_at.map(|at| day(council, at)).transpose()?,
            is_asked_for: row.is_asked_for != 0,
        });
    }
    Ok(kept)
}

/// A paper that covers one body or some days only is none of the whole session.
async fn issued(view: &mut SqliteConnection, council: &Council) -> Result<Vec<PaperIssued>> {
    let rows = sqlx::query!("select wish, issued_at from issued_paper order by id")
        .fetch_all(view)
        .await?;
    let mut issued = Vec::with_capacity(rows.len());
    for row in rows {
        let wish: ReportWish = serde_json::from_str(&row.wish)
            .map_err(|error| ReadingError::impossible("issued_paper", error))?;
        if wish.body.is_some() || wish.from.is_some() || wish.to.is_some() {
            continue;
        }
        issued.push(PaperIssued {
            kind: wish.kind,
            session: wish.session,
            meeting: wish.meeting,
            on: day(council, row.issued_at)?,
        });
    }
    Ok(issued)
}

/// The oldest question that was given to a body and not answered, and how many were given on which day.
async fn waiting(
    view: &mut SqliteConnection,
    council: &Council,
) -> Result<(Option<(String, Date)>, BTreeMap<Date, usize>)> {
    let mut rows = sqlx::query!(
        r#"select code, forwarded_at as "forwarded_at!: i64" from question
           where state = 'forwarded' and forwarded_at is not null order by forwarded_at, id"#
    )
    .fetch(view);
    let (mut oldest, mut waiting) = (None, BTreeMap::new());
    while let Some(row) = rows.try_next().await? {
        let given = day(council, row.forwarded_at)?;
        oldest.get_or_insert((row.code, given));
        *waiting.entry(given).or_default() += 1;
    }
    Ok((oldest, waiting))
}

fn day(council: &Council, seconds: i64) -> Result<Date> {
    let at = Timestamp::from_second(seconds)
        .map_err(|error| ReadingError::impossible("limits", error))?;
    Ok(council.local_date(at))
}
