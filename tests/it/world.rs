//! A town: emulator, bot, temporary database, and a clock that only the test moves.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
};

use cutri::{
    botapi::BotApi,
    clock::Clock,
    delivery::{Mail, Rate},
    domain::{council::Council, ids::UserId},
    emulator::{
        ChatKind, Config, Emulator, EmulatorClock, FailureRule, NewGroup, NewUser, Presence, World,
    },
    intake::poll::Polled,
    run::{Bot, Moving, Parts, open_store},
    store::{council, open_for_reading},
};
use secrecy::SecretString;
use tokio::sync::Mutex;

use crate::people::{Group, Person};

/// Monday, 23 November 2026, 08:00 in Vietnam.
const MONDAY_MORNING: i64 = 1_795_395_600;

/// The council of most tests: the town of the examples.
pub const TOWN: &str = include_str!("../../examples/duy-tien/council.toml");

/// The same town with nothing planned: no sessions, no meetings.
pub fn nothing_planned() -> String {
    let planned = TOWN.find("[[sessions]]").unwrap();
    TOWN[..planned].to_owned()
}

/// The same town with its sessions, and no meetings.
pub fn no_meetings() -> String {
    let meetings = TOWN.find("[[meetings]]").unwrap();
    TOWN[..meetings].to_owned()
}

/// The code of the question with this number.
pub fn code(number: u32) -> String {
    let prefix = cutri::domain::code::CodePrefix::new("DT").unwrap();
    let number = std::num::NonZeroU32::new(number).unwrap();
    cutri::domain::code::QuestionCode::new(prefix, number).to_string()
}

/// The person who links groups.
pub const ADMIN: i64 = 4_900_000_001;

/// A town with a council, a bot, and people to come.
#[derive(Clone)]
pub struct Town {
    pub inner: Arc<Inner>,
}

pub struct Inner {
    pub emulator: Emulator,
    bot: Mutex<Option<Moving>>,
    folder: tempfile::TempDir,
    now: Arc<AtomicI64>,
    is_messy: AtomicBool,
}

impl Town {
    /// The town of the examples.
    pub async fn start() -> Self {
        Self::with_council(TOWN).await
    }

    /// A town with another council file.
    pub async fn with_council(text: &str) -> Self {
        let now = Arc::new(AtomicI64::new(MONDAY_MORNING));
        let config = Config {
            clock: EmulatorClock::Manual(Arc::clone(&now)),
            ..Config::default()
        };
        let emulator = Emulator::start(config).await.unwrap();
        emulator.world.create_user(NewUser {
            id: Some(ADMIN),
            ..NewUser::named("Quản trị")
        });
        let folder = tempfile::tempdir().unwrap();
        let inner = Inner {
            emulator,
            bot: Mutex::new(None),
            folder,
            now,
            is_messy: AtomicBool::new(false),
        };
        let town = Self {
            inner: Arc::new(inner),
        };
        town.boot(Some(text)).await;
        town
    }

    async fn boot(&self, council_file: Option<&str>) {
        let clock = Clock::standing(Arc::clone(&self.inner.now));
        let (mail, letters) = Mail::new();
        let store = open_store(&self.inner.folder.path().join("cutri.db"), &mail).unwrap();
        if let Some(text) = council_file {
            let council = Council::parse(text).unwrap();
            let now = clock.now();
            store
                .write(move |tx| council::load(tx, &council, now))
                .await
                .unwrap();
        }
        let url = self.inner.emulator.url().parse().unwrap();
        let parts = Parts {
            api: BotApi::new(url, SecretString::from("1:TEST"), None).unwrap(),
            store,
            mail: (mail, letters),
            admins: BTreeSet::from([UserId(ADMIN)]),
            rate: Rate::Off,
            clock,
        };
        let bot = Bot::assemble(parts).await.unwrap().start_delivery();
        *self.inner.bot.lock().await = Some(bot);
    }

    /// The process ends without a word and starts again on the same file.
    pub async fn restart(&self) {
        *self.inner.bot.lock().await = None;
        self.boot(None).await;
        self.settle().await;
    }

    /// The operator loads a council file beside the running bot.
    pub async fn loads(&self, text: &str) {
        let path = self.inner.folder.path().join("cutri.db");
        let connection = cutri::store::open_connection(&path).unwrap();
        let council = Council::parse(text).unwrap();
        let now = jiff::Timestamp::from_second(self.inner.now.load(Ordering::SeqCst)).unwrap();
        cutri::store::write_once(&connection, |tx| council::load(tx, &council, now)).unwrap();
        self.settle().await;
    }

    /// Lets the bot work until nobody waits for anything.
    pub async fn settle(&self) {
        let mut bot = self.inner.bot.lock().await;
        let bot = bot.as_mut().unwrap();
        loop {
            let now = jiff::Timestamp::from_second(self.inner.now.load(Ordering::SeqCst)).unwrap();
            let polled = bot.poll.once(0, now).await;
            bot.schedule.step(now).await.unwrap();
            bot.drain().await.unwrap();
            match polled {
                Ok(Polled::Nothing) if self.world().pending_updates() == 0 => return,
                Ok(_) | Err(_) => {}
            }
        }
    }

