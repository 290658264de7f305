//! An exchange package of another council: petitions that it sent up, and what it made of ours.

use std::path::Path;

use jiff::Timestamp;

use super::{Mode, times};
use crate::{
    domain::{
        categorise::Kind,
        council::Council,
        ids::QuestionId,
        import::{
            exchange::{self, Brought},
            sheet::Fault,
        },
        question::kind,
    },
    run::{StartError, print::tell},
    store::{self, exchanges, imports},
};

/// Takes a package in: petitions as questions with their origin, results for the groups that have the questions.
///
/// # Errors
/// What is wrong with which field of which record, or why the database cannot be used.
pub(super) fn take_in(
    package: &serde_json::Value,
    (shown, database): (&str, &Path),
    council: &Council,
    (mode, now): (Mode, Timestamp),
) -> Result<(), StartError> {
    let (brought, faults) = exchange::read(package, council, council.local_date(now));
    refuse(shown, &faults)?;
    let unusable = |error: store::StoreError| super::unusable(database, &error);
    let connection = store::open_connection(database).map_err(unusable)?;
    let looked = store::write_once(&connection, |tx| look(tx, &brought)).map_err(unusable)?;
    refuse(shown, &looked.faults)?;
    for note in &brought.notes {
        tell!("{note}");
    }
    let new = looked.petitions.len() + looked.results.len();
    let here = brought.petitions.len() + brought.results.len() - new;
    let others = brought.elsewhere;
    if mode == Mode::DryRun || new == 0 {
        let would = if mode == Mode::DryRun {
            " (dry run)"
        } else {
            ""
        };
        tell!("{new} records are new, {here} are here, {others} are for other councils{would}");
        return Ok(());
    }
    let taken = store::write_once(&connection, |tx| {
        let batch = imports::begin(tx, new, now)?;
        let mut codes = Vec::new();
        for at in &looked.petitions {
            let received = &brought.petitions[*at];
            let question = &received.question;
            let sort = kind::guess(&question.text, Kind::Petition);
            let times = times(council, question);
            let of = (council.code_prefix, sort, "–");
            let code = imports::keep(tx, (batch, question), of, times, now)?;
            exchanges::keep_received(tx, batch, &code, received)?;
            codes.push((question.row, received.from.code_number.clone(), code));
        }
        for (at, question) in &looked.results {
            exchanges::keep_returned(tx, batch, *question, &brought.results[*at])?;
        }
        Ok((batch, codes))
    });
    let (batch, codes) = taken.map_err(unusable)?;
    for (row, theirs, ours) in codes {
        tell!("record {row}: {theirs} is {ours} here");
    }
    for (at, _) in &looked.results {
        let result = &brought.results[*at];
        let (ours, theirs) = (result.code, &result.by.code_number);
        let what = if result.answer.is_some() {
            "answered"
        } else {
            "received"
        };
        tell!("record {}: {ours} is {theirs} there, {what}", result.row);
    }
    tell!(
        "batch {batch}: {new} records were taken in, {here} were here before, {others} are for other councils"
    );
    Ok(())
}

/// What of a package is new here, by its place in it.
struct Looked {
    petitions: Vec<usize>,
    results: Vec<(usize, QuestionId)>,
    faults: Vec<Fault>,
}

fn look(tx: &store::WriteTx<'_>, brought: &Brought) -> store::Result<Looked> {
    let mut looked = Looked {
        petitions: Vec::new(),
        results: Vec::new(),
        faults: Vec::new(),
    };
    for (at, received) in brought.petitions.iter().enumerate() {
        if !imports::is_here(tx, &received.question.key)? {
            looked.petitions.push(at);
        }
    }
    for (at, returned) in brought.results.iter().enumerate() {
        match exchanges::sent_up(tx, returned.code)? {
            Some(question) if exchanges::is_news(tx, question, returned)? => {
                looked.results.push((at, question));
            }
            Some(_) => {}
            None => looked.faults.push(Fault {
                row: returned.row,
                column: "Origin.CodeNumber".to_owned(),
                why: format!(
                    "{}: this council has sent up no such question",
                    returned.code
                ),
            }),
        }
    }
    Ok(looked)
}

fn refuse(shown: &str, faults: &[Fault]) -> Result<(), StartError> {
    if faults.is_empty() {
        return Ok(());
    }
    let lines = faults.iter().map(|fault| match fault.row {
        0 => format!("{shown}: field {:?}: {}", fault.column, fault.why),
        row => format!(
            "{shown}: record {row}, field {:?}: {}",
            fault.column, fault.why
        ),
    });
    let lines: Vec<String> = lines.collect();
    Err(StartError::Configuration(format!(
        "{}\n{shown}: {} fields are wrong; nothing was taken in",
        lines.join("\n"),
        faults.len()
    )))
}
