//! Everything that is stored, table by table, row by row: streamed, so that a big database takes no more memory than a small
//! one. Only what follows from other tables (the words of searches) and the migrator's own table are left out.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use futures_util::TryStreamExt as _;
use serde_json::{Map, Value, json};
use sqlx::{
    Column as _, Row as _, SqliteConnection, TypeInfo as _, ValueRef as _, sqlite::SqliteRow,
};

use super::{ReadingError, Result};
use crate::reports::ReportError;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// How it was made: columns, what they may hold, what they point to.
    pub schema: String,
}

/// The tables, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn tables(view: &mut SqliteConnection) -> Result<Vec<Table>> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "select name, sql from sqlite_schema
         where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like '\\_%' escape '\\'
             and name not like 'public\\_word%' escape '\\'
         order by name",
    )
    .fetch_all(view)
    .await?;
    let tables = rows
        .into_iter()
        .map(|(name, schema)| Table { name, schema });
    Ok(tables.collect())
}

/// Gives each row of a table as a line of JSON; how many there were.
///
/// # Errors
/// When the database cannot be read, or `write` fails.
pub async fn rows(
    view: &mut SqliteConnection,
    table: &Table,
    mut write: impl FnMut(&[u8]) -> std::io::Result<()>,
) -> Result<u64> {
    // The name comes out of the schema itself.
    let statement = format!("select * from \"{}\"", table.name.replace('"', "\"\""));
    let mut rows = sqlx::query(sqlx::AssertSqlSafe(statement)).fetch(view);
    let mut many = 0;
    while let Some(row) = rows.try_next().await? {
        let line = object(&row)?;
        let mut line =
            serde_json::to_vec(&line).map_err(|error| ReadingError::impossible("export", error))?;
        line.push(b'\n');
        write(&line).map_err(|error| ReportError::Unwritable(error.to_string()))?;
        many += 1;
    }
    Ok(many)
}

fn object(row: &SqliteRow) -> Result<Value> {
    let mut object = Map::new();
    for (at, column) in row.columns().iter().enumerate() {
        let raw = row.try_get_raw(at)?;
        let kind = raw.type_info().name().to_owned();
        let value = if raw.is_null() {
            Value::Null
        } else {
            match kind.as_str() {
                "INTEGER" | "BOOLEAN" => json!(row.try_get::<i64, _>(at)?),
                "REAL" => json!(row.try_get::<f64, _>(at)?),
                "BLOB" => json!({ "base64": STANDARD.encode(row.try_get::<Vec<u8>, _>(at)?) }),
                _ => json!(row.try_get::<String, _>(at)?),
            }
        };
        object.insert(column.name().to_owned(), value);
    }
    Ok(Value::Object(object))
}
