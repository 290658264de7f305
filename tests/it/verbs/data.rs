//! What is left of people in the file, in words instead of bytes, and the chain of the books.

use std::fs;

use sqlx::Connection as _;

use cutri::reading::check::{Chain, look};

use crate::{people::Person, world::Town};

/// What somebody with a database tool can do to the books, and at which event the chain breaks then.
pub const FORGERIES: [(&str, &str); 6] = [
    (
        "update event set data = '{}' where kind = 'question_received'",
        "question_received",
    ),
    (
        "update event set actor_id = 1 where kind = 'question_claimed'",
        "question_claimed",
    ),
    (
        "update event set actor_id = null where kind = 'question_claimed'",
        "question_claimed",
    ),
    (
        "update case_step set actor_name = 'Ai' where actor_name = 'Chị Mai'",
        "question_claimed",
    ),
    (
        "update case_step set words = 'Ai nói', proof = zeroblob(32) where actor_name = 'Chị Mai'",
        "question_claimed",
    ),
    (
        "delete from event where kind = 'question_received'",
        "question_forwarded",
    ),
];

impl Town {
    /// The texts that were agreed to.
    pub fn consent_texts(&self) -> String {
        self.rows("select version, language, text from consent_text order by version, language")
    }

    /// The person agreed to a text that is not in force any more.
    pub fn agreed_to_an_earlier_text(&self, person: &Person) {
        self.change(&format!(
            "update resident set consent_version = 0 where user_id = {}",
            person.id
        ));
    }

    /// The words of the questions that are this person's.
    pub fn words_of_questions_by(&self, person: &Person) -> Vec<String> {
        self.texts(&format!(
            "select text from question where author_id = {} order by id",
            person.id
        ))
    }

    /// Everything that is given out to the person about themselves.
    pub async fn own_page(&self, person: &Person) -> String {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(self.database());
        let mut view = sqlx::SqliteConnection::connect_with(&options)
            .await
            .unwrap();
        let user = cutri::domain::ids::UserId(person.id);
        let all = cutri::reading::my_data::everything_about(&mut view, user)
            .await
            .unwrap();
        format!("{all:?}")
    }

    /// Which of these stand anywhere in the database, in its log, or in a backup that is made now.
    pub fn files_hold(&self, wanted: &[(&str, Vec<u8>)]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let backup = self.keep_database(folder.path());
        let database = self.database();
        let beside = |ending: &str| {
            let mut name = database.clone().into_os_string();
            name.push(ending);
            name.into()
        };
        let mut found = Vec::new();
        for file in [database.clone(), beside("-wal"), beside("-shm"), backup] {
            let Ok(bytes) = fs::read(&file) else { continue };
            for (what, wanted) in wanted {
                if bytes.windows(wanted.len()).any(|seen| seen == wanted) {
                    found.push(format!("{what} in {}", file.display()));
                }
            }
        }
        found
    }

    /// What the chain of the books says.
    pub async fn chain(&self) -> Chain {
        look(&self.database())
            .await
            .unwrap()
            .unwrap()
            .chain
            .unwrap()
    }

    /// The newest event of this kind.
    pub fn event_of(&self, kind: &str) -> i64 {
        self.count(&format!("select max(id) from event where kind = '{kind}'"))
    }

    /// Somebody with a database tool does this to the books, past the triggers.
    pub fn tampers(&self, what: &str) {
        let triggers = self.texts(
            "select sql from sqlite_schema where type = 'trigger' and tbl_name in ('event', 'case_step')",
        );
        let drops = self.texts(
            "select 'drop trigger ' || name from sqlite_schema
             where type = 'trigger' and tbl_name in ('event', 'case_step')",
        );
        self.change(&format!(
            "{};{what};{}",
            drops.join(";"),
            triggers.join(";")
        ));
    }

    /// Everything about decisions on consent that proves them: what, which text by its hash, what that text says.
    pub fn proofs_of_consent(&self) -> String {
        self.rows(
            "select decision, consent.version, message_id > 0, length(text_hash), instr(text, 'đồng ý') > 0
             from consent join consent_text on hash = text_hash order by consent.id",
        )
    }

    /// In which tables something stands about this person, by the columns that say whose a row is.
    pub fn tables_with(&self, person: &Person) -> Vec<String> {
        let columns = self.texts(
            "select table_info.name || ' ' || m.name from sqlite_schema m, pragma_table_info(m.name) table_info
             where m.type = 'table' and table_info.name in ('user_id', 'author_id', 'chat_id')
                 and table_info.type = 'INTEGER' and m.name not in ('answer', 'correction', 'reading', 'outbox')",
        );
        let mut found = Vec::new();
        for column in columns {
            let (column, table) = column.split_once(' ').unwrap();
            let sql = format!(
                "select count(*) from {table} where {column} = {}",
                person.id
            );
            if self.count(&sql) > 0 {
                found.push(table.to_owned());
            }
        }
        found
    }
}

/// A text as it stands in a file.
pub fn bytes_of(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

/// A number of a person as SQLite writes it into a row: six bytes.
pub fn bytes_of_id(id: i64) -> Vec<u8> {
    id.to_be_bytes()[2..].to_vec()
}
