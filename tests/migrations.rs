//! Every migration is replayed on a database with data in it, and keeps the data.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should say where"
)]

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use cutri::{
    domain::{
        event::Event,
        question::{ResultClass, lifecycle::TRANSITIONS},
    },
    reading::check::{Schema, look},
    store::{
        self, Store, StoreError, WriteTx, migrate, newest_version, open_connection,
        open_for_reading,
    },
};
use rusqlite::Connection;

/// What a database of each version may hold, to be there when the next migration comes.
const ROWS: [&str; 36] = [
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
    "insert into reading (chat_id, wish, wanted_at) values (7, '{}', 1);
     insert into search (user_id, words, searched_at) values (7, 'duong ngap', 1);
     insert into public_text (question_id, answer_id, question, answer) values (1, 1, 'Đường ngập', 'Sẽ sửa');
     insert into public_word (rowid, folded) values (1, 'duong ngap se sua');",
    "update question set paused_on = '2026-11-24', paused_due_on = '2026-12-24' where id = 1;",
    "insert into registration (meeting_code, guest_name, ticket, size, standing, share, given_by, place, registered_at)
         values ('DV01', 'Bà Sáu', 'DEF567', 1, 'seated', 'reserved', 8, 2, 1);",
    "update draft set in_danger = 1;
     update held_text set in_danger = 1;",
    "insert into discarded_draft (user_id, draft_id, text, kind, similar_seen, points_seen, in_danger, discarded_at)
         values (7, 3, 'Đường ngập', 'opinion', 0, 0, 0, 1);",
    "update prompt set chat_id = -1;
     insert into shown (chat_id, place, looks) values (-1, 'card:1', 5);",
    "insert into member (chat_id, user_id, evidence, learned_at) values (-1, 8, 'seen', 1);
     insert into held_deed (update_id, chat_id, user_id, raw, held_at) values (1, -1, 8, '{}', 1);
     insert into ban (user_id, is_silent, reason, banned_by, banned_at, ends_at) values (7, 0, 'x', 8, 1, 2);",
    "insert into consent_text (hash, version, language, text, first_shown_at) values ('ab', 1, 'vi', 'Kính chào', 1);
     insert into erasure (user_id, asked_at, due_at, keeps_matter) values (7, 1, 2, 0);
     insert into data_request (kind, user_id, proof, asked_at, due_on) values ('other', 7, 'telegram', 1, '2026-12-31');",
    "insert into resolution (question_id, answer_id, body_code, said_by, said_name, said, document_number, document_on,
         state, said_at) values (1, 1, 'to-1', 8, 'Mai', 'Đã sửa', '3/BB', '2026-12-01', 'stands', 1);
     insert into resolution_media (resolution_id, media) values (1, '{}');
     insert into resolution_check (resolution_id, user_id, is_author, asked_at, says, words, media, said_at)
         values (1, 7, 1, 1, 'not_done', 'Chưa', '{}', 2);
     update answer set subclass = 'carried_out', signer = 'Nguyễn Văn An';
     update question set resolution = 'resolved', resolution_at = 1 where id = 1;",
    "insert into publication (question_id, answer_id, state, waiting_since) values (1, 1, 'waiting', 1);
     insert into public_follower (question_id, user_id, followed_at) values (1, 7, 1);",
    "insert into issued_paper (wish, year, ordinal, facts, file, issued_at) values ('{}', 2026, 1, '{}', x'50', 1);
     insert into import_batch (rows, imported_at) values (1, 1);
     insert into imported (question_id, batch_id, row_key, version) values (1, 1, '12/2025', 1);",
    "update upkeep set unreachable_since = 1, restored_at = 1, backup_failed_on = '2026-12-31';",
    "update question set obliged_at = 1 where id = 1;
     insert into appeal (question_id, answer_id, body_code, made_at) values (1, 1, 'thuong-truc', 1);
     insert into assessment (question_id, outcome, pace, body_code, said_by, said_name, said_at)
         values (1, 'follow', 'late', 'thuong-truc', 8, 'Mai', 1);",
    "insert into answered_together (question_id, other_id, chosen_by, chosen_at) values (1, 2, 8, 1);
     insert into site_round (area_code, by_id, by_name, begun_at) values ('dong-van', 8, 'Thu', 1);
     insert into site_visit (round_id, question_id, condition, words, found_at) values (1, 1, 'untouched', 'x', 1);
     insert into site_media (visit_id, media) values (1, '{}');",
    "insert into call_back (month, question_id, drawn_at, heard, noted_by, noted_at)
         values ('2026-11', 1, 1, 'content', 8, 1);
     update resolution set album = 'a' where id = 1;
     insert into live_question (meeting_code, author_id, text, state, support_count, asked_at)
         select code, 7, 'Bao giờ có nước?', 'shown', 1, 1 from meeting limit 1;
     insert into live_support (live_id, user_id) select id, 7 from live_question;
     insert into live_screen (meeting_code, token, opened_at) select code, 'ab', 1 from meeting limit 1;
     update speaker set began_at = 1;",
    "insert into consultation (author_id, chat_id, title, areas, ends_on, state, made_at, closes_at, telling)
         values (8, 8, 'Phí giữ xe', '[]', '2026-12-09', 'open', 1, 2, 'begun');
     insert into statement (consultation_id, place, author_id, text, state, proposed_at)
         select id, 0, 7, 'Nên miễn phí cho xe đạp', 'shown', 1 from consultation;
     insert into consultation_voice (consultation_id, user_id, area_code, began_at)
         select id, 7, 'dong-van', 1 from consultation;
     insert into stance (statement_id, user_id, stance, taken_at) select id, 7, 'agree', 1 from statement;",
    "insert into group_chat (chat_id, no_reactions_at) values (-30, 1);
     insert into association (user_id, area_code, name, since) values (7, 'dong-van', 'Hội Nông dân', 1);
     insert into subject_follower (user_id, category_code, since) values (7, 'transport', 1);",
    "insert into supervision_board (id, chat_id, seen_event, looked_at) values (1, -1, 1, 1);",
    "insert into exchanged (question_id, way, organ_id, organ_name, code_number, batch_id)
         select 1, 'sent_up', 'tinh', 'HĐND tỉnh', 'TT-0001A', id from import_batch limit 1;
     insert into exchange_result (question_id, batch_id, organ_name, code_number, text, result_class, answered_on, sum)
         select 1, id, 'HĐND tỉnh', 'TT-0001A', 'Sẽ sửa', 'explained', '2026-11-20', 'ab' from import_batch limit 1;
     insert into opinion_slip (meeting_code, number, question_id, entered_at) select code, 7, 1, 1 from meeting limit 1;",
    "insert into paper_wish (wish) values ('{}');",
    "",
    "update broadcast set is_held = 1;
     update announcement set is_held = 1;
     update consultation set is_held = 1;
     update upkeep set restored_at = 2, restored_from = 1;
     update council set file_digest = 'ab';",
    "",
];

