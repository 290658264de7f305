//! What an operator can write wrong in `.env` and the environment, and what is said of it.

use std::{fs, net::TcpListener, os::unix::fs::symlink, time::Duration};

use crate::{
    bot::{COUNCIL, Setup},
    ends::{emulator, serving, until},
};

const STOP: Duration = Duration::from_secs(10);

#[test]
fn a_line_of_dotenv_that_cannot_be_read_is_named_and_nothing_begins() {
    let setup = Setup::alone().without("TELOXIDE_TOKEN");
    let file = setup.path(".env");
    fs::write(
        &file,
        "# the bot\nTELOXIDE_TOKEN=7770001:TESTsecret x\nCUTRI_ADMINS=1, 2\nCUTRI_RATE=off\n",
    )
    .unwrap();
    let bad = [
        ".env: line 2: ",
        "TELOXIDE_TOKEN=\"…\"",
        ".env: line 3: ",
        "CUTRI_ADMINS=\"…\"",
        "quotes",
    ];
    for command in [
        &["run"][..],
        &["load", COUNCIL],
        &["backup", "copy.db"],
        &["restore", "copy.db"],
        &["health"],
        &["retention", "--dry-run"],
        &["report", "register", "--out", "a.csv"],
        &["import", "a.csv"],
        &["export", "--out", "all"],
        &["routes", COUNCIL],
    ] {
        let told = setup.tool(command);
        told.is(2, &bad);
        assert!(!told.said.contains("secret"), "{}", told.said);
        assert_eq!(told.said.lines().count(), 2, "{}", told.said);
    }
    assert!(!setup.database().exists());
    let checked = setup.tool(&["check"]);
    checked.is(1, &["PROBLEM  configuration: .env: line 2: ", bad[3]]);
    assert!(!checked.said.contains("secret"), "{}", checked.said);
    for command in [&["man"][..], &["completions", "bash"], &["categorise"]] {
        setup.tool(command).is(0, &[]);
    }

    fs::write(
        &file,
        "TELOXIDE_TOKEN='7770001:TESTsecret'\nCUTRI_ADMINS=\"1, 2\"\n",
    )
    .unwrap();
    let checked = setup.tool(&["check"]).said;
    assert!(checked.contains("ok       configuration"), "{checked}");
    assert!(!checked.contains("PROBLEM  administrators"), "{checked}");
}

#[test]
fn a_dotenv_that_cannot_be_opened_is_named() {
    let setup = Setup::alone();
    symlink(".env", setup.path(".env")).unwrap();
    setup
        .tool(&["load", COUNCIL])
        .is(2, &[".env: cannot be read"]);
}

#[test]
fn addresses_and_filters_that_do_nothing_are_refused() {
    for (name, value, told) in [
        ("TELOXIDE_API_URL", "localhost:8081", "an http(s) address"),
        ("TELOXIDE_PROXY", "localhost:1080", "socks5h://127.0.0.1"),
        ("CUTRI_LOG", "warning", "a filter"),
    ] {
        let setup = Setup::alone().with(name, value);
        setup.tool(&["run"]).is(2, &[name, told]);
        setup.tool(&["check"]).is(1, &[name, told]);
    }
    let setup = Setup::alone()
        .by_webhook()
        .with("TELOXIDE_API_URL", "https://api.telegram.org");
    setup.tool(&["run"]).is(2, &["CUTRI_WEBHOOK_URL", "https"]);
}

#[tokio::test]
async fn a_webhook_that_telegram_refuses_is_said_and_not_ready() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap().to_string();
    drop(free);
    let emulator = emulator().await;
    let setup = Setup::at(&emulator)
        .by_webhook()
        .with("CUTRI_HTTP_LISTEN", &address)
        // Only on this machine Telegram's small sister calls plain http.
        .with("CUTRI_WEBHOOK_URL", "http://bot.example.vn");
    let mut bot = serving(&setup).await;
    let answer = reqwest::get(format!("http://{address}/readyz"))
        .await
        .unwrap();
    assert_eq!(answer.status().as_u16(), 503);
    let said = answer.text().await.unwrap();
    assert!(said.contains("the webhook is not set: 400"), "{said}");
    let tries = || {
        setup
            .stderr()
            .matches("the webhook could not be set")
            .count()
    };
    until("it is tried again", || tries() > 1).await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
}

#[tokio::test]
async fn an_area_whose_code_was_changed_is_warned_of_wherever_the_council_is_looked_at() {
    let emulator = emulator().await;
    let setup = Setup::at(&emulator);
    setup.tool(&["load", COUNCIL]).is(0, &["loaded"]);
    let changed = fs::read_to_string(COUNCIL)
        .unwrap()
        .replace("\"dong-van\"", "\"dong-van-moi\"");
    let file = setup.path("changed.toml");
    fs::write(&file, changed).unwrap();
    let doubt = "areas dong-van-moi and dong-van are both called \"Phường Đồng Văn\"";
    setup
        .tool(&["load", "changed.toml", "--dry-run"])
        .is(0, &["note: ", doubt, "take the old one back"]);
    let setup = setup.with("CUTRI_COUNCIL", file.to_str().unwrap());
    setup.tool(&["check"]).is(1, &["note     council: ", doubt]);
    let mut bot = serving(&setup).await;
    assert!(
        setup.stderr().contains("are both called"),
        "{}",
        setup.stderr()
    );
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));

    // A sheet is put beside what is there, too.
    fs::write(
        setup.path("dia-ban.csv"),
        "Mã,Tên,Loại\nchau-giang-9,Phường Châu Giang,phường\n",
    )
    .unwrap();
    setup.tool(&["load", "dia-ban.csv"]).is(
        0,
        &[
            "note: ",
            "areas chau-giang-9 and chau-giang are both called",
        ],
    );
}

#[test]
fn pages_that_are_open_to_the_network_are_a_note() {
    let setup = Setup::alone().with("CUTRI_HTTP_LISTEN", "0.0.0.0:9464");
    let checked = setup.tool(&["check"]).said;
    assert!(
        checked.contains("note     listening: CUTRI_HTTP_LISTEN=0.0.0.0:9464"),
        "{checked}"
    );
    assert!(!checked.contains("PROBLEM  listening"), "{checked}");
}
