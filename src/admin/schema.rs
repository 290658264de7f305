//! Whether the database is one that this program can read: what every command says that only looks at it.

use std::path::Path;

use crate::{
    reading::check::{self, Schema},
    run::StartError,
    store::{StoreError, newest_version},
};

/// The database has to be there and of this program's version.
///
/// # Errors
/// What it is instead, and what to do.
pub(super) async fn check(database: &Path) -> Result<(), StartError> {
    let why = match check::schema_of(database).await {
        Ok(Some(Schema::Newest)) => return Ok(()),
        Ok(None) => "is not there; run `cutri load FILE` or `cutri run` first".to_owned(),
        Ok(Some(Schema::Older(found))) => {
            format!("is of version {found}; `cutri run` or `cutri load FILE` brings it up to date")
        }
        Ok(Some(Schema::Newer(found))) => newer(found),
        Err(error) => error.to_string(),
    };
    Err(StartError::Configuration(format!(
        "CUTRI_DATABASE: {}: {why}",
        database.display()
    )))
}

/// What there is to say of a schema that only a newer cutri knows: the sentence of `cutri run`.
pub(super) fn newer(found: i64) -> String {
    let known = newest_version();
    StoreError::NewerSchema { found, known }.to_string()
}
