//! `/tracuu`: published answers with all of the words, newest first. Only redacted texts are searched and shown.

use sqlx::SqliteConnection;

use super::{Known, ReadingError, Result, questions::time};
use crate::{
    domain::{
        code::QuestionCode,
        ids::{AreaCode, BodyCode, CategoryCode, ChatId, QuestionId, SearchId, UserId},
        search,
    },
    messages::{
        Found,
        search::{self as say, A_PAGE, FieldPage, Hit, Page},
    },
};

/// From so many letters on a last word also stands for every word that begins with it.
const BEGINNING: usize = 2;

pub(super) async fn find(
    view: &mut SqliteConnection,
    chat: ChatId,
    (id, typed): (SearchId, &str),
    page: u16,
    known: Known<'_>,
) -> Result<Found> {
    let words = known.words_for(view, UserId(chat.0)).await?;
    let found = match Wanted::of(typed) {
        Some(wanted) => matching(view, &wanted, page).await?,
        None => Vec::new(),
    };
    let (hits, has_more) = hits(view, &found).await?;
    let page = Page {
        search: id,
        typed,
        number: page,
        hits: &hits,
        has_more,
    };
    Ok(say::found(words, &page).into())
}

/// The published answers of a field, newest first.
pub(super) async fn browse(
    view: &mut SqliteConnection,
    chat: ChatId,
    category: &CategoryCode,
    page: u16,
    known: Known<'_>,
) -> Result<Found> {
    let words = known.words_for(view, UserId(chat.0)).await?;
    let (code, most, skipped) = (category.as_str(), a_page() + 1, i64::from(page) * a_page());
    let found = sqlx::query_scalar!(
        "select t.question_id from public_text t join question q on q.id = t.question_id
         where q.category_code = ? order by t.question_id desc limit ? offset ?",
        code,
        most,
        skipped
    )
    .fetch_all(&mut *view)
    .await?;
    let (hits, has_more) = hits(view, &found).await?;
    let page = FieldPage {
        category,
        number: page,
        hits: &hits,
        has_more,
    };
    Ok(say::of_field(words, &page).into())
}

/// For words typed behind the bot's name in some chat: in the council's language, because whoever types the same is given
/// the same.
pub(super) async fn inline(
    view: &mut SqliteConnection,
    query: &str,
    (typed, page): (&str, u16),
    known: Known<'_>,
) -> Result<Found> {
    let by_code = match QuestionCode::parse(typed, known.council.code_prefix) {
        Ok(code) => with_code(view, code).await?,
        Err(_) => None,
    };
    let found = match Wanted::of(typed) {
        _ if by_code.is_some() => by_code.into_iter().collect(),
        Some(wanted) => matching(view, &wanted, page).await?,
        None if typed.trim().is_empty() => {
            let (most, skipped) = (a_page() + 1, i64::from(page) * a_page());
            sqlx::query_scalar!(
                "select question_id from public_text order by question_id desc limit ? offset ?",
                most,
                skipped
            )
            .fetch_all(&mut *view)
            .await?
        }
        None => Vec::new(),
    };
    let (hits, has_more) = hits(view, &found).await?;
    let next = has_more.then(|| page + 1);
    Ok(Found {
        inline: Some(say::inline(
            known.group_words(),
            query,
            &hits,
            next,
            known.bot,
        )),
        ..Found::default()
    })
}

/// The published question with this code.
async fn with_code(view: &mut SqliteConnection, code: QuestionCode) -> Result<Option<i64>> {
    let code = code.to_string();
    let found = sqlx::query_scalar!(
        "select t.question_id from question q join public_text t on t.question_id = q.id where q.code = ?",
        code
    )
    .fetch_optional(view)
    .await?;
    Ok(found)
}

/// The published texts of one page, and whether there is another.
async fn hits(view: &mut SqliteConnection, found: &[i64]) -> Result<(Vec<Hit>, bool)> {
    let mut hits = Vec::new();
    for question in found.iter().take(A_PAGE) {
        hits.extend(hit(view, *question).await?);
    }
    Ok((hits, found.len() > A_PAGE))
}

