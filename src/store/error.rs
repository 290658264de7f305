//! Why something could not be remembered or read.

use std::path::PathBuf;

/// The result of every function of the store.
pub type Result<T> = std::result::Result<T, StoreError>;

/// The database said no, or holds something that cannot be.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite failed.
    #[error("the database failed: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The schema cannot be brought up to date.
    #[error("the database cannot be migrated: {0}")]
    Migration(#[from] rusqlite_migration::Error),
    /// A row that our own code cannot have written.
    #[error("an impossible value in {table}: {why}")]
    Impossible {
        /// Which table.
        table: &'static str,
        /// What is wrong with it; never a person's words.
        why: String,
    },
    /// The file may not be written.
    #[error("the database is read-only: check the owner and the rights of the file and its folder")]
    ReadOnly,
    /// The folder of the file cannot be made.
    #[error("cannot create the folder {path}: {source}")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// The writing thread cannot start.
    #[error("cannot start the writing thread: {0}")]
    Thread(std::io::Error),
    /// The linked SQLite has a bug that loses data.
    #[error("SQLite {0} is too old: 3.51.3 or newer is needed")]
    OldSqlite(&'static str),
    /// The writing thread has ended.
    #[error("the database is closed")]
    Closed,
    /// A job refused to go on, for a reason of its own.
    #[error(transparent)]
    Job(#[from] anyhow::Error),
}

impl StoreError {
    /// An impossible value in `table`.
    pub(crate) fn impossible(table: &'static str, why: impl std::fmt::Display) -> Self {
        Self::Impossible {
            table,
            why: format!("{why}"),
        }
    }

    /// The disk is full: nothing can be written until the operator makes room.
    #[must_use]
    pub fn is_disk_full(&self) -> bool {
        matches!(self, Self::Sqlite(rusqlite::Error::SqliteFailure(failure, _))
            if failure.code == rusqlite::ErrorCode::DiskFull)
    }

    /// The disk itself failed.
    #[must_use]
    pub fn is_io(&self) -> bool {
        matches!(self, Self::Sqlite(rusqlite::Error::SqliteFailure(failure, _))
            if failure.code == rusqlite::ErrorCode::SystemIoFailure)
    }

    /// The file can only be read.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        match self {
            Self::ReadOnly => true,
            Self::Sqlite(rusqlite::Error::SqliteFailure(failure, _)) => matches!(
                failure.code,
                rusqlite::ErrorCode::ReadOnly | rusqlite::ErrorCode::CannotOpen
            ),
            _ => false,
        }
    }
}
