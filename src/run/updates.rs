//! How updates should come: by polling, or to the webhook; and whether they can come there.

use std::time::Duration;

use serde::Deserialize;
use teloxide::{
    payloads::{DeleteWebhook, GetWebhookInfo, SetWebhook, SetWebhookSetters},
    types::AllowedUpdate,
};

use crate::{
    botapi::{BotApi, CallError},
    clock::Clock,
    config::{Updates, Webhook},
    health::Health,
    intake::poll::WANTED,
};

/// At most so many updates at once: Telegram's own default.
const CONNECTIONS: u8 = 40;

/// So often Telegram is asked whether the webhook works.
const LOOK_EVERY: Duration = Duration::from_mins(1);

/// The first wait after a failure to tell Telegram; it doubles up to half a minute, beside a bot that serves up to
/// [`LOOK_EVERY`].
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// What Telegram says of the webhook.
#[derive(Debug, Deserialize)]
struct Info {
    url: String,
    #[serde(default)]
    pending_update_count: u32,
    #[serde(default)]
    last_error_date: Option<i64>,
    #[serde(default)]
    last_error_message: Option<String>,
    #[serde(default)]
    allowed_updates: Vec<AllowedUpdate>,
}

/// Tells Telegram how updates should come, until it has heard: what waits there stays there meanwhile. A webhook that it will
/// not have is no reason not to send what waits here: the bot serves, is not ready, and [`watch`] tries again.
pub(super) async fn choose(api: &BotApi, updates: &Updates, health: &Health) {
    let mut wait = FIRST_WAIT;
    loop {
        let told: Result<bool, CallError> = match updates {
            Updates::Polling => api.send(&DeleteWebhook::new()).await,
            Updates::Webhook(webhook) => set(api, webhook).await,
        };
        match told {
            Ok(_) => return,
            Err(error @ CallError::Refused { .. }) => {
                match updates {
                    Updates::Polling => {
                        tracing::error!(%error, "Telegram does not let updates come like this");
                    }
                    Updates::Webhook(_) => is_not_set(&error, health),
                }
                return;
            }
            Err(error) => {
                tracing::warn!(%error, "Telegram could not be told how updates should come");
                tokio::time::sleep(wait).await;
                wait = (wait * 2).min(LONGEST_WAIT);
            }
        }
    }
}

async fn set(api: &BotApi, webhook: &Webhook) -> Result<bool, CallError> {
    let address = address(webhook)?;
    let payload = SetWebhook::new(address)
        .secret_token(secrecy::ExposeSecret::expose_secret(&webhook.secret))
        .allowed_updates(WANTED)
        .max_connections(CONNECTIONS);
    api.send(&payload).await
}

fn address(webhook: &Webhook) -> Result<reqwest::Url, CallError> {
    let base = webhook.url.as_str().trim_end_matches('/');
    format!("{base}/telegram")
        .parse()
        .map_err(|_| CallError::Trouble("the webhook's address cannot be used".to_owned()))
}

fn is_not_set(error: &CallError, health: &Health) {
    tracing::error!(%error, "the webhook could not be set: it is tried again; see CUTRI_WEBHOOK_URL");
    health.webhook_fails(Some(format!("the webhook is not set: {error}")));
}

/// Asks Telegram from time to time whether it can bring updates, for ever: nobody else notices when it cannot. An address
/// that somebody else has set is set right.
pub(super) async fn watch(api: BotApi, webhook: Webhook, clock: Clock, health: Health) {
    let mut wait = if health.webhook_trouble().is_some() {
        FIRST_WAIT
    } else {
        LOOK_EVERY
    };
    loop {
        tokio::time::sleep(wait).await;
        wait = match look(&api, &webhook, &clock, &health).await {
            Looked::IsNotSet => (wait * 2).min(LOOK_EVERY),
            Looked::IsSet | Looked::NobodyAnswers => LOOK_EVERY,
        };
    }
}

/// What was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looked {
    /// Telegram knows where to bring updates; whether it can is in [`Health`].
    IsSet,
    /// It does not, and would not hear it.
    IsNotSet,
    /// It did not say.
    NobodyAnswers,
}

async fn look(api: &BotApi, webhook: &Webhook, clock: &Clock, health: &Health) -> Looked {
    let info: Info = match api.send(&GetWebhookInfo::new()).await {
        Ok(info) => info,
        Err(error) => {
            tracing::warn!(%error, "Telegram did not say how the webhook does");
            health.telegram_failed(clock.now());
            return Looked::NobodyAnswers;
        }
    };
    health.telegram_answered(clock.now());
    let is_ours = address(webhook).is_ok_and(|address| address.as_str() == info.url)
        && WANTED
            .iter()
            .all(|kind| info.allowed_updates.contains(kind));
    if is_ours {
        health.webhook_fails(trouble(info, health.brought_at()));
        return Looked::IsSet;
    }
    tracing::warn!("the webhook is not set as it should be: it is set anew");
    match set(api, webhook).await {
        Ok(_) => {
            // What failed, failed elsewhere.
            health.webhook_fails(None);
            Looked::IsSet
        }
        Err(error) => {
            is_not_set(&error, health);
            Looked::IsNotSet
        }
    }
}

/// Why updates do not arrive, if they do not: a try failed, and neither has one succeeded since (`brought_at`, unix seconds)
/// nor is nothing left to bring. Telegram's tries are further and further apart, so that the failed one may be long ago.
fn trouble(info: Info, brought_at: i64) -> Option<String> {
    let is_over = info
        .last_error_date
        .is_none_or(|failed_at| brought_at >= failed_at);
    if is_over || info.pending_update_count == 0 {
        return None;
    }
    let why = info.last_error_message.unwrap_or_default();
    tracing::warn!(pending = info.pending_update_count, %why, "Telegram cannot bring updates");
    Some(why)
}

#[cfg(test)]
#[path = "updates_tests.rs"]
mod tests;
