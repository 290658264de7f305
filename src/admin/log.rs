//! Log lines: to standard error, readable alone, without names, phones, texts or tokens.

use tracing_subscriber::EnvFilter;

use crate::{config::LogConfig, run::print};

/// Starts the log. A filter that cannot be read is refused with the rest of the configuration; until then it is `info`.
pub fn start(config: &LogConfig) {
    let filter = EnvFilter::try_new(&config.filter).unwrap_or_else(|_| EnvFilter::new("info"));
    // The HTTP client's debug lines hold URLs, and those hold the token: never, whatever the filter says.
    let filter = ["hyper_util=info", "reqwest=info", "hyper=info"]
        .iter()
        .filter_map(|directive| directive.parse().ok())
        .fold(filter, EnvFilter::add_directive);
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let started = if config.json {
        log.json().try_init()
    } else {
        log.with_ansi(false).try_init()
    };
    if let Err(error) = started {
        print::problem(format_args!("cutri: cannot start the log: {error}"));
    }
}
