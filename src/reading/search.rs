//! `/tracuu`: published answers with all of the words, newest first. Only redacted texts are searched and shown.

use sqlx::SqliteConnection;

use super::{Known, Result, questions::time};
use crate::{
    domain::{
        ids::{AreaCode, BodyCode, CategoryCode, ChatId, SearchId, UserId},
        search,
    },
    messages::{
        Found,
        search::{self as say, A_PAGE, Hit, Page},
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
    let mut hits = Vec::new();
    let mut has_more = false;
    if let Some(wanted) = Wanted::of(typed) {
        for question in matching(view, &wanted, page).await? {
            has_more = hits.len() == A_PAGE;
            if !has_more {
                hits.extend(hit(view, question).await?);
            }
        }
    }
    let page = Page {
        search: id,
        typed,
        number: page,
        hits: &hits,
        has_more,
    };
    Ok(say::found(words, &page).into())
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
    let a_page = i64::try_from(A_PAGE).unwrap_or(0);
    let found = sqlx::query_scalar(
        "select rowid from public_word where public_word match ? order by rowid desc limit ? offset ?",
    )
    .bind(expression)
    .bind(a_page + 1)
    .bind(i64::from(page) * a_page)
    .fetch_all(view)
    .await?;
    Ok(found)
}

async fn hit(view: &mut SqliteConnection, question: i64) -> Result<Option<Hit>> {
    let row = sqlx::query!(
        "select q.category_code, q.area_code, q.body_code, t.question, t.answer, a.decided_at
         from public_text t join question q on q.id = t.question_id join answer a on a.id = t.answer_id
         where t.question_id = ?",
        question
    )
    .fetch_optional(view)
    .await?;
    row.map(|row| {
        Ok(Hit {
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
    /// The last word may go on; `None`: it is too short for that.
    unfinished: Option<String>,
}

impl Wanted {
    /// `None`: there is no word.
    fn of(typed: &str) -> Option<Self> {
        let mut words = search::words(typed);
        words.truncate(search::MAX_WORDS);
        let last = words.last()?;
        let goes_on = last.len() >= BEGINNING;
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
        assert_eq!(wanted("tổ 3"), (r#""to" "3""#.to_owned(), None));
        assert_eq!(wanted("ngap\" OR *").0, r#""ngap" "or""#);
        assert_eq!(Wanted::of("?!"), None);
    }
}
