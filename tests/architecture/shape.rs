//! How much a folder and a file hold.

use std::{collections::BTreeMap, fs, path::PathBuf};

use crate::code::{root, rust_files};

/// Most files of a folder.
const MOST_FILES: usize = 15;

/// Most lines of a file.
const MOST_LINES: usize = 450;

/// The layers whose files are held short.
const HELD: [&str; 6] = ["handlers", "messages", "store", "reading", "reports", "run"];

/// A folder is a subject: whoever looks for a line finds it among a few names.
#[test]
fn no_folder_is_crowded() {
    let mut folders: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for path in rust_files(&root()) {
        let folder = path.parent().unwrap().to_owned();
        *folders.entry(folder).or_default() += 1;
    }
    for (folder, count) in folders {
        assert!(count <= MOST_FILES, "{}: {count} files", folder.display());
    }
}

/// One subject a file.
#[test]
fn no_file_of_a_room_is_long() {
    for path in held() {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= MOST_LINES, "{}: {lines} lines", path.display());
    }
}

fn held() -> Vec<PathBuf> {
    let root = root();
    let is_held = |path: &PathBuf| HELD.iter().any(|layer| path.starts_with(root.join(layer)));
    rust_files(&root).into_iter().filter(is_held).collect()
}
