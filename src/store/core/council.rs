//! The council, as its files said when they were loaded.

use std::path::Path;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use rusqlite::{OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};

use crate::domain::council::{Change, Council};
use crate::store::{Result, StoreError, WriteTx, meetings, open_for_reading};

/// The council and the number of its last change. `None`: no file was ever loaded.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub fn find(tx: &WriteTx<'_>) -> Result<Option<(Council, i64)>> {
    tx.optional(
        "select value, version from council where id = 1",
        [],
        |row| {
            let value: String = row.get("value")?;
            let council = serde_json::from_str(&value)
                .map_err(|error| StoreError::impossible("council", error))?;
            Ok((council, row.get("version")?))
        },
    )
}

/// The council in the database at `path`, which is only looked at; `None`: there is none, or it is of a version before
/// councils were kept.
///
/// # Errors
/// When it cannot be read.
pub fn of_file(path: &Path) -> Result<Option<Council>> {
    if !path.exists() {
        return Ok(None);
    }
    let connection = open_for_reading(path)?;
    let value: Option<String> = connection
        .query_row("select value from council where id = 1", [], |row| {
            row.get(0)
        })
        .optional()?;
    value
        .map(|value| serde_json::from_str(&value))
        .transpose()
        .map_err(|error| StoreError::impossible("council", error))
}

/// The council after a start with this file, from the database at `path`, which is only looked at.
///
/// # Errors
/// When it cannot be read.
pub fn after_start(path: &Path, newer: &Council) -> Result<Council> {
    let Some(known) = of_file(path)? else {
        return Ok(newer.clone());
    };
    // A database of an older schema has no such column, and the start loads the file.
    let loaded: Option<String> = open_for_reading(path)?
        .query_row("select file_digest from council where id = 1", [], |row| {
            row.get(0)
        })
        .unwrap_or_default();
    if says_nothing_new(newer, loaded.as_deref())? {
        Ok(known)
    } else {
        Ok(known.merged_with(newer))
    }
}

/// The number of the last change; 0 before the first file.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn version(tx: &WriteTx<'_>) -> Result<i64> {
    tx.one("select coalesce(max(version), 0) from council", [], |row| {
        Ok(row.get(0)?)
    })
}

/// The operator's own file, at a start: as [`load`], unless it says what it said when it was loaded last. Then what was loaded
/// since, from a spreadsheet or another file, stays.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn load_at_start(
    tx: &WriteTx<'_>,
    newer: &Council,
    now: Timestamp,
) -> Result<Vec<Change>> {
    let known: Option<Option<String>> =
        tx.optional("select file_digest from council where id = 1", [], |row| {
            Ok(row.get(0)?)
        })?;
    if says_nothing_new(newer, known.flatten().as_deref())?
        && let Some((known, _)) = find(tx)?
    {
        meetings::take_over(tx, &known, now)?;
        return Ok(Vec::new());
    }
    load_file(tx, newer, now)
}

/// As [`load`], and remembers what the file says.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn load_file(tx: &WriteTx<'_>, newer: &Council, now: Timestamp) -> Result<Vec<Change>> {
    let changes = load(tx, newer, now)?;
    tx.execute(
        "update council set file_digest = ? where id = 1",
        [digest(newer)?],
    )?;
    Ok(changes)
}

/// Whether the file says what it said when it was loaded last: then what was loaded since stays.
fn says_nothing_new(newer: &Council, loaded: Option<&str>) -> Result<bool> {
    Ok(loaded == Some(&*digest(newer)?))
}

fn digest(council: &Council) -> Result<String> {
    let said =
        serde_json::to_vec(council).map_err(|error| StoreError::impossible("council", error))?;
    Ok(STANDARD.encode(Sha256::digest(said)))
}

/// Puts a newer file over what is there: entries are added and changed by their codes, none is removed.
/// Loading the same file again changes nothing. Gives what changed.
///
/// # Errors
/// When SQLite fails.
pub fn load(tx: &WriteTx<'_>, newer: &Council, now: Timestamp) -> Result<Vec<Change>> {
    let (merged, changes) = match find(tx)? {
        None => (newer.clone(), Vec::new()),
        Some((known, _)) => {
            let changes = known.changes_to(newer);
            let merged = known.merged_with(newer);
            if merged == known {
                meetings::take_over(tx, &known, now)?;
                return Ok(changes);
            }
            (merged, changes)
        }
    };
    let value =
        serde_json::to_string(&merged).map_err(|error| StoreError::impossible("council", error))?;
    tx.execute(
        "insert into council (id, version, value, loaded_at) values (1, 1, ?1, ?2)
         on conflict (id) do update set version = version + 1, value = ?1, loaded_at = ?2",
        params![value, now.as_second()],
    )?;
    meetings::take_over(tx, &merged, now)?;
    Ok(changes)
}
