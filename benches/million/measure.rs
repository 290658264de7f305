//! What is measured: the start, searches in the room itself, and a resident's replies beside a busy reading room.

use std::{
    collections::BTreeSet,
    path::Path,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};
use cutri::{
    domain::{
        council::Council,
        ids::{ChatId, SearchId},
        reading::Reading,
    },
    emulator::{Config, Emulator, NewGroup, NewUser, Send, World},
    messages::Catalog,
    reading::{self, Known, Room},
};

use crate::{
    Options,
    generate::{COUNCIL, RARE},
};

/// The emulator lets in nobody else.
const TOKEN: &str = "1:BENCH";

/// Nobody may wait so long for anything.
const LIMIT: Duration = Duration::from_mins(1);

/// Measures everything and prints it.
pub(crate) async fn run(options: &Options, database: &Path) -> anyhow::Result<()> {
    println!("{} questions", options.questions);
    searches(options, database).await?;
    let folder = tempfile::tempdir_in(database.parent().context("no folder")?)?;
    // The bot writes; the questions stay as they are for the next run.
    let copy = folder.path().join("cutri.db");
    std::fs::copy(database, &copy)?;
    // What a copy leaves to be written would be waited for by the first commit of the bot.
    std::fs::File::open(&copy)?.sync_all()?;
    beside(options, &copy).await
}

async fn searches(options: &Options, database: &Path) -> anyhow::Result<()> {
    let council = Council::parse(&std::fs::read_to_string(COUNCIL)?)
        .map_err(|problems| anyhow::anyhow!("the council has {} problems", problems.len()))?;
    let catalog = Catalog::load()?;
    let known = Known {
        council: &council,
        catalog: &catalog,
        bot: "cutri_bot",
        admins: &BTreeSet::new(),
        now: jiff::Timestamp::from_second(1_795_395_600)?,
    };
    let room = Room::new(database, LIMIT);
    for words in [
        "đường",
        "ngập mỗi khi mưa",
        "đường ngậ",
        "n",
        "kiểm tra duo",
        RARE,
        "kpuih mưa",
        "không có chữ này",
    ] {
        let mut took = Vec::with_capacity(options.searches);
        for turn in 0..options.searches {
            let reading = Reading::Search {
                search: SearchId(1),
                words: words.to_owned(),
                page: u16::try_from(turn % 3)?,
                turns: None,
            };
            let begun = Instant::now();
            let mut view = room.view().await?;
            reading::find(&mut view, ChatId(1_000_001), &reading, known).await?;
            drop(view);
            took.push(begun.elapsed());
        }
        report(&format!("search “{words}”"), &mut took);
    }
    for (name, reading) in [
        (
            "/thongke",
            Reading::Figures {
                body: cutri::domain::ids::BodyCode::new("thuong-truc"),
            },
        ),
        ("board", Reading::Board),
    ] {
        let mut took = Vec::new();
        for _ in 0..3 {
            let begun = Instant::now();
            let mut view = room.view().await?;
            reading::find(&mut view, ChatId(-1), &reading, known).await?;
            took.push(begun.elapsed());
        }
        report(name, &mut took);
    }
    room.close().await;
    Ok(())
}

