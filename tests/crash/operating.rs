//! What the operator does beside a running bot and with a stopped one: backups, restores, health, the supervisor.

use std::{
    fs,
    net::{SocketAddr, TcpListener},
    os::unix::{fs::PermissionsExt, net::UnixDatagram},
    path::Path,
    time::Duration,
};

use cutri::emulator::{Emulator, FailureKind, FailureRule, NewGroup, NewUser, Press, Send};

use crate::{
    books::Books,
    bot::{Bot, Setup},
    ends::{emulator, serving, until},
};

const STOP: Duration = Duration::from_secs(10);

/// A bot whose office has a group, and Lan, who has been greeted.
struct House {
    emulator: Emulator,
    setup: Setup,
    bot: Bot,
    admin: i64,
    office: i64,
    lan: i64,
}

impl House {
    async fn open() -> Self {
        let emulator = emulator().await;
        let world = &emulator.world;
        let admin = world.create_user(NewUser::named("Quản trị"));
        let office = world.create_group(&NewGroup::titled("Văn phòng", [admin]));
        let lan = world.create_user(NewUser::named("Lan"));
        let setup = Setup::at(&emulator).with("CUTRI_ADMINS", &admin.to_string());
        let bot = serving(&setup).await;
        world
            .send(&Send::text(office, admin, "/lienket office"))
            .unwrap();
        world.send(&Send::private(lan, "/start")).unwrap();
        let house = Self {
            emulator,
            setup,
            bot,
            admin,
            office,
            lan,
        };
        house
            .reads(house.office, "Nhóm này từ giờ là nhóm của")
            .await;
        house.reads(house.lan, "Đồng ý").await;
        house
    }

    /// How many messages wait to leave.
    fn waiting(&self) -> i64 {
        Books::open(&self.setup.database()).waiting().messages
    }

    /// How many messages with these words the bot has sent to this chat, buttons included.
    fn count(&self, chat: i64, words: &str) -> usize {
        let said = self.emulator.world.messages(chat);
        let has = |text: &str| text.contains(words);
        said.iter()
            .filter(|seen| seen.from_bot)
            .filter(|seen| {
                let mut buttons = seen.buttons.iter().flatten();
                has(&seen.text) || buttons.any(|button| has(&button.text))
            })
            .count()
    }

    async fn reads(&self, chat: i64, words: &str) {
        until(words, || self.count(chat, words) > 0).await;
    }

    fn says(&self, text: &str) {
        let send = Send::private(self.lan, text);
        self.emulator.world.send(&send).unwrap();
    }

    fn office_presses(&self, label: &str) {
        let world = &self.emulator.world;
        let fits = |seen: &cutri::emulator::Seen| {
            let mut buttons = seen.buttons.iter().flatten();
            buttons.any(|button| button.text.contains(label))
        };
        let message = world.newest(self.office, fits).unwrap().message_id;
        let press = Press::text(self.office, self.admin, message, label);
        world.press(&press).unwrap();
    }

