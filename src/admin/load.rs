//! `cutri load FILE`: validates a council file, or a spreadsheet of areas, bodies, delegates and sessions, and puts it over
//! what is in the database.

use std::path::{Path, PathBuf};

use clap::Args;

use super::sheet::{self, Book, Head};
use crate::{
    clock::Clock,
    domain::council::{Change, Council, What},
    run::{StartError, print::tell, read_council},
    store::{self, StoreError, council},
};

/// What is asked of `cutri load`.
#[derive(Debug, Args)]
pub struct Load {
    /// The council file (TOML), or spreadsheets (.xlsx, .ods, .csv) of areas, bodies, delegates, sessions.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Only say what would change.
    #[arg(long)]
    dry_run: bool,
}

/// Loads the file and prints what changed.
///
/// # Errors
/// The file's problems, each with its line or cell, or why the database cannot be written.
pub fn load(asked: &Load, database: &Path) -> Result<(), StartError> {
    let unusable = |error: StoreError| {
        StartError::Configuration(format!("CUTRI_DATABASE: {}: {error}", database.display()))
    };
    let known = council::of_file(database).map_err(unusable)?;
    let newer = read(&asked.files, known.as_ref())?;
    let after = match &known {
        Some(known) => known.merged_with(&newer),
        None => newer.clone(),
    };
    for doubt in after.doubts() {
        tell!("note: {doubt}");
    }
    // A spreadsheet says only what it has.
    let is_sheet = asked.files.iter().all(|file| sheet::is_one(file));
    let worth_saying = |mut changes: Vec<Change>| {
        changes.retain(|change| !is_sheet || change.what != What::Kept);
        changes
    };
    if asked.dry_run {
        let changes = known.as_ref().map(|known| known.changes_to(&newer));
        say(&newer, changes.map(worth_saying));
        tell!("nothing was changed (--dry-run)");
        return Ok(());
    }
    let connection = store::open_connection(database).map_err(unusable)?;
    let now = Clock::system().now();
    let loaded = store::write_once(&connection, |tx| {
        if is_sheet {
            council::load(tx, &newer, now)
        } else {
            council::load_file(tx, &newer, now)
        }
    });
    let changes = loaded.map_err(unusable)?;
    say(&newer, known.map(|_| worth_saying(changes)));
    Ok(())
}

/// What changed; `None`: it is the first council.
fn say(newer: &Council, changes: Option<Vec<Change>>) {
    let Some(changes) = changes else {
        tell!("loaded: {}", newer.name.vi);
        return;
    };
    if changes.is_empty() {
        tell!("nothing changed");
    }
    for change in changes {
        tell!("{change}");
    }
}

fn read(files: &[PathBuf], known: Option<&Council>) -> Result<Council, StartError> {
    if let [file] = files
        && !sheet::is_one(file)
    {
        return read_council(file);
    }
    if let Some(file) = files.iter().find(|file| !sheet::is_one(file)) {
        let shown = file.display();
        return Err(StartError::Configuration(format!(
            "{shown}: several files are the sheets of one spreadsheet: .csv"
        )));
    }
    let told = |problems: Vec<String>| StartError::Configuration(problems.join("\n"));
    let book = Book::read(files).map_err(told)?;
    let head = match known {
        Some(known) => Head::of(known),
        None => book.head().clone(),
    };
    let (council, _) = book.council(&head, known).map_err(told)?;
    Ok(council)
}
