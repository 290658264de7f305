//! The council files we ship can be read, and a broken one is told everything at once.

use cutri::domain::council::Council;

fn problems(toml: &str) -> String {
    let problems = Council::parse(toml).expect_err("the file is broken");
    problems
        .iter()
        .map(|problem| problem.to_string() + "\n")
        .collect()
}

#[test]
fn a_broken_file_is_told_every_problem_at_once() {
    insta::assert_snapshot!(problems(include_str!("council_file/broken.toml")));
}

#[test]
fn bad_syntax_is_one_problem_with_its_line() {
    let toml = "[council]\ncode = \"a\"\n\n[[areas]]\ncode = dong-van\n[[[\n";
    let problems = Council::parse(toml).expect_err("the file is broken");
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].line, 5, "{}", problems[0]);
}

#[test]
fn an_empty_file_lacks_a_council() {
    insta::assert_snapshot!(problems(""), @"line 1: council: is missing");
}
