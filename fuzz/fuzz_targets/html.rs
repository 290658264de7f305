//! Whatever somebody writes shows as it was written, and never as a tag.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|words: &str| cutri::fuzzing::html(words));
