//! `cutri import FILE [--dry-run]`, `cutri import --undo BATCH`: questions and answers out of a register (.xlsx, .csv, or .json as
//! `cutri report register` writes it), exchange packages ([`package`]), and opinion slips that came back ([`slips`]). Every bad cell is
//! named; a row that was taken in before is not taken in again.

mod package;
mod slips;

use std::path::{Path, PathBuf};

use calamine::Data;
use jiff::Timestamp;

use crate::{
    admin::sheet::{Filled, REGISTER, Workbook},
    clock::Clock,
    domain::{
        categorise::Kind,
        council::Council,
        import::{
            exchange::is_package,
            register::{ImportedQuestion, is_heads, read},
            sheet::{Fault, Sheet},
            slips::is_heads as is_heads_of_slips,
        },
        question::kind,
        routing,
    },
    run::{StartError, print::tell},
    store::{
        self, StoreError, council,
        imports::{self, Times},
    },
};

/// What is done beside reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Nothing.
    DryRun,
    /// It is taken in.
    TakeIn,
}

/// The hour of the day for what a register knows only the day of.
const HOUR: i8 = 8;

/// Reads the file, names what is wrong, and takes it in.
///
/// # Errors
/// When the file or one of its cells is wrong, there is no council, or the database cannot be used.
pub fn import(file: &Path, mode: Mode, database: &Path) -> Result<(), StartError> {
    import_at(file, mode, database, Clock::system().now())
}

/// Where the receipts of slips go, a page each, and what the bot is called that their codes lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipts {
    /// The folder.
    pub folder: PathBuf,
    /// The bot's name.
    pub bot: String,
}

/// [`import`] of a file of slips, with receipts.
///
/// # Errors
/// As there, and when the file holds no slips or a receipt cannot be written.
pub fn import_slips(
    file: &Path,
    (mode, receipts): (Mode, &Receipts),
    database: &Path,
) -> Result<(), StartError> {
    let now = Clock::system().now();
    let (council, content) = look(file, database)?;
    let Content::Slips(sheet) = content else {
        return Err(StartError::Configuration(format!(
            "{}: receipts are for slips, and there are none",
            file.display()
        )));
    };
    let shown = file.display().to_string();
    let of = (&sheet, shown.as_str(), database);
    slips::take_in(of, council, (mode, Some(receipts)), now)
}

/// What the file holds, and the council that it is taken into.
fn look(file: &Path, database: &Path) -> Result<(Council, Content), StartError> {
    let shown = file.display();
    let content = open(file).map_err(|why| StartError::Configuration(format!("{shown}: {why}")))?;
    let connection =
        store::open_connection(database).map_err(|error| unusable(database, &error))?;
    let known = store::write_once(&connection, |tx| council::find(tx))
        .map_err(|error| unusable(database, &error))?;
    let Some((council, _)) = known else {
        return Err(StartError::Configuration(
            "no council was loaded yet: run `cutri load FILE`".to_owned(),
        ));
    };
    Ok((council, content))
}

/// [`import`] at another time than now.
///
/// # Errors
/// As there.
pub fn import_at(
    file: &Path,
    mode: Mode,
    database: &Path,
    now: Timestamp,
) -> Result<(), StartError> {
    let (council, content) = look(file, database)?;
    let shown = file.display();
    let sheet = match content {
        Content::Register(sheet) => sheet,
        Content::Slips(sheet) => {
            let shown = shown.to_string();
            let of = (&sheet, shown.as_str(), database);
            return slips::take_in(of, council, (mode, None), now);
        }
        Content::Package(package) => {
            let of = (shown.to_string(), database);
            return package::take_in(&package, (&of.0, of.1), &council, (mode, now));
        }
    };
    let (questions, faults) = read(&sheet, &council, council.local_date(now));
    refuse(&shown.to_string(), &faults, questions.len())?;
    let connection =
        store::open_connection(database).map_err(|error| unusable(database, &error))?;
    let taken = store::write_once(&connection, |tx| {
        let mut new = Vec::new();
        for question in &questions {
            if !imports::is_here(tx, &question.key)? {
                new.push(question);
            }
        }
        if mode == Mode::DryRun || new.is_empty() {
            return Ok((None, new.len(), Vec::new()));
        }
        let batch = imports::begin(tx, new.len(), now)?;
        let mut codes = Vec::new();
        for question in &new {
            let of = (
                council.code_prefix,
                kind::guess(&question.text, Kind::Petition),
                "–",
            );
            codes.push((
                question.row,
                imports::keep(tx, (batch, question), of, times(&council, question), now)?,
            ));
        }
        Ok((Some(batch), new.len(), codes))
    });
    let (batch, new, codes) = taken.map_err(|error| unusable(database, &error))?;
    for (row, code) in codes {
        tell!("row {row}: {code}");
    }
    let here = questions.len() - new;
    match batch {
        Some(batch) => {
            tell!("batch {batch}: {new} questions were taken in, {here} were here before");
        }
        None if mode == Mode::DryRun => {
            tell!("{new} questions would be taken in, {here} are here (dry run)");
        }
        None => tell!("nothing to take in: all {here} are here"),
    }
    Ok(())
}

/// Takes a batch back.
///
/// # Errors
/// When there is no such batch, or the database cannot be used.
pub fn undo(batch: i64, database: &Path) -> Result<(), StartError> {
    undo_at(batch, database, Clock::system().now())
}

