//! A database of many questions, which no bot has written.

use cutri::{
    domain::council::Council,
    store::{council, open_connection, write_once},
};
use rusqlite::{Connection, params};

use crate::world::{TOWN, code};

/// So many questions are made; every seventh number is left out, every fiftieth question was withdrawn.
const QUESTIONS: u32 = 1_700;

/// So many of them are of one body: two pages, exactly.
pub const OF_ONE_BODY: usize = 1_000;
/// The newest one came in then.
pub const NOW: i64 = 1_795_390_000;
/// A day in seconds.
pub const DAY: i64 = 86_400;

/// A database of many questions without a bot; the folder goes with it.
pub struct Many {
    pub folder: tempfile::TempDir,
    connection: Connection,
}

impl Many {
    pub fn questions() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let connection = open_connection(&folder.path().join("a.db")).unwrap();
        let town = Council::parse(TOWN).unwrap();
        let now = jiff::Timestamp::from_second(NOW).unwrap();
        write_once(&connection, |tx| council::load(tx, &town, now)).unwrap();
        connection
            .execute_batch(
                "begin; insert into resident (user_id, display_name, language, created_at) values (1, 'Lan', 'vi', 1)",
            )
            .unwrap();
        let mut of_one_body = 0;
        // Backwards: the order in the table is not that of the numbers.
        for number in (1..=QUESTIONS).rev().filter(|number| number % 7 != 0) {
            let is_withdrawn = number % 50 == 0;
            let is_of_the_one = !is_withdrawn && of_one_body < OF_ONE_BODY;
            of_one_body += usize::from(is_of_the_one);
            let state = match number % 3 {
                _ if is_withdrawn => "withdrawn",
                0 => "forwarded",
                _ => "answered",
            };
            connection
                .execute(
                    "insert into question (number, code, draft_id, author_id, author_initials, area_code, category_code,
                         text, folded, state, body_code, card_chat_id, received_at, forwarded_at, due_on, answered_at)
                     values (?1, ?2, ?1, 1, 'L.', 'dong-van', ?3, ?4, '', ?5, ?6, -1, ?7, ?7, '2026-12-20', ?8)",
                    params![
                        number,
                        code(number),
                        ["transport", "environment"][number as usize % 2],
                        format!("Câu \"{number}\": đường\nngập, \"items\": [] đèn hỏng"),
                        state,
                        if is_of_the_one { "to-1" } else { "to-2" },
                        NOW - i64::from(QUESTIONS - number) * DAY / 10,
                        (state == "answered").then_some(NOW),
                    ],
                )
                .unwrap();
            if state == "answered" {
                connection
                    .execute(
                        "insert into answer (question_id, chat_id, message_id, author_id, author_name, text, result_class,
                             state, written_at, decided_at, delivered_at)
                         values (?1, -1, ?1, 8, 'Mai', 'Đã làm xong.', 'resolved', 'delivered', ?2, ?2, ?2)",
                        params![connection.last_insert_rowid(), NOW],
                    )
                    .unwrap();
            }
        }
        connection.execute_batch("commit").unwrap();
        assert_eq!(of_one_body, OF_ONE_BODY);
        Self { folder, connection }
    }

    /// Codes of the questions that are not withdrawn, by number.
    pub fn codes(&self, of: &str) -> Vec<String> {
        let sql = format!(
            "select code from question where state <> 'withdrawn' and {of} order by number"
        );
        let mut statement = self.connection.prepare(&sql).unwrap();
        let codes = statement.query_map([], |row| row.get(0)).unwrap();
        codes.map(Result::unwrap).collect()
    }

    /// The last one gets a day that is none.
    pub fn damage_the_last(&self) {
        let damaged = self.connection.execute(
            "update question set due_on = 'some day' where number = ?",
            [QUESTIONS - 1],
        );
        assert_eq!(damaged.unwrap(), 1);
    }
}
