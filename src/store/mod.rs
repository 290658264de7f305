//! What is remembered: the one SQLite file, and the only SQL of the project.
//!
//! One thread owns the one writing connection and runs jobs in order, each in one `begin immediate`
//! transaction that is durable (`synchronous=full`) before anybody hears of it. Nothing here ever waits for
//! Telegram. Start with [`Store::write`]; the tables are argued in `migrations/`.

pub mod announcements;
pub mod answer_corrections;
pub mod answer_media;
pub mod answers;
pub mod arrivals;
pub mod ask_backs;
pub mod attachments;
pub mod audit;
pub mod chats;
mod checkpoint;
pub mod clock;
pub mod conversations;
pub mod corrections;
pub mod council;
pub mod duties;
pub mod entered_for;
pub mod entries;
pub mod error;
pub mod events;
pub mod follow_ups;
pub mod held_texts;
pub mod inbox;
pub mod invitations;
pub mod maintenance;
pub mod meetings;
pub mod opinions;
pub mod outbox;
pub mod outcomes;
pub mod overview;
pub mod phones;
pub mod points;
pub mod promises;
pub mod prompts;
pub mod questions;
pub mod registrations;
pub mod reminders;
pub mod residents;
pub mod roles;
pub mod speakers;
pub mod steps;
pub mod support;
pub mod surveys;
pub mod templates;
pub mod topics;
pub mod triage;
pub mod trials;
mod write_tx;

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, config::DbConfig};
use rusqlite_migration::{M, Migrations};
use tokio::sync::{mpsc, oneshot};

use checkpoint::Checkpointer;
pub use error::{Result, StoreError};
pub use write_tx::{Queued, WriteTx};

/// How long another process (a backup, `cutri load`) may hold the file before a job gives up.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Prepared statements kept; the bot has fewer.
const STATEMENT_CACHE: usize = 128;

/// Below this SQLite loses data in rare write-ahead-log resets (dependencies.md).
const OLDEST_SQLITE: i32 = 3_051_003;

type Job = Box<dyn FnOnce(&Writer) + Send>;

/// Hears of every message that a committed transaction put into the outbox, in order.
pub type Announce = Box<dyn Fn(Vec<Queued>) + Send>;

/// What the writing thread owns.
struct Writer {
    connection: Connection,
    announce: Announce,
}

/// The open database: hands jobs to the thread that owns the connection.
#[derive(Clone)]
pub struct Store {
    jobs: mpsc::UnboundedSender<Job>,
    path: PathBuf,
}

impl Store {
    /// Opens (and creates) the database, brings it to the newest schema and starts the writing thread.
    /// `announce` hears of every message that a committed transaction put into the outbox, in order.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be opened or written, is damaged, or was written by a newer cutri.
    pub fn open(path: &Path, announce: Announce) -> Result<Self> {
        let writer = Writer {
            connection: open_connection(path)?,
            announce,
        };
        let (jobs, mut waiting) = mpsc::unbounded_channel::<Job>();
        let database = path.to_owned();
        std::thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || {
                let beside = Checkpointer::beside(&writer.connection, &database);
                while let Some(job) = waiting.blocking_recv() {
                    job(&writer);
                }
                let _ = writer.connection.execute_batch("pragma optimize");
                if let Ok(checkpointer) = beside {
                    checkpointer.end(&writer.connection);
                }
            })
            .map_err(StoreError::Thread)?;
        Ok(Self {
            jobs,
            path: path.to_owned(),
        })
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
        let job: Job = Box::new(move |writer| {
            let _ = done.send(write_tx::run(writer, work));
        });
        self.jobs.send(job).map_err(|_| StoreError::Closed)?;
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
        let job: Job = Box::new(move |writer| {
            let _ = done.send(write_tx::look(writer, work));
        });
        self.jobs.send(job).map_err(|_| StoreError::Closed)?;
        outcome.await.map_err(|_| StoreError::Closed)?
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Opens the file for writing by this process and brings it to the newest schema.
///
/// # Errors
/// As [`Store::open`].
pub fn open_connection(path: &Path) -> Result<Connection> {
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder).map_err(|source| StoreError::Folder {
            path: folder.to_owned(),
            source,
        })?;
    }
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(StoreError::OldSqlite(rusqlite::version()));
    }
    let mut connection = Connection::open(path)?;
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
    migrations().to_latest(&mut connection)?;
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
    write_tx::run_on(connection, work).map(|(value, _)| value)
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

/// Every migration, oldest first; the number of applied ones stands in `pragma user_version`.
#[must_use]
pub fn migrations() -> Migrations<'static> {
    Migrations::new(vec![
        M::up(include_str!("../../migrations/0001_backbone.sql")),
        M::up(include_str!("../../migrations/0002_meetings.sql")),
        M::up(include_str!("../../migrations/0003_asking.sql")),
        M::up(include_str!("../../migrations/0004_meeting_day.sql")),
        M::up(include_str!("../../migrations/0005_cases.sql")),
        M::up(include_str!("../../migrations/0006_settings.sql")),
        M::up(include_str!("../../migrations/0007_proxy.sql")),
        M::up(include_str!("../../migrations/0008_roles.sql")),
        M::up(include_str!("../../migrations/0009_triage.sql")),
        M::up(include_str!("../../migrations/0010_casework.sql")),
        M::up(include_str!("../../migrations/0011_answers.sql")),
        M::up(include_str!("../../migrations/0012_clocks.sql")),
        M::up(include_str!("../../migrations/0013_lookups.sql")),
    ])
}
