//! What a tick costs when nothing is due: every statement of it, by its plan.

use std::{cell::RefCell, collections::BTreeSet, num::NonZeroU32};

use rusqlite::{
    Connection,
    trace::{TraceEvent, TraceEventCodes},
};

use super::*;
use crate::{
    domain::{
        code::QuestionCode,
        ids::UserId,
        question::{State, ladder::Horizon},
    },
    handlers::BotIdentity,
    messages::Catalog,
    store::{open_connection, overview, write_once},
};

/// Tables that hold a row or a few, or of which rows go when they are dealt with: they may be looked through.
const SMALL: [&str; 4] = ["council", "upkeep", "intake", "entry"];

/// A council that has been at work for years: five thousand of everything, and nothing due on that Monday.
const YEARS: &str = "
    create temp table many as with recursive n (n) as (select 1 union all select n + 1 from n where n < 5000) select n from n;
    insert into resident (user_id, display_name, language, created_at) select n, 'Lan', 'vi', 1 from many;
    insert into conversation (user_id, state, updated_at) select n, '{}', 1 from many;
    insert into draft (user_id, text, created_at, updated_at, reminded_at) select n, 'x', 1, 1, 1 from many;
    insert into held_text (user_id, kind, text, held_at) select n, 'spam', 'x', 1795400000 from many;
    insert into discarded_draft (user_id, draft_id, text, similar_seen, points_seen, in_danger, discarded_at)
        select n, n, 'x', 0, 0, 0, 1795400000 from many;
    insert into chat_link (chat_id, body_code, title, linked_by, linked_at) values (-1, 'to-1', 'Tổ 1', 1, 1);
    insert into question (number, code, draft_id, author_id, author_initials, area_code, category_code, text, folded, state,
            body_code, card_chat_id, received_at, forwarded_at, asked_back_at, due_on, answered_at, set_aside_until, promised_on, obliged_at)
        select n, 'DT-' || n, n, n, 'L.', 'dong-van', 'transport', 'x', 'x',
            iif(n % 5 = 0, 'forwarded', iif(n % 7 = 0, 'set_aside', iif(n % 11 = 0, 'received', iif(n % 13 = 0, 'asked_back',
                'answered')))), 'to-1', -1, 1795000000, 1795000000, 1795000000, '2026-12-31', 1795000000, '2027-01-31',
            iif(n % 3 = 0, '2027-01-31', null), iif(n % 4 = 0, 1, null) from many;
    insert into answer (question_id, chat_id, message_id, author_id, author_name, text, result_class, state, written_at)
        select n, -1, n, 1, 'Mai', 'x', 'planned', 'delivered', 1 from many;
    insert into survey (answer_id, user_id, is_author, asked_at) select n, n, 1, 1 from many;
    insert into promise (question_id, answer_id, promised_on, state, due_at, made_at)
        select n, n, '2027-01-31', 'open', 1895000000, 1 from many;
    insert into resolution (question_id, answer_id, body_code, said_by, said_name, said, state, said_at)
        select n, n, 'to-1', 1, 'Mai', 'x', 'stands', 1 from many;
    insert into ask_back (question_id, asked_by, asked_name, text, asked_at) select n, 1, 'Mai', 'x', 1795400000 from many;
    insert into publication (question_id, answer_id, state, waiting_since) select n, n, 'published', 1 from many;
    insert into attachment (draft_id, media, added_at) select n, '{}', 1 from many;
    insert into category_correction (question_id, category_code, corrected_by, corrected_at)
        select n, 'land', 1, 1 from many;
    insert into import_batch (rows, imported_at) values (5000, 1);
    insert into imported (question_id, batch_id, row_key, version) select n, 1, n, 1 from many;
    insert into exchanged (question_id, way, organ_id, organ_name, code_number, batch_id, is_shown)
        select n, 'sent_up', 'tinh', 'x', n, 1, 1 from many;
    insert into exchange_result (question_id, batch_id, organ_name, code_number, text, result_class, answered_on, sum, told_at)
        select n, 1, 'x', n, 'x', 'explained', '2026-11-20', 'ab', 1 from many;
    insert into meeting (code, value, state, starts_at, ends_at, updated_at)
        select 'M' || n, '{}', 'published', 1, 2, 1 from many;
    insert into registration (meeting_code, user_id, ticket, size, standing, place, registered_at)
        select 'M1', n, n, 1, 'seated', n, 1 from many;
    insert into meeting_reminder (meeting_code, hours_before, due_at) select 'M' || n, 24, 1895000000 from many;
    insert into announcement (meeting_code, kind, made_at, done_at) select 'M' || n, 'held', 1, 1 from many;
    insert into inbox (update_id, mark, raw, state, received_at) select n, '', '', 'done', 1795400000 from many;
    insert into outbox (chat_id, message, state, queued_at) select n, '{}', iif(n % 2 = 0, 'parked', 'queued'), 1 from many;
    insert into event (at, kind, question_id, data) select 1, 'question_received', n, '{}' from many;
    insert into role_grant (user_id, role, name, granted_by, granted_at, expires_at)
        select n, 'clerk', 'Thu', 1, 1, 1895000000 from many;
    insert into erasure (user_id, asked_at, due_at, keeps_matter) select n, 1, 1895000000, 0 from many;
    insert into data_request (kind, user_id, proof, asked_at, due_on) select 'other', n, 'telegram', 1, '2027-12-31' from many;
    insert into ban (user_id, is_silent, reason, banned_by, banned_at, ends_at, ended_at) select n, 0, 'x', 1, 1, 2, 2 from many;
    insert into triage_board (id, shown, noticed_id) values (1, 'x', 5000);
    insert into morning_round (name, done_at) values ('morning', 1795402800), ('retention', 1795402800);
