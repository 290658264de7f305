//! Opinion slips that came back from a meeting, typed into a spreadsheet: `Số phiếu`, `Nơi ở`, `Nội dung`, and what else is known.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::Context as _;
use jiff::Timestamp;

use super::{Mode, Receipts, refuse, unusable};
use crate::{
    chat::outgoing::File,
    delivery,
    domain::{
        code::OpinionSlip,
        council::Council,
        ids::{MeetingCode, UserId},
        import::{
            sheet::Sheet,
            slips::{Held, SlipRow, entered_before, read},
        },
    },
    handlers::{BotIdentity, Facts, HandlerError, bulk},
    messages::Catalog,
    run::{StartError, print::tell},
    store::{self, StoreError, WriteTx, corrections, imports, meetings, opinion_slips},
};

/// Takes slips in, all of them or none: each becomes a question.
///
/// # Errors
/// What is wrong with which cell, or why the database or a receipt cannot be used.
pub(super) fn take_in(
    (sheet, shown, database): (&Sheet, &str, &Path),
    council: Council,
    (mode, receipts): (Mode, Option<&Receipts>),
    now: Timestamp,
) -> Result<(), StartError> {
    let unusable = |error: StoreError| unusable(database, &error);
    let connection = store::open_connection(database).map_err(unusable)?;
    let planned = store::write_once(&connection, |tx| meetings_of(tx, sheet)).map_err(unusable)?;
    let held = |code: &MeetingCode| {
        let is_it = |held: &&Held| held.meeting.as_str().eq_ignore_ascii_case(code.as_str());
        planned.iter().find(is_it).cloned()
    };
    let (slips, mut faults) = read(sheet, &council, &held);
    let mut new: Vec<&SlipRow> = Vec::new();
    store::write_once(&connection, |tx| {
        for slip in &slips {
            if imports::is_here(tx, &slip.slip.to_string())? {
                continue;
            }
            match opinion_slips::entered_as(tx, &slip.slip)? {
                Some(code) => faults.push(entered_before(sheet, slip.row, &code)),
                None => new.push(slip),
            }
        }
        Ok(())
    })
    .map_err(unusable)?;
    faults.sort_by_key(|fault| fault.row);
    refuse(shown, &faults, new.len())?;
    let here = slips.len() - new.len();
    if mode == Mode::DryRun {
        tell!(
            "{} slips would be entered, {here} are here (dry run)",
            new.len()
        );
        return Ok(());
    }
    if new.is_empty() {
        tell!("nothing to enter: all {here} are here");
        return Ok(());
    }
    let facts = facts(council, receipts)?;
    let entered = store::write_once(&connection, |tx| {
        learn(tx, &facts)?;
        bulk::enter(tx, &facts, (&new, receipts.is_some()), now).map_err(broken)
    });
    let (batch, entered) = entered.map_err(unusable)?;
    for slip in &entered {
        tell!("row {}: {}", slip.row, slip.question.code);
        if let (Some(receipts), Some(page)) = (receipts, &slip.receipt) {
            write(page, &receipts.folder)?;
        }
    }
    tell!(
        "batch {batch}: {} slips were entered, {here} were here before",
        entered.len()
    );
    Ok(())
}

/// Where the meetings are held that the slips of a sheet name, as they are planned now.
fn meetings_of(tx: &WriteTx<'_>, sheet: &Sheet) -> store::Result<Vec<Held>> {
    let cells = sheet.rows.iter().flat_map(|(_, cells)| cells);
    let named: BTreeSet<MeetingCode> = cells
        .filter_map(|cell| OpinionSlip::parse(cell))
        .map(|slip| slip.meeting)
        .collect();
    let mut found = Vec::new();
    for code in named {
        if let Some(planned) = meetings::find(tx, &code)? {
            let (meeting, areas) = (planned.meeting.code, planned.meeting.areas);
            found.push(Held { meeting, areas });
        }
    }
    Ok(found)
}

fn facts(council: Council, receipts: Option<&Receipts>) -> Result<Facts, StartError> {
    let catalog = Catalog::load().context("cannot read the locales")?;
    let bot = BotIdentity {
        id: UserId(0),
        username: receipts.map_or_else(String::new, |receipts| {
            receipts.bot.trim_start_matches('@').to_owned()
        }),
    };
    Ok(Facts::new(council, catalog, BTreeSet::new(), bot))
}

/// What clerks have taught counts here, too.
fn learn(tx: &WriteTx<'_>, facts: &Facts) -> store::Result<()> {
    let newest = corrections::newest(tx)?;
    facts.learn(newest, corrections::lessons(tx)?);
    Ok(())
}

fn broken(error: HandlerError) -> StoreError {
    match error {
        HandlerError::Store(error) => error,
        other => StoreError::Job(other.into()),
    }
}

/// A receipt to print.
fn write(page: &File, folder: &Path) -> Result<(), StartError> {
    let File::Page { name, html, link } = page else {
        return Ok(());
    };
    let unwritable = |path: &Path, error: std::io::Error| {
        StartError::Configuration(format!("--receipts {}: {error}", path.display()))
    };
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, error))?;
    let path = folder.join(name);
    let page = delivery::page_with_code(html, link);
    fs::write(&path, page).map_err(|error| unwritable(&path, error))
}
