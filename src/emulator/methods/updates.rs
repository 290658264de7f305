//! Fetching updates, and the webhook that replaces fetching.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::failures::{FailureKind, FailureRule};
use crate::emulator::params::Params;
use crate::emulator::world::{State, Webhook, World};

pub(super) fn run(state: &mut State, method: &str, params: &Params) -> Option<ApiResult<Value>> {
    Some(match method {
        "setWebhook" => set_webhook(state, params),
        "deleteWebhook" => Ok(delete_webhook(state, params)),
        "getWebhookInfo" => Ok(webhook_info(state)),
        _ => return None,
    })
}

/// A batch of updates, written out.
#[derive(Debug)]
pub(crate) struct Batch {
    /// The JSON array.
    pub(crate) json: String,
    /// The failure that the answer meets, with the work done.
    pub(crate) failure: Option<FailureRule>,
}

/// `getUpdates`: confirms by offset, then waits for something to hand out.
///
/// # Errors
/// 409 while a webhook is set, or when a newer poll takes over.
pub(crate) async fn get_updates(world: &World, params: &Params) -> ApiResult<Batch> {
    let limit = params.integer("limit").unwrap_or(100).clamp(1, 100);
    let limit = usize::try_from(limit).unwrap_or(100);
    let timeout = params.integer("timeout").unwrap_or(0).clamp(0, 50);
    let deadline = Instant::now() + Duration::from_secs(timeout.unsigned_abs());
    let mut changes = world.changes();
    let reign = world.act(|state| begin(state, params))?;
    loop {
        if let Some(batch) = world.look_for(reign, limit, Instant::now() >= deadline)? {
            return Ok(batch);
        }
        tokio::select! {
            _ = changes.changed() => {}
            () = tokio::time::sleep_until(deadline) => {}
        }
    }
}

impl World {
    /// A batch if there is anything, or if there is no more time.
    fn look_for(&self, reign: u64, limit: usize, last: bool) -> ApiResult<Option<Batch>> {
        let due = self.look(|state| {
            if state.queue.reign != reign {
                return Err(ApiError::conflict(
                    "terminated by other getUpdates request; make sure that only one bot \
                     instance is running",
                ));
            }
            Ok(state.queue.pending() > 0 || last)
        })?;
        Ok(due.then(|| self.act(|state| batch(state, limit))))
    }
}

fn begin(state: &mut State, params: &Params) -> ApiResult<u64> {
    if state.queue.webhook.is_some() {
        return Err(ApiError::conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the \
             webhook first",
        ));
    }
    allow(state, params)?;
    let now = state.clock.now();
    state.queue.expire(now);
    state.queue.confirm(params.integer("offset").unwrap_or(0));
    let again = state
        .failures
        .take(&mut state.ids, "getUpdates", None, |kind| {
            kind == FailureKind::DuplicateUpdates
        });
    if again.is_some() {
        state.queue.hand_out_again();
    }
    state.queue.reign += 1;
    Ok(state.queue.reign)
}

fn batch(state: &mut State, limit: usize) -> Batch {
    let mut updates: Vec<_> = state
        .queue
        .first(limit)
        .map(|update| update.json.clone())
        .collect();
    let is_shuffled = updates.len() > 1
        && state
            .failures
            .take(&mut state.ids, "getUpdates", None, |kind| {
                kind == FailureKind::ReorderedUpdates
            })
            .is_some();
    if is_shuffled {
        updates.reverse();
    }
    let json = format!("[{}]", updates.join(","));
    let failure = (json.len() > 2)
        .then(|| {
            state
                .failures
                .take(&mut state.ids, "getUpdates", None, |kind| {
                    kind == FailureKind::LostUpdatesAnswer
                })
        })
        .flatten();
    Batch { json, failure }
}

fn allow(state: &mut State, params: &Params) -> ApiResult<()> {
    let Some(kinds) = params.json("allowed_updates", "allowed updates")? else {
        return Ok(());
    };
    let kinds: Vec<String> = kinds
        .as_array()
        .ok_or_else(|| ApiError::bad("expected an Array of String as allowed_updates"))?
        .iter()
        .filter_map(|kind| kind.as_str().map(str::to_owned))
        .collect();
    state.queue.allow(&kinds);
    Ok(())
}

fn set_webhook(state: &mut State, params: &Params) -> ApiResult<Value> {
    let url = params.text("url").unwrap_or_default();
    if url.is_empty() {
        return Ok(delete_webhook(state, params));
    }
    let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"]
        .iter()
        .any(|prefix| url.starts_with(prefix));
    if !local && !url.starts_with("https://") {
        return Err(ApiError::bad(
            "bad webhook: An HTTPS URL must be provided for webhook",
        ));
    }
    let secret = params.text("secret_token").filter(|text| !text.is_empty());
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_-".contains(&byte);
    if let Some(secret) = &secret {
        if secret.len() > 256 {
            return Err(ApiError::bad("secret token is too long"));
        }
        if !secret.bytes().all(allowed) {
            return Err(ApiError::bad("secret token contains unallowed characters"));
        }
    }
    allow(state, params)?;
    if params.flag("drop_pending_updates") {
        state.queue.drop_pending();
    }
    state.queue.reign += 1;
    state.queue.webhook = Some(Webhook {
        url,
        secret_token: secret,
        max_connections: params.integer("max_connections").unwrap_or(40),
        last_error: None,
    });
    Ok(json!(true))
}

fn delete_webhook(state: &mut State, params: &Params) -> Value {
    if params.flag("drop_pending_updates") {
        state.queue.drop_pending();
    }
    state.queue.webhook = None;
    json!(true)
}

fn webhook_info(state: &State) -> Value {
    let mut info = json!({
        "url": "", "has_custom_certificate": false,
        "pending_update_count": state.queue.pending(),
    });
    if let Some(webhook) = &state.queue.webhook {
        info["url"] = json!(webhook.url);
        info["max_connections"] = json!(webhook.max_connections);
        info["ip_address"] = json!("127.0.0.1");
        if let Some((date, text)) = &webhook.last_error {
            info["last_error_date"] = json!(date);
            info["last_error_message"] = json!(text);
        }
    }
    if let Some(kinds) = state.queue.allowed() {
        info["allowed_updates"] = json!(kinds);
    }
    info
}
