//! How fast the bot is: residents hold the whole conversation from `/start` to "Gửi" with it, and with a bare
//! echo bot, over an emulator of Telegram in another process than the bot.
//!
//! `cargo bench --bench conversation`, options after `--`. What it measures and what came out stands in
//! `docs/performance.md`. The emulator and the residents live in this process, each bot in a process of its
//! own: CPU time and memory are those of the bot alone. Start with [`contest::run`].

mod bot;
mod contest;
#[path = "../copy.rs"]
mod copy;
#[path = "../echo_bot.rs"]
mod echo_bot;
mod process;
mod report;
mod residents;
mod script;

use std::path::PathBuf;

use clap::Parser;

use crate::bot::Kind;

/// The conversation from `/start` to "Gửi" against a bare echo bot.
#[derive(Parser)]
struct Options {
    /// How many residents talk at once, one measurement each.
    #[arg(long, value_delimiter = ',', default_value = "1,50,200")]
    residents: Vec<usize>,
    /// How often everything is measured; the table shows medians and the spread.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Conversations in a measurement with many residents; one alone holds a fifth of them.
    #[arg(long, default_value_t = 1_500)]
    conversations: usize,
    /// Measure one bot only.
    #[arg(long)]
    only: Option<Kind>,
    /// Also on a copy of this database of the sample council, with years behind it: `target/million-1000000.db` of the
    /// bench `million`.
    #[arg(long)]
    database: Option<PathBuf>,
    /// At most so many acts a second, evenly, instead of everybody as soon as they can: half of what a bot can do shows how
    /// long people wait on an ordinary day.
    #[arg(long)]
    per_second: Option<u32>,
    /// What `cargo bench` passes; without it (`cargo test --benches`) a short run shows that all works.
    #[arg(long, hide = true)]
    bench: bool,
}

/// The mode in which this program is the echo bot.
const ECHO_BOT: &str = "echo-bot";

fn main() -> anyhow::Result<()> {
    if std::env::args().nth(1).as_deref() == Some(ECHO_BOT) {
        return echo_bot::main();
    }
    let mut options = Options::parse();
    if !options.bench && std::env::args().len() == 1 {
        (options.residents, options.rounds, options.conversations) = (vec![1, 4], 1, 12);
    }
    contest::run(&options)
}
