//! One transaction: state, event and outgoing messages together, or none of them.

use std::{
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind},
    time::Instant,
};

use jiff::Timestamp;
use rusqlite::{CachedStatement, Connection, Params, Row};

use crate::chat::outgoing::Outgoing;
use crate::domain::chain::Hash;
use crate::store::{
    Writer,
    error::{Result, StoreError},
};

/// A message in the outbox, handed to delivery once its transaction is on disk.
#[derive(Debug, Clone)]
pub struct Queued {
    /// Its row.
    pub id: i64,
    /// What to do.
    pub outgoing: Outgoing,
    /// When what it answers came in; `None`: this process does not know.
    pub since: Option<Instant>,
}

/// An open write transaction: the only way to change anything.
pub struct WriteTx<'c> {
    connection: &'c Connection,
    queued: Vec<Queued>,
    wants_reading: bool,
    /// When what is being done came in.
    since: Option<Instant>,
    /// The end of the chain of the books, once it was looked at.
    last_event: Cell<Option<LastEvent>>,
}

/// The event at the end of the chain.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) struct LastEvent {
    /// Its row; 0: there is none.
    pub(in crate::store) id: i64,
    /// Its hash.
    pub(in crate::store) hash: Hash,
}

/// What a committed transaction leaves to be done.
pub(in crate::store) struct Done<R> {
    pub(in crate::store) value: R,
    queued: Vec<Queued>,
    wants_reading: bool,
}

/// A point inside a transaction that can be returned to.
#[derive(Debug, Clone, Copy)]
pub struct Savepoint {
    queued: usize,
}

/// Runs `work` in one transaction and tells delivery what it queued.
pub(in crate::store) fn run<R>(
    writer: &Writer,
    work: impl FnOnce(&mut WriteTx<'_>) -> Result<R>,
) -> Result<R> {
    let done = run_on(&writer.connection, work)?;
    if !done.queued.is_empty() {
        (writer.announce)(done.queued);
    }
    if done.wants_reading {
        writer.bell.notify_one();
    }
    Ok(done.value)
}

/// Runs `work` in one transaction; gives what it leaves to be done, too. A panic undoes it as an error does.
pub(in crate::store) fn run_on<R>(
    connection: &Connection,
    work: impl FnOnce(&mut WriteTx<'_>) -> Result<R>,
) -> Result<Done<R>> {
    connection.prepare_cached("begin immediate")?.execute([])?;
    let mut tx = WriteTx {
        connection,
        queued: Vec::new(),
        wants_reading: false,
        since: None,
        last_event: Cell::new(None),
    };
    let outcome = caught(|| work(&mut tx));
    let WriteTx {
        queued,
        wants_reading,
        ..
    } = tx;
    let committed = outcome.and_then(|value| {
        connection.prepare_cached("commit")?.execute([])?;
        Ok(Done {
            value,
            queued,
            wants_reading,
        })
    });
    if committed.is_err() && !connection.is_autocommit() {
        connection.execute_batch("rollback")?;
    }
    committed
}

/// Runs `work` outside any transaction: for looking only.
pub(in crate::store) fn look<R>(
    writer: &Writer,
    work: impl FnOnce(&WriteTx<'_>) -> Result<R>,
) -> Result<R> {
    let tx = WriteTx {
        connection: &writer.connection,
        queued: Vec::new(),
        wants_reading: false,
        since: None,
        last_event: Cell::new(None),
    };
    caught(|| work(&tx))
}

/// A panic is an error like any other: one bad job must not end the thread that everybody waits for.
pub(in crate::store) fn caught<R>(work: impl FnOnce() -> Result<R>) -> Result<R> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        tracing::error!("a job of the writing thread panicked: nothing of it is kept");
        Err(StoreError::Panicked)
    })
}

impl WriteTx<'_> {
    /// Runs one statement; gives the number of changed rows.
    pub(in crate::store) fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self.statement(sql)?.execute(params)?)
    }

    /// Runs one inserting statement; gives the new row's id.
    pub(in crate::store) fn insert(&self, sql: &str, params: impl Params) -> Result<i64> {
        Ok(self.statement(sql)?.insert(params)?)
    }

    /// At most one row.
    pub(in crate::store) fn optional<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.statement(sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(read).transpose()
    }

    /// Exactly one row, such as a count.
    pub(in crate::store) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
        self.optional(sql, params, read)?
            .ok_or(StoreError::Sqlite(rusqlite::Error::QueryReturnedNoRows))
    }

    /// Every row.
    pub(in crate::store) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.statement(sql)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// Delivery hears of this message after the commit.
    pub(in crate::store) fn announce(&mut self, queued: Queued) {
        self.queued.push(queued);
    }

    /// The desk hears after the commit that somebody wants a reading. It looks for itself, so a ring too many is none.
    pub(in crate::store) fn ring(&mut self) {
        self.wants_reading = true;
    }

    /// The end of the chain, as far as this transaction knows it.
    pub(in crate::store) fn last_event(&self) -> &Cell<Option<LastEvent>> {
        &self.last_event
    }

    /// What is done from here on came in then.
    pub(crate) fn came_in(&mut self, at: Instant) {
        self.since = Some(at);
    }

    /// When what is being done came in.
    pub(in crate::store) fn since(&self) -> Option<Instant> {
        self.since
    }

    /// Opens a point to return to: one update of a batch.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn savepoint(&mut self) -> Result<Savepoint> {
        self.execute("savepoint one", [])?;
        Ok(Savepoint {
            queued: self.queued.len(),
        })
    }

    /// Keeps what was done since `savepoint`.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn keep(&mut self, _savepoint: Savepoint) -> Result<()> {
        self.execute("release one", [])?;
        Ok(())
    }

    /// Undoes everything since `savepoint`.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn undo(&mut self, savepoint: Savepoint) -> Result<()> {
        self.execute("rollback to one", [])?;
        self.execute("release one", [])?;
        self.queued.truncate(savepoint.queued);
        self.last_event.set(None);
        Ok(())
    }

    fn statement(&self, sql: &str) -> Result<CachedStatement<'_>> {
        Ok(self.connection.prepare_cached(sql)?)
    }
}

/// Unix seconds of a column to a time.
pub(in crate::store) fn time(table: &'static str, seconds: i64) -> Result<Timestamp> {
    Timestamp::from_second(seconds).map_err(|error| StoreError::impossible(table, error))
}

/// A column of text, without a copy.
pub(in crate::store) fn borrowed<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str> {
    let value = row.get_ref(column)?;
    Ok(value.as_str().map_err(rusqlite::Error::from)?)
}
