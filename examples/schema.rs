//! Makes an empty database of the newest schema, for `sqlx::query!` to check statements against: `.ci/sqlx` runs it.
//! It needs nothing of the library, which may not compile until that database is there (see `build.rs`).

use std::{env, error::Error, path::PathBuf};

use sqlx::{
    Connection,
    sqlite::{SqliteConnectOptions, SqliteConnection},
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let path: PathBuf = env::args_os().nth(1).ok_or("which file?")?.into();
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    sqlx::migrate!().run(&mut connection).await?;
    connection.close().await?;
    Ok(())
}
