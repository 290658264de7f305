//! `getUpdates`: offsets, long polls, conflicts.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::Town;

async fn ids(town: &Town, params: Value) -> Vec<i64> {
    let updates = town.ok("getUpdates", params).await;
    let updates = updates.as_array().unwrap().iter();
    updates
        .map(|update| update["update_id"].as_i64().unwrap())
        .collect()
}

#[tokio::test]
async fn updates_stay_until_a_later_one_is_asked_for() {
    let town = Town::start().await;
    town.says(town.lan, "hai");
    town.says(town.lan, "ba");
    let first = 100_000_001;
    let all = [first, first + 1, first + 2];
    assert_eq!(ids(&town, json!({})).await, all);
    assert_eq!(ids(&town, json!({ "limit": 1 })).await, [first]);
    assert_eq!(ids(&town, json!({ "offset": first })).await, all);
    assert_eq!(
        ids(&town, json!({ "offset": first + 2 })).await,
        [first + 2]
    );
    assert_eq!(ids(&town, json!({})).await, [first + 2]);
    assert_eq!(ids(&town, json!({ "offset": first + 3 })).await, [0; 0]);
    assert_eq!(town.emulator.world.stats().updates_confirmed, 3);
}

#[tokio::test]
async fn a_negative_offset_forgets_all_but_the_last() {
    let town = Town::start().await;
    town.says(town.lan, "hai");
    assert_eq!(ids(&town, json!({ "offset": -1 })).await.len(), 1);
    assert_eq!(ids(&town, json!({})).await.len(), 1);
}

#[tokio::test]
async fn a_long_poll_ends_when_something_happens() {
    let town = Town::start().await;
    town.updates().await;
    let begun = Instant::now();
    let (updates, ()) = tokio::join!(ids(&town, json!({ "timeout": 20 })), async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        town.says(town.lan, "đây");
    });
    assert_eq!(updates.len(), 1);
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn a_second_poll_ends_the_first_with_a_conflict() {
    let town = Town::start().await;
    town.updates().await;
    let (first, ()) = tokio::join!(town.call("getUpdates", json!({ "timeout": 20 })), async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        town.ok("getUpdates", json!({})).await;
    });
    assert_eq!(first["error_code"], 409);
    assert_eq!(
        first["description"],
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance \
         is running"
    );
}

#[tokio::test]
async fn allowed_updates_are_remembered() {
    let town = Town::start().await;
    town.updates().await;
    ids(&town, json!({ "allowed_updates": ["callback_query"] })).await;
    town.says(town.lan, "không ai nghe");
    assert_eq!(town.emulator.world.pending_updates(), 0);
    ids(&town, json!({ "allowed_updates": [] })).await;
    town.says(town.lan, "có");
    assert_eq!(town.emulator.world.pending_updates(), 1);
}

#[tokio::test]
async fn polling_is_refused_while_a_webhook_is_set() {
    let town = Town::start().await;
    town.ok("setWebhook", json!({ "url": "http://127.0.0.1:9/x" }))
        .await;
    assert_eq!(
        town.refused("getUpdates", json!({})).await,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to \
         delete the webhook first"
    );
    town.ok("deleteWebhook", json!({})).await;
    town.ok("getUpdates", json!({})).await;
}

#[tokio::test]
async fn an_update_that_waits_for_more_than_a_day_is_lost() {
    let town = Town::start().await;
    town.emulator.world.advance(86_401);
    town.says(town.lan, "hôm nay");
    let updates = town.updates().await;
    assert_eq!(updates.len(), 1);
    assert_eq!(updates[0]["message"]["text"], "hôm nay");
    assert_eq!(town.emulator.world.stats().updates_expired, 1);
}

#[tokio::test]
async fn a_stopped_emulator_cuts_off_whoever_waits() {
    let town = Town::start().await;
    town.updates().await;
    let url = format!("{}/bot1:TEST/getUpdates?timeout=20", town.emulator.url());
    let poll = tokio::spawn(town.client.get(url).send());
    tokio::time::sleep(Duration::from_millis(50)).await;
    let begun = Instant::now();
    town.emulator.shutdown().await;
    assert!(poll.await.unwrap().is_err());
    assert!(begun.elapsed() < Duration::from_secs(5));
}
