//! What is remembered: the one SQLite file, and the only SQL of the project.
//!
//! One thread owns the one writing connection and runs jobs in order, each in one `begin immediate`
//! transaction that is durable (`synchronous=full`) before anybody hears of it; one that panics is undone and the thread
//! goes on. Nothing here ever waits for Telegram. Start with [`Store::write`]; the tables are argued in `migrations/`.

mod answer;
pub(crate) mod backup;
mod card;
pub(crate) mod clock;
mod core;
mod error;
mod lock;
mod meeting;
mod office;
mod paper;
mod people;
mod question;
pub(crate) mod triage;
pub(crate) mod upkeep;
mod write_tx;

// A module is called by what it is about, not by the shelf it stands on.
pub use self::answer::promises;
pub(crate) use self::answer::{
    answer_corrections, answer_media, answers, call_backs, resolutions, surveys, templates,
    together,
};
pub(crate) use self::card::{ask_backs, assessments, steps};
pub(crate) use self::clock::{overview, reminders, supervision};
pub use self::core::{chats, council, events};
use self::core::{checkpoint, migrate as migrator};
pub(crate) use self::core::{
    conversations, discarded, inbox, outbox, prompts, readings, shown, topics, trials,
};
pub(crate) use self::meeting::{
    announcements, arrivals, live, meetings, opinions, outcomes, registrations, speakers,
};
pub(crate) use self::office::{
    audit, bans, broadcasts, consultations, duties, held_deeds, invitations, members, phones,
    roles, trouble,
};
pub use self::office::{exchanges, imports, issued};
pub(crate) use self::paper::{entered_for, entries, opinion_slips};
pub(crate) use self::people::{associations, data_requests, residents};
pub use self::people::{cleanup, erasure, retention};
pub(crate) use self::question::{
    attachments, follow_ups, held_texts, points, publications, searches, support,
};
pub use self::question::{public_texts, questions};
pub(crate) use self::triage::{corrections, site};

use std::{
    fs::{DirBuilder, OpenOptions},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, config::DbConfig};
use tokio::sync::{Notify, mpsc, oneshot};

use checkpoint::Checkpointer;
pub use error::{Result, StoreError};
use lock::Lock;
pub use migrator::{migrate, newest_version};
pub use write_tx::{Queued, WriteTx};

/// How long another process (a backup, `cutri load`) may hold the file before a job gives up.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Prepared statements kept; the bot has fewer.
const STATEMENT_CACHE: usize = 128;

/// Below this SQLite loses data in rare write-ahead-log resets (dependencies.md).
const OLDEST_SQLITE: i32 = 3_051_003;

/// A log that grew beyond so many bytes is cut back when it begins anew: more than an ordinary day needs, so that the
/// file keeps its size then.
const LOG_KEEPS: i64 = 32 << 20;

/// What the writing thread is asked for.
enum Order {
    Do(Box<dyn FnOnce(&Writer) + Send>),
    End,
}

/// Hears of every message that a committed transaction put into the outbox, in order.
pub type Announce = Box<dyn Fn(Vec<Queued>) + Send>;

/// What the writing thread owns.
struct Writer {
    connection: Connection,
    announce: Announce,
    /// Rings when a committed transaction wants a reading.
    bell: Arc<Notify>,
    /// Held as long as this process serves from the file.
    _lock: Lock,
}

/// The open database: hands jobs to the thread that owns the connection.
#[derive(Clone)]
pub struct Store {
    bell: Arc<Notify>,
    orders: mpsc::UnboundedSender<Order>,
    thread: Arc<Mutex<Option<JoinHandle<()>>>>,
    path: PathBuf,
    /// Whether the file may still be written anew: whoever ends the process does not wait for that.
    may_clean: Arc<AtomicBool>,
}

