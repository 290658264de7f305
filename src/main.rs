//! The command line of cutri: reads it, sets up the log, calls one function.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{CommandFactory as _, Parser, Subcommand};
use cutri::{
    admin,
    config::{self, Config, ConfigProblems, LogConfig},
    run::{self, StartError},
};

/// A Telegram bot for residents and their People's Council.
#[derive(Parser)]
#[command(version, about, after_help = config::VARIABLES)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve until SIGTERM (the default).
    #[command(after_help = config::VARIABLES)]
    Run,
    /// Try it in the browser: no token, no network, a council of samples.
    #[cfg(feature = "emulator")]
    Demo {
        /// Where the page listens.
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: std::net::SocketAddr,
        /// Send without Telegram's pace.
        #[arg(long)]
        fast: bool,
        /// Another council than the sample.
        #[arg(long)]
        council: Option<PathBuf>,
    },
    /// Check configuration, database, token, group chats, rights, clock.
    Check,
    /// Validate a council file, or a spreadsheet of areas, bodies, delegates, and load it into the database.
    Load(admin::load::Load),
    /// Write a council file, .env and the folders: asks, or takes flags or a spreadsheet.
    Init(admin::init::Init),
    /// Copy the database of a running bot; the copy is looked through before it counts.
    Backup(admin::backup::Backup),
    /// Put a copy back, looked through first; the bot has to be stopped.
    Restore(admin::backup::Restore),
    /// Ask the running bot's /healthz.
    Health,
    /// Remove what the council's `[retention]` keeps no longer; first as a table.
    Retention {
        /// Only say what and how many.
        #[arg(long)]
        dry_run: bool,
    },
    /// Make a paper: a register, a report, minutes, letters, a chart.
    Report {
        /// register, summary, minutes, plan, notice, invitation, transfer, chase, answers, results, supervision, late,
        /// slips, chart or survey.
        kind: String,
        /// The file; its ending says in which form (.xlsx, .csv, .json, .docx, .txt, .png, .svg).
        #[arg(long)]
        out: PathBuf,
        /// Only what was asked ahead of this session; reports are about the nearest one.
        #[arg(long)]
        session: Option<String>,
        /// Only what was said at or asked for this meeting.
        #[arg(long)]
        meeting: Option<String>,
        /// Only what this body has.
        #[arg(long)]
        body: Option<String>,
        /// The site round that is recorded, by its number; without it the newest.
        #[arg(long)]
        round: Option<i64>,
        /// So many opinion slips, each with a code of its own, to be entered with `/nhapho CODE` when they come back.
        #[arg(long, value_name = "N")]
        count: Option<u16>,
        /// Only what came in on this day or later (2026-12-01).
        #[arg(long)]
        from: Option<String>,
        /// Only what came in on this day or earlier.
        #[arg(long)]
        to: Option<String>,
        /// Give it the next number of issue and keep it; issued before, it is printed as it was.
        #[arg(long)]
        issue: bool,
        /// The number of the document (05), as your office gave it; else it stays blank.
        #[arg(long)]
        number: Option<String>,
        /// The day of the document; only with its number.
        #[arg(long, requires = "number")]
        dated: Option<String>,
        /// The office's own copy: with names of voters, the words as they were written.
        #[arg(long)]
        office: bool,
        /// The bot's name, for the codes to scan on notices and slips.
        #[arg(long)]
        bot: Option<String>,
    },
    /// Take in questions and answers from a register (.xlsx, .csv, .json), or opinion slips that came back; every bad cell is named.
    Import {
        /// The register.
        #[arg(required_unless_present = "undo")]
        file: Option<PathBuf>,
        /// Only say what would be taken in.
        #[arg(long)]
        dry_run: bool,
        /// Write a receipt of each opinion slip into this folder, a page to print each; only with --bot.
        #[arg(long, value_name = "FOLDER", requires_all = ["file", "bot"])]
        receipts: Option<PathBuf>,
        /// The bot's name, for the codes to scan on receipts.
        #[arg(long, requires = "receipts")]
        bot: Option<String>,
        /// Take a batch back.
        #[arg(long, value_name = "BATCH", conflicts_with = "file")]
        undo: Option<i64>,
    },
    /// Write everything that is stored into a folder: JSON Lines, one file a table, with a schema note and sums; or a package
    /// for another council.
    Export {
        /// The folder; made, or empty.
        #[arg(long, required_unless_present = "exchange")]
        out: Option<PathBuf>,
        /// A package instead: petitions that were sent up, and results of those that came from below. `cutri import` reads it.
        #[arg(long, value_name = "FILE", conflicts_with = "out")]
        exchange: Option<PathBuf>,
        /// Only petitions that were sent to somebody of this name, only results for the council of this code.
        #[arg(long, value_name = "NAME", requires = "exchange")]
        to: Option<String>,
        /// The words as they were written, with names and numbers to call.
        #[arg(long, requires = "exchange")]
        office: bool,
    },
    /// Say what texts are and are about: lines of JSON with `text`, from the file or standard input.
    Categorise {
        /// JSON Lines.
        file: Option<PathBuf>,
    },
    /// Try the routes of a council file on everything that came in so far: what would go elsewhere? Changes nothing.
    Routes {
        /// The council file.
        file: PathBuf,
    },
    /// Say whether pairs speak of the same: lines of JSON with `a` and `b`.
    Similar {
        /// JSON Lines.
        file: Option<PathBuf>,
    },
    /// Print what makes the shell complete our commands.
    Completions {
        /// Which shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page; the pages of the commands say what each can be told.
    Man {
        /// A folder, made if it is missing: a page for cutri and one for each command is written there (cutri.1,
        /// cutri-backup.1 …).
        #[arg(value_name = "DIR")]
        out: Option<PathBuf>,
    },
}

