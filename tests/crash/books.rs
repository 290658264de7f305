//! What the database says at the end, held against what people did and saw.

use std::{collections::HashMap, fs, path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::{people::Resident, town::Town};

/// The database, opened for reading only.
pub(crate) struct Books(Connection);

/// What waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Open {
    /// Updates that are kept and not handled.
    pub(crate) updates: i64,
    /// Messages that have not left.
    pub(crate) messages: i64,
}

impl Books {
    /// Opens the database of a process that runs or has ended.
    pub(crate) fn open(path: &Path) -> Self {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        Self(Connection::open_with_flags(path, flags).unwrap())
    }

    /// What a process that was just killed left behind, looked at in a copy: nothing is repaired by looking.
    pub(crate) fn left_behind(path: &Path) -> Open {
        let copy = TempDir::new().unwrap();
        for suffix in ["", "-wal"] {
            let from = path.with_extension(format!("db{suffix}"));
            if from.exists() {
                fs::copy(&from, copy.path().join(format!("cutri.db{suffix}"))).unwrap();
            }
        }
        let books = Self(Connection::open(copy.path().join("cutri.db")).unwrap());
        assert_eq!(books.text("pragma integrity_check"), "ok");
        books.waiting()
    }

    /// What waits now.
    pub(crate) fn waiting(&self) -> Open {
        Open {
            updates: self.count("select count(*) from inbox where state <> 'done'"),
            messages: self.count("select count(*) from outbox"),
        }
    }

    /// A number.
    pub(crate) fn count(&self, sql: &str) -> i64 {
        self.0.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// How many messages were ever put into the outbox: handling any update twice would add some.
    pub(crate) fn messages_ever(&self) -> i64 {
        self.count("select coalesce(max(seq), 0) from sqlite_sequence where name = 'outbox'")
    }

    /// From now on every message that is queued is written down, and stays so when it has left.
    pub(crate) fn watch(path: &Path) {
        let books = Connection::open(path).unwrap();
        books.busy_timeout(Duration::from_secs(20)).unwrap();
        let watching = "create table watched (chat_id, message);
            create trigger watching after insert on outbox
            begin insert into watched values (new.chat_id, new.message); end;";
        books.execute_batch(watching).unwrap();
    }

    /// Residents whose receipt never said that the card has arrived: when the bot heard of it, there was an answer.
    fn answered_before_arrival(&self, town: &Town) -> i64 {
        let told = "select count(distinct chat_id) from watched
            where message like '%status:%' and message like '%📬 Đã chuyển tới%'";
        i64::try_from(town.residents.len()).unwrap() - self.count(told)
    }

    fn text(&self, sql: &str) -> String {
        self.0.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// The question of each author: code and text. Two of one author are an error.
    fn questions(&self) -> HashMap<i64, (String, String)> {
        let mut statement = self
            .0
            .prepare("select author_id, code, text from question")
            .unwrap();
        let rows = statement
            .query_map([], |row| {
                Ok((row.get(0)?, (row.get(1)?, row.get::<_, String>(2)?)))
            })
            .unwrap();
        let mut found = HashMap::new();
        for row in rows {
            let (author, question): (i64, (String, String)) = row.unwrap();
            let before = found.insert(author, question);
            assert_eq!(before, None, "a second question of resident {author}");
        }
        found
    }
}

/// How many messages there are to say, learnt from towns where nothing goes wrong.
#[derive(Debug)]
pub(crate) struct Tariff {
    /// Before anybody asks.
    pub(crate) opening: i64,
    /// To and about a resident of each kind.
    pub(crate) each: Vec<i64>,
}

impl Tariff {
    fn of(&self, residents: &[Resident]) -> i64 {
        let each = residents.iter().map(|resident| self.each[resident.kind]);
        self.opening + each.sum::<i64>()
    }
}

/// Counts everything: each question once, each answer once, no update lost or handled twice.
pub(crate) fn balance(town: &Town, tariff: &Tariff) {
    let books = Books::open(&town.setup.database());
    let residents = i64::try_from(town.residents.len()).unwrap();
    let waiting = Open {
        updates: 0,
        messages: 0,
    };
    assert_eq!(books.waiting(), waiting, "something was left over");

    let updates = town.emulator.world.stats().updates_created;
    let kept = books.count("select count(*) from inbox");
    assert_eq!(
        kept,
        i64::try_from(updates).unwrap(),
        "updates that were lost"
    );
    assert_eq!(town.emulator.world.pending_updates(), 0);

    assert_eq!(
        books.messages_ever(),
        tariff.of(&town.residents) + town.closed_twins() - books.answered_before_arrival(town),
        "messages that follow from updates: one was handled twice, or not at all"
    );

    let questions = books.questions();
    assert_eq!(questions.len(), town.residents.len());
    let cards: HashMap<&str, &str> = town
        .groups
        .values()
        .flat_map(|group| &group.cards)
        .map(|(code, card)| (code.as_str(), card.as_str()))
        .collect();
    for resident in &town.residents {
        let (code, text) = &questions[&resident.id];
        assert_eq!(*text, resident.text);
        assert_eq!(resident.code.as_ref(), Some(code));
        assert_eq!(resident.receipts.len(), 1, "receipts of {}", resident.id);
        assert!(cards[code.as_str()].contains(&resident.text), "{code}");
    }
    assert_eq!(cards.len(), town.residents.len());

    for (what, sql) in ONCE {
        let doers = books.count(&format!("select count(distinct who) from ({sql})"));
        let all = books.count(&format!("select count(*) from ({sql})"));
        assert_eq!((doers, all), (residents, residents), "{what}");
    }
    let open = books.count("select count(*) from question where state <> 'answered'");
    assert_eq!(open, 0, "questions without an answer");
    assert_eq!(books.text("pragma integrity_check"), "ok");

    assert_eq!(
        town.emulator.world.violations(),
        [] as [String; 0],
        "breaches of Telegram's rules"
    );
    let printed = town.setup.printed();
    assert!(!printed.contains("panicked"), "{printed}");
    assert!(
        !printed.contains(crate::bot::TOKEN),
        "the token was printed"
    );
}

/// What there must be exactly one of for each resident or question (`who`).
const ONCE: [(&str, &str); 9] = [
    ("codes", "select code as who from question"),
    ("consents", "select user_id as who from consent"),
    (
        "events of consent",
        "select actor_id as who from event where kind = 'consent_given'",
    ),
    (
        "choices of an area",
        "select actor_id as who from event where kind = 'area_chosen'",
    ),
    (
        "events of receipt",
        "select question_id as who from event where kind = 'question_received'",
    ),
    (
        "events of transfer",
        "select question_id as who from event where kind = 'question_forwarded'",
    ),
    (
        "answers, whatever their state",
        "select question_id as who from answer",
    ),
    (
        "events of answering",
        "select question_id as who from event where kind = 'answer_sent'",
    ),
    (
        "answers delivered",
        "select question_id as who from answer join event using (question_id)
         where answer.state = 'delivered' and event.kind = 'answer_delivered'",
    ),
];
