//! The exchange package: petitions that one council sends up to another, and results on their way back, as JSON with the field
//! names of Annex VI of Decree 30/2020/NĐ-CP. Here is what its records hold; [`read`] reads them.

mod read;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::Serialize;

pub use self::read::{is_package, read};
use super::register::ImportedQuestion;
use crate::domain::{
    code::QuestionCode,
    ids::{QuestionId, ResultId},
    question::{Competence, ResultClass},
};

/// The value of `exchange` in a package of ours.
pub const FORMAT: &str = "cutri-1";
/// The longest subject that the annex allows.
pub const MAX_SUBJECT: usize = 500;
/// A package.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Package {
    /// [`FORMAT`].
    #[serde(rename = "exchange")]
    pub format: &'static str,
    /// The code of the council that made it.
    pub organ_id: String,
    /// Its name.
    pub organ_name: String,
    /// Its unit: xã Mẫu.
    pub organ_unit: String,
    /// When it was made.
    pub made_on: Date,
    /// Its records.
    #[serde(rename = "items")]
    pub items: Vec<Item>,
}

/// A record of a package.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "Record", rename_all = "snake_case")]
pub enum Item {
    /// A petition that was sent up.
    Petition(Petition),
    /// What became of one that came from there.
    Result(Outcome),
}

/// A petition that was sent up.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Petition {
    /// The council it comes from.
    pub organ_id: String,
    /// Its name.
    pub organ_name: String,
    /// The number it has there.
    pub code_number: String,
    /// "Kiến nghị của cử tri".
    pub type_name: &'static str,
    /// The beginning of its words.
    pub subject: String,
    /// Its words.
    pub content: String,
    /// The language of its words.
    pub language: &'static str,
    /// The area it concerns, by name.
    pub area: String,
    /// Its field, by code and by name.
    pub category: String,
    /// The field's name.
    pub category_name: String,
    /// Which level decides.
    pub competence: Option<Competence>,
    /// When it came in.
    pub received_date: Date,
    /// When an answer is due there.
    pub due_date: Date,
    /// To whom it was sent up.
    #[serde(rename = "To.OrganName")]
    pub to: String,
    /// The number of the document it was sent up with.
    pub code_notation: String,
    /// The day of that document.
    pub issued_date: Option<Date>,
    /// How many others want the same.
    pub supporters: u32,
    /// In how many sessions it was raised.
    pub times_raised: u32,
}

/// What became of a petition at the council that it was sent up to.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Outcome {
    /// The council that has it now.
    pub organ_id: String,
    /// Its name.
    pub organ_name: String,
    /// The number it has there.
    pub code_number: String,
    /// The council that it came from.
    #[serde(rename = "Origin.OrganId")]
    pub origin_organ: String,
    /// The number it has at the council that it came from.
    #[serde(rename = "Origin.CodeNumber")]
    pub origin_code: String,
    /// Its state there.
    pub state: String,
    /// Its answer.
    #[serde(flatten)]
    pub answer: Option<OutcomeAnswer>,
}

/// An answer in a package.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct OutcomeAnswer {
    /// Who answered.
    pub answered_by: String,
    /// The words.
    pub answer: String,
    /// The class of the result.
    pub result_class: ResultClass,
    /// The day of the class.
    pub roadmap: Option<Date>,
    /// Number of the document.
    pub code_notation: Option<String>,
    /// Its day.
    pub issued_date: Option<Date>,
    /// Who signed it.
    #[serde(rename = "SignerInfo.FullName")]
    pub signer: Option<String>,
    /// When it was sent.
    pub answered_date: Date,
}

/// What a package brings to a council.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brought {
    /// Petitions from below, to be taken in.
    pub petitions: Vec<Received>,
    /// What became of its own.
    pub results: Vec<Returned>,
    /// So many records are for other councils.
    pub elsewhere: usize,
    /// What is taken in otherwise than it was written.
    pub notes: Vec<String>,
}

/// The other council of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Its code.
    pub organ_id: String,
    /// Its name.
    pub organ_name: String,
    /// The number that the question has there.
    pub code_number: String,
}

/// A petition from below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// As any question out of a file.
    pub question: ImportedQuestion,
    /// Where it comes from.
    pub from: Partner,
    /// Number of the document it came with.
    pub notation: Option<String>,
    /// Its day.
    pub issued_on: Option<Date>,
}

/// What became of a petition of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// The record in the package.
    pub row: usize,
    /// Ours.
    pub code: QuestionCode,
    /// Who has it now.
    pub by: Partner,
    /// The answer, if there is one.
    pub answer: Option<ReturnedAnswer>,
}

/// An answer from above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnedAnswer {
    /// The words.
    pub text: String,
    /// The class of the result.
    pub class: ResultClass,
    /// The day of the class.
    pub fact_on: Option<Date>,
    /// Number and day of the document.
    pub document: Option<(String, Date)>,
    /// Who signed it.
    pub signer: Option<String>,
    /// When it was given.
    pub on: Date,
}

/// The other council of a question, as its card tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart {
    /// Whether it came from there.
    pub is_received: bool,
    /// The other council's code.
    pub organ_id: String,
    /// The other council's name.
    pub organ: String,
    /// The number it has there.
    pub code: String,
    /// Number and day of the document it came with.
    pub document: Option<(String, Option<Date>)>,
}

/// A result that came back and that its group was told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameBack {
    /// Its row.
    pub id: ResultId,
    /// The question, ours.
    pub question: QuestionId,
    /// Who answered.
    pub organ: String,
    /// The number that the question has there.
    pub code: String,
    /// What they say.
    pub answer: ReturnedAnswer,
}
