//! What was published is written anew when the rules change by which texts are covered.

use std::{collections::BTreeSet, fs};

use crate::code::{Module, arrows, files, root};

/// `redaction::RULES` is made of every file that has a say in what is covered: those of the rules, and whatever they
/// read texts with.
#[test]
fn what_has_a_say_in_what_is_covered_is_hashed() {
    let files = files();
    let arrows = arrows(&files);
    let begin: Module = ["domain", "redaction"].map(str::to_owned).to_vec();
    let home = fs::read_to_string(root().join("domain/redaction/mod.rs")).unwrap();
    let hashed: Vec<&str> = home
        .lines()
        .filter_map(|line| {
            line.trim()
                .strip_prefix("include_bytes!(\"")?
                .strip_suffix("\"),")
        })
        .collect();
    let rules = files.iter().filter(|file| file.module.starts_with(&begin));
    let mut left: Vec<Module> = rules.map(|file| file.module.clone()).collect();
    let mut seen = BTreeSet::new();
    while let Some(module) = left.pop() {
        if seen.insert(module.clone()) {
            left.extend(arrows.get(&module).into_iter().flatten().cloned());
        }
    }
    assert!(seen.len() > 15, "the rules were not found");
    for module in seen {
        let file = files.iter().find(|file| file.module == module).unwrap();
        let inside = file.path.strip_prefix("domain/").unwrap();
        let named = inside
            .strip_prefix("redaction/")
            .map_or_else(|| format!("../{inside}"), str::to_owned);
        assert!(
            hashed.contains(&named.as_str()),
            "domain/redaction/mod.rs: what is covered depends on {}, which is not in RULES",
            file.path
        );
    }
}
