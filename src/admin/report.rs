//! `cutri report KIND --out FILE`: a paper, made of one snapshot of the database and written as a file; `--issue` gives it a
//! number and keeps it.

use std::{
    fs::{self, File},
    io::BufWriter,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::Context as _;
use jiff::{Timestamp, civil::Date};

use super::schema;
use crate::{
    clock::Clock,
    domain::{
        code::MOST_SLIPS,
        council::Council,
        ids::{BodyCode, MeetingCode, RoundId, SessionCode},
        keyword::Keyword as _,
        report::{
            Needs, ReportCopy, ReportForm, ReportKind, ReportWish,
            changes::{Kept, between},
            issue::IssuedPaper,
        },
    },
    reading::{self, ReadingError, Room, report as facts},
    reports::{
        self, ReportError,
        changes::kept,
        facts::{Issued, ReportFacts},
    },
    run::{StartError, print::tell},
    store::{
        self,
        issued::{self, Issue},
    },
};

/// A paper of a big council takes seconds; what takes longer than this hangs.
const AT_MOST: Duration = Duration::from_mins(10);

/// What the command line says.
#[derive(Debug, Clone, Default)]
pub struct Order {
    /// The kind, as it was typed.
    pub kind: String,
    /// A session's code.
    pub session: Option<String>,
    /// A meeting's code.
    pub meeting: Option<String>,
    /// A body's code.
    pub body: Option<String>,
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
    /// The number of the document, as the clerk's office gave it.
    pub number: Option<String>,
    /// The day of the document.
    pub dated: Option<String>,
    /// The site round, by its number.
    pub round: Option<i64>,
    /// So many opinion slips with codes of their own.
    pub count: Option<u16>,
    /// The bot's name, for codes to scan.
    pub bot: Option<String>,
    /// With names, the words as they were written.
    pub for_office: bool,
    /// Gives it a number of issue and keeps it.
    pub issue: bool,
}

/// Writes the paper to `out` and prints what it is.
///
/// # Errors
/// What is missing or wrong in the order, or why the database or the file cannot be used.
pub async fn report(order: &Order, out: &Path, database: &Path) -> Result<(), StartError> {
    let (wish, dated) = read(order, out)?;
    let council = council(database).await?;
    let wish = check_against(&council, wish)?;
    let now = Clock::system().now();
    let room = Room::new(database, AT_MOST);
    if wish.kind == ReportKind::Register && !order.issue {
        let written = register(&wish, (&council, now), out, &room).await;
        room.close().await;
        return written;
    }
    let found = async {
        let mut view = room.view().await?;
        facts::facts(&mut view, &wish, (&council, order.bot.as_deref()), now).await
    };
    let found = room.in_time(found).await;
    room.close().await;
    let mut facts: ReportFacts = found.context("cannot read the facts")?;
    if wish.kind.needs() == Needs::Session && facts.session.is_none() {
        return Err(missing(
            "which session: --session CODE (the council file has none)",
        ));
    }
    if wish.kind.needs() == Needs::Meeting && facts.meetings.is_empty() {
        let code = wish.meeting.as_ref().map_or("", |code| code.as_str());
        return Err(missing(&format!("meeting {code:?} is not in the database")));
    }
    if order.issue {
        return issue(&mut facts, (order, dated), (out, database));
    }
    facts.issued = order.number.clone().map(|number| Issued {
        number,
        on: dated.unwrap_or(facts.today),
    });
    let file = reports::make(&facts).map_err(|error| match error {
        ReportError::Unwritable(_) => StartError::Failure(error.into()),
        other => StartError::Configuration(other.to_string()),
    })?;
    write(out, &file)?;
    say_written(out, facts.cases.len(), &facts);
    Ok(())
}

/// Writes a register while it is read. A file of another name grows beside it and takes its name when it is whole.
async fn register(
    wish: &ReportWish,
    (council, now): (&Council, Timestamp),
    out: &Path,
    room: &Room,
) -> Result<(), StartError> {
    let part = Part::beside(out);
    let file = File::create(&part.path).map_err(|error| unwritten(out, error))?;
    let folder = match out.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let found = async {
        let mut view = room.view().await?;
        let facts = facts::around(&mut view, wish, (council, None), now).await?;
        let out = (BufWriter::new(file), folder);
        let (file, questions) = facts::register::write(&mut view, &facts, out).await?;
        Ok((facts, file, questions))
    };
    let (facts, file, questions) = match room.in_time(found).await {
        Ok(found) => found,
        Err(ReadingError::Unwritten(error)) => return Err(unwritten(out, error)),
        Err(error) => {
            return Err(anyhow::Error::new(error)
                .context("cannot read the facts")
                .into());
        }
    };
    file.into_inner().map_err(|error| unwritten(out, error))?;
    fs::rename(&part.path, out).map_err(|error| unwritten(out, error))?;
    say_written(out, questions, &facts);
    Ok(())
}

/// The file that grows beside the one that is wanted; what is left of it goes when it is dropped.
struct Part {
    path: PathBuf,
}

impl Part {
    fn beside(out: &Path) -> Self {
        let mut path = out.as_os_str().to_owned();
        path.push(".part");
        Self { path: path.into() }
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // Renamed, it is not there.
        let _ = fs::remove_file(&self.path);
    }
}

fn say_written(out: &Path, questions: usize, facts: &ReportFacts) {
    let session = facts
        .session
        .as_ref()
        .map_or_else(String::new, |session| format!(", session {}", session.code));
    tell!("{}: {questions} questions{session}", out.display());
}

/// A paper that was issued is printed as it was; else it is made, gets the next number of its year, and is kept.
fn issue(
    facts: &mut ReportFacts,
    (order, dated): (&Order, Option<Date>),
    (out, database): (&Path, &Path),
) -> Result<(), StartError> {
    let unusable = |error: store::StoreError| {
        StartError::Configuration(format!("CUTRI_DATABASE: {}: {error}", database.display()))
    };
    let connection = store::open_connection(database).map_err(unusable)?;
    let known =
        store::write_once(&connection, |tx| issued::find(tx, &facts.wish)).map_err(unusable)?;
    if let Some(paper) = known {
        return as_it_was(&paper, &kept(facts), out);
    }
    let paper = reports::make_ready(facts, order.number.clone(), dated)
        .map_err(|error| StartError::Configuration(error.to_string()))?;
    let now = Clock::system().now();
    let issue = store::write_once(&connection, |tx| issued::issue(tx, &paper, None, now));
    match issue.map_err(unusable)? {
        Issue::New(line) => {
            write(out, &paper.file)?;
            tell!(
                "{}: issue {}/{}, kept",
                out.display(),
                line.ordinal,
                line.year
            );
            Ok(())
        }
        Issue::Before(before) => as_it_was(&before, &paper.kept, out),
        Issue::NumberUsed(line) => Err(StartError::Configuration(format!(
            "--number {}: issue {}/{} ({}) has it in {}",
            paper.number.unwrap_or_default(),
            line.ordinal,
            line.year,
            line.wish.kind,
            line.year_of_number()
        ))),
    }
}

/// The file of a paper that was issued, and what is different now.
fn as_it_was(paper: &IssuedPaper, now: &Kept, out: &Path) -> Result<(), StartError> {
    write(out, &paper.file)?;
    tell!(
        "{}: issue {}/{} as it was",
        out.display(),
        paper.line.ordinal,
        paper.line.year
    );
    let changes = between(&paper.kept, now);
    if changes.is_empty() {
        tell!("nothing has changed since");
    }
    for change in changes {
        tell!("changed since: {change}");
    }
    Ok(())
}

/// What is wanted, every mistake named at once.
fn read(order: &Order, out: &Path) -> Result<(ReportWish, Option<Date>), StartError> {
    let mut problems = Vec::new();
    let kind = ReportKind::from_word(&order.kind);
    if kind.is_none() {
        let known: Vec<&str> = ReportKind::ALL.iter().map(|kind| kind.as_str()).collect();
        problems.push(format!(
            "{:?} is not a kind of report; there are {}",
            order.kind,
            known.join(", ")
        ));
    }
    let name = out
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let form = ReportForm::of_name(name);
    if let Some(kind) = kind {
        let forms: Vec<String> = kind.forms().iter().map(|form| format!(".{form}")).collect();
        if form.is_none_or(|form| !kind.forms().contains(&form)) {
            problems.push(format!(
                "--out {}: a {kind} is written as {}",
                out.display(),
                forms.join(", ")
            ));
        }
        if kind.needs() == Needs::Meeting && order.meeting.is_none() {
            problems.push(format!("which meeting: a {kind} wants --meeting CODE"));
        }
    }
    let mut day = |name: &str, text: &Option<String>| {
        let text = text.as_deref()?;
        let read = text.parse::<Date>();
        if read.is_err() {
            problems.push(format!("{name} {text:?} is not a day such as 2026-12-01"));
        }
        read.ok()
    };
    let (from, to) = (day("--from", &order.from), day("--to", &order.to));
    let dated = day("--dated", &order.dated);
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        problems.push(format!("--to {to} is before --from {from}"));
    }
    if let Some(count) = order.count {
        if kind.is_some_and(|kind| kind != ReportKind::Slips) {
            problems.push("--count is for slips".to_owned());
        }
        if !(1..=MOST_SLIPS).contains(&count) {
            problems.push(format!("--count {count} is not between 1 and {MOST_SLIPS}"));
        }
    }
    if order.issue && order.for_office {
        problems.push(
            "--issue keeps a paper for everybody: the office's own copy is not kept".to_owned(),
        );
    }
    match (kind, form) {
        (Some(kind), Some(form)) if problems.is_empty() => {
            let wish = ReportWish {
                kind,
                form,
                session: order.session.clone().map(SessionCode::new),
                meeting: order.meeting.clone().map(MeetingCode::new),
                body: order.body.clone().map(BodyCode::new),
                from,
                to,
                copy: if order.for_office {
                    ReportCopy::Office
                } else {
                    ReportCopy::Public
                },
                round: order.round.map(RoundId),
                slips: order.count,
            };
            Ok((wish, dated))
        }
        _ => Err(StartError::Configuration(problems.join("\n"))),
    }
}

