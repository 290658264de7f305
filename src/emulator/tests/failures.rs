//! Failures on order, and the sending limits.

use std::time::Duration;

use serde_json::{Value, json};

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
