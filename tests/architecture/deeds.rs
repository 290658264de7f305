//! Who makes and saves a question, and who says what a person may do.

use crate::code::{File, files};

/// The domain makes the new question, the store reads it: nobody else writes one down, field by field.
#[test]
fn questions_are_made_by_the_domain() {
    for file in files() {
        if ["domain", "store"].contains(&&*file.room) {
            continue;
        }
        for line in &file.lines {
            assert!(
                !makes_a_question(line),
                "{}: the domain makes the new question: {line}",
                file.path
            );
        }
    }
}

/// `Question { … }` where it is neither the type of a function nor taken apart.
fn makes_a_question(line: &str) -> bool {
    line.match_indices("Question {").any(|(at, _)| {
        let before = line[..at].trim_end_matches("question::");
        let is_another_name = before
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':');
        let is_something_else = ["-> ", "let ", "struct ", "enum ", "impl ", "for "]
            .iter()
            .any(|word| before.ends_with(word));
        !is_another_name && !is_something_else
    })
}

#[test]
fn a_question_that_is_made_is_told_from_one_that_is_named() {
    for line in [
        "let new = Question {",
        "Ok(Question {",
        "Question {",
        "State::Open => Question { id, ..question },",
        "question::Question {",
    ] {
        assert!(makes_a_question(line), "{line}");
    }
    for line in [
        "fn of(&self) -> Question {",
        "let Question { id, .. } = question;",
        "let new = NewQuestion {",
        "Only::Question { id }",
    ] {
        assert!(!makes_a_question(line), "{line}");
    }
}

/// A change to a question is a deed: `cx.does` saves it, and nobody else.
#[test]
fn questions_are_saved_by_the_deed_only() {
    let save = ["store", "questions", "save"].map(str::to_owned);
    for file in files() {
        let is_deed = file.path == "handlers/shared/deed.rs";
        let is_home = file.path.starts_with("store/question/questions");
        let calls = |file: &File| {
            file.names.iter().any(|name| name[..] == save)
                || file
                    .lines
                    .iter()
                    .any(|line| line.contains("questions::save"))
        };
        assert!(
            is_deed || is_home || !calls(&file),
            "{}: a change to a question is a deed (cx.does)",
            file.path
        );
    }
}

/// Handlers ask `handlers/shared/rights.rs` what a person may do; nobody makes up a right from the chat alone.
#[test]
fn only_rights_says_what_a_person_may_do() {
    for file in files() {
        if file.room != "handlers" || file.path.ends_with("shared/rights.rs") {
            continue;
        }
        for line in &file.lines {
            for shortcut in ["in_linked_group(", "admins().contains(", "duties::of("] {
                let is_naming =
                    file.path.ends_with("office/audit.rs") && shortcut.starts_with("admins");
                assert!(
                    is_naming || !line.contains(shortcut),
                    "{}: ask rights::member, rights::of or Officer instead of {shortcut}: {line}",
                    file.path
                );
            }
        }
    }
}
