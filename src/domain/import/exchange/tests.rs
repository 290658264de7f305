use serde_json::{Value, json};

use super::{Brought, FORMAT, read};
use crate::domain::{
    code::QuestionCode, council::Council, import::sheet::Fault, question::ResultClass,
};

fn town() -> Council {
    Council::parse(include_str!("../../../../examples/duy-tien/council.toml")).unwrap()
}

fn petition(changed: &[(&str, Value)]) -> Value {
    let mut item = json!({
        "Record": "petition", "OrganId": "xa-mau", "OrganName": "HĐND xã Mẫu", "CodeNumber": "XM-0001A",
        "Content": "Đường liên xã xuống cấp nặng", "Area": "Phường Đồng Văn", "Category": "transport",
        "To.OrganName": "HĐND thị xã", "CodeNotation": "12/HĐND", "IssuedDate": "2026-11-20",
    });
    for (field, value) in changed {
        item[*field] = value.clone();
    }
    item
}

fn told(items: &Value) -> (Brought, Vec<String>) {
    let package = json!({ "exchange": FORMAT, "OrganUnit": "xã Mẫu", "items": items });
    let (brought, faults) = read(&package, &town(), "2026-11-23".parse().unwrap());
    let faults = faults.iter();
    let line = |fault: &Fault| format!("{} {}: {}", fault.row, fault.column, fault.why);
    (brought, faults.map(line).collect())
}

#[test]
fn a_petition_from_below_is_read_whole() {
    let (brought, faults) = told(&json!([petition(&[])]));
    assert_eq!(faults, [""; 0]);
    let one = &brought.petitions[0];
    assert_eq!(one.question.key, "xa-mau:XM-0001A");
    assert_eq!(one.question.area.as_str(), "dong-van");
    assert_eq!(one.question.category.as_str(), "transport");
    assert_eq!(one.notation.as_deref(), Some("12/HĐND"));
}

#[test]
fn every_fault_has_its_record_and_its_field() {
    let (brought, faults) = told(&json!([
        petition(&[("Content", json!("ngắn"))]),
        petition(&[("Area", json!("Thôn Lạ")), ("IssuedDate", json!("20/11/2026"))]),
        petition(&[("OrganId", json!("duy-tien")), ("Competence", json!("king"))]),
        petition(&[("CodeNumber", Value::Null), ("Content", json!(7))]),
        petition(&[("OrganId", json!("../x")), ("Content", json!("a".repeat(13_000)))]),
        { "Record": "order" },
        "text",
    ]));
    assert_eq!(brought.petitions.len(), 0);
    insta::assert_snapshot!(faults.join("\n"), @r#"
    1 Content: fewer than eight letters
    2 Area: neither it nor "xã Mẫu" is one area of this council: add the name to its aliases
    2 IssuedDate: not a day such as 2026-03-05
    3 OrganId: this council sent it up itself
    3 Competence: not one of village, commune, province, central
    4 CodeNumber: it is missing
    4 Content: it is no text
    5 OrganId: not a code of letters, digits and -
    5 Content: longer than 12000 signs
    6 Record: it is neither "petition" nor "result"
    7 Record: it is neither "petition" nor "result"
    "#);
}

#[test]
fn a_field_that_nobody_here_knows_goes_under_other_with_a_note() {
    let (brought, faults) = told(&json!([petition(&[
        ("Category", json!("space")),
        ("CategoryName", json!("Vũ trụ"))
    ])]));
    assert_eq!(faults, [""; 0]);
    assert_eq!(brought.petitions[0].question.category.as_str(), "other");
    assert!(brought.notes[0].contains("Vũ trụ"), "{:?}", brought.notes);
}

#[test]
fn results_are_for_the_council_that_they_name() {
    let code =
        QuestionCode::new(town().code_prefix, std::num::NonZeroU32::new(1).unwrap()).to_string();
    let result = |changed: &[(&str, Value)]| {
        let mut item = json!({
            "Record": "result", "OrganId": "ha-nam", "OrganName": "HĐND tỉnh", "CodeNumber": "HN-0001A",
            "Origin.OrganId": "duy-tien", "Origin.CodeNumber": code, "State": "answered",
            "Answer": "Sẽ sửa trong quý I/2027.", "ResultClass": "planned", "Roadmap": "2027-03-31",
            "AnsweredDate": "2026-11-22",
        });
        for (field, value) in changed {
            item[*field] = value.clone();
        }
        item
    };
    let (brought, faults) = told(&json!([
        result(&[]),
        result(&[("Origin.OrganId", json!("xa-mau"))]),
    ]));
    assert_eq!(faults, [""; 0]);
    assert_eq!((brought.results.len(), brought.elsewhere), (1, 1));
    let answer = brought.results[0].answer.as_ref().unwrap();
    assert_eq!(answer.class, ResultClass::Planned);
    let (_, faults) = told(&json!([
        result(&[("Origin.CodeNumber", json!("DT-0001X"))]),
        result(&[
            ("ResultClass", json!("maybe")),
            ("AnsweredDate", json!("2027-01-01"))
        ]),
        result(&[("Answer", json!(" ")), ("AnsweredDate", Value::Null)]),
    ]));
    insta::assert_snapshot!(faults.join("\n"), @"
    1 Origin.CodeNumber: it is no number of this council
    2 ResultClass: no class of result is called so
    2 AnsweredDate: the day is still to come
    3 Answer: it is empty
    3 AnsweredDate: it is missing
    ");
}

#[test]
fn a_package_of_another_kind_is_none() {
    let package = json!({ "exchange": "other-2" });
    let (brought, faults) = read(&package, &town(), "2026-11-23".parse().unwrap());
    assert_eq!(brought, Brought::default());
    let fields: Vec<&str> = faults.iter().map(|fault| fault.column.as_str()).collect();
    assert_eq!(fields, ["exchange", "items"]);
}
