//! A disk that fails: single reads, writes and syncs end with EIO, once, for a while, for ever; the power goes, and what was not
//! synced is lost, whole or in part. `disk.c` does it inside the running program; it is compiled here.
//!
//! What is told to a resident, an office or Telegram is true and kept; nothing is lost, nothing done twice; the process goes on
//! when the disk does, or ends with a line that says why, and the next one goes on.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
    time::{Duration, Instant},
};

use cutri::emulator::{Emulator, NewUser, Send};

use crate::{
    TARIFF,
    books::{self, Books},
    bot::{Bot, Setup},
    come_to_rest,
    ends::{emulator, serving, until},
    kills::{self, Kills, Manner},
    learn_tariff, live_through, size,
    town::{Door, Town},
};

const STOP: Duration = Duration::from_secs(10);

/// What the log does not get safe.
pub(crate) const A_SYNC_OF_THE_LOG: &str = "fail s l 1";

/// Everything fails, and goes on failing.
const EVERYTHING: &str = "fail rwst dlm -1";

/// The library that is put before the C library; `None`, and a line that says so, where there is no C compiler.
fn library() -> Option<&'static Path> {
    static LIBRARY: OnceLock<Option<PathBuf>> = OnceLock::new();
    let built = LIBRARY.get_or_init(|| {
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/crash/disk.c");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let library = folder.join(format!("disk-{}.so", std::process::id()));
        let mut compiler = Command::new("cc");
        compiler.args([
            "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC", "-o",
        ]);
        compiler
            .arg(&library)
            .arg(source)
            .args(["-lpthread", "-ldl"]);
        let Ok(done) = compiler.output() else {
            // Past the harness, which shows what a test prints only when it fails.
            let _ = writeln!(
                io::stderr(),
                "skipped: no C compiler (cc), so no disk failed"
            );
            return None;
        };
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        Some(library)
    });
    built.as_deref()
}

fn beside(setup: &Setup, what: &str) -> PathBuf {
    setup.path(&format!("cutri.db.{what}"))
}

/// From a few milliseconds on the disk does this (`disk.c` says what there is).
pub(crate) fn order(setup: &Setup, what: &str) {
    let orders = beside(setup, "faults");
    let new = beside(setup, "faults.new");
    fs::write(&new, what).unwrap();
    fs::rename(new, orders).unwrap();
}

/// The disk is as good as new.
pub(crate) fn heal(setup: &Setup) {
    order(setup, "nothing");
}

/// How often it failed.
pub(crate) fn failures(setup: &Setup) -> u64 {
    fs::metadata(beside(setup, "hits")).map_or(0, |file| file.len())
}

/// How much power cuts found not synced.
fn unsynced(setup: &Setup) -> u64 {
    fs::metadata(beside(setup, "lost")).map_or(0, |file| file.len())
}

/// The power goes: the process is gone, and of what was not synced nothing (`0`) or some part is there.
pub(crate) async fn cut_power(setup: &Setup, bot: &mut Bot, seed: usize) {
    order(setup, &format!("cut {seed}"));
    let ended = bot.ends_within(STOP).await;
    assert_eq!(ended.code, None, "it was killed");
    heal(setup);
}

/// A start that the disk fails: what it says.
async fn cannot_start(setup: &Setup) -> String {
    fs::remove_file(setup.path("stderr")).unwrap();
    let ended = setup.run_to_the_end().await;
    let said = setup.stderr();
    assert_eq!(
        ended.code,
        Some(1),
        "another start may find it well: {said}"
    );
    said
}

