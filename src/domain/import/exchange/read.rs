//! Reading a package: every fault with its record and its field, nothing guessed that a resident would read.

use jiff::civil::Date;
use serde_json::{Map, Value};

use super::{Brought, FORMAT, Partner, Received, Returned, ReturnedAnswer};
use crate::domain::{
    category,
    code::QuestionCode,
    council::Council,
    ids::{AreaCode, BodyCode, CategoryCode},
    import::{register::ImportedQuestion, sheet::Fault},
    keyword::Keyword,
    question::{Competence, ResultClass, Source, draft::MAX_UNITS},
    routing, text,
};

/// The longest answer, in UTF-16 units: a message of the council that wrote it.
const MAX_ANSWER: usize = 4_096;
/// The longest name, number or code.
const MAX_NAME: usize = 200;

/// Whether a file's JSON is such a package.
#[must_use]
pub fn is_package(value: &Value) -> bool {
    value.get("exchange").is_some()
}

/// What a package brings to this council, or what is wrong with which field of which record.
#[must_use]
pub fn read(value: &Value, council: &Council, today: Date) -> (Brought, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut brought = Brought::default();
    let head = Map::new();
    let head = value.as_object().unwrap_or(&head);
    let mut whole = Record {
        number: 0,
        fields: head,
        faults: &mut faults,
    };
    if whole.text("exchange", MAX_NAME).as_deref() != Some(FORMAT) {
        whole.fault("exchange", format!("it is not {FORMAT:?}"));
    }
    let unit = whole.text("OrganUnit", MAX_NAME);
    let Some(items) = value.get("items").and_then(Value::as_array) else {
        whole.fault("items", "there are none");
        return (brought, faults);
    };
    let nothing = Map::new();
    for (number, item) in (1..).zip(items) {
        let mut record = Record {
            number,
            fields: item.as_object().unwrap_or(&nothing),
            faults: &mut faults,
        };
        match record.text("Record", MAX_NAME).as_deref() {
            Some("petition") => record.petition(&mut brought, council, (unit.as_deref(), today)),
            Some("result") => record.result(&mut brought, council, today),
            _ => record.fault("Record", "it is neither \"petition\" nor \"result\""),
        }
    }
    (brought, faults)
}

struct Record<'r> {
    number: usize,
    fields: &'r Map<String, Value>,
    faults: &'r mut Vec<Fault>,
}

