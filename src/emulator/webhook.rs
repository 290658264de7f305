//! Delivery to a webhook: the updates of a chat one after the other, those of several chats side by
//! side, each again until the bot answers 2xx.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use reqwest::Client;
use serde_json::Value;
use tokio::task::JoinSet;

use super::dispatch;
use super::params::Params;
use super::world::{Update, Webhook, World};

const FIRST_WAIT: Duration = Duration::from_millis(100);
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// So long a webhook may take to answer; then it is asked again.
const PATIENCE: Duration = Duration::from_secs(20);
const SECRET_HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";

/// What came of one attempt.
struct Attempt {
    update: Update,
    wait: Duration,
    answer: Result<String, String>,
}

/// Delivers for ever.
pub(crate) async fn deliver(world: Arc<World>) {
    let client = Client::builder()
        .no_proxy()
        .timeout(PATIENCE)
        .build()
        .unwrap_or_default();
    let mut changes = world.changes();
    let mut under_way = JoinSet::new();
    // Chats with an update under way, and how long to wait before another attempt.
    let mut busy = HashSet::new();
    let mut waits = HashMap::new();
    loop {
        while let Some(update) = next(&world, &busy) {
            let wait = waits.remove(&update.lane).unwrap_or_default();
            busy.insert(update.lane);
            under_way.spawn(attempt(Arc::clone(&world), client.clone(), update, wait));
        }
        tokio::select! {
            change = changes.changed() => if change.is_err() { return },
            Some(Ok(done)) = under_way.join_next() => {
                busy.remove(&done.update.lane);
                if let Some(wait) = settle(&world, &done).await {
                    waits.insert(done.update.lane, wait);
                }
            }
        }
    }
}

/// The next update to deliver, if there is a webhook with a connection to spare.
fn next(world: &World, busy: &HashSet<i64>) -> Option<Update> {
    world.tend(|state| {
        let connections = state.queue.webhook.as_ref()?.max_connections;
        let connections = usize::try_from(connections).unwrap_or(1).max(1);
        if busy.len() >= connections {
            return None;
        }
        let now = state.clock.now();
        state.queue.expire(now);
        state.queue.first_free(|lane| busy.contains(&lane)).cloned()
    })
}

async fn attempt(world: Arc<World>, client: Client, update: Update, wait: Duration) -> Attempt {
    tokio::time::sleep(wait).await;
    // It may have been changed or taken away meanwhile.
    let answer = match world.look(|state| state.queue.webhook.clone()) {
        Some(webhook) => post(&client, &webhook, update.json.clone()).await,
        None => Err("the webhook was deleted".to_owned()),
    };
    Attempt {
        update,
        wait,
        answer,
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

/// Confirms what was taken; says how long to wait with what was not.
async fn settle(world: &World, done: &Attempt) -> Option<Duration> {
    match &done.answer {
        Ok(answer) => {
            world.act(|state| state.queue.confirm_one(done.update.id));
            reply(world, answer).await;
            None
        }
        Err(why) => {
            world.act(|state| {
                let now = state.clock.now();
                if let Some(webhook) = &mut state.queue.webhook {
                    webhook.last_error = Some((now, why.clone()));
                }
            });
            Some((done.wait * 2).clamp(FIRST_WAIT, LONGEST_WAIT))
        }
    }
}

/// A webhook may answer with a call in the body; its outcome is never told.
async fn reply(world: &World, answer: &str) {
    let Ok(Value::Object(mut values)) = serde_json::from_str(answer) else {
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
