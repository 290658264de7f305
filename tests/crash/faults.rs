//! What can go wrong around the process, each with what is promised. The table is `docs/faults.md`.

use std::{
    fs::{self, OpenOptions},
    io::{Seek, SeekFrom, Write},
    path::Path,
    process::Command,
    time::Duration,
};

use cutri::emulator::{Emulator, FailureKind, FailureRule, NewUser, Send};

use crate::{
    bot::{Bot, Setup},
    ends::{emulator, serving, until},
};

const STOP: Duration = Duration::from_secs(10);

/// So many of the bot's messages to this person tell them their number: each `/id` is answered once.
fn told(emulator: &Emulator, person: i64) -> usize {
    let said = emulator.world.messages(person);
    said.iter()
        .filter(|seen| seen.from_bot && seen.text.contains("Số Telegram"))
        .count()
}

fn asks(emulator: &Emulator, person: i64) {
    emulator.world.send(&Send::private(person, "/id")).unwrap();
}

fn people(emulator: &Emulator, count: usize) -> Vec<i64> {
    (0..count)
        .map(|number| {
            emulator
                .world
                .create_user(NewUser::named(format!("Cử tri {number}")))
        })
        .collect()
}

/// At least once: what was on its way when the process was killed may come again.
async fn answered(emulator: &Emulator, people: &[i64], times: usize) {
    until("everybody is answered", || {
        people.iter().all(|person| told(emulator, *person) >= times)
    })
    .await;
}

async fn answered_once(emulator: &Emulator, people: &[i64], times: usize) {
    until("everybody is answered", || {
        people.iter().all(|person| told(emulator, *person) >= times)
    })
    .await;
    for person in people {
        assert_eq!(told(emulator, *person), times);
    }
}

/// The files that the bot writes may not grow beyond so many kilobytes: a disk that is full. `prlimit` makes room later.
fn on_a_full_disk(setup: &Setup, kilobytes: u64) -> Bot {
    let limited = format!(
        "trap '' XFSZ; ulimit -S -f {}; exec \"$0\" run",
        kilobytes * 2
    );
    Bot::new(setup.command_of(
        Path::new("/bin/sh"),
        &["-c", &limited, env!("CARGO_BIN_EXE_cutri")],
    ))
}

#[tokio::test]
async fn a_full_disk_loses_nothing_and_sets_nothing_aside() {
    let emulator = emulator().await;
    let setup = Setup::at(&emulator);
    let mut bot = serving(&setup).await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
    // The log may grow a little: some are served, then the disk is full.
    let mut bot = on_a_full_disk(&setup, 160);
    let crowd = people(&emulator, 200);
    for person in &crowd {
        asks(&emulator, *person);
    }
    // Longer than any update has tries.
    tokio::time::sleep(Duration::from_secs(8)).await;
    let served = crowd
        .iter()
        .filter(|person| told(&emulator, **person) > 0)
        .count();
    assert!(served < crowd.len(), "the disk was never full");
    assert!(bot.ended().is_none(), "it waits for room");
    let room = Command::new("prlimit")
        .args([
            "--pid",
            &bot.id().to_string(),
            "--fsize=unlimited:unlimited",
        ])
        .status();
    assert!(room.unwrap().success());
    answered_once(&emulator, &crowd, 1).await;
    assert_eq!(set_aside(&setup), 0);
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
    println!(
        "full disk: {served} of {} served before there was room again",
        crowd.len()
    );
}

