//! Recorded updates are replayed: what each means to us. New forms of Telegram's are added here first.

use std::fmt::Write as _;

use cutri::intake::parse::{parse, peek};

#[test]
fn recorded_updates_mean_what_they_meant() {
    let mut meanings = String::new();
    for line in include_str!("recorded/updates.jsonl").lines() {
        let raw = peek(line).expect("every update has a number");
        let _ = writeln!(meanings, "{}: {:?}", raw.id, parse(line));
    }
    insta::assert_snapshot!(meanings);
}

#[test]
fn what_is_no_update_at_all_is_refused() {
    for line in [
        "",
        "{}",
        "[]",
        "{\"update_id\":\"x\"}",
        "{\"update_id\":1",
        "null",
    ] {
        assert!(peek(line).is_none(), "{line}");
    }
}
