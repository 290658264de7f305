//! Moves what stands in the write-ahead log into the database file, on a thread of its own: it takes ten
//! milliseconds, and on the writing thread everybody would wait for it.
//!
//! SQLite would do it inside a commit whenever the log has a thousand pages. Here the commit rings a bell. A log
//! that grows all the same, because there is never a quiet moment to begin it anew, is moved inside a commit.

use std::{
    cell::{Cell, RefCell},
    path::Path,
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    thread::JoinHandle,
};

use rusqlite::{Connection, OpenFlags, hooks::Wal};

use super::error::{Result, StoreError};

/// The bell rings whenever the log has grown by so many pages; SQLite's own measure.
const PAGES: i32 = 1_000;

/// From so many pages on (32 MiB) the log is moved inside the commit.
const TOO_MANY_PAGES: i32 = 8_000;

thread_local! {
    /// The bell of this thread's connection.
    static BELL: RefCell<Option<SyncSender<()>>> = const { RefCell::new(None) };
    /// The bell rings when the log has this many pages.
    static NEXT: Cell<i32> = const { Cell::new(PAGES) };
}

/// The thread that moves the log, until [`Self::end`].
pub(super) struct Checkpointer(JoinHandle<()>);

impl Checkpointer {
    /// Starts it for the database at `path`. Called on the thread that commits on `connection`.
    ///
    /// # Errors
    /// When there can be no second connection or thread; SQLite then does it in its own way.
    pub(super) fn beside(connection: &Connection, path: &Path) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let own = Connection::open_with_flags(path, flags)?;
        own.pragma_update(None, "synchronous", "full")?;
        let (bell, rings) = sync_channel(1);
        let thread = std::thread::Builder::new()
            .name("checkpoint".to_owned())
            .spawn(move || move_log(&own, &rings))
            .map_err(StoreError::Thread)?;
        BELL.set(Some(bell));
        connection.wal_hook(Some(after_commit));
        Ok(Self(thread))
    }

    /// Waits for the thread to end. Called on the thread that started it.
    pub(super) fn end(self, connection: &Connection) {
        connection.wal_hook(None);
        BELL.set(None);
        let _ = self.0.join();
    }
}

fn move_log(connection: &Connection, rings: &Receiver<()>) {
    while rings.recv().is_ok() {
        if let Err(error) = passive(connection) {
            tracing::warn!(%error, "the write-ahead log could not be moved; a later commit does it");
        }
    }
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
    use std::time::{Duration, Instant};

    use super::*;
    use crate::store::open_connection;

    fn log_size(path: &Path) -> u64 {
        std::fs::metadata(path.with_extension("db-wal")).map_or(0, |file| file.len())
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
        let patience = Instant::now() + Duration::from_secs(10);
        while std::fs::metadata(&path).unwrap().len() < before + 3_000_000 {
            assert!(Instant::now() < patience, "nothing reached the file");
            std::thread::sleep(Duration::from_millis(5));
        }
        (0..200).for_each(|_| write());
        let most = u64::try_from(TOO_MANY_PAGES + 2 * PAGES).unwrap() * 4_200;
        assert!(log_size(&path) < most, "{}", log_size(&path));
        checkpointer.end(&connection);
        drop(connection);
        assert_eq!(log_size(&path), 0, "the last to leave clears the log");
    }
}
