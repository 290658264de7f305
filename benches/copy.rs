//! A copy of a database for a bot that writes.

use std::path::{Path, PathBuf};

/// A copy of the database in `folder`: the bot writes, the questions stay as they are for the next run.
pub(crate) fn copy(database: &Path, folder: &Path) -> anyhow::Result<PathBuf> {
    let copy = folder.join("cutri.db");
    std::fs::copy(database, &copy)?;
    // What a copy leaves to be written would be waited for by the first commit of the bot.
    std::fs::File::open(&copy)?.sync_all()?;
    Ok(copy)
}
