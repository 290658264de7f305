//! `cutri export --exchange FILE`, and `cutri import` of such a file: petitions that one council sends up to another, and what came
//! of them.

use std::{
    fs::OpenOptions, io::Write as _, os::unix::fs::OpenOptionsExt as _, path::Path, time::Duration,
};

use anyhow::Context as _;
use jiff::Timestamp;
use rusqlite::Connection;

use super::import::{self, Mode};
use crate::{
    clock::Clock,
    domain::{
        categorise::Kind,
        council::Council,
        question::kind,
        report::{
            exchange::{self, Brought, Item},
            import::Fault,
        },
    },
    reading::{Room, exchange as reading, report as facts},
    run::StartError,
    store::{self, exchanges, imports},
};

pub use crate::reading::exchange::ExchangeWish;

/// What takes longer than this hangs.
const AT_MOST: Duration = Duration::from_mins(10);

/// Writes the package to a new file that nobody else can read.
///
/// # Errors
/// When there is no council of this version, or the file cannot be written.
pub async fn export(out: &Path, wish: ExchangeWish<'_>, database: &Path) -> Result<(), StartError> {
    super::report::check_schema(database).await?;
    let now = Clock::system().now();
    let room = Room::new(database, AT_MOST);
    let made = async {
        let mut view = room.view().await?;
        let Some(council) = facts::council(&mut view).await? else {
            return Ok(None);
        };
        let package = reading::package(&mut view, &council, wish, now).await?;
        Ok(Some(package))
    };
    let made = room.in_time(made).await;
    room.close().await;
    let Some(package) = made.context("cannot read what is to be exchanged")? else {
        return Err(StartError::Configuration(
            "no council was loaded yet: run `cutri load FILE`".to_owned(),
        ));
    };
    let bytes = serde_json::to_vec_pretty(&package).context("cannot write the package")?;
    let unusable = |error: std::io::Error| {
        StartError::Configuration(format!("--exchange {}: {error}", out.display()))
    };
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(out)
        .map_err(unusable)?;
    file.write_all(&bytes).map_err(unusable)?;
    let petitions = package.items.iter();
    let petitions = petitions
        .filter(|item| matches!(item, Item::Petition(_)))
        .count();
    println!(
        "{}: {petitions} petitions that were sent up, {} results",
        out.display(),
        package.items.len() - petitions
    );
    Ok(())
}

/// Takes a package in: petitions as questions with their origin, results for the groups that have the questions.
///
/// # Errors
/// What is wrong with which field of which record, or why the database cannot be used.
pub(super) fn take_in(
    package: &serde_json::Value,
    (shown, database): (&str, &Path),
    (council, connection): (&Council, &Connection),
    (mode, now): (Mode, Timestamp),
) -> Result<(), StartError> {
    let (brought, faults) = exchange::read(package, council, council.local_date(now));
    refuse(shown, &faults)?;
    let unusable = |error: store::StoreError| import::unusable(database, &error);
    let looked = store::write_once(connection, |tx| look(tx, &brought)).map_err(unusable)?;
    refuse(shown, &looked.faults)?;
    for note in &brought.notes {
        println!("{note}");
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
        println!("{new} records are new, {here} are here, {others} are for other councils{would}");
        return Ok(());
    }
    let taken = store::write_once(connection, |tx| {
        let batch = imports::begin(tx, new, now)?;
        let mut codes = Vec::new();
        for at in &looked.petitions {
            let received = &brought.petitions[*at];
            let question = &received.question;
            let sort = kind::guess(&question.text, Kind::Petition);
            let times = import::times(council, question);
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
        println!("record {row}: {theirs} is {ours} here");
    }
    for (at, _) in &looked.results {
        let result = &brought.results[*at];
        let (ours, theirs) = (result.code, &result.by.code_number);
        let what = if result.answer.is_some() {
            "answered"
        } else {
            "received"
        };
        println!("record {}: {ours} is {theirs} there, {what}", result.row);
    }
    println!(
        "batch {batch}: {new} records were taken in, {here} were here before, {others} are for other councils"
    );
    Ok(())
}

/// What of a package is new here, by its place in it.
struct Looked {
    petitions: Vec<usize>,
    results: Vec<(usize, crate::domain::ids::QuestionId)>,
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
