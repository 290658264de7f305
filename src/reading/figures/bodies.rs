//! The figures of each body side by side, for those who look after everything: in the order of the council file, never by
//! score, and of bodies, never of persons.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use super::{Result, number};
use crate::{
    domain::{answer::hollow, ids::BodyCode, statistics::OfBody},
    reading::Known,
};

/// So many of the newest answers of each body are looked at for hollow ones, among so many of the newest of all: to rank
/// every answer there ever was takes seconds and a table of all of them.
const LOOKED_AT: i64 = 200;
const LOOKED_AMONG: i64 = 20_000;

type ByBody = BTreeMap<String, OfBody>;

/// Of every body that was given something, in the order of the file; one that the file no longer has comes last.
pub(super) async fn of_each(
    view: &mut SqliteConnection,
    known: Known<'_>,
) -> Result<Vec<(BodyCode, OfBody)>> {
    let mut found = ByBody::new();
    count_questions(view, &mut found).await?;
    count_done(view, &mut found).await?;
    count_verdicts(view, &mut found).await?;
    count_hollow(view, &mut found).await?;
    let mut in_order = Vec::new();
    for body in &known.council.bodies {
        if let Some(figures) = found.remove(body.code.as_str()) {
            in_order.push((body.code.clone(), figures));
        }
    }
    in_order.extend(
        found
            .into_iter()
            .map(|(code, figures)| (BodyCode::new(code), figures)),
    );
    Ok(in_order)
}

async fn count_questions(view: &mut SqliteConnection, found: &mut ByBody) -> Result<()> {
    let groups = sqlx::query!(
        r#"select body_code, count(*) as "received!: i64",
               count(*) filter (where state = 'answered') as "answered!: i64",
               count(*) filter (where reopened_count > 0) as "reopened!: i64"
           from question where state not in ('withdrawn', 'merged', 'received') group by body_code"#
    )
    .fetch_all(view)
    .await?;
    for group in groups {
        let of = found.entry(group.body_code).or_default();
        of.received = number(group.received)?;
        of.answered = number(group.answered)?;
        of.reopened = number(group.reopened)?;
    }
    Ok(())
}

async fn count_done(view: &mut SqliteConnection, found: &mut ByBody) -> Result<()> {
    let groups = sqlx::query!(
        r#"select q.body_code, count(*) as "all!: i64",
               count(*) filter (where q.resolution = 'resolved') as "resolved!: i64"
           from question q join answer a on a.question_id = q.id
           where q.state = 'answered' and a.state in ('sent', 'delivered', 'undelivered')
               and a.result_class <> 'explained'
           group by q.body_code"#
    )
    .fetch_all(view)
    .await?;
    for group in groups {
        let of = found.entry(group.body_code).or_default();
        of.to_do = number(group.all)?;
        of.resolved = number(group.resolved)?;
    }
    Ok(())
}

/// What authors last said, whatever became of their question since.
async fn count_verdicts(view: &mut SqliteConnection, found: &mut ByBody) -> Result<()> {
    let groups = sqlx::query!(
        r#"select body_code as "body_code!", count(*) as "judged!: i64",
               count(*) filter (where verdict = 'satisfied') as "satisfied!: i64"
           from (select q.body_code as body_code, s.verdict as verdict, max(s.judged_at)
                 from survey s join answer a on a.id = s.answer_id join question q on q.id = a.question_id
                 where s.is_author = 1 and s.verdict is not null
                     and q.state not in ('withdrawn', 'merged', 'received')
                 group by q.id)
           group by body_code"#
    )
    .fetch_all(view)
    .await?;
    for group in groups {
        let of = found.entry(group.body_code).or_default();
        of.judged = number(group.judged)?;
        of.satisfied = number(group.satisfied)?;
    }
    Ok(())
}

async fn count_hollow(view: &mut SqliteConnection, found: &mut ByBody) -> Result<()> {
    let answers = sqlx::query!(
        r#"select newest.body_code as "body_code!", a.text,
               (select count(*) from answer_media where answer_id = a.id) as "files!: i64"
           from (select a.id as id, q.body_code as body_code,
                     row_number() over (partition by q.body_code order by a.id desc) as place
                 from answer a join question q on q.id = a.question_id
                 where a.id > (select coalesce(max(id), 0) from answer) - ?2
                     and q.state = 'answered' and a.state in ('sent', 'delivered', 'undelivered')) newest
               join answer a on a.id = newest.id
           where newest.place <= ?1"#,
        LOOKED_AT,
        LOOKED_AMONG
    )
    .fetch_all(view)
    .await?;
    for answer in answers {
        let of = found.entry(answer.body_code).or_default();
        let files = u32::try_from(answer.files).unwrap_or(u32::MAX);
        of.looked_at += 1;
        of.hollow += usize::from(!hollow::look_at(&answer.text, files).is_empty());
    }
    Ok(())
}