    async fn stops(&mut self) {
        let ended = self.bot.stops_within(STOP).await;
        assert_eq!(ended.code, Some(0), "{}", self.setup.stderr());
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn a_running_bot_is_copied_restored_and_says_nothing_twice() {
    let mut house = House::open().await;
    // What has left is forgotten a moment later.
    until("all of it has left", || house.waiting() == 0).await;
    // An answer that cannot leave yet is in the backup, and leaves afterwards.
    house.emulator.world.fail(
        FailureRule::new(FailureKind::Drop)
            .method("sendMessage")
            .times(10_000),
    );
    house.says("/trogiup");
    until("its answer waits", || house.waiting() == 1).await;
    let copy = house.setup.path("copies/cutri.db");
    let copied = copy.to_str().unwrap();
    house
        .setup
        .tool(&["backup", copied])
        .is(0, &["whole", "events"]);
    assert_eq!(mode(&copy), 0o600);
    assert_eq!(fs::read_dir(copy.parent().unwrap()).unwrap().count(), 1);
    house.emulator.world.heal();
    house.reads(house.lan, "/tracuu").await;

    // Nobody's database is taken away from under them.
    house
        .setup
        .tool(&["restore", copied])
        .is(2, &["serves from this database"]);
    house
        .setup
        .tool(&["restore", copied, "--force"])
        .is(2, &["serves from this database"]);
    house.bot.kill();
    house.setup.tool(&["restore", copied]).is(2, &["--force"]);
    let restored = house.setup.tool(&["restore", copied, "--force"]);
    restored.is(0, &["restored, whole", "1 messages", ".before-"]);
    assert_eq!(mode(&house.setup.database()), 0o600);

    let greeted = house.count(house.lan, "Đồng ý");
    house.bot = serving(&house.setup).await;
    house.reads(house.office, "khôi phục từ bản sao lưu").await;
    house.says("/id");
    house.reads(house.lan, "Số Telegram").await;
    assert_eq!(house.count(house.lan, "/tracuu"), 1, "sent twice");
    assert_eq!(house.count(house.lan, "Đồng ý"), greeted, "sent twice");

    // What waited then is sent only because somebody says so.
    house.office_presses("Xem việc bị mắc");
    house.reads(house.office, "Gửi tất cả tin giữ lại").await;
    house.office_presses("Gửi tất cả tin giữ lại");
    until("it is sent once more", || {
        house.count(house.lan, "/tracuu") == 2
    })
    .await;
    house.stops().await;
}

/// Lan agreed, and an announcement to everybody is being sent: it has not come to her yet.
const BEING_SENT: &str = "
    update resident set consent_version = 1;
    insert into broadcast (author_id, author_name, chat_id, topic, audience, text, state, approved_by, approved_name,
        urgent_because, made_at, begun_at)
    select 1, 'Mai', chat_id, 'announcements', '\"everybody\"', 'Cúp nước ngày mai', 'sending', 2, 'Hùng', 'bão', 1, 1
    from chat_link where body_code = 'office'";

#[tokio::test]
async fn what_many_people_were_being_told_rests_after_a_restore_until_the_office_decides() {
    for (decision, arrives) in [("Gửi tất cả tin giữ lại", 1), ("Bỏ tất cả tin giữ lại", 0)]
    {
        let mut house = House::open().await;
        until("all of it has left", || house.waiting() == 0).await;
        let copy = house.setup.path("copies/cutri.db");
        let copied = copy.to_str().unwrap();
        house.setup.tool(&["backup", copied]).is(0, &["whole"]);
        house.bot.kill();
        let database = rusqlite::Connection::open(&copy).unwrap();
        database.execute_batch(BEING_SENT).unwrap();
        drop(database);
        house
            .setup
            .tool(&["restore", copied, "--force"])
            .is(0, &["announcements that were being sent to many rest"]);

        house.bot = serving(&house.setup).await;
        house.reads(house.office, "đợt gửi cho nhiều người").await;
        house.says("/id");
        house.reads(house.lan, "Số Telegram").await;
        assert_eq!(house.count(house.lan, "Cúp nước"), 0, "sent unasked");
        house.office_presses("Xem việc bị mắc");
        house.reads(house.office, decision).await;
        house.office_presses(decision);
        house.reads(house.office, "Không có việc nào bị mắc").await;
        if arrives > 0 {
            house.reads(house.lan, "Cúp nước").await;
        }
        house.stops().await;
        assert_eq!(house.count(house.lan, "Cúp nước"), arrives);
    }
}

#[tokio::test]
async fn a_sealed_copy_is_opened_by_its_key_only() {
    let mut house = House::open().await;
    let key = age::x25519::Identity::generate();
    let recipient = key.to_public().to_string();
    let sealed = house.setup.path("cutri.db.age");
    let file = sealed.to_str().unwrap();
    let told = house.setup.tool(&["backup", file, "--age", &recipient]);
    told.is(0, &["sealed and opened once"]);
    assert_eq!(mode(&sealed), 0o600);
    let bytes = fs::read(&sealed).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    assert!(!bytes.windows(15).any(|piece| piece == b"SQLite format 3"));
    let left: Vec<_> = fs::read_dir(house.setup.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("part"))
        .collect();
    assert_eq!(left, Vec::<String>::new(), "nothing in the clear is left");
    house
        .setup
        .tool(&["backup", "x", "--age", "age1nobody"])
        .is(2, &["age1"]);

    house.stops().await;
    house
        .setup
        .tool(&["restore", file, "--force"])
        .is(2, &["--identity"]);
    let keys = house.setup.path("key.txt");
    let keys = keys.to_str().unwrap();
    let write = |key: &age::x25519::Identity| {
        use age::secrecy::ExposeSecret;
        let secret = key.to_string();
        fs::write(keys, format!("# created\n{}\n", secret.expose_secret())).unwrap();
    };
    write(&age::x25519::Identity::generate());
    let wrong = ["restore", file, "--force", "--identity", keys];
    house.setup.tool(&wrong).is(2, &["cannot be opened"]);
    write(&key);
    house.setup.tool(&wrong).is(0, &["restored, whole"]);
    house.bot = serving(&house.setup).await;
    house.stops().await;
}

#[tokio::test]
async fn what_is_no_backup_is_neither_written_over_nor_restored() {
    let mut house = House::open().await;
    let letter = house.setup.path("letter.db");
    fs::write(&letter, "Đây là một lá thư.").unwrap();
    let own = house.setup.database();
    for (file, word) in [
        (letter.to_str().unwrap(), "no backup"),
        (own.to_str().unwrap(), "database itself"),
        (house.setup.path("").to_str().unwrap(), "no backup"),
    ] {
        house.setup.tool(&["backup", file]).is(2, &[word]);
    }
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Đây là một lá thư.");
    let copy = house.setup.path("copy.db");
    let copied = copy.to_str().unwrap();
    house.setup.tool(&["backup", copied]).is(0, &[]);
    house.setup.tool(&["backup", copied]).is(0, &["whole"]);
    house.stops().await;

    let restore = |file: &str| house.setup.tool(&["restore", file, "--force"]);
    restore("nowhere.db").is(2, &["nowhere.db"]);
    restore(letter.to_str().unwrap()).is(2, &["letter.db", "neither a database"]);
    let before = fs::read(house.setup.database()).unwrap();
    let mut damaged = fs::read(&copy).unwrap();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 20_000].fill(0x5A);
    fs::write(&copy, &damaged).unwrap();
    restore(copied).is(2, &["copy.db", "amaged"]);
    let foreign = rusqlite::Connection::open(house.setup.path("foreign.db")).unwrap();
    foreign
        .execute_batch("create table t (x); pragma user_version = 3")
        .unwrap();
    restore("foreign.db").is(2, &["foreign.db", "no database of cutri"]);
    assert_eq!(fs::read(house.setup.database()).unwrap(), before);
}

#[tokio::test]
async fn a_changed_book_is_no_backup() {
    let mut house = House::open().await;
    let copy = house.setup.path("copy.db");
    house
        .setup
        .tool(&["backup", copy.to_str().unwrap()])
        .is(0, &[]);
    house.stops().await;
    let forger = rusqlite::Connection::open(&copy).unwrap();
    forger
        .execute_batch(
            "drop trigger event_is_never_changed; update event set kind = 'arrived' where id = 1",
        )
        .unwrap();
    drop(forger);
    let told = house
        .setup
        .tool(&["restore", copy.to_str().unwrap(), "--force"]);
    told.is(2, &["the books are broken at event 1"]);
}

#[tokio::test]
async fn so_many_copies_are_kept_under_names_with_their_time() {
    let mut house = House::open().await;
    let folder = house.setup.path("nights");
    fs::create_dir(&folder).unwrap();
    for hour in 10..14 {
        fs::copy(
            house.setup.database(),
            folder.join(format!("cutri-20260101T{hour}0000Z.db")),
        )
        .unwrap();
    }
    let file = folder.join("cutri.db");
    let told = house
        .setup
        .tool(&["backup", file.to_str().unwrap(), "--keep", "2"]);
    told.is(0, &["removed"]);
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), 2, "{names:?}");
    assert_eq!(names[0], "cutri-20260101T130000Z.db");
    house.stops().await;
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
}

