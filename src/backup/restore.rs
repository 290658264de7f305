//! Putting a copy back: looked through first, and never over a database that somebody serves from.

use std::{
    fs,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use super::{BackupError, Looks, Unfinished, folder_of, in_background, look_through, looks, seal};
use crate::store::{
    self,
    backup::{self, Holds},
};

/// What is to be put back.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// The copy.
    pub(crate) from: PathBuf,
    /// The file with the key of a sealed one.
    pub(crate) key: Option<PathBuf>,
    /// What becomes of a database that is there.
    pub(crate) there: There,
    /// What becomes of messages that waited when the copy was made.
    pub(crate) waiting: Waiting,
}

/// What becomes of a database that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum There {
    /// It stays, and nothing is put back.
    Stays,
    /// It is put aside.
    PutAside,
}

/// What becomes of messages that waited when the copy was made: they may have been sent since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waiting {
    /// They are held, and the office decides.
    Held,
    /// They are sent.
    Sent,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Restored {
    /// How many events the books hold.
    pub(crate) events: u64,
    /// What waits for the office to decide.
    pub(crate) held: Holds,
    /// Where the database that was there lies now.
    pub(crate) aside: Option<PathBuf>,
}

/// Looks the copy through, brings it to the newest schema, and lets it take the place of the database.
///
/// # Errors
/// [`BackupError`]; the database that was there is untouched then.
pub(crate) async fn restore(
    database: &Path,
    wanted: &Wanted,
    now: Timestamp,
) -> Result<Restored, BackupError> {
    let looks = looks(&wanted.from)?;
    if matches!(looks, Looks::Empty | Looks::Other) {
        return Err(BackupError::Foreign {
            path: wanted.from.clone(),
            why: "neither a database nor a sealed one".to_owned(),
        });
    }
    let reserved = backup::reserve(database)?;
    if wanted.there == There::Stays && database.exists() {
        return Err(BackupError::WouldReplace(database.to_owned()));
    }
    let copy = Unfinished::new(folder_of(database), database, "restored.part");
    let (from, to, key) = (wanted.from.clone(), copy.path.clone(), wanted.key.clone());
    in_background(move || bring(looks, &from, &to, key.as_deref())).await??;
    let events = look_through(&copy.path)
        .await
        .map_err(|error| of(error, &wanted.from))?;
    let (path, waiting) = (copy.path.clone(), wanted.waiting);
    let held = in_background(move || make_ready(&path, waiting, now)).await??;
    let aside = put_aside(database, now)?;
    copy.take_place_of(database)?;
    drop(reserved);
    Ok(Restored {
        events,
        held,
        aside,
    })
}

/// The file that the operator named, not our copy of it.
fn of(error: BackupError, named: &Path) -> BackupError {
    let path = named.to_owned();
    match error {
        BackupError::Damaged { why, .. } => BackupError::Damaged { path, why },
        BackupError::Foreign { why, .. } => BackupError::Foreign { path, why },
        BackupError::Newer { found, known, .. } => BackupError::Newer { path, found, known },
        other => other,
    }
}

fn bring(looks: Looks, from: &Path, to: &Path, key: Option<&Path>) -> Result<(), BackupError> {
    if looks == Looks::Plain {
        let mut file = backup::new_file(to).map_err(BackupError::file(to))?;
        let mut copy = fs::File::open(from).map_err(BackupError::file(from))?;
        std::io::copy(&mut copy, &mut file).map_err(BackupError::file(to))?;
        return Ok(());
    }
    let Some(key) = key else {
        return Err(BackupError::Seal {
            path: from.to_owned(),
            why: "is sealed: --identity FILE names the file with its key".to_owned(),
        });
    };
    seal::open(from, to, &seal::Key::read(key)?)
}

/// Brings the copy to the newest schema and holds what waits in it; it is one file afterwards.
fn make_ready(copy: &Path, waiting: Waiting, now: Timestamp) -> Result<Holds, BackupError> {
    let connection = store::open_connection(copy)?;
    let held = store::write_once(&connection, |tx| {
        backup::note_restore(tx, now)?;
        match waiting {
            Waiting::Held => backup::hold_waiting(tx),
            Waiting::Sent => Ok(Holds::default()),
        }
    })?;
    drop(connection);
    backup::fold_log(copy);
    for path in backup::beside(copy) {
        let _ = fs::remove_file(path);
    }
    Ok(held)
}

/// Gives the database that is there another name beside its own, so that nothing is ever lost by a restore.
fn put_aside(database: &Path, now: Timestamp) -> Result<Option<PathBuf>, BackupError> {
    if !database.exists() {
        return Ok(None);
    }
    backup::fold_log(database);
    let mut name = database.as_os_str().to_owned();
    name.push(format!(".before-{}", now.strftime("%Y%m%dT%H%M%SZ")));
    let aside = PathBuf::from(name);
    // A second name, so that there is a database at every moment; where the file system knows none, the name is changed.
    fs::hard_link(database, &aside)
        .or_else(|_| fs::rename(database, &aside))
        .map_err(BackupError::file(&aside))?;
    let logs = backup::beside(database)
        .into_iter()
        .zip(backup::beside(&aside));
    for (path, aside) in logs.filter(|(path, _)| path.exists()) {
        fs::rename(&path, &aside).map_err(BackupError::file(&path))?;
    }
    Ok(Some(aside))
}
