//! An announcement to everybody at Telegram's own pace: how much of the pace is used, who has it how often, and how long
//! somebody waits who writes to the bot meanwhile. One message in a hundred fails, one person in a hundred has blocked the
//! bot, and twice the process is killed.
//!
//! `cargo bench --bench announcement`, options after `--`: 60,000 people take 34 minutes, because Telegram takes 30
//! messages a second. What came out stands in `docs/performance.md`. Start with [`run`].

#[path = "../conversation/process.rs"]
mod process;

use std::{
    collections::HashMap,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail, ensure};
use clap::Parser;
use cutri::{
    domain::council::Council,
    emulator::{Config, Emulator, FailureKind, FailureRule, FeedKind, NewUser, Press, Send, World},
    store::{self, council},
};
use process::Process;
use rusqlite::Connection;

/// The emulator lets in nobody else.
const TOKEN: &str = "1:BENCH";

/// The council whose residents are told.
const COUNCIL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/examples/duy-tien/council.toml"
);

/// How people recognise the announcement.
const WORDS: &str = "Cắt nước";

/// Telegram takes so many messages a second from a bot.
const PACE: f64 = 30.0;

/// Nothing may stand still for so long.
const PATIENCE: Duration = Duration::from_mins(1);

/// An announcement to many.
#[derive(Parser)]
struct Options {
    /// How many people are told.
    #[arg(long, default_value_t = 60_000)]
    people: usize,
    /// How often the process is killed on the way.
    #[arg(long, default_value_t = 2)]
    kills: usize,
    /// Somebody writes to the bot every so many milliseconds.
    #[arg(long, default_value_t = 1_000)]
    every: u64,
    /// What `cargo bench` passes; without it (`cargo test --benches`) a short run shows that all works.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> anyhow::Result<()> {
    let mut options = Options::parse();
    if !options.bench && std::env::args().len() == 1 {
        (options.people, options.kills, options.every) = (200, 1, 500);
    }
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(run(&options))
}

/// Tells everybody and prints how it went.
async fn run(options: &Options) -> anyhow::Result<()> {
    let emulator = Emulator::start(Config {
        token: TOKEN.to_owned(),
        flood_limits: true,
        ..Config::default()
    })
    .await?;
    let world = &emulator.world;
    let folder = tempfile::tempdir_in(concat!(env!("CARGO_MANIFEST_DIR"), "/target"))?;
    let people = live_in(folder.path(), world, options.people)?;
    let clerks = ["Cô Thu", "Cô Hoa"].map(|name| world.create_user(NewUser::named(name)));
    let mut bot = start(&emulator, folder.path(), clerks)?;
    approve(world, clerks).await?;
    fail_now_and_then(world);

    println!("{} people, process {}", people.len(), bot.id());
    let begun = Instant::now();
    let mut heard = Heard::from(world);
    let mut kills = 0;
    let mut asks_at = Instant::now();
    let mut looked_at = Instant::now();
    loop {
        if looked_at.elapsed() > Duration::from_secs(1) {
            looked_at = Instant::now();
            if is_told(folder.path())? {
                break;
            }
        }
        if kills < options.kills && heard.told > people.len() * (kills + 1) / (options.kills + 1) {
            bot = {
                drop(bot);
                start(&emulator, folder.path(), clerks)?
            };
            heard.waits_for_a_start();
            kills += 1;
        }
        if asks_at.elapsed() > Duration::from_millis(options.every) {
            asks_at = Instant::now();
            heard.asks(world.create_user(NewUser::named("Lan")))?;
        }
        heard.listens(Duration::from_millis(5)).await;
        ensure!(heard.last_heard_at.elapsed() < PATIENCE, "it stands still");
    }
    heard.listens(Duration::from_secs(2)).await;
    let took = heard.last_told_at.duration_since(begun);
    ensure!(kills == options.kills, "{kills} kills");
    report(folder.path(), &heard, &people, took)?;
    println!("peak memory: {} KiB", bot.peak_memory()?);
    println!("CPU: {:?} since the last start", bot.cpu()?);
    Ok(())
}

