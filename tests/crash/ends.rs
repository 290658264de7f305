//! How the process ends: told to stop, or unable to start. One clear message each, and never the token.

use std::{
    fs,
    os::unix::{fs::MetadataExt, fs::PermissionsExt, process::CommandExt},
    path::PathBuf,
    time::{Duration, Instant},
};

use cutri::emulator::{Config, Emulator, FailureKind, FailureRule, NewUser, Send};

use crate::bot::{Bot, COUNCIL, Ended, Setup, TOKEN};

/// contract.md: SIGTERM stops within 10 s.
const STOP: Duration = Duration::from_secs(10);

pub(crate) async fn emulator() -> Emulator {
    let config = Config {
        token: TOKEN.to_owned(),
        ..Config::default()
    };
    Emulator::start(config).await.unwrap()
}

pub(crate) async fn until(what: &str, is_so: impl Fn() -> bool) {
    let patience = Instant::now() + Duration::from_mins(1);
    while Instant::now() < patience {
        if is_so() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("after a minute still not so: {what}");
}

/// Starts it and waits until its doors are open.
pub(crate) async fn serving(setup: &Setup) -> Bot {
    // The log of an earlier process is there, too.
    let starts = || setup.stderr().matches("cutri serves").count();
    let before = starts();
    let bot = setup.start();
    until("the bot serves", || starts() > before).await;
    bot
}

/// Could not start: exit 2, one line that names `words`, no panic, no token.
async fn refuses(setup: &Setup, words: &[&str]) {
    let ended = setup.run_to_the_end().await;
    assert_refused(setup, &ended, words);
    assert_eq!(setup.stderr().lines().count(), 1, "{}", setup.stderr());
}

fn assert_refused(setup: &Setup, ended: &Ended, words: &[&str]) {
    let said = setup.stderr();
    assert_eq!(ended.code, Some(2), "{said}");
    for word in words {
        assert!(said.contains(word), "{word} is missing in:\n{said}");
    }
    assert_is_silent_about_the_token(setup);
    assert_eq!(setup.printed(), said, "standard output has to stay empty");
}

fn assert_is_silent_about_the_token(setup: &Setup) {
    let printed = setup.printed();
    let secret = TOKEN.split_once(':').unwrap().1;
    assert!(
        !printed.contains(secret),
        "the token was printed:\n{printed}"
    );
    assert!(!printed.contains("panicked"), "{printed}");
}

#[tokio::test]
async fn without_a_token_it_says_so_and_ends_with_2() {
    let setup = Setup::alone().without("TELOXIDE_TOKEN");
    refuses(&setup, &["TELOXIDE_TOKEN", "missing"]).await;
}

#[tokio::test]
async fn with_a_token_that_is_none_it_says_so_without_printing_it() {
    let secret = TOKEN.split_once(':').unwrap().1;
    let setup = Setup::alone().with("TELOXIDE_TOKEN", secret);
    refuses(&setup, &["TELOXIDE_TOKEN"]).await;
}

#[tokio::test]
async fn with_a_token_telegram_does_not_know_it_says_so_and_ends_with_2() {
    let emulator = Emulator::start(Config::default()).await.unwrap();
    for filter in ["warn", "trace"] {
        let setup = Setup::at(&emulator).with("CUTRI_LOG", filter);
        let ended = setup.run_to_the_end().await;
        assert_refused(&setup, &ended, &["TELOXIDE_TOKEN", "does not know"]);
        if filter == "warn" {
            assert_eq!(setup.stderr().lines().count(), 1, "{}", setup.stderr());
        }
    }
}

#[tokio::test]
async fn without_a_council_file_it_says_so_and_ends_with_2() {
    let setup = Setup::alone().with("CUTRI_COUNCIL", "/nowhere/council.toml");
    refuses(&setup, &["CUTRI_COUNCIL", "/nowhere/council.toml"]).await;
}

#[tokio::test]
async fn a_folder_as_council_file_is_told() {
    let setup = Setup::alone().with("CUTRI_COUNCIL", "/");
    refuses(&setup, &["CUTRI_COUNCIL"]).await;
}

#[tokio::test]
async fn a_council_file_that_is_no_toml_is_told_with_the_line() {
    let setup = Setup::alone();
    let broken = setup.path("council.toml");
    fs::write(
        &broken,
        "[council]\ncode = \"a\"\n\n[[areas]]\ncode = dong-van\n",
    )
    .unwrap();
    let setup = setup.with("CUTRI_COUNCIL", broken.to_str().unwrap());
    refuses(&setup, &["council.toml", "line 5"]).await;
}

#[tokio::test]
async fn every_problem_of_a_council_file_is_told_with_its_line() {
    let setup = Setup::alone();
    let broken = setup.path("council.toml");
    let good = fs::read_to_string(COUNCIL).unwrap();
    let bad = good
        .replacen("level = \"town\"", "level = \"city\"", 1)
        .replacen("to = \"cong-an\"", "to = \"cong-ann\"", 1);
    fs::write(&broken, &bad).unwrap();
    let setup = setup.with("CUTRI_COUNCIL", broken.to_str().unwrap());
    let ended = setup.run_to_the_end().await;
    let lines = ["\"city\"", "\"cong-ann\""].map(|wrong| {
        let at = bad.lines().position(|line| line.contains(wrong)).unwrap();
        format!("line {}:", at + 1)
    });
    assert_refused(&setup, &ended, &[&lines[0], &lines[1]]);
    assert_eq!(setup.stderr().lines().count(), 2, "{}", setup.stderr());
}

#[tokio::test]
async fn a_database_that_cannot_be_made_is_told() {
    let setup = Setup::alone();
    let file = setup.path("a-file");
    fs::write(&file, "").unwrap();
    let below = file.join("cutri.db");
    let setup = setup.with("CUTRI_DATABASE", below.to_str().unwrap());
    refuses(&setup, &["CUTRI_DATABASE", "a-file/cutri.db"]).await;
}

#[tokio::test]
async fn a_file_that_is_no_database_is_told_and_left_alone() {
    let setup = Setup::alone();
    let letter = "Đây là một lá thư, không phải cơ sở dữ liệu.\n".repeat(100);
    fs::write(setup.database(), &letter).unwrap();
    refuses(&setup, &["CUTRI_DATABASE", "cutri.db"]).await;
    assert_eq!(fs::read_to_string(setup.database()).unwrap(), letter);
}

/// chmod does not bite root, so the process then runs as nobody, from a copy that nobody can reach.
#[tokio::test]
async fn a_read_only_database_is_told() {
    let emulator = emulator().await;
    // With an administrator no link is printed.
    let setup = Setup::at(&emulator).with("CUTRI_ADMINS", "1");
    let mut bot = serving(&setup).await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
    fs::remove_file(setup.path("stderr")).unwrap();
    let setup = setup.with("CUTRI_LOG", "warn");

    let folder = setup.path("");
    let names = fs::read_dir(&folder).unwrap();
    for name in names.map(|name| name.unwrap().path()) {
        fs::set_permissions(&name, fs::Permissions::from_mode(0o444)).unwrap();
    }
    let nobody = Nobody::new();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    let mut bot = nobody.start(&setup);
    let ended = bot.ends_within(Duration::from_secs(20)).await;
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    assert_refused(&setup, &ended, &["CUTRI_DATABASE", "cutri.db"]);
    assert_eq!(setup.stderr().lines().count(), 1, "{}", setup.stderr());
}

/// Somebody for whom chmod counts: ourselves, or, if we are root, user 65534.
struct Nobody {
    program: PathBuf,
    is_root: bool,
    _copy: tempfile::TempDir,
}

impl Nobody {
    fn new() -> Self {
        let is_root = fs::metadata("/proc/self").unwrap().uid() == 0;
        let copy = tempfile::TempDir::new().unwrap();
        let mut program = PathBuf::from(env!("CARGO_BIN_EXE_cutri"));
        if is_root {
            let open = fs::Permissions::from_mode(0o755);
            fs::set_permissions(copy.path(), open.clone()).unwrap();
            let reachable = copy.path().join("cutri");
            fs::copy(&program, &reachable).unwrap();
            fs::set_permissions(&reachable, open).unwrap();
            program = reachable;
        }
        Self {
            program,
            is_root,
            _copy: copy,
        }
    }

    fn start(&self, setup: &Setup) -> Bot {
        // The council must be readable, too: the repository may not be.
        let council = self.program.with_file_name("council.toml");
        let mut command = setup.command(&self.program);
        if self.is_root {
            fs::copy(COUNCIL, &council).unwrap();
            fs::set_permissions(&council, fs::Permissions::from_mode(0o644)).unwrap();
            command
                .env("CUTRI_COUNCIL", &council)
                .uid(65_534)
                .gid(65_534);
        }
        Bot::new(command)
    }
}

#[tokio::test]
async fn a_taken_address_is_told() {
    let emulator = emulator().await;
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let setup = Setup::at(&emulator)
        .with("CUTRI_HTTP_LISTEN", &address)
        .with("CUTRI_LOG", "warn");
    refuses(&setup, &["CUTRI_HTTP_LISTEN", &address]).await;
}

#[tokio::test]
async fn sigterm_ends_an_idle_bot_with_0() {
    let emulator = emulator().await;
    let setup = Setup::at(&emulator);
    let mut bot = serving(&setup).await;
    let ended = bot.stops_within(STOP).await;
    assert_eq!(ended.code, Some(0), "{}", setup.stderr());
    assert!(
        !setup.path("cutri.db-wal").exists(),
        "the one file holds everything"
    );
    println!("SIGTERM, idle: {:?}", ended.took);
}

#[tokio::test]
async fn sigterm_does_not_wait_for_a_hanging_telegram_and_the_message_leaves_later() {
    let emulator = emulator().await;
    let setup = Setup::at(&emulator);
    let mut bot = serving(&setup).await;
    let slow = FailureRule::new(FailureKind::Slow)
        .method("sendMessage")
        .delay_ms(60_000);
    emulator.world.fail(slow);
    let lan = emulator.world.create_user(NewUser::named("Lan"));
    emulator.world.send(&Send::private(lan, "/start")).unwrap();
    until("the update is confirmed", || {
        emulator.world.pending_updates() == 0
    })
    .await;
    let ended = bot.stops_within(STOP).await;
    assert_eq!(ended.code, Some(0), "{}", setup.stderr());
    println!("SIGTERM, a send hangs: {:?}", ended.took);

    let greetings = || {
        let said = emulator.world.messages(lan);
        said.iter().filter(|seen| seen.from_bot).count()
    };
    assert_eq!(greetings(), 0);
    let mut bot = setup.start();
    until("the greeting came", || greetings() == 1).await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
}

#[tokio::test]
async fn sigterm_ends_a_bot_that_cannot_reach_telegram_with_0() {
    let setup = Setup::alone().with("CUTRI_LOG", "trace");
    let mut bot = setup.start();
    until("it says so", || {
        setup.stderr().contains("cannot be reached")
    })
    .await;
    let ended = bot.stops_within(STOP).await;
    assert_eq!(ended.code, Some(0), "{}", setup.stderr());
    assert_is_silent_about_the_token(&setup);
}

#[tokio::test]
async fn sigterm_is_heard_while_telegram_hangs_during_the_start() {
    let calls = ["getMe", "deleteWebhook", "setMyCommands"];
    for (at, method) in calls.into_iter().enumerate() {
        let emulator = emulator().await;
        let slow = FailureRule::new(FailureKind::Slow)
            .method(method)
            .times(10)
            .delay_ms(60_000);
        emulator.world.fail(slow);
        let setup = Setup::at(&emulator);
        let mut bot = setup.start();
        until("the call hangs", || {
            // Signals are heard before the database is opened.
            setup.database().exists() && emulator.world.calls(0).len() == at
        })
        .await;
        let ended = bot.stops_within(STOP).await;
        assert_eq!(ended.code, Some(0), "{method}: {}", setup.stderr());
        println!("SIGTERM, {method} hangs: {:?}", ended.took);
    }
}

#[tokio::test]
async fn the_most_talkative_log_never_holds_the_token() {
    let everything = "trace,hyper_util::client=trace,hyper::proto=trace,reqwest::connect=trace,\
                      rustls=trace,h2=trace,tower=trace,teloxide_core=trace";
    for (filter, format) in [("trace", "text"), (everything, "json")] {
        let emulator = emulator().await;
        let world = &emulator.world;
        let setup = Setup::at(&emulator)
            .with("CUTRI_LOG", filter)
            .with("CUTRI_LOG_FORMAT", format);
        let mut bot = serving(&setup).await;
        for kind in [
            FailureKind::Drop,
            FailureKind::Error,
            FailureKind::DropAfterEffect,
        ] {
            world.fail(FailureRule::new(kind).method("sendMessage"));
        }
        world.fail(FailureRule::new(FailureKind::LostUpdatesAnswer));
        let lan = world.create_user(NewUser::named("Lan"));
        world.send(&Send::private(lan, "/start")).unwrap();
        until("the greeting came", || world.messages(lan).len() > 2).await;
        assert_eq!(bot.stops_within(STOP).await.code, Some(0));
        assert!(setup.stderr().len() > 1_000, "the log is not talkative");
        assert_is_silent_about_the_token(&setup);
    }
}
