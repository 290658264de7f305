//! A town: emulator, bot, temporary database, and a clock that only the test moves.

use std::{
    collections::BTreeSet,
    path::PathBuf,
    sync::{
        Arc, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
};

use cutri::{
    botapi::BotApi,
    clock::Clock,
    delivery::{Mail, Rate},
    desk::Patience,
    domain::{council::Council, ids::UserId},
    emulator::{
        ChatKind, Config, Emulator, EmulatorClock, FailureRule, NewGroup, NewUser, Presence, World,
    },
    health::Health,
    intake::poll::Polled,
    run::{Bot, Moving, Parts, open_store},
    store::council,
};
use secrecy::SecretString;
use tokio::sync::Mutex;

use crate::{
    eyes::{Eyes, database_with, new_folder},
    people::{Group, Person},
};

/// Monday, 23 November 2026, 08:00 in Vietnam.
pub const MONDAY_MORNING: i64 = 1_795_395_600;

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
    pub bot: Mutex<Option<Moving>>,
    folder: tempfile::TempDir,
    now: Arc<AtomicI64>,
    is_messy: AtomicBool,
    patience: Patience,
    is_tampered_with: AtomicBool,
    eyes: std::sync::Mutex<Option<Eyes>>,
    /// What the database and the clock were like when everything had been done; nothing, while a bot begins.
    settled: std::sync::Mutex<Option<(i64, jiff::Timestamp)>>,
    /// Presses that nobody acknowledges any more: the process ended after it had taken them.
    lost_presses: std::sync::Mutex<BTreeSet<String>>,
}

impl Town {
    /// The town of the examples.
    pub async fn start() -> Self {
        Self::with_council(TOWN).await
    }

    /// A town with another council file.
    pub async fn with_council(text: &str) -> Self {
        Self::with_patience(text, Patience::default()).await
    }

    /// A town whose people wait so long for what takes time to look up.
    pub async fn with_patience(text: &str, patience: Patience) -> Self {
        let town = Self::empty(patience).await;
        town.boot(Some(text)).await;
        town
    }

    /// A town where no bot has been yet.
    async fn empty(patience: Patience) -> Self {
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
        let folder = new_folder();
        let inner = Inner {
            emulator,
            bot: Mutex::new(None),
            folder,
            now,
            is_messy: AtomicBool::new(false),
            patience,
            is_tampered_with: AtomicBool::new(false),
            eyes: std::sync::Mutex::default(),
            settled: std::sync::Mutex::default(),
            lost_presses: std::sync::Mutex::default(),
        };
        Self {
            inner: Arc::new(inner),
        }
    }

    /// A town that goes on with the database at `path`, which an earlier version made among people of its own.
    pub async fn with_database(path: &std::path::Path) -> Self {
        let town = Self::empty(Patience::default()).await;
        std::fs::copy(path, town.database()).unwrap();
        // This Telegram counts its updates anew.
        rusqlite::Connection::open(town.database())
            .unwrap()
            .execute("update intake set next_offset = 0", [])
            .unwrap();
        // Later than anything that happened in it: the same numbers at the same time would be the same updates.
        town.inner
            .now
            .fetch_add(8 * 86_400 + 3_600, Ordering::SeqCst);
        town.may_leave_things_undone();
        town.promises_nothing();
        town.boot(None).await;
        town.settle().await;
        town
    }

    async fn boot(&self, council_file: Option<&str>) {
        let clock = Clock::standing(Arc::clone(&self.inner.now));
        let (mail, letters) = Mail::new();
        let path = self.database();
        if let Some(text) = council_file {
            std::fs::write(&path, database_with(text).as_slice()).unwrap();
        }
        let store = open_store(&path, &mail).unwrap();
        let url = self.inner.emulator.url().parse().unwrap();
        let parts = Parts {
            api: BotApi::new(url, SecretString::from("1:TEST"), None).unwrap(),
            store,
            mail: (mail, letters),
            admins: BTreeSet::from([UserId(ADMIN)]),
            rate: Rate::Off,
            patience: self.inner.patience,
            clock,
            health: Health::default(),
        };
        let bot = Bot::assemble(parts).await.unwrap().start_delivery();
        *self.inner.bot.lock().await = Some(bot);
    }

