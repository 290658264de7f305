//! A copy of the database while the bot writes into it, and what has to be done to a copy that takes its place.

use std::{
    fs::{OpenOptions, remove_file},
    io,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};

use super::{BUSY_TIMEOUT, Result, WriteTx, checkpoint, lock::Lock, make_folder};

/// What stands beside a message that waited when the copy was made: nobody knows whether it has left since.
pub(crate) const HELD: &str = "it waited when the backup was made: it may have been sent since";

/// Writes the database at `from`, as it is at this moment, into a new file at `to` that nobody else may read. What was
/// removed is not in it. A bot may write meanwhile; nobody waits for anybody.
///
/// # Errors
/// When `to` is there, cannot be written, or SQLite fails. Then there is no file at `to`, unless it was there before.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    let connection = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    new_file(to).map_err(|error| anyhow::anyhow!("{}: {error}", to.display()))?;
    let target = to.to_string_lossy();
    let written = connection.execute("vacuum into ?", [&*target]);
    if let Err(error) = written {
        let mut journal = to.as_os_str().to_owned();
        journal.push("-journal");
        let _ = remove_file(to);
        let _ = remove_file(journal);
        return Err(error.into());
    }
    Ok(())
}

/// A new, empty file for nobody but us.
///
/// # Errors
/// When it is there, or cannot be made.
pub(crate) fn new_file(path: &Path) -> io::Result<std::fs::File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600).open(path)
}

/// What is held in a copy that takes the place of a database.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Holds {
    /// Messages that waited.
    pub(crate) messages: usize,
    /// What many people were being told.
    pub(crate) rounds: usize,
}

/// What waits to be sent in a copy is held, and what many people were being told rests: it may have been sent after the copy
/// was made, and is never sent twice unasked.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn hold_waiting(tx: &WriteTx<'_>) -> Result<Holds> {
    let messages = tx.execute(
        "update outbox set state = 'parked', blocked = 0, error = ? where state = 'queued'",
        [HELD],
    )?;
    let mut rounds = 0;
    for sql in [
        "update broadcast set is_held = 1 where state in ('sending', 'paused') and is_told = 0",
        "update announcement set is_held = 1 where done_at is null",
        "update consultation set is_held = 1 where telling is not null",
    ] {
        rounds += tx.execute(sql, [])?;
    }
    Ok(Holds { messages, rounds })
}

/// The copy takes the place of the database at `now`; what was done after its last entry is not in it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn note_restore(tx: &WriteTx<'_>, now: Timestamp) -> Result<()> {
    tx.execute(
        "update upkeep set restored_at = ?, restored_from = (select at from event order by id desc limit 1)
         where id = 1",
        [now.as_second()],
    )?;
    Ok(())
}

/// A database that nobody serves from while this is held.
#[derive(Debug)]
pub(crate) struct Reserved {
    _lock: Lock,
}

/// Makes sure that nobody serves from the database at `path`, which need not be there, until the result is dropped.
///
/// # Errors
/// When somebody does, with their process.
pub(crate) fn reserve(path: &Path) -> Result<Reserved> {
    make_folder(path)?;
    Ok(Reserved {
        _lock: Lock::take(path)?,
    })
}

/// Moves what stands in the log of the database at `path` into it, as far as that can still be done.
pub(crate) fn fold_log(path: &Path) {
    if let Ok(connection) = Connection::open(path) {
        let _ = connection.busy_timeout(BUSY_TIMEOUT);
        let _ = checkpoint::truncate(&connection);
    }
}

/// The files that SQLite keeps beside a database.
#[must_use]
pub(crate) fn beside(path: &Path) -> [PathBuf; 2] {
    ["-wal", "-shm"].map(|suffix| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    })
}