#[test]
fn every_migration_keeps_the_data_that_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.db");
    let connection = Connection::open(&path).unwrap();
    for (version, rows) in (1..).zip(ROWS) {
        if rows.is_empty() {
            continue;
        }
        migrate(&path, Some(version)).unwrap();
        connection.execute_batch(rows).unwrap();
    }
    drop(connection);
    let connection = open_connection(&path).unwrap();
    let text: String = connection
        .query_row("select text from question", [], |row| row.get(0))
        .unwrap();
    assert_eq!(text, "Đường ngập");
    assert_eq!(
        usize::try_from(newest_version()).unwrap(),
        ROWS.len(),
        "give the new version rows of its own"
    );
    let broken: i64 = connection
        .query_row("select count(*) from pragma_foreign_key_check", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(broken, 0, "every reference leads somewhere");
}

/// A copy of the database that a program of version `NNNN` made.
fn made_by(version: &str, folder: &tempfile::TempDir) -> PathBuf {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/databases");
    let path = folder.path().join("cutri.db");
    std::fs::copy(kept.join(version).with_extension("db"), &path).unwrap();
    path
}

/// Every row of the tables that a database of version 13 has.
fn contents(path: &Path, tables: &[String]) -> Vec<(String, i64)> {
    let connection = open_for_reading(path).unwrap();
    let count = |table: &String| {
        let sql = format!("select count(*) from {table}");
        let rows = connection.query_row(&sql, [], |row| row.get(0));
        (table.clone(), rows.unwrap())
    };
    tables.iter().map(count).collect()
}

#[test]
fn a_database_of_every_version_that_was_kept_is_taken_up_in_place_with_everything_in_it() {
    for version in [
        "0013", "0015", "0017", "0021", "0027", "0028", "0032", "0033", "0034",
    ] {
        is_taken_up(version);
    }
}