impl Store {
    /// Opens (and creates) the database, brings it to the newest schema and starts the writing thread.
    /// `announce` hears of every message that a committed transaction put into the outbox, in order.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be opened or written, is damaged, or was written by a newer cutri.
    pub fn open(path: &Path, announce: Announce) -> Result<Self> {
        make_folder(path)?;
        let lock = Lock::take(path)?;
        let bell = Arc::new(Notify::new());
        let writer = Writer {
            _lock: lock,
            connection: open_connection(path)?,
            announce,
            bell: Arc::clone(&bell),
        };
        let (orders, mut waiting) = mpsc::unbounded_channel::<Order>();
        let database = path.to_owned();
        let thread = std::thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || {
                let beside = Checkpointer::beside(&writer.connection, &database);
                while let Some(Order::Do(job)) = waiting.blocking_recv() {
                    job(&writer);
                }
                let _ = writer.connection.execute_batch("pragma optimize");
                if let Ok(checkpointer) = beside {
                    checkpointer.end(&writer.connection);
                }
                end(writer.connection);
            })
            .map_err(StoreError::Thread)?;
        Ok(Self {
            bell,
            orders,
            thread: Arc::new(Mutex::new(Some(thread))),
            path: path.to_owned(),
            may_clean: Arc::new(AtomicBool::new(true)),
        })
    }

    /// From now on the file is not written anew, and what has begun of it is given up, as far as SQLite lets go.
    pub(crate) fn cleans_no_more(&self) {
        self.may_clean.store(false, Ordering::Relaxed);
    }

    /// Waits until somebody wants a reading; at once, if somebody did since the last time.
    pub async fn reading_wanted(&self) {
        self.bell.notified().await;
    }

    /// Ends the writing thread after what was asked of it before, and leaves everything in the one file. Later jobs,
    /// whoever asks, are [`StoreError::Closed`].
    pub async fn close(&self) {
        let _ = self.orders.send(Order::End);
        let thread = self.thread.lock().ok().and_then(|mut held| held.take());
        if let Some(thread) = thread {
            let joined = tokio::task::spawn_blocking(move || thread.join()).await;
            if !matches!(joined, Ok(Ok(()))) {
                tracing::error!("the writing thread did not end as it should");
            }
        }
    }

    /// Runs `work` in one transaction on the writing thread; its changes are on disk when this returns.
    ///
    /// # Errors
    /// What `work` returned (nothing is changed then), or why the transaction could not begin or commit.
    pub async fn write<R, W>(&self, work: W) -> Result<R>
    where
        R: Send + 'static,
        W: FnOnce(&mut WriteTx<'_>) -> Result<R> + Send + 'static,
    {
        let (done, outcome) = oneshot::channel();
        let job = Box::new(move |writer: &Writer| {
            let _ = done.send(write_tx::run(writer, work));
        });
        self.orders
            .send(Order::Do(job))
            .map_err(|_| StoreError::Closed)?;
        outcome.await.map_err(|_| StoreError::Closed)?
    }

    /// Runs `work`, which changes nothing, on the writing thread without a durable commit.
    ///
    /// # Errors
    /// What `work` returned, or why it could not run.
    pub async fn read<R, W>(&self, work: W) -> Result<R>
    where
        R: Send + 'static,
        W: FnOnce(&WriteTx<'_>) -> Result<R> + Send + 'static,
    {
        let (done, outcome) = oneshot::channel();
        let job = Box::new(move |writer: &Writer| {
            let _ = done.send(write_tx::look(writer, work));
        });
        self.orders
            .send(Order::Do(job))
            .map_err(|_| StoreError::Closed)?;
        outcome.await.map_err(|_| StoreError::Closed)?
    }

    /// Writes the whole file anew, so that nothing of what was removed is left in it or in its log. Everybody waits
    /// meanwhile: for quiet hours. `false`: somebody still reads the log, so it is to be done again.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn write_anew(&self) -> Result<bool> {
        let may = Arc::clone(&self.may_clean);
        self.clean(move |connection| cleanup::write_anew(connection, &may))
            .await
    }

    /// Empties the log of the file; `false`: somebody still reads in it.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn empty_log(&self) -> Result<bool> {
        self.clean(cleanup::empty_log).await
    }

    async fn clean(
        &self,
        how: impl FnOnce(&Connection) -> Result<bool> + Send + 'static,
    ) -> Result<bool> {
        let (done, outcome) = oneshot::channel();
        let job = Box::new(move |writer: &Writer| {
            let _ = done.send(write_tx::caught(|| how(&writer.connection)));
        });
        self.orders
            .send(Order::Do(job))
            .map_err(|_| StoreError::Closed)?;
        outcome.await.map_err(|_| StoreError::Closed)?
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// What SQLite puts aside (a large sort, the file that is written anew) lies beside the database at `path` from now on, where
/// there is room for it: `/tmp` may be small, memory, or not there. Once a process, before anything is opened: SQLite keeps it
/// for all connections. Where that cannot be, SQLite looks for another place.
pub(crate) fn keep_temporary_files_beside(path: &Path) {
    // Whoever opens the database says what is wrong with its folder.
    let _ = make_folder(path);
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let kept = Connection::open_in_memory().and_then(|anybody| {
        anybody.pragma_update(None, "temp_store_directory", folder.to_string_lossy())
    });
    if let Err(error) = kept {
        tracing::debug!(%error, "temporary files do not lie beside the database");
    }
}

/// Moves the whole log into the file and closes it. The last to leave takes the log away; where a command beside us still
/// reads, it is left empty.
fn end(connection: Connection) {
    // Whoever reads beside us must not keep the process from ending.
    let _ = connection.busy_timeout(Duration::from_millis(500));
    if let Err(error) = checkpoint::truncate(&connection) {
        tracing::warn!(%error, "the write-ahead log could not be emptied; the next start does it");
    }
    if let Err((_, error)) = connection.close() {
        tracing::warn!(%error, "the database could not be closed");
    }
}

/// The folder of the database, for nobody but whoever runs the bot. One that is there stays as it is: `cutri check`
/// complains of it.
fn make_folder(path: &Path) -> Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let Some(folder) = folder else {
        return Ok(());
    };
    let mut builder = DirBuilder::new();
    builder.recursive(true).mode(0o700);
    builder.create(folder).map_err(|source| StoreError::Folder {
        path: folder.to_owned(),
        source,
    })
}