/// Codes that the council does not have are named.
fn check_against(council: &Council, wish: ReportWish) -> Result<ReportWish, StartError> {
    let mut problems = Vec::new();
    if let Some(code) = wish
        .session
        .as_ref()
        .filter(|code| council.session(code).is_none())
    {
        let known: Vec<&str> = council
            .sessions
            .iter()
            .map(|session| session.code.as_str())
            .collect();
        problems.push(format!(
            "--session {:?} is not known; there are {}",
            code.as_str(),
            known.join(", ")
        ));
    }
    let is_body = |code: &BodyCode| *code == BodyCode::office() || council.body(code).is_some();
    if let Some(code) = wish.body.as_ref().filter(|code| !is_body(code)) {
        let known: Vec<&str> = council
            .bodies
            .iter()
            .map(|body| body.code.as_str())
            .collect();
        problems.push(format!(
            "--body {:?} is not known; there are {}",
            code.as_str(),
            known.join(", ")
        ));
    }
    if problems.is_empty() {
        Ok(wish)
    } else {
        Err(StartError::Configuration(problems.join("\n")))
    }
}

/// The council out of the database.
async fn council(database: &Path) -> Result<Council, StartError> {
    schema::check(database).await?;
    let refuse = |why: String| {
        StartError::Configuration(format!("CUTRI_DATABASE: {}: {why}", database.display()))
    };
    let room = Room::new(database, AT_MOST);
    let found: reading::Result<_> = async {
        let mut view = room.view().await?;
        facts::council(&mut view).await
    }
    .await;
    room.close().await;
    let found = found.map_err(|error| refuse(error.to_string()))?;
    found.ok_or_else(|| missing("no council was loaded yet: run `cutri load FILE`"))
}

fn missing(what: &str) -> StartError {
    StartError::Configuration(what.to_owned())
}

/// Under another name first: what cannot be written as a whole leaves what was there before.
fn write(out: &Path, file: &[u8]) -> Result<(), StartError> {
    let part = Part::beside(out);
    let written = fs::write(&part.path, file).and_then(|()| fs::rename(&part.path, out));
    written.map_err(|error| unwritten(out, error))
}

fn unwritten(out: &Path, error: impl std::fmt::Display) -> StartError {
    StartError::Configuration(format!("--out {}: {error}", out.display()))
}
