//! How updates should come: by polling, or to the webhook.

use teloxide::payloads::{DeleteWebhook, SetWebhook, SetWebhookSetters};

use crate::{
    botapi::{BotApi, CallError},
    config::Updates,
    intake::poll::WANTED,
};

/// Tells Telegram how updates should come.
pub(super) async fn choose(api: &BotApi, updates: &Updates) {
    let told: Result<bool, CallError> = match updates {
        Updates::Polling => api.send(&DeleteWebhook::new()).await,
        Updates::Webhook { url, secret } => {
            let address = url.as_str().trim_end_matches('/');
            match format!("{address}/telegram").parse::<reqwest::Url>() {
                Ok(address) => {
                    let payload = SetWebhook::new(address)
                        .secret_token(secrecy::ExposeSecret::expose_secret(secret))
                        .allowed_updates(WANTED)
                        .max_connections(40);
                    api.send(&payload).await
                }
                Err(_) => Err(CallError::Trouble(
                    "the webhook's address cannot be used".to_owned(),
                )),
            }
        }
    };
    if let Err(error) = told {
        tracing::warn!(%error, "Telegram could not be told how updates should come");
    }
}
