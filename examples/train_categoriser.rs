//! Makes the categoriser's stored model from the sentences in `src/domain/categorise/training`.
//!
//! `cargo run --example train_categoriser` writes `model.bin`; with `-- --check N` it writes nothing and
//! cross-validates in N parts instead, each part's lines unseen by the model that is asked about them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result};
use cutri::domain::categorise::train::{FILES, Sentence, corpus_hash, fit, sentences};
use cutri::domain::categorise::{BUILTIN_CATEGORIES, Categoriser, Kind};

fn main() -> Result<()> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/domain/categorise/training");
    let sources = FILES
        .iter()
        .map(|name| {
            let path = folder.join(format!("{name}.txt"));
            let text = std::fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            Ok((*name, text))
        })
        .collect::<Result<Vec<_>>>()?;
    let hash = corpus_hash(&sources);
    let sentences = sentences(&sources);
    let lines = sentences.last().map_or(0, |s| s.line);
    println!("{lines} lines, {} sentences", sentences.len());
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some("--check") {
        let parts = arguments.next().map_or(Ok(5), |n| n.parse())?;
        return check(&sentences, parts);
    }
    let asset = fit(&sentences, hash);
    let path = folder.join("model.bin");
    std::fs::write(&path, &asset).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{} bytes", asset.len());
    Ok(())
}

/// Trains without one part of the lines after the other, and asks about the missing ones.
fn check(sentences: &[Sentence], parts: usize) -> Result<()> {
    let mut right: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut confused: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    let (mut top3, mut asked) = (0, 0);
    for part in 0..parts {
        let (held, known): (Vec<_>, Vec<_>) = sentences
            .iter()
            .cloned()
            .partition(|s| s.line % parts == part);
        let asset = Box::leak(fit(&known, 0).into_boxed_slice());
        let categoriser = Categoriser::with_model(asset).context("the asset cannot be read")?;
        for sentence in &held {
            let sentence = sentences
                .iter()
                .find(|s| s.line == sentence.line && s.text == sentence.text)
                .unwrap_or(&sentences[0]);
            let found = categoriser.categorise(&sentence.text);
            let kind = right.entry(sentence.kind.as_str()).or_default();
            kind.1 += 1;
            kind.0 += usize::from(found.kind == sentence.kind);
            if found.kind != sentence.kind {
                let key = (sentence.kind.as_str(), found.kind.as_str());
                confused.entry(key).or_default().push(&sentence.text);
            }
            let Some(first) = sentence.categories.first() else {
                continue;
            };
            let accepts = |code: &str| {
                sentence
                    .categories
                    .iter()
                    .any(|c| BUILTIN_CATEGORIES[*c] == code)
            };
            asked += 1;
            top3 += usize::from(found.categories.iter().any(|g| accepts(g.code.as_str())));
            let hit = found
                .categories
                .first()
                .is_some_and(|g| accepts(g.code.as_str()));
            let category = right.entry(BUILTIN_CATEGORIES[*first]).or_default();
            category.1 += 1;
            category.0 += usize::from(hit);
            if !hit && let Some(guess) = found.categories.first() {
                let at = BUILTIN_CATEGORIES
                    .iter()
                    .position(|c| *c == guess.code.as_str());
                let key = (
                    BUILTIN_CATEGORIES[*first],
                    at.map_or("?", |at| BUILTIN_CATEGORIES[at]),
                );
                confused.entry(key).or_default().push(&sentence.text);
            }
        }
    }
    for (name, (hits, all)) in &right {
        println!("{name:14} {hits:5}/{all:5} {}", percent(*hits, *all));
    }
    let kinds = sum(&right, |name| Kind::ALL.iter().any(|k| k.as_str() == name));
    let categories = sum(&right, |name| BUILTIN_CATEGORIES.contains(&name));
    println!(
        "kind {}  top-1 {}  top-3 {}",
        percent(kinds.0, kinds.1),
        percent(categories.0, categories.1),
        percent(top3, asked)
    );
    let mut confused: Vec<_> = confused.into_iter().collect();
    confused.sort_by_key(|(_, texts)| std::cmp::Reverse(texts.len()));
    for ((was, said), texts) in confused.iter().take(60) {
        println!("{:4} {was} -> {said}", texts.len());
        for text in texts.iter().take(4) {
            println!("       {text}");
        }
    }
    Ok(())
}

fn sum(right: &BTreeMap<&str, (usize, usize)>, of: impl Fn(&str) -> bool) -> (usize, usize) {
    right
        .iter()
        .filter(|(name, _)| of(name))
        .fold((0, 0), |all, (_, one)| (all.0 + one.0, all.1 + one.1))
}

fn percent(part: usize, all: usize) -> String {
    let tenths = part * 10_000 / all.max(1);
    format!("{}.{:02} %", tenths / 100, tenths % 100)
}