/// A town whose process has such a disk.
async fn town(residents: usize) -> Option<Town> {
    let library = library()?;
    let mut town = Town::open(residents, Door::Polling).await;
    town.moves_to("LD_PRELOAD", library.to_str().unwrap()).await;
    Some(town)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn power_cuts_lose_nothing_that_was_acknowledged_and_do_nothing_twice() {
    // Chance decides whether a cut comes between a write and its sync: not once in a whole town is rare, three times is not chance.
    for _ in 0..3 {
        let Some(town) = town(size().residents / 2).await else {
            return;
        };
        let kills = Kills::plan(&town, Manner::Cut, size().kills);
        let town = live_through(town, kills, "power cuts").await;
        let unsynced = unsynced(&town.setup);
        println!("power cuts: {unsynced} writes were not synced");
        if unsynced > 0 {
            return;
        }
    }
    panic!("every cut came when all was synced");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn power_cuts_after_a_failed_sync_lose_nothing_that_was_acknowledged() {
    let Some(town) = town(size().residents / 4).await else {
        return;
    };
    let kills = Kills::plan(&town, Manner::FailAndCut, size().kills / 2);
    let town = live_through(town, kills, "failed syncs and power cuts").await;
    assert!(failures(&town.setup) > 0, "no sync failed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_end_at_any_point_between_telegram_and_the_disk_loses_nothing_and_does_nothing_twice() {
    for signal in [kills::KILL, kills::TERM] {
        let Some(town) = town(size().residents / 4).await else {
            return;
        };
        let ends = Kills::plan(
            &town,
            Manner::AtPoint(signal),
            kills::POINTS.len().max(size().kills),
        );
        let name = format!("ends by signal {signal} at every point");
        let town = live_through(town, ends, &name).await;
        if signal == kills::TERM {
            assert_eq!(town.duplicates(), 0, "messages sent twice");
        }
    }
}

/// What fails, one after the other, each as often as it says; the last two for a while.
const TROUBLES: [&str; 7] = [
    A_SYNC_OF_THE_LOG,
    "fail w l 1",
    "fail r dl 1",
    "fail w l 7",
    "fail s l 5",
    "fail rs dlm -1",
    EVERYTHING,
];

/// So many things people do between two of them, at least.
const BETWEEN: usize = 8;

/// The log cannot be cut off at the end.
const NO_END: &str = "fail t l 1";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_fails_now_and_then_loses_nothing_and_does_nothing_twice() {
    let Some(mut town) = town(size().residents / 4).await else {
        return;
    };
    let mut troubles = TROUBLES.iter();
    let mut next = town.acts;
    let mut healed_at = None;
    let mut before = None;
    while !town.is_content() {
        town.goes_on().await;
        if healed_at.is_some_and(|at| Instant::now() >= at) {
            heal(&town.setup);
            healed_at = None;
        }
        let has_failed = before.is_none_or(|before| failures(&town.setup) > before);
        if town.acts >= next
            && healed_at.is_none()
            && has_failed
            && let Some(trouble) = troubles.next()
        {
            before = Some(failures(&town.setup));
            order(&town.setup, trouble);
            next = town.acts + BETWEEN;
            if trouble.ends_with("-1") {
                healed_at = Some(Instant::now() + Duration::from_secs(2));
            }
        }
    }
    assert_eq!(troubles.as_slice(), [] as [&str; 0], "never came");
    assert!(
        Some(failures(&town.setup)) > before,
        "the last never failed"
    );
    order(&town.setup, NO_END);
    let before = failures(&town.setup);
    come_to_rest(&mut town).await;
    assert!(failures(&town.setup) > before, "the log was cut off");
    counted(&town, "a disk that fails now and then").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_fails_while_the_log_is_moved_loses_nothing_and_does_nothing_twice() {
    let Some(mut town) = town(size().residents / 2).await else {
        return;
    };
    order(&town.setup, "fail ws d 4");
    while !town.is_content() {
        town.goes_on().await;
    }
    come_to_rest(&mut town).await;
    assert!(failures(&town.setup) > 0, "the log was never moved");
    counted(&town, "a disk that fails while the log is moved").await;
}

async fn counted(town: &Town, name: &str) {
    books::balance(town, TARIFF.get_or_init(learn_tariff).await);
    assert_eq!(set_aside(&town.setup), 0);
    println!(
        "{name}: {} conversations, {} failures: 0 lost, 0 handled twice; {} messages sent twice",
        town.residents.len(),
        failures(&town.setup),
        town.duplicates()
    );
}

fn set_aside(setup: &Setup) -> i64 {
    Books::open(&setup.database()).count("select count(*) from inbox where state = 'dead'")
}

fn asks(emulator: &Emulator, people: &[i64]) {
    for person in people {
        emulator.world.send(&Send::private(*person, "/id")).unwrap();
    }
}

/// Nothing waits, and it is written down that everything was sent.
async fn at_rest(setup: &Setup) {
    let books = Books::open(&setup.database());
    until("all is written down", || books.waiting().messages == 0).await;
}

/// So often each was told their number.
fn told(emulator: &Emulator, people: &[i64]) -> Vec<usize> {
    let told = |person: &i64| {
        let said = emulator.world.messages(*person);
        said.iter()
            .filter(|seen| seen.from_bot && seen.text.contains("Số Telegram"))
            .count()
    };
    people.iter().map(told).collect()
}

fn people(emulator: &Emulator) -> Vec<i64> {
    let name = |number| NewUser::named(format!("Cử tri {number}"));
    (0..20)
        .map(|number| emulator.world.create_user(name(number)))
        .collect()
}

/// A process with such a disk that serves twenty people; they have asked once and been told.
async fn house() -> Option<(Emulator, Setup, Bot, Vec<i64>)> {
    let library = library()?;
    let emulator = emulator().await;
    let mut setup = Setup::at(&emulator);
    let mut bot = serving(&setup).await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
    setup.set("LD_PRELOAD", library.to_str().unwrap());
    let bot = serving(&setup).await;
    let people = people(&emulator);
    asks(&emulator, &people);
    until("they are told", || told(&emulator, &people) == [1; 20]).await;
    at_rest(&setup).await;
    Some((emulator, setup, bot, people))
}

#[tokio::test]
async fn a_disk_that_is_gone_for_a_while_acknowledges_nothing_and_sets_nothing_aside() {
    let Some((emulator, setup, mut bot, people)) = house().await else {
        return;
    };
    order(&setup, EVERYTHING);
    until("it fails", || {
        asks(&emulator, &people[..1]);
        failures(&setup) > 0
    })
    .await;
    let begun = told(&emulator, &people[..1])[0];
    asks(&emulator, &people[1..]);
    // Longer than any update has tries.
    tokio::time::sleep(Duration::from_secs(8)).await;
    assert_eq!(
        told(&emulator, &people[..1])[0],
        begun,
        "told what is not kept"
    );
    assert_eq!(
        told(&emulator, &people[1..]),
        [1; 19],
        "told what is not kept"
    );
    assert!(emulator.world.pending_updates() > 0, "Telegram keeps them");
    assert!(bot.ended().is_none(), "{}", setup.stderr());
    heal(&setup);
    until("they are told", || told(&emulator, &people[1..]) == [2; 19]).await;
    assert_eq!(
        bot.stops_within(STOP).await.code,
        Some(0),
        "{}",
        setup.stderr()
    );
    assert_eq!(told(&emulator, &people[1..]), [2; 19]);
    assert_eq!(set_aside(&setup), 0);
    assert_eq!(Books::open(&setup.database()).waiting().messages, 0);
}

#[tokio::test]
async fn a_disk_that_cannot_be_read_is_no_fault_of_what_was_asked() {
    let Some((emulator, setup, mut bot, people)) = house().await else {
        return;
    };
    // Whoever was kept and not handled before is tried first after a start: each try is counted.
    order(&setup, EVERYTHING);
    asks(&emulator, &people);
    until("it fails", || failures(&setup) > 3).await;
    order(&setup, "fail r dlm -1");
    // Longer than any update has tries.
    tokio::time::sleep(Duration::from_secs(8)).await;
    assert!(bot.ended().is_none(), "{}", setup.stderr());
    assert_eq!(set_aside(&setup), 0, "{}", setup.stderr());
    // SQLite calls it malformed: it is not.
    bot.kill();
    let said = cannot_start(&setup).await;
    assert!(said.contains("CUTRI_DATABASE"), "{said}");
    let words = ["disk I/O error", "the disk fails: Input/output error"];
    assert!(words.iter().any(|word| said.contains(word)), "{said}");
    heal(&setup);
    let mut bot = serving(&setup).await;
    until("they are told", || told(&emulator, &people) >= vec![2; 20]).await;
    assert_eq!(
        bot.stops_within(STOP).await.code,
        Some(0),
        "{}",
        setup.stderr()
    );
    assert_eq!(set_aside(&setup), 0);
    setup.tool(&["check"]).is(1, &["is whole"]);
}

#[tokio::test]
async fn a_disk_that_never_comes_back_lets_the_process_end_and_the_next_one_finds_everything() {
    let Some((emulator, mut setup, mut bot, people)) = house().await else {
        return;
    };
    order(&setup, EVERYTHING);
    asks(&emulator, &people);
    until("it fails", || failures(&setup) > 3).await;
    let ended = bot.stops_within(STOP).await;
    assert!(
        ended.code.is_some(),
        "it ends by itself: {}",
        setup.stderr()
    );
    let said = setup.stderr();
    assert!(said.contains("disk I/O error"), "{said}");
    assert!(!said.contains("panicked"), "{said}");

    // The next one cannot open it, and says which file.
    let said = cannot_start(&setup).await;
    for word in ["CUTRI_DATABASE", "cutri.db", "disk I/O error"] {
        assert!(said.contains(word), "{word} is missing in:\n{said}");
    }

    // Another disk, with what the old one had.
    heal(&setup);
    setup.set("LD_PRELOAD", "");
    let mut bot = serving(&setup).await;
    until("they are told", || told(&emulator, &people) >= vec![2; 20]).await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
    assert_eq!(told(&emulator, &people), [2; 20]);
    assert_eq!(set_aside(&setup), 0);
    setup.tool(&["check"]).is(1, &["is whole"]);
}

#[tokio::test]
async fn a_reading_that_the_disk_fails_is_told_when_the_disk_is_well() {
    let Some((emulator, setup, mut bot, people)) = house().await else {
        return;
    };
    let lan = people[0];
    let boards = || {
        let said = emulator.world.messages(lan);
        said.iter()
            .filter(|seen| seen.from_bot && seen.text.contains("đường"))
            .count()
    };
    order(&setup, "fail r dlm -1");
    emulator
        .world
        .send(&Send::private(lan, "/tracuu đường"))
        .unwrap();
    until("it fails", || failures(&setup) > 0).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    heal(&setup);
    until("it is told", || boards() > 0).await;
    assert_eq!(
        bot.stops_within(STOP).await.code,
        Some(0),
        "{}",
        setup.stderr()
    );
    assert_eq!(boards(), 1);
}

/// What ends the process when it is written.
const DEADLY: &str = "ends-the-process";

#[tokio::test]
async fn an_update_that_ends_every_process_lets_others_be_served_and_is_set_aside() {
    let Some((emulator, setup, mut bot, people)) = house().await else {
        return;
    };
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
    let lan = people[0];
    // Put together when it runs: else it would stand in the schema, where everybody reads it.
    let books = rusqlite::Connection::open(setup.database()).unwrap();
    books
        .execute_batch(&format!(
            "create table deadly (word text);
             create trigger ends after insert on outbox
                 when new.chat_id = {lan} and new.message like '%Số Telegram%' begin
                 insert into deadly values ('ends-the' || '-process'); end;"
        ))
        .unwrap();
    drop(books);
    order(&setup, &format!("die {DEADLY}"));
    let mut bot = serving(&setup).await;
    asks(&emulator, &people);
    let since = Instant::now();
    let (mut ends, mut others_told_after) = (0, None);
    while set_aside(&setup) == 0 {
        if let Some(status) = bot.ended() {
            assert_eq!(status.code(), None, "it was killed");
            ends += 1;
            bot = setup.start();
        }
        if others_told_after.is_none() && told(&emulator, &people[1..]) == [2; 19] {
            others_told_after = Some(ends);
        }
        assert!(
            since.elapsed() < Duration::from_secs(90),
            "{}",
            setup.stderr()
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    // As it came (unless that was the first poll), with the others, and three times alone.
    assert!((4..=5).contains(&ends), "{ends}\n{}", setup.stderr());
    let before_it_was_given_up = others_told_after.is_some_and(|after| after <= 3);
    assert!(before_it_was_given_up, "{others_told_after:?}");
    until("she is told", || {
        let said = emulator.world.messages(lan);
        said.iter()
            .any(|seen| seen.text.contains("Văn phòng đã được báo"))
    })
    .await;
    assert_eq!(told(&emulator, &people[..1]), [1]);
    asks(&emulator, &people[1..]);
    until("the others are served", || {
        told(&emulator, &people[1..]) == [3; 19]
    })
    .await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
    assert_eq!(set_aside(&setup), 1);
}
