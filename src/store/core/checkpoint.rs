//! Moves what stands in the write-ahead log into the database file, on a thread of its own: it takes ten
//! milliseconds, and on the writing thread everybody would wait for it.
//!
//! SQLite would do it inside a commit whenever the log has a thousand pages. Here the commit rings a bell. A log
//! that grows all the same, because there is never a quiet moment to begin it anew, is moved inside a commit. One that
//! grew behind a long reader is cut off once nobody needs it and a while has passed without a bell.

use std::{
    cell::{Cell, RefCell},
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    thread::JoinHandle,
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, hooks::Wal};

use crate::store::error::{Result, StoreError};

/// The bell rings whenever the log has grown by so many pages; SQLite's own measure.
const PAGES: i32 = 1_000;

/// From so many pages on (32 MiB) the log is moved inside the commit.
const TOO_MANY_PAGES: i32 = 8_000;

/// So long without a bell is a quiet moment.
const QUIET: Duration = Duration::from_secs(10);

/// In a quiet moment a log of so many bytes (what four bells leave) or more is cut off.
const BIG: u64 = 16 << 20;

thread_local! {
    /// The bell of this thread's connection.
    static BELL: RefCell<Option<SyncSender<()>>> = const { RefCell::new(None) };
    /// The bell rings when the log has this many pages.
    static NEXT: Cell<i32> = const { Cell::new(PAGES) };
}

/// The thread that moves the log, until [`Self::end`].
pub(in crate::store) struct Checkpointer(JoinHandle<()>);

impl Checkpointer {
    /// Starts it for the database at `path`. Called on the thread that commits on `connection`.
    ///
    /// # Errors
    /// When there can be no second connection or thread; SQLite then does it in its own way.
    pub(in crate::store) fn beside(connection: &Connection, path: &Path) -> Result<Self> {
        Self::with_quiet(connection, path, QUIET)
    }

    fn with_quiet(connection: &Connection, path: &Path, quiet: Duration) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let own = Connection::open_with_flags(path, flags)?;
        own.pragma_update(None, "synchronous", "full")?;
        // Cutting off must not wait for readers: the writer would wait with it.
        own.busy_timeout(Duration::ZERO)?;
        let log = log_of(path);
        let (bell, rings) = sync_channel(1);
        let thread = std::thread::Builder::new()
            .name("checkpoint".to_owned())
            .spawn(move || move_log(&own, &rings, &log, quiet))
            .map_err(StoreError::Thread)?;
        BELL.set(Some(bell));
        connection.wal_hook(Some(after_commit));
        Ok(Self(thread))
    }

    /// Waits for the thread to end. Called on the thread that started it.
    pub(in crate::store) fn end(self, connection: &Connection) {
        connection.wal_hook(None);
        BELL.set(None);
        let _ = self.0.join();
    }
}

fn move_log(connection: &Connection, rings: &Receiver<()>, log: &Path, quiet: Duration) {
    loop {
        let moved = match rings.recv_timeout(quiet) {
            Ok(()) => passive(connection),
            Err(RecvTimeoutError::Timeout) => cut_off(connection, log),
            Err(RecvTimeoutError::Disconnected) => return,
        };
        if let Err(error) = moved {
            tracing::warn!(%error, "the write-ahead log could not be moved; a later commit does it");
        }
    }
}

/// Nothing, unless the log is big. It is moved first, while others write; then there is little left to do for which
/// they have to wait.
fn cut_off(connection: &Connection, log: &Path) -> rusqlite::Result<()> {
    if std::fs::metadata(log).map_or(0, |file| file.len()) < BIG {
        return Ok(());
    }
    passive(connection)?;
    truncate(connection)
}

/// Moves everything and leaves the log empty, if nobody reads in it.
pub(in crate::store) fn truncate(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))
}

/// Moves everything and leaves the log empty; `false`: somebody reads in it.
pub(in crate::store) fn is_emptied(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("pragma wal_checkpoint(truncate)", [], |row| {
        Ok(row.get::<_, i64>(0)? == 0)
    })
}

fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

/// Waits for nobody: what somebody still reads stays in the log.
fn passive(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row("pragma wal_checkpoint(passive)", [], |_| Ok(()))
}

/// The commit is done, so nothing here may fail it.
#[expect(clippy::unnecessary_wraps, reason = "SQLite's shape")]
fn after_commit(wal: &Wal, pages: i32) -> rusqlite::Result<()> {
    if pages < NEXT.get() - PAGES {
        // The log began anew.
        NEXT.set(PAGES);
    }
    if pages < NEXT.get() {
        return Ok(());
    }
    NEXT.set(pages + PAGES);
    let rang = BELL.with_borrow(|bell| bell.as_ref().is_some_and(ring));
    if (!rang || pages >= TOO_MANY_PAGES)
        && let Err(error) = wal.checkpoint()
    {
        tracing::warn!(%error, "the write-ahead log could not be moved");
    }
    Ok(())
}

/// `false`: nobody hears it. A bell that rings already is enough.
fn ring(bell: &SyncSender<()>) -> bool {
    !matches!(
        bell.try_send(()),
        Err(std::sync::mpsc::TrySendError::Disconnected(()))
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::open_connection;

    fn log_size(path: &Path) -> u64 {
        std::fs::metadata(log_of(path)).map_or(0, |file| file.len())
    }

    #[test]
    fn a_log_that_grew_behind_a_long_reader_shrinks_when_it_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let connection = open_connection(&path).unwrap();
        let quiet = Duration::from_millis(5);
        let checkpointer = Checkpointer::with_quiet(&connection, &path, quiet).unwrap();
        let reader = Connection::open(&path).unwrap();
        reader
            .execute_batch("begin; select count(*) from sqlite_schema")
            .unwrap();
        connection
            .execute_batch("create table filler (id integer primary key, words blob)")
            .unwrap();
        for _ in 0..60 {
            let sql = "insert into filler (words) values (zeroblob(400000))";
            connection.execute(sql, []).unwrap();
        }
        assert!(log_size(&path) > BIG, "the reader holds it");
        reader.execute_batch("commit").unwrap();
        // Another thread does it: looked at anew, no clock asked.
        let shrunk = (0..5_000_000).any(|_| {
            std::thread::yield_now();
            log_size(&path) == 0
        });
        assert!(shrunk, "{} bytes", log_size(&path));
        checkpointer.end(&connection);
    }

    #[test]
    fn the_log_is_moved_beside_the_writer_and_does_not_grow_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let connection = open_connection(&path).unwrap();
        let checkpointer = Checkpointer::beside(&connection, &path).unwrap();
        connection
            .execute_batch("create table filler (id integer primary key, words blob)")
            .unwrap();
        let before = std::fs::metadata(&path).unwrap().len();
        let write = || {
            let sql = "insert into filler (words) values (zeroblob(400000))";
            connection.execute(sql, []).unwrap();
        };
        (0..15).for_each(|_| write());
        checkpointer.end(&connection);
        let after = std::fs::metadata(&path).unwrap().len();
        assert!(after >= before + 3_000_000, "nothing reached the file");
        let checkpointer = Checkpointer::beside(&connection, &path).unwrap();
        (0..200).for_each(|_| write());
        let most = u64::try_from(TOO_MANY_PAGES + 2 * PAGES).unwrap() * 4_200;
        assert!(log_size(&path) < most, "{}", log_size(&path));
        checkpointer.end(&connection);
        drop(connection);
        assert_eq!(log_size(&path), 0, "the last to leave clears the log");
    }
}