/// The bot serves from `database`; one group asks for figures and digests, one resident searches, another talks.
async fn beside(options: &Options, database: &Path) -> anyhow::Result<()> {
    let emulator = Emulator::start(Config {
        token: TOKEN.to_owned(),
        ..Config::default()
    })
    .await?;
    let world = &emulator.world;
    let clerk = world.create_user(NewUser::named("Cô Thu"));
    let begun = Instant::now();
    world.send(&Send::private(clerk, "/trogiup"))?;
    let mut bot = start(&emulator, database, clerk)?;
    until(world, |world| {
        let mut calls = world.calls(0).into_iter();
        calls.any(|call| call.method == "sendMessage")
    })
    .await?;
    println!("start: {:?} until it has answered", begun.elapsed());

    let group = world.create_group(&NewGroup::titled("Thường trực", [clerk]));
    let mut seen = 0;
    ask(world, (group, clerk), "/lienket thuong-truc", &mut seen).await?;
    let mut alone = Vec::new();
    talk(world, options.seconds.min(5), &mut alone).await?;
    report("replies, nobody reads", &mut alone);

    let is_over = AtomicBool::new(false);
    let readings = AtomicUsize::new(0);
    let search = AtomicUsize::new(0);
    let keep_asking = async |chat: Option<i64>, words: &[&str], count: &AtomicUsize| {
        let mut seen = 0;
        for word in words.iter().cycle() {
            if is_over.load(Ordering::Relaxed) {
                break;
            }
            let who = chat.map_or_else(|| somebody(world), |group| (group, clerk));
            ask(world, who, word, &mut seen).await?;
            count.fetch_add(1, Ordering::Relaxed);
        }
        anyhow::Ok(())
    };
    let mut took = Vec::new();
    let talking = async {
        let talked = talk(world, options.seconds, &mut took).await;
        is_over.store(true, Ordering::Relaxed);
        talked
    };
    tokio::try_join!(
        talking,
        keep_asking(Some(group), &["/thongke", "/tonghop"], &readings),
        keep_asking(None, &["/tracuu đường ngập", "/tracuu kpuih"], &search),
    )?;
    report("replies beside readings", &mut took);
    println!(
        "meanwhile: {} figures and digests, {} searches",
        readings.into_inner(),
        search.into_inner()
    );
    println!("peak memory: {} KiB", peak_memory(&bot)?);
    let _ = Command::new("kill").arg(bot.id().to_string()).status();
    bot.wait()?;
    Ok(())
}

fn start(emulator: &Emulator, database: &Path, clerk: i64) -> anyhow::Result<Child> {
    Command::new(env!("CARGO_BIN_EXE_cutri"))
        .env_clear()
        .env("TELOXIDE_TOKEN", TOKEN)
        .env("TELOXIDE_API_URL", emulator.url())
        .env("CUTRI_DATABASE", database)
        .env("CUTRI_COUNCIL", COUNCIL)
        .env("CUTRI_ADMINS", clerk.to_string())
        .env("CUTRI_HTTP_LISTEN", "127.0.0.1:0")
        .env("CUTRI_RATE", "off")
        .env("CUTRI_LOG", "warn")
        .stdin(Stdio::null())
        .spawn()
        .context("cannot start the bot")
}

/// A person of their own for every question: nobody is told that it is too much.
fn somebody(world: &World) -> (i64, i64) {
    let person = world.create_user(NewUser::named("Lan"));
    (person, person)
}

/// One person after another says something and waits for the answer.
async fn talk(world: &World, seconds: u64, took: &mut Vec<Duration>) -> anyhow::Result<()> {
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut seen = 0;
    while Instant::now() < end {
        let begun = Instant::now();
        ask(world, somebody(world), "/start", &mut seen).await?;
        took.push(begun.elapsed());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    Ok(())
}

/// Says `text` and waits until the bot has said something in that chat.
async fn ask(
    world: &World,
    (chat, user): (i64, i64),
    text: &str,
    seen: &mut u64,
) -> anyhow::Result<()> {
    if let Some(call) = world.calls(*seen).last() {
        *seen = call.seq;
    }
    world.send(&Send::text(chat, user, text))?;
    let end = Instant::now() + LIMIT;
    loop {
        for call in world.calls(*seen) {
            *seen = call.seq;
            let is_speech = ["sendMessage", "editMessageText"].contains(&call.method);
            if is_speech && call.params["chat_id"] == chat {
                return Ok(());
            }
        }
        if Instant::now() > end {
            bail!("{text}: waited {LIMIT:?}");
        }
        tokio::time::sleep(Duration::from_micros(500)).await;
    }
}

async fn until(world: &World, is_so: impl Fn(&World) -> bool) -> anyhow::Result<()> {
    let end = Instant::now() + LIMIT;
    while !is_so(world) {
        if Instant::now() > end {
            bail!("waited {LIMIT:?}");
        }
        tokio::time::sleep(Duration::from_micros(500)).await;
    }
    Ok(())
}

fn peak_memory(bot: &Child) -> anyhow::Result<String> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", bot.id()))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let value = line.and_then(|value| value.split_whitespace().next());
    Ok(value.unwrap_or("?").to_owned())
}

fn report(what: &str, took: &mut [Duration]) {
    took.sort_unstable();
    let at = |share: usize| took.get(took.len().saturating_sub(1) * share / 100);
    let (Some(median), Some(p99), Some(most)) = (at(50), at(99), took.last()) else {
        return println!("{what}: nothing");
    };
    println!(
        "{what}: p50 {median:?}, p99 {p99:?}, most {most:?} ({})",
        took.len()
    );
}