fn is_taken_up(version: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = made_by(version, &folder);
    let old = open_for_reading(&path).unwrap();
    let tables: Vec<String> = old
        .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite%' and name not like '\\_sqlx%' escape '\\'
             and name not like 'public\\_%' escape '\\'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    drop(old);
    let before = contents(&path, &tables);
    assert!(before.contains(&("question".to_owned(), 5)), "{before:?}");
    let states = "select group_concat(state, ' ') from (select state from question order by id)";
    for _start in 0..2 {
        let connection = open_connection(&path).unwrap();
        assert_eq!(contents(&path, &tables), before);
        let one =
            |sql: &str| -> String { connection.query_row(sql, [], |row| row.get(0)).unwrap() };
        assert_eq!(one("pragma integrity_check"), "ok");
        let version = newest_version().to_string();
        let files = std::fs::read_dir("migrations").unwrap().count();
        assert_eq!(
            one("select cast(count(*) as text) from _sqlx_migrations"),
            files.to_string()
        );
        assert_eq!(
            one("select cast(user_version as text) from pragma_user_version"),
            version
        );
        assert_eq!(
            one(states),
            "answered asked_back withdrawn forwarded forwarded"
        );
        assert!(one("select text from answer where id = 1").contains("nạo vét cống"));
    }
}

#[test]
fn registrations_of_version_15_keep_their_seats_tickets_and_places() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_by("0015", &folder);
    let every = "select group_concat(id || meeting_code || user_id || ticket || size || standing || place, ' ')
         from (select * from registration order by id)";
    let one = |connection: &Connection, sql: &str| -> String {
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    let before = one(&open_for_reading(&path).unwrap(), every);
    assert!(before.contains("MB01"), "{before}");
    for _start in 0..2 {
        let connection = open_connection(&path).unwrap();
        assert_eq!(one(&connection, every), before);
        assert_eq!(one(&connection, "pragma integrity_check"), "ok");
        let open = "select cast(count(*) as text) from registration where share = 'open' and guest_name is null";
        assert_eq!(one(&connection, open), "5");
        let broken = "select cast(count(*) as text) from pragma_foreign_key_check";
        assert_eq!(one(&connection, broken), "0");
    }
}

#[tokio::test]
async fn looking_at_a_database_changes_and_creates_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_by("0013", &folder);
    let files = || {
        let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| {
                let bytes = std::fs::read(entry.path()).unwrap();
                (entry.file_name().into_string().unwrap(), bytes)
            })
            .collect();
        files.sort();
        files
    };
    let before = files();
    let seen = look(&path).await.unwrap().unwrap();
    assert_eq!(seen.schema, Schema::Older(13));
    assert_eq!(seen.damage, Vec::<String>::new());
    assert_eq!(seen.groups.len(), 2);
    let missing = look(&folder.path().join("elsewhere.db")).await.unwrap();
    assert!(missing.is_none());
    assert_eq!(files(), before);
    drop(open_connection(&path).unwrap());
    let seen = look(&path).await.unwrap().unwrap();
    assert_eq!(seen.schema, Schema::Newest);
}

#[tokio::test]
async fn a_database_in_use_can_be_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_by("0013", &folder);
    let writing = open_connection(&path).unwrap();
    writing
        .execute_batch("insert into event (at, kind, data) values (1, 'x', '{}')")
        .unwrap();
    let seen = look(&path).await.unwrap().unwrap();
    assert_eq!((seen.schema, seen.damage), (Schema::Newest, Vec::new()));
}

#[tokio::test]
async fn a_closed_store_leaves_one_file_that_holds_everything() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cutri.db");
    let store = Store::open(&path, Box::new(|_| {})).unwrap();
    let now = jiff::Timestamp::from_second(1).unwrap();
    for _ in 0..20 {
        store
            .write(move |tx| something_happens(tx, now))
            .await
            .unwrap();
    }
    let other_hand = store.clone();
    store.close().await;
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    // Beside it only the empty file that a second process on the same database finds locked.
    let mut left = left;
    left.sort();
    assert_eq!(left, ["cutri.db", "cutri.db.lock"]);
    let copy = folder.path().join("copy.db");
    std::fs::copy(&path, &copy).unwrap();
    let events: i64 = open_for_reading(&copy)
        .unwrap()
        .query_row("select count(*) from event", [], |row| row.get(0))
        .unwrap();
    assert_eq!(events, 20);
    assert!(matches!(
        other_hand.write(|_| Ok(())).await,
        Err(StoreError::Closed)
    ));
}

fn something_happens(tx: &mut WriteTx<'_>, now: jiff::Timestamp) -> store::Result<()> {
    let event = Event::UpdateSetAside { update: 1 };
    store::events::record(tx, &event, None, None, now)
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
    assert!(
        error.contains("9999") && error.contains("run the newer cutri"),
        "{error}"
    );
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
