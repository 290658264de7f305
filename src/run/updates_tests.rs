//! Whether Telegram can bring updates, as `/readyz` says it.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use secrecy::SecretString;

use super::*;
use crate::{
    delivery::{Mail, outcome::Settling},
    domain::{council::Council, ids::UserId},
    emulator::{Config, Emulator, FailureKind, FailureRule, NewUser, Send},
    handlers::{BotIdentity, Facts},
    http::{self, Pages},
    intake::Intake,
    messages::Catalog,
    run::measures,
    store::Store,
};

const TOKEN: &str = "7770001:AAof-the-test";

/// A Telegram, and the pages of a bot whose door is shut until [`Scene::opens_its_door`].
struct Scene {
    emulator: Emulator,
    api: BotApi,
    webhook: Webhook,
    /// How far the bot's clock is ahead.
    ahead: Arc<AtomicI64>,
    clock: Clock,
    health: Health,
    pages: String,
    door: http::Door,
    intake: Intake,
    serving: tokio::task::JoinHandle<()>,
    _folder: tempfile::TempDir,
}

impl Drop for Scene {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Scene {
    async fn new() -> Self {
        let config = Config {
            token: TOKEN.to_owned(),
            ..Config::default()
        };
        let emulator = Emulator::start(config).await.unwrap();
        let base = emulator.url().parse().unwrap();
        let api = BotApi::new(base, SecretString::from(TOKEN), None).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let (mail, _letters) = Mail::new();
        let store = Store::open(&folder.path().join("a.db"), mail.announcer()).unwrap();
        let council = Council::parse(include_str!("../../examples/duy-tien/council.toml")).unwrap();
        let bot = BotIdentity {
            id: UserId(1),
            username: "bot".to_owned(),
        };
        let facts = Facts::new(council, Catalog::load().unwrap(), BTreeSet::new(), bot);
        let ahead = Arc::new(AtomicI64::new(0));
        let clock = Clock::shifted(Arc::clone(&ahead));
        let (settling, facts) = (Settling::default(), Arc::new(facts));
        let intake = Intake::new(store.clone(), facts, clock.clone(), settling, mail);
        let (health, door) = (Health::default(), http::Door::default());
        let secret = SecretString::from("a-secret-of-the-test");
        let pages = Pages {
            store,
            health: health.clone(),
            clock: clock.clone(),
            metrics: measures::nothing(),
            webhook: Some((Arc::new(secret.clone()), Arc::clone(&door))),
            limits: http::Limits::default(),
        };
        let (listening, serving) = http::serve("127.0.0.1:0".parse().unwrap(), pages)
            .await
            .unwrap();
        let pages = format!("http://{listening}");
        health.telegram_answered(clock.now());
        health.serves();
        Self {
            emulator,
            api,
            webhook: Webhook {
                url: pages.parse().unwrap(),
                secret,
            },
            ahead,
            clock,
            health,
            pages,
            door,
            intake,
            serving: tokio::spawn(serving),
            _folder: folder,
        }
    }

    async fn chooses(&self) {
        let updates = Updates::Webhook(self.webhook.clone());
        choose(&self.api, &updates, &self.health).await;
    }

    async fn looks(&self) -> Looked {
        look(&self.api, &self.webhook, &self.clock, &self.health).await
    }

    async fn readyz(&self) -> (u16, String) {
        let url = format!("{}/readyz", self.pages);
        let answer = reqwest::get(url).await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    async fn is_ready(&self) {
        assert_eq!(self.readyz().await, (200, "ok\n".to_owned()));
    }

    async fn is_not_ready(&self, why: &str) {
        let (status, said) = self.readyz().await;
        assert_eq!(status, 503, "{said}");
        assert!(said.contains(why), "{said}");
    }

    fn opens_its_door(&self) {
        assert!(self.door.set(self.intake.clone()).is_ok());
    }

    fn is_written_to(&self) {
        let world = &self.emulator.world;
        let lan = world.create_user(NewUser::named("Lan"));
        world.send(&Send::private(lan, "/id")).unwrap();
        assert_eq!(world.pending_updates(), 1);
    }
}

#[tokio::test]
async fn what_cannot_be_brought_is_trouble_until_it_was_brought_however_long_that_takes() {
    let scene = Scene::new().await;
    scene.chooses().await;
    scene.is_ready().await;
    scene.is_written_to();
    while scene.health.webhook_trouble().is_none() {
        assert_eq!(scene.looks().await, Looked::IsSet);
    }
    scene
        .is_not_ready("Telegram cannot bring updates: Wrong response")
        .await;
    // Telegram has not tried again for an hour.
    scene.ahead.store(3_600, Ordering::Relaxed);
    scene.looks().await;
    scene.is_not_ready("Wrong response").await;
    scene.opens_its_door();
    while scene.emulator.world.pending_updates() > 0 {
        scene.looks().await;
    }
    scene.is_ready().await;
    scene.looks().await;
    scene.is_ready().await;
}

#[tokio::test]
async fn an_address_that_somebody_else_has_set_is_set_right() {
    let scene = Scene::new().await;
    scene.chooses().await;
    let elsewhere = SetWebhook::new("https://elsewhere.example.vn/x".parse().unwrap());
    let told: Result<bool, CallError> = scene.api.send(&elsewhere).await;
    assert_eq!(told, Ok(true));
    assert_eq!(scene.looks().await, Looked::IsSet);
    let info: Info = scene.api.send(&GetWebhookInfo::new()).await.unwrap();
    assert_eq!(info.url, format!("{}/telegram", scene.pages));
    scene.opens_its_door();
    scene.is_written_to();
    while scene.emulator.world.pending_updates() > 0 {
        scene.looks().await;
    }
    scene.is_ready().await;
}

#[tokio::test]
async fn a_webhook_that_telegram_refuses_is_never_ready_and_tried_again() {
    let scene = Scene::new().await;
    let refusal = FailureRule::new(FailureKind::Error)
        .method("setWebhook")
        .error(400, "Bad Request: bad webhook")
        .times(2);
    scene.emulator.world.fail(refusal);
    scene.chooses().await;
    scene.is_not_ready("the webhook is not set: 400").await;
    assert_eq!(scene.looks().await, Looked::IsNotSet);
    scene.is_not_ready("bad webhook").await;
    assert_eq!(scene.looks().await, Looked::IsSet);
    scene.is_ready().await;
}

fn info(pending: u32, failed_at: Option<i64>) -> Info {
    Info {
        url: String::new(),
        pending_update_count: pending,
        last_error_date: failed_at,
        last_error_message: Some("Connection refused".to_owned()),
        allowed_updates: Vec::new(),
    }
}

#[test]
fn a_failure_is_over_when_updates_came_since_or_none_waits() {
    assert!(trouble(info(3, Some(950)), 0).is_some());
    assert!(trouble(info(3, Some(950)), 900).is_some());
    assert!(trouble(info(3, Some(950)), 960).is_none(), "came since");
    assert!(trouble(info(0, Some(950)), 0).is_none(), "nothing waits");
    assert!(trouble(info(3, None), 0).is_none());
}
