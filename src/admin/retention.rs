//! `cutri retention [--dry-run]`: what the council keeps no longer, as a table; without `--dry-run` it is removed.

use std::path::Path;

use crate::{
    clock::Clock,
    domain::{event::Event, keyword::Keyword as _, retention::Kept},
    run::{StartError, print::tell},
    store::{self, StoreError, council, events, retention},
};

/// Rows removed in one transaction: a running bot waits that long.
const A_STEP: u32 = 100;

/// What is done beside the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Nothing.
    DryRun,
    /// It is removed.
    Remove,
}

/// Prints what has ended, and removes it.
///
/// # Errors
/// When there is no council yet, or the database cannot be used.
pub fn retention(database: &Path, mode: Mode) -> Result<(), StartError> {
    let unusable = |error: StoreError| {
        StartError::Configuration(format!("CUTRI_DATABASE: {}: {error}", database.display()))
    };
    let connection = store::open_connection(database).map_err(unusable)?;
    let now = Clock::system().now();
    let known = store::write_once(&connection, |tx| council::find(tx)).map_err(unusable)?;
    let Some((council, _)) = known else {
        let none = "no council was loaded yet: run `cutri load FILE`".to_owned();
        return Err(StartError::Configuration(none));
    };
    tell!(
        "{:<18} {:>7} {:>12} {:>9}",
        "what",
        "months",
        "older than",
        "rows"
    );
    let mut all = 0;
    for kept in Kept::ALL {
        let Some(before) = council.retention.ends_before(*kept, now, &council.timezone) else {
            tell!("{:<18} {:>7} {:>12} {:>9}", kept.as_str(), "–", "kept", "–");
            continue;
        };
        let months = council.retention.months(*kept).unwrap_or(0);
        let ended = store::write_once(&connection, |tx| retention::count(tx, *kept, before))
            .map_err(unusable)?;
        let day = council.local_date(before);
        tell!(
            "{:<18} {months:>7} {:>12} {ended:>9}",
            kept.as_str(),
            day.to_string()
        );
        all += ended;
        if mode == Mode::DryRun {
            continue;
        }
        loop {
            let removed = store::write_once(&connection, |tx| {
                let removed = retention::remove_some(tx, *kept, before, A_STEP, now)?;
                if removed > 0 {
                    let done = Event::RetentionDone { removed };
                    events::record(tx, &done, None, None, now)?;
                }
                Ok(removed)
            })
            .map_err(unusable)?;
            if removed == 0 {
                break;
            }
        }
    }
    match mode {
        Mode::DryRun => tell!("{all} rows have ended; nothing was removed (dry run)"),
        Mode::Remove => tell!(
            "{all} rows were removed; the running bot writes the file anew at night, so that nothing is left in it"
        ),
    }
    Ok(())
}
