//! Every migration is replayed on a database with data in it, and keeps the data.

use std::collections::BTreeSet;

use cutri::{
    domain::question::{ResultClass, lifecycle::TRANSITIONS},
    store::{migrations, open_connection, open_for_reading},
};
use rusqlite::Connection;

/// What a database of each version may hold, to be there when the next migration comes.
const ROWS: [&str; 13] = [
    "insert into resident (user_id, display_name, language, created_at) values (7, 'Lan', 'vi', 1);
     insert into question (number, code, draft_id, author_id, author_initials, area_code, category_code,
         text, folded, state, body_code, received_at, due_on)
         values (1, 'DT-0001B', 1, 7, 'L.', 'dong-van', 'transport', 'Đường ngập', 'duong ngap',
         'forwarded', 'to-1', 1, '2026-12-31');
     insert into answer (question_id, chat_id, message_id, author_id, author_name, text, result_class, state,
         written_at) values (1, -1, 1, 8, 'Mai', 'Sẽ sửa', 'planned', 'draft', 1);
     insert into event (at, kind, question_id, data) values (1, 'question_received', 1, '{}');",
    "insert into meeting (code, value, state, starts_at, ends_at, updated_at)
         values ('DV01', '{}', 'published', 1, 2, 1);
     insert into registration (meeting_code, user_id, ticket, size, standing, place, registered_at)
         values ('DV01', 7, 'ABC234', 2, 'seated', 1, 1);
     insert into meeting_reminder (meeting_code, hours_before, due_at) values ('DV01', 24, 1);
     insert into meeting_follower (user_id, since) values (7, 1);",
    "insert into support (question_id, user_id, supported_at) values (1, 7, 1);
     insert into revision (question_id, text, replaced_at) values (1, 'Đường', 1);
     insert into addition (question_id, kind, text, added_at) values (1, 'more', 'Từ tháng 9', 1);
     insert into held_text (user_id, kind, text, held_at) values (7, 'spam', 'x', 1);
     insert into attachment (draft_id, media, added_at) values (1, '{}', 1);
     insert into source_message (user_id, message_id, draft_id, part) values (7, 1, 1, 'Đường ngập');
     insert into waiting_point (user_id, text) values (7, 'Đèn hỏng');",
    "insert into walk_in (meeting_code, size, entered_by, entered_at) values ('DV01', 3, 7, 1);
     insert into duty (user_id, body_code, acted_at) values (7, 'office', 1);
     insert into announcement (meeting_code, kind, made_at) values ('DV01', 'changed', 1);
     insert into speaker (meeting_code, registration_id, name, state) values ('DV01', 1, 'Lan', 'waiting');
     insert into meeting_outcome (meeting_code, opinions, answered, passed_on, written_by, written_at)
         values ('DV01', 3, 1, 2, 7, 1);
     insert into fill_notice (meeting_code, per_cent, told_at) values ('DV01', 50, 1);",
    "insert into question (number, code, draft_id, author_initials, area_code, category_code, text, folded,
         state, body_code, received_at, due_on, source, entered_by, merged_into_id)
         values (2, 'DT-0002C', 2, 'M.', 'dong-van', 'transport', 'Đèn hỏng', 'den hong', 'merged', 'to-1', 1,
         '2026-12-31', 'letter', 8, 1);
     insert into role_grant (user_id, role, body_code, name, granted_by, granted_at)
         values (8, 'head', 'to-1', 'Mai', 7, 1);
     insert into prompt (asked_of, question_id, wish, asked_at) values (8, 1, '{}', 1);",
    "update resident set phone = '+84912345678', phone_given_at = 1, name_chosen = 1;
     insert into resident_area (user_id, area_code, role, added_at) values (7, 'hoa-mac', 'works', 1);
     insert into muted_topic (user_id, topic, muted_at) values (7, 'reminders', 1);",
    "insert into entry (clerk_id, chat_id, step, speaker_id, updated_at) values (8, 8, 'name', 1, 1);
     insert into entered_for (question_id, name, phone, slip_hash) values (2, 'Mơ', '+84912345678', 'ab');
     insert into slip_try (user_id, tried_on, wrong) values (7, '2026-11-23', 1);
     insert into opinion (question_id, speaker_id) values (2, 1);
     insert into draft (user_id, text, meeting_code, created_at, updated_at) values (7, 'x', 'DV01', 1, 1);",
    "insert into invitation (token_hash, role, body_code, made_by, made_at, expires_at)
         values ('ab', 'head', 'to-1', 7, 1, 2);
     insert into group_on_trial (chat_id, added_by, leaves_at) values (-5, 7, 1);",
    "insert into triage_desk (question_id, done_by, done_name, done_at) values (1, 8, 'Thu', 1);
     insert into triage_board (id, shown) values (1, '1:0:0');
     insert into category_correction (question_id, category_code, corrected_by, corrected_at)
         values (1, 'land', 8, 1);
     insert into question_relation (question_id, other_id, related_by, related_at) values (1, 2, 8, 1);
     insert into split_plan (question_id, question_version, parts, planned_by, planned_at)
         values (1, 1, '[]', 8, 1);
     insert into guidance (question_id, pointer, words, written_by, written_at)
         values (1, 'other_agency', 'Điện lực', 8, 1);",
    "insert into case_step (event_id, question_id, version, actor_name, words) values (1, 1, 2, 'Mai', 'x');
     insert into ask_back (question_id, asked_by, asked_name, text, asked_at) values (1, 8, 'Mai', 'x', 1);
     insert into group_chat (chat_id, is_forum) values (-1, 1);
     insert into topic (chat_id, category_code, name) values (-1, 'transport', 'Giao thông');
     insert into question_topic (question_id, chat_id, category_code) values (1, -1, 'transport');",
    "insert into answer (question_id, chat_id, message_id, author_id, author_name, text, result_class, state,
         written_at, fact_on) values (1, 1, 2, 8, 'Mai', 'Sẽ sửa', 'planned', 'sent', 1, '2027-09-30');
     insert into answer_media (answer_id, message_id, media) values (1, 2, '{}');
     insert into correction (answer_id, chat_id, author_id, author_name, text, before, state, written_at)
         values (1, 1, 8, 'Mai', 'Đang sửa', 'Sẽ sửa', 'sent', 1);
     insert into promise (question_id, answer_id, promised_on, state, due_at, made_at)
         values (1, 1, '2027-09-30', 'open', 1, 1);
     insert into survey (answer_id, user_id, is_author, asked_at, verdict, judged_at)
         values (1, 7, 1, 1, 'partly', 2);
     insert into template (body_code, text, made_by, made_at) values ('to-1', 'Đã sửa ngày [ngày]', 8, 1);",
    "insert into reminder (question_id, clock, due_on, body_code, rung, outcome, reached_at)
         values (1, 'answer', '2026-12-31', 'to-1', 'owner', 'sent', 1);
     insert into snooze (question_id, body_code, until, reason, put_off_by, put_off_at)
         values (1, 'to-1', '2026-12-31', 'chờ văn bản', 8, 1);
     insert into morning_round (name, done_at) values ('morning', 1);",
    "",
];

