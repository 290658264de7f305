//! We broke: logged once, with the update; the update is tried again.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::store::{StoreError, WriteTx};

/// Why an update could not be handled.
#[derive(Debug, thiserror::Error)]
pub(crate) enum HandlerError {
    /// The database failed, or holds something impossible.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A bug of ours; the panic itself is in the log.
    #[error("a handler panicked")]
    Panicked,
    /// A bug of ours: what residents do for themselves was done in a group.
    #[error("a resident's step was taken outside their private chat")]
    NotInPrivate,
    /// The process ended during every try so far.
    #[error("the process ended while handling it")]
    Crashed,
}

impl HandlerError {
    /// Whether the disk or the file is at fault, not the update: then nothing should be set aside.
    #[must_use]
    pub(crate) fn is_of_the_disk(&self) -> bool {
        match self {
            Self::Store(error) => error.is_of_the_disk(),
            Self::Panicked | Self::Crashed | Self::NotInPrivate => false,
        }
    }
}

/// For jobs of the writing thread: what the database says stays what it is, so that an error of the disk is known as one.
impl From<HandlerError> for StoreError {
    fn from(error: HandlerError) -> Self {
        match error {
            HandlerError::Store(error) => error,
            ours => Self::Job(ours.into()),
        }
    }
}

/// Does `work`; a panic is an error like any other.
///
/// # Errors
/// What it gave, or [`HandlerError::Panicked`].
pub(crate) fn caught<R>(work: impl FnOnce() -> Result<R, HandlerError>) -> Result<R, HandlerError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(HandlerError::Panicked))
}

/// Does `work` behind a savepoint: what breaks in it is undone and given back, and the transaction goes on.
///
/// # Errors
/// When the disk or the file is at fault: then nothing of the transaction may be kept.
pub(crate) fn attempt(
    tx: &mut WriteTx<'_>,
    work: impl FnOnce(&mut WriteTx<'_>) -> Result<(), HandlerError>,
) -> Result<Result<(), HandlerError>, HandlerError> {
    let savepoint = tx.savepoint()?;
    match caught(|| work(tx)) {
        Ok(()) => tx.keep(savepoint)?,
        Err(error) if error.is_of_the_disk() => return Err(error),
        Err(error) => {
            tx.undo(savepoint)?;
            return Ok(Err(error));
        }
    }
    Ok(Ok(()))
}
