//! One database, one process: a lock of the operating system, which goes with the process however it ends.
//!
//! Beside the database, in a file of its own: SQLite has locks of its own on its files. Commands that write beside a running
//! bot (`cutri load`) do not take it.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read, Seek, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    time::Duration,
};

use super::error::{Result, StoreError};

/// Whoever is just ending gets a moment.
const TRIES: u32 = 15;
/// Between two tries.
const PAUSE: Duration = Duration::from_millis(100);

/// Held while this process serves from the database.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes it.
    ///
    /// # Errors
    /// [`StoreError::InUse`] with the process that holds it; when the file cannot be made.
    pub(super) fn take(database: &Path) -> Result<Self> {
        let path = beside(database);
        let failed = |source| StoreError::Lock {
            path: path.clone(),
            source,
        };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = options.mode(0o600).open(&path).map_err(failed)?;
        for tries in 1..=TRIES {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::Error(source)) => return Err(failed(source)),
                Err(TryLockError::WouldBlock) if tries == TRIES => {
                    let mut holder = String::new();
                    let _ = file.read_to_string(&mut holder);
                    return Err(StoreError::InUse {
                        holder: holder.trim().parse().ok(),
                    });
                }
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            }
        }
        let written = file
            .set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| writeln!(file, "{}", std::process::id()));
        written.map_err(failed)?;
        Ok(Self { _file: file })
    }
}

/// The file that is locked: never removed, or two processes could each lock one of their own.
fn beside(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_one_is_told_who_holds_the_database_and_gets_it_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("a.db");
        let first = Lock::take(&database).unwrap();
        let error = Lock::take(&database).unwrap_err().to_string();
        assert!(error.contains(&std::process::id().to_string()), "{error}");
        drop(first);
        Lock::take(&database).unwrap();
    }
}
