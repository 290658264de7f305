//! Crash and chaos tests: the real binary as a child process against the emulator.
//!
//! People go through whole conversations (agree, choose an area, ask; delegates answer) while the process
//! is killed with SIGKILL, or while Telegram misbehaves. Everybody does each thing once; at the end the
//! database is counted: every question once, every answer delivered, no update lost or handled twice.
//!
//! The usual run is small (200 conversations, 8 kills). The full one has 1,000 conversations and 20 kills, or as many as it
//! is told:
//!
//! ```text
//! CUTRI_CRASH_FULL=1 cargo test --test crash -- --nocapture --test-threads 1
//! CUTRI_CRASH_FULL=5000x100 cargo test --test crash -- --nocapture --test-threads 1 kill_9_during
//! ```
//!
//! `CUTRI_CRASH_SEED=n` repeats a plan of kills; every run prints its own. Messages that a crash made the
//! bot send twice are allowed (at least once) and counted.
#![expect(clippy::unwrap_used, reason = "tests")]

mod answers;
mod books;
mod bot;
mod chance;
mod disk;
mod ends;
mod faults;
mod first_hour;
mod kills;
mod operating;
mod people;
mod tools;
mod town;
mod variables;

use std::time::{Duration, Instant};

use cutri::emulator::{FailureKind, FailureRule};
use tokio::sync::OnceCell;

use crate::{
    books::{Books, Open, Tariff},
    kills::{Kills, Manner},
    people::KINDS,
    town::{Door, Town},
};

/// How large a run is.
struct Size {
    residents: usize,
    kills: usize,
    /// Residents where failures make everybody wait.
    patient: usize,
}

fn size() -> Size {
    if let Some(wanted) = std::env::var_os("CUTRI_CRASH_FULL") {
        let (residents, kills) = wanted
            .to_str()
            .unwrap()
            .split_once('x')
            .map_or((1_000, 20), |(residents, kills)| {
                (residents.parse().unwrap(), kills.parse().unwrap())
            });
        Size {
            residents,
            kills,
            patient: 1_000,
        }
    } else {
        Size {
            residents: 200,
            kills: 8,
            patient: 80,
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kill_9_during_conversations_loses_nothing_and_does_nothing_twice() {
    let Size {
        residents, kills, ..
    } = size();
    let town = Town::open(residents, Door::Polling).await;
    let kills = Kills::plan(&town, Manner::Kill, kills);
    live_through(town, kills, "kill -9, polling").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kill_9_behind_a_webhook_loses_nothing_and_does_nothing_twice() {
    let Size {
        residents, kills, ..
    } = size();
    let town = Town::open(residents / 4, Door::Webhook).await;
    let kills = Kills::plan(&town, Manner::Kill, kills / 2);
    live_through(town, kills, "kill -9, webhook").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lost_polls_double_updates_and_errors_after_the_effect_store_every_question_once() {
    let town = Town::open(size().patient, Door::Polling).await;
    misbehave(&town);
    let kills = Kills::plan(&town, Manner::Kill, 0);
    live_through(town, kills, "misbehaving Telegram").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kill_9_while_telegram_misbehaves_loses_nothing_and_does_nothing_twice() {
    let Size { patient, kills, .. } = size();
    let town = Town::open(patient / 2, Door::Polling).await;
    misbehave(&town);
    let kills = Kills::plan(&town, Manner::Kill, kills / 2);
    live_through(town, kills, "kill -9 and misbehaving Telegram").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sigterm_during_conversations_loses_nothing_and_says_nothing_twice() {
    let Size {
        residents, kills, ..
    } = size();
    let town = Town::open(residents / 2, Door::Polling).await;
    let stops = Kills::plan(&town, Manner::Stop, kills / 2);
    let town = live_through(town, stops, "SIGTERM, polling").await;
    assert_eq!(town.duplicates(), 0, "messages sent twice");
}

#[tokio::test]
async fn a_process_killed_while_it_makes_its_database_is_followed_by_one_that_works() {
    let town = Town::open(0, Door::Polling).await;
    let setup = bot::Setup::at(&town.emulator);
    for milliseconds in (0..60).step_by(3) {
        let mut bot = setup.start();
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
        bot.kill();
    }
    std::fs::remove_file(setup.path("stderr")).unwrap();
    let mut bot = ends::serving(&setup).await;
    let ended = bot.stops_within(Duration::from_secs(10)).await;
    assert_eq!(ended.code, Some(0));
}

/// Answers to polls get lost, confirmed updates come again, 5 % of all sends are answered 500 after their
/// effect; some calls never arrive.
fn misbehave(town: &Town) {
    let world = &town.emulator.world;
    let rule = |kind, probability| {
        FailureRule::new(kind)
            .times(u32::MAX)
            .probability(probability)
    };
    world.fail(rule(FailureKind::LostUpdatesAnswer, 0.05));
    world.fail(rule(FailureKind::DuplicateUpdates, 0.2));
    world.fail(rule(FailureKind::ErrorAfterEffect, 0.05));
    world.fail(rule(FailureKind::DropAfterEffect, 0.01));
    world.fail(rule(FailureKind::Drop, 0.01));
}

/// Goes on until everybody has an answer and the bot has nothing left to do, then stops the bot and counts.
async fn live_through(mut town: Town, mut kills: Kills, name: &str) -> Town {
    let since = Instant::now();
    while !town.is_content() {
        town.goes_on().await;
        kills.step(&mut town).await;
    }
    let took = since.elapsed();
    come_to_rest(&mut town).await;
    books::balance(&town, TARIFF.get_or_init(learn_tariff).await);
    kills.assert_all_done();
    let stats = town.emulator.world.stats();
    println!(
        "{name}: {} conversations, {} updates, {} kills in {:.1} s: 0 lost, 0 handled twice; \
         {} of {} messages sent twice, {} of them cards; {} presses without acknowledgement; {}",
        town.residents.len(),
        stats.updates_created,
        kills.done(),
        took.as_secs_f64(),
        town.duplicates(),
        stats.calls_by_method.get("sendMessage").unwrap_or(&0),
        town.cards_twice(),
        town.emulator.world.unanswered_callbacks().len(),
        kills.report(),
    );
    town
}

/// Telegram behaves again; the bot does what is left to do, and is stopped.
async fn come_to_rest(town: &mut Town) {
    town.emulator.world.heal();
    let nothing = Open {
        updates: 0,
        messages: 0,
    };
    let books = Books::open(&town.setup.database());
    while books.waiting() != nothing || town.emulator.world.pending_updates() > 0 {
        town.goes_on().await;
    }
    let ended = town.bot.stops_within(Duration::from_secs(10)).await;
    assert_eq!(ended.code, Some(0), "after SIGTERM");
}

/// Learnt once for all tests.
static TARIFF: OnceCell<Tariff> = OnceCell::const_new();

/// Each town has one resident more than the one before.
async fn learn_tariff() -> Tariff {
    let mut towns = Vec::new();
    for count in 0..=KINDS {
        towns.push(calm(count).await);
    }
    Tariff {
        opening: towns[0],
        each: towns.windows(2).map(|pair| pair[1] - pair[0]).collect(),
    }
}

/// The messages in a town of `count` residents where nothing goes wrong.
async fn calm(count: usize) -> i64 {
    let mut town = Town::open(count, Door::Polling).await;
    while !town.is_content() {
        town.goes_on().await;
    }
    come_to_rest(&mut town).await;
    Books::open(&town.setup.database()).messages_ever()
}
