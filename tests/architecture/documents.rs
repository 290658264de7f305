//! What the documents name is there: files by their paths, and the rooms' files where the rooms are listed.

use std::{collections::BTreeSet, fs, path::Path};

use crate::code::{root, rust_files};

/// The documents that are held, and where their paths begin beside the root of the repository.
const HELD: [&str; 2] = ["docs/ARCHITECTURE.md", "CONTRIBUTING.md"];
const BEGIN: [&str; 5] = ["", "src", "src/handlers", "tests/it", "docs"];

/// Made by commands that the documents name.
const MADE: &str = "target/";

/// Rooms whose files are all named in "Rooms".
const LISTED: [&str; 6] = ["handlers", "run", "reading", "admin", "delivery", "intake"];

fn document(name: &str) -> String {
    fs::read_to_string(root().join("..").join(name)).unwrap()
}

/// What stands in backticks, in the running text and in its lists.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split("```").step_by(2).flat_map(|prose| {
        let parts = prose.split('`').enumerate();
        parts
            .filter(|(at, _)| at % 2 == 1)
            .map(|(_, quoted)| quoted)
    })
}

/// Whether it is a path into the repository: no command, nothing typed in a chat, no NAME to be filled in.
fn is_path(quoted: &str) -> bool {
    let of_path = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "/._-{},*".contains(c);
    // Documents alone are called in capitals.
    let is_document = quoted.strip_suffix(".md").is_some();
    let (folders, name) = quoted.rsplit_once('/').unwrap_or_default();
    !folders.is_empty()
        && !quoted.starts_with(MADE)
        && folders.chars().all(of_path)
        && name
            .chars()
            .all(|c| of_path(c) || (is_document && c.is_ascii_uppercase()))
}

/// `locales/{vi,en}/cutri.ftl` is two paths; `permission/*` is a folder.
fn each(path: &str) -> Vec<String> {
    let path = path.trim_end_matches('*');
    let Some((before, rest)) = path.split_once('{') else {
        return vec![path.to_owned()];
    };
    let (choices, after) = rest.split_once('}').unwrap();
    let choices = choices.split(',');
    choices
        .map(|choice| format!("{before}{choice}{after}"))
        .collect()
}

#[test]
fn every_path_that_a_document_names_is_there() {
    let repository = root().join("..");
    for name in HELD {
        let text = document(name);
        let paths: BTreeSet<String> = quoted(&text)
            .filter(|quoted| is_path(quoted))
            .flat_map(each)
            .collect();
        assert!(paths.len() > 10, "{name}: its paths were not found");
        for path in paths {
            let is_there = BEGIN
                .iter()
                .any(|begin| repository.join(begin).join(&path).exists());
            assert!(is_there, "{name}: there is no {path}");
        }
    }
}

#[test]
fn a_path_is_told_from_what_is_typed() {
    for path in [
        "src/handlers/",
        "card/deeds.rs",
        "locales/{vi,en}/cutri.ftl",
        "docs/SUMMARY.md",
        "domain/people/permission/*",
        ".ci/run",
    ] {
        assert!(is_path(path), "{path}");
    }
    for other in [
        "/xoadulieu",
        "Intake::take",
        "src/messages/SHELF/…",
        "migrations/NNNN_name.sql",
        ".ci/sqlx write",
        "target/handbook",
        "receipt",
    ] {
        assert!(!is_path(other), "{other}");
    }
}

/// The list of "Rooms" names every file of the rooms that people change most, so that nobody has to search for one.
#[test]
fn every_file_of_a_room_stands_in_the_list_of_rooms() {
    let text = document(HELD[0]);
    let (_, rooms) = text.split_once("## Rooms").unwrap();
    let list = rooms.split("```").nth(1).unwrap();
    let names: BTreeSet<&str> = list
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .collect();
    for path in rust_files(&root()) {
        let path = path.strip_prefix(root()).unwrap();
        let parts: Vec<&str> = path.iter().map(|part| part.to_str().unwrap()).collect();
        // A folder in a room is named; what is in it is its own affair.
        let deep = if parts[0] == "handlers" { 3 } else { 2 };
        if !LISTED.contains(&parts[0]) {
            continue;
        }
        for part in parts.iter().take(deep) {
            let name = Path::new(part).file_stem().unwrap().to_str().unwrap();
            let is_test = name == "tests" || name.ends_with("_tests");
            assert!(
                name == "mod" || is_test || names.contains(name),
                "{}: {name} is not in \"Rooms\" of {}",
                path.display(),
                HELD[0]
            );
        }
    }
}
