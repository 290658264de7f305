//! The council files we ship can be read, and a broken one is told everything at once.

use std::fmt::Write;

use cutri::domain::area::AreaKind;
use cutri::domain::category::{self, Category};
use cutri::domain::council::{Approval, Council, Level, Rules, Triage};
use cutri::domain::ids::{AreaCode, BodyCode, MeetingCode};
use cutri::domain::routing;
use proptest::prelude::*;

const DUY_TIEN: &str = include_str!("../examples/duy-tien/council.toml");
const XA_MAU: &str = include_str!("../examples/xa-mau/council.toml");

fn read(toml: &str) -> Council {
    Council::parse(toml).unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", list.join("\n"))
    })
}

fn problems(toml: &str) -> String {
    let Err(problems) = Council::parse(toml) else {
        panic!("the file should be broken");
    };
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

#[test]
fn the_example_town_is_complete() {
    let town = read(DUY_TIEN);
    let count = |kind| town.areas.iter().filter(|area| area.kind == kind).count();
    assert_eq!((count(AreaKind::Ward), count(AreaKind::Commune)), (9, 7));
    assert_eq!(town.categories.len(), 15);
    for area in &town.areas {
        assert!(town.delegation_of(&area.code).is_some(), "{}", area.code);
    }
    for category in &town.categories {
        assert!(routing::watching_committee(&town, &category.code).is_some());
    }
    assert_eq!(
        town.rules,
        Rules::default(),
        "the example writes out the defaults"
    );
    let names = |categories: &[Category]| -> Vec<_> {
        categories
            .iter()
            .map(|category| (category.code.clone(), category.name.clone()))
            .collect()
    };
    assert_eq!(names(&town.categories), names(&category::built_in()));
    let now = "2026-11-23T00:00:00Z".parse().unwrap();
    assert_eq!(town.next_session(now).unwrap().code.as_str(), "kh-4");
    assert!(town.meetings.iter().all(|meeting| meeting.starts_at > now));
}

#[test]
fn the_example_commune_is_complete() {
    let commune = read(XA_MAU);
    assert_eq!(commune.level, Level::Commune);
    assert_eq!(
        (commune.rules.triage, commune.rules.approval),
        (Triage::Clerk, Approval::Head)
    );
    assert_eq!(commune.categories, category::built_in());
    for area in commune.top_areas() {
        assert!(commune.delegation_of(&area.code).is_some(), "{}", area.code);
    }
    let hosts = &commune.meeting(&MeetingCode::new("t2-01")).unwrap().bodies;
    assert_eq!(
        *hosts,
        [BodyCode::new("to-2")],
        "the delegation of the areas"
    );
}

#[test]
fn a_file_from_a_windows_editor_is_the_same_council() {
    let windows = format!("\u{feff}{}", XA_MAU.replace('\n', "\r\n"));
    assert_eq!(read(&windows), read(XA_MAU));
    let broken = windows.replace("\"clerk\"", "\"boss\"");
    assert_eq!(
        problems(&broken),
        problems(&XA_MAU.replace("\"clerk\"", "\"boss\""))
    );
}

#[test]
fn a_council_survives_being_stored_as_json() {
    for toml in [DUY_TIEN, XA_MAU] {
        let council = read(toml);
        let json = serde_json::to_string(&council).unwrap();
        assert_eq!(serde_json::from_str::<Council>(&json).unwrap(), council);
    }
}

#[test]
fn two_thousand_areas_are_read_at_once() {
    let mut toml = DUY_TIEN.to_owned();
    for n in 1..=2000 {
        // A tree eleven levels deep below the ward.
        let parent = match n / 2 {
            0 => "dong-van".to_owned(),
            above => format!("n-{above}"),
        };
        let _ = writeln!(
            toml,
            "\n[[areas]]\ncode = \"n-{n}\"\nname = \"Tổ dân phố {n}\""
        );
        let _ = writeln!(toml, "kind = \"neighbourhood\"\nparent = \"{parent}\"");
    }
    let council = read(&toml);
    assert_eq!(council.ancestors(&AreaCode::new("n-2000")).len(), 11);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_damage_to_a_file_makes_reading_panic(from in 0usize..20_000, length in 1usize..400, insert in "[\\[\\]{}=\"a1.\n-]{0,6}") {
        let damaged: String = XA_MAU.chars().take(from).chain(insert.chars()).chain(XA_MAU.chars().skip(from + length)).collect();
        if let Err(problems) = Council::parse(&damaged) {
            let lines = damaged.lines().count() + 1;
            prop_assert!(!problems.is_empty());
            prop_assert!(problems.iter().all(|problem| (1..=lines).contains(&problem.line)));
        }
    }
}

#[test]
fn every_mistake_in_a_time_limit_has_its_line_and_its_reason() {
    let clocks = r#"
[papers]
summary_days = 5

[[papers.clock]]
key = "plan_publised"
value = 7
unit = "calendar"
source = "Quy chế"

[[papers.clock]]
key = "plan_published"
value = "seven"
units = "calendar"

[[papers.clock]]
key = "summary_sent"
value = 0
unit = "weeks"
from = 2027-01-01
until = 2026-01-01
source = ""

[[papers.clock]]
key = "answer"
value = "off"
until = 2026-12-31

[[papers.clock]]
key = "answer"
value = 20
unit = "working"
from = 2026-12-31
source = "Quy chế"

[[papers.clock]]
key = "summary_sent"
value = "off"
"#;
    let town = XA_MAU.replacen("[[papers.clock]]", "[[papers.clock]] # its own", 1);
    let first = town.lines().count();
    let told = problems(&format!("{town}{clocks}"));
    let told: Vec<String> = told
        .lines()
        .map(|line| {
            let (number, rest) = line["line ".len()..].split_once(':').unwrap();
            let number: usize = number.parse().unwrap();
            format!("line {}:{rest}\n", number - first)
        })
        .collect();
    insta::assert_snapshot!(told.concat());
}
