//! Site rounds as their record tells them.

use sqlx::SqliteConnection;

use super::{cases::covered, count, time, word};
use crate::{
    domain::{
        ids::{AreaCode, BodyCode},
        report::{ReportKind, ReportWish},
    },
    reading::Result,
    reports::facts::{Round, Visited},
};

/// The round that the wish names; without a name the newest one. Only a record of one has it.
pub(super) async fn round(view: &mut SqliteConnection, wish: &ReportWish) -> Result<Option<Round>> {
    if wish.kind != ReportKind::Survey {
        return Ok(None);
    }
    let named = wish.round.map(|round| round.0);
    let found = sqlx::query!(
        r#"select id as "id!: i64", area_code, by_name, begun_at, ended_at from site_round
           where ?1 is null or id = ?1 order by id desc limit 1"#,
        named
    )
    .fetch_optional(&mut *view)
    .await?;
    let Some(found) = found else {
        return Ok(None);
    };
    let rows = sqlx::query!(
        r#"select q.code, q.area_code, q.text, q.body_code, v.condition, v.words, e.name as "entered_name?",
               (select count(*) from site_media m where m.visit_id = v.id) as "photos!: i64"
           from site_visit v join question q on q.id = v.question_id
           left join entered_for e on e.question_id = q.id
           where v.round_id = ?1 and q.state <> 'withdrawn'
           order by v.found_at is null, v.found_at, v.id"#,
        found.id
    )
    .fetch_all(view)
    .await?;
    let mut visits = Vec::with_capacity(rows.len());
    for row in rows {
        let name = row.entered_name.as_deref();
        let visited = Visited {
            text: covered(wish, &row.text, name),
            words: row.words.map(|said| covered(wish, &said, name)),
            code: row.code,
            area: AreaCode::new(row.area_code),
            body: BodyCode::new(row.body_code),
            found: row.condition.map(|known| word(&known)).transpose()?,
            photos: count(row.photos)?,
        };
        if wish.body.as_ref().is_none_or(|body| *body == visited.body) {
            visits.push(visited);
        }
    }
    Ok(Some(Round {
        area: AreaCode::new(found.area_code),
        by: found.by_name,
        begun_at: time(found.begun_at)?,
        ended_at: found.ended_at.map(time).transpose()?,
        visits,
    }))
}