/// [`undo`] at another time than now.
///
/// # Errors
/// As there.
pub fn undo_at(batch: i64, database: &Path, now: Timestamp) -> Result<(), StartError> {
    let connection =
        store::open_connection(database).map_err(|error| unusable(database, &error))?;
    let undone = store::write_once(&connection, |tx| imports::undo(tx, batch, now));
    match undone.map_err(|error| unusable(database, &error))? {
        Some(undone) => {
            tell!(
                "batch {batch}: {} records were taken back, {} stay because somebody works on them",
                undone.withdrawn,
                undone.kept
            );
            Ok(())
        }
        None => Err(StartError::Configuration(format!(
            "--undo {batch}: there is no batch of this number to take back"
        ))),
    }
}

/// Days become moments of the council's clock.
fn times(council: &Council, question: &ImportedQuestion) -> Times {
    let at = |day: jiff::civil::Date| {
        let moment = day
            .at(HOUR, 0, 0, 0)
            .to_zoned_datetime(council.timezone.clone());
        moment.map_or(jiff::Timestamp::UNIX_EPOCH, |moment| moment.timestamp())
    };
    let received_at = at(question.received_on);
    Times {
        received_at,
        answered_at: question.answer.as_ref().map(|answer| at(answer.on)),
        due_on: question
            .due_on
            .unwrap_or_else(|| routing::due(council, &question.category, received_at)),
    }
}

/// Every bad cell, and that nothing is taken in.
fn refuse(shown: &str, faults: &[Fault], good: usize) -> Result<(), StartError> {
    if faults.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = faults.iter().map(|fault| line(shown, fault)).collect();
    Err(StartError::Configuration(format!(
        "{}\n{shown}: {good} rows can be taken in, {} cells are wrong; nothing was taken in",
        lines.join("\n"),
        faults.len()
    )))
}

fn line(file: &str, fault: &Fault) -> String {
    match fault.row {
        0 => format!("{file}: {}", fault.why),
        row => format!(
            "{file}: row {row}, column {:?}: {}",
            fault.column, fault.why
        ),
    }
}

fn unusable(database: &Path, error: &StoreError) -> StartError {
    StartError::Configuration(format!("CUTRI_DATABASE: {}: {error}", database.display()))
}

/// What a file holds.
enum Content {
    /// Rows of a register.
    Register(Sheet),
    /// Rows of opinion slips.
    Slips(Sheet),
    /// An exchange package.
    Package(serde_json::Value),
}

/// The file by its ending.
fn open(file: &Path) -> Result<Content, String> {
    let bytes = REGISTER.read(file)?;
    let ending = file
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "xlsx" => workbook(bytes),
        "csv" => lines(&bytes),
        "json" => register_or_package(&bytes),
        _ => Err("a register is .xlsx, .csv or .json".to_owned()),
    }
}

/// The first sheet with the heads of slips or of a register.
fn workbook(bytes: Vec<u8>) -> Result<Content, String> {
    let mut book = Workbook::open(bytes, REGISTER, cell)?;
    for name in book.names() {
        if let Some(content) = under_heads(rows_of(book.sheet(&name)?)) {
            return Ok(content);
        }
    }
    Err(
        "no sheet has the heads of a register (\"Nội dung kiến nghị\", \"Cử tri (địa bàn)\") or of opinion slips (\"Số phiếu\", \"Nội dung\")"
            .to_owned(),
    )
}

/// Each row with its number, its cells up to the last that is filled.
fn rows_of(filled: Vec<Filled>) -> Vec<(usize, Vec<String>)> {
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    for (row, column, text) in filled {
        let (number, column) = (row as usize + 1, column as usize);
        let cells = match rows.last_mut() {
            Some((last, cells)) if *last == number => cells,
            _ => &mut rows.push_mut((number, Vec::new())).1,
        };
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
    }
    rows
}

fn cell(data: &Data) -> String {
    match data {
        Data::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Empty | Data::Error(_) => String::new(),
        other => other.to_string(),
    }
}

fn lines(bytes: &[u8]) -> Result<Content, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())?;
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.matches(';').count() > first.matches(',').count() {
        b';'
    } else {
        b','
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let row = record.iter().map(ToOwned::to_owned).collect();
        rows.push((rows.len() + 1, row));
    }
    under_heads(rows)
        .ok_or_else(|| "no line has the heads of a register or of opinion slips".to_owned())
}

/// The first row with heads, and everything below it that is not empty.
fn under_heads(rows: Vec<(usize, Vec<String>)>) -> Option<Content> {
    let mut rows = rows.into_iter();
    let (_, heads) = rows.find(|(_, row)| is_heads_of_slips(row) || is_heads(row))?;
    let of_slips = is_heads_of_slips(&heads);
    let rows = rows.filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()));
    let sheet = Sheet {
        heads,
        rows: rows.collect(),
    };
    Some(if of_slips {
        Content::Slips(sheet)
    } else {
        Content::Register(sheet)
    })
}

/// A register as JSON: `items`, each an object; or an exchange package.
fn register_or_package(bytes: &[u8]) -> Result<Content, String> {
    let value: serde_json::Value =
        serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    if is_package(&value) {
        return Ok(Content::Package(value));
    }
    let items = value
        .get("items")
        .and_then(serde_json::Value::as_array)
        .ok_or("it has no \"items\"")?;
    let mut heads: Vec<String> = Vec::new();
    for item in items {
        for key in item.as_object().into_iter().flat_map(|item| item.keys()) {
            if !heads.contains(key) {
                heads.push(key.clone());
            }
        }
    }
    let text = |value: Option<&serde_json::Value>| match value {
        Some(serde_json::Value::String(text)) => text.clone(),
        None | Some(serde_json::Value::Null) => String::new(),
        Some(other) => other.to_string(),
    };
    let row = |item: &serde_json::Value| heads.iter().map(|key| text(item.get(key))).collect();
    let rows = (1..).zip(items.iter().map(row)).collect();
    Ok(Content::Register(Sheet { heads, rows }))
}
