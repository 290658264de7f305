//! What is measured: each paper by a command of its own, and a resident's replies beside papers that the bot and commands make
//! without a pause.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};
use cutri::emulator::NewGroup;

use crate::{
    Options,
    bot::{Bot, ask, ask_for, command, peak_memory, report, talk},
    copy::copy,
};

/// The session that all questions are ahead of.
pub(crate) const SESSION: &str = "kh-4";

/// Kind and form.
type Paper = (&'static str, &'static str);

/// What is made on the command line.
const PAPERS: [Paper; 4] = [
    ("register", "xlsx"),
    ("register", "csv"),
    ("register", "json"),
    ("summary", "docx"),
];

/// What is made in the loop beside residents.
const IN_THE_LOOP: [Paper; 2] = [("register", "xlsx"), ("summary", "docx")];

/// How often a command's memory is looked at.
const LOOK: Duration = Duration::from_millis(1);

/// Of a council of more questions only the register is made.
const MOST_FOR_ALL: u32 = 50_000;

/// What a command took.
struct Took {
    time: Duration,
    /// In KiB.
    memory: u64,
}

/// Measures everything and prints it.
pub(crate) async fn run(options: &Options, databases: &[(u32, PathBuf)]) -> anyhow::Result<()> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let mut first: Vec<(Paper, u64)> = Vec::new();
    for (questions, database) in databases {
        println!("{questions} questions");
        for paper in PAPERS {
            if *questions > MOST_FOR_ALL && paper.0 != "register" {
                continue;
            }
            let (mut times, mut peak) = (Vec::new(), 0);
            for _ in 0..options.rounds {
                let took = by_command(database, paper, folder.path()).await?;
                times.push(took.time);
                peak = peak.max(took.memory);
            }
            let name = format!("cutri report {} (.{})", paper.0, paper.1);
            report(&name, &mut times);
            let before = first.iter().find(|(known, _)| *known == paper);
            if let Some((_, before)) = before {
                let of = databases[0].0;
                println!("{name}: peak memory {peak} KiB, {before} KiB of {of} questions");
            } else {
                println!("{name}: peak memory {peak} KiB");
                first.push((paper, peak));
            }
        }
    }
    let Some((_, database)) = databases.first().filter(|_| !options.only_commands) else {
        return Ok(());
    };
    beside(options, &copy(database, folder.path())?, folder.path()).await
}

/// A paper by a command of its own.
async fn by_command(database: &Path, (kind, form): Paper, folder: &Path) -> anyhow::Result<Took> {
    let out = folder.join(format!("{kind}.{form}"));
    let begun = Instant::now();
    let mut process = command(database)
        .args(["report", kind, "--session", SESSION, "--out"])
        .arg(&out)
        .stdout(Stdio::null())
        .spawn()
        .context("cannot start cutri report")?;
    let mut memory = 0;
    let status = loop {
        memory = peak_memory(process.id()).unwrap_or(0).max(memory);
        if let Some(status) = process.try_wait()? {
            break status;
        }
        tokio::time::sleep(LOOK).await;
    };
    if !status.success() {
        bail!("cutri report {kind} .{form}: {status}");
    }
    let took = Took {
        time: begun.elapsed(),
        memory,
    };
    if std::fs::metadata(&out)?.len() == 0 {
        bail!("{kind} .{form}: nothing was written");
    }
    Ok(took)
}

/// The bot serves from `database`: residents alone, residents while the bot makes papers for a group, residents while commands make
/// them.
async fn beside(options: &Options, database: &Path, folder: &Path) -> anyhow::Result<()> {
    let bot = Bot::start(database).await?;
    let world = bot.world();
    println!("start: {:?} until it has answered", bot.started_in);
    let group = world.create_group(&NewGroup::titled("Thường trực", [bot.clerk]));
    let mut seen = 0;
    ask(world, (group, bot.clerk), "/lienket thuong-truc", &mut seen).await?;
    let mut alone = Vec::new();
    talk(world, options.seconds.min(5), &mut alone).await?;
    report("replies, nobody makes papers", &mut alone);
    println!("the bot: peak memory {} KiB", bot.peak_memory()?);

    let is_over = AtomicBool::new(false);
    let mut in_chat: Vec<Vec<Duration>> = vec![Vec::new(); IN_THE_LOOP.len()];
    let mut beside_chat = Vec::new();
    let making = async {
        let mut seen = 0;
        for at in (0..IN_THE_LOOP.len()).cycle() {
            if is_over.load(Ordering::Relaxed) {
                break;
            }
            let wish = format!("/baocao {} {SESSION}", IN_THE_LOOP[at].0);
            let begun = Instant::now();
            let file = (wish.as_str(), &["sendDocument"][..]);
            ask_for(world, (group, bot.clerk), file, &mut seen).await?;
            in_chat[at].push(begun.elapsed());
        }
        anyhow::Ok(())
    };
    let talking = async {
        let talked = talk(world, options.seconds, &mut beside_chat).await;
        is_over.store(true, Ordering::Relaxed);
        talked
    };
    tokio::try_join!(talking, making)?;
    report("replies beside papers in the chat", &mut beside_chat);
    for ((kind, form), times) in IN_THE_LOOP.iter().zip(&mut in_chat) {
        report(&format!("/baocao {kind} (.{form})"), times);
    }
    println!("the bot: peak memory {} KiB", bot.peak_memory()?);

    let is_over = AtomicBool::new(false);
    let mut by_commands: Vec<Vec<Duration>> = vec![Vec::new(); IN_THE_LOOP.len()];
    let mut beside_commands = Vec::new();
    let making = async {
        for at in (0..IN_THE_LOOP.len()).cycle() {
            if is_over.load(Ordering::Relaxed) {
                break;
            }
            let took = by_command(database, IN_THE_LOOP[at], folder).await?;
            by_commands[at].push(took.time);
        }
        anyhow::Ok(())
    };
    let talking = async {
        let talked = talk(world, options.seconds, &mut beside_commands).await;
        is_over.store(true, Ordering::Relaxed);
        talked
    };
    tokio::try_join!(talking, making)?;
    report("replies beside cutri report", &mut beside_commands);
    for ((kind, form), times) in IN_THE_LOOP.iter().zip(&mut by_commands) {
        report(
            &format!("cutri report {kind} (.{form}), beside residents"),
            times,
        );
    }
    bot.stop()
}
