//! What the bot needs before it can serve: the council file, the database, its own name; and why it cannot start.

pub(super) mod waiting;

use std::{collections::BTreeMap, path::Path, time::Duration};

use crate::{
    botapi::{BotApi, CallError},
    clock::Clock,
    delivery::Mail,
    domain::{
        council::{Council, Problem},
        ids::UserId,
        report::{ReportKind, template::Template},
    },
    handlers::BotIdentity,
    health::Health,
    store::{Store, StoreError},
};

/// Why the bot cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The operator has to change something: exit 2.
    #[error("{0}")]
    Configuration(String),
    /// Something failed: exit 1.
    #[error(transparent)]
    Failure(#[from] anyhow::Error),
}

/// Opens the database; a file that cannot be used is the operator's business.
///
/// # Errors
/// [`StartError`], with what to do.
pub fn open_store(path: &Path, mail: &Mail) -> Result<Store, StartError> {
    Store::open(path, mail.announcer()).map_err(|error| {
        if matches!(error, StoreError::Thread(_)) {
            return StartError::Failure(error.into());
        }
        let said = format!("CUTRI_DATABASE: {}: {error}", path.display());
        if error.looks_damaged()
            && let Err(unread) = read_through(path)
        {
            return StartError::Failure(anyhow::anyhow!("{said}: the disk fails: {unread}"));
        }
        of_the_database(&error, said)
    })
}

/// A database that opened and cannot be used is the operator's business, too.
#[expect(clippy::needless_pass_by_value, reason = "the shape `map_err` wants")]
pub(super) fn opening(error: StoreError) -> StartError {
    of_the_database(&error, format!("CUTRI_DATABASE: {error}"))
}

/// What may pass by itself (a disk that failed once, a shell that holds the file) is worth another start: exit 1.
fn of_the_database(error: &StoreError, said: String) -> StartError {
    if error.may_pass() {
        StartError::Failure(anyhow::Error::msg(said))
    } else {
        StartError::Configuration(said)
    }
}

/// Whether every byte of the database and its log can be read: SQLite calls both a damaged file and a disk that fails malformed.
fn read_through(database: &Path) -> std::io::Result<()> {
    let mut log = database.as_os_str().to_owned();
    log.push("-wal");
    for file in [database.as_os_str(), &log] {
        match std::fs::File::open(file) {
            Ok(mut file) => std::io::copy(&mut file, &mut std::io::sink()).map(drop)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Reads a council file.
///
/// # Errors
/// Every problem of the file, each with its line.
pub fn read_council(path: &Path) -> Result<Council, StartError> {
    let shown = path.display();
    let unreadable = |why: String| StartError::Configuration(format!("{shown}: {why}"));
    let bytes = std::fs::read(path).map_err(|error| unreadable(error.to_string()))?;
    let text = as_text(&bytes).map_err(unreadable)?;
    let mut council = Council::parse(text).map_err(|problems| {
        let lines: Vec<String> = problems
            .iter()
            .map(|problem: &Problem| format!("{shown}: {problem}"))
            .collect();
        StartError::Configuration(lines.join("\n"))
    })?;
    let beside = path.parent().unwrap_or_else(|| Path::new("."));
    council.papers.templates = read_templates(&beside.join("templates/papers"))?;
    Ok(council)
}

/// The council's own templates of papers, from the files beside its council file; every problem with its file and line.
fn read_templates(folder: &Path) -> Result<BTreeMap<ReportKind, Template>, StartError> {
    let mut templates = BTreeMap::new();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(templates),
        Err(error) => {
            let shown = folder.display();
            return Err(StartError::Configuration(format!("{shown}: {error}")));
        }
    };
    let mut files: Vec<_> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let mut problems = Vec::new();
    for file in files {
        let shown = file.display();
        let stem = file
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        let Some(kind) = Template::kind_of_file(stem) else {
            problems.push(format!("{shown}: there is no paper of this name"));
            continue;
        };
        match std::fs::read_to_string(&file) {
            Ok(text) => match Template::parse(kind, &text) {
                Ok(template) => {
                    templates.insert(kind, template);
                }
                Err(problem) => problems.push(format!("{shown}: {problem}")),
            },
            Err(error) => problems.push(format!("{shown}: {error}")),
        }
    }
    if problems.is_empty() {
        Ok(templates)
    } else {
        Err(StartError::Configuration(problems.join("\n")))
    }
}

/// The council file of `run`: what is wrong with its path is wrong with the variable.
///
/// # Errors
/// As [`read_council`].
pub fn read_own_council(path: &Path) -> Result<Council, StartError> {
    if std::fs::metadata(path).is_ok_and(|file| file.is_file()) {
        return read_council(path);
    }
    read_council(path).map_err(|error| {
        StartError::Configuration(format!("CUTRI_COUNCIL: {error}; cutri init writes one"))
    })
}

/// The text of a file, without the mark some editors put in front; other encodings are named.
fn as_text(bytes: &[u8]) -> Result<&str, String> {
    const UTF_8: &str = "save it as UTF-8 (in Notepad: Save As, Encoding: UTF-8)";
    let bytes = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Err(format!("is UTF-16: {UTF_8}")),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => rest,
    };
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.split(|byte| *byte == b'\n').count();
        format!(
            "line {line}: is not UTF-8 but an older encoding (Windows-1258, TCVN3 or VNI, perhaps): {UTF_8}"
        )
    })
}

/// Telegram may be unreachable when the server boots: patience. A wrong token is told at once.
pub(super) async fn who_am_i(
    api: &BotApi,
    health: &Health,
    clock: &Clock,
) -> Result<BotIdentity, StartError> {
    let mut wait = Duration::from_millis(250);
    loop {
        match api.get_me().await {
            Ok(me) => {
                health.telegram_answered(clock.now());
                return Ok(BotIdentity {
                    id: UserId(i64::try_from(me.id.0).unwrap_or(0)),
                    username: me.username.unwrap_or_default(),
                });
            }
            Err(CallError::BadToken) => {
                return Err(StartError::Configuration(
                    "TELOXIDE_TOKEN: Telegram does not know this token".to_owned(),
                ));
            }
            Err(error) => {
                health.telegram_failed(clock.now());
                tracing::warn!(%error, "Telegram cannot be reached yet");
                tokio::time::sleep(wait).await;
                wait = (wait * 2).min(Duration::from_secs(30));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_named_and_a_mark_in_front_is_nothing() {
        assert_eq!(as_text("\u{feff}a = 1".as_bytes()), Ok("a = 1"));
        let wide: Vec<u8> = [0xFF, 0xFE, b'a', 0].into();
        assert!(as_text(&wide).unwrap_err().contains("UTF-16"));
        let old = as_text(b"a = 1\nname = \"H\xE0 Nam\"").unwrap_err();
        assert!(old.starts_with("line 2: is not UTF-8"), "{old}");
    }
}
