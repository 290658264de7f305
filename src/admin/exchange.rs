//! `cutri export --exchange FILE`: petitions that one council sends up to another, and what came of them. `import` takes them in.

use std::{
    fs::{self, OpenOptions},
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
    time::Duration,
};

use anyhow::Context as _;

use super::schema;
use crate::{
    clock::Clock,
    domain::import::exchange::Item,
    reading::{
        Room,
        report::{self as facts, exchange as reading},
    },
    run::{StartError, print::tell},
};

pub use crate::reading::report::exchange::ExchangeWish;

/// What takes longer than this hangs.
const AT_MOST: Duration = Duration::from_mins(10);

/// Writes the package to a new file that nobody else can read.
///
/// # Errors
/// When there is no council of this version, or the file cannot be written.
pub async fn export(out: &Path, wish: ExchangeWish<'_>, database: &Path) -> Result<(), StartError> {
    schema::check(database).await?;
    let now = Clock::system().now();
    let room = Room::new(database, AT_MOST);
    let made = async {
        let mut view = room.view().await?;
        let Some(council) = facts::council(&mut view).await? else {
            return Ok(None);
        };
        let package = reading::package(&mut view, &council, wish, now).await?;
        Ok(Some(package))
    };
    let made = room.in_time(made).await;
    room.close().await;
    let Some(package) = made.context("cannot read what is to be exchanged")? else {
        return Err(StartError::Configuration(
            "no council was loaded yet: run `cutri load FILE`".to_owned(),
        ));
    };
    let bytes = serde_json::to_vec_pretty(&package).context("cannot write the package")?;
    let unusable = |error: std::io::Error| {
        StartError::Configuration(format!("--exchange {}: {error}", out.display()))
    };
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(out)
        .map_err(unusable)?;
    if let Err(error) = file.write_all(&bytes) {
        // Half of it would be in the way of the next try.
        let _ = fs::remove_file(out);
        return Err(unusable(error));
    }
    let petitions = package.items.iter();
    let petitions = petitions
        .filter(|item| matches!(item, Item::Petition(_)))
        .count();
    tell!(
        "{}: {petitions} petitions that were sent up, {} results",
        out.display(),
        package.items.len() - petitions
    );
    Ok(())
}