#[tokio::test]
async fn the_pages_answer_while_telegram_is_out_of_reach() {
    let address = free_address().to_string();
    let setup = Setup::alone().with("CUTRI_HTTP_LISTEN", &address);
    setup.tool(&["health"]).is(1, &["does not answer"]);
    let mut bot = setup.start();
    until("the pages are open", || {
        setup.stderr().contains("pages are open")
    })
    .await;
    setup.tool(&["health"]).is(0, &["ok"]);
    let page = |path: &str| {
        let url = format!("http://{address}{path}");
        async move {
            let answer = reqwest::get(url).await.unwrap();
            (answer.status().as_u16(), answer.text().await.unwrap())
        }
    };
    until("it was refused", || {
        setup.stderr().contains("cannot be reached")
    })
    .await;
    let (status, said) = page("/readyz").await;
    assert_eq!(status, 503);
    assert!(said.contains("Telegram unreachable since"), "{said}");
    let mut measured = page("/metrics").await;
    while !measured.1.contains("cutri_telegram_unreachable_seconds ") {
        measured = page("/metrics").await;
    }
    let (status, said) = measured;
    assert_eq!(status, 200);
    for line in [
        "# HELP cutri_build_info Version of the program",
        "cutri_messages_refused_total 0",
        &format!("version=\"{}\"", env!("CARGO_PKG_VERSION")),
    ] {
        assert!(said.contains(line), "{line} is missing in:\n{said}");
    }
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
}

