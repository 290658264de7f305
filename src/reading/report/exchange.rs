//! What goes into an exchange package: petitions that were sent up, and what became of those that came from below.

use jiff::{Timestamp, civil::Date};
use sqlx::SqliteConnection;

use crate::domain::{
    category,
    council::Council,
    ids::{AreaCode, BodyCode, CategoryCode},
    import::exchange::{FORMAT, Item, MAX_SUBJECT, Outcome, OutcomeAnswer, Package, Petition},
    keyword::Keyword as _,
    question::{Competence, ResultClass},
    redaction,
    report::ReportCopy,
    text,
};
use crate::reading::{ReadingError, Result};

/// For whom the package is, and how much it shows.
#[derive(Debug, Clone, Copy)]
pub struct ExchangeWish<'w> {
    /// Only petitions that were sent to somebody of this name, only results for the council of this code.
    pub to: Option<&'w str>,
    /// Without names and numbers to call, or the words as they were written.
    pub copy: ReportCopy,
}

impl<'w> ExchangeWish<'w> {
    /// As the command line says it.
    #[must_use]
    pub fn of(to: Option<&'w str>, for_office: bool) -> Self {
        let copy = if for_office {
            ReportCopy::Office
        } else {
            ReportCopy::Public
        };
        Self { to, copy }
    }
}

/// The package of this moment.
///
/// # Errors
/// When the database cannot be read or a row is damaged.
pub async fn package(
    view: &mut SqliteConnection,
    council: &Council,
    wish: ExchangeWish<'_>,
    now: Timestamp,
) -> Result<Package> {
    let mut items = petitions(&mut *view, council, wish).await?;
    items.extend(results(view, council, wish).await?);
    Ok(Package {
        format: FORMAT,
        organ_id: council.code.clone(),
        organ_name: council.name.vi.clone(),
        organ_unit: council.unit().to_owned(),
        made_on: council.local_date(now),
        items,
    })
}

async fn petitions(
    view: &mut SqliteConnection,
    council: &Council,
    wish: ExchangeWish<'_>,
) -> Result<Vec<Item>> {
    let rows = sqlx::query!(
        r#"select q.code, q.author_initials, q.area_code, q.category_code, q.competence, q.text, q.received_at, q.due_on,
               q.sent_up_to as "sent_up_to!", q.sent_up_number as "sent_up_number!", q.sent_up_on,
               q.supporter_count, q.times_raised, e.name as "entered_name?"
           from question q left join entered_for e on e.question_id = q.id
           where q.state = 'sent_up' and q.sent_up_to is not null and q.sent_up_number is not null
           order by q.number"#
    )
    .fetch_all(view)
    .await?;
    let mut items = Vec::new();
    for row in rows {
        if wish
            .to
            .is_some_and(|to| !text::same_name(to, &row.sent_up_to))
        {
            continue;
        }
        let name = row.entered_name.as_deref().unwrap_or(&row.author_initials);
        let content = covered(&row.text, Some(name), wish.copy);
        let category = CategoryCode::new(row.category_code);
        let area = AreaCode::new(row.area_code);
        let mut categories = council.categories.iter().chain([category::other()]);
        let category_name = categories
            .find(|one| one.code == category)
            .map_or_else(|| category.to_string(), |one| one.name.vi.clone());
        items.push(Item::Petition(Petition {
            organ_id: council.code.clone(),
            organ_name: council.name.vi.clone(),
            code_number: row.code,
            type_name: "Kiến nghị của cử tri",
            subject: text::truncate_utf16(&one_line(&content), MAX_SUBJECT),
            content,
            language: "vi",
            area: council
                .area(&area)
                .map_or_else(|| area.to_string(), |area| area.name.vi.clone()),
            category: category.to_string(),
            category_name,
            competence: row.competence.as_deref().and_then(Competence::from_word),
            received_date: day_of(council, row.received_at)?,
            due_date: day(&row.due_on)?,
            to: row.sent_up_to,
            code_notation: row.sent_up_number,
            issued_date: row.sent_up_on.as_deref().map(day).transpose()?,
            supporters: count(row.supporter_count)?,
            times_raised: count(row.times_raised)?,
        }));
    }
    Ok(items)
}

async fn results(
    view: &mut SqliteConnection,
    council: &Council,
    wish: ExchangeWish<'_>,
) -> Result<Vec<Item>> {
    let rows = sqlx::query!(
        r#"select q.code, q.state, q.body_code, x.organ_id, x.code_number,
               a.text as "text?", a.result_class as "result_class?", a.fact_on as "fact_on?",
               a.document_number as "document_number?", a.document_on as "document_on?", a.signer as "signer?",
               a.decided_at as "decided_at?"
           from exchanged x join question q on q.id = x.question_id
           left join answer a on a.question_id = q.id and a.state in ('sent', 'delivered', 'undelivered')
               and q.state = 'answered'
           where x.way = 'received' and q.state <> 'withdrawn' and (?1 is null or x.organ_id = ?1)
           order by q.number"#,
        wish.to
    )
    .fetch_all(view)
    .await?;
    let mut items = Vec::new();
    for row in rows {
        let body = BodyCode::new(row.body_code);
        let answer = match (row.text, row.result_class, row.decided_at) {
            (Some(words), Some(class), Some(at)) => Some(OutcomeAnswer {
                answered_by: council
                    .body(&body)
                    .map_or_else(|| council.name.vi.clone(), |body| body.name.vi.clone()),
                answer: covered(&words, None, wish.copy),
                result_class: ResultClass::from_code(&class)
                    .ok_or_else(|| ReadingError::impossible("answer", "unknown class"))?,
                roadmap: row.fact_on.as_deref().map(day).transpose()?,
                code_notation: row.document_number,
                issued_date: row.document_on.as_deref().map(day).transpose()?,
                signer: row.signer,
                answered_date: day_of(council, at)?,
            }),
            _ => None,
        };
        items.push(Item::Result(Outcome {
            organ_id: council.code.clone(),
            organ_name: council.name.vi.clone(),
            code_number: row.code,
            origin_organ: row.organ_id,
            origin_code: row.code_number,
            state: row.state,
            answer,
        }));
    }
    Ok(items)
}

/// What a delegation reads of it: the place stays, names and numbers to call do not.
fn covered(words: &str, name: Option<&str>, copy: ReportCopy) -> String {
    match copy {
        ReportCopy::Office => words.to_owned(),
        ReportCopy::Public => redaction::on_card(words, name),
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn day(text: &str) -> Result<Date> {
    text.parse()
        .map_err(|error| ReadingError::impossible("question", error))
}

fn day_of(council: &Council, seconds: i64) -> Result<Date> {
    let at = Timestamp::from_second(seconds)
        .map_err(|error| ReadingError::impossible("question", error))?;
    Ok(council.local_date(at))
}

fn count(number: i64) -> Result<u32> {
    u32::try_from(number).map_err(|error| ReadingError::impossible("question", error))
}