    /// The process ends without a word and starts again on the same file.
    pub async fn restart(&self) {
        self.ends().await;
        self.boot(None).await;
        self.settle().await;
    }

    /// The process ends without a word: what it was about to do is not done any more, by nobody.
    async fn ends(&self) {
        *self.settled() = None;
        let bot = self.inner.bot.lock().await.take();
        if let Some(bot) = bot {
            let store = bot.store.clone();
            drop(bot);
            store.close().await;
        }
        let lost = self.world().unanswered_callbacks();
        let mut presses = self.inner.lost_presses.lock().unwrap();
        presses.extend(lost);
    }

    /// The operator loads a council file beside the running bot.
    pub async fn loads(&self, text: &str) {
        let council = Council::parse(text).unwrap();
        let now = self.now();
        self.asks_store(|tx| council::load(tx, &council, now));
        self.settle().await;
    }

    /// Lets the bot work until nobody waits for anything. Where nothing has happened since the last time, it says nothing.
    pub async fn settle(&self) {
        let mut bot = self.inner.bot.lock().await;
        let bot = bot.as_mut().unwrap();
        let is_quiet = self.world().pending_updates() == 0 && self.stands_still();
        let happened = self.world().happened();
        loop {
            let now = self.now();
            let polled = bot.poll.once(0, now).await;
            bot.schedule.step(now).await.unwrap();
            bot.schedule.watch(&bot.health, now).await.unwrap();
            bot.nightly.step(now).await.unwrap();
            bot.drain().await.unwrap();
            if bot.members.step().await.unwrap() || bot.desk.step().await.unwrap() {
                continue;
            }
            match polled {
                Ok(Polled::Nothing) if self.world().pending_updates() == 0 => break,
                Ok(_) | Err(_) => {}
            }
        }
        self.look_for_broken_facts();
        assert!(
            !is_quiet || self.world().happened() == happened,
            "the bot said something, and nothing had happened"
        );
        let state = Some((self.looks(|eyes| eyes.state()), self.now()));
        *self.settled() = state;
    }

    /// Whether the database and the clock are as they were when everything had been done.
    fn stands_still(&self) -> bool {
        let state = (self.looks(|eyes| eyes.state()), self.now());
        *self.settled() == Some(state)
    }

