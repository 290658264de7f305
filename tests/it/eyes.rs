//! What a test knows of the database beside what people read: one pair of connections a town, and databases made once.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use cutri::{
    domain::council::Council,
    store::{WriteTx, council, open_connection, open_for_reading, write_once},
};
use rusqlite::{Connection, types::ValueRef};
use tempfile::TempDir;

use crate::{
    facts::Seen,
    world::{MONDAY_MORNING, Town},
};

/// Whoever looks into the database beside the bot, for as long as the town is there.
pub struct Eyes {
    pub reading: Connection,
    pub writing: Connection,
    /// What the database was like when broken facts were last looked for.
    pub looked_at: Option<i64>,
    pub seen: Seen,
}

impl Eyes {
    pub fn on(database: &Path) -> Self {
        let reading = open_for_reading(database).unwrap();
        reading.set_prepared_statement_cache_capacity(64);
        Self {
            reading,
            writing: open_connection(database).unwrap(),
            looked_at: None,
            seen: Seen::new(),
        }
    }

    /// What the database is like: another number says that somebody has written since.
    pub fn state(&self) -> i64 {
        self.count("pragma data_version")
    }

    /// One number.
    pub fn count(&self, sql: &str) -> i64 {
        let mut statement = self.reading.prepare_cached(sql).unwrap();
        statement.query_row([], |row| row.get(0)).unwrap()
    }

    /// Everybody the bot has met, and the groups of the bodies.
    pub fn chats(&self) -> Vec<i64> {
        let all = self.texts(
            "select cast(user_id as text) from resident union select cast(chat_id as text) from chat_link",
        );
        let numbers = all.iter().map(|chat| chat.parse());
        numbers.filter_map(Result::ok).collect()
    }

    /// A column of texts.
    pub fn texts(&self, sql: &str) -> Vec<String> {
        let mut statement = self.reading.prepare_cached(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }
}

impl Town {
    /// What another part of the bot would read from the store.
    pub fn asks_store<R>(
        &self,
        ask: impl FnOnce(&mut WriteTx<'_>) -> cutri::store::Result<R>,
    ) -> R {
        self.looks(|eyes| write_once(&eyes.writing, ask).unwrap())
    }

    /// Somebody with a database tool changes a row; what the store says need not be true any more.
    pub fn change(&self, sql: &str) {
        self.promises_nothing();
        self.execute(sql);
    }

    /// The schema or a table that is nobody's business changes; what the store says stays true.
    pub fn execute(&self, sql: &str) {
        self.looks(|eyes| eyes.writing.execute_batch(sql).unwrap());
    }

    /// Keeps a copy of the database in `folder`, named by its version; gives where.
    pub fn keep_database(&self, folder: &Path) -> PathBuf {
        let version = self.count("pragma user_version");
        let file = folder.join(format!("{version:04}.db"));
        assert!(!file.exists(), "{} is there already", file.display());
        let order = format!("vacuum into '{}'", file.display());
        self.looks(|eyes| eyes.reading.execute_batch(&order).unwrap());
        file
    }

    /// Rows out of the database, a line each, for comparing.
    pub fn rows(&self, sql: &str) -> String {
        self.looks(|eyes| {
            let mut statement = eyes.reading.prepare_cached(sql).unwrap();
            let columns = statement.column_count();
            let lines = statement.query_map([], |row| {
                let values = (0..columns).map(|column| row.get_ref(column).map(shown));
                let values: Result<Vec<String>, _> = values.collect();
                values.map(|values| values.join(" | ") + "\n")
            });
            lines.unwrap().map(Result::unwrap).collect()
        })
    }

    /// A column of texts out of the database.
    pub fn texts(&self, sql: &str) -> Vec<String> {
        self.looks(|eyes| eyes.texts(sql))
    }

    /// One number out of the database, for claims about what is kept.
    pub fn count(&self, sql: &str) -> i64 {
        self.looks(|eyes| eyes.count(sql))
    }
}

fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "–".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) | ValueRef::Blob(text) => String::from_utf8_lossy(text).into_owned(),
    }
}

/// Where databases of tests live: in memory where the system has a place for files there, for a disk makes every commit
/// wait, and nobody pulls the plug.
pub fn new_folder() -> TempDir {
    let in_memory = Path::new("/dev/shm");
    if in_memory.is_dir()
        && let Ok(folder) = tempfile::tempdir_in(in_memory)
    {
        return folder;
    }
    tempfile::tempdir().unwrap()
}

/// A database that knows the council of this file and nothing else; made once, however many towns begin with it.
pub fn database_with(council: &str) -> Arc<Vec<u8>> {
    type Made = BTreeMap<String, Arc<OnceLock<Arc<Vec<u8>>>>>;
    static MADE: Mutex<Made> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let one = Arc::clone(made.entry(council.to_owned()).or_default());
    drop(made);
    let made_of = || {
        let folder = new_folder();
        let path = folder.path().join("cutri.db");
        let connection = open_connection(&path).unwrap();
        let council = Council::parse(council).unwrap();
        let now = jiff::Timestamp::from_second(MONDAY_MORNING).unwrap();
        write_once(&connection, |tx| council::load(tx, &council, now)).unwrap();
        connection.close().unwrap();
        Arc::new(std::fs::read(&path).unwrap())
    };
    Arc::clone(one.get_or_init(made_of))
}
