//! Any text is a council or a list of problems, each with a line of it.
#![no_main]

use cutri::domain::council::Council;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Council::parse(text) {
        Ok(council) => {
            let _ = council.doubts();
            let again = council.merged_with(&council);
            assert!(council.changes_to(&again).is_empty());
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            let lines = text.lines().count().max(1);
            for problem in problems {
                assert!((1..=lines + 1).contains(&problem.line), "{problem}");
            }
        }
    }
});
