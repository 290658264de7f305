//! Who may import whom, and where the names of the outside world may stand (`docs/ARCHITECTURE.md`).

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should say where"
)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The layer of a room. A room imports lower layers, and of its own layer only what [`SAME_LAYER`] lists.
fn layers() -> BTreeMap<&'static str, u8> {
    BTreeMap::from([
        ("domain", 0),
        ("clock", 0),
        ("health", 0),
        ("stop", 0),
        ("chat", 1),
        ("botapi", 1),
        ("messages", 2),
        ("store", 2),
        ("handlers", 3),
        ("delivery", 4),
        ("intake", 4),
        ("schedule", 4),
        ("config", 4),
        ("http", 5),
        ("run", 6),
        ("admin", 6),
        ("main", 7),
    ])
}

/// Within a layer: intake hands acknowledgements to delivery, the schedule retries through intake, the
/// configuration names delivery's rate, and `demo` runs what `run` puts together.
const SAME_LAYER: [(&str, &str); 4] = [
    ("intake", "delivery"),
    ("schedule", "intake"),
    ("config", "delivery"),
    ("admin", "run"),
];

/// Names of the outside world, and the rooms that may speak them.
const OUTSIDE: [(&str, &[&str]); 9] = [
    (
        "teloxide::",
        &["intake", "delivery", "botapi", "run", "admin"],
    ),
    ("rusqlite", &["store"]),
    ("reqwest::", &["botapi", "config", "run", "emulator"]),
    ("axum", &["http", "emulator"]),
    ("fl!(", &["messages"]),
    ("Timestamp::now", &["clock"]),
    ("SystemTime::now", &["clock", "emulator"]),
    ("env::var", &["config"]),
    ("println!", &["admin", "main"]),
];

#[test]
fn imports_point_down() {
    let layers = layers();
    for (room, path, line) in code() {
        for imported in imports(&line) {
            assert!(
                room != "emulator" || imported == "emulator",
                "{path}: the emulator imports nothing of ours: {line}"
            );
            let (Some(&own), Some(&other)) =
                (layers.get(room.as_str()), layers.get(imported.as_str()))
            else {
                continue;
            };
            let is_allowed = room == imported
                || other < own
                || SAME_LAYER.contains(&(room.as_str(), imported.as_str()));
            assert!(
                is_allowed,
                "{path}: {room} may not import {imported}: {line}"
            );
        }
    }
}

#[test]
fn every_room_has_a_layer() {
    let layers = layers();
    for (room, path, _) in code() {
        let is_known = layers.contains_key(room.as_str()) || ["emulator", "lib"].contains(&&*room);
        assert!(is_known, "{path}: give the room {room} a layer");
    }
}

#[test]
fn names_of_the_outside_world_stay_where_they_belong() {
    for (room, path, line) in code() {
        for (name, rooms) in OUTSIDE {
            assert!(
                !line.contains(name) || rooms.contains(&room.as_str()),
                "{path}: {name} is spoken only in {rooms:?}: {line}"
            );
        }
    }
}

#[test]
fn sql_stands_only_in_the_store() {
    for (room, path, line) in code() {
        let folded = line.to_lowercase();
        let is_sql = ["\"select ", "\"insert into ", "\"update ", "\"delete from "]
            .iter()
            .any(|verb| folded.contains(verb));
        assert!(!is_sql || room == "store", "{path}: {line}");
    }
}

/// Rooms named in `crate::…` paths and nested `use crate::{…}` lists of one line.
fn imports(line: &str) -> Vec<String> {
    line.split("crate::")
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        })
        .filter(|room: &String| !room.is_empty())
        .collect()
}

/// Every line of code outside tests: its room, its file, itself. `use crate::{ … };` over several lines is
/// read as one.
fn code() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut lines = Vec::new();
    for path in rust_files(&root) {
        let relative = path.strip_prefix(&root).unwrap();
        let first = relative
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_string_lossy();
        let of_room = first.trim_end_matches(".rs").to_owned();
        if relative
            .components()
            .any(|part| part.as_os_str() == "tests")
        {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]\nmod ").next().unwrap();
        for line in unfolded(text) {
            lines.push((of_room.clone(), relative.display().to_string(), line));
        }
    }
    assert!(lines.len() > 1_000, "the code was not found");
    lines
}

fn unfolded(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut list: Option<String> = None;
    for line in text.lines().map(str::trim) {
        if line.starts_with("//") {
            continue;
        }
        match &mut list {
            Some(open) => {
                open.push_str(line);
                if line == "};" {
                    lines.extend(flattened(open));
                    list = None;
                }
            }
            None if line == "use crate::{" => list = Some(String::new()),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// `domain::{a, b}, store::c` to one `crate::…` each.
fn flattened(list: &str) -> Vec<String> {
    let mut depth = 0;
    let mut items = vec![String::new()];
    for c in list.trim_end_matches("};").chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(item) = items.last_mut() {
            item.push(c);
        }
    }
    items
        .into_iter()
        .filter(|item| !item.is_empty())
        .map(|item| format!("crate::{item}"))
        .collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// Handlers ask `handlers/rights.rs` what a person may do; nobody makes up a right from the chat alone.
#[test]
fn only_rights_says_what_a_person_may_do() {
    for (_, path, line) in code() {
        if !path.contains("handlers/") || path.ends_with("rights.rs") {
            continue;
        }
        for shortcut in ["in_linked_group(", "admins().contains(", "duties::of("] {
            let is_naming = path.ends_with("read_audit.rs") && shortcut.starts_with("admins");
            assert!(
                is_naming || !line.contains(shortcut),
                "{path}: ask rights::member, rights::of or Officer instead of {shortcut}: {line}"
            );
        }
    }
}
