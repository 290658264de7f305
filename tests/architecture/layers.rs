//! Who may import whom, and where the names of the outside world may stand.

use std::fs;

use crate::code::{files, root, rust_files};

/// A room, its layer, and what it imports of ours: the table of `docs/ARCHITECTURE.md`.
const LAYERS: [(&str, u8, &[&str]); 23] = [
    ("domain", 0, &[]),
    ("clock", 0, &[]),
    ("health", 0, &[]),
    ("stop", 0, &[]),
    ("chat", 1, &["domain"]),
    ("botapi", 1, &["domain"]),
    ("store", 2, &["domain", "chat"]),
    ("messages", 2, &["domain", "chat"]),
    ("reports", 2, &["domain"]),
    ("handlers", 3, &["domain", "chat", "messages", "store"]),
    (
        "reading",
        3,
        &["domain", "chat", "messages", "reports", "store"],
    ),
    (
        "desk",
        4,
        &[
            "domain", "handlers", "reading", "messages", "store", "clock", "stop",
        ],
    ),
    (
        "delivery",
        4,
        &["domain", "chat", "store", "botapi", "handlers"],
    ),
    (
        "intake",
        4,
        &[
            "domain", "chat", "store", "handlers", "botapi", "clock", "health", "stop", "delivery",
        ],
    ),
    (
        "schedule",
        4,
        &[
            "domain", "handlers", "store", "clock", "health", "stop", "intake",
        ],
    ),
    ("backup", 4, &["store", "reading"]),
    ("config", 4, &["domain", "delivery"]),
    (
        "http",
        5,
        &["domain", "intake", "messages", "store", "clock", "health"],
    ),
    ("run", 6, BELOW),
    ("admin", 6, BELOW),
    ("main", 7, &["admin", "config", "run", "delivery"]),
    ("fuzzing", 7, &["chat", "messages", "admin"]),
    ("emulator", 0, &[]),
];

/// Everything of a lower layer, but the emulator.
const BELOW: &[&str] = &["*"];

/// Within a layer: intake hands acknowledgements to delivery, the schedule retries through intake, the configuration
/// names delivery's rate; `demo` runs what `run` puts together, with an emulator beside it.
const BESIDE: [(&str, &str); 5] = [
    ("intake", "delivery"),
    ("schedule", "intake"),
    ("config", "delivery"),
    ("admin", "run"),
    ("admin", "emulator"),
];

/// One name each that a room takes of another one and no more.
const ONLY: [(&str, &str, &str); 5] = [
    ("delivery", "handlers", "Acknowledgement"),
    ("reading", "store", "newest_version"),
    ("backup", "reading", "check"),
    ("config", "delivery", "Rate"),
    ("main", "delivery", "Rate"),
];

/// Names of the outside world, and the rooms that may speak them.
const OUTSIDE: [(&str, &[&str]); 16] = [
    (
        "teloxide::",
        &["intake", "delivery", "botapi", "run", "admin"],
    ),
    ("rusqlite", &["store"]),
    ("sqlx::", &["reading", "store/core/migrate.rs"]),
    ("reqwest::", &["botapi", "config", "run", "emulator"]),
    ("axum", &["http", "emulator"]),
    ("fl!(", &["messages"]),
    ("Timestamp::now", &["clock"]),
    ("ZonedDateTime::now", &["clock"]),
    ("SystemTime::now", &["clock", "emulator"]),
    ("env::var", &["config"]),
    ("env::set_var", &[]),
    ("dotenvy", &["config"]),
    ("println!", &[]),
    (" print!(", &[]),
    ("io::stdout", &["run/print.rs", "admin/categorise.rs"]),
    ("migrate!(", &["store/core/migrate.rs"]),
];

fn layer(room: &str) -> Option<(u8, &'static [&'static str])> {
    LAYERS
        .iter()
        .find(|(known, ..)| *known == room)
        .map(|(_, layer, may)| (*layer, *may))
}

#[test]
fn imports_point_down() {
    for file in files() {
        let Some((own, may)) = layer(&file.room) else {
            assert!(file.room == "lib", "{}: give the room a layer", file.path);
            continue;
        };
        for name in &file.names {
            let imported = name[0].as_str();
            let Some((other, _)) = layer(imported).filter(|_| imported != file.room) else {
                continue;
            };
            let is_below = other < own || BESIDE.contains(&(file.room.as_str(), imported));
            let is_listed =
                may.contains(&imported) || (may == BELOW && is_below && imported != "emulator");
            let is_beside = BESIDE.contains(&(file.room.as_str(), imported));
            assert!(
                is_below && (is_listed || is_beside),
                "{}: {} may not import {}",
                file.path,
                file.room,
                name.join("::")
            );
            let only = ONLY
                .iter()
                .find(|(room, of, _)| *room == file.room && *of == imported);
            assert!(
                only.is_none_or(|(.., one)| name.get(1).is_some_and(|name| name == one)),
                "{}: of {imported} nothing but one name: {}",
                file.path,
                name.join("::")
            );
        }
    }
}

#[test]
fn names_of_the_outside_world_stay_where_they_belong() {
    for file in files() {
        for line in &file.lines {
            for (name, places) in OUTSIDE {
                let may = places.contains(&&*file.room) || places.contains(&&*file.path);
                assert!(
                    may || !line.contains(name),
                    "{}: {name} is spoken only in {places:?}: {line}",
                    file.path
                );
            }
        }
    }
}

/// A test says what people do; rows are read and forged by its verbs, and the world looks after them.
#[test]
fn tests_speak_of_people_and_not_of_rows() {
    let tests = root().join("../tests/it");
    let may = ["verbs", "eyes.rs", "facts.rs", "world.rs", "databases.rs"];
    for path in rust_files(&tests) {
        let relative = path.strip_prefix(&tests).unwrap();
        if may.iter().any(|may| relative.starts_with(may)) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap().to_lowercase();
        for verb in ["\"select ", "\"insert ", "\"update ", "\"delete from "] {
            assert!(
                !text.contains(verb),
                "{} says {verb}…: make a verb of it in tests/it/verbs",
                relative.display()
            );
        }
    }
}

#[test]
fn sql_stands_only_in_the_store_and_the_reading_room() {
    let verbs = [
        "\"select ",
        "\"with ",
        "\"insert into ",
        "\"update ",
        "\"delete from ",
    ];
    for file in files() {
        for line in &file.lines {
            let folded = line.to_lowercase();
            let is_sql = verbs.iter().any(|verb| folded.contains(verb));
            let is_sql = is_sql && (!folded.contains("\"with ") || folded.contains(" as ("));
            assert!(
                !is_sql || ["store", "reading"].contains(&&*file.room),
                "{}: {line}",
                file.path
            );
        }
    }
}