    fn settled(&self) -> MutexGuard<'_, Option<(i64, jiff::Timestamp)>> {
        let settled = self.inner.settled.lock();
        settled.unwrap_or_else(PoisonError::into_inner)
    }

    /// What must always hold does, unless somebody else than the bot wrote into the database.
    fn look_for_broken_facts(&self) {
        if self.inner.is_tampered_with.load(Ordering::SeqCst) {
            return;
        }
        let broken = self.looks(|eyes| eyes.broken_facts(self.world()));
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    }

    /// Time passes, then the doors open once; nothing leaves, and what fails there is left as it is.
    pub async fn stumbles(&self, seconds: i64) {
        let mut bot = self.inner.bot.lock().await;
        let bot = bot.as_mut().unwrap();
        let now = self.inner.now.fetch_add(seconds, Ordering::SeqCst) + seconds;
        let now = jiff::Timestamp::from_second(now).unwrap();
        let _ = bot.poll.once(0, now).await;
        let _ = bot.schedule.step(now).await;
    }

    /// One round of everything, and no more: what is to be done in steps has taken one.
    pub async fn takes_one_step(&self) {
        let mut bot = self.inner.bot.lock().await;
        let bot = bot.as_mut().unwrap();
        let now = self.now();
        bot.poll.once(0, now).await.unwrap();
        bot.schedule.step(now).await.unwrap();
        bot.drain().await.unwrap();
    }

    /// The next step of an announcement is being sent when the process is killed; it starts again.
    pub async fn is_killed_while_sending(&self) {
        self.inner.now.fetch_add(1, Ordering::SeqCst);
        {
            let mut bot = self.inner.bot.lock().await;
            let before = self.world().happened();
            let now = self.now();
            bot.as_mut().unwrap().schedule.step(now).await.unwrap();
            while self.world().happened() < before + 20 {
                tokio::task::yield_now().await;
            }
        }
        self.ends().await;
        self.boot(None).await;
    }

    /// The process is down for so long, and starts again.
    pub async fn is_down_for(&self, seconds: i64) {
        self.ends().await;
        self.inner.now.fetch_add(seconds, Ordering::SeqCst);
        self.boot(None).await;
        self.settle().await;
    }

    /// Time has come to ask Telegram what the bot is called.
    pub async fn asks_its_name(&self) {
        let bot = self.inner.bot.lock().await;
        bot.as_ref().unwrap().asks_its_name().await;
    }

    /// Time passes.
    pub async fn passes(&self, seconds: i64) {
        self.inner.now.fetch_add(seconds, Ordering::SeqCst);
        self.settle().await;
    }

    /// Telegram stops answering; nothing else happens.
    pub async fn loses_telegram(&self) {
        let bot = self.inner.bot.lock().await;
        bot.as_ref().unwrap().health.telegram_failed(self.now());
    }

    /// Telegram does not answer for so long, and then does.
    pub async fn loses_telegram_for(&self, seconds: i64) {
        self.loses_telegram().await;
        self.passes(seconds).await;
        {
            let bot = self.inner.bot.lock().await;
            bot.as_ref().unwrap().health.telegram_answered(self.now());
        }
        self.settle_again().await;
    }

    /// As [`Self::settle`], after something that is neither an update nor a time.
    async fn settle_again(&self) {
        *self.settled() = None;
        self.settle().await;
    }

    /// A path in the folder of the database.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.inner.folder.path().join(name)
    }

    /// The files in this folder beside the database, in order.
    pub fn copies(&self, folder: &str) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.beside(folder)).unwrap();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
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

    /// Somebody with this number: known to a database that an earlier town left.
    pub fn somebody_with(&self, id: i64, name: &str) -> Person {
        let id = self.world().create_user(NewUser {
            id: Some(id),
            ..NewUser::named(name)
        });
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
        let now = self.now();
        let mut bot = self.inner.bot.lock().await;
        let _ = bot.as_mut().unwrap().poll.once(0, now).await;
        drop(bot);
        self.ends().await;
        self.world().heal();
    }

    pub fn database(&self) -> PathBuf {
        self.inner.database()
    }

    /// What time it is here.
    pub fn now(&self) -> jiff::Timestamp {
        self.inner.now()
    }

    /// Somebody else than the bot writes into the database: the world does not look for broken facts any more.
    pub fn promises_nothing(&self) {
        self.inner.is_tampered_with.store(true, Ordering::SeqCst);
    }

    /// Looks into the database beside the bot.
    pub fn looks<R>(&self, look: impl FnOnce(&mut Eyes) -> R) -> R {
        self.inner.looks(look)
    }
}

impl Inner {
    fn database(&self) -> PathBuf {
        self.folder.path().join("cutri.db")
    }

    /// What time it is here.
    pub fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::from_second(self.now.load(Ordering::SeqCst)).unwrap()
    }

    pub fn looks<R>(&self, look: impl FnOnce(&mut Eyes) -> R) -> R {
        let mut eyes = self.eyes.lock().unwrap_or_else(PoisonError::into_inner);
        look(eyes.get_or_insert_with(|| Eyes::on(&self.database())))
    }
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
        if !self.is_tampered_with.load(Ordering::SeqCst) {
            assert_eq!(
                self.stale_buttons(),
                Vec::<String>::new(),
                "messages are left whose buttons can do nothing"
            );
        }
        let lost = self.lost_presses.lock().unwrap();
        let mut unanswered = world.unanswered_callbacks();
        unanswered.retain(|press| !lost.contains(press));
        assert_eq!(
            unanswered,
            Vec::<String>::new(),
            "a press was not acknowledged"
        );
        assert_eq!(world.pending_updates(), 0, "an update was not taken");
        assert_eq!(
            self.looks(|eyes| eyes.count("select count(*) from outbox")),
            0,
            "a message was not sent"
        );
        assert_eq!(
            self.looks(|eyes| eyes.count("select count(*) from inbox where state <> 'done'")),
            0,
            "an update was not handled"
        );
        assert_eq!(
            self.looks(|eyes| eyes.count("select count(*) from reading")),
            0,
            "a reading was not told"
        );
    }
}
