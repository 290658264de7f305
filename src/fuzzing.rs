//! What fuzz targets (`fuzz/`) call and nobody else: compiled with `--cfg fuzzing` only.

use crate::{admin::sheet::Book, chat::button::Button, messages::Html};

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

/// A spreadsheet of this kind becomes the text of a council, or problems that say where; never a panic.
///
/// # Panics
/// When one of its problems says nothing.
pub fn spreadsheet(bytes: &[u8]) {
    let [kind, bytes @ ..] = bytes else { return };
    let ending = ["csv", "xlsx", "ods", "xls"][usize::from(kind % 4)];
    let read = Book::of_bytes(ending, bytes).and_then(|book| book.council(book.head(), None));
    if let Err(problems) = read {
        assert!(!problems.is_empty() && problems.iter().all(|problem| !problem.is_empty()));
    }
}
