//! The first hour: an empty folder becomes a bot with an administrator, without a database tool.

use std::{fs, os::unix::fs::PermissionsExt, time::Duration};

use cutri::emulator::{NewUser, Press, Send};

use crate::{
    bot::{COUNCIL, Setup, TOKEN},
    ends::{emulator, serving, until},
};

const STOP: Duration = Duration::from_secs(10);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_folder_becomes_a_bot_with_its_first_administrator() {
    let emulator = emulator().await;
    let world = &emulator.world;
    let setup = Setup::at(&emulator);
    let flags = [
        "init",
        "town",
        "--no-questions",
        "--name",
        "Hội đồng nhân dân phường Đồng Văn",
        "--term",
        "2026-2031",
        "--area",
        "Tổ dân phố Ngọc Thị",
        "--area",
        "Thôn Đông",
        "--delegation",
        "Tổ đại biểu số 1: Tổ dân phố Ngọc Thị, Thôn Đông",
        "--session",
        "Kỳ họp thứ 4: 10/12/2026, 05/12/2026 17:00",
    ];
    setup
        .tool(&flags)
        .is(0, &["council.toml", "2 areas, 1 bodies, 1 sessions"]);
    let environment = setup.path("town/.env");
    assert_eq!(
        fs::metadata(&environment).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let written = fs::read_to_string(setup.path("town/council.toml")).unwrap();
    for line in [
        "code = \"dong-van\"",
        "code_prefix = \"DV\"",
        "kind = \"neighbourhood\"",
        "backup = ",
    ] {
        assert!(written.contains(line), "{line} is missing in:\n{written}");
    }
    setup.tool(&flags).is(2, &["left alone"]);

    let council = setup.path("town/council.toml");
    let setup = setup
        .with("CUTRI_COUNCIL", council.to_str().unwrap())
        .without("CUTRI_ADMINS");
    setup
        .tool(&["check"])
        .is(1, &["PROBLEM  administrators: there is none"]);
    let mut bot = serving(&setup).await;
    let printed = setup.printed();
    let link = printed
        .lines()
        .find_map(|line| {
            line.split_once("?start=")
                .map(|(_, payload)| payload.to_owned())
        })
        .unwrap();
    assert!(
        !setup.stderr().contains(&link),
        "a secret is no line of a log"
    );
    let chief = world.create_user(NewUser::named("Bà Chánh"));
    world
        .send(&Send::private(chief, format!("/start {link}")))
        .unwrap();
    let shown =
        |words: &str| world.newest(chief, |seen| seen.from_bot && seen.text.contains(words));
    until("the role is offered", || shown("quản trị").is_some()).await;
    let offer = shown("quản trị").unwrap();
    let accept = offer.buttons[0][0].text.clone();
    world
        .press(&Press::text(chief, chief, offer.message_id, accept))
        .unwrap();
    world.send(&Send::private(chief, "/vaitro")).unwrap();
    until("an administrator sees the roles", || {
        world
            .newest(chief, |seen| {
                seen.from_bot && seen.text.contains("Bà Chánh")
                    || seen
                        .buttons
                        .iter()
                        .flatten()
                        .any(|button| button.text.contains("Bà Chánh"))
            })
            .is_some()
    })
    .await;
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));

    // There is one now: no further link.
    fs::remove_file(setup.path("stdout")).unwrap();
    let mut bot = serving(&setup).await;
    assert_eq!(fs::read_to_string(setup.path("stdout")).unwrap(), "");
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
    let checked = setup.tool(&["check"]);
    assert!(
        checked
            .said
            .contains("ok       administrators: 0 in CUTRI_ADMINS, 1 by role"),
        "{}",
        checked.said
    );
    assert!(checked.said.contains("PROBLEM  body"), "{}", checked.said);
}

#[tokio::test]
async fn a_link_that_was_printed_before_holds_no_more() {
    let emulator = emulator().await;
    let setup = Setup::at(&emulator);
    for _ in 0..2 {
        let mut bot = serving(&setup).await;
        assert_eq!(bot.stops_within(STOP).await.code, Some(0));
    }
    let printed = setup.printed();
    let links: Vec<&str> = printed
        .lines()
        .filter_map(|line| line.split_once("?start=").map(|(_, payload)| payload))
        .collect();
    assert_eq!(links.len(), 2);
    assert_ne!(links[0], links[1]);
    let mut bot = serving(&setup).await;
    let world = &emulator.world;
    let late = world.create_user(NewUser::named("Ông Muộn"));
    world
        .send(&Send::private(late, format!("/start {}", links[0])))
        .unwrap();
    until("it is of no use", || {
        world
            .messages(late)
            .iter()
            .any(|seen| seen.from_bot && !seen.text.is_empty())
    })
    .await;
    assert!(
        world
            .newest(late, |seen| seen.text.contains("quản trị"))
            .is_none()
    );
    assert_eq!(bot.stops_within(STOP).await.code, Some(0));
}

