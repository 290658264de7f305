//! Any two texts compare, and their order does not matter.
#![no_main]

use cutri::domain::similarity::compare;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: (&str, &str)| {
    let (a, b) = texts;
    let (one, other) = (compare(a, b), compare(b, a));
    assert_eq!(one.duplicate, other.duplicate);
    assert!((0.0..=1.0).contains(&one.score));
});
