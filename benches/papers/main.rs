//! Papers of a big council: how long each takes and how much memory, on the command line and in the chat, and how long residents
//! wait for a reply meanwhile.
//!
//! `cargo bench --bench papers`, options after `--`. The questions are those of `benches/million`, made once, all ahead of one
//! session, and kept in `target/papers-N.db`. What came out stands in `docs/performance.md`. Start with [`measure::run`].

#[path = "../million/bot.rs"]
mod bot;
#[path = "../copy.rs"]
mod copy;
#[path = "../million/generate.rs"]
mod generate;
mod measure;

use std::path::PathBuf;

use clap::Parser;

/// Papers beside a conversation.
#[derive(Parser)]
struct Options {
    /// How many questions; several sizes are compared on the command line, the first one is served by the bot, too.
    #[arg(long, value_delimiter = ',', default_values_t = [10_000])]
    questions: Vec<u32>,
    /// Seconds of talk beside papers.
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// How often each paper is made on the command line.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Only the command line: no bot.
    #[arg(long)]
    only_commands: bool,
    /// What `cargo bench` passes; without it (`cargo test --benches`) a short run shows that all works.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> anyhow::Result<()> {
    let mut options = Options::parse();
    if !options.bench && std::env::args().len() == 1 {
        (options.questions, options.seconds, options.rounds) = (vec![200, 400], 1, 1);
    }
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target");
    let mut databases = Vec::new();
    for questions in &options.questions {
        let database = folder.join(format!("papers-{questions}.db"));
        generate::make(&database, *questions, Some(measure::SESSION))?;
        databases.push((*questions, database));
    }
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(measure::run(&options, &databases))
}
