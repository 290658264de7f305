//! `/thongke`: the figures of a body. Counted by SQLite; only what is open is looked at one by one, since the council's
//! calendar decides how it stands.

mod bodies;

use sqlx::SqliteConnection;

use super::{Known, ReadingError, Result, questions, report, within::Within};
use crate::{
    domain::{
        answer::{call_back::Heard, hollow, judgement::Verdict},
        categorise::Kind,
        ids::{BodyCode, CategoryCode},
        keyword::Keyword,
        question::{Competence, ResultClass},
        scope::Scope,
        statistics::Figures,
    },
    messages::{Found, figures as say},
};

pub(super) async fn find(
    view: &mut SqliteConnection,
    body: &BodyCode,
    known: Known<'_>,
) -> Result<Found> {
    let scope = Scope::of(known.council, body);
    let today = known.council.local_date(known.now);
    let mut figures = Figures::default();
    let within = Within::of(&scope);
    count_questions(view, &within, &mut figures).await?;
    count_classes(view, &within, &mut figures).await?;
    count_verdicts(view, &within, &mut figures).await?;
    count_done(view, &within, &mut figures).await?;
    count_hollow(view, &within, &mut figures).await?;
    if scope == Scope::Everything {
        count_other_doors(view, &mut figures).await?;
        count_levels(view, &mut figures).await?;
        count_calls(view, &mut figures).await?;
    }
    questions::each_owed(view, &scope, |brief| {
        figures.add_open(known.council, &brief.times, today);
    })
    .await?;
    figures.sort();
    let words = known.group_words();
    let mut found: Found = say::figures(words, body, &scope, &figures, today).into();
    if scope == Scope::Everything {
        let each = bodies::of_each(view, known).await?;
        found.messages.extend(say::side_by_side(words, &each));
    }
    let own = match &scope {
        Scope::Own(body) => Some(body),
        Scope::Everything | Scope::Watched(..) => None,
    };
    found
        .pictures
        .extend(report::chart(view, (own, None), figures.received, known).await?);
    Ok(found)
}

/// What came, by category; what was returned, opened again, answered, and after how many days.
async fn count_questions(
    view: &mut SqliteConnection,
    within: &Within,
    figures: &mut Figures,
) -> Result<()> {
    let groups = sqlx::query!(
        r#"select category_code, count(*) as "received!: i64",
               count(*) filter (where state = 'answered') as "answered!: i64",
               count(*) filter (where state = 'returned') as "returned!: i64",
               count(*) filter (where reopened_count > 0) as "reopened!: i64"
           from question
           where state not in ('withdrawn', 'merged')
               and (?1 is null or (state <> 'received' and (body_code = ?1
                   or category_code in (select value from json_each(?2)))))
           group by category_code"#,
        within.body,
        within.watched
    )
    .fetch_all(&mut *view)
    .await?;
    for group in groups {
        let (received, answered) = (number(group.received)?, number(group.answered)?);
        figures.received += received;
        figures.answered += answered;
        figures.returned += number(group.returned)?;
        figures.reopened += number(group.reopened)?;
        let category = CategoryCode::new(group.category_code);
        figures.categories.push((category, received, answered));
    }
    let days = sqlx::query!(
        r#"select (answered_at - received_at) / 86400 as "days!: i64", count(*) as "many!: i64"
           from question
           where state = 'answered' and answered_at is not null
               and (?1 is null or body_code = ?1 or category_code in (select value from json_each(?2)))
           group by 1 order by 1"#,
        within.body,
        within.watched
    )
    .fetch_all(view)
    .await?;
    let days = days
        .into_iter()
        .map(|group| Ok((group.days, number(group.many)?)))
        .collect::<Result<Vec<_>>>()?;
    figures.set_days(&days);
    Ok(())
}

/// What came of the answered ones.
async fn count_classes(
    view: &mut SqliteConnection,
    within: &Within,
    figures: &mut Figures,
) -> Result<()> {
    let groups = sqlx::query!(
        r#"select a.result_class, count(*) as "many!: i64"
           from answer a cross join question q on q.id = a.question_id
           where a.state in ('sent', 'delivered', 'undelivered') and q.state = 'answered'
               and (?1 is null or q.body_code = ?1 or q.category_code in (select value from json_each(?2)))
           group by a.result_class"#,
        within.body,
        within.watched
    )
    .fetch_all(view)
    .await?;
    for group in groups {
        if let Some(class) = ResultClass::from_code(&group.result_class) {
            figures.classes.push((class, number(group.many)?));
        }
    }
    Ok(())
}

