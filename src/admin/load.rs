//! `cutri load FILE`: validates a council file and puts it over what is in the database.

use std::path::Path;

use crate::{
    clock::Clock,
    run::{StartError, read_council},
    store::{self, StoreError, council},
};

/// Loads the file and prints what changed.
///
/// # Errors
/// The file's problems, each with its line, or why the database cannot be written.
pub fn load(file: &Path, database: &Path) -> Result<(), StartError> {
    let newer = read_council(file)?;
    let unusable = |error: StoreError| {
        StartError::Configuration(format!("CUTRI_DATABASE: {}: {error}", database.display()))
    };
    let connection = store::open_connection(database).map_err(unusable)?;
    let now = Clock::system().now();
    let (is_first, changes) = store::write_once(&connection, |tx| {
        let is_first = council::version(tx)? == 0;
        Ok((is_first, council::load(tx, &newer, now)?))
    })
    .map_err(unusable)?;
    if is_first {
        println!("loaded: {}", newer.name.vi);
    } else if changes.is_empty() {
        println!("nothing changed");
    }
    for change in changes {
        println!("{change}");
    }
    Ok(())
}