/// An empty file that nobody else may read, before SQLite makes one that others can; what SQLite puts beside it gets the
/// same rights. Where it cannot be made, SQLite says why.
fn make_file(path: &Path) {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    let _ = options.open(path);
}

/// Opens the file for writing by this process and brings it to the newest schema.
///
/// # Errors
/// As [`Store::open`].
pub fn open_connection(path: &Path) -> Result<Connection> {
    make_folder(path)?;
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(StoreError::OldSqlite(rusqlite::version()));
    }
    make_file(path);
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(STATEMENT_CACHE);
    // A plan is made once a statement: otherwise SQLite makes some anew for every value bound.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    if connection.is_readonly("main")? {
        return Err(StoreError::ReadOnly);
    }
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cache_size", -2_000)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    connection.pragma_update(None, "journal_size_limit", LOG_KEEPS)?;
    migrate(path, None)?;
    if events::is_unchained(&connection)? {
        write_once(&connection, |tx| events::chain_older(tx))?;
    }
    Ok(connection)
}

/// Runs `work` in one transaction on a connection of one's own: for commands beside a running bot. Messages
/// it queues are sent by the bot when it next starts.
///
/// # Errors
/// What `work` returned, or why the transaction could not begin or commit.
pub fn write_once<R>(
    connection: &Connection,
    work: impl FnOnce(&mut WriteTx<'_>) -> Result<R>,
) -> Result<R> {
    write_tx::run_on(connection, work).map(|done| done.value)
}

/// Opens the file for reading only, for reports and checks beside a running bot.
///
/// # Errors
/// When there is no such file or it is no database.
pub fn open_for_reading(path: &Path) -> Result<Connection> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_job_that_panics_is_undone_and_the_next_one_is_done() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("a.db"), Box::new(drop)).unwrap();
        let sql = "insert into meeting (code, value, state, starts_at, ends_at, updated_at)
             values (?, '{}', 'published', 1, 2, 1)";
        let broken = store
            .write(move |tx| -> Result<()> {
                tx.execute(sql, ["A"])?;
                tx.savepoint()?;
                panic!("in the middle of a job")
            })
            .await;
        assert!(matches!(broken, Err(StoreError::Panicked)), "{broken:?}");
        let seen = store.read(|tx| {
            tx.all("select code from meeting", [], |_| -> Result<()> {
                panic!("in the middle of a row")
            })
        });
        assert_eq!(seen.await.unwrap(), []);
        store.write(move |tx| tx.execute(sql, ["B"])).await.unwrap();
        let seen = store.read(|tx| {
            tx.all("select code from meeting", [], |_| -> Result<()> {
                panic!("in the middle of a row")
            })
        });
        assert!(matches!(seen.await, Err(StoreError::Panicked)));
        let left = store.write(|tx| {
            tx.all("select code from meeting", [], |row| {
                Ok(row.get::<_, String>("code")?)
            })
        });
        assert_eq!(left.await.unwrap(), ["B"]);
    }
}