#[test]
fn every_migration_keeps_the_data_that_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.db");
    let mut connection = Connection::open(&path).unwrap();
    for (version, rows) in ROWS.iter().enumerate() {
        migrations()
            .to_version(&mut connection, version + 1)
            .unwrap();
        connection.execute_batch(rows).unwrap();
    }
    drop(connection);
    let connection = open_connection(&path).unwrap();
    let text: String = connection
        .query_row("select text from question", [], |row| row.get(0))
        .unwrap();
    assert_eq!(text, "Đường ngập");
    let newest: i64 = connection
        .query_row("pragma user_version", [], |row| row.get(0))
        .unwrap();
    assert_eq!(
        usize::try_from(newest).unwrap(),
        ROWS.len(),
        "give the new version rows of its own"
    );
    migrations().validate().unwrap();
}

#[test]
fn a_database_of_a_newer_cutri_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.db");
    drop(open_connection(&path).unwrap());
    Connection::open(&path)
        .unwrap()
        .execute_batch("pragma user_version = 9999")
        .unwrap();
    let error = open_connection(&path).unwrap_err().to_string();
    assert!(error.contains("migrated"), "{error}");
}

#[test]
fn events_can_be_neither_changed_nor_removed() {
    let folder = tempfile::tempdir().unwrap();
    let connection = open_connection(&folder.path().join("a.db")).unwrap();
    connection
        .execute_batch("insert into event (at, kind, data) values (1, 'x', '{}')")
        .unwrap();
    for order in ["update event set at = 2", "delete from event"] {
        let error = connection.execute_batch(order).unwrap_err().to_string();
        assert!(error.contains("append-only"), "{error}");
    }
}

#[test]
fn every_commit_is_durable() {
    let folder = tempfile::tempdir().unwrap();
    let connection = open_connection(&folder.path().join("a.db")).unwrap();
    let setting = |name: &str| -> String {
        connection
            .query_row(&format!("pragma {name}"), [], |row| {
                row.get::<_, rusqlite::types::Value>(0)
            })
            .map(|value| format!("{value:?}"))
            .unwrap()
    };
    assert!(setting("journal_mode").contains("wal"));
    assert!(setting("synchronous").contains('2'), "2 is full");
    assert!(setting("foreign_keys").contains('1'));
}

#[test]
fn the_states_of_sql_code_and_documentation_are_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    drop(open_connection(&path).unwrap());
    let connection = open_for_reading(&path).unwrap();
    let sql = |table: &str| -> String {
        let query = "select sql from sqlite_schema where name = ?";
        connection
            .query_row(query, [table], |row| row.get(0))
            .unwrap()
    };
    let states: BTreeSet<&str> = TRANSITIONS
        .iter()
        .flat_map(|(_, from, to)| [*from, *to])
        .collect();
    let question = sql("question");
    let check = question.split("question_state_known").nth(1).unwrap();
    let check = &check[..check.find(')').unwrap()];
    let in_sql: BTreeSet<&str> = check.split('\'').skip(1).step_by(2).collect();
    assert_eq!(in_sql, states);
    for class in ResultClass::ALL {
        assert!(sql("answer").contains(&format!("'{}'", class.code())));
    }
    let document = include_str!("../docs/ARCHITECTURE.md");
    for (event, from, to) in TRANSITIONS {
        let row = document
            .lines()
            .filter(|line| line.starts_with('|'))
            .any(|line| {
                let cells: Vec<&str> = line
                    .split('|')
                    .map(|cell| cell.trim().trim_matches('`'))
                    .collect();
                cells.get(1..4) == Some(&[event, from, to])
            });
        assert!(
            row,
            "docs/ARCHITECTURE.md has no row | {event} | {from} | {to} |"
        );
    }
}
