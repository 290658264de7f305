//! Failures on order, the sending limits, and the webhook.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::Town;
use crate::emulator::{Config, FailureKind, FailureRule, Presence};

fn hello(town: &Town) -> Value {
    json!({ "chat_id": town.lan, "text": "x" })
}

fn sent(town: &Town) -> usize {
    let seen = town.emulator.world.messages(town.lan);
    seen.iter().filter(|message| message.from_bot).count()
}

#[tokio::test]
async fn an_ordered_error_does_nothing() {
    let town = Town::start().await;
    town.emulator
        .world
        .fail(FailureRule::new(FailureKind::Error).retry_after(3));
    let answer = town.call("sendMessage", hello(&town)).await;
    assert_eq!(answer["error_code"], 429);
    assert_eq!(answer["parameters"]["retry_after"], 3);
    assert_eq!(sent(&town), 0);
    town.ok("sendMessage", hello(&town)).await;
}

#[tokio::test]
async fn an_error_after_the_effect_hides_what_was_done() {
    let town = Town::start().await;
    town.emulator
        .world
        .fail(FailureRule::new(FailureKind::ErrorAfterEffect).error(502, "Bad Gateway"));
    let answer = town.call("sendMessage", hello(&town)).await;
    assert_eq!(answer["error_code"], 502);
    assert_eq!(sent(&town), 1);
    let calls = town.emulator.world.calls(0);
    assert!(calls[0].ok);
    assert_eq!(calls[0].failure, Some("error_after_effect"));
}

#[tokio::test]
async fn a_dropped_connection_gives_no_answer() {
    let town = Town::start().await;
    let world = &town.emulator.world;
    world.fail(FailureRule::new(FailureKind::Drop));
    assert!(town.try_call("sendMessage", hello(&town)).await.is_err());
    assert_eq!(sent(&town), 0);
    world.fail(FailureRule::new(FailureKind::DropAfterEffect));
    assert!(town.try_call("sendMessage", hello(&town)).await.is_err());
    assert_eq!(sent(&town), 1);
    town.ok("sendMessage", hello(&town)).await;
}

#[tokio::test]
async fn a_slow_call_is_done_late() {
    let town = Town::start().await;
    let rule = FailureRule::new(FailureKind::Slow).delay_ms(100);
    town.emulator.world.fail(rule);
    let begun = std::time::Instant::now();
    town.ok("sendMessage", hello(&town)).await;
    assert!(begun.elapsed() >= Duration::from_millis(100));
}

#[tokio::test]
async fn confirmed_updates_can_come_twice() {
    let town = Town::start().await;
    let first = town.updates().await;
    town.emulator
        .world
        .fail(FailureRule::new(FailureKind::DuplicateUpdates));
    assert_eq!(town.updates().await, first);
    assert!(town.updates().await.is_empty());
}

#[tokio::test]
async fn a_lost_batch_comes_again_because_it_was_not_confirmed() {
    let town = Town::start().await;
    town.updates().await;
    town.says(town.lan, "hai");
    let rule = FailureRule::new(FailureKind::LostUpdatesAnswer);
    town.emulator.world.fail(rule);
    assert!(town.try_call("getUpdates", json!({})).await.is_err());
    assert_eq!(town.updates().await.len(), 1);
}

#[tokio::test]
async fn a_lost_answer_leaves_the_confirmation_in_force() {
    let town = Town::start().await;
    let updates = town.ok("getUpdates", json!({})).await;
    let next = updates[0]["update_id"].as_i64().unwrap() + 1;
    town.says(town.lan, "hai");
    let rule = FailureRule::new(FailureKind::LostUpdatesAnswer);
    town.emulator.world.fail(rule);
    let poll = json!({ "offset": next });
    assert!(town.try_call("getUpdates", poll).await.is_err());
    let texts: Vec<_> = town
        .updates()
        .await
        .iter()
        .map(|update| update["message"]["text"].clone())
        .collect();
    assert_eq!(texts, ["hai"]);
}

#[tokio::test]
async fn the_sending_limits_apply_when_asked_for() {
    let town = Town::with(Config {
        flood_limits: true,
        ..Config::default()
    })
    .await;
    let group = town.group(Presence::Administrator);
    let hello = json!({ "chat_id": group, "text": "x" });
    for _ in 0..20 {
        town.ok("sendMessage", hello.clone()).await;
    }
    let answer = town.call("sendMessage", hello.clone()).await;
    assert_eq!(answer["description"], "Too Many Requests: retry after 60");
    assert_eq!(answer["parameters"]["retry_after"], 60);
    town.emulator.world.advance(60);
    town.ok("sendMessage", hello).await;
}

/// Secrets and updates as they came.
type Received = Arc<Mutex<Vec<(Option<String>, Value)>>>;

/// A bot behind a webhook: refuses the first update once, then takes everything.
async fn webhook(received: Received) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/telegram", listener.local_addr().unwrap());
    let handler = move |headers: HeaderMap, body: String| {
        let received = Arc::clone(&received);
        async move {
            let secret = headers
                .get("x-telegram-bot-api-secret-token")
                .map(|value| value.to_str().unwrap().to_owned());
            let mut received = received.lock().unwrap();
            received.push((secret, serde_json::from_str(&body).unwrap()));
            if received.len() == 1 {
                (StatusCode::INTERNAL_SERVER_ERROR, String::new())
            } else {
                let chat = &received[0].1["message"]["chat"]["id"];
                let reply = json!({ "method": "sendMessage", "chat_id": chat, "text": "đã nhận" });
                (StatusCode::OK, reply.to_string())
            }
        }
    };
    let app = Router::new().route("/telegram", post(handler));
    tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
    url
}

#[tokio::test]
async fn a_webhook_gets_an_update_until_it_takes_it() {
    let town = Town::start().await;
    let received = Received::default();
    let url = webhook(Arc::clone(&received)).await;
    town.ok(
        "setWebhook",
        json!({ "url": url, "secret_token": "bi-mat_1" }),
    )
    .await;
    let mut changes = town.emulator.world.changes();
    while sent(&town) == 0 {
        tokio::time::timeout(Duration::from_secs(10), changes.changed())
            .await
            .unwrap()
            .unwrap();
    }
    let received = received.lock().unwrap().clone();
    assert_eq!(received.len(), 2);
    assert_eq!(received[0], received[1]);
    assert_eq!(received[0].0.as_deref(), Some("bi-mat_1"));
    assert_eq!(received[0].1["message"]["text"], "/start");
    let info = town.ok("getWebhookInfo", json!({})).await;
    assert_eq!(info["pending_update_count"], 0);
    assert_eq!(
        info["last_error_message"],
        "Wrong response from the webhook: 500 Internal Server Error"
    );
}

#[tokio::test]
async fn a_webhook_must_be_safe_and_its_secret_plain() {
    let town = Town::start().await;
    assert_eq!(
        town.refused("setWebhook", json!({ "url": "http://example.com/x" }))
            .await,
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    );
    let secret = json!({ "url": "https://example.com/x", "secret_token": "bí mật" });
    assert_eq!(
        town.refused("setWebhook", secret).await,
        "Bad Request: secret token contains unallowed characters"
    );
}