fn a_page() -> i64 {
    i64::try_from(A_PAGE).unwrap_or(0)
}

/// One question more than a page holds: whether there is another page. Words are found in the index alone, from the
/// newest question down, so it takes no longer however many there are.
///
/// Where whole words fill more than a page, they are what was meant. Only where they do not, the last word also stands for
/// all that begin with it: for these the index must put together every question with any of them first.
async fn matching(view: &mut SqliteConnection, wanted: &Wanted, page: u16) -> Result<Vec<i64>> {
    let whole = newest(view, &wanted.whole, 0).await?;
    let is_enough = whole.len() > A_PAGE;
    match (&wanted.unfinished, page) {
        (Some(unfinished), _) if !is_enough => newest(view, unfinished, page).await,
        (_, 0) => Ok(whole),
        (_, later) => newest(view, &wanted.whole, later).await,
    }
}

async fn newest(view: &mut SqliteConnection, expression: &str, page: u16) -> Result<Vec<i64>> {
    let found = sqlx::query_scalar(
        "select rowid from public_word where public_word match ? order by rowid desc limit ? offset ?",
    )
    .bind(expression)
    .bind(a_page() + 1)
    .bind(i64::from(page) * a_page())
    .fetch_all(view)
    .await?;
    Ok(found)
}

async fn hit(view: &mut SqliteConnection, question: i64) -> Result<Option<Hit>> {
    let row = sqlx::query!(
        "select q.code, q.category_code, q.area_code, q.body_code, t.question, t.answer, a.decided_at
         from public_text t join question q on q.id = t.question_id join answer a on a.id = t.answer_id
         where t.question_id = ?",
        question
    )
    .fetch_optional(view)
    .await?;
    row.map(|row| {
        let code = QuestionCode::try_from(row.code)
            .map_err(|why| ReadingError::impossible("question", why))?;
        Ok(Hit {
            id: QuestionId(question),
            code,
            category: CategoryCode::new(row.category_code),
            area: AreaCode::new(row.area_code),
            body: BodyCode::new(row.body_code),
            question: row.question,
            answer: row.answer,
            answered_at: row.decided_at.map(time).transpose()?,
        })
    })
    .transpose()
}

/// What is looked for, in FTS5's way: every word counts.
#[derive(Debug, PartialEq, Eq)]
struct Wanted {
    whole: String,
    /// The last word may go on; `None`: it is too short for that, or more were typed than count.
    unfinished: Option<String>,
}

impl Wanted {
    /// `None`: there is no word.
    fn of(typed: &str) -> Option<Self> {
        let mut words = search::words(typed);
        let is_cut = words.len() > search::MAX_WORDS;
        words.truncate(search::MAX_WORDS);
        let last = words.last()?;
        let goes_on = !is_cut && last.len() >= BEGINNING;
        let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
        let whole = quoted.join(" ");
        Some(Self {
            unfinished: goes_on.then(|| format!("{whole} *")),
            whole,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(typed: &str) -> (String, Option<String>) {
        let wanted = Wanted::of(typed).unwrap();
        (wanted.whole, wanted.unfinished)
    }

    #[test]
    fn every_word_counts_and_the_last_may_be_unfinished() {
        let words = r#""duong" "nga""#.to_owned();
        assert_eq!(
            wanted("Đường ngậ"),
            (words.clone(), Some(format!("{words} *")))
        );
        let most = "ngập ".repeat(search::MAX_WORDS);
        assert!(wanted(&most).1.is_some());
        assert_eq!(wanted(&format!("{most} sâu")), (wanted(&most).0, None));
        assert_eq!(wanted("tổ 3"), (r#""to" "3""#.to_owned(), None));
        assert_eq!(wanted("ngap\" OR *").0, r#""ngap" "or""#);
        assert_eq!(Wanted::of("?!"), None);
    }
}
