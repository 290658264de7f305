//! Facts in, papers out: registers, reports, minutes, letters, charts, in the form of Decree 30/2020/NĐ-CP. Pure: no clock, no
//! database, no file but the nameless one in which a big workbook waits.
//!
//! Start with [`make`]; a [`Register`] of many questions is written as they are read. [`facts`] is what a paper is made of, read in one snapshot by `reading`; `paper` says what stands in
//! each kind; `page` lays it out and writes the file. Numbers of documents, their dates and signatures are never made up: they
//! stay blank until somebody writes them.

pub mod changes;
mod chart;
pub mod facts;
mod figures;
mod meetings;
mod page;
mod paper;
mod register;
mod say;

use jiff::civil::Date;

pub use chart::ChartTally;
pub use register::{Register, Tally, is_told_of_its_file};

use crate::domain::report::{ReportForm, ReportKind, issue::ReadyPaper};

use self::facts::{Issued, ReportFacts};

/// The result of making a paper.
pub type Result<T> = std::result::Result<T, ReportError>;

/// Why a paper could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// It is not written in this form.
    #[error("{kind} is not made as .{form}")]
    NotInThisForm {
        /// Which paper.
        kind: ReportKind,
        /// Which form.
        form: ReportForm,
    },
    /// Something that it is about is missing.
    #[error("{0}")]
    Missing(String),
    /// The file could not be written: the disk, or a bug of ours.
    #[error("the file cannot be written: {0}")]
    Unwritable(String),
}

/// What a chart shows, in words.
#[must_use]
pub fn chart_in_words(facts: &ReportFacts, tally: &ChartTally) -> String {
    chart::told(facts, tally)
}

/// A chart as a picture, of questions that were counted as they were read.
///
/// # Errors
/// For a bug of ours.
pub fn draw(facts: &ReportFacts, tally: &ChartTally) -> Result<Vec<u8>> {
    chart::png(facts, tally)
}

/// The paper with this number and day, ready to be issued and kept.
///
/// # Errors
/// As [`make`].
pub fn make_ready(
    facts: &mut ReportFacts,
    number: Option<String>,
    dated_on: Option<Date>,
) -> Result<ReadyPaper> {
    facts.issued = number.clone().map(|number| Issued {
        number,
        on: dated_on.unwrap_or(facts.today),
    });
    Ok(ReadyPaper {
        file: make(facts)?,
        kept: changes::kept(facts),
        wish: facts.wish.clone(),
        number,
        dated_on,
        today: facts.today,
    })
}

/// The bytes of the paper that is wanted.
///
/// # Errors
/// When the kind is not written in that form, when what it is about is missing, or for a bug of ours.
pub fn make(facts: &ReportFacts) -> Result<Vec<u8>> {
    let wish = &facts.wish;
    match (wish.kind, wish.form) {
        (ReportKind::Register, _) => register::whole(facts),
        (ReportKind::Chart, ReportForm::Svg) => {
            Ok(chart::svg(facts, &ChartTally::of(facts)).into_bytes())
        }
        (ReportKind::Chart, ReportForm::Png) => chart::png(facts, &ChartTally::of(facts)),
        (ReportKind::Notice, ReportForm::Txt) => paper::spoken(facts),
        (kind, ReportForm::Docx) if kind.forms().contains(&ReportForm::Docx) => paper::docx(facts),
        (kind, form) => Err(ReportError::NotInThisForm { kind, form }),
    }
}
