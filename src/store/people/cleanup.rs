//! What was removed is gone from the file, too: not only from its tables.
//!
//! SQLite leaves removed words in free pages and in the write-ahead log until it uses them again. While a person is being
//! forgotten, what is removed is overwritten at once ([`overwrite`]); what was removed earlier (a draft that was sent, a
//! message that left) goes when the file is written anew in a quiet hour ([`write_anew`]).

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use jiff::Timestamp;
use rusqlite::Connection;

use crate::store::{BUSY_TIMEOUT, Result, WriteTx, checkpoint};

/// From now on what is removed on this connection is overwritten.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn overwrite(tx: &WriteTx<'_>) -> Result<()> {
    tx.one("pragma secure_delete = on", [], |_| Ok(()))
}

/// No more.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn overwrite_no_more(tx: &WriteTx<'_>) -> Result<()> {
    tx.one("pragma secure_delete = off", [], |_| Ok(()))
}

/// Something was removed of which nothing may be left.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn want(tx: &WriteTx<'_>, now: Timestamp) -> Result<()> {
    tx.execute(
        "update cleanup set wanted_at = coalesce(wanted_at, ?) where id = 1",
        [now.as_second()],
    )?;
    Ok(())
}

/// Since when the file is to be written anew; `None`: it need not be.
///
/// # Errors
/// When SQLite fails.
pub fn wanted_since(tx: &WriteTx<'_>) -> Result<Option<i64>> {
    tx.one("select wanted_at from cleanup where id = 1", [], |row| {
        Ok(row.get(0)?)
    })
}

/// It was written anew, and nothing was removed since the `wanted` that was seen before.
///
/// # Errors
/// When SQLite fails.
pub fn done(tx: &WriteTx<'_>, wanted: i64) -> Result<()> {
    tx.execute(
        "update cleanup set wanted_at = null where id = 1 and wanted_at = ?",
        [wanted],
    )?;
    Ok(())
}

/// So many steps of SQLite's machine lie between two looks at whether it may go on: a fraction of a millisecond.
const STEPS_BETWEEN_LOOKS: i32 = 1_000;

/// Writes the file anew and empties the log. The words of texts that are public no more leave the index of the search
/// first: it keeps them until its parts are put together. `false`: it is not done, because somebody reads in the log, or
/// because it `may` not go on.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn write_anew(connection: &Connection, may: &Arc<AtomicBool>) -> Result<bool> {
    let asked = Arc::clone(may);
    let is_stopped = move || !asked.load(Ordering::Relaxed);
    connection.progress_handler(STEPS_BETWEEN_LOOKS, Some(is_stopped))?;
    let written = begin_anew(connection);
    connection.progress_handler(0, None::<fn() -> bool>)?;
    if !may.load(Ordering::Relaxed) {
        return Ok(false);
    }
    written?;
    empty_log(connection)
}

fn begin_anew(connection: &Connection) -> Result<()> {
    // Messages to people who are known no more and cannot be reached: nobody will ever read them.
    connection.execute(
        "delete from outbox where state = 'parked' and chat_id > 0
             and not exists (select 1 from resident where user_id = chat_id)",
        [],
    )?;
    connection.execute(
        "insert into public_word (public_word) values ('optimize')",
        [],
    )?;
    // The copy is as large as what is kept: beside the file, not in memory.
    connection.pragma_update(None, "temp_store", "file")?;
    let written = connection.execute_batch("vacuum");
    connection.pragma_update(None, "temp_store", "memory")?;
    Ok(written?)
}

/// Empties the log; `false`: somebody still reads in it. That may be for ever (Litestream does), so nobody is waited for:
/// the next tick looks again.
///
/// # Errors
/// When SQLite fails.
pub fn empty_log(connection: &Connection) -> Result<bool> {
    connection.busy_timeout(Duration::ZERO)?;
    let emptied = checkpoint::is_emptied(connection);
    connection.busy_timeout(BUSY_TIMEOUT)?;
    match emptied {
        Err(rusqlite::Error::SqliteFailure(failure, _))
            if failure.code == rusqlite::ErrorCode::DatabaseBusy =>
        {
            Ok(false)
        }
        emptied => Ok(emptied?),
    }
}

/// Proves that the file can be written, by writing nothing into it.
///
/// # Errors
/// When it cannot.
pub(crate) fn prove_writable(tx: &WriteTx<'_>) -> Result<()> {
    tx.execute("update intake set id = 1 where id = 1", [])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use super::*;
    use crate::store::open_connection;

    static ASKED_FOR_PATIENCE: AtomicUsize = AtomicUsize::new(0);

    #[test]
    fn whoever_ends_the_process_does_not_wait_for_a_file_that_is_written_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let connection = open_connection(&path).unwrap();
        connection
            .execute_batch(
                "create table filler (words);
                 with recursive n (i) as (select 1 union all select i + 1 from n where i < 20000)
                 insert into filler select hex(randomblob(100)) from n;
                 delete from filler where rowid < 15000",
            )
            .unwrap();
        let pages = || -> i64 {
            let free = "pragma freelist_count";
            connection.query_row(free, [], |row| row.get(0)).unwrap()
        };
        let before = pages();
        assert!(before > 100);
        let may = Arc::new(AtomicBool::new(false));
        assert!(!write_anew(&connection, &may).unwrap());
        assert_eq!(pages(), before, "given up");
        may.store(true, Ordering::Relaxed);
        assert!(write_anew(&connection, &may).unwrap());
        assert_eq!(pages(), 0);
    }

    #[test]
    fn whoever_reads_in_the_log_for_ever_keeps_nobody_waiting() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let connection = open_connection(&path).unwrap();
        let reader = Connection::open(&path).unwrap();
        let look = "begin; select count(*) from sqlite_schema";
        reader.execute_batch(look).unwrap();
        connection
            .execute_batch("create table filler (words); insert into filler values ('words')")
            .unwrap();
        connection
            .busy_handler(Some(|_| {
                ASKED_FOR_PATIENCE.fetch_add(1, Ordering::Relaxed);
                false
            }))
            .unwrap();
        assert!(!empty_log(&connection).unwrap());
        assert_eq!(ASKED_FOR_PATIENCE.load(Ordering::Relaxed), 0);
        let patience: i64 = connection
            .query_row("pragma busy_timeout", [], |row| row.get(0))
            .unwrap();
        assert_eq!(patience, 5_000, "as patient as before with everything else");
        reader.execute_batch("commit").unwrap();
        assert!(empty_log(&connection).unwrap());
    }
}
