//! Commands beside a bot: what they say of a database that is not theirs to read, and when nobody listens.

use std::{fs, path::Path};

use crate::bot::{COUNCIL, Setup};

/// A database with the council of the tests in it.
fn loaded() -> Setup {
    let setup = Setup::alone();
    setup.tool(&["load", COUNCIL]).is(0, &["loaded"]);
    setup
}

#[test]
fn a_database_of_a_newer_cutri_is_told_in_one_sentence_by_every_command() {
    let setup = loaded();
    let connection = rusqlite::Connection::open(setup.database()).unwrap();
    connection
        .execute_batch(
            "pragma foreign_keys = off; drop table chat_link; drop table role_grant; pragma user_version = 9999;",
        )
        .unwrap();
    drop(connection);
    let own = setup.path("own");
    let own = |name: &str| own.join(name).to_str().unwrap().to_owned();
    fs::create_dir(own("")).unwrap();
    let (folder, package, register) = (own("all"), own("to.json"), own("register.csv"));
    for (arguments, code) in [
        (vec!["run"], 2),
        (vec!["check"], 1),
        (vec!["load", COUNCIL], 2),
        (vec!["export", "--out", &folder], 2),
        (vec!["export", "--exchange", &package], 2),
        (vec!["routes", COUNCIL], 2),
        (vec!["report", "register", "--out", &register], 2),
        (vec!["retention", "--dry-run"], 2),
    ] {
        let told = setup.tool(&arguments);
        told.is(
            code,
            &[
                "9999",
                "run the newer cutri that made it, or restore a backup of before",
            ],
        );
        for word in [
            "Newer",
            "no such table",
            "no group",
            "administrators",
            "panicked",
        ] {
            assert!(!told.said.contains(word), "{arguments:?}: {}", told.said);
        }
    }
    let copy = own("copy.db");
    let told = setup.tool(&["backup", &copy]);
    assert_ne!(told.code, Some(0));
    assert!(told.said.contains("take the newer cutri"), "{}", told.said);
    assert_eq!(
        fs::read_dir(own("")).unwrap().count(),
        0,
        "nothing was written"
    );
}

#[test]
fn a_command_goes_on_when_whoever_reads_has_gone() {
    let setup = loaded();
    let texts = setup.path("texts.jsonl");
    fs::write(&texts, "{\"text\": \"Đường ngập\"}\n".repeat(3_000)).unwrap();
    let texts = texts.to_str().unwrap();
    let path = |name: &str| setup.path(name).to_str().unwrap().to_owned();
    let (folder, register, copy, made) = (path("all"), path("r.csv"), path("c.db"), path("made"));
    let init = [
        "init",
        &made,
        "--no-questions",
        "--name",
        "Hội đồng nhân dân xã Mẫu",
        "--term",
        "2026-2031",
        "--area",
        "Thôn Đông",
    ];
    for (arguments, code) in [
        (vec!["check"], 1),
        (vec!["load", COUNCIL], 0),
        (vec!["routes", COUNCIL], 0),
        (vec!["retention", "--dry-run"], 0),
        (vec!["report", "register", "--out", &register], 0),
        (vec!["export", "--out", &folder], 0),
        (vec!["backup", &copy], 0),
        (vec!["restore", &copy, "--force"], 0),
        (vec!["categorise", texts], 0),
        (vec!["completions", "bash"], 0),
        (vec!["man"], 0),
        (vec!["--help"], 0),
        (init.to_vec(), 0),
        (vec!["load", "nofile.toml"], 2),
        (vec!["health"], 1),
    ] {
        let told = setup.tool_that_nobody_hears(&arguments);
        told.is(code, &[]);
        assert!(
            !told.said.contains("panicked"),
            "{arguments:?}: {}",
            told.said
        );
    }
    for written in [&register, &copy, &made] {
        assert!(Path::new(written).exists(), "{written}");
    }
}

/// As many bytes as no file may have in [`what_a_command_writes_on_a_full_disk_is_told_by_its_name`], in pieces of 512.
const PIECES: u32 = 128;

#[test]
fn what_a_command_writes_on_a_full_disk_is_told_by_its_name() {
    let setup = loaded();
    // Words that cannot be packed.
    let word = |number: u64| format!("{:x}", number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let row = |number: u64| {
        let words: Vec<String> = (1..=40).map(|at| word(number * 40 + at)).collect();
        let words = words.join(" ");
        format!("Đường ngõ {number} ngập {words};Phường Đồng Văn;Giao thông;20/11/2026\n")
    };
    let heads = "Nội dung kiến nghị;Cử tri (địa bàn);Lĩnh vực;Ngày tiếp nhận\n".to_owned();
    let rows: String = [heads].into_iter().chain((0..150).map(row)).collect();
    fs::write(setup.path("cu.csv"), rows).unwrap();
    setup
        .tool(&["import", "cu.csv"])
        .is(0, &["150 questions were taken in"]);
    let old = "what was there before";
    for file in ["r.xlsx", "r.csv", "r.json"] {
        let arguments = ["report", "register", "--out", file];
        fs::write(setup.path(file), old).unwrap();
        let told = setup.tool_on_a_full_disk(PIECES, &arguments);
        told.is(2, &[&format!("--out {file}: "), "File too large"]);
        assert!(!told.said.contains("panicked"), "{}", told.said);
        assert_eq!(fs::read_to_string(setup.path(file)).unwrap(), old);
        assert!(!setup.path(&format!("{file}.part")).exists());
        // With room it is made.
        setup.tool(&arguments).is(0, &[file]);
    }
    for (arguments, file) in [
        (vec!["export", "--out", "all"], ".jsonl: "),
        (vec!["backup", "copy.db"], "copy.db"),
    ] {
        let told = setup.tool_on_a_full_disk(PIECES, &arguments);
        assert!(
            matches!(told.code, Some(1 | 2)),
            "{:?}: {}",
            told.code,
            told.said
        );
        assert!(told.said.contains(file), "{}", told.said);
        assert!(!told.said.contains("panicked"), "{}", told.said);
    }
    let left = fs::read_dir(setup.path("")).unwrap();
    let left = left.map(|entry| entry.unwrap().file_name());
    let left: Vec<_> = left
        .filter(|name| name.to_string_lossy().contains("part"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}
