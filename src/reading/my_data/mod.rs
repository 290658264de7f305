//! `/dulieucuatoi`: everything that is stored about a person, table by table.
//!
//! [`OF_RESIDENTS`] says for every table with something about a person which of its rows are theirs; [`NOT_OF_RESIDENTS`]
//! says of the others why they hold nothing about residents. A test compares both with the schema, so a new table with a
//! person in it cannot be left out. Columns are not listed where all of them are the person's own: a new column is in the
//! export by itself. What others wrote among themselves (notes, drafts of answers) and who they are is not theirs.

use jiff::Timestamp;
use serde_json::{Map, Value};
use sqlx::{
    Column as _, Row as _, SqliteConnection, TypeInfo as _, ValueRef as _, sqlite::SqliteRow,
};

use crate::reading::{Known, Result};
use crate::{
    domain::{
        chain,
        ids::{ChatId, QuestionId, UserId},
    },
    messages::{
        Found, Words,
        my_data::{self as say, Whose},
    },
};

pub use not_of_residents::NOT_OF_RESIDENTS;
pub use of_residents::OF_RESIDENTS;

mod not_of_residents;
mod of_residents;

/// What is stored about somebody without Telegram for whom the question ?1 was entered.
const ON_PAPER: [(&str, &str); 8] = [
    ("entered_for", "select question_id, name, phone from entered_for where question_id = ?1"),
    (
        "question",
        "select code, area_code, category_code, kind, source, text, state, body_code, received_at, due_on, answered_at,
             withdrawn_at from question where id = ?1",
    ),
    ("revision", "select * from revision where question_id = ?1 order by id"),
    ("addition", "select * from addition where question_id = ?1 order by id"),
    (
        "attachment",
        "select media, added_at from attachment where draft_id = (select draft_id from question where id = ?1) order by id",
    ),
    (
        "answer",
        "select text, result_class, state, decided_at from answer
         where question_id = ?1 and state in ('sent', 'delivered', 'undelivered', 'superseded') order by id",
    ),
    (
        "speaker",
        "select meeting_code, name, topic from speaker where id = (select speaker_id from opinion where question_id = ?1)",
    ),
    (
        "data_request",
        "select id, kind, proof, words, asked_at, due_on, outcome, reason, closed_at from data_request
         where question_id = ?1 order by id",
    ),
];

/// The rows of one table that are about the person.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The table.
    pub table: &'static str,
    /// Its rows, column by column.
    pub rows: Vec<Map<String, Value>>,
}

/// Everything about the resident of this chat.
pub(super) async fn of_resident(
    view: &mut SqliteConnection,
    user: UserId,
    known: Known<'_>,
) -> Result<Found> {
    let words = known.words_for(view, user).await?;
    let sections = everything_about(view, user).await?;
    Ok(say::found(
        words,
        &Whose::Own,
        &in_print(&sections, words),
        known.now,
    ))
}

/// Every row about this resident, table by table; tables without one are left out.
///
/// # Errors
/// When the database cannot be read.
pub async fn everything_about(view: &mut SqliteConnection, user: UserId) -> Result<Vec<Section>> {
    read(view, &OF_RESIDENTS, user.0).await
}

/// Everything about somebody without Telegram, in the language of the clerk who asks.
pub(super) async fn on_paper(
    view: &mut SqliteConnection,
    chat: ChatId,
    question: QuestionId,
    known: Known<'_>,
) -> Result<Found> {
    let words = known.words_for(view, UserId(chat.0)).await?;
    let sections = read(view, &ON_PAPER, question.0).await?;
    let code = sqlx::query_scalar("select code from question where id = ?")
        .bind(question.0)
        .fetch_optional(view)
        .await?
        .unwrap_or_default();
    Ok(say::found(
        words,
        &Whose::OnPaper(code),
        &in_print(&sections, words),
        known.now,
    ))
}

async fn read(
    view: &mut SqliteConnection,
    tables: &'static [(&'static str, &'static str)],
    whose: i64,
) -> Result<Vec<Section>> {
    let mut sections = Vec::new();
    for (table, sql) in tables {
        let rows = sqlx::query(*sql).bind(whose).fetch_all(&mut *view).await?;
        let rows: Vec<_> = rows.iter().map(cells).collect::<Result<_>>()?;
        if !rows.is_empty() {
            sections.push(Section { table, rows });
        }
    }
    Ok(sections)
}

