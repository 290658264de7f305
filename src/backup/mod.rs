//! Copies of the database that can be relied on: made while the bot serves, looked through before they count, sealed for
//! somebody else where that is wanted, and put back. Whoever asks for one is the operator (`admin`) or the night (`run`).
//! Start with [`make`] and [`restore::restore`].

mod keep;
pub(crate) mod restore;
pub(crate) mod seal;

use std::{
    fs,
    io::Read,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use crate::{
    reading::check::{self, Chain, Schema},
    store::{StoreError, backup},
};

pub(crate) use seal::Recipient;

/// What is wanted.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// Where the copy is to lie; with [`Self::keep`] the day and time are put into its name.
    pub(crate) to: PathBuf,
    /// Who alone can open it; nobody: it is a plain database.
    pub(crate) recipients: Vec<Recipient>,
    /// How many of this name are kept; none: the one file, written over.
    pub(crate) keep: Option<usize>,
}

/// A copy that was made and looked through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Made {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// How large it is, in bytes.
    pub(crate) bytes: u64,
    /// How many events the books of the copy hold.
    pub(crate) events: u64,
    /// Earlier ones that were removed.
    pub(crate) removed: Vec<PathBuf>,
}

/// Why there is no copy, or nothing was put back.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BackupError {
    /// There is nothing to copy.
    #[error("{0}: there is no database")]
    NoDatabase(PathBuf),
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which one.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// Something else lies where the copy should.
    #[error("{0}: is there and is no backup: it is left alone")]
    NotABackup(PathBuf),
    /// The copy would lie where the database is.
    #[error("{0}: is the database itself")]
    Itself(PathBuf),
    /// What was copied, or is to be put back, is damaged.
    #[error("{path}: damaged: {why}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        why: String,
    },
    /// It is no database of ours.
    #[error("{path}: is no database of cutri: {why}")]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        why: String,
    },
    /// A newer cutri made it.
    #[error(
        "{path}: its schema has version {found}, and this cutri knows {known}: take the newer cutri"
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// Ours.
        known: i64,
    },
    /// It cannot be sealed or opened.
    #[error("{path}: {why}")]
    Seal {
        /// The file.
        path: PathBuf,
        /// Why not.
        why: String,
    },
    /// Something is there already.
    #[error("{0}: there is a database; --force puts it aside and takes its place")]
    WouldReplace(PathBuf),
    /// The database cannot be copied.
    #[error("{path}: no copy can be made: {source}")]
    Copy {
        /// Where the copy should be.
        path: PathBuf,
        /// Why not.
        source: StoreError,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl BackupError {
    pub(crate) fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }

    /// The disk has no room for it.
    #[must_use]
    pub(crate) fn is_disk_full(&self) -> bool {
        match self {
            Self::File { source, .. } => source.kind() == std::io::ErrorKind::StorageFull,
            Self::Store(error) | Self::Copy { source: error, .. } => error.is_disk_full(),
            _ => false,
        }
    }
}

/// Copies the database, looks the copy through (its pages, its references, the chain of its books), seals it where that is
/// wanted, and only then gives it its name. A running bot goes on meanwhile.
///
/// # Errors
/// [`BackupError`]; an earlier copy of the same name is still there then, and nothing half-made is left.
pub(crate) async fn make(
    database: &Path,
    wanted: &Wanted,
    now: Timestamp,
) -> Result<Made, BackupError> {
    if !database.exists() {
        return Err(BackupError::NoDatabase(database.to_owned()));
    }
    let target = match wanted.keep {
        Some(_) => keep::dated(&wanted.to, now),
        None => wanted.to.clone(),
    };
    may_lie_at(&target, database)?;
    let folder = folder_of(&target);
    make_folder(folder)?;
    // A sealed one is never in the clear outside the folder of the database, which is as well kept as the database.
    let beside = if wanted.recipients.is_empty() {
        folder
    } else {
        folder_of(database)
    };
    let plain = Unfinished::new(beside, &target, "part");
    let (from, to) = (database.to_owned(), plain.path.clone());
    let copied = in_background(move || backup::copy(&from, &to)).await?;
    copied.map_err(|source| BackupError::Copy {
        path: target.clone(),
        source,
    })?;
    let events = look_through(&plain.path).await?;
    let finished = if wanted.recipients.is_empty() {
        plain
    } else {
        let sealed = Unfinished::new(folder, &target, "sealed.part");
        let recipients = wanted.recipients.clone();
        let (from, to) = (plain.path.clone(), sealed.path.clone());
        in_background(move || seal::seal(&from, &to, &recipients)).await??;
        drop(plain);
        sealed
    };
    let bytes = finished.take_place_of(&target)?;
    let removed = match wanted.keep {
        Some(most) => keep::forget_older(&wanted.to, most)?,
        None => Vec::new(),
    };
    Ok(Made {
        path: target,
        bytes,
        events,
        removed,
    })
}

