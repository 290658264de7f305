//! What fuzz targets (`fuzz/`) call and nobody else: compiled with `--cfg fuzzing` only.

use crate::{chat::button::Button, messages::Html};

/// Data of a button is read exactly when it is what would be written, and fits Telegram.
///
/// # Panics
/// When it is not so.
pub fn button(data: &str) {
    if let Some(button) = Button::decode(data) {
        assert_eq!(button.encode(), data);
        assert!(data.len() <= 64, "{data}");
    }
}

/// A person's words are seen as they were written, and hold no tag.
///
/// # Panics
/// When it is not so.
pub fn html(words: &str) {
    let html = Html::text(words);
    assert_eq!(html.visible_text(), words);
    assert!(!html.as_str().contains('<'), "{words}");
}
