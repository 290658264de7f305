//! The order of the rooms of `handlers/`, and that no two folders lead to each other.

use crate::code::{Module, arrows, circle, files};

/// The rooms of `handlers/`, from the doors inwards: an import goes only to the right.
const ROOMS: [&str; 12] = [
    "doors", "paper", "office", "answer", "question", "card", "triage", "meeting", "consult",
    "people", "clock", "shared",
];

/// No room of `handlers/` imports one to its left; so there is no circle between them.
#[test]
fn handlers_import_only_rooms_to_their_right() {
    let place = |room: &str| ROOMS.iter().position(|known| *known == room);
    for file in files() {
        if file.room != "handlers" || file.module.len() < 2 {
            continue;
        }
        let own = place(&file.module[1]);
        assert!(own.is_some(), "{}: give the room a place", file.path);
        for name in file.names.iter().filter(|name| name[0] == "handlers") {
            let other = name.get(1).and_then(|room| place(room));
            assert!(
                other.is_none_or(|other| Some(other) >= own),
                "{}: {} is to its left",
                file.path,
                name.join("::")
            );
        }
    }
}

/// The folders of a layer lead to each other in one direction only: what two of them need stands in a third.
#[test]
fn no_two_folders_of_a_layer_lead_to_each_other() {
    let files = files();
    let arrows = arrows(&files);
    for layer in [
        "domain", "messages", "store", "reports", "handlers", "emulator", "intake", "delivery",
        "reading", "admin", "run", "chat", "backup",
    ] {
        let folder = |module: &Module| {
            (module.len() > 1 && module[0] == layer).then(|| module[..2].to_vec())
        };
        let found = circle(&arrows, folder, folder);
        assert!(found.is_none(), "a circle of {found:?}");
    }
}