fn set_aside(setup: &Setup) -> i64 {
    let connection = rusqlite::Connection::open(setup.database()).unwrap();
    let sql = "select count(*) from inbox where state = 'dead'";
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[tokio::test]
async fn an_operators_shell_that_holds_the_database_delays_and_loses_nothing() {
    let emulator = emulator().await;
    let setup = Setup::at(&emulator);
    let mut bot = serving(&setup).await;
    let crowd = people(&emulator, 5);
    for held in [1, 7] {
        let shell = rusqlite::Connection::open(setup.database()).unwrap();
        shell.busy_timeout(Duration::from_secs(10)).unwrap();
        shell.execute_batch("begin immediate").unwrap();
        for person in &crowd {
            asks(&emulator, *person);
        }
        tokio::time::sleep(Duration::from_secs(held)).await;
        shell.execute_batch("rollback").unwrap();
        let times = if held == 1 { 1 } else { 2 };
        answered_once(&emulator, &crowd, times).await;
    }
    assert_eq!(set_aside(&setup), 0);
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
}

#[tokio::test]
async fn a_second_process_on_the_database_names_the_first_which_goes_on_serving() {
    let emulator = emulator().await;
    let setup = Setup::at(&emulator);
    let mut first = serving(&setup).await;
    let crowd = people(&emulator, 2);
    let ended = setup.run_to_the_end().await;
    assert_eq!(ended.code, Some(2), "{}", setup.stderr());
    let holder = format!("(pid {})", first.id());
    assert!(setup.stderr().contains(&holder), "{}", setup.stderr());
    for person in &crowd {
        asks(&emulator, *person);
    }
    answered_once(&emulator, &crowd, 1).await;
    assert_eq!(first.stops_within(STOP).await.code, Some(0));
    let mut next = serving(&setup).await;
    assert_eq!(next.stops_within(STOP).await.code, Some(0));
}

#[tokio::test]
async fn what_a_power_cut_leaves_behind_the_last_commit_is_ignored() {
    let emulator = emulator().await;
    let setup = Setup::at(&emulator);
    let crowd = people(&emulator, 4);
    for (round, tail) in [
        vec![0_u8; 9_000],
        (0..9_000)
            .map(|number: u32| u8::try_from(number % 251).unwrap())
            .collect(),
        vec![0xFF; 5],
    ]
    .into_iter()
    .enumerate()
    {
        let mut bot = serving(&setup).await;
        for person in &crowd {
            asks(&emulator, *person);
        }
        answered(&emulator, &crowd, round + 1).await;
        bot.kill();
        // A torn page after the last commit, and the shared memory of nobody.
        let log = setup.path("cutri.db-wal");
        let mut file = OpenOptions::new().write(true).open(&log).unwrap();
        file.seek(SeekFrom::End(0)).unwrap();
        file.write_all(&tail).unwrap();
        drop(file);
        let _ = fs::remove_file(setup.path("cutri.db-shm"));
        fs::remove_file(setup.path("stderr")).unwrap();
    }
    let mut bot = serving(&setup).await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
    let connection = rusqlite::Connection::open(setup.database()).unwrap();
    let whole: String = connection
        .query_row("pragma integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(whole, "ok");
    answered(&emulator, &crowd, 3).await;
}

#[tokio::test]
async fn storms_of_429_5xx_and_slowness_delay_and_double_nothing() {
    let emulator = emulator().await;
    let setup = Setup::at(&emulator);
    let mut bot = serving(&setup).await;
    let crowd = people(&emulator, 20);
    let send = |kind| FailureRule::new(kind).method("sendMessage");
    let storm = FailureRule {
        error_code: Some(429),
        retry_after: Some(1),
        ..send(FailureKind::Error).times(60).probability(0.6)
    };
    emulator.world.fail(storm);
    let broken = FailureRule {
        error_code: Some(502),
        ..send(FailureKind::Error).times(40).probability(0.4)
    };
    emulator.world.fail(broken);
    emulator
        .world
        .fail(send(FailureKind::Slow).times(20).delay_ms(700));
    for person in &crowd {
        asks(&emulator, *person);
    }
    answered_once(&emulator, &crowd, 1).await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
}

#[tokio::test]
async fn a_network_that_is_gone_for_long_is_waited_for() {
    let emulator = emulator().await;
    let setup = Setup::at(&emulator);
    let mut bot = serving(&setup).await;
    let crowd = people(&emulator, 10);
    let gone = |method| {
        FailureRule::new(FailureKind::Drop)
            .method(method)
            .times(u32::MAX)
    };
    emulator.world.fail(gone("getUpdates"));
    emulator.world.fail(gone("sendMessage"));
    for person in &crowd {
        asks(&emulator, *person);
    }
    until("it has noticed", || {
        setup.stderr().matches("polling failed").count() > 3
    })
    .await;
    emulator.world.heal();
    answered_once(&emulator, &crowd, 1).await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
}
