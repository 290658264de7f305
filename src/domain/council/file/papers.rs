//! The `[papers]` section: how papers look, and which time limits hold. Templates are files of their own.

use std::collections::BTreeMap;

use super::reader::{Signs, Table, Value};
use super::settings::{DAYS, MAX_NAME, MAX_SHORT_NAME};
use crate::domain::ids::CategoryCode;
use crate::domain::keyword::Keyword as _;
use crate::domain::report::clock::{ClockKey, DayUnit, PaperClock};
use crate::domain::report::papers::{OfficialField, Papers};

/// The letters of an issuer behind a number.
const MAX_SYMBOL: usize = 20;
/// Switches a limit off.
const OFF: &str = "off";

pub(super) fn papers(root: &mut Table) -> Papers {
    let Some(mut table) = root.get("papers").and_then(Value::table) else {
        return Papers::default();
    };
    let place = table
        .get("place")
        .and_then(|value| value.name(MAX_SHORT_NAME));
    let symbol = table.get("symbol").and_then(|value| value.name(MAX_SYMBOL));
    let summary_days = table
        .get("summary_days")
        .and_then(|value| value.number(DAYS));
    let mut lines = |key| {
        let value = table.get(key);
        value.map_or_else(Vec::new, |value| value.each(|line| line.name(MAX_NAME)))
    };
    let (issuer, signature, receivers) = (lines("issuer"), lines("signature"), lines("receivers"));
    let fields = fields(&mut table);
    let clocks = clocks(&mut table);
    let says_summary = |clock: &PaperClock| clock.key == ClockKey::SummarySent;
    if summary_days.is_some() && clocks.iter().any(says_summary) {
        table.reject(
            "summary_days",
            format!("give it, or a clock of key {:?}", "summary_sent"),
        );
    }
    table.finish();
    Papers {
        place,
        issuer,
        symbol,
        signature,
        receivers,
        summary_days,
        fields,
        clocks,
        ..Papers::default()
    }
}

fn fields(papers: &mut Table) -> BTreeMap<CategoryCode, OfficialField> {
    let mut fields = BTreeMap::new();
    let Some(mut table) = papers.get("fields").and_then(Value::table) else {
        return fields;
    };
    for field in OfficialField::ALL {
        let Some(value) = table.get(field.as_str()) else {
            continue;
        };
        for category in value.each(|code| code.code(Signs::Entry)) {
            fields.insert(CategoryCode::new(category), *field);
        }
    }
    table.finish();
    fields
}

/// Limits of one key may not hold on the same day.
fn clocks(papers: &mut Table) -> Vec<PaperClock> {
    let mut clocks: Vec<PaperClock> = Vec::new();
    for mut table in papers.tables("clock") {
        let read = clock(&mut table);
        let before = read.as_ref().and_then(|clock| {
            let mut same = clocks.iter().filter(|known| known.key == clock.key);
            same.find(|known| known.overlaps(clock))
        });
        if let Some(before) = before {
            table.reject(
                "key",
                format!(
                    "{:?} has another clock that holds on the same days: give from and until",
                    before.key.as_str()
                ),
            );
        }
        table.finish();
        clocks.extend(read);
    }
    clocks
}

fn clock(table: &mut Table) -> Option<PaperClock> {
    let key = table.require("key").and_then(Value::keyword);
    let value: Option<Option<u16>> = table.require("value").and_then(|value| {
        if value.is_word(OFF) {
            Some(None)
        } else {
            value.number_or(DAYS, OFF).map(Some)
        }
    });
    let is_off = value == Some(None);
    let (unit, source) = (table.get("unit"), table.get("source"));
    for (name, is_missing) in [("unit", unit.is_none()), ("source", source.is_none())] {
        if is_missing && !is_off {
            table.reject(name, "is missing");
        }
    }
    let unit: Option<DayUnit> = unit.map_or(is_off.then_some(DayUnit::Calendar), Value::keyword);
    let source = source.map_or(is_off.then(String::new), |value| value.name(MAX_NAME));
    let from = table.get("from").map(Value::date);
    let until = table.get("until").map(Value::date);
    if let (Some(Some(from)), Some(Some(until))) = (from, until)
        && until < from
    {
        table.reject("until", format!("{until} is before {from}"));
    }
    // A day that cannot be read leaves no limit behind: it would hold on other days than meant.
    Some(PaperClock {
        key: key?,
        value: value?,
        unit: unit?,
        from: from.map_or(Some(None), |day| day.map(Some))?,
        until: until.map_or(Some(None), |day| day.map(Some))?,
        source: source?,
    })
}
