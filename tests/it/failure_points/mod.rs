//! Every deed fails once at every point of its step (after the question is saved, after the event is written, before
//! the commit): nothing of it is left each time, and in the end everybody reads what they would have read anyway.
//!
//! The points are triggers that a test puts into its own database, so the program knows nothing of them.

mod deeds;

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use crate::{
    people::Person,
    proxy::without_slip,
    scene::{Scene, asked_in},
    world::Town,
};

use deeds::{DONE_IN, Deed};

/// Where a step can be made to fail.
#[derive(Debug, Clone, Copy)]
pub enum Point {
    AfterTheSave,
    AfterTheEvent,
    BeforeTheCommit,
}

impl Point {
    /// From now on every step fails there.
    fn arm(self, town: &Town) {
        town.execute(match self {
            Self::AfterTheSave => {
                "create trigger fails_after_change after update of version on question
                     begin select raise(abort, 'a failure point'); end;
                 create trigger fails_after_keeping after insert on question
                     begin select raise(abort, 'a failure point'); end;"
            }
            Self::AfterTheEvent => {
                "create trigger fails_after_event after insert on event
                     begin select raise(abort, 'a failure point'); end;"
            }
            // What refers to nothing is noticed at the commit.
            Self::BeforeTheCommit => {
                "create table fails_at_commit (nowhere integer references fails_at_commit (id)
                     deferrable initially deferred, id integer primary key);
                 create trigger fails_before_commit after insert on event
                     begin insert into fails_at_commit (nowhere) values (-1); end;"
            }
        });
    }

    fn disarm(self, town: &Town) {
        town.execute(match self {
            Self::AfterTheSave => {
                "drop trigger fails_after_change; drop trigger fails_after_keeping;"
            }
            Self::AfterTheEvent => "drop trigger fails_after_event;",
            Self::BeforeTheCommit => {
                "drop trigger fails_before_commit; drop table fails_at_commit;"
            }
        });
    }
}

/// What everybody reads of it, and what the books say.
fn told(scene: &Scene, others: &[Person]) -> String {
    let mut told = String::new();
    for person in others.iter().chain([&scene.lan, &scene.mai]) {
        let read = without_ticket(&without_slip(&person.reads()));
        let _ = writeln!(told, "{read}");
    }
    told.push_str(&scene.town.books());
    told
}

/// The words on a screen without the code of a ticket, which is another every time.
fn without_ticket(text: &str) -> String {
    let Some((_, rest)) = text.split_once("Mã vé: ") else {
        return text.to_owned();
    };
    let code: String = rest.chars().take(6).collect();
    text.replace(&code, "••••••")
}

async fn prepared(deed: Deed) -> (Scene, Vec<Person>) {
    let scene = asked_in(&deed.council()).await;
    let others = deed.is_prepared(&scene).await;
    (scene, others)
}

pub async fn fails_everywhere_and_is_done_at_last(deed: Deed) {
    let (scene, others) = prepared(deed).await;
    deed.is_done(&scene, &others);
    scene.town.settle().await;
    scene.town.passes(30).await;
    let expected = told(&scene, &others);

    let (scene, others) = prepared(deed).await;
    let town = &scene.town;
    let before = town.remembers();
    deed.is_done(&scene, &others);
    for point in deed.points() {
        point.arm(town);
        town.stumbles(5).await;
        point.disarm(town);
        let after = town.remembers();
        let changed = after.lines().find(|line| !before.contains(line));
        assert_eq!(
            (after == before, changed),
            (true, None),
            "{deed:?} fails {point:?}"
        );
    }
    town.passes(15).await;
    town.passes(30).await;
    assert_eq!(told(&scene, &others), expected, "{deed:?} is done at last");
}

/// How often this code does something with questions: changes one by a deed, makes one, or has answers leave. A file that
/// does the first two does them in one step.
fn deeds_of(code: &str) -> usize {
    let times = |call: &str| code.matches(call).count();
    times(".does(").max(times("questions::keep(")) + times("deliver::deliver(")
}

/// How often each file of `src/handlers` has a deed done.
fn deeds_in(folder: &Path, room: &str, found: &mut BTreeMap<String, usize>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            deeds_in(&path, &format!("{room}{name}/"), found);
        } else {
            let code = std::fs::read_to_string(&path).unwrap();
            found.insert(format!("{room}{name}"), deeds_of(&code));
        }
    }
}

#[test]
fn every_deed_of_the_handlers_is_tried() {
    let handlers = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/handlers");
    let mut done = BTreeMap::new();
    deeds_in(&handlers, "", &mut done);
    for file in DONE_IN {
        assert!(done.contains_key(*file), "there is no {file}.rs");
    }
    done.retain(|file, times| DONE_IN.iter().filter(|tried| *tried == file).count() < *times);
    assert_eq!(
        done,
        BTreeMap::new(),
        "done in so many places, and tried less often: add them to `deeds!`"
    );
}
