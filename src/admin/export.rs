//! `cutri export --out DIR`: everything that is stored, one file of JSON Lines a table, of one moment, with a note of the schema
//! and the sums of all files. It holds personal data: nobody but the operator can read the folder.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{BufWriter, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::Path,
    time::Duration,
};

use anyhow::Context as _;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::schema;
use crate::{
    clock::Clock,
    domain::chain,
    reading::{Room, export},
    run::{StartError, print::tell},
    store::newest_version,
};

/// A million questions take minutes.
const AT_MOST: Duration = Duration::from_hours(6);

/// What the folder says of itself.
const README: &str = "\
# Export of cutri

One file a table, one row a line, each a JSON object with the columns of the table. All files are of the same moment.

- `schema.json`: version of the schema, when this was made, and how each table was made (`create table`, with what every
  column may hold and what it points to).
- `SHA256SUMS`: check with `sha256sum -c SHA256SUMS`.
- Times (`…_at`) are seconds since 1970 in UTC; days (`…_on`) are text; bytes are `{\"base64\": …}`; some texts are JSON.
- It holds personal data: keep it as safe as the database.
";

/// Writes the folder.
///
/// # Errors
/// When there is no database of this version, the folder is not empty, or something cannot be written.
pub async fn export(out: &Path, database: &Path) -> Result<(), StartError> {
    schema::check(database).await?;
    let refuse = |why: String| StartError::Configuration(why);
    let is_used = out
        .read_dir()
        .is_ok_and(|mut entries| entries.next().is_some());
    if is_used {
        return Err(refuse(format!(
            "--out {}: the folder is not empty",
            out.display()
        )));
    }
    let made = DirBuilder::new().recursive(true).mode(0o700).create(out);
    made.map_err(|error| refuse(format!("--out {}: {error}", out.display())))?;
    let room = Room::new(database, AT_MOST);
    let written = write_all(&room, out).await;
    room.close().await;
    let (tables, rows) = written?;
    tell!("{}: {tables} tables, {rows} rows", out.display());
    Ok(())
}

async fn write_all(room: &Room, out: &Path) -> anyhow::Result<(usize, u64)> {
    let mut view = room.view().await?;
    let tables = export::tables(&mut view).await?;
    let mut sums = String::new();
    let mut notes = Vec::new();
    let mut all = 0;
    for table in &tables {
        let name = format!("{}.jsonl", table.name);
        let mut file = BufWriter::new(create(&out.join(&name))?);
        let mut sum = Sha256::new();
        let rows = export::rows(&mut view, table, |line| {
            sum.update(line);
            file.write_all(line)
        })
        .await
        .with_context(|| format!("cannot write {name}"))?;
        file.flush()
            .with_context(|| format!("cannot write {name}"))?;
        sums = format!("{sums}{}  {name}\n", chain::hex(&sum.finalize()));
        notes.push(
            json!({ "table": table.name, "file": name, "rows": rows, "schema": table.schema }),
        );
        all += rows;
    }
    let note = json!({
        "schema_version": newest_version(),
        "program": env!("CARGO_PKG_VERSION"),
        "made_at": Clock::system().now().to_string(),
        "tables": notes,
    });
    let note = serde_json::to_vec_pretty(&note)?;
    for (name, bytes) in [
        ("schema.json", note.as_slice()),
        ("README.md", README.as_bytes()),
    ] {
        create(&out.join(name))?
            .write_all(bytes)
            .with_context(|| format!("cannot write {name}"))?;
        sums = format!("{sums}{}  {name}\n", chain::hex(&Sha256::digest(bytes)));
    }
    create(&out.join("SHA256SUMS"))?.write_all(sums.as_bytes())?;
    fs::File::open(out)?.sync_all()?;
    Ok((tables.len(), all))
}

fn create(path: &Path) -> anyhow::Result<File> {
    let opened = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    opened.with_context(|| format!("cannot write {}", path.display()))
}
