//! What a town does and shows, in words instead of rows: only here, in `facts.rs` and in `databases.rs` a test speaks SQL.
//!
//! What somebody with a database tool would do is in [`forged`]; after it the world promises nothing any more.

mod answers;
pub mod data;
pub mod forged;
mod letters;
pub mod many;
mod meetings;
mod questions;
pub mod recount;
mod residents;

use std::fmt::Write as _;

use crate::{people::Person, world::Town};

impl Town {
    /// The person heads the body from now on, known by `name`.
    pub fn makes_head(&self, person: &Person, body: &str, name: &str) {
        self.execute(&format!(
            "insert into role_grant (user_id, role, body_code, name, granted_by, granted_at)
             values ({}, 'head', '{body}', '{name}', 1, 1)",
            person.id
        ));
    }

    /// The person is a clerk from now on.
    pub fn makes_clerk(&self, person: &Person, name: &str) {
        self.execute(&format!(
            "insert into role_grant (user_id, role, name, granted_by, granted_at)
             values ({}, 'clerk', '{name}', 1, 1)",
            person.id
        ));
    }

    /// How often the books say that this happened.
    pub fn events(&self, kind: &str) -> i64 {
        self.count(&format!("select count(*) from event where kind = '{kind}'"))
    }

    /// How often they say so with these words in what they hold about it.
    pub fn events_saying(&self, kind: &str, words: &str) -> i64 {
        self.count(&format!(
            "select count(*) from event where kind = '{kind}' and instr(data, '{words}')"
        ))
    }

    /// How often they say who did it.
    pub fn events_by_somebody(&self, kind: &str) -> i64 {
        self.count(&format!(
            "select count(*) from event where kind = '{kind}' and actor_id is not null"
        ))
    }

    /// Everything that the books say happened: what, to which question, by nobody or not, details, and beside a deed its
    /// version, name and reason.
    pub fn books(&self) -> String {
        self.rows(
            "select kind, event.question_id, actor_id is null, data, version, actor_name, words
             from event left join case_step on event_id = event.id order by event.id",
        )
    }

    /// How many of these are kept: drafts, answers, registrations, named as the store names them.
    pub fn keeps(&self, what: &str) -> i64 {
        self.count(&format!("select count(*) from {what}"))
    }

    /// Every row of these tables.
    pub fn holds(&self, tables: &[&str]) -> String {
        let mut memory = String::new();
        for table in tables {
            let rows = self.rows(&format!("select * from {table}"));
            let _ = writeln!(memory, "{table}:\n{rows}");
        }
        memory
    }

    /// Everything that is remembered, but for what waits to be handled.
    pub fn remembers(&self) -> String {
        let tables = self.texts(
            "select name from sqlite_schema where type = 'table'
                 and name not in ('inbox', 'intake', 'sqlite_sequence', 'sqlite_stat1') order by name",
        );
        let tables: Vec<&str> = tables.iter().map(String::as_str).collect();
        self.holds(&tables)
    }
}

/// Whether the person has something on the screen with these words.
pub fn is_told(person: &Person, words: &str) -> bool {
    person.screen().iter().any(|text| text.contains(words))
}
