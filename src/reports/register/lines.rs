//! The register as lines of values and as JSON.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json, json};

use super::{COLUMNS, Value};
use crate::reports::{
    ReportError, Result,
    facts::{Case, Done, ReportFacts},
    say,
};

/// Spreadsheets take the file for UTF-8 only when it begins so.
const BOM: &str = "\u{feff}";

/// UTF-8 with its mark, one question a line; no cell is a formula.
pub(in crate::reports) fn csv(facts: &ReportFacts) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BOM.as_bytes().to_vec());
    let broken = |error: csv::Error| ReportError::Unwritable(error.to_string());
    writer
        .write_record(COLUMNS.iter().map(|column| column.head))
        .map_err(broken)?;
    for (at, case) in facts.cases.iter().enumerate() {
        let cells = COLUMNS
            .iter()
            .map(|column| match (column.of)(facts, at, case) {
                Value::Blank => String::new(),
                Value::Words(text) => no_formula(text),
                Value::Number(number) => number.to_string(),
                Value::Day(day) => say::short_day(day),
            });
        writer.write_record(cells).map_err(broken)?;
    }
    let written = writer.into_inner();
    written.map_err(|error| ReportError::Unwritable(error.to_string()))
}

/// A spreadsheet would run what begins like a formula: an apostrophe in front makes it words.
fn no_formula(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text
    }
}

/// An object with the paper's own fields and one item a question, with the field names of Annex VI where it has them.
pub(in crate::reports) fn json(facts: &ReportFacts) -> Result<Vec<u8>> {
    let counts = facts.counts();
    // Keys in the order of the alphabet, as within the items.
    let register = Register {
        language: "vi",
        organ_id: facts.council.code.as_str(),
        organ_name: &facts.council.name.vi,
        subject: facts.subject_of_register(),
        type_name: "Sổ theo dõi kiến nghị của cử tri",
        counts: json!({
            "opinions": counts.opinions,
            "after_splitting_and_merging": counts.matters,
            "petitions": counts.petitions,
            "answered": counts.answered,
            "overdue": counts.overdue,
            "to_be_done": counts.to_be_done,
            "resolved": counts.resolved,
            "denied": counts.denied,
            "judged": counts.judged,
            "satisfied": counts.satisfied,
            "reopened": counts.reopened,
        }),
        items: Items(facts),
        made_on: facts.today.to_string(),
    };
    serde_json::to_vec_pretty(&register).map_err(|error| ReportError::Unwritable(error.to_string()))
}

/// The register with the field names of Annex VI.
#[derive(Serialize)]
struct Register<'a> {
    #[serde(rename = "Language")]
    language: &'a str,
    #[serde(rename = "OrganId")]
    organ_id: &'a str,
    #[serde(rename = "OrganName")]
    organ_name: &'a str,
    #[serde(rename = "Subject")]
    subject: String,
    #[serde(rename = "TypeName")]
    type_name: &'a str,
    counts: Json,
    items: Items<'a>,
    made_on: String,
}

/// The questions, each made when it is written: thousands of them at once would be ten times the file.
struct Items<'a>(&'a ReportFacts);

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let cases = self.0.cases.iter().enumerate();
        serializer.collect_seq(cases.map(|(at, case)| item(self.0, at, case)))
    }
}

fn item(facts: &ReportFacts, at: usize, case: &Case) -> Json {
    let mut item = Map::new();
    for column in &COLUMNS {
        let value = match (column.of)(facts, at, case) {
            Value::Blank => Json::Null,
            Value::Words(text) => Json::String(text),
            Value::Number(number) => Json::from(number),
            Value::Day(day) => Json::String(day.to_string()),
        };
        item.insert(column.key.to_owned(), value);
    }
    // What machines compare: codes and words that never change.
    item.insert("code".to_owned(), json!(case.code));
    item.insert("area".to_owned(), json!(case.area.as_str()));
    item.insert("category".to_owned(), json!(case.category.as_str()));
    item.insert("body".to_owned(), json!(case.body.as_str()));
    item.insert(
        "session".to_owned(),
        json!(
            case.session
                .as_ref()
                .map(crate::domain::ids::SessionCode::as_str)
        ),
    );
    item.insert(
        "meeting".to_owned(),
        json!(
            case.meeting
                .as_ref()
                .map(crate::domain::ids::MeetingCode::as_str)
        ),
    );
    item.insert("kind".to_owned(), json!(case.kind));
    item.insert("state".to_owned(), json!(case.state));
    item.insert("competence".to_owned(), json!(case.competence));
    item.insert("result_class".to_owned(), json!(case.class()));
    item.insert("verdict".to_owned(), json!(case.verdict));
    let resolution = match (&case.done, case.is_resolved()) {
        (_, true) => "resolved",
        (Done::Denied { .. }, _) => "denied",
        (Done::Open | Done::Resolved { .. }, _) => "open",
    };
    item.insert("resolution".to_owned(), json!(resolution));
    let subclass = case.answer.as_ref().and_then(|told| told.subclass);
    item.insert("result_subclass".to_owned(), json!(subclass));
    item.insert("assessment".to_owned(), json!(case.outcome));
    item.insert("pace".to_owned(), json!(case.pace));
    item.insert("is_part".to_owned(), json!(case.is_part));
    Json::Object(item)
}