/// Work of the disk, beside everything else.
pub(crate) async fn in_background<R: Send + 'static>(
    work: impl FnOnce() -> R + Send + 'static,
) -> Result<R, BackupError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| BackupError::Store(StoreError::Job(error.into())))
}

/// Looks through a database: gives how many events its books hold.
pub(crate) async fn look_through(path: &Path) -> Result<u64, BackupError> {
    let foreign = |why: String| BackupError::Foreign {
        path: path.to_owned(),
        why,
    };
    let damaged = |why: String| BackupError::Damaged {
        path: path.to_owned(),
        why,
    };
    let seen = check::look(path).await.map_err(|error| {
        let why = error.to_string();
        // SQLite's own word for it: then there is no telling whose it was.
        if why.contains("malformed") {
            damaged(why)
        } else {
            foreign(why)
        }
    })?;
    let seen = seen.ok_or_else(|| BackupError::NoDatabase(path.to_owned()))?;
    if let Schema::Newer(found) = seen.schema {
        return Err(BackupError::Newer {
            path: path.to_owned(),
            found,
            known: crate::store::newest_version(),
        });
    }
    if !seen.damage.is_empty() {
        return Err(damaged(seen.damage.join("; ")));
    }
    match seen.chain {
        Some(Chain::Whole { events, .. }) => Ok(events),
        Some(Chain::Broken { event, why }) => Err(damaged(format!(
            "the books are broken at event {event}: {why}"
        ))),
        None => Ok(0),
    }
}

/// What a file is, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Looks {
    /// Nothing.
    Empty,
    /// A database of SQLite.
    Plain,
    /// Sealed by age.
    Sealed,
    /// Something else.
    Other,
}

/// What the file at `path` is.
pub(crate) fn looks(path: &Path) -> Result<Looks, BackupError> {
    let mut head = Vec::new();
    let file = fs::File::open(path).map_err(BackupError::file(path))?;
    file.take(32)
        .read_to_end(&mut head)
        .map_err(BackupError::file(path))?;
    Ok(if head.is_empty() {
        Looks::Empty
    } else if head.starts_with(b"SQLite format 3\0") {
        Looks::Plain
    } else if head.starts_with(b"age-encryption.org/") {
        Looks::Sealed
    } else {
        Looks::Other
    })
}

/// Only another copy may be written over: never the database, nor somebody's letter.
fn may_lie_at(target: &Path, database: &Path) -> Result<(), BackupError> {
    let Ok(there) = fs::metadata(target) else {
        return Ok(());
    };
    let own = fs::metadata(database).map_err(BackupError::file(database))?;
    if (there.dev(), there.ino()) == (own.dev(), own.ino()) {
        return Err(BackupError::Itself(target.to_owned()));
    }
    let is_used = backup::beside(target).iter().any(|path| path.exists());
    if !there.is_file() || is_used || looks(target)? == Looks::Other {
        return Err(BackupError::NotABackup(target.to_owned()));
    }
    Ok(())
}

pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn make_folder(folder: &Path) -> Result<(), BackupError> {
    use std::os::unix::fs::DirBuilderExt;
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true).mode(0o700);
    builder.create(folder).map_err(BackupError::file(folder))
}

/// A file that is not what it is to become; gone with this, unless it took its place.
pub(crate) struct Unfinished {
    pub(crate) path: PathBuf,
}

impl Unfinished {
    /// A name beside `target`'s in `folder`. What an earlier try left there is removed.
    pub(crate) fn new(folder: &Path, target: &Path, suffix: &str) -> Self {
        let mut name = std::ffi::OsString::from(".");
        name.push(target.file_name().unwrap_or_default());
        name.push(".");
        name.push(suffix);
        let path = folder.join(name);
        let _ = fs::remove_file(&path);
        Self { path }
    }

    /// It is what it should be, and on the disk: from now on it is the file at `target`. Gives its size.
    pub(crate) fn take_place_of(self, target: &Path) -> Result<u64, BackupError> {
        let failed = || BackupError::file(target);
        let file = fs::File::open(&self.path).map_err(failed())?;
        file.sync_all().map_err(failed())?;
        let bytes = file.metadata().map_err(failed())?.len();
        fs::rename(&self.path, target).map_err(failed())?;
        let folder = fs::File::open(folder_of(target)).map_err(failed())?;
        folder.sync_all().map_err(failed())?;
        Ok(bytes)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
        for path in backup::beside(&self.path) {
            let _ = fs::remove_file(path);
        }
    }
}
