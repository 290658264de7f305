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
    /// The schema cannot be brought up to date: one migration fails.
    #[error("migration {name} failed and changed nothing: {why}")]
    Migration {
        /// Its file's name.
        name: String,
        /// What SQLite said.
        why: String,
    },
    /// A migration is not what it was when the database was made with it.
    #[error(
        "migration {0} is not the one that this database was made with: use a released version of cutri"
    )]
    EditedMigration(String),
    /// A newer cutri has used this file.
    #[error(
        "its schema has version {found}, and this cutri knows {known}: run the newer cutri that made it, or restore a \
         backup of before"
    )]
    NewerSchema {
        /// The file's.
        found: i64,
        /// Ours.
        known: i64,
    },
    /// The schema cannot be brought up to date, for a reason of no single migration.
    #[error("the database cannot be migrated: {0}")]
    Schema(String),
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
    /// Another process serves from this file.
    #[error(
        "another process{} serves from this database: one database, one process. Stop it, or give this one a database \
         of its own",
        .holder.map(|pid| format!(" (pid {pid})")).unwrap_or_default()
    )]
    InUse {
        /// Which one, if it said so.
        holder: Option<u32>,
    },
    /// The lock of the database cannot be had.
    #[error("cannot lock {path}: {source}")]
    Lock {
        /// The file that is locked.
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
    /// A bug of ours: a job panicked; nothing of it is kept. The panic itself is in the log.
    #[error("a job of the writing thread panicked")]
    Panicked,
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

    /// The disk, the file, or whoever else holds it is at fault, not what was to be written: later it may work.
    #[must_use]
    pub fn is_of_the_disk(&self) -> bool {
        self.may_pass() || self.is_read_only() || self.looks_damaged()
    }

    /// SQLite calls the file malformed. It says the same of a read that the disk refused (EIO), and does not tell which it was.
    #[must_use]
    pub fn looks_damaged(&self) -> bool {
        matches!(self, Self::Sqlite(rusqlite::Error::SqliteFailure(failure, _))
            if failure.code == rusqlite::ErrorCode::DatabaseCorrupt)
    }

    /// It may work at the next try, with nothing changed by the operator: the disk failed or has no room now, or somebody
    /// else holds the file.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        let is_held = matches!(self, Self::Sqlite(rusqlite::Error::SqliteFailure(failure, _))
            if failure.code == rusqlite::ErrorCode::DatabaseBusy);
        is_held || self.is_disk_full() || self.is_io()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(code: i32) -> StoreError {
        StoreError::Sqlite(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(code),
            None,
        ))
    }

    #[test]
    fn what_the_disk_does_is_told_from_what_is_wrong_with_a_statement() {
        let (busy, read_only, io, corrupt, full, constraint) = (5, 8, 10, 11, 13, 19);
        for code in [busy, read_only, io, corrupt, full] {
            assert!(failure(code).is_of_the_disk(), "{code}");
        }
        assert!(!failure(constraint).is_of_the_disk());
        for code in [busy, io, full] {
            assert!(failure(code).may_pass(), "{code}");
        }
        for code in [read_only, corrupt, constraint] {
            assert!(!failure(code).may_pass(), "{code}");
        }
    }
}