fn cells(row: &SqliteRow) -> Result<Map<String, Value>> {
    let mut cells = Map::new();
    for (at, column) in row.columns().iter().enumerate() {
        cells.insert(column.name().to_owned(), cell(row, at, column.name())?);
    }
    Ok(cells)
}

fn cell(row: &SqliteRow, at: usize, name: &str) -> Result<Value> {
    let raw = row.try_get_raw(at)?;
    if raw.is_null() {
        return Ok(Value::Null);
    }
    Ok(match raw.type_info().name() {
        "INTEGER" | "BOOLEAN" => {
            let number: i64 = row.try_get_unchecked(at)?;
            let moment = (name == "at" || name == "since" || name.ends_with("_at"))
                .then(|| Timestamp::from_second(number).ok())
                .flatten();
            moment.map_or_else(|| number.into(), |moment| moment.to_string().into())
        }
        "REAL" => row.try_get_unchecked::<f64, _>(at)?.into(),
        "BLOB" => chain::hex(&row.try_get_unchecked::<Vec<u8>, _>(at)?).into(),
        _ => row.try_get_unchecked::<String, _>(at)?.into(),
    })
}

/// For people: names of tables and columns, times of the council.
fn in_print(sections: &[Section], words: Words<'_>) -> Vec<say::Section> {
    let moment = |name: &str, text: &str| -> Option<String> {
        let is_moment = name == "at" || name == "since" || name.ends_with("_at");
        let at: Timestamp = is_moment.then(|| text.parse().ok()).flatten()?;
        Some(say::moment(words, at))
    };
    let shown = |name: &str, value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => moment(name, text).unwrap_or_else(|| text.clone()),
        other => other.to_string(),
    };
    let rows = |section: &Section| -> Vec<Vec<(String, String)>> {
        let row = |row: &Map<String, Value>| {
            let cells = row.iter().filter(|(_, value)| !value.is_null());
            cells
                .map(|(name, value)| (name.clone(), shown(name, value)))
                .collect()
        };
        section.rows.iter().map(row).collect()
    };
    sections
        .iter()
        .map(|section| say::Section {
            table: section.table,
            rows: rows(section),
            json: Value::Array(section.rows.iter().cloned().map(Value::Object).collect()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use sqlx::Connection as _;

    use super::*;
    use crate::reading::room::options;

    async fn schema() -> (tempfile::TempDir, SqliteConnection) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        drop(crate::store::open_connection(&path).unwrap());
        let connection = SqliteConnection::connect_with(&options(&path))
            .await
            .unwrap();
        (folder, connection)
    }

    #[tokio::test]
    async fn no_table_is_left_out() {
        let (_folder, mut connection) = schema().await;
        let found: BTreeSet<String> = sqlx::query_scalar(
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'
             and name not like 'public\\_word\\_%' escape '\\'",
        )
        .fetch_all(&mut connection)
        .await
        .unwrap()
        .into_iter()
        .collect();
        let listed = OF_RESIDENTS.iter().chain(&NOT_OF_RESIDENTS);
        let known: BTreeSet<String> = listed.map(|(table, _)| (*table).to_owned()).collect();
        assert_eq!(
            found, known,
            "say which rows of a new table are a resident's, or why none are"
        );
    }

    /// Columns that say whose a row is. A table with one of them is in the export, or its reason speaks of officers.
    #[tokio::test]
    async fn a_table_with_a_person_in_it_is_given_out() {
        let (_folder, mut connection) = schema().await;
        for (table, why) in NOT_OF_RESIDENTS {
            let columns: Vec<String> = sqlx::query_scalar("select name from pragma_table_info(?)")
                .bind(table)
                .fetch_all(&mut connection)
                .await
                .unwrap();
            let personal = ["user_id", "author_id", "phone"];
            let has = columns
                .iter()
                .any(|column| personal.contains(&column.as_str()));
            assert!(
                !has || ["broadcast", "consultation", "entry", "held_deed"].contains(&table),
                "{table} ({why}): {columns:?}"
            );
        }
    }

    #[tokio::test]
    async fn every_statement_can_be_asked() {
        let (_folder, mut connection) = schema().await;
        assert_eq!(read(&mut connection, &OF_RESIDENTS, 7).await.unwrap(), []);
        assert_eq!(read(&mut connection, &ON_PAPER, 7).await.unwrap(), []);
    }
}
