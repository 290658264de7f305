//! Whatever stands in a spreadsheet of areas and bodies: a council, or problems; never a panic. The first byte says which kind it is.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| cutri::fuzzing::spreadsheet(bytes));