impl Command {
    /// Whether anything in the environment, and so in `.env`, is its business.
    fn reads_variables(&self) -> bool {
        match self {
            #[cfg(feature = "emulator")]
            Self::Demo { .. } => false,
            Self::Init(_)
            | Self::Categorise { .. }
            | Self::Similar { .. }
            | Self::Completions { .. }
            | Self::Man { .. } => false,
            Self::Run
            | Self::Check
            | Self::Load(_)
            | Self::Backup(_)
            | Self::Restore(_)
            | Self::Health
            | Self::Retention { .. }
            | Self::Report { .. }
            | Self::Import { .. }
            | Self::Export { .. }
            | Self::Routes { .. } => true,
        }
    }
}

fn main() -> ExitCode {
    run::print::tell_of_panics();
    let cli = Cli::parse();
    let command = cli.command.unwrap_or(Command::Run);
    let dotenv = if command.reads_variables() {
        config::read_dotenv()
    } else {
        Ok(())
    };
    // Beside the writing thread one is enough for what Telegram allows, and a second one has to be woken and
    // put to sleep for every message (docs/performance.md).
    let outcome = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .map_err(|error| StartError::Failure(error.into()))
        .and_then(|runtime| {
            let outcome = runtime.block_on(carry_out(command, dotenv));
            runtime.shutdown_timeout(std::time::Duration::from_secs(1));
            outcome
        });
    match outcome {
        Ok(code) => code,
        Err(StartError::Configuration(problems)) => {
            run::print::problem(format_args!("{problems}"));
            ExitCode::from(2)
        }
        Err(StartError::Failure(error)) => {
            run::print::problem(format_args!("cutri: {error:#}"));
            ExitCode::from(1)
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one arm a command")]
async fn carry_out(
    command: Command,
    dotenv: Result<(), ConfigProblems>,
) -> Result<ExitCode, StartError> {
    // It names everything that is wrong as one of its lines.
    if matches!(command, Command::Check) {
        let config = dotenv.and_then(|()| Config::from_env());
        return Ok(admin::check::report(config).await);
    }
    dotenv.map_err(configuration_is_wrong)?;
    match command {
        Command::Run => {
            admin::log::start(&LogConfig::from_env());
            let config = configuration()?;
            run::serve(config).await?;
        }
        #[cfg(feature = "emulator")]
        Command::Demo {
            listen,
            fast,
            council,
        } => {
            let log = LogConfig {
                filter: "warn".to_owned(),
                json: false,
            };
            admin::log::start(&log);
            let pace = if fast {
                cutri::delivery::Rate::Off
            } else {
                cutri::delivery::Rate::Telegram
            };
            admin::demo::serve(listen, pace, council.as_deref()).await?;
        }
        // Told above.
        Command::Check => {}
        Command::Report {
            kind,
            out,
            session,
            meeting,
            body,
            round,
            count,
            from,
            to,
            issue,
            number,
            dated,
            office,
            bot,
        } => {
            let order = admin::report::Order {
                kind,
                session,
                meeting,
                body,
                round,
                count,
                from,
                to,
                number,
                dated,
                bot,
                for_office: office,
                issue,
            };
            admin::report::report(&order, &out, &config::database()).await?;
        }
        Command::Import {
            file,
            dry_run,
            receipts,
            bot,
            undo,
        } => match (file, undo) {
            (_, Some(batch)) => admin::import::undo(batch, &config::database())?,
            (Some(file), None) => {
                let mode = if dry_run {
                    admin::import::Mode::DryRun
                } else {
                    admin::import::Mode::TakeIn
                };
                if let (Some(folder), Some(bot)) = (receipts, bot) {
                    let receipts = admin::import::Receipts { folder, bot };
                    let wanted = (mode, &receipts);
                    admin::import::import_slips(&file, wanted, &config::database())?;
                } else {
                    admin::import::import(&file, mode, &config::database())?;
                }
            }
            (None, None) => {}
        },
        Command::Export {
            out,
            exchange,
            to,
            office,
        } => {
            if let Some(file) = exchange {
                let wish = admin::exchange::ExchangeWish::of(to.as_deref(), office);
                admin::exchange::export(&file, wish, &config::database()).await?;
            }
            if let Some(out) = out {
                admin::export::export(&out, &config::database()).await?;
            }
        }
        Command::Categorise { file } => admin::categorise::categorise(file.as_deref())?,
        Command::Routes { file } => admin::routes::routes(&file, &config::database()).await?,
        Command::Similar { file } => admin::categorise::similar(file.as_deref())?,
        Command::Retention { dry_run } => {
            let mode = if dry_run {
                admin::retention::Mode::DryRun
            } else {
                admin::retention::Mode::Remove
            };
            admin::retention::retention(&config::database(), mode)?;
        }
        Command::Load(asked) => admin::load::load(&asked, &config::database())?,
        Command::Init(asked) => admin::init::init(&asked)?,
        Command::Backup(asked) => admin::backup::make(asked, &config::database()).await?,
        Command::Restore(asked) => admin::backup::put_back(asked, &config::database()).await?,
        Command::Health => {
            let listens = config::http_listen().map_err(configuration_is_wrong)?;
            return Ok(admin::health::ask(listens).await);
        }
        Command::Completions { shell } => {
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "cutri", &mut text);
            run::print::text(&text);
        }
        Command::Man { out } => manual(out.as_deref())?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the manual page, or writes it and those of the commands into a folder.
fn manual(out: Option<&Path>) -> Result<(), StartError> {
    let Some(folder) = out else {
        let mut text = Vec::new();
        clap_mangen::Man::new(Cli::command())
            .render(&mut text)
            .map_err(|error| StartError::Failure(error.into()))?;
        run::print::text(&text);
        return Ok(());
    };
    std::fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(Cli::command(), folder))
        .map_err(|error| StartError::Configuration(format!("{}: {error}", folder.display())))
}

#[expect(clippy::needless_pass_by_value, reason = "the shape `map_err` wants")]
fn configuration_is_wrong(problems: ConfigProblems) -> StartError {
    StartError::Configuration(problems.to_string())
}

/// The configuration; when something is wrong with it, the council file's problems are told with it.
fn configuration() -> Result<Config, StartError> {
    Config::from_env().map_err(|problems| {
        let mut told = problems.to_string();
        if let Err(StartError::Configuration(more)) = run::read_own_council(&config::council()) {
            told.push('\n');
            told.push_str(&more);
        }
        StartError::Configuration(told)
    })
}