    /// The process is down for so long, and starts again.
    pub async fn is_down_for(&self, seconds: i64) {
        *self.inner.bot.lock().await = None;
        self.inner.now.fetch_add(seconds, Ordering::SeqCst);
        self.boot(None).await;
        self.settle().await;
    }

    /// Time passes.
    pub async fn passes(&self, seconds: i64) {
        self.inner.now.fetch_add(seconds, Ordering::SeqCst);
        self.settle().await;
    }

    /// Everything in the emulator.
    pub fn world(&self) -> &World {
        &self.inner.emulator.world
    }

    /// From now on something goes wrong between the bot and Telegram.
    pub fn goes_wrong(&self, rule: FailureRule) {
        self.world().fail(rule);
    }

    /// Somebody new, who has not written to the bot.
    pub fn stranger(&self, name: &str) -> Person {
        let id = self.world().create_user(NewUser::named(name));
        Person::new(self.clone(), id, id)
    }

    /// Somebody who has come in: agreed, and lives in `area`.
    pub async fn resident(&self, name: &str, area: &str) -> Person {
        let person = self.stranger(name);
        person.says("/start").await;
        person.presses("Đồng ý").await;
        person.presses(area).await;
        person.forgets();
        person
    }

    /// The group of a body, linked by the administrator.
    pub async fn group_of(&self, body: &str) -> Group {
        let group = self.group(body, ChatKind::Supergroup);
        group.links(body).await;
        group
    }

    /// A group of any kind with the administrator and the bot in it.
    pub fn group(&self, title: &str, kind: ChatKind) -> Group {
        let group = NewGroup {
            kind,
            bot: Presence::Administrator,
            ..NewGroup::titled(title, vec![ADMIN])
        };
        let id = self.world().create_group(&group);
        Group::new(self.clone(), id)
    }

    /// The administrator, in `chat`.
    pub fn admin_in(&self, chat: i64) -> Person {
        Person::new(self.clone(), ADMIN, chat)
    }

    /// This test leaves messages or updates behind on purpose.
    pub fn may_leave_things_undone(&self) {
        self.inner.is_messy.store(true, Ordering::SeqCst);
    }

    /// What another part of the bot would read from the store.
    pub fn asks_store<R>(
        &self,
        ask: impl FnOnce(&mut cutri::store::WriteTx<'_>) -> cutri::store::Result<R>,
    ) -> R {
        let path = self.inner.folder.path().join("cutri.db");
        let connection = cutri::store::open_connection(&path).unwrap();
        cutri::store::write_once(&connection, ask).unwrap()
    }

    /// Somebody with a database tool changes a row.
    pub fn change(&self, sql: &str) {
        let path = self.inner.folder.path().join("cutri.db");
        let connection = cutri::store::open_connection(&path).unwrap();
        connection.execute_batch(sql).unwrap();
    }

    /// The process takes updates and ends before anything leaves.
    pub async fn takes_updates_without_sending(&self) {
        self.goes_wrong(FailureRule {
            method: Some("sendMessage".to_owned()),
            chat_id: None,
            times: 1_000,
            probability: 1.0,
            kind: cutri::emulator::FailureKind::Drop,
            error_code: None,
            description: None,
            retry_after: None,
            delay_ms: 0,
        });
        let mut bot = self.inner.bot.lock().await;
        let now = jiff::Timestamp::from_second(self.inner.now.load(Ordering::SeqCst)).unwrap();
        let _ = bot.as_mut().unwrap().poll.once(0, now).await;
        *bot = None;
        self.world().heal();
    }

    /// One number out of the database, for claims about what is kept.
    pub fn count(&self, sql: &str) -> i64 {
        count(&self.inner.folder, sql)
    }
}

fn count(folder: &tempfile::TempDir, sql: &str) -> i64 {
    let connection = open_for_reading(&folder.path().join("cutri.db")).unwrap();
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

impl Drop for Inner {
    /// Nothing may be left over: no unsent message, no dead letter, no breach of Telegram's rules.
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let world = &self.emulator.world;
        assert_eq!(
            world.violations(),
            Vec::<String>::new(),
            "the bot broke Telegram's rules"
        );
        if self.is_messy.load(Ordering::SeqCst) {
            return;
        }
        assert_eq!(
            world.unanswered_callbacks(),
            Vec::<String>::new(),
            "a press was not acknowledged"
        );
        assert_eq!(world.pending_updates(), 0, "an update was not taken");
        assert_eq!(
            count(&self.folder, "select count(*) from outbox"),
            0,
            "a message was not sent"
        );
        assert_eq!(
            count(
                &self.folder,
                "select count(*) from inbox where state <> 'done'"
            ),
            0,
            "an update was not handled"
        );
    }
}
