//! The register as lines of values and as JSON.

use std::io::Write;

use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::{COLUMNS, Value, tally::Tally};
use crate::reports::{
    ReportError, Result,
    facts::{Case, Done, ReportFacts},
    figures::Counts,
    say,
};

/// Spreadsheets take the file for UTF-8 only when it begins so.
const BOM: &str = "\u{feff}";

fn broken(error: impl std::fmt::Display) -> ReportError {
    ReportError::Unwritable(error.to_string())
}

/// UTF-8 with its mark, one question a line; no cell is a formula.
pub(super) struct Lines<W: Write>(csv::Writer<W>);

impl<W: Write> Lines<W> {
    pub(super) fn begin(mut out: W) -> Result<Self> {
        out.write_all(BOM.as_bytes()).map_err(broken)?;
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(out);
        writer
            .write_record(COLUMNS.iter().map(|column| column.head))
            .map_err(broken)?;
        Ok(Self(writer))
    }

    pub(super) fn add(&mut self, facts: &ReportFacts, at: usize, case: &Case) -> Result<()> {
        let cells = COLUMNS
            .iter()
            .map(|column| match (column.of)(facts, at, case) {
                Value::Blank => String::new(),
                Value::Words(text) => no_formula(text),
                Value::Number(number) => number.to_string(),
                Value::Day(day) => say::short_day(day),
            });
        self.0.write_record(cells).map_err(broken)
    }

    pub(super) fn end(self) -> Result<W> {
        self.0.into_inner().map_err(broken)
    }
}

/// A spreadsheet would run what begins like a formula: an apostrophe in front makes it words.
fn no_formula(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text
    }
}

/// An object with the paper's own fields and one item a question, with the field names of Annex VI where it has them. The counts
/// stand before the items, so they have to be known when it begins.
pub(super) struct Items<W> {
    out: W,
    /// What comes behind the last item.
    rest: String,
    is_begun: bool,
}

/// Where the items go.
const NO_ITEMS: &str = "\"items\": []";

impl<W: Write> Items<W> {
    pub(super) fn begin(facts: &ReportFacts, counted: &Tally, mut out: W) -> Result<Self> {
        let frame = frame(facts, counted.counts)?;
        // Quotes within words have a stroke before them, so that this is found nowhere else.
        let (begin, rest) = frame
            .split_once(NO_ITEMS)
            .ok_or_else(|| broken("the register has no place for its items"))?;
        write!(out, "{begin}\"items\": [").map_err(broken)?;
        Ok(Self {
            out,
            rest: format!("]{rest}"),
            is_begun: false,
        })
    }

    pub(super) fn add(&mut self, facts: &ReportFacts, at: usize, case: &Case) -> Result<()> {
        let item = serde_json::to_string_pretty(&item(facts, at, case)).map_err(broken)?;
        let comma = if self.is_begun { "," } else { "" };
        self.is_begun = true;
        // Lines within words are written as signs of their own: those here are the form's.
        let item = item.replace('\n', "\n    ");
        write!(self.out, "{comma}\n    {item}").map_err(broken)
    }

    pub(super) fn end(mut self) -> Result<W> {
        let line = if self.is_begun { "\n  " } else { "" };
        write!(self.out, "{line}{}", self.rest).map_err(broken)?;
        Ok(self.out)
    }
}

/// The register without items.
fn frame(facts: &ReportFacts, counts: Counts) -> Result<String> {
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
        items: [],
        made_on: facts.today.to_string(),
    };
    serde_json::to_string_pretty(&register).map_err(broken)
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
    items: [(); 0],
    made_on: String,
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
