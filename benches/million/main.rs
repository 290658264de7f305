//! A council with a million questions: how long a start takes, how long searches take, and how long somebody waits while
//! others keep the reading room busy.
//!
//! `cargo bench --bench million`, options after `--`. The questions are made once (a few minutes, two gigabytes) and kept
//! in `target/million-N.db`; the same seed makes the same questions. What came out stands in `docs/performance.md`. Start
//! with [`measure::run`].

mod bot;
#[path = "../copy.rs"]
mod copy;
mod generate;
mod measure;

use std::path::PathBuf;

use clap::Parser;

/// Readings beside a conversation, over many questions.
#[derive(Parser)]
struct Options {
    /// How many questions.
    #[arg(long, default_value_t = 1_000_000)]
    questions: u32,
    /// Seconds of talk beside readings.
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// Searches of each kind.
    #[arg(long, default_value_t = 1_000)]
    searches: usize,
    /// Where the database is kept; without it: `target/million-N.db`.
    #[arg(long)]
    database: Option<PathBuf>,
    /// What `cargo bench` passes; without it (`cargo test --benches`) a short run shows that all works.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> anyhow::Result<()> {
    let mut options = Options::parse();
    if !options.bench && std::env::args().len() == 1 {
        (options.questions, options.seconds, options.searches) = (2_000, 1, 20);
    }
    let database = options.database.clone().unwrap_or_else(|| {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target");
        folder.join(format!("million-{}.db", options.questions))
    });
    generate::make(&database, options.questions, None)?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(measure::run(&options, &database))
}
