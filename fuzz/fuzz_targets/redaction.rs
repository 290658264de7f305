//! What was redacted has nothing left to redact.
#![no_main]

use cutri::domain::redaction::{on_card, public, redact, without_contacts};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: (&str, &str)| {
    let (text, author) = texts;
    let once = redact(text);
    assert_eq!(redact(&once), once);
    let _ = (on_card(text, Some(author)), public(text, Some(author)), without_contacts(text));
});
