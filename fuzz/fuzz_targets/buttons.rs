//! Data of a button is exactly what we would write, or nothing; what we write fits Telegram's 64 bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &str| cutri::fuzzing::button(data));
