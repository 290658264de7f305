//! The webhook.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::Town;
use crate::emulator::NewUser;

fn sent(town: &Town) -> usize {
    let seen = town.emulator.world.messages(town.lan);
    seen.iter().filter(|message| message.from_bot).count()
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

#[tokio::test]
async fn a_webhook_gets_the_updates_of_a_chat_in_order() {
    let town = Town::start().await;
    let hung = town.emulator.world.create_user(NewUser::named("Hùng"));
    for number in 1..=20 {
        town.says(town.lan, &number.to_string());
        town.says(hung, &number.to_string());
    }
    let received = Received::default();
    let url = webhook(Arc::clone(&received)).await;
    let mut changes = town.emulator.world.changes();
    town.ok("setWebhook", json!({ "url": url })).await;
    while town.emulator.world.pending_updates() > 0 {
        tokio::time::timeout(Duration::from_secs(10), changes.changed())
            .await
            .unwrap()
            .unwrap();
    }
    let received = received.lock().unwrap().clone();
    let of = |user: i64| -> Vec<String> {
        let mine = received
            .iter()
            .map(|(_, update)| &update["message"])
            .filter(|message| message["from"]["id"] == json!(user));
        mine.map(|message| message["text"].as_str().unwrap().to_owned())
            .filter(|text| text != "/start")
            .collect()
    };
    let expected: Vec<String> = (1..=20).map(|number| number.to_string()).collect();
    // Hùng's first may be the one the bot refused once.
    let mut hungs = of(hung);
    hungs.dedup();
    assert_eq!(hungs, expected);
    assert_eq!(of(town.lan), expected);
}
