//! The pool of reading connections, and how a reading that takes too long is stopped.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use sqlx::{
    ConnectOptions as _, Sqlite, SqliteConnection, SqlitePool, Transaction,
    sqlite::{SqliteConnectOptions, SqlitePoolOptions},
};

use crate::reports::ReportError;

/// Readings done at once: one that takes long leaves the other for those that do not, and each is a thread that wants a
/// processor for itself.
pub const AT_ONCE: u32 = 2;

/// A connection that nobody needs is closed, with its memory.
const IDLE: Duration = Duration::from_secs(30);

/// How long another process may keep the file to itself.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// So many steps of SQLite's machine lie between two looks at whether a reading is still wanted: about a millisecond.
const STEPS_BETWEEN_LOOKS: i32 = 20_000;

/// The result of a reading.
pub type Result<T> = std::result::Result<T, ReadingError>;

/// Why something could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadingError {
    /// It took longer than it may, and was stopped.
    #[error("it took longer than {0:?} and was stopped")]
    TooLong(Duration),
    /// Nobody waits for it any more.
    #[error("it was stopped")]
    Stopped,
    /// A bug of ours; the panic itself is in the log.
    #[error("it panicked")]
    Panicked,
    /// SQLite failed.
    #[error("the database cannot be read: {0}")]
    Database(#[from] sqlx::Error),
    /// What is written while it is read could not be written.
    #[error(transparent)]
    Unwritten(#[from] ReportError),
    /// A row that our own code cannot have written.
    #[error("an impossible value in {table}: {why}")]
    Impossible {
        /// Which table.
        table: &'static str,
        /// What is wrong with it; never a person's words.
        why: String,
    },
}

impl ReadingError {
    /// An impossible value in `table`.
    pub(crate) fn impossible(table: &'static str, why: impl std::fmt::Display) -> Self {
        Self::Impossible {
            table,
            why: why.to_string(),
        }
    }

    /// The disk, the file, or whoever else holds it is at fault, not what was looked up: later it may work. A read that the
    /// disk refuses is called malformed by SQLite.
    #[must_use]
    pub(crate) fn is_of_the_disk(&self) -> bool {
        /// `SQLITE_BUSY`, `_IOERR`, `_CORRUPT`, `_FULL`, `_CANTOPEN`; <https://sqlite.org/rescode.html>.
        const OF_THE_DISK: [i32; 5] = [5, 10, 11, 13, 14];
        let Self::Database(sqlx::Error::Database(error)) = self else {
            return false;
        };
        let code = error.code().and_then(|code| code.parse::<i32>().ok());
        code.is_some_and(|code| OF_THE_DISK.contains(&(code & 0xff)))
    }
}

/// The pool. Connections are opened when they are needed.
#[derive(Debug, Clone)]
pub struct Room {
    pool: SqlitePool,
    too_long: Duration,
}

impl Room {
    /// A room over the database at `path`, in which no reading may take longer than `too_long`. Opens nothing yet.
    #[must_use]
    pub fn new(path: &Path, too_long: Duration) -> Self {
        let pool = SqlitePoolOptions::new()
            .max_connections(AT_ONCE)
            .idle_timeout(IDLE)
            .connect_lazy_with(options(path));
        Self { pool, too_long }
    }

    /// One unchanging view of the database, until it is dropped.
    ///
    /// # Errors
    /// When the database cannot be opened.
    pub async fn view(&self) -> Result<View> {
        let mut tx = self.pool.begin().await?;
        let wanted = Wanted::on(&mut tx).await?;
        Ok(View { wanted, tx })
    }

    /// Runs `reading`, which holds a view, and drops it when its time is over: SQLite itself then stops within a moment.
    ///
    /// # Errors
    /// What `reading` returned, or [`ReadingError::TooLong`].
    pub async fn in_time<T>(&self, reading: impl Future<Output = Result<T>>) -> Result<T> {
        match tokio::time::timeout(self.too_long, reading).await {
            Ok(found) => found,
            Err(_) => Err(ReadingError::TooLong(self.too_long)),
        }
    }

    /// Closes every connection, so that the database can be left as one file.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// How the file is opened by whoever only reads.
pub(super) fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .busy_timeout(BUSY_TIMEOUT)
        .pragma("query_only", "on")
        .pragma("trusted_schema", "off")
        // What is sorted may be large: beside the database, not in memory.
        .pragma("temp_store", "file")
        .disable_statement_logging()
}

/// One unchanging view of the database. Whatever still runs on it when it is dropped is stopped.
pub struct View {
    // In this order: first SQLite is told to stop, then to leave the transaction.
    #[expect(dead_code, reason = "it acts when it is dropped")]
    wanted: Wanted,
    tx: Transaction<'static, Sqlite>,
}

impl std::ops::Deref for View {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.tx
    }
}

impl std::ops::DerefMut for View {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.tx
    }
}

/// As long as this is held, SQLite goes on.
struct Wanted {
    is_over: Arc<AtomicBool>,
}

impl Wanted {
    async fn on(connection: &mut SqliteConnection) -> Result<Self> {
        let is_over = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&is_over);
        connection
            .lock_handle()
            .await?
            .set_progress_handler(STEPS_BETWEEN_LOOKS, move || !asked.load(Ordering::Relaxed));
        Ok(Self { is_over })
    }
}

impl Drop for Wanted {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::open_connection;

    /// Counts to ten thousand million: minutes.
    const ENDLESS: &str =
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < 10000000000)
         select count(*) from n";

    async fn number(room: &Room, sql: &'static str) -> Result<i64> {
        let reading = async {
            let mut view = room.view().await?;
            Ok(sqlx::query_scalar(sql).fetch_one(&mut *view).await?)
        };
        room.in_time(reading).await
    }

    #[tokio::test]
    async fn a_reading_that_takes_too_long_is_stopped_and_the_next_one_is_served() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        drop(open_connection(&path).unwrap());
        let room = Room::new(&path, Duration::from_millis(200));
        for _ in 0..=AT_ONCE {
            let counted = number(&room, ENDLESS).await;
            assert!(
                matches!(counted, Err(ReadingError::TooLong(_))),
                "{counted:?}"
            );
        }
        let room = Room {
            too_long: Duration::from_mins(1),
            ..room
        };
        assert_eq!(number(&room, "select 1").await.unwrap(), 1);
        room.close().await;
    }

    #[tokio::test]
    async fn what_the_disk_does_is_told_from_a_fault_of_ours() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let nowhere = Room::new(&path, Duration::from_mins(1));
        let unopened = number(&nowhere, "select 1").await.unwrap_err();
        assert!(unopened.is_of_the_disk(), "{unopened}");
        drop(open_connection(&path).unwrap());
        let room = Room::new(&path, Duration::from_mins(1));
        let ours = number(&room, "select nonsense from intake")
            .await
            .unwrap_err();
        assert!(!ours.is_of_the_disk(), "{ours}");
        room.close().await;
        // What stands where the pages of the tables should.
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[100..].fill(0xff);
        std::fs::write(&path, bytes).unwrap();
        let room = Room::new(&path, Duration::from_mins(1));
        let damaged = number(&room, "select count(*) from intake")
            .await
            .unwrap_err();
        assert!(damaged.is_of_the_disk(), "{damaged}");
        room.close().await;
    }

    #[tokio::test]
    async fn nothing_can_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        drop(open_connection(&path).unwrap());
        let room = Room::new(&path, Duration::from_mins(1));
        let written = number(&room, "delete from intake returning id").await;
        let error = written.unwrap_err().to_string();
        assert!(error.contains("readonly"), "{error}");
        room.close().await;
    }
}
