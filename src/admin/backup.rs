//! `cutri backup FILE` and `cutri restore FILE`: copies of the database, looked through, and putting one back.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::{
    backup::{
        self, BackupError, Recipient, Wanted,
        restore::{self, There, Waiting},
    },
    clock::Clock,
    run::{StartError, print::tell},
    store::StoreError,
};

/// What is asked of `cutri backup`.
#[derive(Debug, Args)]
pub struct Backup {
    /// Where the copy is to lie; an earlier copy there is replaced once the new one is whole.
    file: PathBuf,
    /// Seal it for whoever has the key of this recipient (age1…); may be given several times.
    #[arg(long, value_name = "RECIPIENT")]
    age: Vec<Recipient>,
    /// Put the day and time into the name, and keep the newest N of that name.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    keep: Option<u16>,
}

/// What is asked of `cutri restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// The copy: a database, or one sealed by age.
    file: PathBuf,
    /// Put a database that is there aside (its new name is printed) and take its place.
    #[arg(long)]
    force: bool,
    /// The file with the key of a sealed copy, as age-keygen writes it.
    #[arg(long, value_name = "KEYFILE")]
    identity: Option<PathBuf>,
    /// Send what waited to be sent when the copy was made. Without it such messages are held, and the office decides
    /// (/suco): they may have been sent since.
    #[arg(long)]
    send_waiting: bool,
}

/// Makes a copy and prints what it is.
///
/// # Errors
/// Why there is none; what was there before is still there.
pub async fn make(asked: Backup, database: &Path) -> Result<(), StartError> {
    let wanted = Wanted {
        to: asked.file,
        recipients: asked.age,
        keep: asked.keep.map(usize::from),
    };
    let made = backup::make(database, &wanted, Clock::system().now())
        .await
        .map_err(explained)?;
    tell!(
        "{}: {} bytes, whole, {} events in its books{}",
        made.path.display(),
        made.bytes,
        made.events,
        if wanted.recipients.is_empty() {
            ""
        } else {
            ", sealed and opened once to see that it can be"
        }
    );
    for removed in made.removed {
        tell!("removed {}", removed.display());
    }
    Ok(())
}

/// Puts a copy back and prints what was done.
///
/// # Errors
/// Why nothing was; the database that is there is as it was.
pub async fn put_back(asked: Restore, database: &Path) -> Result<(), StartError> {
    let wanted = restore::Wanted {
        from: asked.file,
        key: asked.identity,
        there: if asked.force {
            There::PutAside
        } else {
            There::Stays
        },
        waiting: if asked.send_waiting {
            Waiting::Sent
        } else {
            Waiting::Held
        },
    };
    let restored = restore::restore(database, &wanted, Clock::system().now())
        .await
        .map_err(explained)?;
    tell!(
        "{}: restored, whole, {} events in its books",
        database.display(),
        restored.events
    );
    if let Some(aside) = restored.aside {
        tell!("the database that was there is {}", aside.display());
    }
    let held = restored.held;
    if held.messages > 0 {
        tell!(
            "{} messages that waited to be sent are held: the office sends or drops them with /suco",
            held.messages
        );
    }
    if held.rounds > 0 {
        tell!(
            "{} announcements that were being sent to many rest: the office lets them go on or ends them with /suco",
            held.rounds
        );
    }
    tell!("start the bot: cutri run");
    Ok(())
}

/// What the operator can mend ends with 2, what failed with 1.
fn explained(error: BackupError) -> StartError {
    match error {
        BackupError::Store(StoreError::InUse { .. })
        | BackupError::NoDatabase(_)
        | BackupError::NotABackup(_)
        | BackupError::Itself(_)
        | BackupError::Damaged { .. }
        | BackupError::Foreign { .. }
        | BackupError::Newer { .. }
        | BackupError::Seal { .. }
        | BackupError::File { .. }
        | BackupError::WouldReplace(_) => StartError::Configuration(error.to_string()),
        // Its message names its cause, which would follow once more.
        BackupError::Copy { .. } => StartError::Failure(anyhow::anyhow!("{error}")),
        BackupError::Store(_) => StartError::Failure(error.into()),
    }
}
