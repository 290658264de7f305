//! Tests over HTTP, as a bot and the page would use the emulator.

mod basics;
mod client;
mod every_update;
mod failures;
mod files;
mod groups;
mod page;
mod polling;
mod presses;
mod rare_forms;
mod webhook;

use reqwest::Client;
use serde_json::{Value, json};

use super::{Config, Emulator, EmulatorClock, NewGroup, NewUser, Presence, Send};

/// 23 November 2026, 08:00 in Hà Nội.
pub(super) const MORNING: i64 = 1_795_395_600;

/// An emulator, a bot's HTTP client, and a resident who has pressed /start.
pub(super) struct Town {
    pub(super) emulator: Emulator,
    pub(super) client: Client,
    pub(super) lan: i64,
}

impl Town {
    pub(super) async fn start() -> Self {
        Self::with(Config::default()).await
    }

    pub(super) async fn with(config: Config) -> Self {
        let emulator = Emulator::start(Config {
            clock: EmulatorClock::manual(MORNING),
            ..config
        })
        .await
        .unwrap();
        let lan = emulator.world.create_user(NewUser::named("Lan"));
        let town = Self {
            emulator,
            client: Client::builder().no_proxy().build().unwrap(),
            lan,
        };
        town.says(lan, "/start");
        town
    }

    /// Calls a method with JSON and returns the whole answer.
    pub(super) async fn call(&self, method: &str, params: Value) -> Value {
        self.try_call(method, params).await.unwrap()
    }

    pub(super) async fn try_call(&self, method: &str, params: Value) -> reqwest::Result<Value> {
        let url = format!("{}/bot1:TEST/{method}", self.emulator.url());
        self.client
            .post(url)
            .json(&params)
            .send()
            .await?
            .json()
            .await
    }

    /// The result of a call that must succeed.
    pub(super) async fn ok(&self, method: &str, params: Value) -> Value {
        let mut answer = self.call(method, params).await;
        assert_eq!(answer["ok"], true, "{method}: {answer}");
        answer["result"].take()
    }

    /// The description of a call that must be refused.
    pub(super) async fn refused(&self, method: &str, params: Value) -> String {
        let answer = self.call(method, params).await;
        assert_eq!(answer["ok"], false, "{method}: {answer}");
        answer["description"].as_str().unwrap().to_owned()
    }

    pub(super) async fn control(&self, verb: &str, body: Value) -> Value {
        let url = format!("{}/control/{verb}", self.emulator.url());
        let answer = self.client.post(url).json(&body).send().await.unwrap();
        answer.json().await.unwrap()
    }

    pub(super) async fn look(&self, what: &str) -> Value {
        let url = format!("{}/control/{what}", self.emulator.url());
        self.client
            .get(url)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    }

    pub(super) fn says(&self, user: i64, text: &str) -> i64 {
        self.emulator
            .world
            .send(&Send::private(user, text))
            .unwrap()
    }

    /// Everything that waits, confirmed.
    pub(super) async fn updates(&self) -> Vec<Value> {
        let updates = self.ok("getUpdates", json!({})).await;
        let updates = updates.as_array().unwrap().clone();
        if let Some(last) = updates.last() {
            let next = last["update_id"].as_i64().unwrap() + 1;
            self.ok("getUpdates", json!({ "offset": next, "limit": 1 }))
                .await;
        }
        updates
    }

    pub(super) fn group(&self, bot: Presence) -> i64 {
        let mut group = NewGroup::titled("Tổ đại biểu số 1", [self.lan]);
        group.bot = bot;
        self.emulator.world.create_group(&group)
    }
}
