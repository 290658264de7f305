//! What people type as a code is that code or none, and what is one reads back as itself.
#![no_main]

use cutri::domain::code::{CodePrefix, QuestionCode, SlipCode, TicketCode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let prefix = CodePrefix::new("DT").expect("two letters");
    if let Ok(code) = QuestionCode::parse(text, prefix) {
        assert_eq!(QuestionCode::parse(&code.to_string(), prefix), Ok(code));
    }
    if let Some(code) = QuestionCode::find_in(text, prefix) {
        assert_eq!(QuestionCode::parse(&code.to_string(), prefix), Ok(code));
    }
    if let Ok(code) = TicketCode::parse(text) {
        assert_eq!(TicketCode::parse(&code.to_string()), Ok(code));
    }
    let _ = SlipCode::parse(text);
});
