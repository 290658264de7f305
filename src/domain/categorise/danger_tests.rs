//! Sentences that the rules of danger were mended against (`danger.tsv`): whoever changes a rule sees what it costs.

use super::{Categoriser, Danger};

#[test]
fn every_call_for_help_is_shown_and_hardly_anything_else_asks() {
    let categoriser = Categoriser::builtin();
    let (mut missed, mut asked) = (Vec::new(), Vec::new());
    for line in include_str!("danger.tsv").lines() {
        let Some((mark, text)) = line.split_once('\t') else {
            continue;
        };
        let is_shown = categoriser.categorise(text).danger != Danger::None;
        match mark {
            "E" if !is_shown => missed.push(text),
            "N" if is_shown => asked.push(text),
            _ => {}
        }
    }
    assert_eq!(missed, [""; 0]);
    // A tap against a life: docs/decisions.md, 125.
    assert!(asked.len() <= 5, "{asked:#?}");
}
