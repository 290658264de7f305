//! The pages for people who read: every link in them leads somewhere, every page is in the handbook.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use regex::Regex;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            pages(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
}

/// The anchor that a heading gets on GitHub and in mdBook.
fn anchor(heading: &str) -> String {
    let words = heading.to_lowercase();
    let kept = words
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn has_anchor(page: &Path, wanted: &str) -> bool {
    let text = fs::read_to_string(page).unwrap();
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| anchor(line.trim_start_matches('#').trim()))
        .any(|found| found == wanted)
}

#[test]
fn every_link_leads_somewhere() {
    let mut all: Vec<PathBuf> = fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    pages(&root().join("docs"), &mut all);
    let link = Regex::new(r"\]\(([^)\s]+)\)").unwrap();
    let mut broken = Vec::new();
    for page in &all {
        for found in link.captures_iter(&fs::read_to_string(page).unwrap()) {
            let (path, part) = found[1].split_once('#').unwrap_or((&found[1], ""));
            if path.contains("://") || path.starts_with("mailto:") {
                continue;
            }
            let target = if path.is_empty() {
                page.clone()
            } else {
                page.parent().unwrap().join(path)
            };
            if !target.exists() || !part.is_empty() && !has_anchor(&target, part) {
                broken.push(format!("{}: {}", page.display(), &found[1]));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_page_is_in_the_handbook() {
    let docs = root().join("docs");
    let summary = fs::read_to_string(docs.join("SUMMARY.md")).unwrap();
    let link = Regex::new(r"\]\(([^)]+)\)").unwrap();
    let told: BTreeSet<PathBuf> = link
        .captures_iter(&summary)
        .map(|found| docs.join(&found[1]))
        .collect();
    let mut all = Vec::new();
    pages(&docs, &mut all);
    // What a folder of pictures says of itself is no page; what docs/ says of itself is the first.
    let first = docs.join("README.md");
    all.retain(|page| {
        !page.ends_with("SUMMARY.md") && (*page == first || !page.ends_with("README.md"))
    });
    assert_eq!(all.into_iter().collect::<BTreeSet<_>>(), told);
}