#[tokio::test]
async fn the_figures_say_how_long_replies_took_and_nothing_of_anybody() {
    let address = free_address().to_string();
    let emulator = emulator().await;
    let setup = Setup::at(&emulator).with("CUTRI_HTTP_LISTEN", &address);
    let mut bot = serving(&setup).await;
    let lan = emulator.world.create_user(NewUser::named("Lan"));
    emulator.world.send(&Send::private(lan, "/start")).unwrap();
    until("the greeting came", || {
        emulator.world.messages(lan).len() > 1
    })
    .await;
    let read = || async {
        let answer = reqwest::get(format!("http://{address}/metrics"))
            .await
            .unwrap();
        answer.text().await.unwrap()
    };
    let lines = [
        "# HELP cutri_reply_seconds From taking in an update",
        "# TYPE cutri_reply_seconds histogram",
        "cutri_reply_seconds_bucket{le=\"0.5\"}",
        "cutri_updates_total{kind=\"message\"} 1",
        "cutri_update_seconds_count",
        "cutri_outbox_queued",
    ];
    let mut said = read().await;
    // The reply may arrive before all that is said of its update is counted.
    for _ in 0..200 {
        if lines.iter().all(|line| said.contains(line)) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        said = read().await;
    }
    for line in lines {
        assert!(said.contains(line), "{line} is missing in:\n{said}");
    }
    for personal in [lan.to_string().as_str(), "Lan", "/start"] {
        assert!(!said.contains(personal), "{personal} is in:\n{said}");
    }
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
}