/// A database in which so many people live, all of whom have agreed; one in a hundred has blocked the bot.
fn live_in(folder: &Path, world: &World, count: usize) -> anyhow::Result<Vec<i64>> {
    let text = std::fs::read_to_string(COUNCIL)?;
    // The hour at which this runs is not what is measured.
    let quiet = r#"quiet_hours = { from = "21:00", to = "06:30" }"#;
    ensure!(text.contains(quiet), "the sample's quiet hours have moved");
    let text = text.replace(quiet, r#"quiet_hours = { from = "00:00", to = "00:00" }"#);
    std::fs::write(folder.join("council.toml"), &text)?;
    let council = Council::parse(&text)
        .map_err(|problems| anyhow::anyhow!("the council has {} problems", problems.len()))?;
    let connection = store::open_connection(&folder.join("cutri.db"))?;
    store::write_once(&connection, |tx| {
        council::load(tx, &council, jiff::Timestamp::UNIX_EPOCH)
    })?;
    connection.execute_batch("begin")?;
    let mut insert = connection.prepare(
        "insert into resident (user_id, display_name, language, area_code, area_role, consent_version, consented_at,
             created_at)
         values (?, 'Lan', 'vi', 'dong-van', 'lives', 1, 1, 1)",
    )?;
    let mut people = Vec::with_capacity(count);
    for number in 0..count {
        let person = world.create_user(NewUser {
            started: true,
            ..NewUser::named("Nguyễn Thị Lan")
        });
        insert.execute([person])?;
        if number % 100 == 0 {
            world.set_blocked(person, true);
        }
        people.push(person);
    }
    connection.execute_batch("commit")?;
    Ok(people)
}

