//! `cutri run` in a process of its own beside an emulator, and residents who wait for its answers.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};
use cutri::emulator::{Config, Emulator, NewUser, Send, World};

use crate::generate::COUNCIL;

/// The emulator lets in nobody else.
const TOKEN: &str = "1:BENCH";

/// Nobody may wait so long for anything.
pub(crate) const LIMIT: Duration = Duration::from_mins(1);

/// What the bot says, or changes of what it said.
const SPEECH: &[&str] = &["sendMessage", "editMessageText"];

/// The bot, its Telegram, and a clerk.
pub(crate) struct Bot {
    emulator: Emulator,
    process: Child,
    /// Administers it.
    pub(crate) clerk: i64,
    /// How long it took to its first answer.
    pub(crate) started_in: Duration,
}

impl Bot {
    /// Starts it on this database and waits for its first answer.
    pub(crate) async fn start(database: &Path) -> anyhow::Result<Self> {
        let emulator = Emulator::start(Config {
            token: TOKEN.to_owned(),
            ..Config::default()
        })
        .await?;
        let world = &emulator.world;
        let clerk = world.create_user(NewUser::named("Cô Thu"));
        let begun = Instant::now();
        world.send(&Send::private(clerk, "/trogiup"))?;
        let process = command(database)
            .arg("run")
            .env("TELOXIDE_TOKEN", TOKEN)
            .env("TELOXIDE_API_URL", emulator.url())
            .env("CUTRI_COUNCIL", COUNCIL)
            .env("CUTRI_ADMINS", clerk.to_string())
            .env("CUTRI_HTTP_LISTEN", "127.0.0.1:0")
            .env("CUTRI_RATE", "off")
            .spawn()
            .context("cannot start the bot")?;
        until(world, |world| {
            let mut calls = world.calls(0).into_iter();
            calls.any(|call| call.method == "sendMessage")
        })
        .await?;
        Ok(Self {
            started_in: begun.elapsed(),
            emulator,
            process,
            clerk,
        })
    }

    /// Where its people are.
    pub(crate) fn world(&self) -> &World {
        &self.emulator.world
    }

    /// The most memory it ever had resident, in KiB.
    pub(crate) fn peak_memory(&self) -> anyhow::Result<u64> {
        peak_memory(self.process.id()).context("the bot has ended")
    }

    /// Asks it to stop, and waits.
    pub(crate) fn stop(mut self) -> anyhow::Result<()> {
        let _ = Command::new("kill")
            .arg(self.process.id().to_string())
            .status();
        self.process.wait()?;
        Ok(())
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The program, with this database and nothing else of this process's environment.
pub(crate) fn command(database: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cutri"));
    command
        .env_clear()
        .env("CUTRI_DATABASE", database)
        .env("CUTRI_LOG", "warn")
        .stdin(Stdio::null());
    command
}

/// A person of their own for every question: nobody is told that it is too much.
pub(crate) fn somebody(world: &World) -> (i64, i64) {
    let person = world.create_user(NewUser::named("Lan"));
    (person, person)
}

/// One person after another says something and waits for the answer.
pub(crate) async fn talk(
    world: &World,
    seconds: u64,
    took: &mut Vec<Duration>,
) -> anyhow::Result<()> {
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
pub(crate) async fn ask(
    world: &World,
    who: (i64, i64),
    text: &str,
    seen: &mut u64,
) -> anyhow::Result<()> {
    ask_for(world, who, (text, SPEECH), seen).await
}

/// Says `text` and waits until the bot has done one of `methods` in that chat.
pub(crate) async fn ask_for(
    world: &World,
    (chat, user): (i64, i64),
    (text, methods): (&str, &[&str]),
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
            let is_here = call.params["chat_id"] == chat
                || call.params["chat_id"].as_str() == Some(&chat.to_string());
            if methods.contains(&call.method) && is_here {
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

/// The most memory that a process ever had resident, in KiB; none: it has ended.
pub(crate) fn peak_memory(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Prints how long something took.
pub(crate) fn report(what: &str, took: &mut [Duration]) {
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
