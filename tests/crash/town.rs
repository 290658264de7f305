//! A town of residents and delegates, the emulator it lives in, and the process that serves it.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use cutri::emulator::{Call, Config, Emulator, NewGroup, NewUser, Send};

use crate::{
    books::Books,
    bot::{Bot, Setup, TOKEN},
    ends::serving,
    people::{Delegation, OPEN_CARD, Resident, Waits},
};

/// The bodies that can be given a question in the example council.
const BODIES: [&str; 8] = [
    "to-1", "to-2", "to-3", "to-4", "to-5", "to-6", "cong-an", "office",
];

/// So many residents are in a conversation at the same time.
const AT_ONCE: usize = 48;

/// Nothing new for so long means that something was lost.
const STANDSTILL: Duration = Duration::from_secs(45);

/// A small pause when nothing happened.
const PAUSE: Duration = Duration::from_millis(3);

/// Which way updates come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// The bot asks.
    Polling,
    /// The emulator calls.
    Webhook,
}

/// The town.
pub(crate) struct Town {
    /// Telegram.
    pub(crate) emulator: Emulator,
    /// How the process is started.
    pub(crate) setup: Setup,
    /// The process.
    pub(crate) bot: Bot,
    /// Everybody with a question.
    pub(crate) residents: Vec<Resident>,
    /// Groups by chat.
    pub(crate) groups: HashMap<i64, Delegation>,
    /// How many things people did.
    pub(crate) acts: usize,
    /// How often each text was sent to each chat.
    pub(crate) sends: HashMap<(i64, String), u32>,
    by_id: HashMap<i64, usize>,
    calls_seen: u64,
    begun: usize,
    last_news: Instant,
}

impl Town {
    /// A town with `count` residents, its bot running and its groups linked.
    pub(crate) async fn open(count: usize, door: Door) -> Self {
        let config = Config {
            token: TOKEN.to_owned(),
            kept_calls: 1_000_000,
            ..Config::default()
        };
        let emulator = Emulator::start(config).await.unwrap();
        let world = &emulator.world;
        let admin = world.create_user(NewUser::named("Quản trị"));
        let setup = Setup::at(&emulator)
            .with("CUTRI_ADMINS", &admin.to_string())
            .without_digests();
        let setup = match door {
            Door::Polling => setup,
            Door::Webhook => setup.by_webhook(),
        };
        let bot = setup.start();
        let mut groups = HashMap::new();
        let mut linking = Vec::new();
        for body in BODIES {
            let members = [(); 2].map(|()| world.create_user(NewUser::named("Đại biểu")));
            let group = NewGroup::titled(body, [admin, members[0], members[1]]);
            let chat = world.create_group(&group);
            let link = Send::text(chat, admin, format!("/lienket {body}"));
            world.send(&link).unwrap();
            linking.push(chat);
            groups.insert(chat, Delegation::new(chat, members));
        }
        let residents: Vec<Resident> = (0..count)
            .map(|number| {
                let name = format!("Cử tri {number}");
                Resident::new(number, world.create_user(NewUser::named(name)))
            })
            .collect();
        let by_id = residents.iter().map(|r| r.id).zip(0..).collect();
        let mut town = Self {
            emulator,
            setup,
            bot,
            residents,
            groups,
            acts: 0,
            sends: HashMap::new(),
            by_id,
            calls_seen: 0,
            begun: 0,
            last_news: Instant::now(),
        };
        for chat in linking {
            town.wait_for(chat, "Nhóm này từ giờ là nhóm của").await;
        }
        Books::watch(&town.setup.database());
        town
    }

    /// The process stops and goes on with this in its environment.
    pub(crate) async fn moves_to(&mut self, name: &str, value: &str) {
        let ended = self.bot.stops_within(Duration::from_secs(10)).await;
        assert_eq!(ended.code, Some(0), "{}", self.setup.stderr());
        self.setup.set(name, value);
        self.bot = serving(&self.setup).await;
    }

    async fn wait_for(&mut self, chat: i64, words: &str) {
        let mut said = self.emulator.world.messages(chat);
        while !said.iter().any(|seen| seen.text.contains(words)) {
            self.must_live();
            tokio::time::sleep(PAUSE).await;
            said = self.emulator.world.messages(chat);
        }
    }

    /// What people will do in all, at least.
    pub(crate) fn acts_in_all(&self) -> usize {
        let answering = 2 * self.residents.len();
        self.residents.iter().map(Resident::acts).sum::<usize>() + answering
    }

