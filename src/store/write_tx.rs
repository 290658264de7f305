//! One transaction: state, event and outgoing messages together, or none of them.

use jiff::Timestamp;
use rusqlite::{CachedStatement, Connection, Params, Row};

use super::{
    Writer,
    error::{Result, StoreError},
};
use crate::chat::outgoing::Outgoing;

/// A message in the outbox, handed to delivery once its transaction is on disk.
#[derive(Debug, Clone)]
pub struct Queued {
    /// Its row.
    pub id: i64,
    /// What to do.
    pub outgoing: Outgoing,
}

/// An open write transaction: the only way to change anything.
pub struct WriteTx<'c> {
    connection: &'c Connection,
    queued: Vec<Queued>,
}

/// A point inside a transaction that can be returned to.
#[derive(Debug, Clone, Copy)]
pub struct Savepoint {
    queued: usize,
}

/// Runs `work` in one transaction and tells delivery what it queued.
pub(super) fn run<R>(
    writer: &Writer,
    work: impl FnOnce(&mut WriteTx<'_>) -> Result<R>,
) -> Result<R> {
    let (value, queued) = run_on(&writer.connection, work)?;
    if !queued.is_empty() {
        (writer.announce)(queued);
    }
    Ok(value)
}

/// Runs `work` in one transaction; gives what it queued, too.
pub(super) fn run_on<R>(
    connection: &Connection,
    work: impl FnOnce(&mut WriteTx<'_>) -> Result<R>,
) -> Result<(R, Vec<Queued>)> {
    connection.prepare_cached("begin immediate")?.execute([])?;
    let mut tx = WriteTx {
        connection,
        queued: Vec::new(),
    };
    let outcome = work(&mut tx);
    let queued = std::mem::take(&mut tx.queued);
    let committed = outcome.and_then(|value| {
        connection.prepare_cached("commit")?.execute([])?;
        Ok((value, queued))
    });
    if committed.is_err() && !connection.is_autocommit() {
        connection.execute_batch("rollback")?;
    }
    committed
}

/// Runs `work` outside any transaction: for looking only.
pub(super) fn look<R>(writer: &Writer, work: impl FnOnce(&WriteTx<'_>) -> Result<R>) -> Result<R> {
    work(&WriteTx {
        connection: &writer.connection,
        queued: Vec::new(),
    })
}

impl WriteTx<'_> {
    /// Runs one statement; gives the number of changed rows.
    pub(super) fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self.statement(sql)?.execute(params)?)
    }

    /// Runs one inserting statement; gives the new row's id.
    pub(super) fn insert(&self, sql: &str, params: impl Params) -> Result<i64> {
        Ok(self.statement(sql)?.insert(params)?)
    }

    /// At most one row.
    pub(super) fn optional<T>(
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
    pub(super) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
        self.optional(sql, params, read)?
            .ok_or(StoreError::Sqlite(rusqlite::Error::QueryReturnedNoRows))
    }

    /// Every row.
    pub(super) fn all<T>(
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
    pub(super) fn announce(&mut self, queued: Queued) {
        self.queued.push(queued);
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
        Ok(())
    }

    fn statement(&self, sql: &str) -> Result<CachedStatement<'_>> {
        Ok(self.connection.prepare_cached(sql)?)
    }
}

/// Unix seconds of a column to a time.
pub(super) fn time(table: &'static str, seconds: i64) -> Result<Timestamp> {
    Timestamp::from_second(seconds).map_err(|error| StoreError::impossible(table, error))
}

/// A column of text, without a copy.
pub(super) fn borrowed<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str> {
    let value = row.get_ref(column)?;
    Ok(value.as_str().map_err(rusqlite::Error::from)?)
}
