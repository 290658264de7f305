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

/// A failure older than this, in seconds, is over.
const FAILED_LATELY: i64 = 180;

/// The first wait after a failure to tell Telegram; it doubles up to half a minute.
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

/// Tells Telegram how updates should come, until it has heard: what waits there stays there meanwhile.
pub(super) async fn choose(api: &BotApi, updates: &Updates) {
    let mut wait = FIRST_WAIT;
    loop {
        let told: Result<bool, CallError> = match updates {
            Updates::Polling => api.send(&DeleteWebhook::new()).await,
            Updates::Webhook(webhook) => set(api, webhook).await,
        };
        match told {
            Ok(_) => return,
            Err(error @ CallError::Refused { .. }) => {
                tracing::error!(%error, "Telegram does not let updates come like this");
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

/// Asks Telegram from time to time whether it can bring updates, for ever: nobody else notices when it cannot. An address
/// that somebody else has set is set right.
pub(super) async fn watch(api: BotApi, webhook: Webhook, clock: Clock, health: Health) {
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        look(&api, &webhook, &clock, &health).await;
    }
}

async fn look(api: &BotApi, webhook: &Webhook, clock: &Clock, health: &Health) {
    let info: Info = match api.send(&GetWebhookInfo::new()).await {
        Ok(info) => info,
        Err(error) => {
            tracing::warn!(%error, "Telegram did not say how the webhook does");
            health.telegram_failed(clock.now());
            return;
        }
    };
    health.telegram_answered(clock.now());
    let is_ours = address(webhook).is_ok_and(|address| address.as_str() == info.url)
        && WANTED
            .iter()
            .all(|kind| info.allowed_updates.contains(kind));
    if !is_ours {
        tracing::warn!("the webhook is not set as it should be: it is set anew");
        if let Err(error) = set(api, webhook).await {
            tracing::error!(%error, "the webhook could not be set");
            health.webhook_fails(Some("the webhook is not set".to_owned()));
            return;
        }
    }
    health.webhook_fails(trouble(info, clock.now().as_second()));
}

/// Why updates do not arrive, if they do not.
fn trouble(info: Info, now: i64) -> Option<String> {
    let is_late = info
        .last_error_date
        .is_some_and(|at| now - at <= FAILED_LATELY);
    if !is_late || info.pending_update_count == 0 {
        return None;
    }
    let why = info.last_error_message.unwrap_or_default();
    tracing::warn!(pending = info.pending_update_count, %why, "Telegram cannot bring updates");
    Some(why)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn info(pending: u32, failed_at: Option<i64>) -> Info {
        Info {
            url: String::new(),
            pending_update_count: pending,
            last_error_date: failed_at,
            last_error_message: Some("Connection refused".to_owned()),
            allowed_updates: Vec::new(),
        }
    }

    #[test]
    fn only_a_late_failure_with_updates_that_wait_is_trouble() {
        assert!(trouble(info(3, Some(950)), 1_000).is_some());
        assert!(
            trouble(info(0, Some(950)), 1_000).is_none(),
            "nothing waits"
        );
        assert!(trouble(info(3, Some(500)), 1_000).is_none(), "long ago");
        assert!(trouble(info(3, None), 1_000).is_none());
    }
}