fn start(emulator: &Emulator, folder: &Path, clerks: [i64; 2]) -> anyhow::Result<Process> {
    let output = |name: &str| {
        std::fs::File::options()
            .create(true)
            .append(true)
            .open(folder.join(name))
    };
    Process::start(
        Command::new(env!("CARGO_BIN_EXE_cutri"))
            .env_clear()
            .env("TELOXIDE_TOKEN", TOKEN)
            .env("TELOXIDE_API_URL", emulator.url())
            .env("CUTRI_DATABASE", folder.join("cutri.db"))
            .env("CUTRI_COUNCIL", folder.join("council.toml"))
            .env("CUTRI_ADMINS", format!("{},{}", clerks[0], clerks[1]))
            .env("CUTRI_HTTP_LISTEN", "127.0.0.1:0")
            .env("CUTRI_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(output("stdout")?)
            .stderr(output("stderr")?),
    )
}

/// One clerk writes it for everybody, the other one approves it.
async fn approve(world: &World, [writes, approves]: [i64; 2]) -> anyhow::Result<()> {
    // Whoever never wrote to a bot is not told anything by it.
    world.send(&Send::private(approves, "/start"))?;
    let text = format!("/thongbao {WORDS} từ 8 giờ đến 11 giờ ngày mai.");
    world.send(&Send::private(writes, text))?;
    for words in ["Người nhận", "Mọi người đã đồng ý", "Gửi duyệt"] {
        press(world, writes, words).await?;
    }
    press(world, approves, "✅ Duyệt").await
}

/// Presses the newest button with these words in the person's chat, as soon as it is there.
async fn press(world: &World, person: i64, words: &str) -> anyhow::Result<()> {
    let end = Instant::now() + PATIENCE;
    loop {
        for message in world.messages(person).iter().rev() {
            let mut buttons = message.buttons.iter().flatten();
            let Some(button) = buttons.find(|button| button.text.contains(words)) else {
                continue;
            };
            world.press(&Press {
                chat_id: person,
                user_id: person,
                message_id: message.message_id,
                data: button.data.clone(),
                text: None,
                inline_message_id: None,
                forged: false,
            })?;
            return Ok(());
        }
        if Instant::now() > end {
            bail!("no button “{words}”");
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn fail_now_and_then(world: &World) {
    world.fail(FailureRule {
        method: Some("sendMessage".to_owned()),
        chat_id: None,
        times: u32::MAX,
        probability: 0.01,
        kind: FailureKind::Error,
        error_code: Some(502),
        description: Some("Bad Gateway".to_owned()),
        retry_after: None,
        delay_ms: 0,
    });
}

/// What the bot has said to whom.
struct Heard<'w> {
    world: &'w World,
    after: u64,
    /// How often each has the announcement.
    copies: HashMap<i64, usize>,
    told: usize,
    /// Everything the bot has sent or edited.
    spoken: usize,
    /// Who waits for a reply since when.
    asked: HashMap<i64, Instant>,
    replies: Vec<Duration>,
    last_heard_at: Instant,
    last_told_at: Instant,
}

impl<'w> Heard<'w> {
    fn from(world: &'w World) -> Self {
        Self {
            world,
            after: 0,
            copies: HashMap::new(),
            told: 0,
            spoken: 0,
            asked: HashMap::new(),
            replies: Vec::new(),
            last_heard_at: Instant::now(),
            last_told_at: Instant::now(),
        }
    }

    fn asks(&mut self, person: i64) -> anyhow::Result<()> {
        self.world.send(&Send::private(person, "/trogiup"))?;
        self.asked.insert(person, Instant::now());
        Ok(())
    }

    /// Whoever asked a process that was killed waits for the next one: that is not what is measured.
    fn waits_for_a_start(&mut self) {
        self.asked.clear();
    }

    async fn listens(&mut self, time: Duration) {
        let end = Instant::now() + time;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(events) = tokio::time::timeout(left, self.world.events_after(self.after)).await
            else {
                return;
            };
            let now = Instant::now();
            for event in events {
                self.after = event.seq;
                let (Some(chat), FeedKind::Message | FeedKind::Edited) =
                    (event.chat_id, event.kind)
                else {
                    continue;
                };
                let message = &event.more["message"];
                if message["from"]["is_bot"] != true {
                    continue;
                }
                (self.spoken, self.last_heard_at) = (self.spoken + 1, now);
                let text = message["text"].as_str().unwrap_or_default();
                if let Some(asked) = self.asked.remove(&chat) {
                    self.replies.push(now.duration_since(asked));
                } else if text.contains(WORDS) && event.kind == FeedKind::Message {
                    *self.copies.entry(chat).or_default() += 1;
                    (self.told, self.last_told_at) = (self.told + 1, now);
                }
            }
        }
    }
}

/// Whether the announcement is at its end.
fn is_told(folder: &Path) -> anyhow::Result<bool> {
    let connection = Connection::open(folder.join("cutri.db"))?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection.query_row("select state = 'done' from broadcast", [], |row| row.get(0))?)
}

fn report(folder: &Path, heard: &Heard, people: &[i64], took: Duration) -> anyhow::Result<()> {
    let copies = |person: &i64| heard.copies.get(person).copied().unwrap_or_default();
    let reachable: Vec<&i64> = people
        .iter()
        .enumerate()
        .filter(|(number, _)| number % 100 != 0)
        .map(|(_, person)| person)
        .collect();
    let missed = reachable
        .iter()
        .filter(|person| copies(person) == 0)
        .count();
    let twice: usize = reachable
        .iter()
        .map(|person| copies(person).saturating_sub(1))
        .sum();
    let connection = Connection::open(folder.join("cutri.db"))?;
    let said: u32 =
        connection.query_row("select perhaps_twice from broadcast", [], |row| row.get(0))?;
    let said = usize::try_from(said)?;
    #[expect(clippy::cast_precision_loss, reason = "counts of messages")]
    let pace = heard.spoken as f64 / took.as_secs_f64();
    println!(
        "{} people, {} reachable: {missed} missed, {twice} twice (at most {said} said), {took:.1?}; {} messages, \
         {pace:.2} a second: {:.1} % of Telegram's pace",
        people.len(),
        reachable.len(),
        heard.spoken,
        100.0 * pace / PACE,
    );
    let mut replies = heard.replies.clone();
    replies.sort_unstable();
    let at = |share: usize| replies.get(replies.len().saturating_sub(1) * share / 100);
    println!(
        "replies meanwhile: p50 {:?}, p99 {:?}, most {:?} ({})",
        at(50),
        at(99),
        replies.last(),
        replies.len()
    );
    ensure!(missed == 0, "{missed} people were not told");
    ensure!(twice <= said, "{twice} twice, {said} said");
    at(50).context("nobody asked").map(drop)
}
