//! Every bot before every crowd, several times over.

use std::{path::Path, time::Duration};

use anyhow::{Context as _, ensure};
use cutri::emulator::{Config, Emulator};

use crate::{
    Options,
    bot::{Kind, TOKEN},
    report::{self, Measurement},
    residents::Crowd,
};

/// Where databases go: the disk the project is on, not memory.
const FOLDER: &str = env!("CARGO_TARGET_TMPDIR");

/// So much of a measurement is done once before, uncounted.
const WARM_UP: usize = 10;

/// What a bot still does when everybody has been answered is counted, too.
const AFTERMATH: Duration = Duration::from_millis(300);

/// Measures everything and prints the table.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let mut measurements = Vec::new();
    for round in 1..=options.rounds {
        for &residents in &options.residents {
            for kind in [Kind::Echo, Kind::Cutri, Kind::Full] {
                if kind == Kind::Full && options.database.is_none() {
                    continue;
                }
                if options.only.is_some_and(|only| only != kind) {
                    continue;
                }
                let conversations = match residents {
                    1 => options.conversations.div_ceil(5),
                    _ => options.conversations.max(residents),
                };
                let measured = runtime
                    .block_on(measure(kind, residents, conversations, options))
                    .with_context(|| format!("{} with {residents} residents", kind.name()))?;
                eprintln!("round {round}: {measured}");
                measurements.push(measured);
            }
        }
    }
    println!("{}", report::table(&measurements));
    Ok(())
}

async fn measure(
    kind: Kind,
    residents: usize,
    conversations: usize,
    options: &Options,
) -> anyhow::Result<Measurement> {
    let folder = tempfile::tempdir_in(FOLDER).context("cannot make a folder")?;
    let emulator = Emulator::start(Config {
        token: TOKEN.to_owned(),
        ..Config::default()
    })
    .await?;
    let full = options.database.as_deref();
    let process = kind.start(&emulator, folder.path(), full).await?;
    eprintln!("{} is process {}", kind.name(), process.id());
    let gap = options
        .per_second
        .map(|acts| Duration::from_secs(1) / acts.max(1));
    let mut crowd = Crowd::before(&emulator.world, kind, gap).await;
    let talked = async {
        let warm_up = (conversations / WARM_UP).max(residents);
        crowd.talk(residents, warm_up).await?;
        tokio::time::sleep(AFTERMATH).await;
        let before = process.cpu()?;
        let seen = crowd.talk(residents, conversations).await?;
        tokio::time::sleep(AFTERMATH).await;
        anyhow::Ok((seen, process.cpu()?.saturating_sub(before)))
    };
    let (seen, cpu) = talked.await.with_context(|| log_of(folder.path()))?;
    let violations = emulator.world.violations();
    ensure!(violations.is_empty(), "violations: {violations:?}");
    let unanswered = emulator.world.unanswered_callbacks().len();
    ensure!(
        unanswered == 0,
        "{unanswered} presses were not acknowledged"
    );
    let peak_memory = process.peak_memory()?;
    drop(process);
    emulator.shutdown().await;
    Ok(Measurement::new(kind, residents, &seen, cpu, peak_memory))
}

/// The end of what the bot wrote, for when it failed.
fn log_of(folder: &Path) -> String {
    let log = std::fs::read_to_string(folder.join("stderr")).unwrap_or_default()
        + &std::fs::read_to_string(folder.join("stdout")).unwrap_or_default();
    let lines: Vec<&str> = log.lines().rev().take(20).collect();
    let lines: Vec<&str> = lines.into_iter().rev().collect();
    format!("the bot wrote:\n{}\n", lines.join("\n"))
}
