//! Folding is done once: folded text folds to itself; cutting keeps within its limit and loses nothing.
#![no_main]

use cutri::domain::text::{clean, fold, initials, same_name, split_utf16, truncate_utf16, utf16_len, words};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let folded = fold(text);
    assert_eq!(fold(&folded), folded);
    assert!(same_name(text, text));
    let _ = (words(text), initials(text));
    let tidy = clean(text);
    assert_eq!(clean(&tidy), tidy);
    for most in [1, 7, 64, 4_096] {
        assert!(utf16_len(&truncate_utf16(text, most)) <= most);
    }
    for piece in split_utf16(text, 64) {
        assert!(utf16_len(&piece) <= 64);
    }
});
