//! The file itself: is it whole, and what does a running bot report about it?

use rusqlite::Connection;

use super::{Result, WriteTx};

/// SQLite's own check. Empty: the file is whole.
///
/// # Errors
/// When SQLite cannot even read it.
pub fn integrity_problems(connection: &Connection) -> Result<Vec<String>> {
    let mut statement = connection.prepare("pragma integrity_check")?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut problems = Vec::new();
    for line in lines {
        let line = line?;
        if line != "ok" {
            problems.push(line);
        }
    }
    Ok(problems)
}

/// Proves that the file can be written, by writing nothing into it.
///
/// # Errors
/// When it cannot.
pub fn prove_writable(tx: &WriteTx<'_>) -> Result<()> {
    tx.execute("update intake set id = 1 where id = 1", [])?;
    Ok(())
}
