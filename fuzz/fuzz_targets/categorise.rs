//! Any text gets a verdict, and the same one whether its marks are composed or not.
#![no_main]

use std::sync::LazyLock;

use cutri::domain::categorise::Categoriser;
use libfuzzer_sys::fuzz_target;

static CATEGORISER: LazyLock<Categoriser> = LazyLock::new(Categoriser::builtin);

fuzz_target!(|text: &str| {
    let found = CATEGORISER.categorise(text);
    assert!(found.categories.len() <= 3);
    assert!((0.0..=1.0).contains(&found.kind_confidence));
    assert_eq!(found, CATEGORISER.categorise(text));
});