#[test]
fn what_is_missing_is_named_at_once_and_nothing_is_written() {
    let setup = Setup::alone();
    setup
        .tool(&["init", "new", "--no-questions"])
        .is(2, &["--name"]);
    let flags = [
        "init",
        "new",
        "--no-questions",
        "--name",
        "Hội đồng nhân dân xã A",
    ];
    setup.tool(&flags).is(2, &["--term"]);
    let flags = [&flags[..], &["--term", "2026-2031"]].concat();
    setup.tool(&flags).is(2, &["--area"]);
    let flags = [
        &flags[..],
        &["--area", "Thôn Đông", "--delegation", "Tổ 1: Thôn Tây"],
    ]
    .concat();
    setup
        .tool(&flags)
        .is(2, &["--delegation", "Thôn Tây", "no such area"]);
    assert!(!setup.path("new").exists());
}

#[test]
fn errors_name_the_file_that_was_given() {
    let setup = Setup::alone();
    let told = setup.tool(&["load", "nofile.toml"]);
    told.is(2, &["nofile.toml"]);
    assert!(!told.said.contains("CUTRI_COUNCIL"), "{}", told.said);
    let good = fs::read_to_string(COUNCIL).unwrap();
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(good.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    fs::write(setup.path("wide.toml"), wide).unwrap();
    setup
        .tool(&["load", "wide.toml"])
        .is(2, &["wide.toml", "UTF-16"]);
    fs::write(setup.path("old.toml"), b"[council]\nname = \"H\xE0 Nam\"\n").unwrap();
    setup
        .tool(&["load", "old.toml"])
        .is(2, &["old.toml", "line 2", "not UTF-8"]);
    fs::write(
        setup.path("word.toml"),
        good.replacen("\"duy-tien\"", "“duy-tien”", 1),
    )
    .unwrap();
    setup
        .tool(&["load", "word.toml"])
        .is(2, &["word.toml", "word processor"]);
    fs::write(setup.path("mark.toml"), format!("\u{feff}{good}")).unwrap();
    setup
        .tool(&["load", "mark.toml", "--dry-run"])
        .is(0, &["nothing was changed"]);
    assert!(!setup.database().exists(), "a dry run makes nothing");
    let twice = good.replacen(
        "name = { vi = \"Phường Châu Giang\"",
        "name = { vi = \"Phường Bạch Thượng\"",
        1,
    );
    fs::write(setup.path("twice.toml"), twice).unwrap();
    setup
        .tool(&["load", "twice.toml"])
        .is(0, &["note: areas", "both called"]);
}

#[test]
fn sheets_change_what_they_name_and_every_bad_cell_is_named() {
    let setup = Setup::alone();
    setup.tool(&["load", COUNCIL]).is(0, &["loaded"]);
    fs::write(
        setup.path("dia-ban.csv"),
        "Mã;Tên;Loại;Thuộc\ndong-van;Phường Đồng Văn;phường;\n;Tổ dân phố Ninh Lão;tổ dân phố;Phường Đồng Văn\n",
    )
    .unwrap();
    fs::write(
        setup.path("dai-bieu.csv"),
        "Đơn vị,Họ tên,Chức vụ\nTổ đại biểu số 1,Bà Nguyễn Thị Hoa,Tổ trưởng\nTổ đại biểu số 1,Ông Trần Văn Bình,\n",
    )
    .unwrap();
    let both = ["load", "dia-ban.csv", "dai-bieu.csv"];
    let dry = [&both[..], &["--dry-run"]].concat();
    setup
        .tool(&dry)
        .is(0, &["to-dan-pho-ninh-lao", "to-1", "nothing was changed"]);
    let told = setup.tool(&both);
    told.is(0, &["to-dan-pho-ninh-lao", "to-1"]);
    assert!(
        !told.said.contains("dong-van:"),
        "what is the same stays: {}",
        told.said
    );
    setup.tool(&both).is(0, &["nothing changed"]);

    fs::write(
        setup.path("dia-ban.csv"),
        "Mã,Tên,Loại,Cấp\n,Thôn A,huyện,x\nB C,Thôn B,thôn,\n",
    )
    .unwrap();
    let told = setup.tool(&["load", "dia-ban.csv"]);
    told.is(
        2,
        &["dia-ban.csv", "dia-ban!D1", "nobody knows this column"],
    );
    fs::write(
        setup.path("dia-ban.csv"),
        "Mã,Tên,Loại\n,Thôn A,huyện\nB C,Thôn B,thôn\n",
    )
    .unwrap();
    let told = setup.tool(&["load", "dia-ban.csv"]);
    told.is(2, &["dia-ban!C2", "\"huyện\" is none of"]);
    fs::write(setup.path("dia-ban.csv"), "Mã,Tên,Loại\nB C,Thôn B,thôn\n").unwrap();
    setup
        .tool(&["load", "dia-ban.csv"])
        .is(2, &["dia-ban!A2", "B C"]);
}

#[tokio::test]
async fn what_a_sheet_said_outlives_restarts_until_the_council_file_says_something_new() {
    let emulator = emulator().await;
    let own = fs::read_to_string(COUNCIL).unwrap();
    let setup = Setup::at(&emulator);
    let file = setup.path("council.toml");
    fs::write(&file, &own).unwrap();
    let setup = setup.with("CUTRI_COUNCIL", file.to_str().unwrap());
    let starts_and_stops = async || {
        let mut bot = serving(&setup).await;
        assert_eq!(bot.stops_within(STOP).await.code, Some(0));
    };
    starts_and_stops().await;
    fs::write(
        setup.path("dai-bieu.csv"),
        "Đơn vị,Họ tên\nTổ đại biểu số 1,Bà Nguyễn Thị Hoa\n",
    )
    .unwrap();
    setup.tool(&["load", "dai-bieu.csv"]).is(0, &["to-1"]);
    let again = ["load", "dai-bieu.csv", "--dry-run"];
    starts_and_stops().await;
    setup.tool(&again).is(0, &["nothing changed"]);

    // A remark says nothing new; another name does, and then the file is right in everything it says.
    fs::write(&file, format!("# soát lại\n{own}")).unwrap();
    starts_and_stops().await;
    setup.tool(&again).is(0, &["nothing changed"]);
    fs::write(&file, own.replace("Tổ đại biểu số 2", "Tổ đại biểu số Hai")).unwrap();
    starts_and_stops().await;
    setup.tool(&again).is(0, &["to-1", "nothing was changed"]);
}

#[test]
fn the_template_is_a_council() {
    let setup = Setup::alone();
    let template = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/hoi-dong-mau.xlsx");
    let flags = ["init", "new", "--no-questions", "--from", template];
    setup.tool(&flags).is(
        0,
        &[
            "Hội đồng nhân dân phường Mẫu",
            "4 areas, 4 bodies, 1 sessions",
        ],
    );
    let written = setup.path("new/council.toml");
    setup
        .tool(&["load", written.to_str().unwrap()])
        .is(0, &["loaded"]);
    setup.tool(&["load", template]).is(0, &["nothing changed"]);
}

#[test]
fn help_lists_the_variables_and_there_are_completions_and_a_page() {
    let setup = Setup::alone();
    let variables = [
        "TELOXIDE_TOKEN",
        "CUTRI_WEBHOOK_SECRET",
        "CUTRI_LOG_FORMAT",
        "CUTRI_DATABASE",
    ];
    setup.tool(&["run", "--help"]).is(0, &variables);
    setup
        .tool(&["man"])
        .is(0, &[".TH cutri", "backup", "TELOXIDE"]);
    for shell in ["bash", "zsh", "fish"] {
        setup
            .tool(&["completions", shell])
            .is(0, &["cutri", "restore"]);
    }
    let folder = setup.path("share/man1");
    setup.tool(&["man", folder.to_str().unwrap()]).is(0, &[]);
    let page = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    assert!(page("cutri.1").contains("cutri\\-backup(1)"));
    assert!(page("cutri-run.1").contains("TELOXIDE"));
    assert!(page("cutri-backup.1").contains("\\-\\-keep"));
    assert!(page("cutri-restore.1").contains("\\-\\-force"));
    assert!(
        !setup.tool(&["run", "--help"]).said.contains(TOKEN),
        "what is set is not shown"
    );
}