/// What authors last said of an answer, whatever became of their question since.
async fn count_verdicts(
    view: &mut SqliteConnection,
    within: &Within,
    figures: &mut Figures,
) -> Result<()> {
    let groups = sqlx::query!(
        r#"select verdict as "verdict!", count(*) as "many!: i64"
           from (select s.verdict as verdict, max(s.judged_at)
                 from survey s join answer a on a.id = s.answer_id join question q on q.id = a.question_id
                 where s.is_author = 1 and s.verdict is not null and q.state not in ('withdrawn', 'merged')
                     and (?1 is null or (q.state <> 'received' and (q.body_code = ?1
                         or q.category_code in (select value from json_each(?2)))))
                 group by q.id)
           group by verdict"#,
        within.body,
        within.watched
    )
    .fetch_all(view)
    .await?;
    for group in groups {
        if let Some(verdict) = Verdict::from_word(&group.verdict) {
            figures.verdicts.push((verdict, number(group.many)?));
        }
    }
    Ok(())
}

/// What became of what was to be done: resolved is a fact of its own beside the answer.
async fn count_done(
    view: &mut SqliteConnection,
    within: &Within,
    figures: &mut Figures,
) -> Result<()> {
    let groups: Vec<(String, i64)> = sqlx::query_as(
        "select q.resolution, count(*) from question q join answer a on a.question_id = q.id
         where q.state = 'answered' and a.state in ('sent', 'delivered', 'undelivered')
             and a.result_class <> 'explained'
             and (?1 is null or q.body_code = ?1 or q.category_code in (select value from json_each(?2)))
         group by q.resolution",
    )
    .bind(within.body.as_deref())
    .bind(within.watched.as_str())
    .fetch_all(view)
    .await?;
    for (resolution, many) in groups {
        let many = number(many)?;
        figures.done.all += many;
        match resolution.as_str() {
            "resolved" => figures.done.resolved += many,
            "denied" => figures.done.denied += many,
            _ => {}
        }
    }
    Ok(())
}

/// So many of the newest answers are looked at: reading all of a large council takes minutes, and what was written years
/// ago says little of today.
const LOOKED_AT: i64 = 1_000;

/// Answers that say nothing, by the rules that warn before they are sent.
async fn count_hollow(
    view: &mut SqliteConnection,
    within: &Within,
    figures: &mut Figures,
) -> Result<()> {
    let answers: Vec<(String, i64)> = sqlx::query_as(
        "select a.text, (select count(*) from answer_media where answer_id = a.id)
         from answer a join question q on q.id = a.question_id
         where q.state = 'answered' and a.state in ('sent', 'delivered', 'undelivered')
             and (?1 is null or q.body_code = ?1 or q.category_code in (select value from json_each(?2)))
         order by a.id desc limit ?3",
    )
    .bind(within.body.as_deref())
    .bind(within.watched.as_str())
    .bind(LOOKED_AT)
    .fetch_all(view)
    .await?;
    figures.looked_at = answers.len();
    for (text, files) in answers {
        let files = u32::try_from(files).unwrap_or(u32::MAX);
        figures.hollow += usize::from(!hollow::look_at(&text, files).is_empty());
    }
    Ok(())
}

/// What was shown another door, and what went on all the same.
async fn count_other_doors(view: &mut SqliteConnection, figures: &mut Figures) -> Result<()> {
    let groups: Vec<(String, Option<String>, i64)> = sqlx::query_as(
        "select kind, json_extract(data, '$.what'), count(*) from event
         where kind in ('redirected', 'redirection_overruled') group by 1, 2",
    )
    .fetch_all(view)
    .await?;
    for (event, what, many) in groups {
        let many = number(many)?;
        if event != "redirected" {
            figures.overruled += many;
        } else if let Some(kind) = Kind::ALL
            .into_iter()
            .find(|kind| what.as_deref() == Some(kind.as_str()))
        {
            figures.redirected.push((kind, many));
        }
    }
    figures
        .redirected
        .sort_by_key(|(_, many)| std::cmp::Reverse(*many));
    Ok(())
}

/// What was heard of those who were called back, of the newest month in which anybody was.
async fn count_calls(view: &mut SqliteConnection, figures: &mut Figures) -> Result<()> {
    let rows: Vec<(String, Option<String>)> = sqlx::query_as(
        "select month, heard from call_back
         where month = (select max(month) from call_back where heard is not null) order by id",
    )
    .fetch_all(view)
    .await?;
    let Some((month, _)) = rows.first().cloned() else {
        return Ok(());
    };
    let heard = rows.iter().filter_map(|(_, heard)| heard.as_deref());
    let heard = heard.filter_map(Heard::from_word).collect();
    figures.called = Some((month, rows.len(), heard));
    Ok(())
}

/// What came, by which level decides.
async fn count_levels(view: &mut SqliteConnection, figures: &mut Figures) -> Result<()> {
    let groups: Vec<(Option<String>, i64)> = sqlx::query_as(
        "select competence, count(*) from question where state not in ('withdrawn', 'merged') group by 1
         order by 2 desc",
    )
    .fetch_all(view)
    .await?;
    for (level, many) in groups {
        let level = level.as_deref().and_then(Competence::from_word);
        figures.levels.push((level, number(many)?));
    }
    Ok(())
}

fn number(count: i64) -> Result<usize> {
    usize::try_from(count).map_err(|error| ReadingError::impossible("question", error))
}