    /// Previews that a crash sent twice: whoever presses one of them sees the other closed, which is one message more.
    pub(crate) fn closed_twins(&self) -> i64 {
        let mut twins = 0;
        for resident in &self.residents {
            let seen = self.emulator.world.messages(resident.id);
            let saying = |words: &str| {
                seen.iter()
                    .filter(|seen| seen.text.starts_with(words))
                    .count()
            };
            twins +=
                saying("✅ Đã gửi.").saturating_sub(1) + saying("⬇️ Bản nháp nay ở tin phía dưới.");
        }
        i64::try_from(twins).unwrap()
    }

    /// Lets people see what is new and do what they do about it. Waits a moment when nothing is.
    pub(crate) async fn goes_on(&mut self) {
        self.must_live();
        self.goes_on_without_it().await;
    }

    /// The same, whether the bot lives or not.
    pub(crate) async fn goes_on_without_it(&mut self) {
        let calls = self.emulator.world.calls(self.calls_seen);
        let busy = self.residents[..self.begun]
            .iter()
            .filter(|resident| resident.waits != Waits::Content)
            .count();
        for _ in busy..AT_ONCE {
            let Some(resident) = self.residents.get_mut(self.begun) else {
                break;
            };
            resident.begins(&self.emulator.world);
            self.begun += 1;
            self.acts += 1;
        }
        if calls.is_empty() {
            tokio::time::sleep(PAUSE).await;
        }
        for call in calls {
            self.calls_seen = call.seq;
            self.notices(&call);
        }
    }

    fn notices(&mut self, call: &Call) {
        let (true, Some(chat), Some(message)) =
            (call.ok, call.params["chat_id"].as_i64(), call.message_id)
        else {
            return;
        };
        self.last_news = Instant::now();
        if call.method == "sendMessage" {
            let text = call.params["text"].as_str().unwrap_or_default().to_owned();
            *self.sends.entry((chat, text)).or_default() += 1;
        }
        let world = &self.emulator.world;
        let Some(seen) = world.message(chat, message) else {
            return;
        };
        self.acts += if let Some(group) = self.groups.get_mut(&chat) {
            group.sees(world, &seen)
        } else if let Some(at) = self.by_id.get(&chat) {
            self.residents[*at].sees(world, &seen)
        } else {
            0
        };
    }

    /// Everybody has an answer.
    pub(crate) fn is_content(&self) -> bool {
        let mut residents = self.residents.iter();
        residents.all(|resident| resident.waits == Waits::Content)
    }

    /// The process must not end by itself, and something must happen now and then.
    fn must_live(&mut self) {
        if let Some(status) = self.bot.ended() {
            panic!(
                "cutri ended by itself: {status}\n{}",
                tail(&self.setup.stderr())
            );
        }
        if self.last_news.elapsed() > STANDSTILL {
            let waiting: Vec<String> = self
                .residents
                .iter()
                .filter(|resident| !matches!(resident.waits, Waits::Content | Waits::Asleep))
                .take(5)
                .map(|resident| {
                    let said = self.emulator.world.messages(resident.id);
                    let last = said.last().map(|seen| seen.text.as_str());
                    format!("{} waits {:?} after {last:?}", resident.id, resident.waits)
                })
                .collect();
            panic!(
                "nothing happens any more:\n{}\n{}\n{}",
                waiting.join("\n"),
                self.left(),
                tail(&self.setup.stderr())
            );
        }
    }

    /// Where what was said may have stayed: at Telegram, in the inbox, in the outbox.
    fn left(&self) -> String {
        let mut left = vec![format!(
            "at Telegram: {} updates",
            self.emulator.world.pending_updates()
        )];
        let books = rusqlite::Connection::open(self.setup.database()).unwrap();
        for (place, sql) in [
            (
                "inbox",
                "select chat_id || ' ' || state || ' tries ' || attempts || ' again at ' || retry_at || ' ' || coalesce(error, '')
                 from inbox where state <> 'done'",
            ),
            ("outbox", "select id || ' to ' || chat_id || ' ' || state from outbox"),
        ] {
            let mut statement = books.prepare(sql).unwrap();
            let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
            let rows: Vec<String> = rows.map(Result::unwrap).collect();
            left.push(format!("{place}: {}", rows.join("; ")));
        }
        left.join("\n")
    }

    /// How many messages were sent more than once to the same chat with the same words.
    pub(crate) fn duplicates(&self) -> u32 {
        self.sends.values().map(|times| times - 1).sum()
    }

    /// How many of these were open cards of questions.
    pub(crate) fn cards_twice(&self) -> u32 {
        let cards = self
            .sends
            .iter()
            .filter(|((_, text), _)| text.contains(OPEN_CARD));
        cards.map(|(_, times)| times - 1).sum()
    }
}

fn tail(log: &str) -> String {
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(30)..].join("\n")
}