#[tokio::test]
async fn the_supervisor_hears_that_it_is_ready_that_it_lives_and_that_it_stops() {
    let setup = Setup::alone();
    let socket = setup.path("notify");
    let heard = UnixDatagram::bind(&socket).unwrap();
    heard.set_nonblocking(true).unwrap();
    let setup = setup
        .with("NOTIFY_SOCKET", socket.to_str().unwrap())
        .with("WATCHDOG_USEC", "400000");
    let mut bot = setup.start();
    let log = std::cell::RefCell::new(String::new());
    let listens = |word: &str| {
        let mut piece = [0; 4_096];
        while let Ok(length) = heard.recv(&mut piece) {
            log.borrow_mut()
                .push_str(&String::from_utf8_lossy(&piece[..length]));
            log.borrow_mut().push('\n');
        }
        log.borrow().contains(word)
    };
    // Nobody answers at this Telegram: ready all the same, since no restart would help.
    until("ready", || listens("READY=1")).await;
    until("lives", || listens("WATCHDOG=1")).await;
    until("says what it waits for", || {
        listens("STATUS=waiting for Telegram")
    })
    .await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
}

#[tokio::test]
async fn from_the_webhook_to_polling_and_back_nothing_is_lost() {
    let emulator = emulator().await;
    let world = &emulator.world;
    let lan = world.create_user(NewUser::named("Lan"));
    let setup = Setup::at(&emulator);
    let numbers = || {
        let said = world.messages(lan);
        said.iter()
            .filter(|seen| seen.from_bot && seen.text.contains("Số Telegram"))
            .count()
    };
    let by_webhook = |setup: Setup| setup.by_webhook();
    let mut setup = setup;
    for turn in 1..=4 {
        // It is said while nobody listens.
        world.send(&Send::private(lan, "/id")).unwrap();
        setup = if turn % 2 == 0 {
            by_webhook(setup)
        } else {
            setup.with("CUTRI_UPDATES", "polling")
        };
        let mut bot = setup.start();
        until("it is answered", || numbers() == turn).await;
        assert_eq!(
            bot.stops_within(STOP).await.code,
            Some(0),
            "{}",
            setup.stderr()
        );
    }
    assert_eq!(numbers(), 4);
}

/// The database of the release before, 1.0.0, as `tests/databases` keeps it.
const BEFORE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/databases/0032.db");

#[tokio::test]
async fn an_upgrade_is_undone_by_the_backup_that_was_made_before_it() {
    let emulator = emulator().await;
    let setup = Setup::at(&emulator);
    fs::copy(BEFORE, setup.database()).unwrap();
    let version = |path: &Path| -> i64 {
        let connection = rusqlite::Connection::open(path).unwrap();
        let version = connection.query_row("pragma user_version", [], |row| row.get(0));
        version.unwrap()
    };
    let events = |path: &Path| -> i64 {
        let connection = rusqlite::Connection::open(path).unwrap();
        let count = connection.query_row("select count(*) from event", [], |row| row.get(0));
        count.unwrap()
    };
    let (old, before) = (version(&setup.database()), events(&setup.database()));
    let copy = setup.path("before.db");
    setup
        .tool(&["backup", copy.to_str().unwrap()])
        .is(0, &["whole"]);
    assert_eq!(
        version(&copy),
        old,
        "the copy can still be read by the version before"
    );

    let mut bot = serving(&setup).await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
    assert!(version(&setup.database()) > old);
    // What the version before says of such a file: this one of a newer one.
    let connection = rusqlite::Connection::open(setup.database()).unwrap();
    connection
        .execute_batch("pragma user_version = 9999")
        .unwrap();
    drop(connection);
    let ended = setup.run_to_the_end().await;
    assert_eq!(ended.code, Some(2));
    assert!(
        setup.stderr().contains("run the newer cutri"),
        "{}",
        setup.stderr()
    );

    // Back: the copy itself is what the version before takes; this version takes it through `restore`, too.
    setup
        .tool(&["restore", copy.to_str().unwrap(), "--force"])
        .is(0, &["restored"]);
    assert!(events(&setup.database()) >= before);
    let mut bot = serving(&setup).await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
}
