//! Whatever looks like an old Vietnamese encoding is offered converted, without a panic.
#![no_main]

use cutri::domain::text::{encoding, letter::Letter};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = encoding::recognise(text);
    let letter = Letter::of(text);
    let whole: String = letter.pieces().iter().map(|piece| piece.text).collect();
    assert!(whole.len() <= text.len());
});
