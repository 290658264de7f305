//! Brings the file to the newest schema with the files of `migrations/`. Beside `reading` the only place that speaks
//! sqlx, and only while the database is being opened.
//!
//! All that is missing is done in one transaction: a database is at the old version or at the new one. From 0014 on each
//! file also sets `pragma user_version` to its number: older programs, which know no other count, then refuse the file.

use std::{future::Future, path::Path};

use sqlx::{
    Connection as _,
    migrate::{MigrateError, Migrator},
    sqlite::{SqliteConnectOptions, SqliteConnection},
};

use crate::store::BUSY_TIMEOUT;
use crate::store::{Result, StoreError};

static MIGRATOR: Migrator = sqlx::migrate!();

/// Migrations up to this one may have been applied by the migrator of earlier versions, which counted them in
/// `user_version` and nowhere else.
const COUNTED_BY_USER_VERSION: i64 = 13;

/// Brings the database at `path` to the newest schema, or, in tests of migrations, to an older one.
///
/// # Errors
/// [`StoreError`]: which migration failed and why; that the file is of a newer cutri. The file is unchanged then.
pub fn migrate(path: &Path, version: Option<i64>) -> Result<()> {
    run(&MIGRATOR, path, version)
}

/// The version of the newest schema.
#[must_use]
pub fn newest_version() -> i64 {
    newest(&MIGRATOR)
}

fn newest(migrator: &Migrator) -> i64 {
    migrator.iter().map(|one| one.version).max().unwrap_or(0)
}

fn run(migrator: &Migrator, path: &Path, version: Option<i64>) -> Result<()> {
    blocking(|| async {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .busy_timeout(BUSY_TIMEOUT)
            .pragma("trusted_schema", "off");
        let mut connection = SqliteConnection::connect_with(&options)
            .await
            .map_err(|error| failed(&error))?;
        let done = carry_out(migrator, &mut connection, version).await;
        let closed = connection.close().await;
        done?;
        closed.map_err(|error| failed(&error))
    })?
}

async fn carry_out(
    migrator: &Migrator,
    connection: &mut SqliteConnection,
    version: Option<i64>,
) -> Result<()> {
    let known = newest(migrator);
    let mut tx = connection
        .begin_with("begin immediate")
        .await
        .map_err(|error| failed(&error))?;
    let counted: i64 = sqlx::query_scalar("pragma user_version")
        .fetch_one(&mut *tx)
        .await
        .map_err(|error| failed(&error))?;
    if counted > known {
        return Err(StoreError::NewerSchema {
            found: counted,
            known,
        });
    }
    if counted > 0 {
        let taken_up = counted.min(COUNTED_BY_USER_VERSION);
        migrator
            .skip(&mut *tx, Some(taken_up))
            .await
            .map_err(|error| explained(migrator, error))?;
    }
    let done = match version {
        Some(version) => migrator.run_to(version, &mut *tx).await,
        None => migrator.run(&mut *tx).await,
    };
    done.map_err(|error| explained(migrator, error))?;
    tx.commit().await.map_err(|error| failed(&error))
}

/// The name of the file, as an operator can look it up.
fn name(migrator: &Migrator, version: i64) -> String {
    let found = migrator.iter().find(|one| one.version == version);
    let title = found.map(|one| one.description.replace(' ', "_"));
    format!("{version:04}_{}", title.unwrap_or_default())
}

fn explained(migrator: &Migrator, error: MigrateError) -> StoreError {
    match error {
        MigrateError::ExecuteMigration(error, version) => match failed(&error) {
            of_the_disk if of_the_disk.is_of_the_disk() => of_the_disk,
            _ => StoreError::Migration {
                name: name(migrator, version),
                why: reason(&error),
            },
        },
        MigrateError::VersionMissing(found) => StoreError::NewerSchema {
            found,
            known: newest(migrator),
        },
        MigrateError::VersionMismatch(version) => {
            StoreError::EditedMigration(name(migrator, version))
        }
        MigrateError::Execute(error) => failed(&error),
        other => StoreError::Schema(other.to_string()),
    }
}

fn failed(error: &sqlx::Error) -> StoreError {
    let code = match error {
        sqlx::Error::Database(error) => error.code().and_then(|code| code.parse().ok()),
        _ => None,
    };
    if let Some(code) = code {
        let failure = rusqlite::ffi::Error::new(code);
        let failure = rusqlite::Error::SqliteFailure(failure, Some(reason(error)));
        let failure = StoreError::Sqlite(failure);
        if failure.may_pass() || failure.looks_damaged() {
            return failure;
        }
    }
    StoreError::Schema(reason(error))
}

/// What SQLite said, without the statement.
fn reason(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(error) => error.message().to_owned(),
        other => other.to_string(),
    }
}

/// Runs `work` to its end on a thread with a runtime of its own: databases are opened both inside and outside of
/// asynchronous code.
fn blocking<R: Send, F: Future<Output = R>>(work: impl FnOnce() -> F + Send) -> Result<R> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .name("migrate".to_owned())
            .spawn_scoped(scope, || {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_time()
                    .build()?;
                Ok(runtime.block_on(work()))
            })
            .map_err(StoreError::Thread)?;
        match thread.join() {
            Ok(done) => done.map_err(StoreError::Thread),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

#[cfg(test)]
mod tests {
    use sqlx::{
        SqlSafeStr,
        migrate::{Migration, MigrationType},
    };

    use super::*;
    use crate::store::open_connection;

    fn migration(version: i64, title: &'static str, sql: &'static str) -> Migration {
        let kind = MigrationType::Simple;
        Migration::new(version, title.into(), kind, sql.into_sql_str(), false)
    }

    #[test]
    fn a_migration_that_fails_is_named_and_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        drop(rusqlite::Connection::open(&path).unwrap());
        let migrator = Migrator::with_migrations(vec![
            migration(1, "first", "create table first (id integer primary key)"),
            migration(
                2,
                "broken thing",
                "create table second (words text); insert into nowhere values ('a secret')",
            ),
        ]);
        let error = run(&migrator, &path, None).unwrap_err().to_string();
        assert!(error.contains("0002_broken_thing"), "{error}");
        assert!(error.contains("nowhere"), "{error}");
        assert!(
            !error.contains("a secret"),
            "the name, not the text: {error}"
        );
        let connection = rusqlite::Connection::open(&path).unwrap();
        let tables: i64 = connection
            .query_row("select count(*) from sqlite_schema", [], |row| row.get(0))
            .unwrap();
        assert_eq!(tables, 0, "all or nothing");
    }

    #[test]
    fn a_migration_that_was_edited_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        drop(rusqlite::Connection::open(&path).unwrap());
        let one = |sql| Migrator::with_migrations(vec![migration(1, "first", sql)]);
        run(&one("create table a (id integer primary key)"), &path, None).unwrap();
        let error = run(&one("create table b (id integer primary key)"), &path, None);
        let error = error.unwrap_err().to_string();
        assert!(error.contains("0001_first"), "{error}");
    }

    #[test]
    fn the_newest_schema_says_its_number_to_older_programs() {
        let folder = tempfile::tempdir().unwrap();
        let connection = open_connection(&folder.path().join("a.db")).unwrap();
        let version: i64 = connection
            .query_row("pragma user_version", [], |row| row.get(0))
            .unwrap();
        assert_eq!(
            version,
            newest_version(),
            "end every migration with `pragma user_version`"
        );
    }
}
