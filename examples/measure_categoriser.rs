//! Measures the categoriser on a JSON Lines file of labelled messages.
//!
//! `cargo run --release --example measure_categoriser -- FILE.jsonl [--pairs PAIRS.jsonl] [--quiet]`

use std::collections::BTreeMap;
use std::time::Instant;

use anyhow::{Context, Result};
use cutri::domain::categorise::{Categoriser, Danger, Kind};
use cutri::domain::similarity;
use serde::Deserialize;

#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    id: String,
    text: String,
    #[serde(default)]
    register: Option<String>,
    #[serde(default)]
    category: Option<String>,
    #[serde(default)]
    also: Vec<String>,
    kind: Kind,
}

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
    duplicate: bool,
}

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().context("which file?")?;
    let rest: Vec<String> = arguments.collect();
    let quiet = rest.iter().any(|a| a == "--quiet");
    let records = read::<Record>(&path)?;
    measure_messages(&records, quiet);
    measure_danger(&records, quiet);
    measure_registers(&records);
    if let Some(at) = rest.iter().position(|a| a == "--pairs") {
        let path = rest.get(at + 1).context("which file of pairs?")?;
        measure_pairs(&read::<Pair>(path)?, quiet);
    }
    Ok(())
}

fn read<T: for<'de> Deserialize<'de>>(path: &str) -> Result<Vec<T>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).with_context(|| format!("cannot parse {line}")))
        .collect()
}

fn measure_messages(records: &[Record], quiet: bool) {
    let categoriser = Categoriser::builtin();
    let mut recall: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
    let (mut asked, mut first, mut strict, mut three) = (0, 0, 0, 0);
    for record in records {
        let found = categoriser.categorise(&record.text);
        let kind = recall.entry(record.kind).or_default();
        kind.1 += 1;
        kind.0 += usize::from(found.kind == record.kind);
        let guesses: Vec<&str> = found.categories.iter().map(|g| g.code.as_str()).collect();
        if found.kind != record.kind && !quiet {
            println!(
                "{} {} -> {} {:?} {}",
                record.id, record.kind, found.kind, found.because, record.text
            );
        }
        let Some(category) = &record.category else {
            continue;
        };
        let accepts = |code: &&str| *code == category || record.also.iter().any(|a| a == code);
        asked += 1;
        three += usize::from(guesses.iter().any(accepts));
        strict += usize::from(guesses.first().is_some_and(|g| g == category));
        let hit = guesses.first().is_some_and(accepts);
        first += usize::from(hit);
        if !hit && !quiet {
            println!(
                "{} {category} {:?} -> {guesses:?} {:?} {}",
                record.id, record.also, found.because, record.text
            );
        }
    }
    for (kind, (hits, all)) in &recall {
        println!("recall {kind:14} {hits}/{all} {}", percent(*hits, *all));
    }
    let kinds = recall
        .values()
        .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    println!("kind accuracy         {}", percent(kinds.0, kinds.1));
    println!(
        "category top-1        {} (strict {})",
        percent(first, asked),
        percent(strict, asked)
    );
    println!("category top-3        {}", percent(three, asked));
    let rounds = 20;
    let start = Instant::now();
    for record in (0..rounds).flat_map(|_| records) {
        std::hint::black_box(categoriser.categorise(&record.text));
    }
    let texts = u128::try_from(rounds * records.len().max(1)).unwrap_or(1);
    println!(
        "time                  {} ns per text",
        start.elapsed().as_nanos() / texts
    );
    println!("features              {:?}", categoriser.model_size());
}

/// How well danger is heard: numbers shown at all (sure, or asked about), and shown as sure.
fn measure_danger(records: &[Record], quiet: bool) {
    let categoriser = Categoriser::builtin();
    let (mut are, mut shown, mut shown_right, mut sure, mut sure_right) = (0, 0, 0, 0, 0);
    for record in records {
        let is_danger = record.kind == Kind::Emergency;
        let danger = categoriser.categorise(&record.text).danger;
        let is_shown = danger != Danger::None;
        are += usize::from(is_danger);
        shown += usize::from(is_shown);
        shown_right += usize::from(is_danger && is_shown);
        sure += usize::from(danger == Danger::Sure);
        sure_right += usize::from(is_danger && danger == Danger::Sure);
        if is_danger != is_shown && !quiet {
            println!("{} danger {danger:?} {}", record.id, record.text);
        }
    }
    println!(
        "danger                recall {} ({shown_right}/{are}) precision shown {} ({shown_right}/{shown}) sure {} ({sure_right}/{sure})",
        percent(shown_right, are),
        percent(shown_right, shown),
        percent(sure_right, sure)
    );
}

/// Top-1 by the way that messages are written, where the file says so.
fn measure_registers(records: &[Record]) {
    let categoriser = Categoriser::builtin();
    let mut by: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for record in records {
        let (Some(register), Some(category)) = (&record.register, &record.category) else {
            continue;
        };
        let found = categoriser.categorise(&record.text);
        let code = found.categories.first().map(|g| g.code.as_str());
        let entry = by.entry(register).or_default();
        entry.1 += 1;
        entry.0 +=
            usize::from(code.is_some_and(|code| {
                code == category || record.also.iter().any(|also| also == code)
            }));
    }
    for (register, (hits, all)) in &by {
        println!("top-1 {register:15} {hits}/{all} {}", percent(*hits, *all));
    }
}

fn measure_pairs(pairs: &[Pair], quiet: bool) {
    let (mut hits, mut said, mut are) = (0, 0, 0);
    for pair in pairs {
        let found = similarity::compare(&pair.a, &pair.b);
        hits += usize::from(found.duplicate && pair.duplicate);
        said += usize::from(found.duplicate);
        are += usize::from(pair.duplicate);
        if found.duplicate != pair.duplicate && !quiet {
            println!(
                "{:.2} {} {} | {}",
                found.score, pair.duplicate, pair.a, pair.b
            );
        }
    }
    println!(
        "pairs                 precision {} recall {} F1 {}",
        percent(hits, said),
        percent(hits, are),
        percent(2 * hits, said + are)
    );
    let rounds = 20;
    let start = Instant::now();
    for pair in (0..rounds).flat_map(|_| pairs) {
        std::hint::black_box(similarity::compare(&pair.a, &pair.b));
    }
    let read = u128::try_from(2 * rounds * pairs.len().max(1)).unwrap_or(1);
    println!(
        "time                  {} ns per text read and compared",
        start.elapsed().as_nanos() / read
    );
}

fn percent(part: usize, all: usize) -> String {
    let tenths = part * 10_000 / all.max(1);
    format!("{}.{:02} %", tenths / 100, tenths % 100)
}
