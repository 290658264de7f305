//! Delivery to a webhook: one update at a time, in order, again until the bot answers 2xx.

use std::sync::Arc;
use std::time::Duration;

use reqwest::Client;
use serde_json::Value;

use super::dispatch;
use super::params::Params;
use super::world::{Webhook, World};

const FIRST_WAIT: Duration = Duration::from_millis(100);
const LONGEST_WAIT: Duration = Duration::from_secs(5);
const SECRET_HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";

/// Delivers for ever.
pub(crate) async fn deliver(world: Arc<World>) {
    let client = Client::builder()
        .no_proxy()
        .timeout(Duration::from_mins(1))
        .build()
        .unwrap_or_default();
    let mut changes = world.changes();
    let mut wait = FIRST_WAIT;
    loop {
        let next = world.tend(|state| {
            let webhook = state.queue.webhook.clone()?;
            let now = state.clock.now();
            state.queue.expire(now);
            let update = state.queue.first(1).next()?.clone();
            Some((webhook, update))
        });
        let Some((webhook, update)) = next else {
            if changes.changed().await.is_err() {
                return;
            }
            continue;
        };
        match post(&client, &webhook, update.json).await {
            Ok(answer) => {
                wait = FIRST_WAIT;
                world.act(|state| state.queue.confirm(update.id + 1));
                reply(&world, answer).await;
            }
            Err(why) => {
                world.act(|state| {
                    let now = state.clock.now();
                    if let Some(webhook) = &mut state.queue.webhook {
                        webhook.last_error = Some((now, why));
                    }
                });
                tokio::time::sleep(wait).await;
                wait = (wait * 2).min(LONGEST_WAIT);
            }
        }
    }
}

async fn post(client: &Client, webhook: &Webhook, update: String) -> Result<String, String> {
    let mut request = client
        .post(&webhook.url)
        .header("Content-Type", "application/json")
        .body(update);
    if let Some(secret) = &webhook.secret_token {
        request = request.header(SECRET_HEADER, secret);
    }
    let answer = request
        .send()
        .await
        .map_err(|error| format!("Connection failed: {}", error.without_url()))?;
    if !answer.status().is_success() {
        return Err(format!(
            "Wrong response from the webhook: {}",
            answer.status()
        ));
    }
    Ok(answer.text().await.unwrap_or_default())
}

/// A webhook may answer with a call in the body; its outcome is never told.
async fn reply(world: &World, answer: String) {
    let Ok(Value::Object(mut values)) = serde_json::from_str(&answer) else {
        return;
    };
    let Some(Value::String(method)) = values.remove("method") else {
        return;
    };
    let params = Params {
        values,
        ..Params::default()
    };
    dispatch::call(world, &method, params).await;
}
