//! Whatever Telegram sends is read without a panic: a broken detail costs itself only.
#![no_main]

use cutri::intake::parse::{parse, peek};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|json: &str| {
    let _ = peek(json);
    let _ = parse(json);
});
