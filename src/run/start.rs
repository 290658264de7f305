//! What the bot needs before it can serve: the council file, the database, its own name; and why it cannot start.

use std::{path::Path, time::Duration};

use crate::{
    botapi::{BotApi, CallError},
    clock::Clock,
    delivery::Mail,
    domain::{
        council::{Council, Problem},
        ids::UserId,
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
        StartError::Configuration(format!("CUTRI_DATABASE: {}: {error}", path.display()))
    })
}

/// A database that opened and cannot be used is the operator's business, too.
#[expect(clippy::needless_pass_by_value, reason = "the shape `map_err` wants")]
pub(super) fn opening(error: StoreError) -> StartError {
    StartError::Configuration(format!("CUTRI_DATABASE: {error}"))
}

/// Reads a council file.
///
/// # Errors
/// Every problem of the file, each with its line.
pub fn read_council(path: &Path) -> Result<Council, StartError> {
    let shown = path.display();
    let text = std::fs::read_to_string(path)
        .map_err(|error| StartError::Configuration(format!("CUTRI_COUNCIL: {shown}: {error}")))?;
    Council::parse(&text).map_err(|problems| {
        let lines: Vec<String> = problems
            .iter()
            .map(|problem: &Problem| format!("{shown}: {problem}"))
            .collect();
        StartError::Configuration(lines.join("\n"))
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