impl Record<'_> {
    fn petition(
        &mut self,
        brought: &mut Brought,
        council: &Council,
        (unit, today): (Option<&str>, Date),
    ) {
        let before = self.faults.len();
        let from = self.partner();
        if from
            .as_ref()
            .is_some_and(|from| from.organ_id == council.code)
        {
            self.fault("OrganId", "this council sent it up itself");
        }
        let content = self.need("Content", MAX_UNITS);
        let letters = |text: &String| text.chars().filter(|sign| sign.is_alphanumeric()).count();
        if content.as_ref().is_some_and(|text| letters(text) < 8) {
            self.fault("Content", "fewer than eight letters");
        }
        let area = self.area(council, unit);
        let (category, unknown) = self.category(council);
        let competence = self.word::<Competence>("Competence");
        let to = self.text("To.OrganName", MAX_NAME);
        let notation = self.text("CodeNotation", MAX_NAME);
        let issued_on = self.day("IssuedDate");
        let same = from.as_ref().is_some_and(|from| {
            let mut known = brought.petitions.iter();
            known.any(|known| known.from == *from)
        });
        if same {
            self.fault("CodeNumber", "the same petition stands in it twice");
        }
        if self.faults.len() > before {
            return;
        }
        let (Some(from), Some(text), Some(area)) = (from, content, area) else {
            return;
        };
        if let Some(unknown) = unknown {
            brought.notes.push(format!(
                "record {}: the field {unknown:?} is not known here, it goes under {:?}",
                self.number,
                category.as_str()
            ));
        }
        let named = to.and_then(|to| body_called(council, &to));
        let body = named.unwrap_or_else(|| routing::route(council, &category, &area).body);
        brought.petitions.push(Received {
            question: ImportedQuestion {
                row: self.number,
                key: format!("{}:{}", from.organ_id, from.code_number),
                text,
                area,
                category,
                session: None,
                meeting: None,
                body,
                source: Source::Letter,
                competence,
                received_on: today,
                due_on: None,
                answer: None,
            },
            from,
            notation,
            issued_on,
        });
    }

    fn result(&mut self, brought: &mut Brought, council: &Council, today: Date) {
        let before = self.faults.len();
        let by = self.partner();
        let origin = self.need("Origin.OrganId", MAX_NAME);
        if origin
            .as_ref()
            .is_some_and(|origin| *origin != council.code)
        {
            brought.elsewhere += 1;
            return;
        }
        let code = self.need("Origin.CodeNumber", MAX_NAME);
        let code = code.and_then(|code| {
            let read = QuestionCode::parse(&code, council.code_prefix).ok();
            if read.is_none() {
                self.fault("Origin.CodeNumber", "it is no number of this council");
            }
            read
        });
        let answer = self
            .fields
            .contains_key("Answer")
            .then(|| self.answer(today));
        if self.faults.len() > before {
            return;
        }
        let (Some(code), Some(by)) = (code, by) else {
            return;
        };
        brought.results.push(Returned {
            row: self.number,
            code,
            by,
            answer: answer.flatten(),
        });
    }

    fn answer(&mut self, today: Date) -> Option<ReturnedAnswer> {
        let text = self.need("Answer", MAX_ANSWER);
        let class = self.need("ResultClass", MAX_NAME);
        let class = class.and_then(|class| {
            let read = ResultClass::from_code(&class);
            if read.is_none() {
                self.fault("ResultClass", "no class of result is called so");
            }
            read
        });
        let fact_on = self.day("Roadmap");
        let number = self.text("CodeNotation", MAX_NAME);
        let dated = self.day("IssuedDate");
        let signer = self.text("SignerInfo.FullName", MAX_NAME);
        self.need("AnsweredDate", MAX_NAME);
        let on = self.day("AnsweredDate");
        if on.is_some_and(|on| today < on) {
            self.fault("AnsweredDate", "the day is still to come");
        }
        Some(ReturnedAnswer {
            text: text?,
            class: class?,
            fact_on,
            document: number.zip(dated),
            signer,
            on: on?,
        })
    }

    fn partner(&mut self) -> Option<Partner> {
        let organ_id = self.need("OrganId", MAX_NAME);
        let is_code = |id: &String| {
            let mut signs = id.chars();
            signs.all(|sign| sign.is_ascii_alphanumeric() || sign == '-')
        };
        if organ_id.as_ref().is_some_and(|id| !is_code(id)) {
            self.fault("OrganId", "not a code of letters, digits and -");
        }
        let organ_name = self.need("OrganName", MAX_NAME);
        let code_number = self.need("CodeNumber", MAX_NAME);
        Some(Partner {
            organ_id: organ_id?,
            organ_name: organ_name?,
            code_number: code_number?,
        })
    }

    /// The area itself, or the unit of the council that it comes from.
    fn area(&mut self, council: &Council, unit: Option<&str>) -> Option<AreaCode> {
        let named = self.need("Area", MAX_NAME)?;
        let called = |name: &str| {
            let mut called = council.areas.iter().filter(|area| {
                text::same_name(&area.name.vi, name)
                    || area
                        .aliases
                        .iter()
                        .any(|alias| text::same_name(alias, name))
            });
            match (called.next(), called.next()) {
                (Some(one), None) => Some(one.code.clone()),
                _ => None,
            }
        };
        let found = called(&named).or_else(|| unit.and_then(called));
        if found.is_none() {
            let unit = unit.unwrap_or("?");
            self.fault(
                "Area",
                format!("neither it nor {unit:?} is one area of this council: add the name to its aliases"),
            );
        }
        found
    }

    /// The field, or the name of one that nobody here knows.
    fn category(&mut self, council: &Council) -> (CategoryCode, Option<String>) {
        let code = self.text("Category", MAX_NAME);
        let name = self.text("CategoryName", MAX_NAME);
        let found = council.categories.iter().find(|one| {
            code.as_deref() == Some(one.code.as_str())
                || name
                    .as_deref()
                    .is_some_and(|name| text::same_name(&one.name.vi, name))
        });
        match found {
            Some(found) => (found.code.clone(), None),
            None => (
                category::other().code.clone(),
                Some(name.or(code).unwrap_or_default()),
            ),
        }
    }

    fn word<K: Keyword>(&mut self, field: &str) -> Option<K> {
        let word = self.text(field, MAX_NAME)?;
        let read = K::from_word(&word);
        if read.is_none() {
            let words: Vec<&str> = K::ALL.iter().map(|value| value.as_str()).collect();
            self.fault(field, format!("not one of {}", words.join(", ")));
        }
        read
    }

    fn day(&mut self, field: &str) -> Option<Date> {
        let day = self.text(field, MAX_NAME)?;
        let read = day.parse().ok();
        if read.is_none() {
            self.fault(field, "not a day such as 2026-03-05");
        }
        read
    }

    fn need(&mut self, field: &str, most: usize) -> Option<String> {
        let is_missing = matches!(self.fields.get(field), None | Some(Value::Null));
        if is_missing {
            self.fault(field, "it is missing");
            return None;
        }
        let text = self.text(field, most);
        if text.is_none() && self.said(field).is_some_and(|said| said.is_empty()) {
            self.fault(field, "it is empty");
        }
        text
    }

    /// Words without what nobody sees; none where it is missing or empty.
    fn text(&mut self, field: &str, most: usize) -> Option<String> {
        let text = match self.fields.get(field) {
            None | Some(Value::Null) => return None,
            Some(Value::String(_)) => self.said(field)?,
            Some(_) => {
                self.fault(field, "it is no text");
                return None;
            }
        };
        if text::utf16_len(&text) > most {
            self.fault(field, format!("longer than {most} signs"));
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    fn said(&self, field: &str) -> Option<String> {
        self.fields.get(field)?.as_str().map(text::clean)
    }

    fn fault(&mut self, field: &str, why: impl Into<String>) {
        self.faults.push(Fault {
            row: self.number,
            column: field.to_owned(),
            why: why.into(),
        });
    }
}

fn body_called(council: &Council, name: &str) -> Option<BodyCode> {
    let mut bodies = council.bodies.iter();
    let found = bodies.find(|body| text::same_name(&body.name.vi, name))?;
    Some(found.code.clone())
}
