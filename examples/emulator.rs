//! The emulator as a process of its own, for crash tests and benchmarks.
//!
//! `cargo run --example emulator -- --listen 127.0.0.1:0 --token 1:TEST` prints its address as the
//! first line and serves until it is killed.

use std::net::SocketAddr;

use clap::Parser;
use cutri::emulator::{Config, Emulator, EmulatorClock};

/// A small Telegram.
#[derive(Debug, Parser)]
struct Arguments {
    /// Where to listen; port 0 takes any free one.
    #[arg(long, default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// The bot's token.
    #[arg(long, default_value = "1:TEST")]
    token: String,
    /// Apply Telegram's sending limits.
    #[arg(long)]
    flood_limits: bool,
    /// Let the bot read everything in groups.
    #[arg(long)]
    no_privacy: bool,
    /// Stand still at this Unix time until moved by hand.
    #[arg(long)]
    clock: Option<i64>,
    /// Decides what is left to chance.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many calls and events are kept.
    #[arg(long, default_value_t = 20_000)]
    kept_calls: usize,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let emulator = Emulator::start(Config {
        listen: arguments.listen,
        token: arguments.token,
        flood_limits: arguments.flood_limits,
        privacy_mode: !arguments.no_privacy,
        seed: arguments.seed,
        kept_calls: arguments.kept_calls,
        clock: arguments
            .clock
            .map_or_else(EmulatorClock::system, EmulatorClock::manual),
        ..Config::default()
    })
    .await?;
    println!("{}", emulator.url());
    tokio::signal::ctrl_c().await?;
    emulator.shutdown().await;
    Ok(())
}