";

/// Monday, 23 November 2026, 10:00 in Vietnam.
const DAY: i64 = 1_795_402_800;

/// The night before, 02:00.
const NIGHT_TIME: i64 = DAY - 8 * 3_600;

thread_local! {
    static HEARD: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

fn hear(event: TraceEvent<'_>) {
    if let TraceEvent::Stmt(statement, _) = event {
        HEARD.with_borrow_mut(|heard| heard.insert(statement.sql().into_owned()));
    }
}

/// What `work` asks of the database.
fn heard<R>(
    connection: &Connection,
    work: impl FnOnce(&mut WriteTx<'_>) -> store::Result<R>,
) -> (BTreeSet<String>, R) {
    HEARD.take();
    connection.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(hear));
    let done = write_once(connection, work).unwrap();
    connection.trace_v2(TraceEventCodes::empty(), None);
    (HEARD.take(), done)
}

/// What a tick and the looks beside it ask of the database at that moment.
fn statements(connection: &Connection, facts: &Facts, at: i64) -> BTreeSet<String> {
    let now = Timestamp::from_second(at).unwrap();
    let council = facts.council();
    let known = Known {
        council: 0,
        correction: 5_000,
    };
    let (all, _) = heard(connection, |tx| {
        let seen = look(tx, &council, known, now)?;
        assert!(
            !seen.is_due,
            "nothing is due, so that everything is looked at"
        );
        assert_eq!((seen.queued, seen.parked), (2_500, 2_500));
        handlers::upkeep::backup_is_due(tx, facts, now)?;
        inbox::forget_old(tx, now)
    });
    assert!(all.len() > 20, "{all:?}");
    all
}

/// Every step of a plan that looks through a table, or an index of a whole one.
fn scans(connection: &Connection, statement: &str) -> Vec<String> {
    let mut explained = connection
        .prepare(&format!("explain query plan {statement}"))
        .unwrap();
    let mut rows = explained.raw_query();
    let mut steps: Vec<String> = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        steps.push(row.get("detail").unwrap());
    }
    let is_bad = |step: &String| {
        let Some(scanned) = step.strip_prefix("SCAN ") else {
            return false;
        };
        let words: Vec<&str> = scanned.split(' ').collect();
        let of_some = words.iter().skip_while(|word| **word != "INDEX").nth(1);
        let is_partial = of_some.is_some_and(|index| {
            let sql = "select sql like '% where %' from sqlite_schema where name = ?";
            connection
                .query_row(sql, [index], |row| row.get(0))
                .unwrap_or(false)
        });
        words != ["CONSTANT", "ROW"] && !SMALL.contains(&words[0]) && !is_partial
    };
    steps.into_iter().filter(is_bad).collect()
}

/// A database of [`YEARS`], and what a bot knows of the council.
fn years() -> (tempfile::TempDir, Connection, Facts) {
    let folder = tempfile::tempdir().unwrap();
    let connection = open_connection(&folder.path().join("a.db")).unwrap();
    let council = Council::parse(include_str!("../examples/duy-tien/council.toml")).unwrap();
    let bot = BotIdentity {
        id: UserId(1),
        username: "bot".to_owned(),
    };
    let facts = Facts::new(council, Catalog::load().unwrap(), BTreeSet::new(), bot);
    connection
        .execute_batch(&format!("begin; {YEARS} commit;"))
        .unwrap();
    (folder, connection, facts)
}

fn looks_through_nothing(connection: &Connection, all: &BTreeSet<String>) {
    for statement in all {
        let scans = scans(connection, statement);
        assert!(scans.is_empty(), "{statement}: {scans:#?}");
    }
}

#[test]
fn a_tick_with_nothing_due_looks_through_no_table_whatever_statistics_there_are() {
    let (_folder, connection, facts) = years();
    for statistics in ["", "pragma optimize", "analyze"] {
        connection.execute_batch(statistics).unwrap();
        for at in [DAY, NIGHT_TIME] {
            let all = statements(&connection, &facts, at);
            looks_through_nothing(&connection, &all);
        }
    }
}

#[test]
fn the_ladder_reads_only_what_is_due_soon_enough_to_remind_of() {
    let (_folder, connection, facts) = years();
    let council = facts.council();
    connection.execute_batch("begin").unwrap();
    for number in (1..=5_000).filter_map(NonZeroU32::new) {
        let code = QuestionCode::new(council.code_prefix, number).to_string();
        let sql = "update question set code = ? where number = ?";
        connection.execute(sql, (code, number.get())).unwrap();
    }
    connection.execute_batch("commit").unwrap();
    let today = council.local_date(Timestamp::from_second(DAY).unwrap());
    for statistics in ["", "analyze"] {
        connection.execute_batch(statistics).unwrap();
        let horizon = Horizon::of(&council, today);
        let (all, owed) = heard(&connection, |tx| overview::owed(tx, horizon));
        looks_through_nothing(&connection, &all);
        // What was handed over is due in December, what was promised in January.
        assert!(!owed.is_empty());
        assert!(
            owed.iter()
                .all(|question| question.times.state == State::Received)
        );
    }
}
