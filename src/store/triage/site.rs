//! Site rounds: who goes over the open questions of an area, and what is found at each.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    attachment::{Media, Microdegrees},
    ids::{AreaCode, QuestionId, RoundId, UserId, VisitId},
    keyword::Keyword,
    question::Question,
    site::{Condition, Point},
};
use crate::store::{
    Result, StoreError, WriteTx,
    questions::{COLUMNS, read},
};

/// A round that somebody is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Round {
    /// Its row.
    pub(crate) id: RoundId,
    /// Where.
    pub(crate) area: AreaCode,
    /// Where they were last.
    pub(crate) at: Option<Point>,
    /// The place that words and photos belong to which reply to nothing.
    pub(crate) current: Option<VisitId>,
}

/// One place of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Visit {
    /// Its row.
    pub(crate) id: VisitId,
    /// The round.
    pub(crate) round: RoundId,
    /// The question.
    pub(crate) question: QuestionId,
    /// What was found; none: not visited yet.
    pub(crate) condition: Option<Condition>,
    /// What was said there.
    pub(crate) words: Option<String>,
}

/// What is to be looked at in this area: open questions, and what was said to be done and is not.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn to_visit(tx: &WriteTx<'_>, area: &AreaCode) -> Result<Vec<Question>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question where area_code = ?
                 and (state in ('forwarded', 'asked_back', 'sent_up', 'set_aside')
                     or (state = 'answered' and (resolution = 'denied' or promised_on is not null)))
             order by id limit 100"
        ),
        [area.as_str()],
        read,
    )
}

/// Somebody begins a round.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn begin(
    tx: &WriteTx<'_>,
    area: &AreaCode,
    by: (UserId, &str),
    now: Timestamp,
) -> Result<RoundId> {
    let id = tx.insert(
        "insert into site_round (area_code, by_id, by_name, begun_at) values (?, ?, ?, ?)",
        params![area.as_str(), by.0.0, by.1, now.as_second()],
    )?;
    Ok(RoundId(id))
}

/// A place of it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn plan(tx: &WriteTx<'_>, round: RoundId, question: QuestionId) -> Result<()> {
    tx.execute(
        "insert into site_visit (round_id, question_id) values (?, ?)",
        [round.0, question.0],
    )?;
    Ok(())
}

/// The round that this person is on.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn open_of(tx: &WriteTx<'_>, user: UserId) -> Result<Option<Round>> {
    tx.optional(
        "select id, area_code, latitude, longitude, visit_id from site_round
         where by_id = ? and ended_at is null order by id desc limit 1",
        [user.0],
        |row| {
            let (north, east): (Option<i64>, Option<i64>) =
                (row.get("latitude")?, row.get("longitude")?);
            Ok(Round {
                id: RoundId(row.get("id")?),
                area: AreaCode::new(row.get::<_, String>("area_code")?),
                at: north
                    .zip(east)
                    .map(|(north, east)| (Microdegrees(north), Microdegrees(east))),
                current: row.get::<_, Option<i64>>("visit_id")?.map(VisitId),
            })
        },
    )
}

const VISIT: &str = "id, round_id, question_id, condition, words";

/// Every place of a round, in order.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn visits(tx: &WriteTx<'_>, round: RoundId) -> Result<Vec<Visit>> {
    tx.all(
        &format!("select {VISIT} from site_visit where round_id = ? order by id"),
        [round.0],
        visit,
    )
}

/// One place.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: VisitId) -> Result<Option<Visit>> {
    tx.optional(
        &format!("select {VISIT} from site_visit where id = ?"),
        [id.0],
        visit,
    )
}

fn visit(row: &Row<'_>) -> Result<Visit> {
    let condition: Option<String> = row.get("condition")?;
    Ok(Visit {
        id: VisitId(row.get("id")?),
        round: RoundId(row.get("round_id")?),
        question: QuestionId(row.get("question_id")?),
        condition: condition
            .map(|word| {
                Condition::from_word(&word)
                    .ok_or_else(|| StoreError::impossible("site_visit", "unknown word"))
            })
            .transpose()?,
        words: row.get("words")?,
    })
}

/// This place is on the screen.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn look_at(tx: &WriteTx<'_>, round: RoundId, visit: VisitId) -> Result<()> {
    tx.execute(
        "update site_round set visit_id = ?2 where id = ?1",
        [round.0, visit.0],
    )?;
    Ok(())
}

/// What is found at it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn found(
    tx: &WriteTx<'_>,
    id: VisitId,
    condition: Condition,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update site_visit set condition = ?2, found_at = ?3 where id = ?1",
        params![id.0, condition.as_str(), now.as_second()],
    )?;
    Ok(())
}

/// What is said there; more comes on a line of its own.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn say(tx: &WriteTx<'_>, id: VisitId, words: &str) -> Result<()> {
    tx.execute(
        "update site_visit set words = coalesce(words || char(10), '') || ?2 where id = ?1",
        params![id.0, words],
    )?;
    Ok(())
}

/// A photo or another file of it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn show(tx: &WriteTx<'_>, id: VisitId, media: &Media) -> Result<()> {
    let json = serde_json::to_string(media)
        .map_err(|error| StoreError::impossible("site_media", error))?;
    tx.execute(
        "insert into site_media (visit_id, media) values (?, ?)",
        params![id.0, json],
    )?;
    Ok(())
}

/// Its files, in order.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn media_of(tx: &WriteTx<'_>, id: VisitId) -> Result<Vec<Media>> {
    tx.all(
        "select media from site_media where visit_id = ? order by id",
        [id.0],
        |row| {
            let json: String = row.get(0)?;
            serde_json::from_str(&json).map_err(|error| StoreError::impossible("site_media", error))
        },
    )
}

/// Where it is, and so where whoever is on the round is.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn locate(
    tx: &WriteTx<'_>,
    round: RoundId,
    visit: Option<VisitId>,
    at: Point,
) -> Result<()> {
    tx.execute(
        "update site_round set latitude = ?2, longitude = ?3 where id = ?1",
        [round.0, at.0.0, at.1.0],
    )?;
    if let Some(visit) = visit {
        tx.execute(
            "update site_visit set latitude = ?2, longitude = ?3 where id = ?1",
            [visit.0, at.0.0, at.1.0],
        )?;
    }
    Ok(())
}

/// The round is over.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn end(tx: &WriteTx<'_>, round: RoundId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update site_round set ended_at = ?2 where id = ?1",
        params![round.0, now.as_second()],
    )?;
    Ok(())
}
