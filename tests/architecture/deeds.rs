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
        let is_something_else = ["-> ", "-> &", "let ", "struct ", "enum ", "impl ", "for "]
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
        "fn of(&self) -> &Question {",
        "let Question { id, .. } = question;",
        "let new = NewQuestion {",
        "Only::Question { id }",
    ] {
        assert!(!makes_a_question(line), "{line}");
    }
}

/// What saves questions beside the deed. A file is taken in and back by a command, where nobody acts in a chat and no bot
/// need run: the domain makes the question there, too, but there is no actor, no receipt and no card to bring up to date
/// at once (`handlers/clock/imported.rs` does that at the next tick).
const SAVES_WITHOUT_A_DEED: [&str; 1] = ["store/office/imports.rs"];

/// A change to a question is a deed: `cx.does` saves it, and nobody else.
#[test]
fn questions_are_saved_by_the_deed_only() {
    let save = ["store", "questions", "save"].map(str::to_owned);
    for file in files() {
        let is_deed = file.path == "handlers/shared/deed.rs";
        let is_home = file.path.starts_with("store/question/questions");
        let is_file = SAVES_WITHOUT_A_DEED.contains(&file.path.as_str());
        let calls = |file: &File| {
            file.names.iter().any(|name| name[..] == save)
                || file
                    .lines
                    .iter()
                    .any(|line| line.contains("questions::save"))
        };
        assert!(
            is_deed || is_home || is_file || !calls(&file),
            "{}: a change to a question is a deed (cx.does)",
            file.path
        );
    }
}

/// A question comes to be in one place, and none but the place where it is saved writes the step that it has reached.
#[test]
fn no_sql_moves_a_question_past_the_deed() {
    for file in files() {
        if file.path.starts_with("store/question/questions") {
            continue;
        }
        assert_eq!(
            moves_a_question(&file.lines.join(" ")),
            Vec::<String>::new(),
            "{}: a change to a question is a deed (cx.does)",
            file.path
        );
    }
}

/// Statements that make a question, or write its step or version.
fn moves_a_question(code: &str) -> Vec<String> {
    let code = code.to_lowercase();
    let mut found = Vec::new();
    for (start, is_new) in [
        ("insert into question (", true),
        ("update question set ", false),
    ] {
        for (at, _) in code.match_indices(start) {
            let statement = code[at..].split('"').next().unwrap();
            let columns = statement[start.len()..].split(" where ").next().unwrap();
            let writes = |column: &str| {
                columns
                    .split([',', ' '])
                    .collect::<Vec<_>>()
                    .windows(2)
                    .any(|pair| pair[0] == column && pair[1].starts_with('='))
            };
            if is_new || writes("state") || writes("version") {
                found.push(statement.to_owned());
            }
        }
    }
    found
}

#[test]
fn a_statement_that_moves_a_question_is_told_from_others() {
    for code in [
        r#"tx.execute("update question set state = 'answered', answered_at = ? where id = ?", [])"#,
        r#""update question set withdrawn_at = ?2, version = version + 1 where id = ?1""#,
        r#""insert into question (number, code) values (?, ?)""#,
    ] {
        assert_eq!(moves_a_question(code).len(), 1, "{code}");
    }
    for code in [
        r#""update question set competence = ? where id = ? and state = 'forwarded'""#,
        r#""select state = 'forwarded' from question""#,
        r#""insert into question_topic (state) values (?)""#,
        r#""update question_topic set state = ?""#,
    ] {
        assert_eq!(moves_a_question(code), Vec::<String>::new(), "{code}");
    }
}

/// What somebody was answered is written in few places, so that what is public follows it by itself.
#[test]
fn the_words_of_answers_are_written_where_public_texts_follow_them() {
    for file in files() {
        let writes = file.lines.iter().any(|line| {
            line.contains("into answer (")
                || line.contains("update answer set text")
                || line.contains("update answer set state")
        });
        let is_draft = file.path == "store/answer/together.rs";
        assert!(
            !writes
                || is_draft
                || file
                    .lines
                    .iter()
                    .any(|line| line.contains("public_texts::")),
            "{}: what is public follows whoever saves an answer (public_texts)",
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
